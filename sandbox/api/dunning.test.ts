import { startBilling, type Billing } from './testing/billing'

let billing: Billing
let stripe: Billing['stripe']
beforeEach(async () => {
  billing = await startBilling()
  ;({ stripe } = billing)
})
afterEach(() => billing.sandbox.close())

const setRetries = async (retries: object) => {
  const body = new URLSearchParams(
    Object.entries(retries).map(([key, value]) => [key, String(value)]),
  ).toString()
  return fetch(`${billing.sandbox.url}/_sandbox/retries`, { method: 'POST', body })
}

/** A subscription whose renewal is about to be declined. */
async function failing() {
  const customer = await billing.payer()
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: billing.monthly.id }],
  })
  const bad = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer: customer.id })
  await stripe.customers.update(customer.id, { invoice_settings: { default_payment_method: bad.id } })
  return { subscription, bad }
}

test.each([
  ['cancel', 'canceled', 'uncollectible'],
  ['unpaid', 'unpaid', 'open'],
  ['past_due', 'past_due', 'open'],
  ['pause', 'paused', 'open'],
] as const)('after the last retry the account wants to %s', async (end, status, invoice) => {
  expect((await setRetries({ 'days[0]': 2, 'days[1]': 1, end })).status).toBe(200)
  const { subscription } = await failing()
  await billing.advance(31.2)
  const due = await stripe.subscriptions.retrieve(subscription.id, { expand: ['latest_invoice'] })
  expect(due).toMatchObject({ status: 'past_due', latest_invoice: { attempt_count: 1 } })
  await billing.advance(4)
  const over = await stripe.subscriptions.retrieve(subscription.id, { expand: ['latest_invoice'] })
  expect(over).toMatchObject({
    status,
    latest_invoice: { status: invoice, attempt_count: 3, next_payment_attempt: null },
  })
  if (end === 'pause') {
    expect(over.status_details?.paused.subscription.type).toBe('final_payment_failure')
    expect(await billing.eventsAbout(subscription.id)).toContain('customer.subscription.paused')
  }
})

test('only what can pause is paused in the end', async () => {
  await setRetries({ 'days[0]': 1, end: 'pause' })
  const customer = await billing.payer()
  const classic = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: billing.monthly.id }],
    billing_mode: { type: 'classic' },
  })
  const bad = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer: customer.id })
  await stripe.customers.update(customer.id, { invoice_settings: { default_payment_method: bad.id } })
  await billing.advance(34)
  expect((await stripe.subscriptions.retrieve(classic.id)).status).toBe('canceled')
})

test('a card that was declined for good is not asked again, until there is another one', async () => {
  const { subscription } = await failing()
  const decline = `${billing.sandbox.url}/_sandbox/customers/${String(subscription.customer)}/decline`
  await fetch(decline, { method: 'POST', body: 'code=stolen_card' })
  await billing.advance(35)
  const failed = await stripe.charges.list({ customer: String(subscription.customer), limit: 10 })
  expect(failed.data.filter(({ status }) => status === 'failed')).toHaveLength(1)
  expect((await billing.invoicesOf(subscription))[0]).toMatchObject({ status: 'open', attempt_count: 2 })
  const good = await stripe.paymentMethods.attach('pm_card_visa', { customer: String(subscription.customer) })
  await stripe.subscriptions.update(subscription.id, { default_payment_method: good.id })
  await billing.advance(5)
  expect((await billing.invoicesOf(subscription))[0]).toMatchObject({ status: 'paid', attempt_count: 3 })
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe('active')
})

test('without a card every attempt fails without a charge', async () => {
  const { subscription, bad } = await failing()
  await stripe.customers.update(String(subscription.customer), {
    invoice_settings: { default_payment_method: '' },
  })
  expect(bad.id).toMatch(/^pm_/)
  await billing.advance(32)
  expect((await billing.invoicesOf(subscription))[0]).toMatchObject({ status: 'open', attempt_count: 1 })
  expect((await stripe.charges.list({ customer: String(subscription.customer) })).data).toHaveLength(1)
})

test('settings that make no sense are refused, and those of a kept account are repeated', async () => {
  for (const wrong of [{ end: 'none' }, { 'days[0]': -1 }, { other: 1 }]) {
    expect((await setRetries(wrong)).status).toBe(400)
  }
  const answer = await fetch(`${billing.sandbox.url}/_sandbox/retries`)
  expect(await answer.json()).toEqual({ object: 'sandbox.retries', days: [3, 5, 7, 7], end: 'cancel' })
})
