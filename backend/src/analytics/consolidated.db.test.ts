import { openView, startDesk, type Caller, type Desk } from '../../test/harness'
import type { WaterfallRow } from '../metrics'
import type { Promotion } from '../promotions/schema'
import type { AccountFigures, Overview } from './schema'

let desk: Desk
let owner: Caller
let second: string
beforeAll(async () => {
  desk = await startDesk()
  owner = await desk.as('owner')
  await desk.importRates()
  await desk.sync()
  second = String(
    (await desk.standIn.act('accounts', { name: 'Sudwind', country: 'DE', size: 'small' }))['id'],
  )
  await desk.inAccount(() => desk.services.onboarding.installed(second))
  await desk.services.onboarding.drain()
  await desk.services.sync.drain()
}, 120_000)
afterAll(() => desk.close())

const json = async <T>(url: string, caller = owner) => (await caller.get(`/v1/analytics/${url}`)).json<T>()
const figures = ({ figures: all }: Pick<Overview, 'figures'>) =>
  Object.fromEntries(Object.entries(all).map(([name, { value }]) => [name, value]))

const ADDITIVE = [
  'mrr',
  'net_revenue',
  'gross_volume',
  'refunds',
  'fees',
  'active_customers',
  'new_customers',
  'churned_customers',
  'new_mrr',
  'expansion_mrr',
  'contraction_mrr',
  'churned_mrr',
  'reactivation_mrr',
]

test.each(['usd', 'eur'])(
  'what adds up, adds up over the accounts: to the rounding of each, in %s',
  async (currency) => {
    const query = `account=all&mode=test&currency=${currency}`
    const all = await json<Overview>(`overview?${query}`)
    const rows = (await json<{ data: AccountFigures[] }>(`accounts?mode=test&currency=${currency}`)).data
    expect(rows.map(({ account }) => account)).toEqual([desk.account.accountId, second])
    expect(all).toMatchObject({ currency, complete: true })
    const total = figures(all)
    expect(total['mrr']).toBeGreaterThan(0)
    for (const name of ADDITIVE) {
      const sum = rows.reduce((so_far, row) => so_far + (figures(row)[name] ?? 0), 0)
      // an amount is rounded once for all accounts, and once for each: by at most a unit for each day and account
      expect([name, Math.abs((total[name] ?? 0) - sum) <= (name.includes('customers') ? 0 : 60)]).toEqual([
        name,
        true,
      ])
    }
    expect(total['arpa']).toBe(Math.round((total['mrr'] ?? 0) / (total['active_customers'] ?? 1)))
  },
)

test('a row drills into the account: the same figures there', async () => {
  for (const row of (await json<{ data: AccountFigures[] }>('accounts?mode=test&currency=usd')).data) {
    const own = await json<Overview>(`overview?account=${row.account}&mode=test&currency=usd`)
    expect(own.figures).toEqual(row.figures)
  }
})

test('the waterfall of all accounts closes', async () => {
  const { data } = await json<{ data: WaterfallRow[] }>(
    'mrr_movements?account=all&mode=test&interval=month&from=2025-06-01',
  )
  expect(data.length).toBeGreaterThan(10)
  for (const row of data)
    expect(row.end).toBe(
      row.start + row.new + row.expansion - row.contraction - row.churn + row.reactivation + row.fx,
    )
  for (const [index, row] of data.slice(1).entries()) expect(row.start).toBe(data[index]?.end)
})

test('churn is of all customers together, not a mean of rates', async () => {
  const all = await json<Overview>('overview?account=all&mode=test&currency=usd')
  const rows = (await json<{ data: AccountFigures[] }>('accounts?mode=test&currency=usd')).data
  const rates = rows.map(({ figures: of }) => of.customer_churn.value ?? 0)
  const rate = all.figures.customer_churn.value ?? -1
  expect(rate).toBeGreaterThanOrEqual(Math.min(...rates))
  expect(rate).toBeLessThanOrEqual(Math.max(...rates))
})

