/** A desk of its own for a benchmark: temporary database, stand-in in a process beside it. */
import { mkdtempSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import pino from 'pino'
import type { AccountDocument } from '../backend/src/accounts/model'
import { scopeOf } from '../backend/src/accounts/service'
import { buildApp } from '../backend/src/app'
import { openDesk, type OpenDesk } from '../backend/src/bootstrap'
import { loadConfig, type Config } from '../backend/src/config'
import { runInScope } from '../backend/src/database/scope'
import { freePort } from '../backend/src/database/embedded-mongod'
import { start } from '../scripts/processes'

export interface BenchDesk extends OpenDesk {
  config: Config
  app: FastifyInstance
  port: number
  account: AccountDocument
  /** Does the work in the scope of the account. */
  inAccount<T>(work: () => Promise<T>): Promise<T>
  webhookPath: string
  webhookSecret: string
  token: string
  close(): Promise<void>
}

export async function benchDesk(size: 'empty' | 'small' | 'demo'): Promise<BenchDesk> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-'))
  const [port, sandboxPort] = [await freePort(), await freePort()]
  const config = loadConfig({
    ...process.env,
    DATA_DIR: folder,
    PORT: String(port),
    SANDBOX_PORT: String(sandboxPort),
    LOG_LEVEL: 'error',
  })
  const env = { SANDBOX_SECRET_KEY: config.stripe.secretKey ?? '' }
  const standIn = start(
    'stripe-stand-in',
    'sandbox/api/main.ts',
    ['--port', String(sandboxPort), '--size', size],
    env,
    folder,
  )
  for (;;) {
    const up = await fetch(`${config.stripe.apiBase.origin}/_sandbox/health`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (up) break
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const desk = await openDesk(config, pino({ level: 'error' }), console.log)
  const app = await buildApp({ config, services: desk.services })
  await app.listen({ port, host: '127.0.0.1' })
  const admin = readFileSync(path.join(folder, 'admin.json'), 'utf8')
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`http://127.0.0.1:${port}/v1/auth/sessions`, {
    method: 'POST',
    headers,
    body: admin,
  })
  const { access_token: token } = (await answer.json()) as { access_token: string }
  const [account] = await desk.services.accounts.all()
  if (!account) throw new Error('No account was connected')
  const inAccount = <T>(work: () => Promise<T>) => runInScope(scopeOf(account), work)
  const [webhookSecret = ''] = await inAccount(() => desk.services.credentials.webhookSecrets())
  return {
    ...desk,
    config,
    app,
    port,
    account,
    inAccount,
    webhookPath: `/webhooks/stripe/${account.accountId}/${account.mode}`,
    webhookSecret,
    token,
    async close() {
      await app.close()
      await desk.stop()
      await standIn.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
