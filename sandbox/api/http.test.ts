import { isObject, parseJson, type JsonObject } from './json'
import { rawGet, rawPost, startSandbox, type TestSandbox } from './testing/start'

let sandbox: TestSandbox
beforeAll(async () => {
  sandbox = await startSandbox({ seed: 'http' })
})
afterAll(() => sandbox.close())

function errorOf(text: string): JsonObject {
  const body = parseJson(text)
  if (!isObject(body) || !isObject(body['error'])) throw new Error(`Not an error: ${text}`)
  return body['error']
}

async function refused(path: string, form?: string): Promise<JsonObject & { status: number }> {
  const { status, text, headers } =
    form === undefined ? await rawGet(sandbox, path) : await rawPost(sandbox, path, form)
  expect(headers.get('request-id')).toMatch(/^req_/)
  return { ...errorOf(text), status }
}

describe('who asks', () => {
  test('a missing or unknown key answers 401 as Stripe does', async () => {
    const bare = await fetch(`${sandbox.url}/v1/balance`)
    expect(bare.status).toBe(401)
    expect(errorOf(await bare.text())['message']).toMatch(/^You did not provide an API key/)
    await expect(sandbox.client('sk_test_0123456789abcdef').balance.retrieve()).rejects.toMatchObject({
      type: 'StripeAuthenticationError',
      message: 'Invalid API Key provided: sk_test_************cdef',
    })
  })

  test('basic authentication works', async () => {
    const authorization = `Basic ${Buffer.from(`${sandbox.secretKey}:`).toString('base64')}`
    expect((await fetch(`${sandbox.url}/v1/balance`, { headers: { authorization } })).status).toBe(200)
  })

  test('Stripe-Account may name the own account, not another', async () => {
    const { stripe, engine } = sandbox
    await expect(stripe.balance.retrieve({}, { stripeAccount: engine.main.id })).resolves.toHaveProperty(
      'available',
    )
    await expect(stripe.balance.retrieve({}, { stripeAccount: 'acct_other' })).rejects.toMatchObject({
      code: 'account_invalid',
      statusCode: 403,
    })
  })

  test('another version of the API is refused', async () => {
    const headers = { authorization: `Bearer ${sandbox.secretKey}`, 'stripe-version': '2024-06-20' }
    expect((await fetch(`${sandbox.url}/v1/balance`, { headers })).status).toBe(400)
  })
})

