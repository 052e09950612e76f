import fc from 'fast-check'
import type Stripe from 'stripe'
import { DAY } from './engine/calendar'
import { digest } from './testing/digest'
import { firstItem, startBilling, type Billing } from './testing/billing'
import { patienceFor, runsOf } from './testing/runs'

const RUNS = runsOf(25)

let billing: Billing
let stripe: Billing['stripe']
let taxes: Stripe.TaxRate[]
let coupons: Stripe.Coupon[]
beforeAll(async () => {
  billing = await startBilling()
  ;({ stripe } = billing)
  taxes = await Promise.all(
    [false, true].map((inclusive) =>
      stripe.taxRates.create({ display_name: 'Tax', percentage: 7.7, inclusive }),
    ),
  )
  coupons = await Promise.all([
    stripe.coupons.create({ percent_off: 33, duration: 'once' }),
    stripe.coupons.create({ amount_off: 250, currency: 'usd', duration: 'forever' }),
    stripe.coupons.create({ percent_off: 15, duration: 'repeating', duration_in_months: 1 }),
  ])
})
afterAll(() => billing.sandbox.close())

const now = () => billing.sandbox.engine.main.now

/** What of an invoice a preview must tell. */
function bill(invoice: Stripe.Invoice | undefined) {
  if (!invoice) return undefined
  const amounts = (list: { amount: number }[] | null) => (list ?? []).map(({ amount }) => amount)
  const { subtotal, total, total_excluding_tax, amount_due, starting_balance, currency } = invoice
  return {
    ...{ subtotal, total, total_excluding_tax, amount_due, starting_balance, currency },
    taxes: amounts(invoice.total_taxes),
    discounts: amounts(invoice.total_discount_amounts),
    lines: invoice.lines.data.map((line) => ({
      amount: line.amount,
      description: line.description,
      period: line.period,
      quantity: line.quantity,
      taxes: amounts(line.taxes),
      discounts: amounts(line.discount_amounts),
    })),
  }
}

const someItem = fc.record({ price: fc.nat(2), quantity: fc.integer({ min: 1, max: 9 }) })
const scenario = fc.record({
  items: fc.array(someItem, { minLength: 1, maxLength: 2 }),
  coupons: fc.subarray([0, 1, 2]),
  tax: fc.option(fc.nat(1)),
  balance: fc.integer({ min: -3_000, max: 500 }),
  classic: fc.boolean(),
  passes: fc.integer({ min: 0, max: 25 * DAY }),
  change: fc.record({
    item: someItem,
    how: fc.constantFrom('quantity', 'price', 'add', 'anchor', 'trial', 'nothing', 'cancel'),
    prorates: fc.constantFrom('create_prorations', 'always_invoice', 'none'),
  }),
})
type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never

/** Changes that are billed at once, whatever chance brings besides. */
const AT_ONCE: Scenario[] = [0, 1].flatMap((price) =>
  [false, true].map((classic) => ({
    items: [{ price, quantity: 2 }],
    coupons: [],
    tax: price,
    balance: 0,
    classic,
    passes: (7 + 3 * price) * DAY,
    change: { item: { price, quantity: 5 }, how: 'anchor', prorates: 'always_invoice' },
  })),
)

const priceOf = (index: number) => [billing.monthly, billing.dear, billing.yearly][index]?.id ?? ''

async function begin({
  items,
  coupons: used,
  tax,
  balance,
  classic,
}: Scenario): Promise<Stripe.Subscription> {
  const customer = await stripe.customers.create({
    balance,
    payment_method: 'pm_card_visa',
    invoice_settings: { default_payment_method: 'pm_card_visa' },
  })
  const distinct = items.filter(({ price }, index) => items.findIndex((one) => one.price === price) === index)
  const same = classic ? distinct.slice(0, 1) : distinct
  return stripe.subscriptions.create({
    customer: customer.id,
    items: same.map(({ price, quantity }) => ({ price: priceOf(price), quantity })),
    discounts: used.map((index) => ({ coupon: coupons[index]?.id ?? '' })),
    ...(tax === null ? {} : { default_tax_rates: [taxes[tax]?.id ?? ''] }),
    ...(classic ? { billing_mode: { type: 'classic' } } : {}),
  })
}

/** The change as the preview takes it; the update takes the same. */
function detailsOf({ change: { item, how, prorates } }: Scenario, subscription: Stripe.Subscription) {
  const id = firstItem(subscription)
  const taken = subscription.items.data.some(({ price }) => price.id === priceOf(item.price))
  const details: Stripe.InvoiceCreatePreviewParams.SubscriptionDetails & Stripe.SubscriptionUpdateParams = {
    proration_behavior: prorates,
    proration_date: now(),
  }
  if (how === 'quantity') details.items = [{ id, quantity: item.quantity }]
  if (how === 'price' && !taken) details.items = [{ id, price: priceOf(item.price), quantity: item.quantity }]
  if (how === 'add' && !taken && subscription.billing_mode.type === 'flexible') {
    details.items = [{ price: priceOf(item.price), quantity: item.quantity }]
  }
  if (how === 'anchor') details.billing_cycle_anchor = { type: 'now' }
  if (how === 'trial') details.trial_end = now() + 3 * DAY
  if (how === 'cancel') details.cancel_at = now() + 5 * DAY
  return details
}

