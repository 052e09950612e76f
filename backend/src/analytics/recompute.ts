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
  customerState,
  foreseen,
  type CustomerHistory,
  type Day,
  type Definitions,
  type Movement,
  type Rates,
} from '../metrics'
import { figuresChanged, takeTurn } from '../sync/state'
import { allCustomers, loadHistories } from './facts'
import { MovementModel, StandingModel, type MovementDocument, type StandingDocument } from './model'
import { rebuildRollups, refold, type Progress } from './rollups'

/** Customers computed at once: bounds memory and the size of a transaction. */
export const BATCH = 250
export interface Engine {
  definitions: Definitions
  /** Keys of customers' metadata that roll-ups are kept by. */
  metadataKeys: readonly string[]
  rates: Rates
  clock: Clock
}

export const engineOf = (account: AccountDocument, rates: Rates, clock: Clock): Engine => ({
  definitions: account.definitions,
  metadataKeys: account.metadataKeys ?? [],
  rates,
  clock,
})

/** Names the definitions that movements are made by, as kept in the sync state. */
export const madeBy = ({ definitions }: Pick<Engine, 'definitions'>): string =>
  JSON.stringify(Object.entries(definitions).sort())

/** Names the keys that slices by metadata are kept by. */
export const slicedBy = ({ metadataKeys = [] }: { metadataKeys?: readonly string[] }): string =>
  JSON.stringify(metadataKeys)

/** The movement alone; in this order its fields make its content hash. */
const FIELDS = [
  'customer',
  'day',
  'type',
  'changes',
  'cells',
  'amount',
  'reason',
  'feedback',
  'causes',
  'subscriptions',
  'reconstructed',
] as const satisfies (keyof Movement)[]

const toMovement = (row: Movement): Movement =>
  Object.fromEntries(FIELDS.map((field) => [field, row[field]])) as Pick<Movement, (typeof FIELDS)[number]>

const STANDING_FIELDS = [
  'firstPaid',
  'mrr',
  'trial',
  'atRisk',
  'committed',
  'foreseen',
] as const satisfies (keyof Standing)[]

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

type Standing = Omit<StandingDocument, '_id'>

function standingOf(
  history: CustomerHistory,
  own: Movement[],
  { definitions }: Engine,
  at: number,
): Standing {
  const { byCurrency: mrr, trial, atRisk, committed } = customerState(history, definitions, at)
  const firstPaid = own.find(({ type }) => type === 'new')?.day ?? null
  return {
    customer: history.customer,
    firstPaid,
    mrr,
    trial,
    atRisk,
    committed,
    foreseen: foreseen(history, definitions, at),
  }
}

/** What the facts of some customers give, and how it differs from what is stored. */
export async function computeBatch(customers: string[], engine: Engine) {
  const { definitions, rates, clock } = engine
  const now = clock.now()
  const at = Math.floor(now.getTime() / 1000)
  const histories = await loadHistories(customers)
  const currencies = new Set<string>()
  const fresh: Movement[] = []
  const standings: Standing[] = []
  for (const history of histories.values()) {
    for (const currency of currenciesOf(history)) currencies.add(currency)
    const own = customerMovements(history, definitions, rates, at + 1)
    fresh.push(...own)
    standings.push(standingOf(history, own, engine, at))
  }
  const believed = { customer: trusted({ $in: customers }), knownTo: null }
  const [stored, stood] = await Promise.all([
    MovementModel.find(believed).lean(),
    StandingModel.find({ _id: trusted({ $in: customers.map(scopedId) }) }).lean(),
  ])
  const { closed, added } = difference(stored, fresh)
  const former = new Map(stood.map((one) => [one.customer, one]))
  // who belongs to another cohort now moves there with all days
  const moved = new Set(
    standings.flatMap(({ customer, firstPaid }) => {
      const before = former.get(customer)
      return before && before.firstPaid?.slice(0, 7) !== firstPaid?.slice(0, 7) ? [customer] : []
    }),
  )
  const touched = [
    ...closed,
    ...added,
    ...[...stored, ...fresh].filter(({ customer }) => moved.has(customer)),
  ]
  return {
    now,
    closed,
    added,
    days: [...new Set(touched.map(({ day }) => day))],
    standings: standings.filter((one) => !sameStanding(former.get(one.customer), one)),
    currencies: [...currencies],
  }
}

const sameStanding = (before: Standing | undefined, after: Standing): boolean =>
  before !== undefined &&
  STANDING_FIELDS.every((field) => JSON.stringify(before[field]) === JSON.stringify(after[field]))

async function writeStandings(standings: Standing[]): Promise<void> {
  await bulkWrite(
    'standings',
    standings.map((standing) => {
      const _id = scopedId(standing.customer)
      return { replaceOne: { filter: { _id }, replacement: { ...standing }, upsert: true } }
    }),
  )
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
    const { now, closed, added, days, standings, currencies } = await computeBatch(customers, engine)
    if (closed.length + added.length + standings.length === 0) return []
    await writeMovements(closed, added, now)
    await writeStandings(standings)
    await alsoWrite(days)
    await figuresChanged(currencies)
    return days
  })
}

/**
 * Computes the movements of these customers from their facts, writes what differs and the roll-ups of the days it
 * touches. @returns the days that changed
 */
export async function recompute(customers: string[], engine: Engine): Promise<Day[]> {
  const changed = new Set<Day>()
  for (let start = 0; start < customers.length; start += BATCH)
    for (const day of await writeBatch(customers.slice(start, start + BATCH), engine, (days) =>
      refold(days, engine.metadataKeys),
    ))
      changed.add(day)
  return [...changed].sort()
}

/**
 * Computes every customer anew and all roll-ups from the result. `progress` gets the customers done so far, and all.
 * The same functions as `recompute`, so the outcome is the same.
 */
export async function rebuild(engine: Engine, progress: Progress): Promise<void> {
  const customers = await allCustomers()
  for (let start = 0; start < customers.length; start += BATCH) {
    await writeBatch(customers.slice(start, start + BATCH), engine, () => Promise.resolve())
    await progress(Math.min(start + BATCH, customers.length), customers.length)
  }
  await rebuildRollups(engine.metadataKeys, () => Promise.resolve())
}
