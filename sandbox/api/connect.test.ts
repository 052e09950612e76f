import type Stripe from 'stripe'
import { startSandbox, type TestSandbox } from './testing/start'

let sandbox: TestSandbox
let stripe: Stripe

beforeAll(async () => {
  sandbox = await startSandbox({ size: 'empty', seed: 'connect' })
  stripe = sandbox.stripe
})
afterAll(() => sandbox.close())

const express: Stripe.AccountCreateParams = {
  country: 'US',
  controller: {
    fees: { payer: 'application' },
    losses: { payments: 'application' },
    stripe_dashboard: { type: 'express' },
  },
  capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
}
const urls = {
  refresh_url: 'https://desk.example.com/refresh',
  return_url: 'https://desk.example.com/return',
}

async function control(
  path: string,
  body = '',
  headers: Record<string, string> = {},
): Promise<Record<string, unknown>> {
  const answer = await fetch(`${sandbox.url}${path}`, { method: 'POST', body, headers })
  const value = (await answer.json()) as Record<string, unknown>
  if (!answer.ok) throw new Error(JSON.stringify(value))
  return value
}

describe('onboarding', () => {
  test('an account may do nothing until its owner has answered what is asked', async () => {
    const account = await stripe.accounts.create(express)
    expect(account).toMatchObject({
      type: 'express',
      charges_enabled: false,
      payouts_enabled: false,
      details_submitted: false,
      capabilities: { card_payments: 'inactive', transfers: 'inactive' },
      requirements: { disabled_reason: 'requirements.past_due' },
    })
    expect(account.requirements?.currently_due).toContain('external_account')
    const link = await stripe.accountLinks.create({
      account: account.id,
      type: 'account_onboarding',
      ...urls,
    })
    const page = await fetch(link.url)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('external_account')
    const back = await fetch(link.url, { method: 'POST', body: 'outcome=complete', redirect: 'manual' })
    expect([back.status, back.headers.get('location')]).toEqual([303, urls.return_url])
    expect(await stripe.accounts.retrieve(account.id)).toMatchObject({
      charges_enabled: true,
      payouts_enabled: true,
      details_submitted: true,
      capabilities: { card_payments: 'active', transfers: 'active' },
      requirements: { currently_due: [], disabled_reason: null },
    })
    const again = await fetch(link.url, { redirect: 'manual' })
    expect([again.status, again.headers.get('location')]).toEqual([302, urls.refresh_url])
  })

  test('who returns without answering has used the link and is still asked', async () => {
    const account = await stripe.accounts.create(express)
    const link = await stripe.accountLinks.create({
      account: account.id,
      type: 'account_onboarding',
      ...urls,
    })
    await fetch(link.url, { method: 'POST', body: 'outcome=later', redirect: 'manual' })
    expect((await stripe.accounts.retrieve(account.id)).details_submitted).toBe(false)
    const again = await fetch(link.url, { redirect: 'manual' })
    expect(again.headers.get('location')).toBe(urls.refresh_url)
  })

  test('a link lives for five minutes', async () => {
    const account = await stripe.accounts.create(express)
    const link = await stripe.accountLinks.create({
      account: account.id,
      type: 'account_onboarding',
      ...urls,
    })
    expect(link.expires_at - link.created).toBe(300)
    await sandbox.advance(300)
    expect((await fetch(link.url, { redirect: 'manual' })).status).toBe(302)
  })

  test('a platform that collects requirements itself answers them through the API', async () => {
    const account = await stripe.accounts.create({
      ...express,
      controller: {
        fees: { payer: 'application' },
        losses: { payments: 'application' },
        requirement_collection: 'application',
        stripe_dashboard: { type: 'none' },
      },
      business_type: 'individual',
      business_profile: { mcc: '5734', url: 'https://example.com' },
    })
    expect(account.type).toBe('custom')
    const update = await stripe.accounts.update(account.id, {
      individual: {
        first_name: 'Ida',
        last_name: 'Berg',
        email: 'ida@example.com',
        phone: '+1',
        dob: { day: 1, month: 1, year: 1990 },
        address: { line1: 'Street 1', city: 'Town', postal_code: '1' },
      },
      tos_acceptance: { date: 1_700_000_000, ip: '127.0.0.1' },
    })
    expect(update.requirements?.currently_due).toEqual(['external_account'])
    await stripe.accounts.createExternalAccount(account.id, {
      external_account: {
        object: 'bank_account',
        country: 'US',
        currency: 'usd',
        routing_number: '110000000',
        account_number: '000123456789',
      } as never,
    })
    const done = await stripe.accounts.retrieve(account.id)
    expect(done).toMatchObject({ charges_enabled: true, payouts_enabled: true, details_submitted: true })
    expect(done.external_accounts?.data[0]).toMatchObject({ object: 'bank_account', last4: '6789' })
  })

  test('the owner of a rejected account may do nothing any more', async () => {
    const account = await stripe.accounts.create(express)
    const rejected = await stripe.accounts.reject(account.id, { reason: 'fraud' })
    expect(rejected.requirements?.disabled_reason).toBe('rejected.fraud')
    expect(rejected.charges_enabled).toBe(false)
  })

  test.each([
    [{ type: 'express', controller: { fees: { payer: 'account' } } }, { code: 'parameters_exclusive' }],
    [{ country: 'XX' }, { code: 'country_unsupported', param: 'country' }],
    [
      { controller: { requirement_collection: 'application', stripe_dashboard: { type: 'full' } } },
      { param: 'controller[stripe_dashboard][type]' },
    ],
  ] as [Stripe.AccountCreateParams, object][])('refuses %j', async (params, problem) => {
    await expect(stripe.accounts.create(params)).rejects.toMatchObject(problem)
  })

  test('links of the wrong kind are refused', async () => {
    const account = await stripe.accounts.create(express)
    await expect(
      stripe.accountLinks.create({ account: account.id, type: 'account_update', ...urls }),
    ).rejects.toMatchObject({ param: 'type' })
    await expect(
      stripe.accountLinks.create({ account: 'acct_none', type: 'account_onboarding', ...urls }),
    ).rejects.toMatchObject({ code: 'resource_missing' })
    await expect(stripe.accounts.createLoginLink(account.id)).rejects.toMatchObject({ statusCode: 400 })
  })
})

