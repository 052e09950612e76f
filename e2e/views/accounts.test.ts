/** Two accounts in the views: switched, summed up, drilled into; the address keeps which. */
import type { Locator } from 'playwright-core'
import { eventually } from '../kit/desk'
import { figureLines, money, type Figure } from '../kit/figures'
import { after, linesOf, nameless, overflowing, part, startViews, type Opened } from '../kit/views'

jest.setTimeout(120_000)

interface Overview {
  currency: string
  figures: Record<string, Figure>
}
interface Account {
  id: string
  name: string
  sync: { status: string }
}

let opened: Opened
let second: string

const accounts = async () => (await opened.desk.api<{ data: Account[] }>('/accounts')).body.data

beforeAll(async () => {
  opened = await startViews()
  const { desk } = opened
  const form = new URLSearchParams({ name: 'Sudwind Metrics', country: 'DE', size: 'small' })
  const made = await fetch(`http://localhost:${desk.ports.standIn}/_sandbox/accounts`, {
    method: 'POST',
    body: form,
  })
  second = ((await made.json()) as { id: string }).id
  const isRead = async () =>
    (await accounts()).some(({ id, sync }) => id === second && sync.status === 'complete')
  await eventually(isRead, 'the second account, read to the end', 60_000)
}, 120_000)
afterAll(() => opened?.end())

const switcher = (): Locator => opened.page.locator('.view-slot').getByLabel('Account', { exact: true })

/** What the view shows is what the API says of this account, or of all. */
async function showsMrrOf(account: string): Promise<void> {
  const { page, desk } = opened
  const keyFigures = part(page, 'Key figures')
  await keyFigures.getByText('Net MRR churn').waitFor()
  const days = new URLSearchParams(await range())
  const { body } = await desk.api<Overview>(`/analytics/overview?${days}&account=${account}&mode=test`)
  const mrr = body.figures['mrr']
  if (!mrr) throw new Error('The API has no MRR')
  const shown = async () => after(await linesOf(keyFigures), 'MRR', 3)
  const expected = figureLines(mrr, body.currency)
  await eventually(
    async () => (await shown()).slice(0, expected.length).join() === expected.join(),
    `MRR of ${account}: ${expected.join()}`,
  )
}

/** The days that the view last asked about. */
async function range(): Promise<string> {
  const asked = () => opened.answers.filter((answer) => answer.url().includes('/analytics/overview?')).at(-1)
  await eventually(() => Promise.resolve(asked() !== undefined), 'a question for the overview')
  const query = new URL(asked()?.url() ?? '').searchParams
  return `from=${query.get('from')}&to=${query.get('to')}`
}

const at = (tab: string, account: string | null) =>
  opened.page.waitForURL(
    ({ pathname, searchParams }) =>
      pathname.endsWith(`/${tab}`) && searchParams.get('app[account]') === account,
  )

test('whom no admin mapped sees the account they came through; a link for all says so', async () => {
  const { page, address } = opened
  await page.goto(`${address.overview}?app[account]=all`)
  await page.getByText('You see Northwind Metrics only').waitFor()
  expect(await switcher().count()).toBe(0)
  await showsMrrOf(opened.desk.account)
})

test('once mapped they switch, and everything shown is of the chosen account', async () => {
  const { page, address, desk } = opened
  type Members = { data: { id: string; stripe_user: string | null }[] }
  const { data } = (await desk.api<Members>('/members?limit=100')).body
  const member = data.find(({ stripe_user }) => stripe_user === 'usr_preview_amara')
  const mapping = { method: 'POST', body: JSON.stringify({ role: 'admin' }) }
  expect((await desk.api(`/members/${member?.id}/map`, mapping)).status).toBe(200)
  await page.goto(address.overview)
  await showsMrrOf(desk.account)
  await switcher().selectOption({ label: 'Sudwind Metrics' })
  await at('overview', second)
  await showsMrrOf(second)
  await part(page, 'MRR trend in EUR').waitFor()
})