describe('what is asked', () => {
  test('an unknown route answers 501 and names itself', async () => {
    const error = await refused('/v1/quotes?limit=3')
    expect(error.status).toBe(501)
    expect(error['message']).toContain('GET /v1/quotes')
    await expect(sandbox.stripe.quotes.list()).rejects.toMatchObject({ statusCode: 501 })
  })

  test.each([
    ['/v1/customers', 'colour=red', 'parameter_unknown', 'colour', 'Received unknown parameter: colour'],
    ['/v1/customers', 'address[planet]=Mars', 'parameter_unknown', 'address[planet]', undefined],
    ['/v1/customers', 'email=nobody', 'email_invalid', 'email', 'Invalid email address: nobody'],
    [
      '/v1/coupons',
      'percent_off=10&duration=repeating',
      'parameter_missing',
      'duration_in_months',
      'Missing required param: duration_in_months.',
    ],
    [
      '/v1/coupons',
      'amount_off=ten&currency=usd',
      'parameter_invalid_integer',
      'amount_off',
      'Invalid integer: ten',
    ],
    ['/v1/coupons', 'percent_off=120', undefined, 'percent_off', undefined],
    [
      '/v1/subscriptions',
      'items[0][price]=price_1',
      'parameter_missing',
      'customer',
      'Missing required param: customer.',
    ],
    [
      '/v1/subscriptions',
      'customer=cus_none',
      'resource_missing',
      'customer',
      "No such customer: 'cus_none'",
    ],
    ['/v1/products', 'name=', 'parameter_invalid_empty', 'name', undefined],
    ['/v1/refunds', '', undefined, undefined, undefined],
    [
      '/v1/prices',
      'currency=usd&unit_amount=5&product=prod_none',
      'resource_missing',
      'product',
      "No such product: 'prod_none'",
    ],
    ['/v1/webhook_endpoints', 'url=nowhere&enabled_events[]=*', 'url_invalid', 'url', undefined],
  ])('POST %s with %s is refused', async (path, form, code, param, message) => {
    const error = await refused(path, form)
    expect(error.status).toBe(400)
    expect(error['type']).toBe('invalid_request_error')
    expect(error['code']).toBe(code)
    expect(error['param']).toBe(param)
    if (message !== undefined) expect(error['message']).toBe(message)
  })

  test.each([
    ['/v1/customers?limit=0', 400, 'parameter_invalid_integer'],
    ['/v1/customers?limit=101', 400, 'parameter_invalid_integer'],
    ['/v1/customers?starting_after=cus_none', 400, 'resource_missing'],
    ['/v1/customers?page=2', 400, 'parameter_unknown'],
    ['/v1/customers?created[after]=1', 400, 'parameter_unknown'],
    ['/v1/subscriptions?status=gone', 400, undefined],
    ['/v1/customers/cus_none', 404, 'resource_missing'],
    ['/v1/customers?expand[]=data.pets', 400, undefined],
    ['/v1/customers?expand[]=subscriptions', 400, undefined],
    ['/v1/subscriptions?expand[]=data.items.data.price.tiers', 400, undefined],
  ])('GET %s answers %d', async (path, status, code) => {
    const error = await refused(path)
    expect(error.status).toBe(status)
    expect(error['code']).toBe(code)
  })

  test('form bodies may have lists with and without indexes, and empty text unsets', async () => {
    const product = parseJson(
      (
        await rawPost(
          sandbox,
          '/v1/products',
          'name=A&images[]=x&images[]=y&marketing_features[0][name]=fast',
        )
      ).text,
    )
    if (!isObject(product)) throw new Error('no product')
    expect(product['images']).toEqual(['x', 'y'])
    expect(product['marketing_features']).toEqual([{ name: 'fast' }])
    const updated = await rawPost(
      sandbox,
      `/v1/products/${String(product['id'])}`,
      'images=&description=&metadata[a]=1&metadata[b]=2',
    )
    expect(parseJson(updated.text)).toMatchObject({
      images: ['x', 'y'],
      description: null,
      metadata: { a: '1', b: '2' },
    })
    const merged = await rawPost(
      sandbox,
      `/v1/products/${String(product['id'])}`,
      'metadata[a]=&metadata[c]=3',
    )
    expect(parseJson(merged.text)).toMatchObject({ metadata: { b: '2', c: '3' } })
    const emptied = await rawPost(sandbox, `/v1/products/${String(product['id'])}`, 'metadata=')
    expect(parseJson(emptied.text)).toMatchObject({ metadata: {} })
  })
})

describe('expanding', () => {
  test('puts objects in the place of ids, on single objects and in lists', async () => {
    const { data } = await sandbox.stripe.invoices.list({
      limit: 20,
      expand: ['data.customer', 'data.payments.data.payment'],
    })
    for (const invoice of data) {
      expect(invoice.customer).toHaveProperty('object', 'customer')
      expect(invoice.payments?.object).toBe('list')
    }
    const charge = (await sandbox.stripe.charges.list({ limit: 1 })).data[0]
    const whole = await sandbox.stripe.charges.retrieve(charge?.id ?? '', {
      expand: ['payment_intent.latest_charge.balance_transaction', 'refunds'],
    })
    expect(whole.payment_intent).toHaveProperty('latest_charge.id', charge?.id)
    expect(whole.refunds?.object).toBe('list')
  })

  test('tiers come only when asked for', async () => {
    const { stripe } = sandbox
    const plain = await stripe.prices.list({ lookup_keys: ['business_monthly_usd'] })
    expect(plain.data[0]).not.toHaveProperty('tiers')
    const expanded = await stripe.prices.list({
      lookup_keys: ['business_monthly_usd'],
      expand: ['data.tiers'],
    })
    expect(expanded.data[0]?.tiers?.map((tier) => [tier.up_to, String(tier.unit_amount_decimal)])).toEqual([
      [10, '3000'],
      [50, '2500'],
      [null, '2000'],
    ])
  })
})

