import type Stripe from 'stripe'
import { startBilling, type Billing } from './testing/billing'
import { refusal } from './testing/payments'

let billing: Billing
let stripe: Billing['stripe']
let customer: Stripe.Customer
let subscription: Stripe.Subscription
beforeAll(async () => {
  billing = await startBilling()
  ;({ stripe } = billing)
})
beforeEach(async () => {
  customer = await billing.payer()
  subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: billing.monthly.id }],
  })
})
afterAll(() => billing.sandbox.close())

const everything = {
  payment_method_update: { enabled: true },
  invoice_history: { enabled: true },
  subscription_cancel: {
    enabled: true,
    cancellation_reason: { enabled: true, options: ['too_expensive' as const] },
  },
}

async function open(features: object = everything, more: object = {}): Promise<Stripe.BillingPortal.Session> {
  const configuration = await stripe.billingPortal.configurations.create({ features })
  return stripe.billingPortal.sessions.create({
    customer: customer.id,
    configuration: configuration.id,
    ...more,
  })
}

const submit = (session: Stripe.BillingPortal.Session, action: string, form: Record<string, string>) =>
  fetch(`${session.url}/${action}`, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' })

test('needs a configuration; without one named the default, which the Dashboard makes', async () => {
  const bare = { customer: customer.id }
  expect(await refusal(stripe.billingPortal.sessions.create(bare))).toMatchObject({
    message: expect.stringMatching(/^No configuration provided and your test mode default configuration/),
  })
  await fetch(`${billing.sandbox.url}/_sandbox/portal_configuration`, { method: 'POST' })
  const [configuration] = (await stripe.billingPortal.configurations.list({ is_default: true })).data
  const session = await stripe.billingPortal.sessions.create(bare)
  expect(session).toMatchObject({ configuration: configuration?.id, customer: customer.id, flow: null })
  expect(await billing.eventsAbout(session.id)).toEqual(['billing_portal.session.created'])
  const off = stripe.billingPortal.configurations.update(configuration?.id ?? '', { active: false })
  expect(await refusal(off)).toMatchObject({ param: 'active' })
})

test('shows a customer what it has, and nobody else', async () => {
  const session = await open(everything, { return_url: 'https://northwind.example.com/account' })
  const page = await (await fetch(session.url)).text()
  for (const shown of [
    '1 × Desk: active',
    'visa •••• 4242',
    '$10.00',
    'https://northwind.example.com/account',
  ]) {
    expect(page).toContain(shown)
  }
  expect((await fetch(session.url.replace(/.$/, 'x'))).status).toBe(404)
  const other = await open()
  const foreign = await submit(other, 'cancel', { subscription: 'sub_none' })
  expect(foreign.status).toBe(403)
})

test('replaces the card that pays', async () => {
  const session = await open()
  expect((await submit(session, 'card', { number: '5555555555554444' })).status).toBe(303)
  const after = await stripe.customers.retrieve(customer.id, {
    expand: ['invoice_settings.default_payment_method'],
  })
  expect(after).toMatchObject({
    invoice_settings: { default_payment_method: { card: { brand: 'mastercard' } } },
  })
  const declined = await submit(session, 'card', { number: '4000000000000002' })
  expect(declined.status).toBe(400)
  expect(await declined.text()).toContain('Your card was declined.')
})

test('cancels a subscription for a reason, and lets it go on', async () => {
  const session = await open()
  await submit(session, 'cancel', { subscription: subscription.id, feedback: 'too_expensive' })
  expect(await stripe.subscriptions.retrieve(subscription.id)).toMatchObject({
    status: 'active',
    cancel_at_period_end: true,
    cancellation_details: { feedback: 'too_expensive', reason: 'cancellation_requested' },
  })
  expect(await (await fetch(session.url)).text()).toContain('Do not cancel')
  await submit(session, 'resume', { subscription: subscription.id })
  expect((await stripe.subscriptions.retrieve(subscription.id)).cancel_at_period_end).toBe(false)
})

test('cancels at once where the settings say so, and nothing that they forbid', async () => {
  const session = await open({ subscription_cancel: { enabled: true, mode: 'immediately' } })
  expect((await submit(session, 'card', { number: '4242424242424242' })).status).toBe(403)
  await submit(session, 'cancel', { subscription: subscription.id })
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe('canceled')
})

test('leads through one step, and back to the shop', async () => {
  const flow_data = {
    type: 'subscription_cancel',
    subscription_cancel: { subscription: subscription.id },
    after_completion: { type: 'redirect', redirect: { return_url: 'https://northwind.example.com/bye' } },
  }
  const session = await open(everything, { flow_data })
  expect(session.flow).toMatchObject({
    type: 'subscription_cancel',
    subscription_cancel: { subscription: subscription.id },
    after_completion: { type: 'redirect' },
  })
  expect(await (await fetch(session.url)).text()).not.toContain('Payment method')
  const answer = await submit(session, 'cancel', { subscription: subscription.id })
  expect(answer.headers.get('location')).toBe('https://northwind.example.com/bye')
  expect(await refusal(open(everything, { flow_data }))).toMatchObject({
    param: 'flow_data[subscription_cancel][subscription]',
  })
  const disabled = open({ invoice_history: { enabled: true } }, { flow_data })
  expect(await refusal(disabled)).toMatchObject({ param: 'flow_data[type]' })
})

test('an address is good for an hour', async () => {
  const session = await open()
  expect((await fetch(session.url)).status).toBe(200)
  await billing.advance(1 / 24)
  expect((await fetch(session.url)).status).toBe(404)
})

test('what the portal lacks cannot be switched on', async () => {
  for (const features of [
    { subscription_pause: { enabled: true } },
    { subscription_update: { enabled: true } },
  ]) {
    expect(await refusal(open(features))).toMatchObject({ param: expect.stringContaining('features[') })
  }
  const login = stripe.billingPortal.configurations.create({
    features: everything,
    login_page: { enabled: true },
  })
  expect(await refusal(login)).toMatchObject({ param: 'login_page[enabled]' })
})
