/** What the first look at the desk holds beside the figures: what to act on, who moved the MRR, what came last. */
import { compared, comparedWith } from '../analytics/answers'
import {
  coverage,
  forEachPart,
  once,
  rangeOf,
  type Book,
  type OpenBook,
  type Wanted,
} from '../analytics/book'
import { FIGURES, type FigureName } from '../analytics/definitions'
import { evidenceRows } from '../analytics/evidence'
import { evidenceLink } from '../analytics/links'
import { moneyOf } from '../analytics/money'
import { customerNames } from '../analytics/names'
import type { KnownRangeQuery, RangeQuery } from '../analytics/schema'
import type { ApprovalService } from '../approvals/service'
import { maySee } from '../database/scope'
import { convertSum, type Currency } from '../metrics'
import { countAll, LATEST, latestPayments, latestSubscriptions } from './activity'
import { expiringCards, failedPayments, NAMED, openDisputes, type Group } from './attention'
import type { Activity, Attention, AttentionQuery, Movers, NeedsAttention } from './schema'

/** Customers that are named of each kind of movement. */
const TOP = 3

interface Owned {
  account: string
  customer: string | null
}

/** The same with the names of the customers, for whoever may read them. */
async function named<T extends Owned>(
  book: Book,
  rows: readonly T[],
): Promise<(T & { customer_name: string | null })[]> {
  const names = await customerNames(book, rows)
  return rows.map((row) => ({ ...row, customer_name: names.get(`${row.account}:${row.customer}`) ?? null }))
}

/** Of each account of a book, with whose it is. */
async function ofParts<T extends object>(
  book: Book,
  find: () => Promise<T[]>,
): Promise<(T & { account: string })[]> {
  const parts = await forEachPart(book, async ({ account: { accountId: account } }) =>
    (await find()).map((one) => ({ ...one, account })),
  )
  return parts.flat()
}

export function createOverviewService({ open, approvals }: { open: OpenBook; approvals: ApprovalService }) {
  /** All of a kind in one line, in the currency of the book (C5). */
  async function summed(
    book: Book,
    kind: Attention['kind'],
    find: () => Promise<Group[]>,
    missing: Set<Currency>,
  ): Promise<Attention[]> {
    const groups = await ofParts(book, find)
    if (groups.length === 0) return []
    const inBook = (amount: number, currency: Currency) => {
      const { value, fxMissing } = convertSum({ [currency]: amount }, book.today, book.rates, book.currency)
      for (const one of fxMissing) missing.add(one)
      return value
    }
    const dues = groups.flatMap(({ due }) => (due === null ? [] : [due]))
    const cases = groups
      .flatMap(({ account, cases: own }) => own.map((one) => ({ ...one, account })))
      .map((one) => ({ one, due: one.due ?? Infinity, worth: inBook(one.amount, one.currency) }))
      .sort((a, b) => (a.due === b.due ? b.worth - a.worth : a.due - b.due))
      .slice(0, NAMED)
    return [
      {
        object: 'attention',
        kind,
        count: groups.reduce((sum, { count }) => sum + count, 0),
        amount: groups.reduce((sum, { amount, currency }) => sum + inBook(amount, currency), 0),
        due: dues.length > 0 ? Math.min(...dues) : null,
        cases: await named(
          book,
          cases.map(({ one }) => one),
        ),
      },
    ]
  }

  async function waitingApprovals(): Promise<Attention[]> {
    const count = maySee('approvals:read') ? await approvals.countWaiting() : 0
    return count === 0
      ? []
      : [{ object: 'attention', kind: 'approvals', count, amount: null, due: null, cases: [] }]
  }

  /** The customers whose movements of a kind came to most (W3). */
  async function topOf(book: Book, range: { from: string; to: string }, name: FigureName) {
    const largest = await once(book, `movers:${name}:${range.from}:${range.to}`, async () => {
      const sums = new Map<string, Owned & { value: number; day: string }>()
      for (const { account, customer, value, day } of await evidenceRows(book, range, FIGURES[name].made)) {
        const known = sums.get(`${account}:${customer}`)
        // rows are newest first
        if (known) known.value += value
        else sums.set(`${account}:${customer}`, { account, customer, value, day: day ?? range.to })
      }
      return [...sums.values()].sort((a, b) => b.value - a.value).slice(0, TOP)
    })
    return { evidence: evidenceLink(book, name, range), data: await named(book, largest) }
  }

  return {
    /** What needs somebody now, the most urgent kind first. */
    async needsAttention(query: AttentionQuery & Wanted): Promise<NeedsAttention> {
      const book = await open(query)
      const missing = new Set<Currency>()
      const data = [
        ...(await summed(book, 'disputes', openDisputes, missing)),
        ...(await summed(book, 'failed_payments', failedPayments, missing)),
        ...(await waitingApprovals()),
        ...(await summed(book, 'expiring_cards', expiringCards, missing)),
      ]
      return {
        object: 'list',
        url: '/v1/analytics/needs_attention',
        has_more: false,
        data,
        ...coverage(book, { from: book.today, to: book.today }, [...missing]),
      }
    },

    /** Who moved MRR most in a range. */
    async movers(query: RangeQuery & Wanted): Promise<Movers> {
      const book = await open(query)
      const range = rangeOf(query, book.today)
      return {
        object: 'analytics.movers',
        ...coverage(book, range),
        period: range,
        new: await topOf(book, range, 'new_mrr'),
        expansion: await topOf(book, range, 'expansion_mrr'),
        churn: await topOf(book, range, 'churned_mrr'),
      }
    },

    /** What there is, and what came last. */
    async activity(query: KnownRangeQuery & Wanted): Promise<Activity> {
      const book = await open(query)
      const range = rangeOf(query, book.today)
      const before = comparedWith(query, range)
      const latest = <T extends { created: number }>(rows: T[]) =>
        rows.sort((a, b) => b.created - a.created).slice(0, LATEST)
      const [now, then] = [await moneyOf(book, range), await moneyOf(book, before)]
      const counts = await forEachPart(book, countAll)
      const sum = (of: keyof Activity['counts']) => counts.reduce((total, one) => total + one[of], 0)
      return {
        object: 'analytics.activity',
        ...coverage(book, before, [...now.missing, ...then.missing]),
        reconstructed: false,
        period: range,
        previous_period: before,
        counts: {
          products: sum('products'),
          customers: sum('customers'),
          subscriptions: sum('subscriptions'),
        },
        figures: compared(book, range, ['payments'], now.values, then.values),
        payments: await named(book, latest(await ofParts(book, latestPayments))),
        subscriptions: await named(book, latest(await ofParts(book, latestSubscriptions))),
      }
    },
  }
}
export type OverviewService = ReturnType<typeof createOverviewService>
