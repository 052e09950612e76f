/** What a figure is made of, row by row: the rows add up to it. */
import {
  addDays,
  apportion,
  movementEffect,
  rational,
  type ChurnReason,
  type Currency,
  type Day,
  type Movement,
} from '../metrics'
import { forEachPart, onceLong, type Book, type Part, type Range } from './book'
import { balanceOn, cashRows, fundsRows } from './cash'
import type { Effect, Made } from './definitions'
import { disputeRows } from './disputes'
import { StandingModel } from './model'
import { estimatedFees } from './fee-estimates'
import { moneyRows } from './money'
import { receivableRows } from './receivables'
import { emptyRow, largestFirst, newestFirst, shareOut, valued, type Row, type Share } from './rows'
import { selected } from './selection'
import { trialRows } from './trials'

const { ratio, multiply, add } = rational

/** What customers have at the end of a day, each with what was last told of them; who left has nothing. */
interface Balance {
  part: Part
  customer: string
  amounts: Map<Currency, number>
  last: Movement
}

/** At the end of each of these days: one reading of the movements for all of them. */
async function balancesAt(book: Book, ...days: Day[]): Promise<Balance[][]> {
  const last = days.reduce((latest, day) => (day > latest ? day : latest), '')
  const parts = await forEachPart(book, async (part) => {
    const ends = days.map((day) => ({ day, latest: new Map<string, Balance>() }))
    for await (const { movements, matches } of selected(part.view, '0000-01-01', last))
      for (const movement of movements) {
        const { customer, cells } = movement
        const amounts = new Map<Currency, number>()
        for (const cell of cells)
          if (cell.after > 0 && matches(cell, movement))
            amounts.set(cell.currency, (amounts.get(cell.currency) ?? 0) + cell.after)
        for (const { day, latest } of ends) {
          const known = latest.get(customer)
          if (movement.day > day || (known && known.last.day > movement.day)) continue
          latest.set(customer, { part, customer, amounts, last: movement })
        }
      }
    return ends.map(({ latest }) => [...latest.values()])
  })
  return days.map((_day, index) => parts.flatMap((ends) => ends[index] ?? []))
}

const isThere = ({ amounts }: Balance): boolean => amounts.size > 0

const customerRow = ({ part, customer, amounts, last }: Balance): Row =>
  emptyRow(part, customer, {
    id: `${part.account.accountId}:${customer}`,
    kind: 'customer',
    day: last.day,
    amounts: Object.fromEntries(amounts),
    subscriptions: last.subscriptions,
    objects: last.causes,
  })

async function balanceRows(book: Book, day: Day, count: boolean): Promise<Row[]> {
  const [all = []] = await balancesAt(book, day)
  const balances = all.filter(isThere)
  const shares: Share[] = []
  const rows = balances.map((balance) => {
    const row = customerRow(balance)
    if (count) row.value = 1
    else
      for (const [currency, amount] of balance.amounts) {
        const exact = valued(amount, currency, day, book.rates, book.currency)
        if (exact) shares.push({ row, group: currency, exact })
      }
    return row
  })
  shareOut(shares)
  return rows
}

const CUSTOMERS: Partial<Record<Effect, string>> = {
  new: 'new',
  reactivation: 'reactivated',
  churn: 'churned',
  transfer_in: 'transferred_in',
  transfer_out: 'transferred_out',
}

/** What a movement did by one effect: minor units per currency, positive as the figure counts it. */
function amountsOf(
  movement: Movement,
  { currencies }: NonNullable<ReturnType<typeof movementEffect>>,
  effect: Effect,
): [Currency, number][] {
  return [...currencies].flatMap(([currency, { typed, transfer }]): [Currency, number][] => {
    if (effect === 'transfer_in') return transfer > 0 ? [[currency, transfer]] : []
    if (effect === 'transfer_out') return transfer < 0 ? [[currency, -transfer]] : []
    if (movement.type !== effect || typed === 0) return []
    return [[currency, effect === 'contraction' || effect === 'churn' ? -typed : typed]]
  })
}

async function movementRows(
  book: Book,
  { from, to }: Range,
  { effects, count, reason }: Extract<Made, { of: 'movements' }>,
): Promise<Row[]> {
  const rows: Row[] = []
  const shares: (Share & { reason: ChurnReason | null })[] = []
  await forEachPart(book, async (part) => {
    for await (const { movements, matches } of selected(part.view, from, to))
      for (const movement of movements) {
        const effect = movementEffect(movement, (cell) => matches(cell, movement))
        if (!effect) continue
        const { customer, day, type, subscriptions, causes: objects } = movement
        const id = `${part.account.accountId}:${customer}:${day}`
        const row = emptyRow(part, customer, { id, kind: 'movement', day, type, subscriptions, objects })
        const came = effects.some((one) => CUSTOMERS[one] === effect.customers)
        const amounts = effects.flatMap((one) =>
          amountsOf(movement, effect, one).map((amount) => [one, ...amount] as const),
        )
        const wanted = reason === undefined || movement.reason === reason
        if (count ? came && wanted : amounts.length > 0 && wanted) rows.push(row)
        if (count) row.value = 1
        for (const [one, currency, amount] of amounts) {
          row.amounts[currency] = (row.amounts[currency] ?? 0) + amount
          const exact = valued(amount, currency, day, book.rates, book.currency)
          if (exact && !count)
            shares.push({ row, group: `${day} ${currency} ${one}`, exact, reason: movement.reason })
        }
      }
  })
  if (reason === undefined) shareOut(shares)
  else shareOutReason(shares, reason)
  return newestFirst(rows)
}

