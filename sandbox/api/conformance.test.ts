import { isObject, parseJson, type Json } from './json'
import { rawGet, startSandbox, type TestSandbox } from './testing/start'
import { createTypeCheck, type TypeCheck } from './testing/type-check'

/** Lists, the type of their objects, and expansions that add something. */
const LISTS: [path: string, type: string, expands: string[]][] = [
  ['/v1/customers', 'Stripe.Customer', ['subscriptions', 'invoice_settings.default_payment_method']],
  ['/v1/products', 'Stripe.Product', ['default_price']],
  ['/v1/prices', 'Stripe.Price', ['tiers', 'product']],
  ['/v1/coupons', 'Stripe.Coupon', ['applies_to']],
  ['/v1/promotion_codes', 'Stripe.PromotionCode', ['promotion.coupon']],
  [
    '/v1/subscriptions?status=all',
    'Stripe.Subscription',
    ['customer', 'latest_invoice', 'discounts', 'items.data.price'],
  ],
  [
    '/v1/invoices',
    'Stripe.Invoice',
    ['payments', 'confirmation_secret', 'customer', 'parent.subscription_details.subscription'],
  ],
  ['/v1/invoice_payments', 'Stripe.InvoicePayment', ['payment.payment_intent', 'invoice']],
  ['/v1/payment_intents', 'Stripe.PaymentIntent', ['latest_charge', 'payment_method', 'customer']],
  ['/v1/charges', 'Stripe.Charge', ['balance_transaction', 'refunds', 'payment_intent']],
  ['/v1/refunds', 'Stripe.Refund', ['charge', 'balance_transaction']],
  ['/v1/disputes', 'Stripe.Dispute', ['charge']],
  ['/v1/balance_transactions', 'Stripe.BalanceTransaction', ['source']],
  ['/v1/payouts', 'Stripe.Payout', ['balance_transaction']],
  ['/v1/events', 'Stripe.Event', []],
  ['/v1/webhook_endpoints', 'Stripe.WebhookEndpoint', []],
]

let sandbox: TestSandbox
let types: TypeCheck

beforeAll(async () => {
  sandbox = await startSandbox({ size: 'small', seed: 'tour2' })
  types = createTypeCheck([
    ...LISTS.map(([, type]) => type),
    'Stripe.Account',
    'Stripe.Balance',
    'Stripe.PaymentMethod',
    'Stripe.InvoiceLineItem',
    'Stripe.SubscriptionItem',
    'Stripe.DeletedCustomer',
    'Stripe.DeletedCoupon',
    'Stripe.DeletedWebhookEndpoint',
  ])
})
afterAll(() => sandbox.close())

async function get(path: string): Promise<Json> {
  const { status, text } = await rawGet(sandbox, path)
  if (status !== 200) throw new Error(`${path}: ${status} ${text}`)
  return parseJson(text)
}

async function listed(path: string): Promise<Json[]> {
  const page = await get(path)
  if (!isObject(page) || !Array.isArray(page['data'])) throw new Error(`${path} is not a list`)
  expect(Object.keys(page).sort()).toEqual(['data', 'has_more', 'object', 'url'])
  return page['data']
}

/** The package's types have whole objects where an event tells only the fields that changed. */
function withoutPrevious(one: Json): Json {
  if (!isObject(one) || one['object'] !== 'event' || !isObject(one['data'])) return one
  return { ...one, data: { object: one['data']['object'] ?? null } }
}

const distinct = (problems: string[]) => [...new Set(problems.map((one) => one.replaceAll(/\[\d+\]/g, '[]')))]

describe('answers have the shapes of the pinned package', () => {
  test.each(LISTS)('GET %s', async (path, type, expands) => {
    const separator = path.includes('?') ? '&' : '?'
    const plain = `${path}${separator}limit=100`
    const all = await listed(plain)
    expect(distinct(all.flatMap((one) => types.problems(type, withoutPrevious(one))))).toEqual([])
    for (const expansion of expands) {
      const expanded = await listed(`${plain}&expand[]=data.${expansion}`)
      expect(distinct(expanded.flatMap((one) => types.problems(type, one)))).toEqual([])
    }
    const first = all[0]
    if (!isObject(first) || path.startsWith('/v1/events')) return
    const [resource = ''] = path.split('?')
    expect(await get(`${resource}/${String(first['id'])}`)).toEqual(first)
  })

  test('single objects and inner lists', async () => {
    expect(types.problems('Stripe.Account', await get('/v1/account'))).toEqual([])
    expect(types.problems('Stripe.Balance', await get('/v1/balance'))).toEqual([])
    const { main } = sandbox.engine
    const invoice = [...main.store.invoices.all()].at(-1)
    const subscription = [...main.store.subscriptions.all()].at(-1)
    const customer = [...main.store.customers.all()].find((one) => one.default_payment_method !== null)
    for (const [path, type] of [
      [`/v1/invoices/${invoice?.id}/lines`, 'Stripe.InvoiceLineItem'],
      [`/v1/subscription_items?subscription=${subscription?.id}`, 'Stripe.SubscriptionItem'],
      [`/v1/customers/${customer?.id}/payment_methods`, 'Stripe.PaymentMethod'],
    ] as const) {
      const items = await listed(path)
      expect(items.length).toBeGreaterThan(0)
      expect(distinct(items.flatMap((one) => types.problems(type, one)))).toEqual([])
    }
    expect(types.problems('Stripe.Account', await get(`/v1/accounts/${main.id}`))).toEqual([])
    expect(
      types.problems(
        'Stripe.PaymentMethod',
        await get(`/v1/payment_methods/${customer?.default_payment_method}`),
      ),
    ).toEqual([])
  })

  test('what is deleted, and an endpoint with its secret', async () => {
    const { stripe } = sandbox
    const customer = await stripe.customers.create({})
    const coupon = await stripe.coupons.create({ percent_off: 5 })
    const endpoint = await stripe.webhookEndpoints.create({
      url: 'http://127.0.0.1:9/none',
      enabled_events: ['invoice.sent'],
    })
    expect(endpoint.secret).toMatch(/^whsec_/)
    const wire = (value: object): Json => parseJson(JSON.stringify(value))
    expect(types.problems('Stripe.WebhookEndpoint', wire(endpoint))).toEqual([])
    for (const [type, gone] of [
      ['Stripe.DeletedCustomer', await stripe.customers.del(customer.id)],
      ['Stripe.DeletedCoupon', await stripe.coupons.del(coupon.id)],
      ['Stripe.DeletedWebhookEndpoint', await stripe.webhookEndpoints.del(endpoint.id)],
    ] as const) {
      expect(types.problems(type, wire(gone))).toEqual([])
    }
    expect(types.problems('Stripe.DeletedCustomer', await get(`/v1/customers/${customer.id}`))).toEqual([])
    await expect(stripe.coupons.retrieve(coupon.id)).rejects.toMatchObject({
      code: 'resource_missing',
      statusCode: 404,
    })
  })

  test('the check itself finds missing, unknown and wrong fields', () => {
    const problems = types.problems('Stripe.Balance', {
      object: 'balance',
      available: 3,
      livemode: false,
      extra: 1,
    })
    expect(problems).toEqual([
      'Stripe.Balance.available: not a list',
      'Stripe.Balance.pending: missing',
      'Stripe.Balance.extra: unknown field',
    ])
  })
})
