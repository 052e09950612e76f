import type Stripe from 'stripe'
import { startBilling, type Billing } from './testing/billing'

let billing: Billing
let stripe: Billing['stripe']
beforeEach(async () => {
  billing = await startBilling()
  ;({ stripe } = billing)
})
afterEach(() => billing.sandbox.close())

const amounts = async (subscription: Stripe.Subscription) =>
  (await billing.invoicesOf(subscription)).map(({ total }) => total)

test('a pause stops everything and gives the rest of the period back; resuming begins a new one', async () => {
  const subscription = await billing.subscribe()
  await billing.advance(15.5)
  const paused = await stripe.subscriptions.pause(subscription.id)
  expect(paused).toMatchObject({
    status: 'paused',
    status_details: { paused: { type: 'subscription', subscription: { type: 'pause_requested' } } },
  })
  await billing.advance(10)
  expect(await amounts(subscription)).toEqual([1_000])
  const resuming = await stripe.subscriptions.resume(subscription.id, {
    payment_behavior: 'resume_on_payment_success',
  })
  expect(resuming.status).toBe('active')
  expect(resuming.status_details).toBeUndefined()
  expect(resuming.billing_cycle_anchor).toBe(billing.sandbox.engine.main.now)
  expect(await amounts(subscription)).toEqual([500, 1_000])
  const events = await billing.eventsAbout(subscription.id)
  expect(events.filter((type) => !type.endsWith('updated'))).toEqual([
    'customer.subscription.created',
    'customer.subscription.paused',
    'customer.subscription.resumed',
  ])
})

test('the credit can be invoiced, made for the whole period, or left out', async () => {
  const totals: number[][] = []
  for (const type of ['now', 'item_current_period_start', 'none'] as const) {
    const subscription = await billing.subscribe()
    await billing.advance(15.5)
    await stripe.subscriptions.pause(subscription.id, {
      bill_for: { unused_time_from: { type } },
      invoicing_behavior: 'invoice',
    })
    totals.push(await amounts(subscription))
  }
  expect(totals).toEqual([[-500, 1_000], [-1_000, 1_000], [1_000]])
})

test('within the old cycle only the days that are left are charged', async () => {
  const subscription = await billing.subscribe()
  await stripe.subscriptions.pause(subscription.id, { bill_for: { unused_time_from: { type: 'none' } } })
  await billing.advance(46.5 - 0.25)
  const active = await stripe.subscriptions.resume(subscription.id, {
    billing_cycle_anchor: { type: 'unchanged' },
  })
  expect(active).toMatchObject({ status: 'active', billing_cycle_anchor: subscription.billing_cycle_anchor })
  await billing.advance(16)
  const [renewal] = await billing.invoicesOf(subscription)
  // Of 30 days, 14 and three quarters were left.
  expect(renewal?.lines.data.map(({ amount }) => amount)).toEqual([492, 1_000])
})

test('without a payment attempt within 23 hours it stays paused; a failed one makes it past due', async () => {
  const subscription = await billing.subscribe()
  await stripe.subscriptions.pause(subscription.id, { bill_for: { unused_time_from: { type: 'none' } } })
  const resume = () => stripe.subscriptions.resume(subscription.id, { expand: ['latest_invoice'] })
  const waiting = await resume()
  expect(waiting).toMatchObject({ status: 'paused', latest_invoice: { status: 'open', attempted: false } })
  await expect(resume()).rejects.toThrow('being resumed already')
  await billing.advance(1)
  expect(await stripe.subscriptions.retrieve(subscription.id, { expand: ['latest_invoice'] })).toMatchObject({
    status: 'paused',
    latest_invoice: { status: 'void' },
  })
  const again = await resume()
  const invoice = again.latest_invoice
  if (invoice === null || typeof invoice === 'string') throw new Error('no invoice')
  const bad = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', {
    customer: String(subscription.customer),
  })
  await expect(stripe.invoices.pay(invoice.id, { payment_method: bad.id })).rejects.toMatchObject({
    code: 'card_declined',
  })
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe('past_due')
  await stripe.invoices.pay(invoice.id)
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe('active')
  await billing.advance(32)
  expect(await amounts(subscription)).toEqual([1_000, 1_000, 1_000, 1_000])
})

test('a resumption that waits for its payment is tried again by the schedule', async () => {
  const subscription = await billing.subscribe()
  await stripe.subscriptions.pause(subscription.id, { bill_for: { unused_time_from: { type: 'none' } } })
  const customer = String(subscription.customer)
  const bad = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer })
  const good = (await stripe.customers.retrieve(customer)) as Stripe.Customer
  await stripe.customers.update(customer, { invoice_settings: { default_payment_method: bad.id } })
  const paused = await stripe.subscriptions.resume(subscription.id, {
    payment_behavior: 'resume_on_payment_success',
  })
  expect(paused.status).toBe('paused')
  await stripe.customers.update(customer, {
    invoice_settings: { default_payment_method: String(good.invoice_settings.default_payment_method) },
  })
  await billing.advance(4)
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe('active')
})

test('what cannot be paused or resumed is refused', async () => {
  const classic = await billing.subscribe({ billing_mode: { type: 'classic' } })
  await expect(stripe.subscriptions.pause(classic.id)).rejects.toThrow('billing_mode=flexible')
  const flexible = await stripe.subscriptions.migrate(classic.id, { billing_mode: { type: 'flexible' } })
  expect(flexible.billing_mode).toMatchObject({
    type: 'flexible',
    updated_at: billing.sandbox.engine.main.now,
  })
  await expect(
    stripe.subscriptions.migrate(classic.id, { billing_mode: { type: 'flexible' } }),
  ).rejects.toThrow('already has')
  await expect(stripe.subscriptions.resume(classic.id)).rejects.toThrow('not paused')
  const trial = await billing.subscribe({ trial_period_days: 3 })
  await expect(stripe.subscriptions.pause(trial.id)).rejects.toThrow('Only active subscriptions')
})
