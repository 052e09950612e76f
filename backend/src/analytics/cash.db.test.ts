/** What there is, what will be paid out, what came and went: against Stripe's own lists. */
import { startDesk, type Caller, type Desk } from '../../test/harness'
import { AppError } from '../errors'
import { dayOf } from '../metrics'
import { readFunds } from '../sync/balance'
import type { Figure } from './schema'

let desk: Desk
let owner: Caller
let refused = false
beforeAll(async () => {
  desk = await startDesk({
    wrapStripe: (stripe) => ({
      ...stripe,
      balanceSettings: () =>
        refused
          ? Promise.reject(new AppError('stripe_permission_missing', 'balance_settings'))
          : stripe.balanceSettings(),
    }),
  })
  owner = await desk.as('owner')
  await desk.sync()
}, 120_000)
afterAll(() => desk.close())

interface Cash {
  figures: Record<string, Figure>
  balances: { currency: string; available: number; pending: number; in_transit: number }[]
  payout_schedules: { account: string; interval: string | null }[]
  expected_payouts: { date: string; currency: string; amount: number; value: number }[]
  flow: { data: Record<string, number>[] }
  estimated: boolean
}
const cash = async (query = '') => {
  const answer = await owner.get(`/v1/analytics/cash?${query}`)
  expect([query, answer.statusCode]).toEqual([query, 200])
  return answer.json<Cash>()
}
const valueOf = ({ figures }: Cash, name: string) => figures[name]?.value
const all = async <T>(list: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = []
  for await (const one of list) found.push(one)
  return found
}
const amounts = (of: { currency: string; amount: number }[]) =>
  of.filter(({ currency }) => currency === 'usd').reduce((sum, { amount }) => sum + amount, 0)

test('F1, F2: available, pending and in transit are those of Stripe', async () => {
  const { stripe } = desk.standIn
  const { available, pending } = await stripe.balance.retrieve()
  const payouts = await all(stripe.payouts.list({ limit: 100 }))
  const underway = amounts(payouts.filter(({ status }) => status === 'pending' || status === 'in_transit'))
  expect(underway).toBeGreaterThan(0)
  const answer = await cash()
  const held = { available: amounts(available), pending: amounts(pending), in_transit: underway }
  const total = held.available + held.pending + underway
  expect(answer.balances).toEqual([{ currency: 'usd', ...held, total_funds: total }])
  expect(valueOf(answer, 'available_funds')).toBe(held.available)
  expect(valueOf(answer, 'pending_funds')).toBe(held.pending)
  expect(valueOf(answer, 'total_funds')).toBe(total)
})

test('F5: the balance by what moved is the one that Stripe tells', async () => {
  const answer = await cash('from=2026-01-01&interval=month')
  expect(valueOf(answer, 'closing_balance')).toBe(
    (valueOf(answer, 'available_funds') ?? NaN) + (valueOf(answer, 'pending_funds') ?? NaN),
  )
  const moved = await all(desk.standIn.stripe.balanceTransactions.list({ limit: 100 }))
  const first = Date.parse('2026-01-01T00:00:00Z') / 1000
  const net = (some: typeof moved) => some.reduce((sum, one) => sum + one.net, 0)
  expect(valueOf(answer, 'opening_balance')).toBe(net(moved.filter(({ created }) => created < first)))
  const paidOut = moved.filter((one) => one.created >= first && one.reporting_category.startsWith('payout'))
  expect(valueOf(answer, 'paid_out')).toBe(-net(paidOut))
  expect(valueOf(answer, 'paid_out')).toBeGreaterThan(0)
  expect(answer.flow.data).toHaveLength(5)
  for (const name of ['money_in', 'money_out', 'paid_out'])
    expect(answer.flow.data.reduce((sum, row) => sum + (row[name] ?? NaN), 0)).toBe(valueOf(answer, name))
  for (const [index, { opening_balance, closing_balance, ...row }] of answer.flow.data.entries()) {
    const { money_in = NaN, money_out = NaN, paid_out = NaN } = row
    expect((opening_balance ?? NaN) + money_in - money_out - paid_out).toBe(closing_balance)
    if (index > 0) expect(opening_balance).toBe(answer.flow.data[index - 1]?.['closing_balance'])
  }
})

test('F3: everything on the balance is expected to be paid out, and the first payout comes as it was told', async () => {
  const { stripe } = desk.standIn
  const answer = await cash()
  expect(answer.payout_schedules).toEqual([{ account: desk.account.accountId, interval: 'daily' }])
  const { available_funds, pending_funds, expected_payouts } = answer.figures
  expect(expected_payouts?.value).toBe((available_funds?.value ?? NaN) + (pending_funds?.value ?? NaN))
  expect(answer.estimated).toBe(true)
  const [first] = answer.expected_payouts
  if (!first) throw new Error('The sample has nothing to pay out')
  const told = new Set((await all(stripe.payouts.list({ limit: 100 }))).map(({ id }) => id))
  while (dayOf(desk.clock.seconds(), 'UTC') <= first.date) desk.clock.advance(3600)
  const made = (await all(stripe.payouts.list({ limit: 100 }))).filter(({ id }) => !told.has(id))
  const next = made.map(({ created, amount }) => ({ date: dayOf(created, 'UTC'), amount })).at(-1)
  expect(next).toEqual({ date: first.date, amount: first.amount })
})

test('F3: a manual schedule lets nothing be expected; one that is not told is not known', async () => {
  const again = async () => {
    await desk.inAccount(() => readFunds(desk.stripe))
    return cash()
  }
  await desk.standIn.stripe.balanceSettings.update({
    payments: { payouts: { schedule: { interval: 'manual' } } },
  })
  const manual = await again()
  expect([manual.payout_schedules[0]?.interval, valueOf(manual, 'expected_payouts')]).toEqual(['manual', 0])
  expect([manual.expected_payouts, manual.estimated]).toEqual([[], false])
  refused = true
  const unknown = await again()
  expect([unknown.payout_schedules[0]?.interval, valueOf(unknown, 'expected_payouts')]).toEqual([null, null])
  expect(valueOf(unknown, 'available_funds')).toEqual(expect.any(Number))
  refused = false
})

test('as of a moment of the past nothing is known of what stood, but what moved', async () => {
  const at = Date.parse('2026-03-20T11:00:00Z') / 1000
  const answer = await cash(`from=2026-03-01&to=2026-03-31&at=${at}`)
  expect([answer.balances, valueOf(answer, 'total_funds')]).toEqual([[], null])
  const moved = await all(desk.standIn.stripe.balanceTransactions.list({ limit: 100, created: { lte: at } }))
  expect(valueOf(answer, 'closing_balance')).toBe(moved.reduce((sum, { net }) => sum + net, 0))
})
