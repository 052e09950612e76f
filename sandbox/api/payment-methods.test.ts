import { DAY } from './engine/calendar'
import { refusal, startPayments, type Payments } from './testing/payments'
import { TEST_NOW } from './testing/start'

let payments: Payments
let stripe: Payments['stripe']
beforeAll(async () => {
  payments = await startPayments()
  ;({ stripe } = payments)
})
afterAll(() => payments.sandbox.close())

const typed = (number: string, more = {}) =>
  stripe.paymentMethods.create({ type: 'card', card: { number, exp_month: 8, exp_year: 2027, ...more } })

describe('a card', () => {
  test.each([
    ['4242424242424242', 'visa', 'US', 'credit'],
    ['4000056655665556', 'visa', 'US', 'debit'],
    ['5105105105105100', 'mastercard', 'US', 'prepaid'],
    ['378282246310005', 'amex', 'US', 'credit'],
    ['3056930009020004', 'diners', 'US', 'credit'],
    ['6200000000000005', 'unionpay', 'CN', 'credit'],
    ['4000002760000016', 'visa', 'DE', 'credit'],
    ['4000000760000002', 'visa', 'BR', 'credit'],
  ])('with the number %s is known by brand, country and funding', async (number, brand, country, funding) => {
    const method = await typed(number)
    expect(method.card).toMatchObject({
      brand,
      country,
      funding,
      last4: number.slice(-4),
      exp_month: 8,
      exp_year: 2027,
    })
    expect(method.customer).toBeNull()
  })

  test('has the same fingerprint whenever its number is entered, by number or by token', async () => {
    const [one, other] = [await typed('4242424242424242'), await typed('4242424242424242')]
    const token = await stripe.paymentMethods.create({ type: 'card', card: { token: 'tok_visa' } })
    expect(one.card?.fingerprint).toBe(other.card?.fingerprint)
    expect(token.card?.fingerprint).toBe(one.card?.fingerprint)
    expect((await typed('5555555555554444')).card?.fingerprint).not.toBe(one.card?.fingerprint)
  })

  test.each([
    ['4242424242424241', {}, 'incorrect_number', 'card[number]'],
    ['4539578763621486', {}, 'card_declined', 'card[number]'],
    ['4242424242424242', { exp_month: 13 }, 'invalid_expiry_month', 'card[exp_month]'],
    ['4242424242424242', { exp_month: 4, exp_year: 2026 }, 'invalid_expiry_year', 'card[exp_year]'],
    ['4242424242424242', { cvc: '12' }, 'invalid_cvc', 'card[cvc]'],
  ])('%s %j is refused with %s', async (number, more, code, param) => {
    expect(await refusal(typed(number, more))).toMatchObject({
      type: 'card_error',
      code,
      param,
      statusCode: 402,
    })
  })

  test('other kinds of payment methods and unknown tokens are refused', async () => {
    expect(await refusal(stripe.paymentMethods.create({ type: 'sepa_debit' }))).toMatchObject({
      param: 'type',
    })
    const unknown = stripe.paymentMethods.create({ type: 'card', card: { token: 'tok_nothing' } })
    expect(await refusal(unknown)).toMatchObject({ code: 'resource_missing', param: 'card[token]' })
  })
})

