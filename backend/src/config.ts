import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import envSchema from 'env-schema'
import { Type, type Static } from 'typebox'
import { SetupError } from './errors'
import { isNetwork } from './network'

const CENTRAL_BANK = 'https://www.ecb.europa.eu/stats/eurofxref'

const port = (fallback: number, description: string) =>
  Type.Integer({ minimum: 1, maximum: 65535, default: fallback, description })
const text = (description: string) => Type.String({ default: '', description })

/** Every variable the desk reads. `.env.example` is written from this table and a test compares the two. */
export const Environment = Type.Object({
  PORT: port(4242, 'Port of the backend'),
  PREVIEW_PORT: port(4243, 'Port of the Dashboard preview'),
  SANDBOX_PORT: port(4244, 'Port of the Stripe stand-in'),
  PUBLIC_URL: text(
    'Address under which Stripe and browsers reach the backend (https://…). Empty: http://localhost:PORT',
  ),
  HOST: Type.String({ default: '127.0.0.1', description: 'Address the backend listens on' }),
  TRUSTED_PROXIES: text(
    'Addresses or networks of the proxies in front, comma-separated: from these alone X-Forwarded-For is believed',
  ),
  DATA_DIR: Type.String({
    default: '.data',
    description: 'Folder of the embedded database and generated keys',
  }),
  MONGODB_URI: text('A replica set of your own. Empty: an embedded MongoDB under DATA_DIR'),
  MONGOD_BINARY: text('The mongod to use for the embedded database. Empty: found or fetched'),
  STRIPE_SECRET_KEY: text('Secret or restricted key. Empty: the Stripe stand-in with sample history'),
  STRIPE_API_BASE: text('Address of Stripe. Empty: api.stripe.com with a key, else the stand-in'),
  STRIPE_WEBHOOK_SECRET: text(
    'Signing secrets (whsec_…) of the webhook endpoint, newest first, comma-separated',
  ),
  STRIPE_APP_SECRET: text('Signing secrets (absec_…) of the Stripe App, newest first, comma-separated'),
  ENCRYPTION_KEYS: text(
    'Master keys for secrets at rest (id:base64 of 32 bytes), newest first. Required with MONGODB_URI',
  ),
  JWT_KEYS: text(
    'Keys of access tokens (id:base64 of 32 bytes or more), newest first. Required with MONGODB_URI',
  ),
  API_KEY_PEPPER: text(
    'Secret of 32 random characters or more, mixed into the hashes of tokens, API keys and erased customers. Required with MONGODB_URI',
  ),
  FX_RATES_URL: text(
    "Daily exchange rates as a file of the European Central Bank (CSV or XML). Empty: the bank's own; off: none are fetched",
  ),
  LOG_LEVEL: Type.Union(
    ['fatal', 'error', 'warn', 'info', 'debug', 'silent'].map((level) => Type.Literal(level)),
    { default: 'info', description: 'fatal, error, warn, info, debug or silent' },
  ),
  LOG_STRIPE: text('debug logs each Stripe call: method, path, status, duration'),
  WEBHOOK_TEST_TARGETS: text(
    'host:port pairs that outbound webhooks may reach besides public HTTPS addresses',
  ),
})

export interface Key {
  id: string
  secret: Buffer
}

/** The first makes new things, each checks what it made. */
export type KeyRing = readonly [Key, ...Key[]]

/** Where published exchange rates are. */
export interface RatesAddresses {
  /** All days there are. */
  history: string
  /** The last three months. */
  recent: string
}

export interface Config {
  port: number
  previewPort: number
  sandboxPort: number
  host: string
  publicUrl: URL
  /** Addresses and networks whose word on where a request comes from is believed. */
  trustedProxies: string[]
  dataDir: string
  /** Where fetched programs are kept, outside the checkout. */
  cacheDir: string
  /** Null: embedded. */
  mongodbUri: string | null
  mongodBinary: string | null
  stripe: {
    /** Null: none was given, and the stand-in's is used where the stand-in is. */
    secretKey: string | null
    apiBase: URL
    /** True while Stripe's address is this machine: only then may stand-in and preview run. */
    loopback: boolean
    /** True where no key was given: the stand-in with its sample history is our Stripe. */
    standIn: boolean
    webhookSecrets: string[]
    appSecrets: string[]
    log: boolean
  }
  /** Newest first. */
  jwtKeys: KeyRing
  encryptionKeys: KeyRing
  pepper: string
  /** Null: no published rates are fetched. */
  fxRates: RatesAddresses | null
  logLevel: string
}

