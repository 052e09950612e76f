/** What moved a day out of its range. */
import { once, type Book, type Part } from '../analytics/book'
import { FIGURES, type FigureName } from '../analytics/definitions'
import { evidenceRows } from '../analytics/evidence'
import { withPayers } from '../analytics/money'
import { retentionOf } from '../analytics/periods'
import { NONE } from '../analytics/rollups'
import { slicesIn } from '../analytics/selection'
import { drivers, type Contribution, type Day, type DayCheck } from '../metrics'
import type { Driver, Series } from './model'
import { failures, ofMovements, type MrrSeries } from './series'

type Found = [Driver['by'], Iterable<[string | null, number]>]

/** Each effect on the MRR, and whether it adds to it. */
const MOVED = [
  ['new_mrr', 1],
  ['expansion_mrr', 1],
  ['reactivation_mrr', 1],
  ['contraction_mrr', -1],
  ['churned_mrr', -1],
] as const

const rowsOn = (book: Book, day: Day, figure: FigureName) =>
  evidenceRows(book, { from: day, to: day }, FIGURES[figure].made)

async function bySlice(book: Book, part: Part, series: MrrSeries, day: Day): Promise<Found[]> {
  const found: Found[] = []
  for (const by of ['product', 'price', 'country'] as const) {
    const slices = await once(book, `anomalies:${by}`, () => slicesIn(part.view, by))
    found.push([
      by,
      [...slices].map(([value, rollups]): [string, number] => {
        const rollup = rollups.find((one) => one.day === day)
        return [value, ofMovements(series, rollup, book) ?? 0]
      }),
    ])
  }
  return found
}

async function byCustomer(book: Book, series: MrrSeries, day: Day): Promise<Found[]> {
  // each is one of them
  if (series === 'new_customers') return []
  const effects = series === 'churned_mrr' ? ([['churned_mrr', 1]] as const) : MOVED
  const rows: [string | null, number][] = []
  for (const [figure, sign] of effects)
    for (const { customer, value } of await rowsOn(book, day, figure)) rows.push([customer, sign * value])
  return [['customer', rows]]
}

async function byReason(book: Book, series: MrrSeries, day: Day): Promise<Found[]> {
  if (series !== 'churned_mrr') return []
  const { churn_by_reason: split } = await retentionOf(book, { from: day, to: day })
  return [
    [
      'reason',
      (['voluntary', 'involuntary', 'paused'] as const).map((reason) => [reason, split[reason].mrr]),
    ],
  ]
}

async function ofVolume(book: Book, day: Day): Promise<Found[]> {
  const rows = await withPayers(book, await rowsOn(book, day, 'gross_volume'))
  return [
    ['transaction', rows.map(({ id, value }) => [id, value])],
    ['customer', rows.map(({ customer, value }) => [customer, value])],
  ]
}

async function ofFailures(timeZone: string, day: Day): Promise<Found[]> {
  const by: Record<'customer' | 'reason' | 'country', [string | null, number][]> = {
    customer: [],
    reason: [],
    country: [],
  }
  for await (const { customer, reason, country } of failures({ from: day, to: day }, timeZone)) {
    by.customer.push([customer, 1])
    by.reason.push([reason, 1])
    by.country.push([country, 1])
  }
  return [
    ['customer', by.customer],
    ['reason', by.reason],
    ['country', by.country],
  ]
}

function summed(parts: Iterable<[string | null, number]>): Contribution[] {
  const sums = new Map<string, number>()
  for (const [key, change] of parts) sums.set(key ?? NONE, (sums.get(key ?? NONE) ?? 0) + change)
  return [...sums].map(([key, change]) => ({ key, change }))
}

/**
 * The largest of each kind that moved the day the way it departs, in the unit of the series. A day that is low because
 * less happened than usual has none.
 */
export async function driversOf(
  book: Book,
  part: Part,
  series: Series,
  { day }: DayCheck,
  departure: 'high' | 'low',
): Promise<Driver[]> {
  const found =
    series === 'gross_volume'
      ? await ofVolume(book, day)
      : series === 'failed_payments'
        ? await ofFailures(part.account.definitions.timeZone, day)
        : [
            ...(await byCustomer(book, series, day)),
            ...(await bySlice(book, part, series, day)),
            ...(await byReason(book, series, day)),
          ]
  return found.flatMap(([by, parts]) =>
    drivers(summed(parts), departure)
      // their share is known, they are not
      .filter(({ key }) => key !== NONE)
      .map((driver) => ({ by, ...driver })),
  )
}
