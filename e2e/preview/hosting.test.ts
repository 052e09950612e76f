/** Each viewport that a manifest can name is reached as a merchant reaches it, and its view is told where it is. */
import type { Page } from 'playwright-core'
import { VIEWPORTS } from '../../sandbox/dashboard/viewports'
import { eventually } from '../kit/desk'
import { GALLERY, rows, startPreview, told, type Preview } from './kit'

jest.setTimeout(60_000)

let preview: Preview
let page: Page
beforeAll(async () => {
  preview = await startPreview(VIEWPORTS.filter((viewport) => viewport !== 'stripe.dashboard.drawer.default'))
  page = preview.page
  await preview.open('/dashboard')
})
afterAll(() => preview?.end())

const seen = new Set<string>()

async function expectView(viewport: string, object: unknown): Promise<void> {
  await eventually(async () => (await told(page, 'Viewport')) === viewport, viewport)
  expect(JSON.parse(await told(page, 'Object'))).toEqual(object)
  seen.add(viewport)
}

async function goTo(name: string): Promise<void> {
  const navigation = page.getByRole('navigation', { name: 'Main' })
  const link = navigation.getByRole('link', { name, exact: true })
  if (!(await link.isVisible())) await navigation.getByText('More', { exact: true }).click()
  await link.click()
  await page.locator('h1').first().waitFor()
}

test.each([
  ['Home', 'home.overview'],
  ['Balances', 'balance.overview'],
  ['Billing', 'billing.overview'],
  ['Reports', 'report.overview'],
  ['Revenue recognition', 'revenue-recognition.overview'],
  ['Tax reporting', 'tax-report.overview'],
  ['Payment links', 'payment-link.list'],
  ['Shipping rates', 'shipping-rates.list'],
])('%s', async (name, viewport) => {
  await goTo(name)
  await expectView(`stripe.dashboard.${viewport}`, null)
})

test.each([
  ['Customers', 'customer', 'customer'],
  ['Subscriptions', 'subscription', 'subscription'],
  ['Invoices', 'invoice', 'invoice'],
  ['Payments', 'payment', 'payment_intent'],
  ['Product catalog', 'product', 'product'],
])('%s, and one of them', async (name, viewport, object) => {
  await goTo(name)
  await expectView(`stripe.dashboard.${viewport}.list`, null)
  const id = await rows(page).first().getAttribute('data-row')
  await rows(page).first().getByRole('link').first().click()
  await expectView(`stripe.dashboard.${viewport}.detail`, { id, object })
  if (viewport !== 'customer' && viewport !== 'invoice') return
  await page.getByText(`stripe.dashboard.${viewport}.detail.page-module of ${id}`).waitFor()
  seen.add(`stripe.dashboard.${viewport}.detail.page-module`)
})

test.each([
  ['/payment-links/plink_1', 'payment-link', { id: 'plink_1', object: 'payment_link' }],
  ['/shipping-rates/shr_1', 'shipping-rates', { id: 'shr_1', object: 'shipping_rate' }],
])('%s by its address', async (path, viewport, object) => {
  await preview.open(path)
  await expectView(`stripe.dashboard.${viewport}.detail`, object)
})

test('a payment without an intent is a charge', async () => {
  const [charge] = (await preview.standIn.stripe.charges.list({ limit: 1 })).data
  await preview.open(`/payments/${charge?.id}`)
  await expectView('stripe.dashboard.payment.detail', { id: charge?.id, object: 'charge' })
})

test('settings save the named fields', async () => {
  await goTo('App settings')
  await page.getByLabel('Title').fill('New title')
  await page.getByLabel('Size').selectOption('l')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved {"title":"New title","size":"l","mail":"yes"}').waitFor()
  seen.add('settings')
})

test('the setup closes by itself when all is done', async () => {
  await goTo('App setup')
  await page.getByRole('heading', { name: 'Set the gallery up' }).waitFor()
  seen.add('onboarding')
  await page.getByRole('button', { name: 'Finish' }).click()
  await page.getByText('All done').waitFor()
  await page.waitForURL((url) => url.pathname.endsWith('/dashboard'))
})

test('the full page', async () => {
  await goTo('Gallery')
  await page.getByRole('tab', { name: 'Actions', selected: true }).waitFor()
  await page.waitForURL((url) => url.pathname.endsWith(`/app/${GALLERY}/actions`))
  seen.add('stripe.dashboard.fullpage')
})

test('a page without a view says so and leads to those that have one', async () => {
  await goTo('Payouts')
  const drawer = page.getByRole('complementary', { name: 'Gallery' })
  await drawer.getByText('Gallery has no view for this page.').waitFor()
  await drawer.getByRole('link', { name: 'Billing' }).click()
  await expectView('stripe.dashboard.billing.overview', null)
})

test('the default drawer stands in for every view that is missing, and is told of no object', async () => {
  const other = await startPreview(['stripe.dashboard.drawer.default', 'stripe.dashboard.customer.detail'])
  const { data } = await other.standIn.stripe.invoices.list({ limit: 1 })
  for (const path of ['/dashboard', '/payouts', '/customers', `/invoices/${data[0]?.id}`]) {
    await other.open(path)
    await eventually(
      async () => (await told(other.page, 'Viewport')) === 'stripe.dashboard.drawer.default',
      `the default drawer at ${path}`,
    )
    expect(await told(other.page, 'Object')).toBe('null')
  }
  const [customer] = (await other.standIn.stripe.customers.list({ limit: 1 })).data
  await other.open(`/customers/${customer?.id}`)
  await eventually(
    async () => (await told(other.page, 'Viewport')) === 'stripe.dashboard.customer.detail',
    'the page’s own view',
  )
  expect(other.errors).toEqual([])
  await other.end()
  seen.add('stripe.dashboard.drawer.default')
})

test('no viewport was left out, and nothing was complained of', () => {
  expect(VIEWPORTS.filter((viewport) => !seen.has(viewport))).toEqual([])
  expect(preview.errors).toEqual([])
})