describe('a customer', () => {
  test('gets a card, and loses it for good', async () => {
    const customer = await stripe.customers.create({})
    const method = await typed('4242424242424242')
    const attached = await stripe.paymentMethods.attach(method.id, { customer: customer.id })
    expect(attached.customer).toBe(customer.id)
    await stripe.customers.update(customer.id, { invoice_settings: { default_payment_method: method.id } })
    const listed = await stripe.paymentMethods.list({ customer: customer.id, type: 'card' })
    expect(listed.data.map(({ id }) => id)).toEqual([method.id])
    expect((await stripe.paymentMethods.list({ customer: customer.id, type: 'sepa_debit' })).data).toEqual([])
    expect((await stripe.paymentMethods.detach(method.id)).customer).toBeNull()
    expect((await stripe.customers.listPaymentMethods(customer.id)).data).toEqual([])
    expect(await stripe.customers.retrieve(customer.id)).toMatchObject({
      invoice_settings: { default_payment_method: null },
    })
    const events = await payments.eventsAbout(method.id)
    expect(events.map(({ type }) => type)).toEqual(['payment_method.attached', 'payment_method.detached'])
    expect(events[1]?.data.previous_attributes).toEqual({ customer: customer.id })
    expect(await refusal(stripe.paymentMethods.detach(method.id))).toMatchObject({
      message: 'The payment method you provided is not attached to a customer so detachment is impossible.',
    })
    const again = stripe.paymentMethods.attach(method.id, { customer: customer.id })
    expect(await refusal(again)).toMatchObject({ message: expect.stringContaining('may not be used again') })
  })

  test("cannot have another's card, nor see it", async () => {
    const [one, other] = [await stripe.customers.create({}), await stripe.customers.create({})]
    const method = await stripe.paymentMethods.attach('pm_card_visa', { customer: one.id })
    expect(await refusal(stripe.paymentMethods.attach(method.id, { customer: other.id }))).toMatchObject({
      message: 'The payment method you provided has already been attached to a customer.',
    })
    expect(await refusal(stripe.customers.retrievePaymentMethod(other.id, method.id))).toMatchObject({
      code: 'resource_missing',
      statusCode: 404,
    })
    expect((await stripe.customers.retrievePaymentMethod(one.id, method.id)).id).toBe(method.id)
  })

  test('cannot save a card that is declined when it is checked, but one that fails later', async () => {
    const customer = await stripe.customers.create({})
    const declined = stripe.paymentMethods.attach('pm_card_chargeDeclinedExpiredCard', {
      customer: customer.id,
    })
    expect(await refusal(declined)).toMatchObject({ code: 'expired_card', decline_code: 'expired_card' })
    await expect(
      stripe.customers.create({ payment_method: 'pm_card_visa_chargeDeclined' }),
    ).rejects.toMatchObject({
      type: 'StripeCardError',
      code: 'card_declined',
    })
    await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer: customer.id })
  })

  test('whose card is changed sees it told', async () => {
    const customer = await stripe.customers.create({})
    const loose = await typed('4242424242424242')
    expect(await refusal(stripe.paymentMethods.update(loose.id, { metadata: { a: 'b' } }))).toMatchObject({
      message: expect.stringContaining('must save this PaymentMethod to a customer'),
    })
    await stripe.paymentMethods.attach(loose.id, { customer: customer.id })
    const changed = await stripe.paymentMethods.update(loose.id, {
      billing_details: { name: 'Ana', address: { country: 'PT' } },
      card: { exp_year: 2031 },
      metadata: { kept: 'yes' },
    })
    expect(changed).toMatchObject({
      billing_details: { name: 'Ana', email: null, address: { country: 'PT', city: null } },
      card: { exp_month: 8, exp_year: 2031 },
      metadata: { kept: 'yes' },
    })
    const [, event] = await payments.eventsAbout(loose.id)
    expect(event).toMatchObject({ type: 'payment_method.updated' })
    expect(event?.data.previous_attributes).toMatchObject({
      card: { exp_year: 2027 },
      metadata: { kept: null },
    })
    expect(await refusal(stripe.paymentMethods.update(loose.id, { card: { exp_year: 2020 } }))).toMatchObject(
      {
        code: 'invalid_expiry_year',
      },
    )
  })
})

test('a card that was typed in expires, and one that came as a token is renewed by its network', async () => {
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: TEST_NOW })
  const customer = await stripe.customers.create({ test_clock: clock.id })
  const old = await typed('4242424242424242', { exp_month: 6, exp_year: 2026 })
  await stripe.paymentMethods.attach(old.id, { customer: customer.id })
  const renewed = await stripe.paymentMethods.attach('pm_card_mastercard', { customer: customer.id })
  const before = await payments.charge(renewed.id, { customer: customer.id })
  for (const years of [1, 2, 3]) {
    const target = TEST_NOW + years * 365 * DAY
    await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: target })
    await payments.advance(1)
  }
  expect(await refusal(payments.pay(old.id, { customer: customer.id }))).toMatchObject({
    code: 'expired_card',
  })
  const charge = await payments.charge(renewed.id, { customer: customer.id })
  expect(charge.payment_method_details?.card?.exp_year).toBe(2033)
  const first = await stripe.charges.retrieve(before.id)
  expect(first.payment_method_details).toEqual(before.payment_method_details)
  expect((await payments.eventsAbout(renewed.id)).map(({ type }) => type)).toContain(
    'payment_method.automatically_updated',
  )
})
