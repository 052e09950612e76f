import { refusal, startPayments, type Payments } from './testing/payments'

let payments: Payments
let stripe: Payments['stripe']
let customer: string
beforeAll(async () => {
  payments = await startPayments()
  ;({ stripe } = payments)
})
beforeEach(async () => {
  customer = (await stripe.customers.create({})).id
})
afterAll(() => payments.sandbox.close())

const cards = async () => (await stripe.customers.listPaymentMethods(customer)).data.map(({ id }) => id)
const save = (payment_method: string, more = {}) =>
  stripe.setupIntents.create({ customer, payment_method, confirm: true, ...more })

test('a card is saved for its customer, and later paid with', async () => {
  const mark = payments.mark()
  const intent = await stripe.setupIntents.create({ customer, usage: 'off_session', metadata: { a: 'b' } })
  expect(intent).toMatchObject({
    status: 'requires_payment_method',
    payment_method: null,
    usage: 'off_session',
  })
  const chosen = await stripe.setupIntents.update(intent.id, { payment_method: 'pm_card_visa' })
  expect(chosen.status).toBe('requires_confirmation')
  expect(await cards()).toEqual([])
  const saved = await stripe.setupIntents.confirm(intent.id)
  expect(saved).toMatchObject({ status: 'succeeded', last_setup_error: null, next_action: null })
  expect(await cards()).toEqual([saved.payment_method])
  expect(payments.eventsSince(mark)).toEqual([
    'setup_intent.created',
    'payment_method.attached',
    'setup_intent.succeeded',
  ])
  const paid = await payments.pay(String(saved.payment_method), { customer, off_session: true })
  expect(paid.status).toBe('succeeded')
  expect(await refusal(stripe.setupIntents.confirm(intent.id))).toMatchObject({
    code: 'setup_intent_unexpected_state',
    message: 'You cannot confirm this SetupIntent because it has already succeeded.',
    setup_intent: { id: intent.id },
  })
  expect(await refusal(stripe.setupIntents.cancel(intent.id))).toMatchObject({
    code: 'setup_intent_unexpected_state',
    message: expect.stringContaining('because it has a status of succeeded'),
  })
})

test('a declined card is not saved, and the intent waits for another', async () => {
  const mark = payments.mark()
  const error = await refusal(save('pm_card_chargeDeclinedInsufficientFunds'))
  expect(error).toMatchObject({
    statusCode: 402,
    code: 'card_declined',
    decline_code: 'insufficient_funds',
    setup_intent: { status: 'requires_payment_method', payment_method: null },
  })
  expect(payments.eventsSince(mark)).toEqual(['setup_intent.created', 'setup_intent.setup_failed'])
  expect(await cards()).toEqual([])
})

test.each([
  ['succeed', 'succeeded', 1],
  ['fail', 'requires_payment_method', 0],
])('when its owner is asked and answers %s, it is %s', async (outcome, status, count) => {
  const return_url = 'https://shop.example.com/back'
  const intent = await save('pm_card_authenticationRequiredOnSetup', { return_url })
  expect(intent).toMatchObject({
    status: 'requires_action',
    next_action: { redirect_to_url: { return_url } },
  })
  await fetch(intent.next_action?.redirect_to_url?.url ?? '', {
    method: 'POST',
    body: `outcome=${outcome}`,
    redirect: 'manual',
  })
  const after = await stripe.setupIntents.retrieve(intent.id)
  expect(after.status).toBe(status)
  expect(await cards()).toHaveLength(count)
  if (count === 0) {
    expect(after.last_setup_error?.code).toBe('setup_intent_authentication_failure')
    return
  }
  const away = await payments.pay(String(after.payment_method), { customer, off_session: true })
  expect(away.status).toBe('succeeded')
  const present = await payments.pay(String(after.payment_method), { customer })
  expect(present.status).toBe('requires_action')
})

test('a card that only fails later can be saved', async () => {
  const saved = await save('pm_card_chargeCustomerFail')
  expect(saved.status).toBe('succeeded')
  const pays = payments.pay(String(saved.payment_method), { customer, off_session: true })
  expect(await refusal(pays)).toMatchObject({ decline_code: 'generic_decline' })
})

test('an intent that is given up saves nothing', async () => {
  const intent = await stripe.setupIntents.create({ customer })
  expect(await refusal(stripe.setupIntents.confirm(intent.id))).toMatchObject({
    code: 'setup_intent_unexpected_state',
    message: expect.stringContaining("it's missing a payment method"),
  })
  const canceled = await stripe.setupIntents.cancel(intent.id, { cancellation_reason: 'abandoned' })
  expect(canceled).toMatchObject({ status: 'canceled', cancellation_reason: 'abandoned' })
  expect(await refusal(stripe.setupIntents.confirm(intent.id))).toMatchObject({
    code: 'setup_intent_unexpected_state',
  })
})

test("another's card, and types that are no longer named, are refused", async () => {
  const other = await stripe.customers.create({})
  const method = await stripe.paymentMethods.attach('pm_card_visa', { customer: other.id })
  expect(await refusal(save(method.id))).toMatchObject({ param: 'payment_method' })
  const typed = stripe.setupIntents.create({ payment_method_types: ['card'] } as object)
  expect(await refusal(typed)).toMatchObject({ code: 'payment_method_types_no_longer_supported' })
})
