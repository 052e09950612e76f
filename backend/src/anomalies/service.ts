/** Days that depart from what the weeks before them let expect, and what drove them (A12). */
import { coverage, forEachPart, rangeOf, type Book, type OpenBook, type Wanted } from '../analytics/book'
import { FIGURES, type FigureName } from '../analytics/definitions'
import { cut } from '../analytics/explain'
import { evidenceLink } from '../analytics/links'
import { customerNames, namesOf } from '../analytics/names'
import type { Clock } from '../clock'
import { bulkWrite } from '../database/model'
import { trusted } from '../database/query'
import { scopedId } from '../database/scope'
import { inTransaction } from '../database/transaction'
import { seconds } from '../http'
import { addDays, checkDays } from '../metrics'
import { driversOf } from './drivers'
import {
  AnomalyModel,
  AnomalyRunModel,
  SERIES,
  type AnomalyDocument,
  type AnomalyRunDocument,
  type Driver,
} from './model'
import type { Anomaly, AnomalyList, AnomalyQuery } from './schema'
import { dailySeries } from './series'

/** Closed days that each run judges: what came in late, or means something else now, is judged anew. */
const JUDGED_DAYS = 90
/** Days before the first of them that it is compared with. */
const COMPARED_DAYS = 84

/** What falls to nothing is not expected to fall on. */
const LEAST = {
  net_new_mrr: -Infinity,
  churned_mrr: 0,
  new_customers: 0,
  gross_volume: 0,
  failed_payments: 0,
}

const FAILED = { title: 'Failed payments', unit: 'count' as const }

/** The figure behind a driver; null where there is none of it. */
function figureOf(series: AnomalyDocument['series'], driver?: Driver): FigureName | null {
  if (series === 'failed_payments') return null
  if (driver?.by !== 'reason') return series
  return `${driver.key}_churned_mrr` as FigureName
}

/** A row of the list, before anything in it has a name. */
type Listed = Omit<Anomaly, 'drivers'> & { drivers: Omit<Anomaly['drivers'][number], 'name'>[] }

/** `book` is that of the row's account. */
function toListed(book: Book, account: string, row: AnomalyDocument): Listed {
  const { day, series, currency } = row
  const link = (figure: FigureName | null, slice?: string) =>
    figure && evidenceLink({ ...book, currency }, figure, { from: day, to: day }, slice)
  const { title, unit } = series === 'failed_payments' ? FAILED : FIGURES[series]
  return {
    id: `${account}:${series}:${day}`,
    object: 'analytics.anomaly',
    account,
    day,
    series,
    title,
    unit,
    currency,
    actual: row.actual,
    expected: row.expected,
    lower: row.lower,
    upper: row.upper,
    departure: row.departure,
    distance_milli: row.distance_milli,
    evidence: link(figureOf(series)),
    drivers: row.drivers.map((driver) => {
      const { by, key } = driver
      const sliced = by === 'product' || by === 'price' || by === 'country'
      return { ...driver, evidence: link(figureOf(series, driver), sliced ? `${by}:${key}` : undefined) }
    }),
  }
}

/** The same with the names of customers, products and prices. */
async function withNames(book: Book, rows: readonly Listed[]): Promise<Anomaly[]> {
  const keysBy = (by: Driver['by']) =>
    rows.flatMap(({ account, drivers }) =>
      drivers.filter((driver) => driver.by === by).map(({ key }) => ({ account, customer: key })),
    )
  const ids = (by: Driver['by']) => [...new Set(keysBy(by).map(({ customer }) => customer))]
  const [customers, products, prices] = [
    await customerNames(book, keysBy('customer')),
    await namesOf(book, 'product', ids('product')),
    await namesOf(book, 'price', ids('price')),
  ]
  const nameOf = (account: string, { by, key }: { by: Driver['by']; key: string }): string | null => {
    if (by === 'customer') return customers.get(`${account}:${key}`) ?? null
    return (by === 'product' ? products.get(key) : by === 'price' ? prices.get(key) : null) ?? null
  }
  return rows.map((row) => ({
    ...row,
    drivers: row.drivers.map((driver) => ({ ...driver, name: nameOf(row.account, driver) })),
  }))
}

const order = ({ day, account, series }: Listed): string =>
  `${day}:${account}:${SERIES.length - SERIES.indexOf(series)}`

export function createAnomalyService({ clock, open }: { clock: Clock; open: OpenBook }) {
  return {
    /** Judges the latest closed days of the account in scope; what was said of older ones stays. */
    async compute(): Promise<{ checked: number; flagged: number }> {
      const book = await open({})
      const [part] = book.parts
      if (!part) throw new Error('A book without an account')
      const last = addDays(book.today, -1)
      const from = addDays(last, 1 - JUDGED_DAYS)
      const range = { from: addDays(from, -COMPARED_DAYS), to: last }
      const daily = await dailySeries(book, range, part.account.definitions.timeZone)
      let checked = 0
      const rows: AnomalyDocument[] = []
      for (const series of SERIES)
        for (const check of checkDays(daily[series], from, LEAST[series])) {
          checked += 1
          const { departure } = check
          if (departure === null) continue
          const _id = scopedId(`${check.day}:${series}`)
          const drivers = await driversOf(book, part, series, check, departure)
          rows.push({ ...check, _id, series, departure, currency: book.currency, drivers })
        }
      await inTransaction(async () => {
        // first: of two runs at the same time one starts again
        const run = { takenAt: clock.now(), checked }
        await AnomalyRunModel.updateOne({ _id: scopedId('latest') }, { $set: run }, { upsert: true })
        await AnomalyModel.deleteMany({ day: trusted({ $gte: from }) })
        await bulkWrite(
          'anomalies',
          rows.map((row) => ({ insertOne: { document: { ...row } } })),
        )
      })
      return { checked, flagged: rows.length }
    },

    /** The anomalies of a range, newest first. @throws AppError invalid_request where the cursor names none */
    async list({
      series,
      from,
      to,
      limit,
      starting_after,
      ending_before,
      ...wanted
    }: AnomalyQuery & Pick<Wanted, 'account' | 'mode'>): Promise<AnomalyList> {
      const book = await open(wanted)
      const range = rangeOf({ from, to }, book.today)
      const filter = {
        day: trusted({ $gte: range.from, $lte: range.to }),
        ...(series === undefined ? {} : { series }),
      }
      const runs: (AnomalyRunDocument | null)[] = []
      const parts = await forEachPart(book, async (part) => {
        runs.push(await AnomalyRunModel.findById(scopedId('latest')).lean())
        const rows = await AnomalyModel.find(filter).lean()
        return rows.map((row) => toListed({ ...book, parts: [part] }, part.account.accountId, row))
      })
      const rows = parts.flat().sort((a, b) => (order(a) < order(b) ? 1 : -1))
      const page = cut(rows, { limit, starting_after, ending_before })
      const done = runs.filter((run) => run !== null)
      const computed =
        done.length < runs.length ? null : Math.min(...done.map(({ takenAt }) => seconds(takenAt)))
      const short = done.every(({ checked }) => checked === 0)
      return {
        object: 'list',
        url: '/v1/analytics/anomalies',
        has_more: page.has_more,
        data: await withNames(book, page.rows),
        ...coverage(book, range),
        ...(computed === null ? {} : { as_of: computed }),
        estimated: true,
        period: range,
        computed,
        hidden: computed === null ? 'pending' : short ? 'too_short' : null,
      }
    },
  }
}
export type AnomalyService = ReturnType<typeof createAnomalyService>