test('all accounts: their sum, and a row for each that leads into it', async () => {
  const { page, desk } = opened
  await switcher().selectOption({ label: 'All accounts' })
  await at('overview', 'all')
  await showsMrrOf('all')
  const table = part(page, 'Accounts')
  const row = table.getByRole('row').filter({ hasText: 'Sudwind Metrics' })
  await row.waitFor()
  type Row = Overview & { account: string }
  const query = `${await range()}&mode=test`
  const { data } = (await desk.api<{ data: Row[] }>(`/analytics/accounts?${query}`)).body
  const expected = data.find(({ account }) => account === second)
  const amount = (name: string) => money(expected?.figures[name]?.value ?? NaN, expected?.currency ?? '')
  const cells = await row.getByRole('cell').allInnerTexts()
  expect(cells.slice(0, 3)).toEqual(['Sudwind Metrics', amount('mrr'), amount('net_new_mrr')])
  expect(cells.slice(5)).toEqual(['Current', expect.stringMatching(/^Synced /)])
  expect(await nameless(page)).toEqual([])
  await row.getByRole('button', { name: 'Sudwind Metrics' }).click()
  await at('overview', second)
  await showsMrrOf(second)
})

test('reload keeps the account, and back returns to all of them', async () => {
  const { page } = opened
  await page.reload()
  await showsMrrOf(second)
  expect(await switcher().inputValue()).toBe(second)
  await page.goBack()
  await at('overview', 'all')
  await showsMrrOf('all')
})

test('promotions of all are one list; one is created in the account that is chosen, and ended from the list', async () => {
  const { page } = opened
  await page.getByRole('tab', { name: 'Promotions' }).click()
  await at('promotions', 'all')
  await page.getByText('Choose one account: a code works in that account only.').waitFor()
  expect(await page.getByRole('button', { name: 'Create promotion' }).isDisabled()).toBe(true)
  await switcher().selectOption({ label: 'Sudwind Metrics' })
  await at('promotions', second)
  await page.getByRole('button', { name: 'Create promotion' }).first().click()
  const form = page.getByRole('dialog', { name: 'Create promotion' })
  await form.getByText('The code will work in Sudwind Metrics.').waitFor()
  await form.getByLabel('Name').fill('Herbst')
  await form.getByLabel('Code', { exact: true }).fill('HERBST')
  await form.getByLabel('Percentage off').fill('10')
  await form.getByRole('button', { name: 'Create promotion' }).click()
  await form.waitFor({ state: 'detached' })
  const { stripe } = opened.desk
  const theirs = await stripe.promotionCodes.list({ code: 'HERBST' }, { stripeAccount: second })
  expect(theirs.data).toHaveLength(1)
  expect((await stripe.promotionCodes.list({ code: 'HERBST' })).data).toHaveLength(0)
  await switcher().selectOption({ label: 'All accounts' })
  const row = page.getByRole('row').filter({ hasText: 'HERBST' })
  await row.getByText('Sudwind Metrics').waitFor()
  await row.getByRole('button', { name: 'Actions for Herbst' }).click()
  await page.getByRole('menuitem', { name: 'End promotion' }).click()
  await page
    .getByRole('dialog', { name: 'End Herbst' })
    .getByRole('button', { name: 'End promotion' })
    .click()
  await row.getByText('Ended').waitFor()
})

test.each([1280, 1600])('nothing overflows at a width of %p', async (width) => {
  const { page, address } = opened
  await page.setViewportSize({ width, height: 900 })
  await page.goto(`${address.overview}?app[account]=all`)
  await showsMrrOf('all')
  await part(page, 'Accounts').getByText('Sudwind Metrics').waitFor()
  expect(await overflowing(page)).toEqual([])
})

test('the pages reported nothing', () => {
  expect(opened.errors).toEqual([])
})
