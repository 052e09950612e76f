/** What moved on the balance (V1 to V4, V6): the figures of a range, and the transactions that they are made of. */
import type Stripe from 'stripe'
import { trusted } from '../database/query'
import { scopedId } from '../database/scope'
import { BalanceTransactionModel } from '../ledger/model'
import { MONEY_FIELDS, moneyRollups } from '../ledger/rollups'
import {
  dayOf,
  endOfDay,
  isOfPayments,
  isPayment,
  mergeMoney,
  moneyTerms,
  startOfDay,
  volume,
  type Currency,
  type Day,
  type Instant,
  type MoneyFigure,
  type MoneyRollup,
} from '../metrics'
import { ChargeModel, DisputeModel, RefundModel } from '../payments/model'
import { forEachPart, once, type Book, type Part, type Range } from './book'
import type { FigureName } from './definitions'
import { emptyRow, newestFirst, shareOut, valued, type Row, type Share } from './rows'

/** Of a transaction, what rows are made of. */
const FIELDS = { ...MONEY_FIELDS, 'object.id': 1, 'object.source': 1 }

/** Figures by name; those that the question has none of are absent. */
export type Values = Partial<Record<FigureName, number | null>>

/** What moved never changes: what was known at a moment is what had moved by then. */
export function untilOf({ asked: { at, known_at } }: Book): Instant | undefined {
  const moments = [at, known_at].filter((one) => one !== undefined)
  return moments.length > 0 ? Math.min(...moments) : undefined
}

/** The days of a range, of the account in scope. */
export const moneyOfPart = (book: Book, { account }: Part, range: Range): Promise<MoneyRollup[]> =>
  moneyRollups(range, account.definitions.timeZone, untilOf(book))

/** The days of a range, of all accounts of the book together; each account's days are its own. */
export const moneyOfDays = (book: Book, range: Range): Promise<MoneyRollup[]> =>
  once(book, `money:${range.from}:${range.to}`, async () => {
    const parts = await forEachPart(book, (part) => moneyOfPart(book, part, range))
    return parts.reduce(mergeMoney)
  })

/** The figures of a range, of roll-ups that hold it. */
export function moneyFigures({ rates, currency }: Book, range: Range, rollups: readonly MoneyRollup[]) {
  const { charges, effective_fee_bp, refund_rate_bp, fx_missing, ...figures } = volume({
    ...{ rollups, rates, reportingCurrency: currency },
    ...range,
  })
  const values = {
    ...figures,
    payments: charges,
    effective_fee_rate: effective_fee_bp,
    refund_rate: refund_rate_bp,
  } satisfies Values
  return { values, missing: fx_missing }
}

/** The figures of a range. What moved belongs to no part of the MRR: a slice has none. */
export async function moneyOf(book: Book, range: Range): Promise<{ values: Values; missing: Currency[] }> {
  if (book.slices.length > 0) return { values: {}, missing: [] }
  return moneyFigures(book, range, await moneyOfDays(book, range))
}

/** Shows `work` what moved on the balance in a range. */
export async function forEachTransaction(
  book: Book,
  { from, to }: Range,
  work: (part: Part, day: Day, object: Stripe.BalanceTransaction) => void,
): Promise<void> {
  await forEachPart(book, async (part) => {
    const { timeZone } = part.account.definitions
    const until = Math.min(endOfDay(to, timeZone) - 1, untilOf(book) ?? Infinity)
    const created = trusted({ $gte: startOfDay(from, timeZone), $lte: until })
    for await (const { object } of BalanceTransactionModel.find({ 'object.created': created })
      .select(FIELDS)
      .lean()
      .cursor())
      if (isOfPayments(object)) work(part, dayOf(object.created, timeZone), object)
  })
}

/**
 * The balance transactions of a figure, newest first. As in `volume`, a category's amounts and fees of a day are each
 * rounded together.
 */
export async function moneyRows(book: Book, range: Range, wanted: MoneyFigure | 'payments'): Promise<Row[]> {
  if (book.slices.length > 0) return []
  const rows: Row[] = []
  const shares: Share[] = []
  await forEachTransaction(book, range, (part, day, object) => {
    const { id, currency, reporting_category: type, source } = object
    const objects = typeof source === 'string' ? [id, source] : [id]
    const row = emptyRow(part, null, { id, kind: 'balance_transaction', day, type, objects })
    if (wanted === 'payments') {
      if (!isPayment(type) || !valued(0, currency, day, book.rates, book.currency)) return
      row.value = 1
      row.amounts[currency] = object.amount
      rows.push(row)
      return
    }
    for (const { of, sign } of moneyTerms(type).filter(({ figure }) => figure === wanted)) {
      const amount = sign * object[of]
      const exact = valued(amount, currency, day, book.rates, book.currency)
      if (amount === 0 || !exact) continue
      row.amounts[currency] = (row.amounts[currency] ?? 0) + amount
      shares.push({ row, group: `${day} ${currency} ${type} ${of}`, exact })
    }
    if (currency in row.amounts) rows.push(row)
  })
  shareOut(shares)
  return newestFirst(rows)
}

const CHARGE = { id: 1, 'object.charge': 1 }
const CUSTOMER = { id: 1, 'object.customer': 1 }

/** The same rows with the customer whose payment each is about. */
export async function withPayers(book: Book, rows: readonly Row[]): Promise<Row[]> {
  const payers = new Map<string, string>()
  await forEachPart(book, async ({ account }) => {
    const ids = rows.filter((row) => row.account === account.accountId).flatMap(({ objects }) => objects)
    if (ids.length === 0) return
    const charges = new Map(ids.map((id) => [id, id]))
    const about = { _id: trusted({ $in: ids.map(scopedId) }) }
    for (const { id, object } of [
      ...(await RefundModel.find(about).select(CHARGE).lean()),
      ...(await DisputeModel.find(about).select(CHARGE).lean()),
    ])
      if (typeof object.charge === 'string') charges.set(id, object.charge)
    const paid = await ChargeModel.find({ _id: trusted({ $in: [...charges.values()].map(scopedId) }) })
      .select(CUSTOMER)
      .lean()
    const customers = new Map(paid.map(({ id, object }) => [id, object.customer]))
    for (const [id, charge] of charges) {
      const customer = customers.get(charge)
      if (typeof customer === 'string') payers.set(`${account.accountId}:${id}`, customer)
    }
  })
  return rows.map((row) => {
    const [, source = ''] = row.objects
    return { ...row, customer: row.customer ?? payers.get(`${row.account}:${source}`) ?? null }
  })
}
