import type Stripe from 'stripe'
import { DAY } from './engine/calendar'
import { refusal, startPayments, type Payments } from './testing/payments'

let payments: Payments
let stripe: Payments['stripe']
beforeAll(async () => {
  payments = await startPayments()
  ;({ stripe } = payments)
})
afterAll(() => payments.sandbox.close())

async function disputed(card = 'pm_card_createDispute'): Promise<Stripe.Dispute> {
  const { id: charge } = await payments.charge(card)
  const [dispute] = (await stripe.disputes.list({ charge })).data
  if (!dispute) throw new Error('There is no dispute')
  return dispute
}

const answer = (id: string, uncategorized_text: string) =>
  stripe.disputes.update(id, { evidence: { uncategorized_text } })
const total = async () => {
  const { available, pending } = await stripe.balance.retrieve()
  return (available[0]?.amount ?? NaN) + (pending[0]?.amount ?? NaN)
}
const types = async (id: string) => (await payments.eventsAbout(id)).map(({ type }) => type)

describe('a dispute', () => {
  test('takes the money and a fee at once, between the payment and its success', async () => {
    const mark = payments.mark()
    const dispute = await disputed()
    expect(dispute.id).toMatch(/^du_/)
    expect(dispute).toMatchObject({
      amount: 10_000,
      reason: 'fraudulent',
      status: 'needs_response',
      is_charge_refundable: false,
      network_reason_code: '10.4',
      payment_method_details: { card: { brand: 'visa', case_type: 'chargeback' } },
      evidence_details: { has_evidence: false, past_due: false, submission_count: 0 },
    })
    expect(dispute.balance_transactions).toMatchObject([
      { amount: -10_000, fee: 1_500, net: -11_500, type: 'adjustment', reporting_category: 'dispute' },
    ])
    expect(new Date((dispute.evidence_details.due_by ?? 0) * 1000).toISOString()).toMatch(/T23:59:59/)
    expect(payments.eventsSince(mark)).toEqual([
      'payment_intent.created',
      'charge.succeeded',
      'charge.updated',
      'charge.dispute.created',
      'charge.dispute.funds_withdrawn',
      'payment_intent.succeeded',
    ])
    const charge = String(dispute.charge)
    expect((await stripe.charges.retrieve(charge)).disputed).toBe(true)
    expect(await refusal(stripe.refunds.create({ charge }))).toMatchObject({
      code: 'charge_disputed',
      message: `Charge ${charge} has been charged back; cannot issue a refund.`,
    })
  })

  test('is won by winning evidence: the money comes back, the fee does not, and a refund is possible', async () => {
    const before = await total()
    const dispute = await disputed()
    const review = await answer(dispute.id, 'winning_evidence')
    expect(review).toMatchObject({
      status: 'under_review',
      evidence: { uncategorized_text: 'winning_evidence' },
      evidence_details: { has_evidence: true, submission_count: 1, submission_method: 'manual' },
    })
    await payments.advance(10)
    const won = await stripe.disputes.retrieve(dispute.id)
    expect(won).toMatchObject({ status: 'won', is_charge_refundable: true })
    expect(won.balance_transactions.map(({ net }) => net)).toEqual([-11_500, 10_000])
    expect(await total()).toBe(before + 10_000 - 320 - 1_500)
    expect(await types(dispute.id)).toEqual([
      'charge.dispute.created',
      'charge.dispute.funds_withdrawn',
      'charge.dispute.updated',
      'charge.dispute.funds_reinstated',
      'charge.dispute.closed',
    ])
    await stripe.refunds.create({ charge: String(dispute.charge) })
    expect(await refusal(stripe.disputes.close(dispute.id))).toMatchObject({
      message: 'This dispute is already closed',
    })
    expect(await refusal(answer(dispute.id, 'x'))).toMatchObject({
      message: 'This dispute is already closed',
    })
  })

  test('is lost by losing evidence, by giving in, or by silence', async () => {
    const [one, other, third] = [await disputed(), await disputed(), await disputed()]
    await answer(one.id, 'losing_evidence')
    await payments.advance(10)
    expect((await stripe.disputes.retrieve(one.id)).status).toBe('lost')
    expect((await stripe.disputes.close(other.id)).status).toBe('lost')
    await payments.advance(20 * DAY)
    const silent = await stripe.disputes.retrieve(third.id)
    expect(silent).toMatchObject({ status: 'lost', evidence_details: { submission_count: 0 } })
    expect(silent.balance_transactions).toHaveLength(1)
    expect((await types(third.id)).at(-1)).toBe('charge.dispute.closed')
  })

  test('keeps a draft, is answered once, and then waits for the bank', async () => {
    const dispute = await disputed('pm_card_createDisputeProductNotReceived')
    expect(dispute).toMatchObject({ reason: 'product_not_received', network_reason_code: '13.1' })
    const draft = await stripe.disputes.update(dispute.id, {
      evidence: { customer_name: 'Ana', shipping_carrier: 'CTT' },
      metadata: { ticket: '9' },
      submit: false,
    })
    expect(draft).toMatchObject({
      status: 'needs_response',
      metadata: { ticket: '9' },
      evidence_details: { has_evidence: true, submission_count: 0, submission_method: 'not_submitted' },
    })
    const cleared = await stripe.disputes.update(dispute.id, {
      evidence: { shipping_carrier: '' },
      submit: false,
    })
    expect(cleared.evidence).toMatchObject({ customer_name: 'Ana', shipping_carrier: null })
    await stripe.disputes.update(dispute.id, { metadata: { ticket: '10' } })
    expect((await stripe.disputes.retrieve(dispute.id)).status).toBe('needs_response')
    const sent = await stripe.disputes.update(dispute.id, { submit: true })
    expect(sent.status).toBe('under_review')
    expect(await refusal(answer(dispute.id, 'more'))).toMatchObject({
      message: expect.stringContaining('already submitted'),
    })
    await payments.advance(100 * DAY)
    expect((await stripe.disputes.retrieve(dispute.id)).status).toBe('under_review')
    await payments.control(`disputes/${dispute.id}/decide`, { won: 'true' })
    expect((await stripe.disputes.retrieve(dispute.id)).status).toBe('won')
    expect((await payments.control(`disputes/${dispute.id}/decide`, { won: 'true' })).code).toBe(400)
  })

  test.each([
    [{ access_activity_log: 'x'.repeat(20_001) }, 'evidence[access_activity_log]'],
    [{ receipt: 'file_none' }, 'evidence[receipt]'],
    [{ enhanced_evidence: { visa_compliance: { fee_acknowledged: true } } }, 'evidence[enhanced_evidence]'],
    [
      Object.fromEntries(
        [
          'access_activity_log', 'billing_address', 'cancellation_policy_disclosure', 'cancellation_rebuttal',
          'duplicate_charge_explanation', 'product_description', 'refund_policy_disclosure', 'uncategorized_text',
        ].map((field) => [field, 'x'.repeat(19_000)]),
      ),
      'evidence',
    ],
  ])('refuses evidence beyond the limits (%#)', async (evidence, param) => {
    const dispute = await disputed()
    expect(await refusal(stripe.disputes.update(dispute.id, { evidence }))).toMatchObject({ param, statusCode: 400 })
    expect((await stripe.disputes.retrieve(dispute.id)).status).toBe('needs_response')
  }) // prettier-ignore
})

