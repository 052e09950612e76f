/** Cash: what there is, what is on its way, and what came and went (F1 to F5). */
import { addDays, dayNumber, periodsOf } from './local-day'
import type { Interval } from './local-day'
import type { MoneyRollup } from './money'
import { Reported } from './reported'
import type { Currency, Day, Rates } from './types'

/** Money that turns available on a day: Stripe's `available_on`, which is always a midnight in UTC. Minor units. */
export interface PendingFunds {
  available_on: Day
  net: number
}

/** Minor units. */
export interface CashPosition {
  available: number
  pending: number
  in_transit: number
  total_funds: number
}

/** What there is, payouts that have not arrived included (F1, F2). Amounts of one currency, minor units. */
export function cashPosition({
  available,
  pending,
  payouts,
}: {
  available: number
  pending: number
  payouts: readonly { amount: number; status: string }[]
}): CashPosition {
  const in_transit = payouts
    .filter(({ status }) => status === 'pending' || status === 'in_transit')
    .reduce((sum, { amount }) => sum + amount, 0)
  return { available, pending, in_transit, total_funds: available + pending + in_transit }
}

/** Stripe's payout schedule. */
export interface PayoutSchedule {
  interval: string
  /** Lower-case English names. */
  weekly_payout_days?: readonly string[]
  /** 1 to 31; in a shorter month its last day. */
  monthly_payout_days?: readonly number[]
}

export interface ExpectedPayoutsInput {
  available: number
  pending: readonly PendingFunds[]
  schedule: PayoutSchedule
  /** Payouts are expected after this day, for so many days. Days in UTC. */
  today: Day
  horizonDays: number
}

/**
 * Payouts by schedule, days ascending: the first takes what is available, each what became available since (F3). What is
 * not above 0 is carried over. Bank holidays are not modelled.
 */
export function expectedPayouts(input: ExpectedPayoutsInput): { day: Day; amount: number }[] {
  const { available, pending, schedule, today, horizonDays } = input
  const coming = [...pending].sort((a, b) => (a.available_on < b.available_on ? -1 : 1))
  const payouts: { day: Day; amount: number }[] = []
  let amount = available
  let next = 0
  for (const day of payoutDays(schedule, today, addDays(today, horizonDays))) {
    for (let one = coming[next]; one && one.available_on <= day; one = coming[++next]) amount += one.net
    if (amount <= 0) continue
    payouts.push({ day, amount })
    amount = 0
  }
  return payouts
}

/** The days of payouts after `today` up to `last`, a weekend moved to its Monday (F3); ascending, none twice. */
function payoutDays(schedule: PayoutSchedule, today: Day, last: Day): Day[] {
  const days = new Set<Day>()
  // A Saturday's payout is made two days later, so it may lie before the first day.
  for (let day = addDays(today, -1); day <= last; day = addDays(day, 1)) {
    if (!isPayoutDay(day, schedule)) continue
    const weekday = WEEKDAYS[weekdayOf(day)]
    const paid = weekday === 'saturday' ? addDays(day, 2) : weekday === 'sunday' ? addDays(day, 1) : day
    if (paid > today && paid <= last) days.add(paid)
  }
  return [...days].sort()
}

const WEEKDAYS = ['thursday', 'friday', 'saturday', 'sunday', 'monday', 'tuesday', 'wednesday']

/** 0 is 1970-01-01's, a Thursday. */
function weekdayOf(day: Day): number {
  return ((dayNumber(day) % 7) + 7) % 7
}

function isPayoutDay(day: Day, schedule: PayoutSchedule): boolean {
  const { interval, weekly_payout_days: weekly = [], monthly_payout_days: monthly = [] } = schedule
  const weekday = WEEKDAYS[weekdayOf(day)] ?? ''
  if (interval === 'daily') return weekday !== 'saturday' && weekday !== 'sunday'
  if (interval === 'weekly') return weekly.includes(weekday)
  if (interval !== 'monthly') return false
  const date = Number(day.slice(8))
  const isLast = addDays(day, 1).endsWith('-01')
  return monthly.some((wanted) => wanted === date || (isLast && wanted > date))
}

