/** From a configuration to a desk that can work: database, owner, account, webhook address, rates. */
import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { scopeOf } from './accounts/service'
import { systemClock } from './clock'
import type { Config } from './config'
import { connectDatabase, disconnectDatabase } from './database/connection'
import { findMongod, startMongod, type Say } from './database/embedded-mongod'
import { runInScope, type Mode } from './database/scope'
import { AppError, SetupError } from './errors'
import type { Logger } from './log'
import { buildServices, type Services } from './services'
import { isLiveKey } from './stripe/connection'

const OWNER_EMAIL = 'owner@revenue-desk.example'

export interface OpenDesk {
  services: Services
  /** The first workspace. */
  workspaceId: string
  stop(): Promise<void>
}

/** Connects to the database of the configuration, starting the embedded one where none is named. */
export async function openDatabase(config: Config, say: Say): Promise<() => Promise<void>> {
  if (config.mongodbUri !== null) {
    await connectDatabase(config.mongodbUri)
    return disconnectDatabase
  }
  const folder = path.join(config.dataDir, 'mongodb')
  const mongod = await startMongod(folder, () => findMongod(config.mongodBinary, config.cacheDir, say))
  await connectDatabase(mongod.uri)
  return async () => {
    await disconnectDatabase()
    await mongod.stop()
  }
}

/** The first owner, with a generated password in `DATA_DIR/admin.json`, made when the desk has no workspace yet. */
async function ensureOwner(services: Services, { dataDir }: Config): Promise<string> {
  const { id, made } = await services.accounts.ensureWorkspace('My business')
  if (!made) return id
  const password = randomBytes(15).toString('base64url')
  await runInScope({ workspaceId: id }, async () => {
    const member = await services.team.addMember({ name: 'Owner', email: OWNER_EMAIL, role: 'owner' })
    await services.identity.addPassword(id, member, OWNER_EMAIL, password)
  })
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(path.join(dataDir, 'admin.json'), `${JSON.stringify({ email: OWNER_EMAIL, password })}\n`, {
    mode: 0o600,
  })
  return id
}

/**
 * Connects the account that STRIPE_SECRET_KEY belongs to. A key that is stored already needs no answer from Stripe, so
 * that the desk starts while Stripe is away.
 * @throws SetupError when Stripe refuses a new key
 */
async function connectKey(services: Services, { stripe: { secretKey, apiBase } }: Config): Promise<void> {
  if (secretKey === null) return
  const { accounts, credentials, onboarding } = services
  const mode: Mode = isLiveKey(secretKey) ? 'live' : 'test'
  const first = await accounts.first(mode)
  const known = first && (await runInScope(scopeOf(first), () => credentials.known(secretKey)))
  try {
    if (known) {
      await runInScope(scopeOf(first), () => credentials.registerWebhooks(known))
      return
    }
    await onboarding.byKey({ via: 'key', name: 'STRIPE_SECRET_KEY', secret_key: secretKey }, 'environment')
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'credential_unreadable')
      throw new SetupError(
        'The stored Stripe key cannot be read: ENCRYPTION_KEYS lacks its master key, or holds another; npm run desk -- secrets doctor tells more',
      )
    if (error.code === 'stripe_key_refused')
      throw new SetupError(
        'Stripe refuses the key: check STRIPE_SECRET_KEY, and that it was not rolled or revoked',
      )
    throw new SetupError(
      `Stripe does not answer at ${apiBase.origin} (${error.detail}): check the network and STRIPE_API_BASE`,
    )
  }
}

/**
 * Opens everything that the backend and the command line share.
 * @param connects false leaves Stripe alone: for what has to work while its key cannot be read
 */
export async function openDesk(
  config: Config,
  log: Logger,
  say: Say,
  { connects = true } = {},
): Promise<OpenDesk> {
  const close = await openDatabase(config, say)
  try {
    const services = buildServices({ config, clock: systemClock, log })
    const workspaceId = await ensureOwner(services, config)
    const actor = { kind: 'system', id: 'revenue-desk' } as const
    if (connects) await runInScope({ workspaceId, actor }, () => connectKey(services, config))
    const stop = async () => {
      await services.onboarding.drain()
      await close()
    }
    return { services, workspaceId, stop }
  } catch (error) {
    await close()
    throw error
  }
}
