import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Environment, loadConfig } from './config'
import { SetupError } from './errors'

const key = (id: string, bytes = 32) =>
  `${id}:${Buffer.from(Array.from({ length: bytes }, (_, index) => (index * 37 + 11) % 256)).toString('base64')}`

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'desk-config-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A desk on a database and a Stripe of its own. */
const GIVEN = {
  MONGODB_URI: 'mongodb://db.example/desk?replicaSet=rs0',
  STRIPE_SECRET_KEY: 'rk_live_abc123',
  STRIPE_WEBHOOK_SECRET: 'whsec_new, whsec_old',
  STRIPE_APP_SECRET: 'absec_new,absec_old',
  ENCRYPTION_KEYS: key('e1'),
  JWT_KEYS: `${key('j2')},${key('j1', 48)}`,
  API_KEY_PEPPER: 'a pepper of the tests, long enough',
}
const load = (change: Record<string, string> = {}) => loadConfig({ ...GIVEN, DATA_DIR: folder, ...change })
const alone = (change: Record<string, string> = {}) => loadConfig({ DATA_DIR: folder, ...change })

describe('a good environment', () => {
  test('of nothing at all is the stand-in and an embedded database, with keys made once', () => {
    const config = alone()
    expect(config).toMatchObject({
      port: 4242,
      previewPort: 4243,
      sandboxPort: 4244,
      host: '127.0.0.1',
      mongodbUri: null,
      mongodBinary: null,
      logLevel: 'info',
      fxRates: {
        history: 'http://localhost:4244/_sandbox/eurofxref-hist.csv',
        recent: 'http://localhost:4244/_sandbox/eurofxref-hist.csv',
      },
      stripe: { loopback: true, standIn: true, webhookSecrets: [], log: false },
    })
    expect(config.stripe.apiBase.href).toBe('http://localhost:4244/')
    expect(config.stripe.secretKey).toMatch(/^sk_test_\w{48}$/)
    expect(config.stripe.appSecrets).toEqual([expect.stringMatching(/^absec_\w{48}$/)])
    const secrets = ({ jwtKeys, encryptionKeys, pepper, stripe }: typeof config) => ({
      jwtKeys,
      encryptionKeys,
      pepper,
      keys: [stripe.secretKey, stripe.appSecrets],
    })
    expect(secrets(alone())).toEqual(secrets(config))
    expect(statSync(path.join(folder, 'keys.json')).mode & 0o777).toBe(0o600)
  })

  test('of a database and a Stripe of its own needs nothing made', () => {
    const config = load()
    expect(config).toMatchObject({
      mongodbUri: GIVEN.MONGODB_URI,
      fxRates: {
        history: 'https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.xml',
        recent: 'https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist-90d.xml',
      },
      stripe: {
        secretKey: 'rk_live_abc123',
        loopback: false,
        standIn: false,
        webhookSecrets: ['whsec_new', 'whsec_old'],
        appSecrets: ['absec_new', 'absec_old'],
      },
    })
    expect(config.stripe.apiBase.href).toBe('https://api.stripe.com/')
    expect(config.jwtKeys.map(({ id, secret }) => [id, secret.length])).toEqual([
      ['j2', 32],
      ['j1', 48],
    ])
    expect(() => readFileSync(path.join(folder, 'keys.json'))).toThrow(/ENOENT/)
  })

  test('against Stripe itself has no secret of ours that signs for an app', () => {
    expect(load({ STRIPE_APP_SECRET: '' }).stripe.appSecrets).toEqual([])
    expect(alone({ STRIPE_SECRET_KEY: 'sk_test_abc' }).stripe).toMatchObject({
      appSecrets: [],
      standIn: false,
    })
  })

  test('with a key and the address of a stand-in uses that', () => {
    const { stripe } = load({ STRIPE_SECRET_KEY: 'sk_test_abc', STRIPE_API_BASE: 'http://127.0.0.1:9999' })
    expect(stripe).toMatchObject({ loopback: true, standIn: false, secretKey: 'sk_test_abc' })
  })

  test('cannot be changed once it is read', () => {
    const config = load()
    expect(() => Object.assign(config, { port: 1 })).toThrow(TypeError)
  })
})

