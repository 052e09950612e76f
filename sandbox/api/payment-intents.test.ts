import { DAY } from './engine/calendar'
import { refusal, startPayments, type Payments } from './testing/payments'

let payments: Payments
let stripe: Payments['stripe']
beforeAll(async () => {
  payments = await startPayments()
  ;({ stripe } = payments)
})
afterAll(() => payments.sandbox.close())

const create = (more = {}) => stripe.paymentIntents.create({ amount: 1_000, currency: 'usd', ...more })
const held = (amount = 10_000) => payments.pay('pm_card_visa', { capture_method: 'manual', amount })

describe('a payment', () => {
  test('that is created, given a card and confirmed succeeds', async () => {
    const mark = payments.mark()
    const intent = await create({ description: 'A desk', metadata: { order: '7' } })
    expect(intent).toMatchObject({
      status: 'requires_payment_method',
      capture_method: 'automatic_async',
      automatic_payment_methods: { enabled: true },
      latest_charge: null,
    })
    const updated = await stripe.paymentIntents.update(intent.id, {
      payment_method: 'pm_card_visa',
      amount: 1_200,
    })
    expect(updated).toMatchObject({ status: 'requires_confirmation', amount: 1_200 })
    const paid = await stripe.paymentIntents.confirm(intent.id, {
      expand: ['latest_charge.balance_transaction'],
    })
    expect(paid).toMatchObject({ status: 'succeeded', amount_received: 1_200, last_payment_error: null })
    expect(paid.latest_charge).toMatchObject({
      status: 'succeeded',
      paid: true,
      captured: true,
      amount_captured: 1_200,
      description: 'A desk',
      metadata: { order: '7' },
      outcome: { type: 'authorized', network_status: 'approved_by_network', risk_level: 'normal' },
      balance_transaction: { amount: 1_200, fee: 65, net: 1_135, type: 'charge', status: 'pending' },
    })
    expect(payments.eventsSince(mark)).toEqual([
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.succeeded',
    ])
    expect(await refusal(stripe.paymentIntents.confirm(intent.id))).toMatchObject({
      code: 'payment_intent_unexpected_state',
      message: expect.stringContaining('already succeeded'),
      payment_intent: { id: intent.id },
    })
    expect(await refusal(stripe.paymentIntents.update(intent.id, { amount: 1 }))).toMatchObject({
      code: 'amount_too_small',
    })
    expect(await refusal(stripe.paymentIntents.update(intent.id, { amount: 900 }))).toMatchObject({
      code: 'payment_intent_unexpected_state',
      param: 'amount',
    })
    expect(await refusal(stripe.paymentIntents.cancel(intent.id))).toMatchObject({
      code: 'payment_intent_unexpected_state',
      message: expect.stringContaining('because it has a status of succeeded'),
    })
  })

  test.each([
    [{ amount: 49 }, 'amount_too_small', 'amount'],
    [{ amount: 0 }, 'parameter_invalid_integer', 'amount'],
    [{ amount: 100_000_000 }, 'amount_too_large', 'amount'],
    [{ currency: 'gbp', amount: 29 }, 'amount_too_small', 'amount'],
    [{ currency: 'xyz' }, undefined, 'currency'],
    [{ confirm: true }, 'parameter_missing', 'payment_method'],
    [{ customer: 'cus_none' }, 'resource_missing', 'customer'],
    [{ payment_method: 'pm_card_none' }, 'resource_missing', 'payment_method'],
    [{ payment_method_types: ['card'] }, 'payment_method_types_no_longer_supported', 'payment_method_types'],
    [{ statement_descriptor: '*'.repeat(5) }, undefined, 'statement_descriptor'],
    [{ application_fee_amount: 10 }, 'parameter_unknown', 'application_fee_amount'],
    [
      { payment_method_options: { card: { moto: true } } },
      'parameter_unknown',
      'payment_method_options[card][moto]',
    ],
  ])('with %j is refused', async (more, code, param) => {
    const error = await refusal(create(more))
    expect(error).toMatchObject({ param, statusCode: 400, ...(code === undefined ? {} : { code }) })
  })

  test('needs a card that is the customer’s or nobody’s', async () => {
    const [one, other] = [await stripe.customers.create({}), await stripe.customers.create({})]
    const method = await stripe.paymentMethods.attach('pm_card_visa', { customer: one.id })
    expect(await refusal(payments.pay(method.id))).toMatchObject({
      code: 'parameter_missing',
      param: 'source',
    })
    expect(await refusal(payments.pay(method.id, { customer: other.id }))).toMatchObject({
      param: 'payment_method',
      message: expect.stringContaining('does not belong to the Customer'),
    })
    const bare = await create({ customer: one.id })
    expect(await refusal(stripe.paymentIntents.confirm(bare.id))).toMatchObject({
      message: expect.stringContaining(`To confirm the PaymentIntent with ${one.id}`),
    })
    await stripe.customers.update(one.id, { invoice_settings: { default_payment_method: method.id } })
    expect((await stripe.paymentIntents.confirm(bare.id)).status).toBe('succeeded')
  })

  test('without a customer uses its card up', async () => {
    const method = await stripe.paymentMethods.create({ type: 'card', card: { token: 'tok_visa' } })
    await payments.pay(method.id)
    expect(await refusal(payments.pay(method.id))).toMatchObject({
      message: expect.stringContaining('It may not be used again'),
    })
  })

  test('can save its card for later', async () => {
    const customer = await stripe.customers.create({})
    const intent = await payments.pay('pm_card_visa', {
      customer: customer.id,
      setup_future_usage: 'off_session',
    })
    const cards = await stripe.customers.listPaymentMethods(customer.id)
    expect(cards.data.map(({ id }) => id)).toEqual([intent.payment_method])
    const later = { customer: customer.id, off_session: true }
    expect((await payments.pay(String(intent.payment_method), later)).status).toBe('succeeded')
  })
})

