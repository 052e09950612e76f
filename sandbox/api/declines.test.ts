import { refusal, startPayments, type Payments } from './testing/payments'

let payments: Payments
let stripe: Payments['stripe']
beforeAll(async () => {
  payments = await startPayments()
  ;({ stripe } = payments)
})
afterAll(() => payments.sandbox.close())

const create = (more = {}) => stripe.paymentIntents.create({ amount: 1_000, currency: 'usd', ...more })

describe('a declined card', () => {
  test.each([
    ['pm_card_visa_chargeDeclined', 'card_declined', 'generic_decline', 'try_again_later'],
    ['pm_card_chargeDeclinedInsufficientFunds', 'card_declined', 'insufficient_funds', 'try_again_later'],
    ['pm_card_chargeDeclinedLostCard', 'card_declined', 'lost_card', 'do_not_try_again'],
    ['pm_card_chargeDeclinedStolenCard', 'card_declined', 'stolen_card', 'do_not_try_again'],
    ['pm_card_chargeDeclinedExpiredCard', 'expired_card', 'expired_card', 'confirm_card_data'],
    ['pm_card_chargeDeclinedIncorrectCvc', 'incorrect_cvc', 'incorrect_cvc', 'confirm_card_data'],
    ['pm_card_chargeDeclinedProcessingError', 'processing_error', 'processing_error', 'try_again_later'],
    ['pm_card_chargeCustomerFail', 'card_declined', 'generic_decline', 'try_again_later'],
  ])('%s answers %s, %s', async (card, code, decline_code, advice_code) => {
    const error = await refusal(payments.pay(card))
    expect(error).toMatchObject({
      type: 'card_error',
      statusCode: 402,
      code,
      decline_code,
      advice_code,
      payment_intent: { status: 'requires_payment_method', payment_method: null },
      payment_method: { object: 'payment_method' },
    })
    const charge = await stripe.charges.retrieve(String(error['charge']))
    expect(charge).toMatchObject({
      status: 'failed',
      paid: false,
      failure_code: code,
      balance_transaction: null,
      outcome: { type: 'issuer_declined', reason: decline_code, advice_code },
    })
  })

  test('leaves the intent for another one', async () => {
    const mark = payments.mark()
    const intent = await create()
    await refusal(stripe.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_chargeDeclined' }))
    expect(payments.eventsSince(mark).slice(1)).toEqual(['charge.failed', 'payment_intent.payment_failed'])
    const paid = await stripe.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_visa' })
    expect(paid).toMatchObject({ status: 'succeeded', last_payment_error: null })
    expect((await stripe.charges.list({ payment_intent: intent.id })).data).toHaveLength(2)
  })

  test('is remembered under its idempotency key, like any outcome', async () => {
    const again = () =>
      stripe.paymentIntents.create(
        { amount: 1_000, currency: 'usd', payment_method: 'pm_card_chargeDeclined', confirm: true },
        { idempotencyKey: 'declined-once' },
      )
    const [one, other] = [await refusal(again()), await refusal(again())]
    expect(one['payment_intent']).toMatchObject({ id: Object(other['payment_intent']).id })
  })

  test('that Stripe holds for fraud is blocked, and a risky one only marked', async () => {
    for (const card of ['pm_card_radarBlock', 'pm_card_riskLevelHighest']) {
      const error = await refusal(payments.pay(card))
      expect(error).toMatchObject({ code: 'card_declined', decline_code: 'fraudulent' })
      expect(await stripe.charges.retrieve(String(error['charge']))).toMatchObject({
        outcome: { type: 'blocked', network_status: 'not_sent_to_network', risk_level: 'highest' },
      })
    }
    const charge = await payments.charge('pm_card_riskLevelElevated')
    expect(charge).toMatchObject({ paid: true, outcome: { risk_level: 'elevated', type: 'authorized' } })
    const checks = (await payments.charge('pm_card_avsFail')).payment_method_details?.card?.checks
    expect(checks).toMatchObject({ address_line1_check: 'fail', address_postal_code_check: 'fail' })
  })

  test('can be made to fail, so often and in this way', async () => {
    const customer = await stripe.customers.create({ payment_method: 'pm_card_visa' })
    const [card] = (await stripe.customers.listPaymentMethods(customer.id)).data
    const pay = () => payments.pay(card?.id ?? '', { customer: customer.id })
    const told = await payments.control(`customers/${customer.id}/decline`, {
      code: 'insufficient_funds',
      times: '2',
    })
    expect(told.answer).toMatchObject({ cards: [card?.id] })
    expect(await refusal(pay())).toMatchObject({ decline_code: 'insufficient_funds' })
    expect(await refusal(pay())).toMatchObject({ decline_code: 'insufficient_funds' })
    expect((await pay()).status).toBe('succeeded')
    await payments.control(`customers/${customer.id}/decline`)
    expect(await refusal(pay())).toMatchObject({ decline_code: 'generic_decline' })
    await payments.control(`customers/${customer.id}/accept`)
    expect((await pay()).status).toBe('succeeded')
    expect((await payments.control('customers/cus_none/decline')).code).toBe(404)
  })
})
