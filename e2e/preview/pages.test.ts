/** The pages list and show what the stand-in holds, page by page, and every place is kept by the address. */
import type Stripe from 'stripe'
import type { Page } from 'playwright-core'
import { eventually } from '../kit/desk'
import { GALLERY, idsOf, rows, startPreview, told, type Preview } from './kit'

jest.setTimeout(60_000)

let preview: Preview
let page: Page
let stripe: Stripe
beforeAll(async () => {
  preview = await startPreview()
  page = preview.page
  stripe = preview.standIn.stripe
})
afterAll(() => preview?.end())

const ids = (list: { data: { id: string }[] }) => list.data.map(({ id }) => id)
const expectRows = (expected: string[]) =>
  eventually(
    async () => JSON.stringify(await idsOf(page)) === JSON.stringify(expected),
    `the rows ${expected.slice(0, 3).join(', ')} …`,
  )

const LISTS: [path: string, list: () => Promise<{ data: { id: string }[] }>][] = [
  ['/customers', () => stripe.customers.list({ limit: 20 })],
  ['/subscriptions', () => stripe.subscriptions.list({ limit: 20 })],
  ['/subscriptions?status=canceled', () => stripe.subscriptions.list({ limit: 20, status: 'canceled' })],
  ['/invoices', () => stripe.invoices.list({ limit: 20 })],
  ['/invoices?status=paid', () => stripe.invoices.list({ limit: 20, status: 'paid' })],
  ['/payments', () => stripe.paymentIntents.list({ limit: 20 })],
  ['/payments?status=refunded', () => stripe.refunds.list({ limit: 20 })],
  ['/payments?status=disputed', () => stripe.disputes.list({ limit: 20 })],
  ['/products', () => stripe.products.list({ limit: 20, active: true })],
  ['/payouts', () => stripe.payouts.list({ limit: 20 })],
  ['/disputes', () => stripe.disputes.list({ limit: 20 })],
]

test.each(LISTS)('%s lists what Stripe lists', async (path, list) => {
  const expected = ids(await list())
  expect(expected.length).toBeGreaterThan(0)
  await preview.open(path)
  await expectRows(expected)
})

test('a list goes forward and back, by clicks, by history, by reload and by link', async () => {
  const first = await stripe.customers.list({ limit: 20 })
  const second = await stripe.customers.list({ limit: 20, starting_after: first.data.at(-1)?.id ?? '' })
  const third = await stripe.customers.list({ limit: 20, starting_after: second.data.at(-1)?.id ?? '' })
  const pager = page.getByRole('navigation', { name: 'Pages' })
  await preview.open('/customers')
  await expectRows(ids(first))
  expect(await pager.getByRole('button', { name: 'Previous' }).isDisabled()).toBe(true)
  await pager.getByRole('button', { name: 'Next' }).click()
  await expectRows(ids(second))
  await pager.getByRole('button', { name: 'Next' }).click()
  await expectRows(ids(third))
  await page.goBack()
  await expectRows(ids(second))
  await page.reload()
  await expectRows(ids(second))
  await page.goForward()
  await expectRows(ids(third))
  await pager.getByRole('button', { name: 'Previous' }).click()
  await expectRows(ids(second))
  await pager.getByRole('button', { name: 'Previous' }).click()
  await expectRows(ids(first))
  expect(await pager.getByRole('button', { name: 'Previous' }).isDisabled()).toBe(true)
})

test('a filter is a place of its own, and stays while its pages are turned', async () => {
  await preview.open('/invoices')
  await page
    .getByRole('navigation', { name: 'Invoices by status' })
    .getByRole('link', { name: 'Paid' })
    .click()
  const first = await stripe.invoices.list({ limit: 20, status: 'paid' })
  await expectRows(ids(first))
  await page.getByRole('button', { name: 'Next' }).click()
  const second = await stripe.invoices.list({
    limit: 20,
    status: 'paid',
    starting_after: first.data.at(-1)?.id ?? '',
  })
  await expectRows(ids(second))
  expect(new URL(page.url()).searchParams.get('status')).toBe('paid')
  await page.goBack()
  await page.goBack()
  await expectRows(ids(await stripe.invoices.list({ limit: 20 })))
})

test('customers are found by their email', async () => {
  const [wanted] = (
    await stripe.customers.list({
      limit: 1,
      starting_after: (await stripe.customers.list({ limit: 40 })).data.at(-1)?.id ?? '',
    })
  ).data
  await preview.open('/customers')
  await page.getByLabel('Filter by email').fill(wanted?.email ?? '')
  await page.keyboard.press('Enter')
  await expectRows(ids(await stripe.customers.list({ limit: 20, email: wanted?.email ?? '' })))
  await page.reload()
  expect(await page.getByLabel('Filter by email').inputValue()).toBe(wanted?.email)
  await page.getByLabel('Filter by email').fill('nobody@example.com')
  await page.keyboard.press('Enter')
  await page.getByText('No customer has the email nobody@example.com.').waitFor()
})

const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true })
const section = (name: string) => page.getByRole('region', { name, exact: true })

