/** Day roll-ups of what moved on the balance (V1), stored a month to a document; only the days that are touched are written. */
import { bulkWrite } from '../database/model'
import { trusted } from '../database/query'
import { scopedId } from '../database/scope'
import { inTransaction } from '../database/transaction'
import {
  addDays,
  dayOf,
  endOfDay,
  foldMoney,
  mergeMoney,
  periodsOf,
  startOfDay,
  startOfNextPeriod,
  startOfPeriod,
  type BalanceTransaction,
  type Day,
  type Instant,
  type MoneyRollup,
} from '../metrics'
import { figuresChanged } from '../sync/state'
import { BalanceTransactionModel, MoneyRollupModel } from './model'

/** Copies folded at once: bounds memory. */
const CHUNK = 5_000
/** Of a copy, what roll-ups are made of. */
export const MONEY_FIELDS = {
  'object.amount': 1,
  'object.fee': 1,
  'object.net': 1,
  'object.currency': 1,
  'object.created': 1,
  'object.reporting_category': 1,
  'object.balance_type': 1,
}

interface Range {
  /** Both inclusive. */
  from: Day
  to: Day
}

/** The account's time zone, asked anew in each transaction: where it changes, all is built again after that. */
type Zone = () => Promise<string>

const monthOf = (day: Day): string => day.slice(0, 7)
/** A letter first: an object's fields keep their order only where they are no numbers. */
const fieldOf = (day: Day): string => `d${day.slice(8)}`

/** The days `from` to `to` as the copies tell them, without what was created after `until`. */
async function foldCopies(from: Day, to: Day, timeZone: string, until?: Instant): Promise<MoneyRollup[]> {
  const within = { $gte: startOfDay(from, timeZone), $lt: endOfDay(to, timeZone) }
  const created = trusted(until === undefined ? within : { ...within, $lte: until })
  let rollups: MoneyRollup[] = []
  let some: BalanceTransaction[] = []
  for await (const { object } of BalanceTransactionModel.find({ 'object.created': created })
    .select(MONEY_FIELDS)
    .lean()
    .cursor()) {
    some.push(object)
    if (some.length < CHUNK) continue
    rollups = mergeMoney(rollups, foldMoney(some, timeZone))
    some = []
  }
  return mergeMoney(rollups, foldMoney(some, timeZone))
}

/** Writes the days `from` to `to` anew. A day never empties: what moved has moved. */
async function refold(from: Day, to: Day, timeZone: string): Promise<void> {
  const months = new Map<string, Record<string, MoneyRollup>>()
  for (const rollup of await foldCopies(from, to, timeZone)) {
    const month = monthOf(rollup.day)
    months.set(month, { ...months.get(month), [`days.${fieldOf(rollup.day)}`]: rollup })
  }
  await bulkWrite(
    'money_rollups',
    [...months].map(([month, days]) => {
      const update = { $set: days, $setOnInsert: { month } }
      return { updateOne: { filter: { _id: scopedId(month) }, update, upsert: true } }
    }),
  )
}

/** One change of the stored figures; of two at the same time, one starts again. */
const inTurn = (zone: Zone, work: (timeZone: string) => Promise<void>): Promise<void> =>
  inTransaction(async () => {
    // first: whoever comes second starts again before the work, not after it
    await figuresChanged()
    await work(await zone())
  })

/** Runs `store`, which stores copies created at these instants, and folds their days anew, as one change. */
export async function storeMoney(
  created: readonly Instant[],
  store: () => Promise<void>,
  zone: Zone,
): Promise<void> {
  if (created.length === 0) return
  await inTurn(zone, async (timeZone) => {
    await store()
    await refold(dayOf(Math.min(...created), timeZone), dayOf(Math.max(...created), timeZone), timeZone)
  })
}

/** Every month of which there are copies or roll-ups, as its first and last day. */
async function monthsOfMoney(timeZone: string): Promise<Range[]> {
  const dayAt = async (order: 1 | -1): Promise<Day[]> => {
    const row = await BalanceTransactionModel.findOne()
      .select(MONEY_FIELDS)
      .sort({ 'object.created': order })
      .lean()
    return row ? [dayOf(row.object.created, timeZone)] : []
  }
  const stored = (await MoneyRollupModel.distinct('month')) as string[]
  const days = [...(await dayAt(1)), ...(await dayAt(-1)), ...stored.map((month) => `${month}-01`)].sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  const whole = periodsOf(
    startOfPeriod(first, 'month'),
    addDays(startOfNextPeriod(last, 'month'), -1),
    'month',
  )
  return [...whole].map(({ date: from, end_date: to }) => ({ from, to }))
}

/** All roll-ups from all copies, a month at a time. */
export async function rebuildMoney(zone: Zone): Promise<void> {
  for (const { from, to } of await monthsOfMoney(await zone()))
    await inTurn(zone, async (timeZone) => {
      await MoneyRollupModel.deleteOne({ _id: scopedId(monthOf(from)) })
      await refold(from, to, timeZone)
    })
}

/** The days whose stored roll-ups are not those that the copies give, by month. */
export async function* differingMoney(timeZone: string): AsyncGenerator<Day[]> {
  for (const { from, to } of await monthsOfMoney(timeZone))
    yield await inTransaction(async () => {
      const [wanted, found] = [await foldCopies(from, to, timeZone), await storedRollups(from, to)]
      const texts = (rollups: MoneyRollup[]) => new Map(rollups.map((one) => [one.day, JSON.stringify(one)]))
      const [before, after] = [texts(found), texts(wanted)]
      const days = new Set([...before.keys(), ...after.keys()])
      return [...days].filter((day) => before.get(day) !== after.get(day)).sort()
    })
}

async function storedRollups(from: Day, to: Day): Promise<MoneyRollup[]> {
  const month = trusted({ $gte: monthOf(from), $lte: monthOf(to) })
  const rows = await MoneyRollupModel.find({ month }, { days: 1 }).lean()
  return rows
    .flatMap(({ days }) => Object.values(days))
    .filter(({ day }) => day >= from && day <= to)
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}

/**
 * The days `from` to `to`, ascending; of the account in scope. Of the day that holds `until`, what had moved by then;
 * nothing of later ones.
 */
export async function moneyRollups(
  { from, to }: Range,
  timeZone: string,
  until?: Instant,
): Promise<MoneyRollup[]> {
  const last = until === undefined ? null : dayOf(until, timeZone)
  if (last === null || last > to) return storedRollups(from, to)
  if (last < from) return []
  return [
    ...(await storedRollups(from, addDays(last, -1))),
    ...(await foldCopies(last, last, timeZone, until)),
  ]
}