describe('isolation', () => {
  test('objects of one account are missing in every other', async () => {
    const one = await stripe.accounts.create(express)
    const other = await stripe.accounts.create(express)
    const stripeAccount = one.id
    const customer = await stripe.customers.create({ email: 'one@example.com' }, { stripeAccount })
    const product = await stripe.products.create({ name: 'One' }, { stripeAccount })
    for (const elsewhere of [{}, { stripeAccount: other.id }]) {
      await expect(stripe.customers.retrieve(customer.id, {}, elsewhere)).rejects.toMatchObject({
        statusCode: 404,
      })
      await expect(stripe.products.retrieve(product.id, {}, elsewhere)).rejects.toMatchObject({
        statusCode: 404,
      })
      expect((await stripe.customers.list({}, elsewhere)).data).toEqual([])
    }
    expect((await stripe.customers.list({}, { stripeAccount })).data).toHaveLength(1)
    await expect(stripe.customers.list({}, { stripeAccount: 'acct_other' })).rejects.toMatchObject({
      statusCode: 403,
      code: 'account_invalid',
    })
  })

  test('the same idempotency key in two accounts is two requests', async () => {
    const { id: stripeAccount } = await stripe.accounts.create(express)
    const idempotencyKey = 'same'
    const one = await stripe.customers.create({}, { idempotencyKey })
    const other = await stripe.customers.create({}, { idempotencyKey, stripeAccount })
    expect(other.id).not.toBe(one.id)
    expect((await stripe.customers.create({}, { idempotencyKey, stripeAccount })).id).toBe(other.id)
  })

  test('live and test mode never meet, and live objects say so', async () => {
    const live = sandbox.client(sandbox.engine.live.secretKey)
    const customer = await live.customers.create({ email: 'live@example.com' })
    expect(customer.livemode).toBe(true)
    await expect(stripe.customers.retrieve(customer.id)).rejects.toMatchObject({ statusCode: 404 })
    expect((await live.accounts.retrieveCurrent()).id).toBe((await stripe.accounts.retrieveCurrent()).id)
    const events = await live.events.list()
    expect(
      events.data.map(({ livemode, data }) => [livemode, 'livemode' in data.object && data.object.livemode]),
    ).toEqual([[true, true]])
    expect(sandbox.engine.live.secretKey).toMatch(/^sk_live_/)
  })
})

describe('an app on other accounts', () => {
  test('an account with a history installs it, is read, and takes it off again', async () => {
    const { id } = await control('/_sandbox/accounts', 'name=Alpine&country=DE&size=small')
    const stripeAccount = String(id)
    const account = await stripe.accounts.retrieve(stripeAccount)
    expect(account).toMatchObject({
      default_currency: 'eur',
      country: 'DE',
      charges_enabled: true,
      type: 'standard',
    })
    expect((await stripe.customers.list({ limit: 100 }, { stripeAccount })).data.length).toBeGreaterThan(50)
    const installs = await stripe.apps.installs.list({ account: stripeAccount })
    expect(installs.data).toHaveLength(1)
    await stripe.apps.installs.uninstall(installs.data[0]?.id ?? '')
    await expect(stripe.customers.list({}, { stripeAccount })).rejects.toMatchObject({
      code: 'account_invalid',
    })
    const types = (await stripe.events.list({ type: 'apps.install.*' })).data.map(({ type }) => type)
    expect(types).toEqual(['apps.install.deleted', 'apps.install.created'])
  })
})

describe('restricted keys', () => {
  test('a key may do what it was given, and is told what it lacks', async () => {
    const { secret } = await control(
      '/_sandbox/restricted_keys',
      'permissions[]=customer_write&permissions[]=plan_read',
    )
    const restricted = sandbox.client(String(secret))
    await restricted.customers.create({})
    await restricted.customers.list()
    await restricted.prices.list()
    await restricted.accounts.retrieveCurrent()
    await expect(restricted.prices.create({ currency: 'usd', product: 'prod_x' })).rejects.toMatchObject({
      type: 'StripePermissionError',
      statusCode: 403,
      message: expect.stringContaining("Having the 'rak_plan_write' permission"),
    })
    await expect(restricted.invoices.list()).rejects.toMatchObject({
      message: expect.stringContaining('rak_invoice_read'),
    })
  })

  test('a key that was taken back is no key', async () => {
    const { id, secret } = await control('/_sandbox/restricted_keys', 'permissions[]=customer_read')
    const restricted = sandbox.client(String(secret))
    await restricted.customers.list()
    await fetch(`${sandbox.url}/_sandbox/restricted_keys/${String(id)}`, { method: 'DELETE' })
    await expect(restricted.customers.list()).rejects.toMatchObject({ type: 'StripeAuthenticationError' })
  })

  test('an unknown permission is refused', async () => {
    await expect(control('/_sandbox/restricted_keys', 'permissions[]=everything')).rejects.toThrow(
      'customer_read',
    )
  })
})
