/** The worked examples of the metric reference about MRR, movements and rates. */
import { examples, expectFigures } from '../../test/metric-examples'
import {
  addDays,
  currenciesOf,
  customerMovements,
  customerState,
  endOfDay,
  foldMovements,
  pointInTime,
  retention,
  startOfDay,
  subscriptionMrr,
  waterfall,
} from './index'
import type { CustomerHistory, Definitions, Discount, Rates, Subscription } from './index'

type RawSubscription = Omit<Subscription, 'discounts'> & {
  discounts?: (Omit<Discount, 'start' | 'end'> & { start?: string; end?: string })[]
}

interface Input {
  at?: string | string[]
  subscription?: RawSubscription
  subscriptions?: RawSubscription[]
  rates?: Record<string, Record<string, string>>
  periods?: { start: string; end: string }[]
  events?: { id: string; created: string; subscription: RawSubscription }[]
}

type Expected = Record<string, unknown> & { periods?: Record<string, unknown>[] }

const definitions: Definitions = {
  timeZone: 'UTC',
  reportingCurrency: 'usd',
  discountPolicy: 'recurring',
  churnRecognition: 'at_end',
  pastDueGraceDays: null,
}

const instant = (text: string) => Date.parse(text) / 1000

function fromRaw({ discounts, ...rest }: RawSubscription): Subscription {
  if (!discounts) return rest
  const timed = discounts.map(({ start, end, ...discount }) => ({
    ...discount,
    ...(start === undefined ? {} : { start: instant(start) }),
    ...(end === undefined ? {} : { end: instant(end) }),
  }))
  return { ...rest, discounts: timed }
}

const ofKind = (kind: string) => examples<Input, Expected>(kind)

test.each(ofKind('subscription_mrr'))('MRR: %s', (_name, { input, expected }) => {
  const state = fromRaw(input.subscription ?? raise())
  const instants = [input.at ?? []].flat().map(instant)
  const figures = instants.map((at) => subscriptionMrr(state, at, definitions))
  expect(figures.map(({ mrr }) => mrr)).toEqual([expected['mrr']].flat())
  const items = figures.map((figure) => figure.items)
  expect(Array.isArray(input.at) ? items : items[0]).toEqual(expected['items'])
})

test.each(ofKind('account_snapshot'))('snapshot: %s', (_name, { input, expected }) => {
  const at = instant([input.at ?? []].flat()[0] ?? '')
  const customers = (input.subscriptions ?? []).map((raw) =>
    customerState(historyOf(raw.customer, [{ at, id: raw.id, raw }]), definitions, at),
  )
  const sum = (field: 'byCurrency' | 'trial' | 'atRisk' | 'committed') =>
    customers.reduce((total, customer) => total + (customer[field]['usd'] ?? 0), 0)
  const mrr = sum('byCurrency')
  const activeCustomers = customers.filter(({ byCurrency }) => (byCurrency['usd'] ?? 0) > 0).length
  expectFigures(
    {
      mrr,
      cmrr: sum('committed'),
      at_risk_mrr: sum('atRisk'),
      trial_mrr: sum('trial'),
      active_customers: activeCustomers,
      ...pointInTime({ mrr, activeCustomers }),
    },
    expected,
  )
})

test.each(ofKind('ledger'))('ledger: %s', (_name, { input, expected }) => {
  const events = input.events ?? []
  const rates: Rates = Object.fromEntries(
    Object.entries(input.rates ?? {}).map(([currency, days]) => [
      currency,
      Object.entries(days).map(([day, rate]) => ({ day, rate })),
    ]),
  )
  const histories = [...new Set(events.map(({ subscription }) => subscription.customer))].map((customer) =>
    historyOf(
      customer,
      events
        .filter(({ subscription }) => subscription.customer === customer)
        .map(({ id, created, subscription }) => ({ at: instant(created), id, raw: subscription })),
    ),
  )
  input.periods?.forEach(({ start, end }, index) => {
    const figures = ledgerFigures(histories, rates, start, addDays(end, -1))
    expectFigures(figures, expected.periods?.[index] ?? raise())
  })
})

function ledgerFigures(histories: CustomerHistory[], rates: Rates, from: string, to: string) {
  const until = endOfDay(to, definitions.timeZone)
  const all = histories.flatMap((history) => customerMovements(history, definitions, rates, until))
  const movements = all.filter(({ day }) => day >= from)
  const reportingCurrency = 'usd'
  const { total } = waterfall({
    rollups: foldMovements(all),
    from,
    to,
    interval: 'month',
    rates,
    reportingCurrency,
  })
  const opening = startOfDay(from, definitions.timeZone) - 1
  const startMrr: Record<string, number> = {}
  for (const history of histories) {
    expect(currenciesOf(history)).toHaveLength(1)
    const { byCurrency } = customerState(history, definitions, opening)
    for (const [currency, mrr] of Object.entries(byCurrency))
      startMrr[currency] = (startMrr[currency] ?? 0) + mrr
  }
  const startCustomers = total.customers_start
  const kept = retention({
    startMrr,
    startCustomers,
    movements,
    rollups: foldMovements(movements),
    from,
    rates,
    reportingCurrency,
  })
  const reasons = Object.entries(kept.churn_by_reason).filter(([, { mrr }]) => mrr > 0)
  return {
    ...total,
    ...kept,
    ...pointInTime({ mrr: total.end, activeCustomers: total.customers_end }),
    start_mrr: total.start,
    end_mrr: total.end,
    start_customers: total.customers_start,
    end_customers: total.customers_end,
    churn_by_reason: Object.fromEntries(reasons.map(([reason, { mrr }]) => [reason, mrr])),
    movements: movements.map(({ day, customer, type, amount }) => [day, customer, type, amount]),
  }
}

function historyOf(
  customer: string,
  facts: { at: number; id: string; raw: RawSubscription }[],
): CustomerHistory {
  const versions = facts.map(({ at, id, raw }) => ({
    at,
    state: fromRaw(raw),
    source: 'event' as const,
    causes: [id],
  }))
  return { customer, versions, discounts: [] }
}

function raise(): never {
  throw new Error('the example lacks an input')
}
