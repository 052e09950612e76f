import { DAY } from './engine/calendar'
import { startBilling, type Billing } from './testing/billing'

let billing: Billing
let stripe: Billing['stripe']
beforeAll(async () => {
  billing = await startBilling()
  ;({ stripe } = billing)
})
afterAll(() => billing.sandbox.close())

const receiver = async () =>
  stripe.customers.create({ email: 'pays@example.com', payment_method: 'pm_card_visa' })

test('an invoice that is sent becomes due, is reminded of, and is overdue when nobody pays', async () => {
  const customer = await receiver()
  await expect(
    stripe.invoices.create({ customer: customer.id, collection_method: 'send_invoice' }),
  ).rejects.toMatchObject({ code: 'parameter_missing' })
  await expect(stripe.invoices.create({ customer: customer.id, days_until_due: 3 })).rejects.toMatchObject({
    param: 'days_until_due',
  })
  const draft = await stripe.invoices.create({
    customer: customer.id,
    collection_method: 'send_invoice',
    days_until_due: 10,
    description: 'Thank you',
    footer: 'Northwind',
    custom_fields: [{ name: 'Order', value: '7' }],
  })
  await stripe.invoiceItems.create({ customer: customer.id, invoice: draft.id, amount: 4_000 })
  const sent = await stripe.invoices.sendInvoice(draft.id)
  expect(sent).toMatchObject({
    status: 'open',
    due_date: draft.created + 10 * DAY,
    attempted: false,
    footer: 'Northwind',
    custom_fields: [{ name: 'Order', value: '7' }],
  })
  await billing.advance(11)
  const types = await billing.eventsAbout(draft.id)
  expect(types.filter((type) => /sent|due/.test(type))).toEqual([
    'invoice.sent',
    'invoice.will_be_due',
    'invoice.overdue',
  ])
  expect((await stripe.charges.list({ customer: customer.id })).data).toEqual([])
  const due = await stripe.invoices.list({ due_date: { lte: draft.created + 10 * DAY }, status: 'open' })
  expect(due.data.map(({ id }) => id)).toEqual([draft.id])
  const paid = await stripe.invoices.pay(draft.id, { paid_out_of_band: true })
  expect(paid).toMatchObject({ status: 'paid', amount_paid: 4_000, amount_paid_off_stripe: 4_000 })
  const none = await stripe.customers.create({})
  await expect(
    stripe.invoices.create({ customer: none.id, collection_method: 'send_invoice', days_until_due: 1 }),
  ).rejects.toThrow('Missing email')
})

test('a payment that is declined is told as a card error and tried again by the schedule', async () => {
  const customer = await billing.payer('pm_card_chargeCustomerFail')
  const draft = await stripe.invoices.create({ customer: customer.id, auto_advance: true })
  await stripe.invoiceItems.create({ customer: customer.id, invoice: draft.id, amount: 900 })
  await expect(stripe.invoices.pay(draft.id)).rejects.toMatchObject({
    type: 'StripeCardError',
    statusCode: 402,
    code: 'card_declined',
  })
  expect(await stripe.invoices.retrieve(draft.id)).toMatchObject({
    status: 'open',
    attempt_count: 1,
    attempted: true,
  })
  const good = await stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id })
  await expect(stripe.invoices.pay(draft.id, { payment_method: 'pm_none' })).rejects.toMatchObject({
    code: 'resource_missing',
  })
  expect(await stripe.invoices.pay(draft.id, { payment_method: good.id })).toMatchObject({
    status: 'paid',
    attempt_count: 1,
  })
  const poor = await stripe.customers.create({})
  const other = await stripe.invoices.create({ customer: poor.id })
  await stripe.invoiceItems.create({ customer: poor.id, invoice: other.id, amount: 900 })
  await expect(stripe.invoices.pay(other.id)).rejects.toMatchObject({ code: 'resource_missing' })
})

test('open invoices are voided or given up, and what was given up can still be paid', async () => {
  const customer = await billing.payer()
  const open = async () => {
    const draft = await stripe.invoices.create({ customer: customer.id })
    await stripe.invoiceItems.create({ customer: customer.id, invoice: draft.id, amount: 300 })
    await expect(stripe.invoices.voidInvoice(draft.id)).rejects.toMatchObject({
      code: 'invoice_not_editable',
    })
    return stripe.invoices.finalizeInvoice(draft.id, { auto_advance: false })
  }
  const voided = await stripe.invoices.voidInvoice((await open()).id, { expand: ['payments'] })
  expect(voided).toMatchObject({ status: 'void', payments: { data: [{ status: 'canceled' }] } })
  await expect(stripe.invoices.pay(voided.id)).rejects.toMatchObject({ code: 'invoice_not_editable' })
  const lost = await stripe.invoices.markUncollectible((await open()).id)
  expect(lost).toMatchObject({
    status: 'uncollectible',
    status_details: { uncollectible: { reason: 'user_forgiven' } },
  })
  await expect(stripe.invoices.markUncollectible(lost.id)).rejects.toMatchObject({
    code: 'invoice_not_editable',
  })
  expect(await stripe.invoices.pay(lost.id)).toMatchObject({ status: 'paid' })
})

test('payments that are attached count towards an invoice, and what is too much becomes credit', async () => {
  const customer = await billing.payer()
  const method = String(customer.invoice_settings.default_payment_method)
  const open = async (amount: number) => {
    const draft = await stripe.invoices.create({ customer: customer.id })
    await stripe.invoiceItems.create({ customer: customer.id, invoice: draft.id, amount })
    return stripe.invoices.finalizeInvoice(draft.id)
  }
  const payment = (amount: number, confirm: boolean) =>
    stripe.paymentIntents.create({
      ...{ amount, currency: 'usd', customer: customer.id, payment_method: method, confirm },
      ...(confirm ? { off_session: true } : {}),
    })
  const invoice = await open(1_000)
  const part = await payment(400, true)
  expect(await stripe.invoices.attachPayment(invoice.id, { payment_intent: part.id })).toMatchObject({
    status: 'open',
    amount_paid: 400,
    amount_remaining: 600,
  })
  await expect(stripe.invoices.attachPayment(invoice.id, { payment_intent: part.id })).rejects.toMatchObject({
    param: 'payment_intent',
  })
  await expect(stripe.invoices.voidInvoice(invoice.id)).rejects.toMatchObject({
    code: 'invoice_not_editable',
  })
  const rest = await payment(900, false)
  await stripe.invoices.attachPayment(invoice.id, { payment_intent: rest.id })
  await stripe.paymentIntents.confirm(rest.id)
  expect(await stripe.invoices.retrieve(invoice.id, { expand: ['payments'] })).toMatchObject({
    status: 'paid',
    amount_paid: 1_000,
    amount_overpaid: 300,
    payments: {
      data: [
        { is_default: true, status: 'canceled' },
        { is_default: false, status: 'paid', amount_paid: 400 },
        { is_default: false, status: 'paid', amount_paid: 900 },
      ],
    },
  })
  expect(await stripe.customers.retrieve(customer.id)).toMatchObject({ balance: -300 })
  expect(await billing.eventsAbout(invoice.id)).toContain('invoice.overpaid')
  const other = await open(2_000)
  await stripe.invoices.attachPayment(other.id, { payment_intent: (await payment(500, true)).id })
  const paid = await stripe.invoices.pay(other.id)
  expect(paid).toMatchObject({ status: 'paid', amount_due: 1_700, amount_paid: 1_700 })
  const charges = await stripe.charges.list({ customer: customer.id, limit: 1 })
  expect(charges.data[0]?.amount).toBe(1_200)
})
