import { refusal, startPayments, type Payments } from './testing/payments'

let payments: Payments
let stripe: Payments['stripe']
beforeAll(async () => {
  payments = await startPayments()
  ;({ stripe } = payments)
})
afterAll(() => payments.sandbox.close())

const charged = (card = 'pm_card_visa') => payments.charge(card)
const total = async () => {
  const { available, pending } = await stripe.balance.retrieve()
  return (available[0]?.amount ?? NaN) + (pending[0]?.amount ?? NaN)
}

test('refunds come back in parts, never more than was paid', async () => {
  const { id: charge, payment_intent } = await charged()
  const mark = payments.mark()
  const first = await stripe.refunds.create({
    charge,
    amount: 4_000,
    reason: 'requested_by_customer',
    expand: ['balance_transaction'],
  })
  expect(first).toMatchObject({
    status: 'succeeded',
    payment_intent,
    reason: 'requested_by_customer',
    balance_transaction: { amount: -4_000, fee: 0, type: 'refund', source: first.id },
  })
  expect(payments.eventsSince(mark)).toEqual(['refund.created', 'charge.refunded'])
  const told = (await payments.eventsAbout(charge)).at(-1)
  expect(told?.data.previous_attributes).toEqual({ amount_refunded: 0 })
  expect(await refusal(stripe.refunds.create({ charge, amount: 6_001 }))).toMatchObject({
    statusCode: 400,
    param: 'amount',
    message: 'Refund amount ($60.01) is greater than unrefunded amount on charge ($60.00)',
  })
  const rest = await stripe.refunds.create({ payment_intent: String(payment_intent) })
  expect(rest.amount).toBe(6_000)
  expect(await refusal(stripe.refunds.create({ charge }))).toMatchObject({
    code: 'charge_already_refunded',
    message: `Charge ${charge} has already been refunded.`,
  })
  const after = await stripe.charges.retrieve(charge, { expand: ['refunds'] })
  expect(after).toMatchObject({ refunded: true, amount_refunded: 10_000 })
  expect(after.refunds?.data.map(({ id }) => id)).toEqual([rest.id, first.id])
})

test('of refunds that race only as many come through as there is money', async () => {
  const { id: charge } = await charged()
  const wanted = Array.from({ length: 8 }, () => stripe.refunds.create({ charge, amount: 3_000 }))
  const outcomes = await Promise.allSettled(wanted)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
  expect((await stripe.charges.retrieve(charge)).amount_refunded).toBe(9_000)
})

test.each([
  [{}, undefined, undefined],
  [{ charge: 'ch_none' }, 'resource_missing', 'id'],
  [{ charge: 'ch_1', payment_intent: 'pi_1' }, 'parameters_exclusive', undefined],
  [{ payment_intent: 'pi_none' }, 'resource_missing', 'payment_intent'],
  [{ charge: 'CHARGE', amount: 0 }, 'parameter_invalid_integer', 'amount'],
  [{ charge: 'CHARGE', reason: 'expired_uncaptured_charge' }, undefined, 'reason'],
  [{ charge: 'CHARGE', reverse_transfer: true }, 'parameter_unknown', 'reverse_transfer'],
])('%j is refused', async (params, code, param) => {
  const charge = 'charge' in params && params.charge === 'CHARGE' ? { charge: (await charged()).id } : {}
  const error = await refusal(stripe.refunds.create({ ...params, ...charge } as object))
  expect({ code: error['code'], param: error['param'] }).toEqual({ code, param })
})

test('a payment that failed has nothing to give back', async () => {
  const error = await refusal(payments.pay('pm_card_chargeDeclined'))
  expect(await refusal(stripe.refunds.create({ charge: String(error['charge']) }))).toMatchObject({
    message: expect.stringContaining('does not have a successful charge to refund'),
  })
})

test('a refund can wait for the bank, and succeed', async () => {
  const { id: charge } = await charged('pm_card_pendingRefund')
  const refund = await stripe.refunds.create({ charge })
  expect(refund).toMatchObject({ status: 'pending', pending_reason: 'processing' })
  expect((await stripe.charges.retrieve(charge)).amount_refunded).toBe(10_000)
  await payments.advance(10)
  const after = await stripe.refunds.retrieve(refund.id)
  expect(after.status).toBe('succeeded')
  expect(after.pending_reason).toBeUndefined()
  const events = await payments.eventsAbout(refund.id)
  expect(events.map(({ type }) => type)).toEqual([
    'refund.created',
    'refund.updated',
    'charge.refund.updated',
  ])
  expect(events[1]?.data.previous_attributes).toMatchObject({
    status: 'pending',
    pending_reason: 'processing',
  })
})

test('a refund can fail after it seemed to succeed, and its money comes back', async () => {
  const { id: charge } = await charged('pm_card_refundFail')
  const before = await total()
  const refund = await stripe.refunds.create({ charge, amount: 2_500 })
  expect(refund.status).toBe('succeeded')
  expect(await total()).toBe(before - 2_500)
  await payments.advance(10)
  expect(await stripe.refunds.retrieve(refund.id, { expand: ['failure_balance_transaction'] })).toMatchObject(
    {
      status: 'failed',
      failure_reason: 'expired_or_canceled_card',
      failure_balance_transaction: { amount: 2_500, type: 'refund_failure', source: refund.id },
    },
  )
  expect(await total()).toBe(before)
  expect((await stripe.charges.retrieve(charge)).amount_refunded).toBe(0)
  expect((await payments.eventsAbout(refund.id)).map(({ type }) => type)).toEqual([
    'refund.created',
    'refund.updated',
    'charge.refund.updated',
    'refund.failed',
  ])
  expect((await payments.eventsAbout(charge)).at(-1)).toMatchObject({
    type: 'charge.updated',
    data: { previous_attributes: { amount_refunded: 2_500 } },
  })
  await stripe.refunds.create({ charge })
})

describe('without enough money', () => {
  let own: Payments
  beforeAll(async () => {
    own = await startPayments()
  })
  afterAll(() => own.sandbox.close())

  test('a refund waits until there is', async () => {
    const { id: charge } = await own.charge('pm_card_bypassPending')
    await own.stripe.payouts.create({ amount: 9_000, currency: 'usd' })
    const refund = await own.stripe.refunds.create({ charge })
    expect(refund).toMatchObject({
      status: 'pending',
      pending_reason: 'insufficient_funds',
      balance_transaction: null,
    })
    expect((await own.stripe.charges.retrieve(charge)).amount_refunded).toBe(10_000)
    await own.advance(86_400)
    expect((await own.stripe.refunds.retrieve(refund.id)).status).toBe('pending')
    await own.charge('pm_card_visa')
    await own.charge('pm_card_visa')
    await own.advance(86_400)
    expect(await own.stripe.refunds.retrieve(refund.id)).toMatchObject({
      status: 'succeeded',
      balance_transaction: expect.stringMatching(/^txn_/),
    })
  })
})

test('one for fraud marks the charge, and metadata can be changed', async () => {
  const { id: charge } = await charged()
  const refund = await stripe.refunds.create({ charge, amount: 100, reason: 'fraudulent' })
  expect((await stripe.charges.retrieve(charge)).fraud_details).toEqual({ user_report: 'fraudulent' })
  const updated = await stripe.refunds.update(refund.id, { metadata: { ticket: '5' } })
  expect(updated.metadata).toEqual({ ticket: '5' })
  await payments.control(`refunds/${refund.id}/fail`)
  expect((await stripe.refunds.retrieve(refund.id)).status).toBe('failed')
  expect((await payments.control(`refunds/${refund.id}/fail`)).code).toBe(400)
})
