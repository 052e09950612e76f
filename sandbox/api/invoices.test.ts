import { startBilling, type Billing } from './testing/billing'

let billing: Billing
let stripe: Billing['stripe']
beforeAll(async () => {
  billing = await startBilling()
  ;({ stripe } = billing)
})
afterAll(() => billing.sandbox.close())

test('an invoice by hand takes up what waits, and is finalised and paid on request', async () => {
  const customer = await billing.payer()
  const item = await stripe.invoiceItems.create({
    customer: customer.id,
    amount: 700,
    currency: 'usd',
    description: 'Setup',
  })
  expect(item).toMatchObject({ amount: 700, invoice: null, proration: false, parent: null, quantity: 1 })
  const empty = await stripe.invoices.create({ customer: customer.id })
  expect(empty).toMatchObject({
    status: 'draft',
    total: 0,
    billing_reason: 'manual',
    auto_advance: false,
    parent: null,
  })
  const draft = await stripe.invoices.create({
    customer: customer.id,
    pending_invoice_items_behavior: 'include',
  })
  expect(draft.lines.data[0]).toMatchObject({
    amount: 700,
    description: 'Setup',
    subscription: null,
    parent: { type: 'invoice_item_details', invoice_item_details: { invoice_item: item.id } },
  })
  expect(await stripe.invoiceItems.retrieve(item.id)).toMatchObject({ invoice: draft.id })
  expect((await stripe.invoiceItems.list({ customer: customer.id, pending: true })).data).toEqual([])
  const open = await stripe.invoices.finalizeInvoice(draft.id)
  expect(open).toMatchObject({ status: 'open', amount_due: 700, amount_remaining: 700, attempted: false })
  expect(open.number).toMatch(/-0001$/)
  const paid = await stripe.invoices.pay(draft.id)
  expect(paid).toMatchObject({ status: 'paid', amount_paid: 700, amount_remaining: 0, attempt_count: 1 })
  expect(await billing.eventsAbout(draft.id)).toEqual([
    'invoice.created',
    'invoice.updated',
    'invoice.finalized',
    'invoice.updated',
    'invoice.paid',
    'invoice.payment_succeeded',
  ])
  await expect(stripe.invoices.pay(draft.id)).rejects.toThrow('Invoice is already paid')
  await expect(stripe.invoices.finalizeInvoice(draft.id)).rejects.toMatchObject({
    code: 'invoice_not_editable',
  })
  await expect(stripe.invoices.update(draft.id, { description: 'x' })).rejects.toMatchObject({
    code: 'invoice_not_editable',
  })
  await expect(stripe.invoices.del(draft.id)).rejects.toMatchObject({ code: 'invoice_not_editable' })
  await expect(stripe.invoiceItems.update(item.id, { amount: 1 })).rejects.toMatchObject({
    code: 'invoice_not_editable',
  })
  await expect(stripe.invoiceItems.del(item.id)).rejects.toMatchObject({ code: 'invoice_not_editable' })
  await expect(stripe.invoices.voidInvoice(draft.id)).rejects.toMatchObject({ code: 'invoice_not_editable' })
  expect(await stripe.invoices.update(draft.id, { metadata: { still: 'open' } })).toMatchObject({
    metadata: { still: 'open' },
  })
})

test('a draft that advances by itself is finalised an hour later and collected', async () => {
  const customer = await billing.payer()
  const draft = await stripe.invoices.create({ customer: customer.id, auto_advance: true })
  await stripe.invoiceItems.create({ customer: customer.id, invoice: draft.id, amount: 900 })
  expect(draft.automatically_finalizes_at).toBe(draft.created + 3_600)
  await billing.advance(1 / 24)
  expect(await stripe.invoices.retrieve(draft.id)).toMatchObject({ status: 'paid', amount_paid: 900 })
})

test('a renewal takes up what waits for the customer, but not what waits for another subscription', async () => {
  const customer = await billing.payer()
  const items = [{ price: billing.monthly.id }]
  const one = await stripe.subscriptions.create({ customer: customer.id, items })
  const other = await stripe.subscriptions.create({ customer: customer.id, items })
  await stripe.invoiceItems.create({
    customer: customer.id,
    amount: 50,
    currency: 'usd',
    subscription: other.id,
  })
  await stripe.invoiceItems.create({ customer: customer.id, amount: 7, currency: 'usd' })
  await billing.advance(31)
  const [first] = await billing.invoicesOf(one)
  const [second] = await billing.invoicesOf(other)
  expect([first?.total, second?.total]).toEqual([1_007, 1_050])
})

