/** Each switch does what it says, by hand and by the address, and stays over a reload. */
import type { Page } from 'playwright-core'
import { eventually } from '../kit/desk'
import { overflowing } from '../kit/views'
import { startPreview, told, type Preview } from './kit'

jest.setTimeout(60_000)

let preview: Preview
let page: Page
beforeAll(async () => {
  preview = await startPreview()
})
afterAll(() => preview?.end())
/** Each test has a tab, and with it switches, of its own. */
beforeEach(async () => {
  page = await preview.openTab()
})
afterEach(() => page.context().close())

const open = async (path: string) => void (await page.goto(preview.address(path)))
const says = (label: string, expected: string) =>
  eventually(async () => (await told(page, label)) === expected, `${label} ${expected}`)
const openSwitches = () => page.getByRole('button', { name: 'More' }).click()

test('user, role and mode', async () => {
  await open('/dashboard')
  await says('User', 'Amara Okafor')
  await says('Roles', '["admin"]')
  await page.getByLabel('User', { exact: true }).selectOption({ label: 'Luca Romano' })
  await says('Roles', '["view_only"]')
  await page.getByLabel('Role', { exact: true }).selectOption({ label: 'Analyst' })
  await says('Roles', '["analyst"]')
  await page.getByLabel('Mode', { exact: true }).selectOption({ label: 'Live' })
  await says('Mode', 'live')
  await page.reload()
  await says('User', 'Luca Romano')
  await says('Roles', '["analyst"]')
  await says('Mode', 'live')
  await page.getByText('The Stripe stand-in holds test data only.').first().waitFor()
})

test('by the address, which then names the place only', async () => {
  await open('/customers?preview_user=usr_preview_mei&preview_role=developer&preview_mode=live&app_from=x')
  await says('User', 'Mei Tanaka')
  await says('Roles', '["developer"]')
  await says('Mode', 'live')
  await says('Query', '{"from":"x"}')
  expect(new URL(page.url()).search).toBe('?app_from=x')
  await page.reload()
  await says('User', 'Mei Tanaka')
})

test('a value that there is not is named', async () => {
  const faults: string[] = []
  page.on('console', (message) => faults.push(message.text()))
  await open('/dashboard?preview_user=usr_nobody&preview_colour=red')
  await says('User', 'Amara Okafor')
  expect(faults.filter((fault) => fault.includes('[preview]'))).toEqual([
    '[preview] there is no switch preview_colour',
    '[preview] preview_user cannot be usr_nobody',
  ])
  preview.errors.length = 0
})

test('locale and time zone reach the view and the page', async () => {
  await open('/customers')
  const created = page.locator('main td.is-date').first()
  await created.waitFor()
  const english = await created.innerText()
  await openSwitches()
  await page.getByLabel('Locale').selectOption('de-DE')
  await says('Locale', 'de-DE')
  await eventually(async () => (await created.innerText()) !== english, 'a date in German')
  await page.getByLabel('User’s time zone').selectOption('Asia/Tokyo')
  await says('Clock', '01/01/1970, 09:00')
  await says('Midnight', '2026-01-02T15:00:00.000Z')
  await page.reload()
  await says('Locale', 'de-DE')
  await says('Clock', '01/01/1970, 09:00')
})

test('a browser elsewhere has its own time zone', async () => {
  const elsewhere = await preview.openTab({ timezoneId: 'America/New_York' })
  await elsewhere.goto(preview.address('/dashboard'))
  await eventually(async () => (await told(elsewhere, 'Clock')) === '31/12/1969, 19:00', 'New York')
  await elsewhere.context().close()
})

test('a permission that is taken away is missed everywhere', async () => {
  await open('/dashboard')
  await says('Permissions', '["customer_read","invoice_read"]')
  await says('Customers', '200')
  await openSwitches()
  await page.getByLabel('customer_read').uncheck()
  await says('Permissions', '["invoice_read"]')
  await says('Authorised', '["invoice_read"]')
  await says('May read invoices', 'true')
  await eventually(async () => (await told(page, 'Customers')).startsWith('403'), 'the refusal')
  const [, error = '{}'] = /^403 (.+)$/.exec(await told(page, 'Customers')) ?? []
  expect(JSON.parse(error)).toEqual({
    type: 'invalid_request_error',
    code: 'more_permissions_required_for_application',
    message: `This application does not have the required permissions for this endpoint on account '${preview.account}'. Having the 'customer_read' permission would allow this request to continue.`,
  })
  await page.reload()
  await says('Permissions', '["invoice_read"]')
  await page.getByText('1 permission off').waitFor()
  await openSwitches()
  await page.getByLabel('customer_read').check()
  await says('Customers', '200')
})

test('what the manifest does not ask for is refused too', async () => {
  await open('/dashboard')
  await eventually(async () => (await told(page, 'Email')).includes('failed'), 'the refusal')
})