const list = (value: string): string[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)

/** @throws SetupError that names the variable and what it should hold. */
function keys(name: string, value: string): KeyRing {
  const ring = list(value).map((entry) => {
    const [, id, encoded] = /^([\w-]{1,40}):(.+)$/.exec(entry) ?? []
    const secret = Buffer.from(encoded ?? '', 'base64')
    // the id is public, in the header of each token: without one no part of the entry may pass for it
    if (!id || secret.length < 32 || new Set(secret).size < 8)
      throw new SetupError(
        `${name} holds a key that is too short or not random: write id:base64 with at least 32 random bytes (openssl rand -base64 32)`,
      )
    return { id, secret }
  })
  const [newest, ...older] = ring
  if (!newest) throw new SetupError(`${name} holds no key: write id:base64, newest first`)
  if (new Set(ring.map(({ id }) => id)).size < ring.length)
    throw new SetupError(`${name} names two keys alike: give each an id of its own`)
  return [newest, ...older]
}

/** @throws SetupError for one that could be guessed: then the hashes in the database would give tokens away */
function pepper(value: string): string {
  if (value.length >= 32 && new Set(value).size >= 8) return value
  throw new SetupError(
    'API_KEY_PEPPER is too short or not random: give it 32 random characters or more (openssl rand -base64 32)',
  )
}

const GENERATED = [
  'JWT_KEYS',
  'ENCRYPTION_KEYS',
  'API_KEY_PEPPER',
  'STRIPE_APP_SECRET',
  'STRIPE_SECRET_KEY',
] as const
type GeneratedKeys = Record<(typeof GENERATED)[number], string>

/** @returns null when the file does not hold all of them */
function readKeys(file: string): GeneratedKeys | null {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Partial<GeneratedKeys>
    return GENERATED.every((name) => typeof kept[name] === 'string' && kept[name] !== '')
      ? (kept as GeneratedKeys)
      : null
  } catch {
    return null
  }
}

/** Keys of an embedded database, made once and kept in `DATA_DIR/keys.json` (mode 600). */
function generatedKeys(dataDir: string): GeneratedKeys {
  const file = path.join(dataDir, 'keys.json')
  if (existsSync(file)) {
    const kept = readKeys(file)
    if (kept) return kept
    throw new SetupError(
      `${file} cannot be read: restore it from a backup, or move ${dataDir} away to start anew`,
    )
  }
  const random = () => randomBytes(32).toString('base64')
  const made: GeneratedKeys = {
    JWT_KEYS: `k1:${random()}`,
    ENCRYPTION_KEYS: `k1:${random()}`,
    API_KEY_PEPPER: random(),
    STRIPE_APP_SECRET: `absec_${randomBytes(24).toString('hex')}`,
    STRIPE_SECRET_KEY: `sk_test_${randomBytes(24).toString('hex')}`,
  }
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 })
  chmodSync(file, 0o600)
  return made
}

const isLoopback = (url: URL): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)

function address(name: string, value: string): URL {
  if (!URL.canParse(value))
    throw new SetupError(`${name} is not an address: ${value} (expected https://host)`)
  return new URL(value)
}

function networks(name: string, value: string): string[] {
  const entries = list(value)
  const wrong = entries.find((entry) => !isNetwork(entry))
  if (wrong !== undefined)
    throw new SetupError(`${name} holds no address or network: ${wrong} (expected 10.0.0.0/8 or 192.0.2.1)`)
  return entries
}

