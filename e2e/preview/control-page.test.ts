/** The stand-in's control page in a real browser: what a person finds there, and that it can be used without a mouse. */
import type { Browser, Page } from 'playwright-core'
import { startSandbox, type TestSandbox } from '../../sandbox/api/testing/start'
import { seriousFindings } from '../kit/accessibility'
import { openBrowser } from '../kit/browser'

jest.setTimeout(60_000)

let sandbox: TestSandbox
let browser: Browser
let page: Page
const errors: string[] = []
beforeAll(async () => {
  sandbox = await startSandbox({ size: 'small', seed: 'control-page' })
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
})
afterAll(async () => {
  await browser?.close()
  await sandbox?.close()
})

const home = () => page.goto(`${sandbox.url}/_sandbox/`)

test('moves time by the keyboard alone, and says that it has', async () => {
  await home()
  const before = sandbox.engine.main.now
  await page.getByLabel('Move it ahead by').focus()
  await page.keyboard.type('30')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('status').waitFor()
  expect(await page.getByRole('status').textContent()).toBe('The clocks have moved.')
  expect(sandbox.engine.main.now).toBe(before + 30 * 86_400)
})

test('leads from a list to a subscription, and cancels it', async () => {
  await home()
  await page.getByRole('navigation', { name: 'Objects' }).getByRole('link', { name: 'Subscriptions' }).click()
  await page.locator('tr', { hasText: 'active' }).first().getByRole('link').first().click()
  const id = (await page.locator('h1').textContent()) ?? ''
  await page.getByRole('button', { name: 'Cancel now' }).click()
  expect(await page.getByRole('status').textContent()).toBe('Cancel now: done.')
  expect((await sandbox.stripe.subscriptions.retrieve(id)).status).toBe('canceled')
})

test.each([1280, 420])('has no serious finding and nothing that overflows, %s wide', async (width) => {
  await page.setViewportSize({ width, height: 900 })
  const { data } = await sandbox.stripe.customers.list({ limit: 1 })
  for (const path of ['', 'objects/invoices', `object?id=${data[0]?.id}`]) {
    await page.goto(`${sandbox.url}/_sandbox/${path}`)
    expect(await seriousFindings(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  }
  expect(errors).toEqual([])
})
