/** The overview and its short form on the home page: true figures, a range that stays, and polling that costs nothing. */
import type { Locator } from 'playwright-core'
import { eventually } from '../kit/desk'
import { daysText, figureLines, money, type Figure } from '../kit/figures'
import { after, linesOf, part, startViews, type Opened } from '../kit/views'

jest.setTimeout(120_000)

interface Overview {
  currency: string
  previous_period: { from: string; to: string }
  figures: Record<string, Figure>
}
interface Movements {
  total: Record<
    'start' | 'new' | 'reactivation' | 'expansion' | 'contraction' | 'churn' | 'fx' | 'end',
    number
  >
}

const KEY_FIGURES = {
  MRR: 'mrr',
  'Net revenue': 'net_revenue',
  'Active customers': 'active_customers',
  'Customer churn': 'customer_churn',
  'Net MRR churn': 'net_mrr_churn',
}

let opened: Opened

beforeAll(async () => {
  opened = await startViews()
})
afterAll(() => opened?.end())

/** Opens a page. @returns the query with which its view asked for the overview */
async function queryAt(address: string): Promise<string> {
  const asked = opened.page.waitForResponse((response) => response.url().includes('/analytics/overview?'))
  await opened.page.goto(address)
  return new URL((await asked).url()).search
}

const overview = async (query: string) =>
  (await opened.desk.api<Overview>(`/analytics/overview${query}`)).body

function figure({ figures, currency }: Overview, name: string, signed = false): string[] {
  const one = figures[name]
  if (!one) throw new Error(`The API has no figure ${name}`)
  return figureLines(one, currency, signed)
}

async function keyFigures(): Promise<Locator> {
  const one = part(opened.page, 'Key figures')
  await one.getByText('Net MRR churn').waitFor()
  return one
}

test.each(['', '?app[range]=last_30_days', '?app[range]=month_to_date'])(
  'the key figures are the API’s, with their units, the change in words and what they cover (range %p)',
  async (range) => {
    const { page, address } = opened
    const query = await queryAt(address.overview + range)
    const expected = await overview(query)
    const { previous_period: before, currency } = expected
    const lines = await linesOf(await keyFigures())
    expect(lines.slice(1, -2)).toEqual(
      Object.entries(KEY_FIGURES).flatMap(([label, name]) => [label, ...figure(expected, name)]),
    )
    expect(lines.at(-2)).toBe(`Compared with ${daysText(before.from, before.to)}`)
    expect(lines.at(-1)).toMatch(
      new RegExp(`^${currency.toUpperCase()} · updated (just now|\\d+ minutes? ago)`),
    )
    const { from, to } = Object.fromEntries(new URLSearchParams(query))
    await page.getByText(daysText(String(from), String(to)), { exact: true }).waitFor()
  },
)

test('the movements are the API’s, signed, and lead from the start to the end', async () => {
  const { page, address, desk } = opened
  const query = await queryAt(`${address.overview}?app[range]=last_3_months`)
  const { currency } = await overview(query)
  const range = query.replace(/&?compare=\w+/, '')
  const { total } = (await desk.api<Movements>(`/analytics/mrr_movements${range}&interval=month`)).body
  const movements = part(page, 'MRR movements')
  await movements.getByText('MRR at end').waitFor()
  const lines = (await linesOf(movements)).slice((await linesOf(movements)).indexOf('MRR at start'))
  const signed = {
    'MRR at start': money(total.start, currency),
    New: money(total.new, currency, true),
    Reactivation: money(total.reactivation, currency, true),
    Expansion: money(total.expansion, currency, true),
    Contraction: money(-total.contraction, currency, true),
    Churn: money(-total.churn, currency, true),
    Currency: money(total.fx, currency, true),
    'MRR at end': money(total.end, currency),
  }
  expect(lines.slice(0, -1)).toEqual(Object.entries(signed).flat())
  const gained = total.new + total.reactivation + total.expansion + total.fx
  expect(total.start + gained - total.contraction - total.churn).toBe(total.end)
  const drawn = await movements.getByRole('img').first().getAttribute('aria-label')
  expect(drawn).toContain(
    `MRR: ${money(total.start, currency)} at Start, ${money(total.end, currency)} at End`,
  )
})

test('the trend names its unit, ends on the current MRR and lies over the period before', async () => {
  const query = await queryAt(`${opened.address.overview}?app[range]=last_30_days`)
  const { figures, currency } = await overview(query)
  const trend = part(opened.page, `MRR trend in ${currency.toUpperCase()}`)
  await trend.getByText('At the close of each day').waitFor()
  await trend.getByText('Previous period', { exact: true }).waitFor()
  // the chart knows no unit: an amount of whole tens of cents has one decimal
  const end = new Intl.NumberFormat('en-US').format((figures['mrr']?.value ?? NaN) / 100)
  await trend
    .getByRole('img', { name: new RegExp(`This period: .+, ${end.replaceAll('.', '\\.')} at `) })
    .waitFor()
})

test('a period without a past has no line and no legend for it', async () => {
  await queryAt(opened.address.overview)
  const trend = part(opened.page, /^MRR trend in/)
  await trend.getByRole('img').first().waitFor()
  await keyFigures()
  expect(await trend.getByText('Previous period').count()).toBe(0)
})