function ratesAddresses(given: string, apiBase: URL, loopback: boolean): RatesAddresses | null {
  if (given === 'off') return null
  if (given === '' && !loopback)
    return { history: `${CENTRAL_BANK}/eurofxref-hist.xml`, recent: `${CENTRAL_BANK}/eurofxref-hist-90d.xml` }
  const one =
    given === '' ? `${apiBase.origin}/_sandbox/eurofxref-hist.csv` : address('FX_RATES_URL', given).href
  return { history: one, recent: one }
}

function readEnvironment(env: NodeJS.ProcessEnv): Static<typeof Environment> {
  try {
    return envSchema<Static<typeof Environment>>({
      schema: Environment,
      data: env,
      dotenv: env === process.env,
    })
  } catch (error) {
    const reason = error instanceof Error ? error.message.replaceAll('env/', '') : String(error)
    throw new SetupError(`The configuration does not fit: ${reason}. See .env.example`)
  }
}

/**
 * Reads and checks the environment.
 * @throws SetupError with one line that says what is wrong and what to do.
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const raw = readEnvironment(env)
  const embedded = raw.MONGODB_URI === ''
  const apiBase = address(
    'STRIPE_API_BASE',
    raw.STRIPE_API_BASE ||
      (raw.STRIPE_SECRET_KEY ? 'https://api.stripe.com' : `http://localhost:${raw.SANDBOX_PORT}`),
  )
  const loopback = isLoopback(apiBase)
  const standIn = loopback && raw.STRIPE_SECRET_KEY === ''
  const made = embedded || standIn ? generatedKeys(path.resolve(raw.DATA_DIR)) : null
  if (!embedded) {
    const missing = (['JWT_KEYS', 'ENCRYPTION_KEYS', 'API_KEY_PEPPER'] as const).filter(
      (name) => raw[name] === '',
    )
    if (missing.length > 0)
      throw new SetupError(
        `${missing.join(', ')} must be set when MONGODB_URI is: see .env.example for their form`,
      )
  }
  const given = (name: keyof GeneratedKeys): string => raw[name] || made?.[name] || ''
  if (raw.STRIPE_SECRET_KEY && !/^(sk|rk)_(test|live)_\w+$/.test(raw.STRIPE_SECRET_KEY))
    throw new SetupError(
      'STRIPE_SECRET_KEY is not a Stripe key: it starts with sk_test_, sk_live_, rk_test_ or rk_live_',
    )
  if (!loopback && apiBase.protocol !== 'https:')
    throw new SetupError('STRIPE_API_BASE must be https unless it is this machine')
  return Object.freeze({
    port: raw.PORT,
    previewPort: raw.PREVIEW_PORT,
    sandboxPort: raw.SANDBOX_PORT,
    host: raw.HOST,
    publicUrl: address('PUBLIC_URL', raw.PUBLIC_URL || `http://localhost:${raw.PORT}`),
    trustedProxies: networks('TRUSTED_PROXIES', raw.TRUSTED_PROXIES),
    dataDir: path.resolve(raw.DATA_DIR),
    cacheDir: path.join(env['XDG_CACHE_HOME'] || path.join(homedir(), '.cache'), 'revenue-desk'),
    mongodbUri: raw.MONGODB_URI || null,
    mongodBinary: raw.MONGOD_BINARY || null,
    stripe: {
      secretKey: raw.STRIPE_SECRET_KEY || (standIn ? given('STRIPE_SECRET_KEY') : null),
      apiBase,
      loopback,
      standIn,
      webhookSecrets: list(raw.STRIPE_WEBHOOK_SECRET),
      appSecrets: list(raw.STRIPE_APP_SECRET || (loopback ? given('STRIPE_APP_SECRET') : '')),
      log: raw.LOG_STRIPE === 'debug',
    },
    jwtKeys: keys('JWT_KEYS', given('JWT_KEYS')),
    encryptionKeys: keys('ENCRYPTION_KEYS', given('ENCRYPTION_KEYS')),
    pepper: pepper(given('API_KEY_PEPPER')),
    fxRates: ratesAddresses(raw.FX_RATES_URL, apiBase, loopback),
    logLevel: raw.LOG_LEVEL,
  })
}
