import type { Tour } from './tour'

const address = {
  city: 'Lisbon',
  country: 'PT',
  line1: 'Rua 1',
  line2: '',
  postal_code: '1000-001',
  state: '',
}
const shipping = { address, name: 'Ana', phone: '+351000000', carrier: 'CTT', tracking_number: '1' }

/** Payment methods, payments, setups, charges and refunds. */
export const paymentTour: Tour = async ({ sandbox, stripe }) => {
  const customer = await stripe.customers.create({ name: 'Ana Tour', email: 'ana@example.com' })
  const typed = await stripe.paymentMethods.create({
    type: 'card',
    card: { number: '4000002760003184', exp_month: 4, exp_year: 2031, cvc: '314' },
    billing_details: { address, email: 'ana@example.com', name: 'Ana', phone: '+351000000' },
    allow_redisplay: 'limited',
    metadata: { tour: 'yes' },
  })
  const method = await stripe.paymentMethods.create({ type: 'card', card: { token: 'tok_visa' } })
  await stripe.paymentMethods.retrieve(method.id)
  await stripe.paymentMethods.attach(method.id, { customer: customer.id })
  await stripe.paymentMethods.attach(typed.id, { customer: customer.id })
  await stripe.paymentMethods.update(typed.id, {
    allow_redisplay: 'always',
    billing_details: { name: 'Ana T.' },
    card: { exp_month: 5, exp_year: 2032 },
    metadata: { tour: '' },
  })
  await stripe.paymentMethods.list({
    customer: customer.id,
    type: 'card',
    allow_redisplay: 'always',
    limit: 1,
  })
  const held = await stripe.paymentIntents.create({
    amount: 2_000,
    currency: 'usd',
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
    capture_method: 'manual',
    confirm: true,
    confirmation_method: 'automatic',
    customer: customer.id,
    description: 'A tour',
    error_on_requires_action: true,
    metadata: { tour: 'yes' },
    off_session: false,
    payment_details: { customer_reference: 'A1', order_reference: 'B2' },
    payment_method: method.id,
    payment_method_options: { card: { request_three_d_secure: 'automatic' } },
    receipt_email: 'ana@example.com',
    return_url: 'https://shop.example.com/back',
    setup_future_usage: 'off_session',
    shipping,
    statement_descriptor: 'TOUR SHOP',
    statement_descriptor_suffix: 'ONE',
    transfer_group: 'tour',
    expand: ['latest_charge.balance_transaction'],
  })
  await stripe.paymentIntents.capture(held.id, {
    amount_to_capture: 1_500,
    final_capture: true,
    metadata: { captured: 'yes' },
    statement_descriptor: 'TOUR SHOP',
    statement_descriptor_suffix: 'TWO',
  })
  const open = await stripe.paymentIntents.create({
    amount: 900,
    currency: 'usd',
    payment_method: 'pm_card_visa',
  })
  await stripe.paymentIntents.update(open.id, {
    amount: 1_000,
    capture_method: 'automatic',
    currency: 'eur',
    customer: customer.id,
    description: 'Changed',
    metadata: { tour: '' },
    payment_details: { order_reference: 'C3' },
    payment_method: typed.id,
    receipt_email: 'ana@example.com',
    setup_future_usage: 'on_session',
    shipping,
    statement_descriptor: 'TOUR',
    statement_descriptor_suffix: 'THREE',
    transfer_group: 'tour2',
  })
  const asked = await stripe.paymentIntents.confirm(open.id, {
    payment_method: typed.id,
    return_url: 'https://shop.example.com/back',
    receipt_email: 'ana@example.com',
    setup_future_usage: 'off_session',
    shipping,
    capture_method: 'automatic',
    off_session: false,
    error_on_requires_action: false,
  })
  const page = asked.next_action?.redirect_to_url?.url ?? ''
  await fetch(page, { method: 'POST', body: 'outcome=succeed', redirect: 'manual' })
  await stripe.paymentIntents.retrieve(open.id, { expand: ['latest_charge', 'payment_method', 'customer'] })
  const failed = await stripe.paymentIntents.create({ amount: 700, currency: 'usd' })
  await stripe.paymentIntents
    .confirm(failed.id, { payment_method: 'pm_card_chargeDeclined' })
    .catch(() => null)
  await stripe.paymentIntents.cancel(failed.id, { cancellation_reason: 'abandoned' })
  await stripe.paymentIntents.list({ limit: 3, created: { gt: 0 }, customer: customer.id })
  const setup = await stripe.setupIntents.create({
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
    confirm: true,
    customer: customer.id,
    description: 'Later',
    metadata: { tour: 'yes' },
    payment_method: 'pm_card_visa',
    payment_method_options: { card: { request_three_d_secure: 'any' } },
    return_url: 'https://shop.example.com/back',
    usage: 'off_session',
  })
  await stripe.setupIntents.retrieve(setup.id, { expand: ['payment_method', 'customer'] })
  const second = await stripe.setupIntents.create({ customer: customer.id })
  await stripe.setupIntents.update(second.id, {
    customer: customer.id,
    description: 'Changed',
    metadata: { tour: 'yes' },
    payment_method: 'pm_card_authenticationRequired',
  })
  await stripe.setupIntents.confirm(second.id, { return_url: 'https://shop.example.com/back' })
  await stripe.setupIntents.cancel(second.id, { cancellation_reason: 'abandoned' })
  await stripe.setupIntents.list({
    customer: customer.id,
    payment_method: String(setup.payment_method),
    created: { gt: 0 },
  })
  const charge = String(held.latest_charge && Object(held.latest_charge).id)
  await stripe.charges.list({ limit: 50, created: { gt: 0 }, customer: customer.id })
  await stripe.charges.list({ payment_intent: held.id, transfer_group: 'tour' })
  await stripe.charges.retrieve(charge, { expand: ['balance_transaction', 'refunds'] })
  await stripe.charges.update(charge, {
    metadata: { tour: 'yes' },
    description: 'Changed',
    receipt_email: 'ana@example.com',
    fraud_details: { user_report: 'safe' },
    shipping,
    transfer_group: 'tour',
  })
  const alone = await stripe.paymentIntents.create({
    amount: 800,
    currency: 'usd',
    capture_method: 'manual',
    payment_method: 'pm_card_mastercard',
    confirm: true,
  })
  await stripe.charges.update(String(alone.latest_charge), { customer: customer.id })
  await stripe.charges.capture(String(alone.latest_charge), {
    amount: 700,
    receipt_email: 'ana@example.com',
    statement_descriptor: 'TOUR',
    statement_descriptor_suffix: 'FOUR',
  })
  const refund = await stripe.refunds.create({
    charge,
    amount: 100,
    reason: 'requested_by_customer',
    instructions_email: 'ana@example.com',
    metadata: { tour: 'yes' },
  })
  await stripe.refunds.create({ payment_intent: held.id })
  await stripe.refunds.retrieve(refund.id)
  await stripe.refunds.update(refund.id, { metadata: { tour: '' } })
  await stripe.refunds.list({ charge, limit: 1, created: { gt: 0 } })
  await stripe.refunds.list({ payment_intent: held.id })
  const headers = { authorization: `Bearer ${sandbox.secretKey}` }
  await fetch(`${sandbox.url}/v1/charges/${charge}/refunds?limit=1`, { headers })
  await fetch(`${sandbox.url}/v1/charges/${charge}/refunds/${refund.id}`, { headers })
  await stripe.paymentMethods.detach(method.id)
}
