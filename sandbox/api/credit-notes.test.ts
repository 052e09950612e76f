import type Stripe from 'stripe'
import { startBilling, type Billing } from './testing/billing'

let billing: Billing
let stripe: Billing['stripe']
beforeAll(async () => {
  billing = await startBilling()
  ;({ stripe } = billing)
})
afterAll(() => billing.sandbox.close())

async function invoiceOf(
  lines: Stripe.InvoiceAddLinesParams.Line[],
  { pay = false, ...params }: Stripe.InvoiceCreateParams & { pay?: boolean } = {},
) {
  const customer = await billing.payer()
  const draft = await stripe.invoices.create({ customer: customer.id, ...params })
  await stripe.invoices.addLines(draft.id, { lines })
  return pay ? stripe.invoices.pay(draft.id) : stripe.invoices.finalizeInvoice(draft.id)
}
const lineId = (invoice: Stripe.Invoice, index = 0) => invoice.lines.data[index]?.id ?? ''

test('before payment a note lowers what is owed, until nothing is', async () => {
  const invoice = await invoiceOf([{ amount: 1_000 }])
  const note = await stripe.creditNotes.create({
    invoice: invoice.id,
    amount: 300,
    memo: 'Sorry',
    reason: 'duplicate',
  })
  expect(note).toMatchObject({
    amount: 300,
    total: 300,
    type: 'pre_payment',
    pre_payment_amount: 300,
    post_payment_amount: 0,
    status: 'issued',
    number: `${invoice.number}-CN-01`,
  })
  expect(
    await stripe.invoices.retrieve(invoice.id, { expand: ['payments.data.payment.payment_intent'] }),
  ).toMatchObject({
    total: 1_000,
    amount_due: 700,
    amount_remaining: 700,
    pre_payment_credit_notes_amount: 300,
    payments: { data: [{ amount_requested: 700, payment: { payment_intent: { amount: 700 } } }] },
  })
  expect(await billing.eventsAbout(note.id)).toEqual(['credit_note.created'])
  const voided = await stripe.creditNotes.voidCreditNote(note.id)
  expect(voided.status).toBe('void')
  expect((await stripe.invoices.retrieve(invoice.id)).amount_due).toBe(1_000)
  await stripe.creditNotes.create({ invoice: invoice.id, amount: 1_000 })
  expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({
    status: 'paid',
    amount_paid: 0,
    amount_due: 0,
  })
  await expect(stripe.creditNotes.create({ invoice: invoice.id, amount: 1 })).rejects.toMatchObject({
    param: 'amount',
  })
  await expect(stripe.creditNotes.voidCreditNote(note.id)).rejects.toThrow('already void')
})

test('after payment the money goes back in three ways, which must come to the whole', async () => {
  const invoice = await invoiceOf([{ amount: 1_000 }], { pay: true })
  await expect(stripe.creditNotes.create({ invoice: invoice.id, amount: 600 })).rejects.toThrow(
    'must equal the post payment amount',
  )
  const note = await stripe.creditNotes.create({
    invoice: invoice.id,
    amount: 600,
    credit_amount: 100,
    refund_amount: 300,
    out_of_band_amount: 200,
    expand: ['refunds.refund', 'customer_balance_transaction'],
  })
  expect(note).toMatchObject({
    type: 'post_payment',
    post_payment_amount: 600,
    out_of_band_amount: 200,
    refunds: [{ amount_refunded: 300, refund: { amount: 300, status: 'succeeded' } }],
    customer_balance_transaction: { amount: -100, type: 'credit_note', credit_note: note.id },
  })
  expect(await stripe.customers.retrieve(String(invoice.customer))).toMatchObject({ balance: -100 })
  expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({
    status: 'paid',
    amount_paid: 1_000,
    post_payment_credit_notes_amount: 600,
  })
  await expect(
    stripe.creditNotes.create({ invoice: invoice.id, amount: 500, credit_amount: 500 }),
  ).rejects.toMatchObject({ param: 'amount' })
  await expect(stripe.creditNotes.voidCreditNote(note.id)).rejects.toThrow('open invoices')
  const refund = await stripe.refunds.create({
    charge: (await stripe.charges.list({ customer: String(invoice.customer) })).data[0]?.id ?? '',
    amount: 250,
  })
  const linked = await stripe.creditNotes.create({
    invoice: invoice.id,
    amount: 250,
    refunds: [{ refund: refund.id }],
  })
  expect(linked.refunds).toMatchObject([{ amount_refunded: 250, refund: refund.id }])
})

