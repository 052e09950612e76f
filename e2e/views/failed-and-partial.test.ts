/** A first sync that takes its time, and a backend that dies: each view says so, and finds back by itself or when asked. */
import type { Page } from 'playwright-core'
import { linesOf, openViews, part, startViews, type Opened, type Views } from '../kit/views'

jest.setTimeout(120_000)

/** Slow enough that the first sync outlasts the tests of it. */
const SLOW_MS = 900

let opened: Opened
let customerId: string

beforeAll(async () => {
  opened = await startViews({ latencyMs: SLOW_MS })
  const { data } = await opened.desk.stripe.customers.list({ limit: 1 })
  customerId = data[0]?.id ?? ''
})
afterAll(() => opened?.end())

const partial = (page: Page) => page.getByRole('status').filter({ hasText: 'History is still being read' })
const alertOf = (page: Page) => page.getByRole('alert')

test('during the first sync the figures are shown as partial, with how far it is', async () => {
  const { page, address } = opened
  await page.goto(address.overview)
  await partial(page).first().waitFor()
  await part(page, 'Key figures')
    .getByText(/Figures may still change until it is done\. \d+% is done\./)
    .waitFor()
  await part(page, 'Key figures').getByText('Active customers').waitFor()
})

test('the home page and the settings say it too', async () => {
  const { page } = opened
  await page.getByRole('link', { name: 'Home' }).click()
  await partial(page).waitFor()
  await part(page, 'Recurring revenue').getByText('First sync with Stripe is running').waitFor()
  await page.getByRole('link', { name: 'App settings' }).click()
  await page.getByText('Reading history', { exact: true }).waitFor()
  await page.getByText(/^\d+%$/).waitFor()
})

test('a customer’s view says it, and stops saying it when the history is there', async () => {
  const { page, address, desk } = opened
  await page.goto(address.customer(customerId))
  await partial(page).waitFor()
  await part(page, 'Revenue').getByText('Lifetime revenue').waitFor()
  await desk.faults({})
  await desk.synced()
  await partial(page).waitFor({ state: 'detached' })
  await part(page, 'Revenue').getByText('Lifetime revenue').waitFor()
})

test('after the sync no view calls itself partial', async () => {
  const { page, address } = opened
  await page.goto(address.home)
  await part(page, 'Recurring revenue')
    .getByText(/^Synced with Stripe/)
    .waitFor()
  expect(await partial(page).count()).toBe(0)
  await page.goto(address.overview)
  await part(page, 'Key figures').getByText('Active customers').waitFor()
  expect(await partial(page).count()).toBe(0)
})

describe('while the backend is dead', () => {
  /** A page for each view, opened while nobody answers. */
  const pages = new Map<string, Views>()
  const FAILED = {
    home: ['Your account could not be loaded', 'Customer churn'],
    overview: ['Your account could not be loaded', 'Net MRR churn'],
    promotions: ['Your account could not be loaded', 'No promotions yet'],
    customer: ['This customer could not be loaded', 'Lifetime revenue'],
    settings: ['Your account could not be loaded', 'Reporting currency'],
  } as const
  type Name = keyof typeof FAILED
  const names = Object.keys(FAILED) as Name[]
  const viewOf = (name: Name): Views => {
    const found = pages.get(name)
    if (!found) throw new Error(`${name} is not open`)
    return found
  }

  beforeAll(async () => {
    const { page, address, desk, browser } = opened
    await page.goto(address.overview)
    await part(page, 'Key figures').getByText('Net MRR churn').waitFor()
    await part(page, /^MRR trend in/)
      .getByRole('img')
      .first()
      .waitFor()
    await part(page, 'MRR movements').getByText('MRR at end').waitFor()
    await desk.kill()
    for (const name of names) pages.set(name, await openViews(browser, desk))
  })
  afterAll(() => Promise.all([...pages.values()].map((view) => view.close())))

  test('an open view keeps its figures and says that they may be old', async () => {
    const { page } = opened
    const figures = part(page, 'Key figures')
    const before = (await linesOf(figures)).slice(1, 4)
    await figures.getByText('The key figures may be out of date').waitFor()
    await part(page, 'MRR movements').getByText('The MRR movements may be out of date').waitFor()
    expect(await linesOf(figures)).toEqual(expect.arrayContaining(before))
  })

  test.each(names)('%s says what failed and on which part of the way', async (name) => {
    const { page, address } = viewOf(name)
    const place = name === 'customer' ? address.customer(customerId) : address[name]
    await page.goto(place)
    const alert = alertOf(page)
    await alert.getByText(FAILED[name][0]).waitFor()
    const said = await alert.innerText()
    expect(said).toContain(`Nothing answered at http://localhost:${opened.desk.ports.backend}.`)
    expect(said).toContain('Stopped on the way to the backend (backend_unreachable).')
    await alert.getByRole('button', { name: 'Try again' }).click()
    await alert.getByText(FAILED[name][0]).waitFor()
  })

  test('once it is back, the open view heals by itself and the others when asked to try again', async () => {
    await opened.desk.revive()
    for (const name of names) {
      const { page } = viewOf(name)
      // the customer's view asks again every few seconds anyway
      if (name !== 'customer') await alertOf(page).getByRole('button', { name: 'Try again' }).click()
      await page.locator('.view-slot').getByText(FAILED[name][1]).first().waitFor()
      expect(await alertOf(page).count()).toBe(0)
    }
    await opened.page.getByText('may be out of date').first().waitFor({ state: 'detached' })
    await part(opened.page, 'Key figures').getByText('Net MRR churn').waitFor()
  })

  test('nobody complained of anything but the missing backend', () => {
    const all = [opened.errors, ...[...pages.values()].map(({ errors }) => errors)].flat()
    expect(all.filter((text) => !/ERR_CONNECTION_(REFUSED|RESET)/.test(text))).toEqual([])
  })
})

test('a token that is no longer good is renewed without a word', async () => {
  const { page, address, desk } = opened
  await page.goto(address.overview)
  await part(page, 'Key figures').getByText('Net MRR churn').waitFor()
  await desk.changeTokenKeys()
  await page.getByRole('tab', { name: 'Promotions' }).click()
  await part(page, 'Key figures').waitFor({ state: 'detached' })
  // what failed would be asked again five seconds later, but it says so meanwhile
  const failure = page.getByText(/could not be loaded/)
  await page.getByText('No promotions yet').or(failure).first().waitFor()
  expect(await failure.count()).toBe(0)
})