/** K9: a day's churn is rounded for all reasons together, then within one. */
function shareOutReason(
  shares: readonly (Share & { reason: ChurnReason | null })[],
  wanted: ChurnReason,
): void {
  const REASONS = ['voluntary', 'involuntary', 'paused'] as const
  for (const group of new Set(shares.map((share) => share.group))) {
    const own = shares.filter((share) => share.group === group)
    const sums = REASONS.map((reason) =>
      own
        .filter((share) => share.reason === reason)
        .reduce((sum, { exact }) => add(sum, exact), rational.ZERO),
    )
    const index = REASONS.indexOf(wanted)
    const [whole, target] = [sums[index] ?? rational.ZERO, apportion(sums).shares[index] ?? 0]
    if (whole.n === 0n) continue
    const fitting = own.filter(({ reason }) => reason === wanted)
    const { shares: parts } = apportion(
      fitting.map(({ exact }) => rational.divide(multiply(exact, ratio(target)), whole)),
    )
    for (const [at, { row }] of fitting.entries()) row.value += parts[at] ?? 0
  }
}

/** K3, K5, K6: of each customer of the start, what is there at the end. */
async function keptRows(book: Book, { from, to }: Range, what: 'net' | 'gross' | 'lost'): Promise<Row[]> {
  const opening = addDays(from, -1)
  const [start = [], end = []] = await balancesAt(book, opening, to)
  const idOf = ({ part, customer }: Balance) => `${part.account.accountId}:${customer}`
  const later = new Map(end.map((balance) => [idOf(balance), balance]))
  const sum = (amounts: ReadonlyMap<Currency, number>) => {
    let total = rational.ZERO
    for (const [currency, amount] of amounts)
      total = add(total, valued(amount, currency, opening, book.rates, book.currency) ?? rational.ZERO)
    return total
  }
  const shares: Share[] = []
  const rows = start.filter(isThere).flatMap((balance) => {
    const after = later.get(idOf(balance)) ?? balance
    const row = customerRow(after)
    if (what === 'lost')
      return isThere(after) ? [] : [{ ...row, value: 1, amounts: Object.fromEntries(balance.amounts) }]
    const [s, e] = [sum(balance.amounts), sum(after.amounts)]
    const least = what === 'gross' && rational.compare(e, s) > 0 ? s : e
    shares.push({ row, group: '', exact: least })
    return [row]
  })
  shareOut(shares)
  return rows
}

async function standingRows(book: Book, field: 'trial' | 'atRisk' | 'committed'): Promise<Row[]> {
  const rows: Row[] = []
  const shares: Share[] = []
  await forEachPart(book, async (part) => {
    for await (const standing of StandingModel.find().lean().cursor()) {
      const amounts = standing[field]
      if (Object.keys(amounts).length === 0) continue
      const id = `${part.account.accountId}:${standing.customer}`
      const row = emptyRow(part, standing.customer, { id, kind: 'customer', amounts })
      rows.push(row)
      for (const [currency, amount] of Object.entries(amounts)) {
        const exact = valued(amount, currency, book.today, book.rates, book.currency)
        if (exact) shares.push({ row, group: currency, exact })
      }
    }
  })
  shareOut(shares)
  return rows
}

/** The rows of a figure that is made of rows, largest first but movements, newest first. */
export async function evidenceRows(book: Book, range: Range, made: Made): Promise<Row[]> {
  // made of copies that may change without a change of the MRR
  if (made.of === 'receivables') return receivableRows(book, range, made)
  if (made.of === 'funds') return fundsRows(book, made.what)
  if (made.of === 'disputes' || made.of === 'card_payments' || made.of === 'fraud_warnings')
    return disputeRows(book, range, made)
  if (made.of === 'trials') return trialRows(book, range, made.which)
  if (made.of === 'estimates') return (await estimatedFees(book, range))?.rows ?? []
  return onceLong(book, `evidence:${range.from}:${range.to}:${JSON.stringify(made)}`, async () => {
    switch (made.of) {
      case 'balance':
        return largestFirst(
          await balanceRows(
            book,
            made.at === 'start' ? addDays(range.from, -1) : range.to,
            made.count ?? false,
          ),
        )
      case 'movements':
        return movementRows(book, range, made)
      case 'kept':
        return largestFirst(await keptRows(book, range, made.what))
      case 'standings':
        return largestFirst(await standingRows(book, made.field))
      case 'cash_balance':
        return balanceOn(book, made.at === 'start' ? addDays(range.from, -1) : range.to)
      case 'cash':
        return cashRows(book, range, made.move)
      case 'money':
        return moneyRows(book, range, made.figure)
      default:
        return []
    }
  })
}