/** A renewal that is due. Shares are fractions of 1 from the models (S3, D2, D3). */
export interface ComingRenewal {
  day: Day
  /** Minor units, like the fee (V5). */
  amount: number
  estimated_fee: number
  /** That the customer leaves before. */
  hazard: number
}

export interface ExpectedInflowInput {
  renewals: readonly ComingRenewal[]
  failureRate: number
  recoveryRate: number
  settlementDelayDays: number
}

/** What renewals are expected to bring, by the day on which it is available, ascending (F4); one rounding per day. */
export function expectedInflow(input: ExpectedInflowInput): { day: Day; amount: number }[] {
  const { renewals, failureRate, recoveryRate, settlementDelayDays } = input
  const paid = 1 - failureRate * (1 - recoveryRate)
  const days = new Map<Day, number>()
  for (const { day, amount, estimated_fee, hazard } of renewals) {
    const settles = addDays(day, settlementDelayDays)
    days.set(settles, (days.get(settles) ?? 0) + amount * (1 - hazard) * paid - estimated_fee)
  }
  return [...days]
    .map(([day, amount]) => ({ day, amount: Math.round(amount) + 0 }))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** One period, reporting minor units. `opening + inflow - outflow - payouts + fx = closing` (F5, W6). */
export interface CashFlowRow {
  date: Day
  end_date: Day
  opening: number
  /** Net of the categories that brought money on a day, and of those that took some. */
  inflow: number
  outflow: number
  payouts: number
  /** What exchange rates alone changed; 0 with one currency. */
  fx: number
  closing: number
}

export interface CashFlowInput {
  /** All of them from the first transaction on: they make the opening balance. Days ascending. */
  rollups: readonly MoneyRollup[]
  /** Both inclusive. */
  from: Day
  to: Day
  interval: Interval
  rates: Rates
  reportingCurrency: Currency
}

export interface CashFlow {
  rows: CashFlowRow[]
  /** Currencies left out on at least one day for want of a rate, sorted (C5). */
  fx_missing: Currency[]
}

/** Payouts that failed or were taken back come in as a reversal. */
const PAYOUTS = new Set(['payout', 'payout_reversal'])

export type CashMove = 'inflow' | 'outflow' | 'payouts'

/** What the net of a category's day is, and the sign by which it counts there. */
export function cashMove(category: string, net: number): { move: CashMove; sign: 1 | -1 } {
  if (PAYOUTS.has(category)) return { move: 'payouts', sign: -1 }
  return net > 0 ? { move: 'inflow', sign: 1 } : { move: 'outflow', sign: -1 }
}

/**
 * How the balance, available and pending together, came about (F5). What moved counts at the rate of its day, a balance
 * at that of its own (C5).
 */
export function cashFlow(input: CashFlowInput): CashFlow {
  const { rollups, from, to, interval, rates, reportingCurrency } = input
  const reported = new Reported(rates, reportingCurrency)
  const balances: Record<Currency, number> = {}
  let next = 0
  const advanceTo = (last: Day) => {
    const moved: Record<CashMove, number> = { inflow: 0, outflow: 0, payouts: 0 }
    for (let rollup = rollups[next]; rollup && rollup.day <= last; rollup = rollups[++next])
      for (const [currency, categories] of Object.entries(rollup.currencies))
        for (const [category, { net }] of Object.entries(categories)) {
          balances[currency] = (balances[currency] ?? 0) + net
          if (rollup.day < from) continue
          const { move, sign } = cashMove(category, net)
          moved[move] += sign * (reported.value(net, currency, rollup.day) ?? 0)
        }
    return moved
  }
  const standing = (day: Day) =>
    Object.entries(balances).reduce(
      (sum, [currency, amount]) => sum + (reported.value(amount, currency, day) ?? 0),
      0,
    )
  advanceTo(addDays(from, -1))
  let opening = standing(addDays(from, -1))
  const rows = [...periodsOf(from, to, interval)].map(({ date, end_date }): CashFlowRow => {
    const moved = advanceTo(end_date)
    const closing = standing(end_date)
    const fx = closing - (opening + moved.inflow - moved.outflow - moved.payouts)
    const row = { date, end_date, opening, ...moved, fx, closing }
    opening = closing
    return row
  })
  return { rows, fx_missing: reported.fxMissing }
}