test('lines of a draft are added, changed and removed, and the sums follow', async () => {
  const customer = await billing.payer()
  const price = await stripe.prices.create({
    product: String(billing.monthly.product),
    currency: 'usd',
    unit_amount: 250,
  })
  const draft = await stripe.invoices.create({ customer: customer.id })
  const full = await stripe.invoices.addLines(draft.id, {
    lines: [
      { pricing: { price: price.id }, quantity: 4 },
      { amount: 100, description: 'Postage', period: { start: 1, end: 2 } },
      { price_data: { currency: 'usd', unit_amount: 30, product_data: { name: 'Card' } }, quantity: 2 },
    ],
    invoice_metadata: { lines: 'three' },
  })
  expect(full).toMatchObject({ total: 1_160, metadata: { lines: 'three' } })
  expect(full.lines.data[0]?.pricing?.price_details?.price).toBe(price.id)
  expect(full.lines.data[1]?.period).toEqual({ start: 1, end: 2 })
  const [seats, postage, card] = full.lines.data.map(({ id }) => id)
  const item = full.lines.data[1]?.parent?.invoice_item_details?.invoice_item ?? ''
  const line = await stripe.invoices.updateLineItem(draft.id, seats ?? '', {
    quantity: 2,
    description: 'Two',
  })
  expect(line).toMatchObject({ amount: 500, quantity: 2, description: 'Two' })
  const changed = await stripe.invoices.updateLines(draft.id, { lines: [{ id: postage ?? '', amount: 120 }] })
  expect(changed.total).toBe(680)
  const fewer = await stripe.invoices.removeLines(draft.id, {
    lines: [
      { id: postage ?? '', behavior: 'unassign' },
      { id: card ?? '', behavior: 'delete' },
    ],
  })
  expect(fewer.total).toBe(500)
  expect((await stripe.invoiceItems.list({ customer: customer.id, pending: true })).data).toMatchObject([
    { id: item, amount: 120 },
  ])
  const again = await stripe.invoices.addLines(draft.id, { lines: [{ invoice_item: item }] })
  expect(again.total).toBe(620)
  const updates = await stripe.events.list({ type: 'invoice.updated', limit: 1 })
  expect(updates.data[0]?.data).toMatchObject({
    object: { id: draft.id, total: 620 },
    previous_attributes: { total: 500, subtotal: 500, amount_due: 500 },
  })
  await expect(
    stripe.invoices.addLines(draft.id, { lines: [{ pricing: { price: billing.monthly.id } }] }),
  ).rejects.toThrow('only accepts prices with `type=one_time`')
  await expect(
    stripe.invoices.addLines(draft.id, { lines: [{ amount: 5, pricing: { price: price.id } }] }),
  ).rejects.toMatchObject({ code: 'parameters_exclusive' })
  await expect(
    stripe.invoices.removeLines(draft.id, { lines: [{ id: 'il_none', behavior: 'delete' }] }),
  ).rejects.toMatchObject({ code: 'resource_missing' })
  await stripe.invoices.del(draft.id)
  await expect(stripe.invoices.retrieve(draft.id)).rejects.toMatchObject({ statusCode: 404 })
  expect((await stripe.invoiceItems.retrieve(item)).invoice).toBeNull()
})

test('its links open a page and a PDF of the stand-in', async () => {
  const customer = await billing.payer()
  const draft = await stripe.invoices.create({ customer: customer.id })
  expect([draft.hosted_invoice_url, draft.invoice_pdf]).toEqual([null, null])
  await stripe.invoiceItems.create({
    customer: customer.id,
    invoice: draft.id,
    amount: 900,
    description: '<b>Bold</b>',
  })
  const {
    hosted_invoice_url: page,
    invoice_pdf: pdf,
    number,
  } = await stripe.invoices.finalizeInvoice(draft.id)
  const html = await (await fetch(page ?? '')).text()
  expect(html).toContain(number)
  expect(html).toContain('&lt;b&gt;Bold')
  const file = await fetch(pdf ?? '')
  expect(file.headers.get('content-type')).toBe('application/pdf')
  expect((await file.text()).startsWith('%PDF-')).toBe(true)
  expect((await fetch(`${page}x`)).status).toBe(404)
})

test('parameters that nobody reads are refused, and so is what does not fit', async () => {
  const customer = await billing.payer()
  const draft = await stripe.invoices.create({ customer: customer.id, currency: 'eur' })
  await expect(
    stripe.invoices.create({
      customer: customer.id,
      from_invoice: { action: 'revision', invoice: draft.id },
    }),
  ).rejects.toMatchObject({ code: 'parameter_unknown' })
  await expect(
    stripe.invoiceItems.create({ customer: customer.id, invoice: draft.id, amount: 1, currency: 'usd' }),
  ).rejects.toMatchObject({ param: 'currency' })
  await expect(stripe.invoiceItems.create({ customer: customer.id })).rejects.toMatchObject({
    code: 'parameter_missing',
  })
  await expect(
    stripe.invoices.create({ customer: customer.id, subscription: 'sub_none' }),
  ).rejects.toMatchObject({ code: 'resource_missing' })
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: billing.monthly.id }],
  })
  await expect(
    stripe.invoices.create({ customer: customer.id, subscription: subscription.id }),
  ).rejects.toMatchObject({ code: 'invoice_no_subscription_line_items' })
})