test('what needs somebody, who moved MRR most and what came last are the API’s', async () => {
  const { page, desk, address } = opened
  const query = await queryAt(`${address.overview}?app[range]=last_3_months`)
  const { body: needs } = await desk.api<{ data: { kind: string; count: number; amount: number }[] }>(
    '/analytics/needs_attention',
  )
  const { body: movers } = await desk.api<{
    currency: string
    new: { data: { customer_name: string; value: number }[] }
  }>(`/analytics/movers${query.replace(/&?compare=\w+/, '')}`)
  const { body: activity } = await desk.api<{
    counts: { customers: number }
    payments: { customer_name: string; amount: number; currency: string }[]
  }>(`/analytics/activity${query}`)
  const failed = needs.data.find(({ kind }) => kind === 'failed_payments')
  if (failed) {
    const said = failed.count === 1 ? '1 failed payment' : `${failed.count} failed payments`
    const lines = await linesOf(part(page, 'Needs you').filter({ hasText: said }))
    expect(after(lines, said, 1)).toEqual([`${money(failed.amount, movers.currency)} at risk`])
  }
  const [first] = movers.new.data
  const top = part(page, 'Top movers')
  await top
    .getByRole('link', { name: first?.customer_name ?? '' })
    .first()
    .waitFor()
  await top
    .getByText(money(first?.value ?? NaN, movers.currency, true))
    .first()
    .waitFor()
  const latest = part(page, 'Activity')
  await latest.getByText('Latest payments').waitFor()
  expect(after(await linesOf(latest), 'Customers', 1)).toEqual([
    new Intl.NumberFormat('en-US').format(activity.counts.customers),
  ])
  const [payment] = activity.payments
  await latest
    .getByRole('link', { name: payment?.customer_name ?? '' })
    .first()
    .waitFor()
  await latest
    .getByText(money(payment?.amount ?? NaN, payment?.currency ?? 'usd'))
    .first()
    .waitFor()
  await top.getByRole('button', { name: 'All new MRR' }).click()
  await page.getByRole('dialog').getByText('New MRR').first().waitFor()
})

test('range and tab stay in the address over another tab, reload, back and forward', async () => {
  const { page, address } = opened
  const range = page.getByLabel('Range', { exact: true })
  const at = (tab: string, chosen: string | null) =>
    page.waitForURL(
      ({ pathname, searchParams }) =>
        pathname.endsWith(`/${tab}`) && searchParams.get('app[range]') === chosen,
    )
  await page.goto(address.overview)
  await range.selectOption({ label: 'Last 30 days' })
  await at('overview', 'last_30_days')
  await page.getByRole('tab', { name: 'Promotions' }).click()
  await at('promotions', 'last_30_days')
  await page.reload()
  await page.getByRole('tab', { name: 'Promotions', selected: true }).waitFor()
  await page.getByRole('tab', { name: 'Overview' }).click()
  await at('overview', 'last_30_days')
  await eventually(async () => (await range.inputValue()) === 'last_30_days', 'the range')

  await page.goBack()
  await at('promotions', 'last_30_days')
  await page.getByRole('tab', { name: 'Promotions', selected: true }).waitFor()
  await page.goBack()
  await at('overview', 'last_30_days')
  await page.getByRole('tab', { name: 'Overview', selected: true }).waitFor()
  await page.goForward()
  await at('promotions', 'last_30_days')
  await page.getByRole('tab', { name: 'Promotions', selected: true }).waitFor()
})

test('what has not changed costs a 304 without a body', async () => {
  const { page, address } = opened
  await queryAt(`${address.overview}?app[range]=last_30_days`)
  const unchanged = (route: string) =>
    page.waitForResponse((response) => response.url().includes(route) && response.status() === 304)
  const answers = await Promise.all(
    ['/analytics/overview?', '/analytics/mrr?', '/analytics/mrr_movements?'].map(unchanged),
  )
  for (const answer of answers) expect(Number((await answer.allHeaders())['content-length'] ?? 0)).toBe(0)
  await keyFigures()
})

async function expectHome(): Promise<void> {
  const expected = await overview(await queryAt(opened.address.home))
  const home = part(opened.page, 'Recurring revenue')
  await home.getByText('Customer churn').waitFor()
  const lines = await linesOf(home)
  expect(after(lines, 'MRR', 3)).toEqual(figure(expected, 'mrr'))
  expect(after(lines, 'Net new MRR', 3)).toEqual(figure(expected, 'net_new_mrr', true))
  expect(after(lines, 'Customer churn', 3)).toEqual(figure(expected, 'customer_churn'))
  await home.getByText(/^(Money at risk|Nothing needs you now\.)$/).waitFor()
  await home.getByText(/^Synced with Stripe (just now|\d+ minutes? ago)$/).waitFor()
  await home.getByRole('img', { name: /^Line chart\. MRR: / }).waitFor()
}

test('the home page says this month’s short form, and leads to the whole', async () => {
  await expectHome()
  await opened.page.getByRole('link', { name: 'Open the full overview' }).click()
  await opened.page.waitForURL((url) => url.pathname.endsWith('/overview'))
  await keyFigures()
})

test('a read-only member reads the same figures, and is offered nothing to change', async () => {
  const { page, address, setRole } = opened
  await setRole('View only')
  await expectHome()
  const expected = await overview(await queryAt(address.overview))
  expect(after(await linesOf(await keyFigures()), 'MRR', 3)).toEqual(figure(expected, 'mrr'))
  // figures can be pressed: they open what they are made of
  const names = await page.locator('.view-slot').getByRole('button').allInnerTexts()
  expect(names.filter((name) => !/\d|^All /.test(name))).toEqual([])
})

test('a role without access is told so, and where it was stopped', async () => {
  const { page, address, setRole } = opened
  await setRole('Developer')
  for (const place of [address.home, address.overview]) {
    await page.goto(place)
    const alert = page.getByRole('alert')
    await alert.getByText('Your account could not be loaded').waitFor()
    expect(await alert.innerText()).toMatch(/Stopped in the backend \(\w+\)\./)
    await alert.getByRole('button', { name: 'Try again' }).waitFor()
  }
})
