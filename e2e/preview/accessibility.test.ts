/** axe-core over every page of the preview: no serious and no critical finding. Components and views have it beside theirs. */
import type { Page } from 'playwright-core'
import { seriousFindings } from '../kit/accessibility'
import { GALLERY, startPreview, type Preview } from './kit'

jest.setTimeout(60_000)

let preview: Preview
let page: Page
const detail: Record<string, string> = {}
beforeAll(async () => {
  preview = await startPreview()
  page = preview.page
  const { stripe } = preview.standIn
  const one = async (list: Promise<{ data: { id: string }[] }>) => (await list).data[0]?.id ?? ''
  detail['customers'] = await one(stripe.customers.list({ limit: 1 }))
  detail['subscriptions'] = await one(stripe.subscriptions.list({ limit: 1 }))
  detail['invoices'] = await one(stripe.invoices.list({ limit: 1, status: 'paid' }))
  detail['payments'] = await one(stripe.paymentIntents.list({ limit: 1 }))
  detail['products'] = await one(stripe.products.list({ limit: 1 }))
  detail['payouts'] = await one(stripe.payouts.list({ limit: 1 }))
})
afterAll(() => preview?.end())

/** Until what the page and the view ask for is there. */
async function settled(): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.waitForFunction(
    () =>
      !document.querySelector('main [aria-busy=true], .view-loading') && document.readyState === 'complete',
  )
}

test.each([
  'dashboard',
  'balance/overview',
  'customers',
  'subscriptions',
  'invoices',
  'payments',
  'payments?status=refunded',
  'payments?status=disputed',
  'products',
  'billing',
  'payouts',
  'disputes',
  'reports/hub',
  `settings/apps/${GALLERY}`,
  `onboarding/${GALLERY}`,
  'radar/rules',
])('/%s', async (path) => {
  await preview.open(`/${path}`)
  await settled()
  expect(await seriousFindings(page)).toEqual([])
})

test.each(['customers', 'subscriptions', 'invoices', 'payments', 'products', 'payouts'])(
  'one of the %s',
  async (path) => {
    await preview.open(`/${path}/${detail[path]}`)
    await settled()
    expect(await seriousFindings(page)).toEqual([])
  },
)

test('the switches, a small window with its menu, and dialogs', async () => {
  await preview.open('/customers')
  await settled()
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('dialog').waitFor()
  expect(await seriousFindings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 400, height: 800 })
  await page.getByRole('button', { name: 'Menu' }).click()
  expect(await seriousFindings(page)).toEqual([])
  await page.setViewportSize({ width: 1280, height: 900 })
  await preview.open(`/app/${GALLERY}/views`)
  await page.getByRole('button', { name: 'Open the drawer' }).click()
  await page.getByRole('dialog', { name: 'Edit' }).waitFor()
  expect(await seriousFindings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('alertdialog').waitFor()
  expect(await seriousFindings(page)).toEqual([])
})

test('the check finds what is wrong', async () => {
  await preview.open('/dashboard')
  await settled()
  await page.evaluate(() => {
    document.querySelector('main h1')?.insertAdjacentHTML('afterend', '<button></button>')
  })
  expect(await seriousFindings(page)).toEqual([expect.stringMatching(/^button-name: <button><\/button>/)])
})