test('offline, no request of a view gets through, and the page stands', async () => {
  await open('/customers?preview_offline=1')
  await says('Signature', 'failed: Failed to fetch')
  await says('Customers', 'failed: Failed to fetch')
  await page.getByText('Offline', { exact: true }).waitFor()
  const frame = page.frames().find((one) => one.url().endsWith('/preview/frame'))
  const tried = () =>
    frame?.evaluate(() =>
      fetch('http://localhost:1/v1/me').then(
        () => 'answered',
        (error: unknown) => String(error),
      ),
    )
  expect(await tried()).toBe('TypeError: Failed to fetch')
  await page.locator('main td.is-date').first().waitFor()
  await openSwitches()
  await page.getByLabel('Offline').uncheck()
  await page.keyboard.press('Escape')
  await page.reload()
  await says('Customers', '200')
})

test('a slow backend is slow, and a request that is given up ends at once', async () => {
  await open('/dashboard?preview_latency=8000')
  await page.getByText('Slow: 8 s').waitFor()
  const frame = page.frames().find((one) => one.url().endsWith('/preview/frame'))
  // the network is set before the app's code runs
  await eventually(
    async () => (await frame?.evaluate(() => '__StripeExtExports' in globalThis)) === true,
    'the app in its frame',
  )
  const waited = await frame?.evaluate(async () => {
    const begun = performance.now()
    const url = 'http://localhost:4242/v1/me'
    await fetch(url, { signal: AbortSignal.timeout(700) }).catch(() => undefined)
    return performance.now() - begun
  })
  expect(waited).toBeGreaterThanOrEqual(650)
  expect(waited).toBeLessThan(4_000)
})

test('the account switch, where there are several accounts', async () => {
  const other = { id: 'acct_connected', name: 'Connected', country: 'DE', currency: 'eur' }
  await page.route('**/host/session', async (route) => {
    const answer = await route.fetch()
    const session = (await answer.json()) as { accounts: object[] }
    await route.fulfill({ json: { ...session, accounts: [...session.accounts, other] } })
  })
  const asked: (string | undefined)[] = []
  await page.route('**/host/stripe/**', async (route) => {
    asked.push(route.request().headers()['stripe-account'])
    await route.fulfill({ json: { object: 'list', data: [], has_more: false } })
  })
  await open('/customers?email=a@example.com')
  await page.getByText('No customer has the email a@example.com.').waitFor()
  expect(new Set(asked)).toEqual(new Set([undefined]))
  asked.length = 0
  await page.getByLabel('Account', { exact: true }).selectOption({ label: 'Connected' })
  await page.waitForURL((url) => url.pathname === '/acct_connected/customers' && url.search === '')
  await says('Account', 'acct_connected')
  await says('Customers', '200')
  await page.getByText('No customers yet.').waitFor()
  // what the page before had under way may still have gone to the account before
  expect(asked.at(-1)).toBe('acct_connected')
  await page.reload()
  await says('Account', 'acct_connected')
})

test('a small window, by the switch and by itself', async () => {
  await open('/customers?preview_window=small')
  await says('Viewport', 'stripe.dashboard.customer.list')
  const width = await page.locator('.shell').evaluate((one) => one.getBoundingClientRect().width)
  expect(width).toBeLessThanOrEqual(420)
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('link', { name: 'Invoices' }).click()
  await page.getByRole('heading', { level: 1, name: 'Invoices' }).waitFor()
  expect(await page.getByRole('navigation', { name: 'Main' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Switches' }).click()
  const box = await page.getByRole('dialog', { name: 'Switches of the preview' }).boundingBox()
  const shell = await page.locator('.shell').boundingBox()
  expect(box && shell && box.x >= shell.x && box.x + box.width <= shell.x + shell.width).toBe(true)
  await page.getByLabel('Window').selectOption('large')
  await page.getByRole('navigation', { name: 'Main' }).waitFor()
})

const PATHS = ['/dashboard', '/customers', '/subscriptions', '/payments', '/invoices', '/balance/overview']

test.each([1600, 1280, 480, 360])('%i wide, nothing overflows on any page', async (width) => {
  await page.setViewportSize({ width, height: 900 })
  const { data } = await preview.standIn.stripe.invoices.list({ limit: 1 })
  const [invoice] = data
  for (const path of [...PATHS, `/invoices/${invoice?.id}`, `/customers/${String(invoice?.customer)}`]) {
    await open(path)
    await page.locator('main tr[data-row]').first().waitFor()
    expect({ path, overflowing: await overflowing(page) }).toEqual({ path, overflowing: [] })
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect({ path, beyond }).toEqual({ path, beyond: 0 })
  }
})

test('by keyboard: past the navigation, into the switches and out again', async () => {
  await open('/customers')
  await page.locator('main tr[data-row]').first().waitFor()
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to content')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('email-filter')

  const more = page.getByRole('button', { name: 'More' })
  await more.focus()
  await page.keyboard.press('Enter')
  const switches = page.getByRole('dialog', { name: 'Switches of the preview' })
  await switches.waitFor()
  const inside = () => page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)
  for (let presses = 0; presses < 8; presses += 1) {
    expect(await inside()).toBe(true)
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Escape')
  await switches.waitFor({ state: 'detached' })
  expect(await more.evaluate((one) => one === document.activeElement)).toBe(true)
})

test('nothing was complained of', () => {
  // the SDK says by itself that it got no email
  expect(preview.errors.filter((error) => !error.startsWith('Error getting dashboard user email'))).toEqual(
    [],
  )
})