test(
  'a preview is what is billed, whatever changes',
  async () => {
    let immediate = 0
    await fc.assert(
      fc.asyncProperty(scenario, async (one) => {
        const subscription = await begin(one)
        await billing.advance(one.passes / DAY)
        const current = await stripe.subscriptions.retrieve(subscription.id)
        const details = detailsOf(one, current)
        const before = digest(billing.sandbox.engine)
        const preview = await stripe.invoices
          .createPreview({ subscription: subscription.id, subscription_details: details })
          .catch((error: Stripe.errors.StripeError) => error)
        expect(digest(billing.sandbox.engine)).toBe(before)
        const known = new Set((await billing.invoicesOf(subscription)).map(({ id }) => id))
        await stripe.subscriptions.update(subscription.id, details)
        const fresh = async () =>
          (await billing.invoicesOf(subscription)).filter(({ id }) => !known.has(id)).at(-1)
        if ((await fresh()) === undefined) {
          const next = await stripe.subscriptions.retrieve(subscription.id)
          const ends = next.items.data.map(({ current_period_end }) => current_period_end)
          await billing.advance((Math.min(...ends, next.cancel_at ?? Infinity) - now()) / DAY)
        } else immediate += 1
        const billed = await fresh()
        if ('code' in preview) {
          expect([preview.code, billed]).toEqual(['invoice_upcoming_none', undefined])
        } else {
          expect(bill(preview as Stripe.Invoice)).toEqual(bill(billed))
        }
      }),
      { numRuns: RUNS, examples: AT_ONCE.map((one): [Scenario] => [one]) },
    )
    expect(immediate).toBeGreaterThanOrEqual(AT_ONCE.length)
  },
  patienceFor(RUNS),
)

test('a subscription that would begin, and items by hand, are previewed too', async () => {
  const customer = await billing.payer()
  const discounts = [{ coupon: coupons[1]?.id ?? '' }]
  const items = [{ price: billing.monthly.id, quantity: 3 }]
  const preview = await stripe.invoices.createPreview({
    customer: customer.id,
    discounts,
    subscription_details: { items, default_tax_rates: [taxes[0]?.id ?? ''] },
  })
  expect(preview).toMatchObject({ status: 'draft', billing_reason: 'subscription_create', number: null })
  expect(preview.id).toMatch(/^upcoming_in_/)
  const real = await stripe.subscriptions.create({
    customer: customer.id,
    discounts,
    items,
    default_tax_rates: [taxes[0]?.id ?? ''],
  })
  expect(bill(preview)).toEqual(bill((await billing.invoicesOf(real))[0]))
  const alone = await billing.payer()
  const byHand = await stripe.invoices.createPreview({
    customer: alone.id,
    invoice_items: [{ amount: 300, currency: 'usd', discounts }],
  })
  expect(byHand).toMatchObject({ subtotal: 50, total: 50, billing_reason: 'manual' })
  expect((await stripe.invoiceItems.list({ customer: alone.id })).data).toEqual([])
  await expect(stripe.invoices.createPreview({ customer: alone.id })).rejects.toMatchObject({
    code: 'invoice_upcoming_none',
    statusCode: 404,
  })
  const next = await stripe.invoices.createPreview({
    customer: customer.id,
    invoice_items: [{ amount: 7, currency: 'usd' }],
    subscription: real.id,
    discounts: '',
  })
  expect(next.lines.data.map(({ amount }) => amount)).toEqual([7, 3_000])
  expect(next.total_discount_amounts).toEqual([])
})

test('cancelling and resuming are previewed', async () => {
  const subscription = await stripe.subscriptions.create({
    customer: (await billing.payer()).id,
    items: [{ price: billing.monthly.id }],
  })
  const gone = await stripe.invoices.createPreview({
    subscription: subscription.id,
    subscription_details: { cancel_now: true },
  })
  expect(gone.total).toBe(-1_000)
  await stripe.subscriptions.pause(subscription.id)
  await expect(stripe.invoices.createPreview({ subscription: subscription.id })).rejects.toMatchObject({
    code: 'invoice_upcoming_none',
  })
  const back = await stripe.invoices.createPreview({
    subscription: subscription.id,
    subscription_details: { resume_at: 'now' },
  })
  const resumed = await stripe.subscriptions.resume(subscription.id)
  expect(bill(back)).toEqual(bill((await billing.invoicesOf(resumed))[0]))
  await expect(
    stripe.invoices.createPreview({ subscription: subscription.id, preview_mode: 'recurring' }),
  ).rejects.toMatchObject({ param: 'preview_mode' })
})

test('a renewal is announced a week before, with what it will bill', async () => {
  const subscription = await stripe.subscriptions.create({
    customer: (await billing.payer()).id,
    items: [{ price: billing.monthly.id }],
  })
  await billing.advance(26)
  const { data } = await stripe.events.list({ type: 'invoice.upcoming', limit: 100 })
  const upcoming = data
    .map((event) => event.data.object as Stripe.Invoice)
    .find(({ parent }) => parent?.subscription_details?.subscription === subscription.id)
  await billing.advance(6)
  expect(bill(upcoming)).toEqual(bill((await billing.invoicesOf(subscription))[0]))
})