describe('a broken environment is told in one line that names the variable', () => {
  test.each<[string, string, Record<string, string>]>([
    ['PORT', 'a word', { PORT: 'web' }],
    ['PORT', 'none', { PORT: '0' }],
    ['PORT', 'too high', { PORT: '65536' }],
    ['PREVIEW_PORT', 'a fraction', { PREVIEW_PORT: '1.5' }],
    ['SANDBOX_PORT', 'negative', { SANDBOX_PORT: '-1' }],
    ['LOG_LEVEL', 'unknown', { LOG_LEVEL: 'loud' }],
    ['STRIPE_SECRET_KEY', 'a publishable key', { STRIPE_SECRET_KEY: 'pk_live_abc' }],
    ['STRIPE_SECRET_KEY', 'with a space', { STRIPE_SECRET_KEY: 'sk_test_abc def' }],
    ['STRIPE_API_BASE', 'no address', { STRIPE_API_BASE: 'api.stripe.com' }],
    ['STRIPE_API_BASE', 'in clear over the network', { STRIPE_API_BASE: 'http://api.stripe.com' }],
    ['FX_RATES_URL', 'no address', { FX_RATES_URL: 'rates' }],
    ['TRUSTED_PROXIES', 'a name', { TRUSTED_PROXIES: '10.0.0.1, proxy.local' }],
    ['TRUSTED_PROXIES', 'too wide a network', { TRUSTED_PROXIES: '10.0.0.0/33' }],
    ['JWT_KEYS', 'missing', { JWT_KEYS: '' }],
    ['JWT_KEYS', 'empty between commas', { JWT_KEYS: ' , ' }],
    ['JWT_KEYS', 'too short', { JWT_KEYS: key('j1', 31) }],
    ['JWT_KEYS', 'not random', { JWT_KEYS: `j1:${Buffer.alloc(32).toString('base64')}` }],
    ['JWT_KEYS', 'without an id', { JWT_KEYS: key('') }],
    ['JWT_KEYS', 'without an id and a colon', { JWT_KEYS: key('').slice(1) }],
    ['JWT_KEYS', 'of one id twice', { JWT_KEYS: `${key('j1')},${key('j1', 40)}` }],
    ['JWT_KEYS', 'good first, broken second', { JWT_KEYS: `${key('j2')},j1:short` }],
    ['ENCRYPTION_KEYS', 'missing', { ENCRYPTION_KEYS: '' }],
    ['ENCRYPTION_KEYS', 'too short', { ENCRYPTION_KEYS: key('e1', 16) }],
    ['API_KEY_PEPPER', 'missing', { API_KEY_PEPPER: '' }],
    ['API_KEY_PEPPER', 'too short', { API_KEY_PEPPER: 'a pepper of thirty-one letters.' }],
    ['API_KEY_PEPPER', 'not random', { API_KEY_PEPPER: 'pepper'.repeat(6) }],
  ])('%s: %s', (name, _how, change) => {
    const read = () => load(change)
    expect(read).toThrow(SetupError)
    expect(read).toThrow(name)
    expect(read).not.toThrow(/\n/)
    // what may be secret is not repeated
    for (const value of Object.values(change)) if (value.length > 20) expect(read).not.toThrow(value)
  })

  test('all that is missing is named at once', () => {
    expect(() => load({ JWT_KEYS: '', API_KEY_PEPPER: '' })).toThrow(/^JWT_KEYS, API_KEY_PEPPER must be set/)
  })

  test.each([
    ['cut off', '{"JWT_KEYS": "k1:'],
    ['of another shape', '[]'],
    ['with a key missing', JSON.stringify({ JWT_KEYS: key('k1'), ENCRYPTION_KEYS: key('k1') })],
  ])('generated keys %s: the file is named, and what to do', (_how, content) => {
    const file = path.join(folder, 'keys.json')
    writeFileSync(file, content)
    expect(() => alone()).toThrow(SetupError)
    expect(() => alone()).toThrow(file)
    expect(readFileSync(file, 'utf8')).toBe(content)
  })
})

test('.env.example names every variable with its default, and each says what it is', () => {
  const example = readFileSync(path.resolve(__dirname, '../../.env.example'), 'utf8')
  const told = [...example.matchAll(/^# (.+)\n([A-Z_]+)=(.*)$/gm)].map(([, description, name, fallback]) => ({
    name,
    description,
    fallback,
  }))
  const table = Object.entries(Environment.properties).map(([name, schema]) => {
    const { description, default: fallback } = schema as { description?: string; default?: unknown }
    return { name, description, fallback: String(fallback ?? '') }
  })
  expect(told).toEqual(table)
  for (const { description } of table) expect(description).toBeTruthy()
})