test('lines take their discounts and taxes with them', async () => {
  const coupon = await stripe.coupons.create({ percent_off: 10, duration: 'once' })
  const rate = await stripe.taxRates.create({ display_name: 'Sales', percentage: 20, inclusive: false })
  const invoice = await invoiceOf(
    [
      { amount: 1_000 },
      { price_data: { currency: 'usd', unit_amount: 300, product_data: { name: 'Seat' } }, quantity: 4 },
    ],
    {
      discounts: [{ coupon: coupon.id }],
      default_tax_rates: [rate.id],
    },
  )
  expect(invoice.total).toBe(2_376)
  const lines: Stripe.CreditNoteCreateParams.Line[] = [
    { type: 'invoice_line_item', invoice_line_item: lineId(invoice), amount: 500 },
    { type: 'invoice_line_item', invoice_line_item: lineId(invoice, 1), quantity: 1 },
    { type: 'custom_line_item', description: 'Trouble', unit_amount: 50, tax_rates: [rate.id] },
  ]
  const params = { invoice: invoice.id, lines }
  const before = await stripe.creditNotes.preview(params)
  const previewed = await stripe.creditNotes.listPreviewLineItems({ ...params, limit: 2 })
  expect((await stripe.creditNotes.list({ invoice: invoice.id })).data).toEqual([])
  const note = await stripe.creditNotes.create(params)
  expect(note).toMatchObject({
    subtotal: 850,
    discount_amount: 80,
    total: 540 + 324 + 60,
    total_excluding_tax: 770,
  })
  expect(note.total_taxes).toMatchObject([{ amount: 154, taxable_amount: 770 }])
  const bare = ({ id: _id, pdf: _pdf, lines: inside, ...rest }: Stripe.CreditNote) => ({
    ...rest,
    lines: inside.data.map(({ id: _line, ...line }) => line),
  })
  expect(bare(before)).toEqual(bare(note))
  expect(previewed).toMatchObject({ has_more: true, data: [{ amount: 500 }, { amount: 300 }] })
  expect(
    (await stripe.creditNotes.listLineItems(note.id)).data.map(({ amount, type }) => [amount, type]),
  ).toEqual([
    [500, 'invoice_line_item'],
    [300, 'invoice_line_item'],
    [50, 'custom_line_item'],
  ])
  await expect(
    stripe.creditNotes.create({
      invoice: invoice.id,
      lines: [{ type: 'invoice_line_item', invoice_line_item: lineId(invoice), amount: 501 }],
    }),
  ).rejects.toMatchObject({ param: 'lines[0][invoice_line_item]' })
  await expect(
    stripe.creditNotes.create({
      invoice: invoice.id,
      lines: [0, 1].map((index) => ({
        type: 'invoice_line_item',
        invoice_line_item: lineId(invoice, index),
      })),
    }),
  ).rejects.toThrow('exceeds')
  const whole = await invoiceOf([{ amount: 999 }], { default_tax_rates: [rate.id] })
  const all = await stripe.creditNotes.create({
    invoice: whole.id,
    lines: [{ type: 'invoice_line_item', invoice_line_item: lineId(whole) }],
  })
  expect(all.total).toBe(whole.total)
})

test('notes are changed, found and refused', async () => {
  const invoice = await invoiceOf([{ amount: 1_000 }])
  const note = await stripe.creditNotes.create({ invoice: invoice.id, amount: 100 })
  expect(await stripe.creditNotes.update(note.id, { memo: 'New', metadata: { a: 'b' } })).toMatchObject({
    memo: 'New',
  })
  expect(await billing.eventsAbout(note.id)).toEqual(['credit_note.created', 'credit_note.updated'])
  expect(
    (await stripe.creditNotes.list({ customer: String(invoice.customer) })).data.map(({ id }) => id),
  ).toEqual([note.id])
  expect((await fetch(note.pdf)).headers.get('content-type')).toBe('application/pdf')
  const draft = await stripe.invoices.create({ customer: String(invoice.customer) })
  await expect(stripe.creditNotes.create({ invoice: draft.id, amount: 1 })).rejects.toThrow('draft')
  await expect(stripe.creditNotes.create({ invoice: invoice.id })).rejects.toMatchObject({
    code: 'parameter_missing',
  })
  await expect(
    stripe.creditNotes.create({ invoice: invoice.id, shipping_cost: { shipping_rate: 'shr_1' }, amount: 1 }),
  ).rejects.toMatchObject({ code: 'parameter_unknown' })
})
