import { DAY } from './engine/calendar'
import { refusal, startPayments, type Payments } from './testing/payments'

let payments: Payments
let stripe: Payments['stripe']
beforeAll(async () => {
  payments = await startPayments()
  ;({ stripe } = payments)
})
afterAll(() => payments.sandbox.close())

describe('authentication', () => {
  const return_url = 'https://shop.example.com/back?order=7'

  test('on the page of the bank completes a payment, and brings its owner back', async () => {
    const mark = payments.mark()
    const intent = await payments.pay('pm_card_threeDSecure2Required', { return_url })
    expect(intent).toMatchObject({
      status: 'requires_action',
      latest_charge: null,
      next_action: { type: 'redirect_to_url', redirect_to_url: { return_url } },
    })
    const url = intent.next_action?.redirect_to_url?.url ?? ''
    expect(await (await fetch(url)).text()).toContain('A payment of $100.00')
    const answer = await fetch(url, { method: 'POST', body: 'outcome=succeed', redirect: 'manual' })
    const back = new URL(answer.headers.get('location') ?? '')
    expect(Object.fromEntries(back.searchParams)).toEqual({
      order: '7',
      payment_intent: intent.id,
      payment_intent_client_secret: intent.client_secret,
      redirect_status: 'succeeded',
    })
    const paid = await stripe.paymentIntents.retrieve(intent.id, { expand: ['latest_charge'] })
    expect(paid).toMatchObject({ status: 'succeeded', next_action: null })
    expect(paid.latest_charge).toMatchObject({
      payment_method_details: { card: { three_d_secure: { result: 'authenticated' } } },
    })
    expect(payments.eventsSince(mark)).toEqual([
      'payment_intent.created',
      'payment_intent.requires_action',
      'charge.succeeded',
      'payment_intent.succeeded',
    ])
    expect((await payments.control(`payment_intents/${intent.id}/authenticate`)).code).toBe(400)
  })

  test('that fails wants another card', async () => {
    const intent = await payments.pay('pm_card_authenticationRequired')
    expect(intent.next_action?.type).toBe('use_stripe_sdk')
    await payments.control(`payment_intents/${intent.id}/authenticate`, { outcome: 'fail' })
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: {
        code: 'payment_intent_authentication_failure',
        type: 'invalid_request_error',
      },
    })
  })

  test('can be followed by a decline', async () => {
    const intent = await payments.pay('pm_card_threeDSecureRequiredChargeDeclined')
    await payments.control(`payment_intents/${intent.id}/authenticate`)
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'card_declined', decline_code: 'generic_decline' },
    })
  })

  test('is impossible in absence, or where the merchant cannot ask', async () => {
    const customer = await stripe.customers.create({ payment_method: 'pm_card_authenticationRequired' })
    const [card] = (await stripe.customers.listPaymentMethods(customer.id)).data
    const away = payments.pay(card?.id ?? '', { customer: customer.id, off_session: true })
    expect(await refusal(away)).toMatchObject({
      code: 'authentication_required',
      decline_code: 'authentication_required',
      payment_intent: { status: 'requires_payment_method', latest_charge: null },
    })
    const strict = payments.pay(card?.id ?? '', { customer: customer.id, error_on_requires_action: true })
    expect(await refusal(strict)).toMatchObject({
      code: 'authentication_required',
      decline_code: 'authentication_not_handled',
    })
  })

  test('is asked on request of the merchant', async () => {
    const options = { payment_method_options: { card: { request_three_d_secure: 'any' as const } } }
    expect((await payments.pay('pm_card_threeDSecureOptional')).status).toBe('succeeded')
    expect((await payments.pay('pm_card_threeDSecureOptional', options)).status).toBe('requires_action')
    expect((await payments.pay('pm_card_visa', options)).status).toBe('succeeded')
  })
})

test('a first invoice whose card must be asked for waits until its owner agrees', async () => {
  const product = await stripe.products.create({ name: 'Desk' })
  const price = await stripe.prices.create({
    product: product.id,
    currency: 'usd',
    unit_amount: 2_000,
    recurring: { interval: 'month' },
  })
  const card = 'pm_card_authenticationRequiredOnSetup'
  const customer = await stripe.customers.create({
    payment_method: card,
    invoice_settings: { default_payment_method: card },
  })
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: price.id }],
    expand: ['latest_invoice.payments'],
  })
  expect(subscription.status).toBe('incomplete')
  const invoice = subscription.latest_invoice
  const payment = typeof invoice === 'object' ? invoice?.payments?.data[0]?.payment.payment_intent : undefined
  await payments.control(`payment_intents/${String(payment)}/authenticate`)
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe('active')
  // The card is set up by now: the renewal needs nobody.
  await payments.advance(32 * DAY)
  const renewed = await stripe.subscriptions.retrieve(subscription.id, { expand: ['latest_invoice'] })
  expect(renewed).toMatchObject({ status: 'active', latest_invoice: { status: 'paid' } })
})