describe('an inquiry', () => {
  test('moves no money, leaves refunds possible and is closed by silence', async () => {
    const before = await total()
    const inquiry = await disputed('pm_card_createDisputeInquiry')
    expect(inquiry).toMatchObject({
      status: 'warning_needs_response',
      balance_transactions: [],
      is_charge_refundable: true,
      network_reason_code: '10',
      payment_method_details: { card: { case_type: 'inquiry' } },
    })
    expect(await total()).toBe(before + 10_000 - 320)
    expect(await types(inquiry.id)).toEqual(['charge.dispute.created'])
    await stripe.refunds.create({ charge: String(inquiry.charge), amount: 100 })
    await payments.advance(20 * DAY)
    expect((await stripe.disputes.retrieve(inquiry.id)).status).toBe('warning_closed')
  })

  test('that is answered is closed after 120 days, or becomes a dispute', async () => {
    const [one, other] = [
      await disputed('pm_card_createDisputeInquiry'),
      await disputed('pm_card_createDisputeInquiry'),
    ]
    expect((await answer(one.id, 'It was them')).status).toBe('warning_under_review')
    const refund = await stripe.refunds.create({ charge: String(other.charge), amount: 500 })
    await answer(other.id, 'escalate_inquiry_evidence')
    await payments.advance(10)
    const escalated = await stripe.disputes.retrieve(other.id)
    expect(escalated).toMatchObject({ status: 'needs_response', is_charge_refundable: false })
    expect(escalated.balance_transactions).toHaveLength(1)
    expect(escalated.evidence_details.submission_count).toBe(0)
    expect(await types(other.id)).toContain('charge.dispute.funds_withdrawn')
    expect(await stripe.refunds.retrieve(refund.id)).toMatchObject({
      status: 'failed',
      failure_reason: 'charge_for_pending_refund_disputed',
    })
    await payments.advance(121 * DAY)
    expect((await stripe.disputes.retrieve(one.id)).status).toBe('warning_closed')
  })
})

