/** What the accounts hold, what is on its way, what will be paid out, and how it came about (F1, F2, F3, F5). */
import type Stripe from 'stripe'
import { funds, payoutsInTransit, settling, type Funds } from '../ledger/service'
import {
  cashFlow,
  cashMove,
  cashPosition,
  convert,
  convertSum,
  dayOf,
  expectedPayouts,
  type CashFlowRow,
  type CashMove,
  type Currency,
  type Day,
  type Interval,
  type PendingFunds,
} from '../metrics'
import { forEachPart, type Book, type Part, type Range } from './book'
import { forEachTransaction, moneyOfDays, moneyOfPart, untilOf, type Values } from './money'
import { emptyRow, largestFirst, newestFirst, shareOut, valued, type Row, type Share } from './rows'

/** Days ahead for which payouts are expected: a monthly one is among them. */
export const PAYOUT_DAYS = 35
/** Balances are made of all that ever moved. */
const SINCE_EVER: Day = '0000-01-01'

/** What an account holds now, and what goes to its bank. */
interface Holding {
  part: Part
  /** Null while the balance was never read. */
  funds: Funds | null
  settling: Map<Currency, PendingFunds[]>
  payouts: Stripe.Payout[]
}

/** What stands now; null where the past is asked for, of which nothing is kept, or a part of the MRR. */
async function holdingsOf(book: Book): Promise<Holding[] | null> {
  if (book.slices.length > 0 || untilOf(book) !== undefined) return null
  return forEachPart(book, async (part) => {
    const own = await funds()
    return {
      part,
      funds: own,
      settling: own ? await settling(own.asOf) : new Map(),
      payouts: await payoutsInTransit(),
    }
  })
}

const currenciesOf = ({ funds: own, payouts }: Holding): Currency[] =>
  [
    ...new Set([
      ...Object.keys(own?.available ?? {}),
      ...Object.keys(own?.pending ?? {}),
      ...payouts.map(({ currency }) => currency),
    ]),
  ].sort()

/** Payouts by each account's schedule (F3), each converted for itself at today's rate. */
function expectedOf({ now, rates, currency: reporting, today }: Book, holdings: readonly Holding[]) {
  const utcToday = dayOf(now, 'UTC')
  return holdings.flatMap(({ part, funds: own, settling: pending }) => {
    if (!own?.schedule) return []
    const { available, schedule } = own
    const currencies = new Set([...Object.keys(available), ...pending.keys()])
    return [...currencies].sort().flatMap((currency) =>
      expectedPayouts({
        available: available[currency] ?? 0,
        pending: pending.get(currency) ?? [],
        ...{ schedule, today: utcToday, horizonDays: PAYOUT_DAYS },
      }).map(({ day, amount }) => ({
        ...{ part, day, currency, amount },
        value: convert(amount, currency, today, rates, reporting),
      })),
    )
  })
}

/** F1 to F3: what there is now, by currency and in the reporting currency. */
export async function fundsOf(book: Book) {
  const holdings = await holdingsOf(book)
  const known = holdings?.filter(({ funds: own }) => own !== null) ?? []
  if (!holdings || known.length === 0)
    return { values: {}, missing: [], balances: [], payout_schedules: [], expected_payouts: [] }
  const byCurrency = new Map<Currency, { available: number; pending: number; payouts: Stripe.Payout[] }>()
  for (const holding of holdings)
    for (const currency of currenciesOf(holding)) {
      const sum = byCurrency.get(currency) ?? { available: 0, pending: 0, payouts: [] }
      byCurrency.set(currency, {
        available: sum.available + (holding.funds?.available[currency] ?? 0),
        pending: sum.pending + (holding.funds?.pending[currency] ?? 0),
        payouts: [...sum.payouts, ...holding.payouts.filter((payout) => payout.currency === currency)],
      })
    }
  const balances = [...byCurrency].map(([currency, held]) => ({ currency, ...cashPosition(held) }))
  const sum = (of: 'available' | 'pending' | 'in_transit') =>
    convertSum(
      Object.fromEntries(balances.map((balance) => [balance.currency, balance[of]])),
      ...[book.today, book.rates, book.currency],
    )
  const [available, pending, transit] = [sum('available'), sum('pending'), sum('in_transit')]
  const expected = expectedOf(book, known)
  const values = {
    available_funds: available.value,
    pending_funds: pending.value,
    funds_in_transit: transit.value,
    total_funds: available.value + pending.value + transit.value,
    expected_payouts: known.some(({ funds: own }) => own?.schedule)
      ? expected.reduce((total, { value }) => total + (value ?? 0), 0)
      : null,
  } satisfies Values
  return {
    values,
    missing: balances.map(({ currency }) => currency).filter((one) => !isValued(book, one)),
    balances,
    payout_schedules: known.map(({ part, funds: own }) => ({
      account: part.account.accountId,
      interval: own?.schedule?.interval ?? null,
    })),
    expected_payouts: expected.map(({ part, day: date, currency, amount, value }) => ({
      ...{ account: part.account.accountId, date, currency, amount, value },
    })),
  }
}

const isValued = ({ today, rates, currency: reporting }: Book, currency: Currency): boolean =>
  convert(0, currency, today, rates, reporting) !== null

