/** Facts into movements and day roll-ups. Only what differs is written; a rebuild calls the same functions. */
import { trusted } from '../database/query'
import { createHash } from 'node:crypto'
import type { AccountDocument } from '../accounts/model'
import type { Clock } from '../clock'
import { bulkWrite } from '../database/model'
import { scopedId } from '../database/scope'
import { inTransaction } from '../database/transaction'
import {
  currenciesOf,
  customerMovements,
  foldMovements,
  mergeRollups,
  type Day,
  type DayRollup,
  type Definitions,
  type Movement,
  type Rates,
} from '../metrics'
import { figuresChanged, takeTurn } from '../sync/state'
import { customersWithFacts, loadHistories } from './facts'
import { MovementModel, RollupModel, type MovementDocument } from './model'

/** Customers computed at once: bounds memory and the size of a transaction. */
const BATCH = 250
/** Movements folded at once in a rebuild. */
const FOLD = 5_000

export interface Engine {
  definitions: Definitions
  rates: Rates
  clock: Clock
}

export const engineOf = (account: AccountDocument, rates: Rates, clock: Clock): Engine => ({
  definitions: account.definitions,
  rates,
  clock,
})

const toMovement = ({
  customer,
  day,
  type,
  changes,
  amount,
  reason,
  feedback,
  causes,
  reconstructed,
}: Movement): Movement => ({
  customer,
  day,
  type,
  changes,
  amount,
  reason,
  feedback,
  causes,
  reconstructed,
})

const contentOf = (movement: Movement): string => JSON.stringify(toMovement(movement))

/** What must be closed and what must be added for `stored` to say what `fresh` says. */
export function difference(
  stored: MovementDocument[],
  fresh: Movement[],
): { closed: MovementDocument[]; added: Movement[] } {
  const wanted = new Map(fresh.map((movement) => [contentOf(movement), movement]))
  const kept = new Set<string>()
  const closed = stored.filter((row) => {
    const content = contentOf(row)
    if (!wanted.has(content)) return true
    kept.add(content)
    return false
  })
  return {
    closed,
    added: [...wanted].filter(([content]) => !kept.has(content)).map(([, movement]) => movement),
  }
}

async function replaceRollups(rollups: DayRollup[], days: Iterable<Day>): Promise<void> {
  const byDay = new Map(rollups.map((rollup) => [rollup.day, rollup]))
  await bulkWrite(
    'rollups',
    [...days].map((day) => {
      const filter = { _id: scopedId(day) }
      const rollup = byDay.get(day)
      return rollup
        ? { replaceOne: { filter, replacement: { ...rollup }, upsert: true } }
        : { deleteOne: { filter } }
    }),
  )
}

async function computeBatch(customers: string[], { definitions, rates, clock }: Engine) {
  const now = clock.now()
  const until = Math.floor(now.getTime() / 1000) + 1
  const histories = await loadHistories(customers)
  const currencies = new Set<string>()
  const fresh = [...histories.values()].flatMap((history) => {
    for (const currency of currenciesOf(history)) currencies.add(currency)
    return customerMovements(history, definitions, rates, until)
  })
  const stored = await MovementModel.find({ customer: trusted({ $in: customers }), knownTo: null }).lean()
  return { now, ...difference(stored, fresh), currencies: [...currencies] }
}

async function writeMovements(closed: MovementDocument[], added: Movement[], now: Date): Promise<void> {
  await bulkWrite('movements', [
    ...closed.map(({ _id }) => ({ updateOne: { filter: { _id }, update: { $set: { knownTo: now } } } })),
    ...added.map((movement) => {
      const hash = createHash('sha256').update(contentOf(movement)).digest('base64url').slice(0, 16)
      const _id = scopedId(`${movement.customer}:${movement.day}:${now.getTime()}:${hash}`)
      return { insertOne: { document: { _id, ...toMovement(movement), knownFrom: now, knownTo: null } } }
    }),
  ])
}

/**
 * Brings the movements of some customers up to their facts, in one transaction with `alsoWrite`. Whoever writes figures
 * of the account at the same time makes one of the two start again, from what the other left.
 * @returns the days that changed
 */
async function writeBatch(
  customers: string[],
  engine: Engine,
  alsoWrite: (days: Day[]) => Promise<void>,
): Promise<Day[]> {
  return inTransaction(async () => {
    await takeTurn()
    const { now, closed, added, currencies } = await computeBatch(customers, engine)
    if (closed.length + added.length === 0) return []
    const days = [...new Set([...closed, ...added].map(({ day }) => day))]
    await writeMovements(closed, added, now)
    await alsoWrite(days)
    await figuresChanged(currencies)
    return days
  })
}

async function refold(days: Day[]): Promise<void> {
  const rows = await MovementModel.find({ knownTo: null, day: trusted({ $in: days }) }).lean()
  await replaceRollups(foldMovements(rows), days)
}

/**
 * Computes the movements of these customers from their facts, writes what differs and the roll-ups of the days it
 * touches. @returns the days that changed
 */
export async function recompute(customers: string[], engine: Engine): Promise<Day[]> {
  const changed = new Set<Day>()
  for (let start = 0; start < customers.length; start += BATCH)
    for (const day of await writeBatch(customers.slice(start, start + BATCH), engine, refold))
      changed.add(day)
  return [...changed].sort()
}

/**
 * Computes every customer anew and all roll-ups from the result. `progress` gets the customers done so far.
 * The same functions as `recompute`, so the outcome is the same.
 */
export async function rebuild(engine: Engine, progress: (done: number) => Promise<void>): Promise<void> {
  let done = 0
  for await (const customers of customersWithFacts(BATCH)) {
    await writeBatch(customers, engine, () => Promise.resolve())
    done += customers.length
    await progress(done)
  }
  await rebuildRollups(engine.clock)
}

/** All roll-ups from all movements that are believed, in bounded memory. */
async function rebuildRollups(clock: Clock): Promise<void> {
  const began = clock.now()
  let rollups: DayRollup[] = []
  let some: Movement[] = []
  for await (const row of MovementModel.find({ knownTo: null }).lean().cursor()) {
    some.push(toMovement(row))
    if (some.length === FOLD) {
      rollups = mergeRollups(rollups, foldMovements(some))
      some = []
    }
  }
  rollups = mergeRollups(rollups, foldMovements(some))
  await inTransaction(async () => {
    await takeTurn()
    const stale = (await RollupModel.distinct('day')) as Day[]
    await replaceRollups(rollups, new Set([...stale, ...rollups.map(({ day }) => day)]))
    // what others wrote while the movements were read
    const since = trusted({ $gte: began })
    await refold(
      (await MovementModel.distinct('day', { $or: [{ knownFrom: since }, { knownTo: since }] })) as Day[],
    )
    await figuresChanged()
  })
}
