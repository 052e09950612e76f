import type Stripe from 'stripe'
import { firstItem, startBilling, type Billing } from './testing/billing'

let billing: Billing
let stripe: Billing['stripe']
let vat: Stripe.TaxRate
let sales: Stripe.TaxRate
let city: Stripe.TaxRate
beforeAll(async () => {
  billing = await startBilling()
  ;({ stripe } = billing)
  vat = await stripe.taxRates.create({ display_name: 'VAT', percentage: 19, inclusive: true, country: 'DE' })
  sales = await stripe.taxRates.create({ display_name: 'Sales', percentage: 8.875, inclusive: false })
  city = await stripe.taxRates.create({ display_name: 'City', percentage: 1.5, inclusive: false })
})
afterAll(() => billing.sandbox.close())

async function draftOf(
  lines: Stripe.InvoiceAddLinesParams.Line[],
  params: Stripe.InvoiceCreateParams = {},
  customer?: Stripe.Customer,
) {
  const { id } = customer ?? (await billing.payer())
  const draft = await stripe.invoices.create({ customer: id, ...params })
  return stripe.invoices.addLines(draft.id, { lines })
}

test('exclusive tax comes on top, each rate rounded by itself', async () => {
  const invoice = await draftOf([{ amount: 999 }, { amount: 1_001 }], {
    default_tax_rates: [sales.id, city.id],
  })
  expect(invoice.default_tax_rates.map(({ id }) => id)).toEqual([sales.id, city.id])
  expect(invoice).toMatchObject({
    subtotal: 2_000,
    subtotal_excluding_tax: 2_000,
    total: 2_208,
    total_excluding_tax: 2_000,
    amount_due: 2_208,
  })
  expect(invoice.total_taxes).toMatchObject([
    {
      amount: 178,
      tax_behavior: 'exclusive',
      taxable_amount: 2_000,
      taxability_reason: 'not_available',
      tax_rate_details: { tax_rate: sales.id },
    },
    { amount: 30, tax_rate_details: { tax_rate: city.id } },
  ])
  expect(invoice.lines.data[0]?.taxes?.map(({ amount }) => amount)).toEqual([89, 15])
})

test('inclusive tax is part of the price, after discounts', async () => {
  const coupon = await stripe.coupons.create({ percent_off: 50, duration: 'once' })
  const invoice = await draftOf([{ amount: 1_190 }], {
    default_tax_rates: [vat.id],
    discounts: [{ coupon: coupon.id }],
  })
  expect(invoice).toMatchObject({
    subtotal: 1_190,
    subtotal_excluding_tax: 1_000,
    total: 595,
    total_excluding_tax: 500,
  })
  expect(invoice.total_taxes).toMatchObject([{ amount: 95, tax_behavior: 'inclusive', taxable_amount: 500 }])
})

test("a line's own rates stand in for those of the invoice", async () => {
  const invoice = await draftOf([{ amount: 1_000, tax_rates: [city.id] }, { amount: 1_000 }], {
    default_tax_rates: [sales.id],
  })
  expect(invoice.lines.data.map(({ taxes }) => taxes?.map(({ amount }) => amount))).toEqual([[15], [89]])
  const item = invoice.lines.data[0]?.parent?.invoice_item_details?.invoice_item ?? ''
  expect((await stripe.invoiceItems.update(item, { tax_rates: '' })).tax_rates).toEqual([])
  expect((await stripe.invoices.retrieve(invoice.id)).total).toBe(2_178)
})

test.each([
  ['exempt', 'customer_exempt'],
  ['reverse', 'reverse_charge'],
] as const)('customers who are %s pay none', async (tax_exempt, reason) => {
  const customer = await stripe.customers.create({ tax_exempt })
  const invoice = await draftOf([{ amount: 1_000 }], { default_tax_rates: [sales.id] }, customer)
  expect(invoice).toMatchObject({ total: 1_000, customer_tax_exempt: tax_exempt })
  expect(invoice.total_taxes).toMatchObject([{ amount: 0, taxability_reason: reason }])
})

test('subscriptions carry tax by item or by default, and so do their prorations', async () => {
  const subscription = await stripe.subscriptions.create({
    customer: (await billing.payer()).id,
    items: [{ price: billing.monthly.id }, { price: billing.dear.id, tax_rates: [city.id] }],
    default_tax_rates: [sales.id],
  })
  expect(subscription.default_tax_rates?.map(({ id }) => id)).toEqual([sales.id])
  expect(subscription.items.data[1]?.tax_rates?.map(({ id }) => id)).toEqual([city.id])
  const [first] = await billing.invoicesOf(subscription)
  expect(first).toMatchObject({ subtotal: 4_000, total: 4_000 + 89 + 45, amount_paid: 4_134 })
  await billing.advance(15.5)
  await stripe.subscriptions.update(subscription.id, {
    items: [{ id: firstItem(subscription), quantity: 2 }],
    proration_behavior: 'always_invoice',
  })
  const [update] = await billing.invoicesOf(subscription)
  expect(update?.lines.data.map(({ amount, taxes }) => [amount, taxes?.[0]?.amount])).toEqual([
    [-500, -44],
    [1_000, 89],
  ])
  expect(update?.total).toBe(545)
})

test('rates are listed, changed, retired and refused', async () => {
  const rate = await stripe.taxRates.create({
    display_name: 'Old',
    percentage: 3,
    inclusive: false,
    active: false,
  })
  await expect(draftOf([{ amount: 1, tax_rates: [rate.id] }])).rejects.toThrow('inactive')
  expect((await stripe.taxRates.list({ active: false })).data.map(({ id }) => id)).toEqual([rate.id])
  expect((await stripe.taxRates.list({ inclusive: true })).data.map(({ id }) => id)).toEqual([vat.id])
  expect(await stripe.taxRates.update(rate.id, { active: true, display_name: 'New' })).toMatchObject({
    active: true,
  })
  expect(await billing.eventsAbout(rate.id)).toEqual(['tax_rate.created', 'tax_rate.updated'])
  await expect(
    stripe.taxRates.create({ display_name: 'x', percentage: 101, inclusive: false }),
  ).rejects.toMatchObject({ param: 'percentage' })
  await expect(draftOf([{ amount: 1, tax_rates: ['txr_none'] }])).rejects.toMatchObject({
    code: 'resource_missing',
  })
})