test('modes do not mix, and another workspace has its own', async () => {
  expect(await json('overview?account=all&mode=live')).toMatchObject({ code: 'account_unknown' })
  const { owner: neighbour } = await desk.neighbour('acct_theirs')
  const theirs = await json<Overview>('overview?account=all&mode=test', neighbour)
  expect(theirs.figures.mrr.value).toBe(0)
  expect((await json<{ data: unknown[] }>('accounts?mode=test', neighbour)).data).toHaveLength(1)
})

test('whoever may ask about one account sees that one, and all of them once an admin mapped them', async () => {
  const view = await openView(desk, 'usr_of_one')
  const seen = async () => [
    (await view.get('/v1/accounts')).json<{ data: { id: string }[] }>().data.map(({ id }) => id),
    (await json<{ data: AccountFigures[] }>('accounts?mode=test', view)).data.map(({ account }) => account),
  ]
  const { accountId } = desk.account
  expect(await seen()).toEqual([[accountId], [accountId]])
  expect((await view.get(`/v1/accounts/${second}`)).statusCode).toBe(404)
  for (const account of ['all', second])
    expect(await json(`overview?account=${account}`, view)).toMatchObject({ code: 'account_unknown' })
  const { member } = (await view.get('/v1/me')).json<{ member: { id: string } }>()
  await owner.post(`/v1/members/${member.id}/map`, { role: 'read_only' })
  expect(await seen()).toEqual([
    [accountId, second],
    [accountId, second],
  ])
  expect(await json('overview?account=all', view)).toMatchObject({ complete: true })
})

test('what is about one account does not answer for all', async () => {
  for (const url of ['/v1/customers', '/v1/settings', '/v1/sync'])
    expect((await owner.get(`${url}?account=all&mode=test`)).json()).toMatchObject({
      code: 'account_unknown',
    })
})

test('promotions of all accounts make one list, newest first, page by page in both directions', async () => {
  const { accountId } = desk.account
  const made: [string, string][] = []
  for (const [index, account] of [accountId, second, second, accountId, second].entries()) {
    desk.clock.advance(1)
    const body = { name: 'Offer', code: `OFFER-${index}`, percent_bp: 1000 }
    const answer = await owner.post(`/v1/promotions?account=${account}`, body)
    expect(answer.json()).toMatchObject({ account, status: 'active' })
    made.unshift([answer.json<Promotion>().id, account])
  }
  const page = async (query: string) =>
    (await owner.get(`/v1/promotions?account=all&mode=test&${query}`)).json<{
      data: Promotion[]
      has_more: boolean
    }>()
  const rows = ({ data }: { data: Promotion[] }) => data.map(({ id, account }) => [id, account])
  const first = await page('limit=2')
  const next = await page(`limit=2&starting_after=${made[1]?.[0]}`)
  expect([...rows(first), ...rows(next)]).toEqual(made.slice(0, 4))
  expect([first.has_more, next.has_more]).toEqual([true, true])
  const end = await page(`starting_after=${made[3]?.[0]}`)
  expect([rows(end), end.has_more]).toEqual([made.slice(4), false])
  const back = await page(`limit=2&ending_before=${made[3]?.[0]}`)
  expect([rows(back), back.has_more]).toEqual([made.slice(1, 3), true])
  expect(rows(await page(''))).toEqual(made)
  expect(await page('starting_after=promo_of_nobody')).toMatchObject({ code: 'invalid_request' })
  // each account by itself lists its own
  const theirs = await owner.get(`/v1/promotions?account=${second}`)
  expect(rows(theirs.json())).toEqual(made.filter(([, account]) => account === second))
})

test('what changes in one account changes the whole', async () => {
  const mrr = async () =>
    (await json<Overview>('overview?account=all&mode=test&currency=usd')).figures.mrr.value ?? 0
  const before = await mrr()
  const { data } = await desk.standIn.stripe.subscriptions.list({ status: 'active', limit: 5 })
  await desk.standIn.stripe.subscriptions.cancel(data[0]?.id ?? '')
  desk.clock.advance(60)
  await desk.sync({ full: true })
  expect(await mrr()).toBeLessThan(before)
})
