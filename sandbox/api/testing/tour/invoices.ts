import type { Tour } from './tour'

/** Invoices by hand, their items and lines, tax rates and the customer's balance. */
export const invoiceTour: Tour = async ({ stripe }) => {
  const rate = await stripe.taxRates.create({
    display_name: 'VAT',
    percentage: 19,
    inclusive: true,
    active: true,
    country: 'DE',
    state: '',
    description: 'Tour',
    jurisdiction: 'DE',
    metadata: { tour: 'yes' },
    tax_type: 'vat',
  })
  await stripe.taxRates.retrieve(rate.id)
  await stripe.taxRates.update(rate.id, { metadata: { tour: '' } })
  await stripe.taxRates.list({ active: true, inclusive: true, created: { gt: 0 }, limit: 1 })
  const customer = await stripe.customers.create({
    email: 'tour@example.com',
    payment_method: 'pm_card_visa',
    invoice_settings: { default_payment_method: 'pm_card_visa' },
  })
  const given = await stripe.customers.createBalanceTransaction(customer.id, {
    amount: -100,
    currency: 'usd',
    description: 'Tour',
    metadata: { tour: 'yes' },
  })
  await stripe.customers.updateBalanceTransaction(customer.id, given.id, { description: '', metadata: '' })
  await stripe.customers.retrieveBalanceTransaction(customer.id, given.id, { expand: ['customer'] })
  const coupon = await stripe.coupons.create({ percent_off: 10, duration: 'once' })
  const item = await stripe.invoiceItems.create({
    customer: customer.id,
    currency: 'usd',
    price_data: { currency: 'usd', unit_amount: 500, product: 'prod_tour', tax_behavior: 'inclusive' },
    quantity: 2,
    description: 'Tour',
    discountable: true,
    discounts: [{ coupon: coupon.id }],
    metadata: { tour: 'yes' },
    period: { start: 1, end: 2 },
    tax_rates: [rate.id],
  })
  await stripe.invoiceItems.retrieve(item.id, { expand: ['discounts', 'customer'] })
  await stripe.invoiceItems.update(item.id, { quantity: 3, description: '' })
  await stripe.invoiceItems.list({ customer: customer.id, pending: true, created: { gt: 0 }, limit: 1 })
  const draft = await stripe.invoices.create({
    customer: customer.id,
    currency: 'usd',
    pending_invoice_items_behavior: 'include',
    collection_method: 'send_invoice',
    days_until_due: 7,
    auto_advance: false,
    description: 'Tour',
    footer: 'Tour',
    number: 'TOUR-1',
    statement_descriptor: 'TOUR',
    metadata: { tour: 'yes' },
    custom_fields: [{ name: 'Order', value: '1' }],
    default_tax_rates: [rate.id],
    discounts: [{ coupon: coupon.id }],
    expand: ['discounts', 'lines.data.discounts'],
  })
  await stripe.invoices.list({ due_date: { gt: 0 }, collection_method: 'send_invoice', status: 'draft' })
  await stripe.invoices.update(draft.id, {
    default_payment_method: String(customer.invoice_settings.default_payment_method),
    effective_at: 1_700_000_000,
    automatically_finalizes_at: draft.created + 86_400,
  })
  const longer = await stripe.invoices.addLines(draft.id, {
    lines: [
      { amount: 100, description: 'One' },
      { price_data: { currency: 'usd', unit_amount: 100, product_data: { name: 'Two' } } },
    ],
    invoice_metadata: { lines: 'many' },
  })
  const [, one, two] = longer.lines.data.map(({ id }) => id)
  await stripe.invoices.updateLineItem(draft.id, one ?? '', { amount: 200, discountable: false })
  await stripe.invoices.updateLines(draft.id, { lines: [{ id: one ?? '', description: 'First' }] })
  await stripe.invoices.removeLines(draft.id, { lines: [{ id: two ?? '', behavior: 'delete' }] })
  await stripe.invoices.listLineItems(draft.id, { limit: 1 })
  await stripe.invoices.finalizeInvoice(draft.id, { auto_advance: false })
  await stripe.invoices.sendInvoice(draft.id)
  await stripe.invoices.markUncollectible(draft.id)
  await stripe.invoices.pay(draft.id, { paid_out_of_band: false, off_session: true })
  const open = await stripe.invoices.create({ customer: customer.id })
  const extra = await stripe.invoiceItems.create({ customer: customer.id, invoice: open.id, amount: 800 })
  const more = await stripe.invoiceItems.create({ customer: customer.id, invoice: open.id, amount: 5 })
  await stripe.invoiceItems.del(more.id)
  await stripe.invoiceItems.retrieve(extra.id, { expand: ['invoice'] })
  await stripe.invoices.finalizeInvoice(open.id)
  await stripe.customers.listBalanceTransactions(customer.id, { invoice: draft.id, created: { gt: 0 } })
  await stripe.invoices.voidInvoice(open.id)
  const gone = await stripe.invoices.create({ customer: customer.id })
  await stripe.invoices.del(gone.id)
}
