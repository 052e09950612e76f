/** What holds for every view: nothing overflows, every control has a name and is reached by keyboard, no component is missing, and axe-core finds nothing serious. */
import type { Frame, Page } from 'playwright-core'
import { seriousFindings } from '../kit/accessibility'
import { eventually } from '../kit/desk'
import { nameless, openViews, overflowing, part, startViews, type Opened } from '../kit/views'

jest.setTimeout(120_000)

const WIDTHS = [1280, 1600, 900, 420]

let opened: Opened
let customerId: string
let subscriptionId: string

beforeAll(async () => {
  opened = await startViews()
  const { stripe, api } = opened.desk
  const { data } = await stripe.subscriptions.list({ status: 'active', limit: 100 })
  const several = data.find(({ items }) => (items.data[0]?.quantity ?? 1) > 1)
  customerId = String(several?.customer)
  subscriptionId = String(several?.id)
  for (const name of ['A promotion with a name as long as it may be', 'SHORT'])
    await api('/promotions', {
      method: 'POST',
      headers: { 'idempotency-key': name },
      body: JSON.stringify({
        name: name.slice(0, 40),
        code: name.toUpperCase().replaceAll(' ', '-').slice(0, 40),
        percent_bp: 3_333,
        duration: 'repeating',
        duration_in_months: 12,
        max_redemptions: 123_456,
      }),
    })
})
afterAll(() => opened?.end())

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Create promotion' })

/** Opens each view in full, and a view with its dialog. */
const VIEWS: Record<string, () => Promise<void>> = {
  'home overview': async () => {
    await opened.page.goto(opened.address.home)
    await part(opened.page, 'Recurring revenue').getByText('Customer churn').waitFor()
    await part(opened.page, 'Recurring revenue').getByRole('img').first().waitFor()
  },
  overview: async () => {
    await opened.page.goto(`${opened.address.overview}?app[range]=last_30_days`)
    await part(opened.page, 'MRR movements').getByText('MRR at end').waitFor()
    await part(opened.page, /^MRR trend in/)
      .getByRole('img')
      .first()
      .waitFor()
    await part(opened.page, 'Key figures').getByText('Net MRR churn').waitFor()
    await part(opened.page, 'Activity').getByText('Latest subscriptions').waitFor()
    await part(opened.page, 'Top movers').getByRole('listitem').first().waitFor()
  },
  revenue: async () => {
    await opened.page.goto(opened.address.tab('revenue'))
    await part(opened.page, /^MRR by part/)
      .getByRole('cell')
      .first()
      .waitFor()
    await part(opened.page, /^MRR movements by month/)
      .getByRole('cell')
      .first()
      .waitFor()
    await part(opened.page, 'Recurring revenue').getByText('Quick ratio').waitFor()
    for (const title of [/^Gross to net by month in/, /^Stripe's fees by month in/, /^Receivables by age in/])
      await part(opened.page, title).getByRole('cell').first().waitFor()
  },
  retention: async () => {
    await opened.page.goto(opened.address.tab('retention'))
    await part(opened.page, 'Cohorts').getByText('Average').waitFor()
    await part(opened.page, 'Why customers left').getByText('A payment failed').waitFor()
    await part(opened.page, /^Retention by month/)
      .getByRole('img')
      .first()
      .waitFor()
  },
  forecast: async () => {
    await opened.page.goto(opened.address.tab('forecast'))
    await part(opened.page, /^MRR forecast/)
      .getByText('EUR')
      .or(part(opened.page, /^MRR forecast/).getByText('USD'))
      .first()
      .waitFor()
  },
  'what a figure is made of': async () => {
    await opened.page.goto(opened.address.overview)
    await part(opened.page, 'Key figures').getByRole('button', { name: /^\$/ }).first().click()
    await opened.page.getByRole('dialog').getByRole('row').nth(1).waitFor()
  },
  promotions: async () => {
    await opened.page.goto(opened.address.promotions)
    await opened.page.getByRole('cell', { name: 'SHORT' }).first().waitFor()
  },
  'create promotion, refused': async () => {
    await opened.page.goto(opened.address.promotions)
    await opened.page.getByRole('button', { name: 'Create promotion' }).first().click()
    await dialog(opened.page).getByLabel('Type of discount').selectOption({ label: 'Fixed amount' })
    await dialog(opened.page).getByLabel('Duration').selectOption({ label: 'Several months' })
    await dialog(opened.page).getByRole('button', { name: 'Create promotion' }).click()
    await dialog(opened.page).getByText('Enter a name.').waitFor()
  },
  'customer detail': async () => {
    await opened.page.goto(opened.address.customer(customerId))
    await part(opened.page, 'Revenue').getByRole('listitem').first().waitFor()
    await part(opened.page, 'Revenue').getByRole('img').first().waitFor()
  },
  'subscription detail': async () => {
    await opened.page.goto(opened.address.subscription(subscriptionId))
    await part(opened.page, 'Revenue').getByRole('listitem').first().waitFor()
    await part(opened.page, 'Revenue').getByRole('img').first().waitFor()
  },
  settings: async () => {
    await opened.page.goto(opened.address.settings)
    await opened.page.getByText('Up to date', { exact: true }).waitFor()
    await opened.page.getByLabel('Time zone').waitFor()
  },
}

test.each(Object.keys(VIEWS))(
  '%s: nothing overflows at any width, every control has a name, no component is missing, nothing serious is found',
  async (name) => {
    const { page } = opened
    await VIEWS[name]?.()
    expect(await page.locator('[data-missing-component]').count()).toBe(0)
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 })
      // charts are drawn anew for their new width
      await eventually(
        async () => (await overflowing(page)).length === 0,
        `no overflow at ${width}`,
        3_000,
      ).catch(async () =>
        expect({ width, overflowing: await overflowing(page) }).toEqual({ width, overflowing: [] }),
      )
      const beyond = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement
        return scrollWidth - clientWidth
      })
      expect(beyond).toBeLessThanOrEqual(0)
    }
    await page.setViewportSize({ width: 1280, height: 900 })
    expect(await nameless(page)).toEqual([])
    expect(await seriousFindings(page)).toEqual([])
  },
)

