import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { APP_ROOT, ROOT, manifestForCli, manifestTextForCli, readDevManifest, readManifest } from './manifest'
import { VIEWPORTS } from './viewports'

const manifest = readManifest()
const dev = readDevManifest()

/** docs.stripe.com/stripe-apps/reference/permissions, those that a billing desk can have a use for. */
const PERMISSIONS = [
  'balance_read',
  'charge_read',
  'connected_account_read',
  'coupon_read',
  'coupon_write',
  'credit_note_read',
  'customer_read',
  'dispute_read',
  'event_read',
  'invoice_read',
  'payment_intent_read',
  'payout_read',
  'plan_read',
  'product_read',
  'promotion_code_read',
  'promotion_code_write',
  'subscription_read',
  'tax_rate_read',
]

const FORBIDDEN_NAMES = /\b(stripe|app|free|paid|rak|api key|generator|authenticator)\b/i
/** The schema wants something after the host, and a release only takes HTTPS. */
const RELEASED_SOURCE = /^https:\/\/[a-z0-9.-]+\/.+/
const LOCAL_SOURCE = /^http:\/\/localhost:\d+\/.+/

describe('the manifest', () => {
  it('has an id, a version and a name that Stripe takes', () => {
    expect(manifest.id).toMatch(/^[a-zA-Z0-9_\-.]+$/)
    expect(manifest.id.split('.').length).toBeGreaterThanOrEqual(3)
    expect(manifest.version).not.toBe('')
    expect(manifest.name.length).toBeLessThanOrEqual(35)
    expect(manifest.name).not.toMatch(FORBIDDEN_NAMES)
  })

  it('is a private app of the platform kind', () => {
    expect(manifest.distribution_type).toBe('private')
    expect(manifest.stripe_api_access_type).toBe('platform')
    expect(manifest.sandbox_install_compatible).toBeDefined()
  })

  it('has a square PNG of 300 pixels as icon, named from the manifest down', () => {
    expect(manifest.icon).toMatch(/^\.\//)
    expect(manifest.icon).not.toContain('../')
    const png = readFileSync(join(ROOT, manifest.icon))
    expect(png.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([300, 300])
  })

  it('asks for known permissions only, each once and with a purpose', () => {
    const names = manifest.permissions.map(({ permission }) => permission)
    expect(names.filter((name) => !PERMISSIONS.includes(name))).toEqual([])
    expect(new Set(names).size).toBe(names.length)
    for (const { purpose } of manifest.permissions) expect(purpose).toMatch(/^[A-Z].{10,}\.$/)
  })

  it('declares every address it calls, HTTPS in a release and localhost in development', () => {
    const policy = manifest.ui_extension.content_security_policy
    expect(policy.purpose).not.toBe('')
    for (const source of policy['connect-src'] ?? []) {
      expect(source).toMatch(RELEASED_SOURCE)
      expect(source).not.toContain('api.stripe.com')
    }
    const local = dev.ui_extension?.content_security_policy
    expect(local?.purpose).not.toBe('')
    for (const source of local?.['connect-src'] ?? []) expect(source).toMatch(LOCAL_SOURCE)
  })

  it('points its constants at a backend that its policy allows', () => {
    const cases = [
      { constants: manifest.constants, policy: manifest.ui_extension.content_security_policy },
      { constants: dev.constants, policy: dev.ui_extension?.content_security_policy },
    ]
    for (const { constants, policy } of cases) {
      const backend = constants?.['backend_url']
      expect(typeof backend).toBe('string')
      expect(policy?.['connect-src']).toContain(`${String(backend)}/v1/`)
    }
  })

  it('has known viewports, each with a component that the CLI finds', () => {
    for (const { viewport, component } of manifest.ui_extension.views) {
      expect(VIEWPORTS).toContain(viewport)
      expect(component).toMatch(/^[a-zA-Z0-9_]+$/)
      const file = join(APP_ROOT, 'src', 'views', `${component}.tsx`)
      expect(existsSync(file)).toBe(true)
      const source = readFileSync(file, 'utf8')
      expect(source).toMatch(/^export default function /m)
      expect(source.trimEnd().split('\n').length).toBeLessThanOrEqual(20)
    }
  })
})

describe('the manifest beside the views', () => {
  it('is the one at the root but for the icon’s path: npm run generate writes it', () => {
    const written = readFileSync(join(APP_ROOT, 'stripe-app.json'), 'utf8')
    expect(written).toBe(manifestTextForCli())
    expect(manifestForCli()).toEqual({ ...manifest, icon: './icon.png' })
    expect(existsSync(join(APP_ROOT, manifestForCli().icon))).toBe(true)
  })

  it('is extended for development', () => {
    expect(dev.extends).toBe('stripe-app.json')
  })
})