test('a customer leads to subscription, product, invoice, payment and back to the customer', async () => {
  const invoices = await stripe.invoices.list({ limit: 100, status: 'paid' })
  const invoice = invoices.data.find(({ amount_paid: paid, currency }) => paid > 0 && currency === 'usd')
  const customer = await stripe.customers.retrieve(String(invoice?.customer))
  if (!invoice || customer.deleted) throw new Error('The sample has no paid invoice')
  const name = customer.name ?? ''
  await preview.open(`/customers/${customer.id}`)
  await heading(name).waitFor()
  await section('Subscriptions').getByRole('link').first().click()
  await page.waitForURL(/\/subscriptions\/sub_/)
  await section('Pricing').getByRole('link').first().click()
  await page.waitForURL(/\/products\/prod_/)
  await section('Prices').getByRole('row').nth(1).waitFor()
  await page.goBack()
  await section('Details').getByRole('link', { name }).click()
  await heading(name).waitFor()

  await preview.open(`/invoices/${invoice.id}`)
  await heading(invoice.number ?? '').waitFor()
  const lines = await stripe.invoices.listLineItems(invoice.id)
  await section('Lines').getByRole('row').nth(lines.data.length).waitFor()
  await section('Payments').getByRole('link').first().click()
  await page.waitForURL(/\/payments\/pi_/)
  const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'usd' })
  await heading(dollars.format(invoice.amount_paid / 100)).waitFor()
  await section('Balance').getByText('Net', { exact: true }).waitFor()
  await section('Details').getByRole('link', { name: invoice.id }).waitFor()
})

test('a payment shows what was refunded', async () => {
  const [refund] = (await stripe.refunds.list({ limit: 1 })).data
  await preview.open('/payments?status=refunded')
  await rows(page).first().click()
  await page.waitForURL(new RegExp(String(refund?.payment_intent)))
  await section('Refunds').getByText(String(refund?.id)).waitFor()
})

test('a payout shows its transactions', async () => {
  const { data } = await stripe.payouts.list({ limit: 5, status: 'paid' })
  await preview.open(`/payouts/${data[0]?.id}`)
  await section('Transactions').getByRole('row').nth(1).waitFor()
})

test('an object that is not there, and a page that is not, say so', async () => {
  await preview.open('/customers/cus_nobody')
  await page.getByText(/No such customer/).waitFor()
  await preview.open('/radar/rules')
  await heading('Not part of the preview').waitFor()
  await page.getByText('radar/rules').waitFor()
  await page.getByRole('link', { name: 'Go to home' }).click()
  await page.waitForURL(/\/dashboard$/)
})

test('a view leads to a page, with what it hands over, and back again', async () => {
  await preview.open('/dashboard')
  await page.getByRole('link', { name: 'Link to customers' }).click()
  await page.waitForURL((url) => url.pathname.endsWith('/customers') && url.search === '?app_from=gallery')
  await eventually(async () => (await told(page, 'Query')) === '{"from":"gallery"}', 'what was handed over')
  await page.reload()
  await eventually(
    async () => (await told(page, 'Query')) === '{"from":"gallery"}',
    'the same after a reload',
  )
  await page.getByRole('button', { name: 'Navigate to invoices' }).click()
  await heading('Invoices').waitFor()
  expect(new URL(page.url()).search).toBe('')
  await page.getByRole('button', { name: 'Navigate to nowhere' }).click()
  await heading('Not part of the preview').waitFor()
  await page.goBack()
  await page.getByRole('link', { name: 'Link to fullPageGlob' }).click()
  await page.waitForURL(
    (url) => url.pathname.endsWith(`/app/${GALLERY}/actions`) && url.search === '?app[at]=now',
  )
  await page.getByRole('tab', { name: 'Lists' }).click()
  await page.getByRole('tab', { name: 'Lists', selected: true }).waitFor()
  await page.goBack()
  await page.getByRole('tab', { name: 'Actions', selected: true }).waitFor()
  await page.goBack()
  await heading('Invoices').waitFor()
  await page.goBack()
  await eventually(async () => (await told(page, 'Query')) === '{"from":"gallery"}', 'the way back')
})

test('a view can have the page read its data again', async () => {
  await preview.open('/customers')
  const before = await idsOf(page)
  const { id } = await stripe.customers.create({ name: 'Newly Arrived' })
  await page.getByRole('button', { name: 'Refresh the page’s data' }).click()
  await eventually(async () => (await idsOf(page))[0] === id, 'the new customer')
  expect(before).not.toContain(id)
})

test('the drawer stays as it was put, and a deep link into the app opens it', async () => {
  await preview.open('/customers')
  await page.getByRole('button', { name: 'Close app' }).click()
  const opener = page.getByRole('button', { name: 'Open Gallery' })
  expect(await opener.evaluate((one) => one === document.activeElement)).toBe(true)
  await page.reload()
  await opener.waitFor()
  await page.getByRole('link', { name: 'Payments' }).click()
  await heading('Payments').waitFor()
  await opener.waitFor()
  await preview.open(`/customers?apps[${GALLERY}][target]=drawer&app_from=mail`)
  await eventually(async () => (await told(page, 'Query')) === '{"from":"mail"}', 'the deep link')
  expect(new URL(page.url()).search).toBe('?app_from=mail')
})

test('the window’s title and the focus follow the page', async () => {
  await preview.open('/dashboard')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Invoices' }).click()
  await heading('Invoices').waitFor()
  expect(await page.title()).toBe('Invoices · Gallery · Preview')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
})

test('nothing was complained of but what is not there', () => {
  expect(preview.errors.filter((error) => !error.includes('404'))).toEqual([])
})
