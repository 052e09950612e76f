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

describe('settings, Accounts', () => {
  const KEY = 'Restricted or secret key'
  const dialog = (name: string): Locator => opened.page.getByRole('dialog', { name })
  const row = (name: string): Locator => opened.page.getByRole('row').filter({ hasText: name })
  const button = (name: string): Locator => opened.page.getByRole('button', { name, exact: true })
  const openTab = async () => {
    await opened.page.goto(opened.address.settings)
    await opened.page.getByRole('tab', { name: 'Accounts' }).click()
    await row('Sudwind Metrics').waitFor()
  }
  const act = async (path: string, form: Record<string, string>) => {
    const url = `http://localhost:${opened.desk.ports.standIn}/_sandbox/${path}`
    const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(form) })
    return (await answer.json()) as Record<string, string>
  }

  test('a key is refused at its field, and nothing of it is kept', async () => {
    const { page } = opened
    await openTab()
    expect(await row('Sudwind Metrics').innerText()).toContain('App installation')
    await button('Connect by key').click()
    const form = dialog('Connect by key')
    await form.getByLabel(KEY).fill('rk_live_00000000nobody')
    await form.getByRole('button', { name: 'Connect account' }).click()
    await form.getByText('you are in test mode').waitFor()
    await form.getByLabel(KEY).fill('rk_test_00000000nobody')
    await form.getByRole('button', { name: 'Connect account' }).click()
    await form.getByText('Stripe does not know this key').waitFor()
    await form.getByText('must be a key that is in force').waitFor()
    expect(await form.getByLabel(KEY).getAttribute('type')).toBe('password')
    await page.keyboard.press('Escape')
    await button('Discard').click()
    await form.waitFor({ state: 'detached' })
  })

  test('a key is added, says what it lacks, is put in force and back, and deleted', async () => {
    const { page } = opened
    await row('Northwind Metrics').click()
    await page.getByText('Keys', { exact: true }).waitFor()
    const { secret = '' } = await act('restricted_keys', { 'permissions[0]': 'customer_read' })
    await button('Add key').click()
    const form = dialog('Add a key of Northwind Metrics')
    await form.getByLabel(KEY).fill(secret)
    await form.getByLabel('Name').fill('Customers alone')
    await form.getByRole('button', { name: 'Add key' }).click()
    await form.waitFor({ state: 'detached' })
    await page.getByText(/charge_read \(charges, refunds, early fraud warnings\)/).waitFor()
    expect(await page.content()).not.toContain(secret)
    expect(await nameless(page)).toEqual([])
    expect(await overflowing(page)).toEqual([])
    // the one in force stands first
    const inForce = async (name: string) => {
      const lines = await linesOf(page.locator('.view-slot'))
      return lines[lines.indexOf('Add key') + 1] === name
    }
    await eventually(() => inForce('Customers alone'), 'the new key, in force')
    await button('Activate').click()
    await eventually(() => inForce('STRIPE_SECRET_KEY'), 'the first key, in force again')
    await button('Delete').and(page.locator(':enabled')).click()
    await dialog('Delete Customers alone').getByRole('button', { name: 'Delete key' }).click()
    await page.getByText('Customers alone', { exact: true }).waitFor({ state: 'detached' })
    await button('Back to all accounts').click()
  })

  test('an account is made through Connect; its owner follows the link, and nothing is due any more', async () => {
    const { page } = opened
    await button('Create through Connect').click()
    const form = dialog('Create through Connect')
    await form.getByLabel('Country').selectOption({ label: 'Germany' })
    await form.getByLabel('Business name').fill('Nordlicht')
    await form.getByRole('button', { name: 'Create account' }).click()
    await page.getByText('Payments and payouts are not possible yet.').waitFor()
    expect(await page.getByText('Overdue').count()).toBeGreaterThan(3)
    await button('Create onboarding link').click()
    const [owner] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: 'Open Stripe’s onboarding' }).click(),
    ])
    await owner.getByRole('button', { name: 'Give all that is asked' }).click()
    await owner.getByText('Nordlicht is set up').waitFor()
    await owner.close()
    await page.getByText('Stripe asks for nothing now.').waitFor()
    await page.getByText('Payments and payouts are possible.').waitFor()
  })

  test('an account is disconnected by whom the owner lets', async () => {
    const { page, desk } = opened
    expect(await button('Disconnect account').isDisabled()).toBe(true)
    await page
      .getByText('Disconnecting needs the permission accounts:disconnect; your role is Admin.')
      .waitFor()
    type Role = { id: string; permissions: string[]; limits: object }
    const roles = (await desk.api<{ data: Role[] }>('/roles')).body.data
    const admin = roles.find(({ id }) => id === 'admin')
    const role = {
      name: 'Account keeper',
      permissions: [...(admin?.permissions ?? []), 'accounts:disconnect'],
      limits: admin?.limits,
    }
    const post = (body: object) => ({ method: 'POST', body: JSON.stringify(body) })
    const made = (await desk.api<{ id: string }>('/roles', post(role))).body.id
    type Members = { data: { id: string; stripe_user: string | null }[] }
    const members = (await desk.api<Members>('/members?limit=100')).body.data
    const member = members.find(({ stripe_user }) => stripe_user === 'usr_preview_amara')
    const change = { method: 'PATCH', body: JSON.stringify({ role: made }) }
    expect((await desk.api(`/members/${member?.id}`, change)).status).toBe(200)
    await openTab()
    await row('Sudwind Metrics').click()
    await button('Disconnect account').click()
    const form = dialog('Disconnect Sudwind Metrics')
    await form.getByText('Erase the data').click()
    await form.getByRole('button', { name: 'Disconnect and erase' }).click()
    await row('Nordlicht').waitFor()
    await row('Sudwind Metrics').waitFor({ state: 'detached' })
    expect((await accounts()).map(({ name }) => name).sort()).toEqual(['Nordlicht', 'Northwind Metrics'])
  })

  test.each([1280, 1600])('nothing overflows at a width of %p', async (width) => {
    const { page, address } = opened
    await page.setViewportSize({ width, height: 900 })
    await page.goto(address.settings)
    await page.getByRole('tab', { name: 'Accounts' }).click()
    await row('Nordlicht').waitFor()
    expect(await overflowing(page)).toEqual([])
  })
})

test('the pages reported nothing but the refusals that were asked for', () => {
  // a browser notes refused requests by itself: those that Stripe had to sign first, and the key it did not know
  const refused = /status of (400|403)/
  expect(opened.errors.filter((error) => !refused.test(error))).toEqual([])
})