describe('idempotency', () => {
  const post = (form: string, key: string) =>
    rawPost(sandbox, '/v1/coupons', form, { 'idempotency-key': key })

  test('the same request gives the same answer and happens once', async () => {
    const first = await post('percent_off=10&id=ONCE', 'key-1')
    const second = await post('percent_off=10&id=ONCE', 'key-1')
    expect(second.text).toBe(first.text)
    expect(first.headers.get('idempotent-replayed')).toBeNull()
    expect(second.headers.get('idempotent-replayed')).toBe('true')
  })

  test('other parameters under the same key are an error', async () => {
    await post('percent_off=10', 'key-2')
    const other = await post('percent_off=11', 'key-2')
    expect(other.status).toBe(400)
    expect(errorOf(other.text)['type']).toBe('idempotency_error')
  })

  test('a request that was refused leaves its key free', async () => {
    expect((await post('percent_off=ten', 'key-3')).status).toBe(400)
    expect((await post('percent_off=10', 'key-3')).status).toBe(200)
  })

  test('a key is busy while its request runs', async () => {
    const faults = (body: object) =>
      fetch(`${sandbox.url}/_sandbox/faults`, { method: 'POST', body: JSON.stringify(body) })
    await faults({ hold_ms: 150 })
    const [one, other] = await Promise.all([post('percent_off=12', 'key-4'), post('percent_off=12', 'key-4')])
    await faults({})
    expect([one.status, other.status].sort()).toEqual([200, 409])
  })
})

describe('faults on demand', () => {
  const faults = (body: object) =>
    fetch(`${sandbox.url}/_sandbox/faults`, { method: 'POST', body: JSON.stringify(body) })
  afterEach(() => faults({}))

  test('requests fail with a status, before or after they are carried out', async () => {
    const { stripe } = sandbox
    await faults({ fail: [{ match: 'GET /v1/balance', status: 429, times: 1 }] })
    await expect(stripe.balance.retrieve()).rejects.toMatchObject({ type: 'StripeRateLimitError' })
    await expect(stripe.balance.retrieve()).resolves.toBeDefined()
    await faults({ fail: [{ match: 'POST /v1/coupons', status: 500, times: 1, when: 'after' }] })
    await expect(stripe.coupons.create({ id: 'AFTER', percent_off: 5 })).rejects.toMatchObject({
      statusCode: 500,
    })
    await expect(stripe.coupons.retrieve('AFTER')).resolves.toHaveProperty('percent_off', 5)
  })

  test('objects are locked, and an account that asks too often is refused', async () => {
    const { stripe } = sandbox
    await faults({ fail: [{ match: 'POST /v1/customers', status: 429, code: 'lock_timeout', times: 1 }] })
    await expect(stripe.customers.create({})).rejects.toMatchObject({ code: 'lock_timeout', statusCode: 429 })
    await faults({ requests_per_second: 5 })
    const answers = await Promise.allSettled(Array.from({ length: 30 }, () => stripe.balance.retrieve()))
    const refused = answers.filter((one) => one.status === 'rejected')
    // The thirty may fall into two seconds.
    expect(refused.length).toBeGreaterThanOrEqual(20)
    expect(refused[0]).toMatchObject({ reason: { type: 'StripeRateLimitError', code: 'rate_limit' } })
  })

  test('an unknown fault is refused', async () => {
    expect((await faults({ explode: true })).status).toBe(400)
  })
})