test('a dispute that was an inquiry has a deadline of its own', async () => {
  const inquiry = await disputed('pm_card_createDisputeInquiry')
  await payments.advance(5 * DAY)
  await answer(inquiry.id, 'escalate_inquiry_evidence')
  await payments.advance(5 * DAY)
  const { status, evidence_details } = await stripe.disputes.retrieve(inquiry.id)
  expect(status).toBe('needs_response')
  expect((evidence_details.due_by ?? 0) - (inquiry.evidence_details.due_by ?? 0)).toBe(5 * DAY)
  await payments.advance(5 * DAY)
  expect((await stripe.disputes.retrieve(inquiry.id)).status).toBe('lost')
})

test('a card can bring two disputes, or only a warning', async () => {
  const { id: charge } = await payments.charge('pm_card_createMultipleDisputes')
  expect((await stripe.disputes.list({ charge })).data).toHaveLength(2)
  const warned = await payments.charge('pm_card_createIssuerFraudRecord')
  expect(warned.fraud_details).toEqual({ stripe_report: 'fraudulent' })
  const [warning] = (await stripe.radar.earlyFraudWarnings.list({ charge: warned.id })).data
  expect(warning).toMatchObject({ actionable: true, charge: warned.id })
  await stripe.refunds.create({ charge: warned.id, amount: 1 })
  expect((await stripe.radar.earlyFraudWarnings.retrieve(warning?.id ?? '')).actionable).toBe(true)
  await stripe.refunds.create({ charge: warned.id })
  expect((await stripe.radar.earlyFraudWarnings.retrieve(warning?.id ?? '')).actionable).toBe(false)
  const [told] = (await stripe.events.list({ type: 'radar.early_fraud_warning.updated' })).data
  expect(told?.data).toMatchObject({
    object: warning && { id: warning.id },
    previous_attributes: { actionable: true },
  })
})

test('money that is only held cannot be disputed before it is taken', async () => {
  const intent = await payments.pay('pm_card_createDispute', { capture_method: 'manual' })
  const charge = String(intent.latest_charge)
  expect((await stripe.disputes.list({ charge })).data).toEqual([])
  await stripe.paymentIntents.capture(intent.id, { amount_to_capture: 4_000 })
  expect((await stripe.disputes.list({ charge })).data).toMatchObject([{ amount: 4_000 }])
})

test('any charge can be disputed on command, once', async () => {
  const customer = await stripe.customers.create({ payment_method: 'pm_card_amex' })
  const [card] = (await stripe.customers.listPaymentMethods(customer.id)).data
  await payments.pay(card?.id ?? '', { customer: customer.id })
  const opened = await payments.control(`customers/${customer.id}/dispute`, { reason: 'duplicate' })
  expect(opened.answer).toMatchObject({
    status: 'needs_response',
    reason: 'duplicate',
    network_reason_code: 'P08',
  })
  expect((await payments.control(`customers/${customer.id}/dispute`)).code).toBe(400)
  const { id: charge } = await payments.charge('pm_card_mastercard')
  const inquiry = await payments.control(`charges/${charge}/dispute`, { inquiry: 'true' })
  expect(inquiry.answer).toMatchObject({ status: 'warning_needs_response' })
})
