/** From a configuration to a desk that can work: database, owner, account, webhook address, rates. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pino from 'pino'
import type { AccountDocument } from './accounts/model'
import { scopeOf } from './accounts/service'
import { systemClock } from './clock'
import type { Config } from './config'
import { connectDatabase, disconnectDatabase } from './database/connection'
import { findMongod, startMongod, type Say } from './database/embedded-mongod'
import { runInScope, type Mode } from './database/scope'
import { AppError, SetupError } from './errors'
import type { Logger } from './log'
import { buildServices, type Services } from './services'
import { createStripeGateway, type StripeGateway } from './stripe/gateway'

/** Share of Stripe's published limit that we use by default: 25 requests a second for a test key, 100 for a live one. */
const REQUESTS_PER_SECOND = { test: 20, live: 80 }

const OWNER_EMAIL = 'owner@revenue-desk.example'

const REDACTED = [
  'authorization',
  'cookie',
  'password',
  'secret',
  'token',
  'email',
  'name',
  'raw',
  'headers',
].flatMap((field) => [field, `*.${field}`, `*.*.${field}`])

export function createLogger({ logLevel }: Config): pino.Logger {
  return pino({
    level: logLevel,
    redact: REDACTED,
    serializers: {
      // an error's own fields may carry what Stripe or a driver was sent
      err: ({
        type,
        message,
        stack,
        code,
      }: {
        type?: string
        message?: string
        stack?: string
        code?: string
      }) => ({ type, message, stack, code }),
    },
  })
}

export interface OpenDesk {
  services: Services
  account: AccountDocument
  stop(): Promise<void>
}

const modeOf = (secretKey: string): Mode => (/^(sk|rk)_live_/.test(secretKey) ? 'live' : 'test')

/** Connects to the database of the configuration, starting the embedded one where none is named. */
export async function openDatabase(config: Config, say: Say): Promise<() => Promise<void>> {
  if (config.mongodbUri !== null) {
    await connectDatabase(config.mongodbUri)
    return disconnectDatabase
  }
  const folder = path.join(config.dataDir, 'mongodb')
  const mongod = await startMongod(await findMongod(config.mongodBinary, config.cacheDir, say), folder)
  await connectDatabase(mongod.uri)
  return async () => {
    await disconnectDatabase()
    await mongod.stop()
  }
}

export function openStripe(config: Config, log: Logger): StripeGateway {
  const { secretKey, apiBase, loopback } = config.stripe
  if (secretKey === null)
    throw new SetupError('No active Stripe credential: set STRIPE_SECRET_KEY (a restricted key is enough)')
  return createStripeGateway({
    secretKey,
    apiBase,
    clock: systemClock,
    // the stand-in sets no limit unless it is told to
    requestsPerSecond: loopback ? null : REQUESTS_PER_SECOND[modeOf(secretKey) === 'live' ? 'live' : 'test'],
    ...(config.stripe.log ? { debug: (entry) => log.info(entry, 'stripe') } : {}),
  })
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

/** Asks Stripe whose the key is and adds that account. @throws SetupError when Stripe refuses the key */
async function connectAccount(
  services: Services,
  stripe: StripeGateway,
  config: Config,
  workspaceId: string,
): Promise<AccountDocument> {
  try {
    const account = await stripe.account()
    const profile = account['business_profile'] as { name?: string | null } | null | undefined
    const settings = account['settings'] as
      { dashboard?: { display_name?: string | null; timezone?: string | null } } | undefined
    return await services.accounts.connect(workspaceId, {
      accountId: account.id,
      mode: modeOf(config.stripe.secretKey ?? ''),
      name: settings?.dashboard?.display_name || profile?.name || account.id,
      country: (account['country'] as string | undefined) ?? null,
      defaultCurrency: (account['default_currency'] as string | undefined) ?? 'usd',
      timeZone: ianaZone(settings?.dashboard?.timezone),
    })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'stripe_credential_refused')
      throw new SetupError(
        'Stripe refuses the key: check STRIPE_SECRET_KEY, and that it was not rolled or revoked',
      )
    throw new SetupError(
      `Stripe does not answer at ${config.stripe.apiBase.origin} (${error.detail}): check the network and STRIPE_API_BASE`,
    )
  }
}

function ianaZone(name: string | null | undefined): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name || 'UTC' }).resolvedOptions().timeZone
  } catch {
    return 'UTC' // Stripe names some zones that the platform does not know
  }
}

/** Where the stand-in is our Stripe, its webhooks are set up by us, once for each data directory. */
async function ensureLocalWebhook(stripe: StripeGateway, config: Config): Promise<string[]> {
  if (!config.stripe.loopback || config.stripe.webhookSecrets.length > 0) return config.stripe.webhookSecrets
  const url = `http://localhost:${config.port}/webhooks/stripe`
  const file = path.join(config.dataDir, 'webhook.json')
  if (existsSync(file)) {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as { url: string; secret: string; key: string | null }
    if (kept.url === url && kept.key === config.stripe.secretKey) return [kept.secret]
  }
  const { secret } = await stripe.createWebhookEndpoint(url, {
    idempotencyKey: `webhook:${url}:${randomBytes(8).toString('hex')}`,
  })
  writeFileSync(file, JSON.stringify({ url, secret, key: config.stripe.secretKey }), { mode: 0o600 })
  return [secret]
}

/** Takes the daily rates where an address is known; without an answer the desk goes on with what it has. */
export async function fetchRates(services: Services, config: Config, log: Logger): Promise<number> {
  if (config.fxRatesUrl === null) return 0
  try {
    const answer = await fetch(config.fxRatesUrl, { signal: AbortSignal.timeout(15_000), redirect: 'error' })
    if (!answer.ok) throw new AppError('invalid_request', `The rates answer ${answer.status}`)
    return await services.figures.importRates(await answer.text())
  } catch (error) {
    log.warn({ err: error }, 'exchange rates could not be read; the stored ones stay in force')
    return 0
  }
}

/** Opens everything that the backend and the command line share. */
export async function openDesk(config: Config, log: Logger, say: Say): Promise<OpenDesk> {
  const close = await openDatabase(config, say)
  try {
    const stripe = openStripe(config, log)
    let webhookSecrets = config.stripe.webhookSecrets
    const services = {
      ...buildServices({ config, clock: systemClock, log, stripe }),
      webhookSecrets: () => webhookSecrets,
    }
    const workspaceId = await ensureOwner(services, config)
    const account = await connectAccount(services, stripe, config, workspaceId)
    webhookSecrets = await ensureLocalWebhook(stripe, config)
    return { services, account, stop: close }
  } catch (error) {
    await close()
    throw error
  }
}

export const actAs = <T>(
  account: AccountDocument,
  actor: { kind: 'system' | 'command_line'; id: string },
  work: () => Promise<T>,
): Promise<T> => runInScope({ ...scopeOf(account), actor }, work)