/** F1 to F3: what a figure of the present is made of, the largest first; payouts to come by day. */
export async function fundsRows(
  book: Book,
  what: 'available' | 'pending' | 'in_transit' | 'expected',
): Promise<Row[]> {
  const holdings = (await holdingsOf(book)) ?? []
  if (what === 'expected')
    return expectedOf(book, holdings).flatMap(({ part, day, currency, amount, value }) => {
      const id = `${part.account.accountId}:${currency}:${day}`
      const row = { id, kind: 'expected_payout', day, amounts: { [currency]: amount } } as const
      return value === null ? [] : [emptyRow(part, null, { ...row, value })]
    })
  const shares: Share[] = []
  const share = (row: Row, currency: Currency, amount: number) => {
    const exact = valued(amount, currency, book.today, book.rates, book.currency)
    if (exact) shares.push({ row, group: currency, exact })
    return exact ? [row] : []
  }
  const rows = holdings.flatMap(({ part, funds: own, payouts }) => {
    if (what === 'in_transit')
      return payouts.flatMap(({ id, currency, amount, arrival_date, status: type }) => {
        const day = dayOf(arrival_date, 'UTC')
        const amounts = { [currency]: amount }
        return share(
          emptyRow(part, null, { id, kind: 'payout', day, type, amounts, objects: [id] }),
          currency,
          amount,
        )
      })
    return Object.entries(own?.[what] ?? {}).flatMap(([currency, amount]) =>
      share(balanceRow(part, currency, amount), currency, amount),
    )
  })
  shareOut(shares)
  return largestFirst(rows)
}

const balanceRow = (part: Part, currency: Currency, amount: number): Row =>
  emptyRow(part, null, {
    id: `${part.account.accountId}:${currency}`,
    kind: 'balance',
    amounts: { [currency]: amount },
  })

/** F5: how the balance came about, in a range and in each of its intervals. It belongs to no part of the MRR. */
export async function cashFlowOf(book: Book, range: Range, interval: Interval = 'month') {
  if (book.slices.length > 0) return { rows: [], total: {}, missing: [] }
  const rollups = await moneyOfDays(book, { from: SINCE_EVER, to: range.to })
  const { rates, currency: reportingCurrency } = book
  const { rows, fx_missing } = cashFlow({ rollups, ...range, interval, rates, reportingCurrency })
  const sum = (of: 'inflow' | 'outflow' | 'payouts' | 'fx') => rows.reduce((all, row) => all + row[of], 0)
  const total = {
    opening: rows[0]?.opening ?? 0,
    ...{ inflow: sum('inflow'), outflow: sum('outflow'), payouts: sum('payouts'), fx: sum('fx') },
    closing: rows.at(-1)?.closing ?? 0,
  }
  return {
    rows: rows.map((row) => ({ from: row.date, to: row.end_date, values: figuresOf(row) })),
    total: figuresOf(total),
    missing: fx_missing,
  }
}

const figuresOf = (row: Omit<CashFlowRow, 'date' | 'end_date'>) =>
  ({
    opening_balance: row.opening,
    money_in: row.inflow,
    money_out: row.outflow,
    paid_out: row.payouts,
    balance_fx: row.fx,
    closing_balance: row.closing,
  }) satisfies Values

/** The balance of each account and currency at the end of a day, by all that moved until then; the largest first. */
export async function balanceOn(book: Book, day: Day): Promise<Row[]> {
  if (book.slices.length > 0) return []
  const shares: Share[] = []
  const parts = await forEachPart(book, async (part) => {
    const sums: Record<Currency, number> = {}
    for (const { currencies } of await moneyOfPart(book, part, { from: SINCE_EVER, to: day }))
      for (const [currency, categories] of Object.entries(currencies))
        for (const { net } of Object.values(categories)) sums[currency] = (sums[currency] ?? 0) + net
    return Object.entries(sums).flatMap(([currency, amount]) => {
      const exact = valued(amount, currency, day, book.rates, book.currency)
      const row = balanceRow(part, currency, amount)
      if (exact) shares.push({ row, group: currency, exact })
      return exact ? [row] : []
    })
  })
  shareOut(shares)
  return largestFirst(parts.flat())
}

/** The transactions by which money came, went or was paid out (F5), newest first; rounded by day and category. */
export async function cashRows(book: Book, range: Range, wanted: CashMove): Promise<Row[]> {
  if (book.slices.length > 0) return []
  const days = new Map((await moneyOfDays(book, range)).map(({ day, currencies }) => [day, currencies]))
  const shares: Share[] = []
  const rows: Row[] = []
  await forEachTransaction(book, range, (part, day, object) => {
    const { id, currency, net, reporting_category: type, source } = object
    const { move, sign } = cashMove(type, days.get(day)?.[currency]?.[type]?.net ?? 0)
    const exact = valued(sign * net, currency, day, book.rates, book.currency)
    if (move !== wanted || net === 0 || !exact) return
    const objects = typeof source === 'string' ? [id, source] : [id]
    const amounts = { [currency]: sign * net }
    const row = emptyRow(part, null, { id, kind: 'balance_transaction', day, type, amounts, objects })
    shares.push({ row, group: `${day} ${currency} ${type}`, exact })
    rows.push(row)
  })
  shareOut(shares)
  return newestFirst(rows)
}
