/** The difference from other products: rows add up to rules, rules to the difference, and theirs is what they would show. */
import { startDesk, type Caller, type Desk } from '../../test/harness'
import { PriceModel } from '../catalogue/model'
import { InvoiceModel } from '../invoices/model'
import { SubscriptionModel } from '../subscriptions/model'
import { PRESET_NAMES, RECONCILED_RULES, type PresetName } from '../metrics'
import type { Reconciliation } from './reconciliation-schema'

let desk: Desk
let owner: Caller
beforeAll(async () => {
  desk = await startDesk()
  owner = await desk.as('owner')
  await desk.importRates()
  await desk.sync()
  await desk.addSecond()
}, 120_000)
afterAll(() => desk.close())

async function json<T>(url: string, caller = owner): Promise<T> {
  const answer = await caller.get(url)
  if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.body}`)
  return answer.json<T>()
}

const ask = (preset: PresetName, more = '') =>
  json<Reconciliation>(`/v1/analytics/reconciliation?preset=${preset}${more}`)

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)

async function rowsOf(preset: PresetName, more: string, limit: number): Promise<Reconciliation['data']> {
  const rows: Reconciliation['data'] = []
  for (let after = ''; ;) {
    const page = await ask(preset, `${more}&limit=${limit}${after}`)
    rows.push(...page.data)
    const last = page.data.at(-1)
    if (!page.has_more || !last) return rows
    after = `&starting_after=${last.id}`
  }
}

const PAST = Date.parse('2026-03-20T11:00:00Z') / 1000
const all = '&account=all&mode=test'

describe.each(['', '&currency=eur', all, `&at=${PAST}`, `${all}&at=${PAST}`])('asked with "%s"', (more) => {
  test.each(PRESET_NAMES)('%s: rows of any page add up', async (preset) => {
    const { ours, theirs, difference, rules, rows: count, evidence } = await ask(preset, more)
    const { data } = await json<{ data: { value: number }[] }>(`/v1/analytics/mrr?${more.slice(1)}`)
    expect(ours).toBe(data.at(-1)?.value)
    expect((await json<{ value: number }>(evidence)).value).toBe(ours)
    expect(difference).toBe(theirs - ours)
    expect(sum(rules.map((rule) => rule.difference))).toBe(difference)
    for (const limit of [100, 7]) {
      const rows = await rowsOf(preset, more, limit)
      expect(new Set(rows.map(({ id }) => id)).size).toBe(count)
      expect(sum(rows.map((row) => row.difference))).toBe(difference)
      for (const { rule, difference: own } of rules)
        expect([rule, sum(rows.map(({ by_rule }) => by_rule[rule]))]).toEqual([rule, own])
    }
    if (preset === 'default') expect(count).toBe(0)
    else expect(count).toBeGreaterThan(0)
  })
})

test('a rule names the subscriptions that it touches', async () => {
  const { rules } = await ask('match_profitwell')
  const touching = rules.filter(({ subscriptions }) => subscriptions > 0)
  expect(touching.length).toBeGreaterThan(1)
  for (const { rule, difference, subscriptions } of touching) {
    const rows = await rowsOf('match_profitwell', `&rule=${rule}`, 3)
    expect(rows).toHaveLength(subscriptions)
    expect(sum(rows.map(({ by_rule }) => by_rule[rule]))).toBe(difference)
  }
  expect(rules.map(({ rule }) => rule)).toEqual(RECONCILED_RULES)
})

test('what a product does not publish is said to be so', async () => {
  const { rules } = await ask('match_stripe_classic')
  const silent = rules.filter(({ theirs }) => theirs === null)
  expect(silent.map(({ rule, difference }) => [rule, difference])).toEqual([
    ['paused', 0],
    ['weeks_days', 0],
  ])
})

test('rows name the customer to those who may read customers, and to nobody else', async () => {
  const { data } = await ask('match_stripe_classic')
  expect(data.every(({ customer_name }) => customer_name !== null)).toBe(true)
  const made = await owner.post('/v1/api_keys', { name: 'Figures', scopes: ['analytics:read'], mode: 'test' })
  const { key } = made.json<{ key: string }>()
  const link = `/v1/analytics/reconciliation?account=${desk.account.accountId}&mode=test`
  const hidden = await json<Reconciliation>(link, desk.with(key))
  expect(hidden.data.map(({ id }) => id)).toEqual(data.map(({ id }) => id))
  expect(hidden.data.every(({ customer_name }) => customer_name === null)).toBe(true)
})

test('a cursor of another list is refused', async () => {
  const answer = await owner.get('/v1/analytics/reconciliation?starting_after=nobody')
  expect(answer.statusCode).toBe(400)
})

test('metered use is the mean of what the last three complete months billed (M7)', async () => {
  const rows = (await rowsOf('match_profitwell', '&rule=metered', 100)).filter(
    ({ account }) => account === desk.account.accountId,
  )
  expect(rows.length).toBeGreaterThan(2)
  for (const { subscription, ours, theirs } of rows) {
    const { start, invoices, metered } = await desk.inAccount(async () => ({
      start: (await SubscriptionModel.findOne({ id: subscription }).lean())?.object.start_date ?? NaN,
      invoices: await InvoiceModel.find().lean(),
      metered: await PriceModel.distinct('id', { 'object.recurring.usage_type': 'metered' }),
    }))
    const months = ['2026-02', '2026-03', '2026-04'].filter((month) => Date.parse(month) >= start * 1000)
    const monthOf = (created: number) => new Date(created * 1000).toISOString().slice(0, 7)
    const lines = invoices
      .filter(({ object }) => months.includes(monthOf(object.created)))
      .filter(({ object }) => object.status === 'open' || object.status === 'paid')
      .flatMap(({ object }) => object.lines.data)
      .filter((line) => line.parent?.subscription_item_details?.subscription === subscription)
      .filter((line) => metered.includes(String(line.pricing?.price_details?.price)))
    const net = lines.map(
      (line) => line.amount - sum((line.discount_amounts ?? []).map(({ amount }) => amount)),
    )
    expect(theirs - ours).toBe(Math.round(sum(net) / months.length))
  }
})

test('theirs is what the account shows once it has their definitions', async () => {
  const { theirs, ours } = await ask('match_stripe_classic')
  expect(theirs).not.toBe(ours)
  const answer = await owner.patch('/v1/settings', { preset: 'match_stripe_classic' })
  expect(answer.statusCode).toBe(200)
  await desk.services.sync.drain()
  const { data } = await json<{ data: { value: number }[] }>('/v1/analytics/mrr')
  expect(data.at(-1)?.value).toBe(theirs)
  expect(await ask('match_stripe_classic')).toMatchObject({ ours: theirs, theirs, rows: 0 })
})