describe('money that is held', () => {
  test('is taken in part, and the rest is released', async () => {
    const mark = payments.mark()
    const intent = await held()
    expect(intent).toMatchObject({
      status: 'requires_capture',
      amount_capturable: 10_000,
      amount_received: 0,
    })
    const charge = await stripe.charges.retrieve(String(intent.latest_charge))
    expect(charge).toMatchObject({
      captured: false,
      amount_captured: 0,
      balance_transaction: null,
      paid: true,
    })
    expect(await refusal(stripe.refunds.create({ charge: charge.id }))).toMatchObject({
      message: expect.stringContaining('You must cancel the PaymentIntent'),
    })
    const tooMuch = stripe.paymentIntents.capture(intent.id, { amount_to_capture: 10_001 })
    expect(await refusal(tooMuch)).toMatchObject({ code: 'amount_too_large' })
    const taken = await stripe.paymentIntents.capture(intent.id, { amount_to_capture: 6_000 })
    expect(taken).toMatchObject({ status: 'succeeded', amount_capturable: 0, amount_received: 6_000 })
    const after = await stripe.charges.retrieve(charge.id, { expand: ['balance_transaction'] })
    expect(after).toMatchObject({
      amount: 10_000,
      captured: true,
      amount_captured: 6_000,
      refunded: false,
      balance_transaction: { amount: 6_000 },
    })
    expect(payments.eventsSince(mark)).toEqual([
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.amount_capturable_updated',
      'charge.captured',
      'payment_intent.succeeded',
    ])
    expect(await refusal(stripe.paymentIntents.capture(intent.id))).toMatchObject({
      code: 'payment_intent_unexpected_state',
      message: expect.stringContaining('has been released'),
    })
    await stripe.refunds.create({ charge: charge.id })
    expect(await stripe.charges.retrieve(charge.id)).toMatchObject({ refunded: true, amount_refunded: 6_000 })
  })

  test('can be taken through the charge, once', async () => {
    const intent = await held()
    const charge = await stripe.charges.capture(String(intent.latest_charge), { amount: 100 })
    expect(charge).toMatchObject({ captured: true, amount_captured: 100 })
    expect((await stripe.paymentIntents.retrieve(intent.id)).status).toBe('succeeded')
    expect(await refusal(stripe.charges.capture(charge.id))).toMatchObject({
      code: 'charge_already_captured',
    })
  })

  test('is released when the intent is canceled, or after seven days', async () => {
    const [one, other] = [await held(), await held()]
    expect(await refusal(stripe.paymentIntents.capture((await create()).id))).toMatchObject({
      message: expect.stringContaining('because it has a status of requires_payment_method'),
    })
    const canceled = await stripe.paymentIntents.cancel(one.id, {
      cancellation_reason: 'requested_by_customer',
    })
    expect(canceled).toMatchObject({ status: 'canceled', cancellation_reason: 'requested_by_customer' })
    const charge = await stripe.charges.retrieve(String(other.latest_charge))
    expect((charge.payment_method_details?.card?.capture_before ?? 0) - charge.created).toBe(7 * DAY)
    await payments.advance(7 * DAY)
    expect(await stripe.paymentIntents.retrieve(other.id)).toMatchObject({
      status: 'canceled',
      cancellation_reason: 'automatic',
    })
    expect((await payments.eventsAbout(charge.id)).map(({ type }) => type)).toEqual([
      'charge.succeeded',
      'charge.expired',
    ])
    expect((await payments.eventsAbout(one.id)).at(-1)?.type).toBe('payment_intent.canceled')
  })
})
