import { startBilling, type Billing } from './testing/billing'

let billing: Billing
let stripe: Billing['stripe']
beforeAll(async () => {
  billing = await startBilling()
  ;({ stripe } = billing)
})
afterAll(() => billing.sandbox.close())

async function openInvoice(customer: string, amount: number) {
  const draft = await stripe.invoices.create({ customer })
  await stripe.invoiceItems.create({ customer, invoice: draft.id, amount })
  return stripe.invoices.finalizeInvoice(draft.id)
}

async function history(customer: string) {
  const { data } = await stripe.customers.listBalanceTransactions(customer, { limit: 100 })
  return data.map(({ type, amount, ending_balance }) => [type, amount, ending_balance]).reverse()
}

test('every change of the balance is written down with its reason', async () => {
  const customer = await stripe.customers.create({ balance: -1_000 })
  await stripe.customers.update(customer.id, { balance: -1_200 })
  const given = await stripe.customers.createBalanceTransaction(customer.id, {
    amount: -300,
    currency: 'usd',
    description: 'Goodwill',
    metadata: { ticket: '9' },
  })
  expect(given).toMatchObject({ type: 'adjustment', ending_balance: -1_500, customer: customer.id })
  const invoice = await openInvoice(customer.id, 400)
  expect(invoice).toMatchObject({
    status: 'paid',
    amount_due: 0,
    starting_balance: -1_500,
    ending_balance: -1_100,
  })
  const debited = await openInvoice(customer.id, -100)
  expect(debited).toMatchObject({ status: 'paid', total: -100, amount_due: 0, ending_balance: -1_200 })
  expect(await history(customer.id)).toEqual([
    ['initial', -1_000, -1_000],
    ['adjustment', -200, -1_200],
    ['adjustment', -300, -1_500],
    ['applied_to_invoice', 400, -1_100],
    ['applied_to_invoice', -100, -1_200],
  ])
  const mine = await stripe.customers.listBalanceTransactions(customer.id, { invoice: invoice.id })
  expect(mine.data).toMatchObject([{ invoice: invoice.id, amount: 400 }])
  const changed = await stripe.customers.updateBalanceTransaction(customer.id, given.id, { description: 'x' })
  expect(changed).toMatchObject({ description: 'x', metadata: { ticket: '9' }, amount: -300 })
  expect(await stripe.customers.retrieveBalanceTransaction(customer.id, given.id)).toEqual(changed)
  const other = await stripe.customers.create({})
  await expect(stripe.customers.retrieveBalanceTransaction(other.id, given.id)).rejects.toMatchObject({
    statusCode: 404,
  })
})

test('what is too small to charge waits for the next invoice', async () => {
  const customer = await billing.payer()
  const small = await openInvoice(customer.id, 30)
  expect(small).toMatchObject({
    status: 'paid',
    total: 30,
    amount_due: 0,
    amount_paid: 0,
    ending_balance: 30,
  })
  const next = await openInvoice(customer.id, 100)
  expect(next).toMatchObject({ status: 'open', amount_due: 130, ending_balance: 0 })
  expect(await history(customer.id)).toEqual([
    ['invoice_too_small', 30, 30],
    ['applied_to_invoice', -30, 0],
  ])
  expect(await stripe.invoices.pay(next.id)).toMatchObject({ amount_paid: 130 })
})

test('a voided invoice gives back the credit that it took', async () => {
  const customer = await stripe.customers.create({ balance: -250 })
  const invoice = await openInvoice(customer.id, 1_000)
  expect(invoice.amount_due).toBe(750)
  await stripe.invoices.voidInvoice(invoice.id)
  expect((await history(customer.id)).at(-1)).toEqual(['unapplied_from_invoice', -250, -250])
  expect(await stripe.customers.retrieve(customer.id)).toMatchObject({ balance: -250 })
})

test('a balance has one currency', async () => {
  const customer = await billing.payer()
  await stripe.customers.createBalanceTransaction(customer.id, { amount: -5, currency: 'eur' })
  await expect(
    stripe.customers.createBalanceTransaction(customer.id, { amount: -5, currency: 'usd' }),
  ).rejects.toMatchObject({ param: 'currency' })
})