/** What has the focus, as a screen reader names it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
  })

/** Presses Tab until a name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = []
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    passed.push((await focused(page)).slice(0, 40))
    if (passed.at(-1) === name) return
  }
  throw new Error(`Tab does not reach ${name}: ${passed.join(', ')}`)
}

test('by keyboard: the create button, the tabs, the dialog and out of it again', async () => {
  const { page, address } = opened
  await page.goto(address.promotions)
  await page.getByRole('cell', { name: 'SHORT' }).first().waitFor()
  await tabTo(page, 'Create promotion')
  await page.keyboard.press('Enter')
  await dialog(page).waitFor()
  await page.keyboard.type('typed') // into the first field that takes text
  await page.keyboard.press('Escape')
  const question = page.getByRole('alertdialog')
  if (await question.count()) await question.getByRole('button', { name: 'Discard' }).press('Enter')
  await dialog(page).waitFor({ state: 'detached' })
  await eventually(async () => (await focused(page)) === 'Create promotion', 'the focus on the button')

  await tabTo(page, 'Promotions')
  await page.keyboard.press('ArrowLeft')
  await eventually(async () => (await focused(page)) === 'Forecast', 'the focus on the tab to the left')
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname.endsWith('/forecast'))
  await page.getByRole('tab', { name: 'Forecast', selected: true }).waitFor()
})

test('by keyboard: a row’s menu opens, and Escape closes it', async () => {
  const { page, address } = opened
  await page.goto(address.promotions)
  await page.getByRole('cell', { name: 'SHORT' }).first().waitFor()
  await tabTo(page, 'Actions for SHORT')
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'End promotion' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('menu').waitFor({ state: 'detached' })
  await eventually(async () => (await focused(page)) === 'Actions for SHORT', 'the focus on the button')
})

/** What becomes of a request from inside the views' frame. */
const fetchIn = (frame: Frame, url: string): Promise<string> =>
  frame.evaluate(async (target) => {
    const refused = new Promise<string>((resolve) =>
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        resolve(`refused by ${effectiveDirective}`),
      ),
    )
    try {
      return `answered ${(await fetch(target)).status}`
    } catch {
      const unexplained = new Promise<string>((resolve) => setTimeout(() => resolve('failed'), 2_000))
      return Promise.race([refused, unexplained])
    }
  }, url)

test('the frame’s policy lets it ask the backend’s API and nobody else', async () => {
  const { browser, desk } = opened
  const own = await openViews(browser, desk)
  await own.page.goto(own.address.home)
  await part(own.page, 'Recurring revenue').getByText('Customer churn').waitFor()
  const frame = own.page.frames().find((one) => one.url().endsWith('/preview/frame'))
  if (!frame) throw new Error('The views have no frame')
  expect(await frame.evaluate(() => self.origin)).toBe('null')
  const { backend, standIn, preview } = desk.ports
  expect(await fetchIn(frame, `http://localhost:${backend}/v1/nothing`)).toBe('answered 404')
  for (const undeclared of [
    `http://localhost:${backend}/metrics`,
    `http://localhost:${standIn}/v1/account`,
    `http://localhost:${preview}/host/session`,
    'https://example.com/',
  ])
    expect(await fetchIn(frame, undeclared)).toBe('refused by connect-src')
  await own.close()
})

test('the pages reported no error', () => {
  expect(opened.errors).toEqual([])
})
