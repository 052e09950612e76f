/** Day roll-ups of the whole and of each slice, stored a month to a document; only the days that changed are written. */
import { CustomerModel } from '../customers/model'
import { bulkWrite, type BulkOperation } from '../database/model'
import { trusted } from '../database/query'
import { scopedId } from '../database/scope'
import { inTransaction } from '../database/transaction'
import { foldMovements, foldSlices, type Cell, type Day, type DayRollup } from '../metrics'
import { figuresChanged, takeTurn } from '../sync/state'
import { MovementModel, RollupModel, StandingModel, type RollupDocument } from './model'

/** The dimension that has one value and leaves nothing out. */
export const WHOLE = 'all'
/** The value of what has none: no coupon, no country. */
export const NONE = '(none)'
/** Dimensions that the parts of an MRR have. */
const OF_CELLS = ['product', 'price', 'interval', 'currency', 'coupon'] as const
/** Dimensions that customers have, beside the metadata that the account names. */
const OF_CUSTOMERS = ['country', 'cohort'] as const

/** Whether a dimension is of the parts of an MRR, not of the customer. */
export const isOfCells = (dimension: string): boolean => OF_CELLS.some((one) => one === dimension)

const METADATA = 'metadata.'
export const isOfMetadata = (dimension: string): boolean => dimension.startsWith(METADATA)

/** Every dimension that roll-ups are kept by. `metadataKeys` are those that the account names. */
export const dimensionsOf = (metadataKeys: readonly string[]): string[] => [
  ...OF_CELLS,
  ...OF_CUSTOMERS,
  ...metadataKeys.map((key) => `${METADATA}${key}`),
]

/** What slices know of a customer. */
export interface Traits {
  country: string
  /** Month of the first day with MRR (R1). */
  cohort: string
  metadata: Record<string, string>
}
const UNKNOWN: Traits = { country: NONE, cohort: NONE, metadata: {} }

/** As the customers are today: what a customer is counts for the whole of their history. */
export async function traitsOf(customers: string[]): Promise<Map<string, Traits>> {
  const ids = trusted({ $in: [...new Set(customers)].map(scopedId) })
  const [copies, standings] = await Promise.all([
    CustomerModel.find({ _id: ids, deleted: false }, { id: 1, object: 1 }).lean(),
    StandingModel.find({ _id: ids }, { customer: 1, firstPaid: 1 }).lean(),
  ])
  const traits = new Map<string, Traits>()
  for (const { customer, firstPaid } of standings)
    traits.set(customer, { ...UNKNOWN, cohort: firstPaid?.slice(0, 7) ?? NONE })
  for (const { id, object } of copies)
    traits.set(id, {
      cohort: traits.get(id)?.cohort ?? NONE,
      country: object.address?.country ?? NONE,
      metadata: object.metadata,
    })
  return traits
}

/** The values that a cell of a customer has in a dimension: one, but of coupons as many as lower it. */
export function valuesOf(dimension: string, cell: Cell, traits: Traits | undefined): readonly string[] {
  if (dimension === 'coupon') return cell.coupons.length > 0 ? cell.coupons : [NONE]
  if (dimension === 'product' || dimension === 'price') return [cell[dimension] ?? NONE]
  if (dimension === 'interval' || dimension === 'currency') return [cell[dimension]]
  const { metadata, ...known } = traits ?? UNKNOWN
  if (dimension === 'country' || dimension === 'cohort') return [known[dimension]]
  const key = dimension.slice(METADATA.length)
  return [Object.hasOwn(metadata, key) ? (metadata[key] ?? NONE) : NONE]
}

const monthOf = (day: Day): string => day.slice(0, 7)
const nameOf = (dimension: string, value: string): string => JSON.stringify([dimension, value])
const idOf = (name: string, month: string): string => scopedId(`${name}/${month}`)

/** A month of all slices, by name. */
type Folded = Map<string, DayRollup[]>

async function fold(
  month: string,
  days: readonly Day[] | null,
  metadataKeys: readonly string[],
): Promise<Folded> {
  const within = days ? { $in: [...days] } : { $gte: `${month}-01`, $lte: `${month}-31` }
  const rows = await MovementModel.find({ knownTo: null, day: trusted(within) }).lean()
  const traits = await traitsOf(rows.map(({ customer }) => customer))
  const dimensions = dimensionsOf(metadataKeys)
  const folded = foldSlices(rows, (cell, { customer }) =>
    dimensions.flatMap((dimension) =>
      valuesOf(dimension, cell, traits.get(customer)).map((value) => nameOf(dimension, value)),
    ),
  )
  return folded.set(nameOf(WHOLE, ''), foldMovements(rows))
}

/** A letter first: an object's fields keep their order only where they are no numbers. */
const fieldOf = (day: Day): string => `d${day.slice(8)}`

function headOf(name: string, month: string): Pick<RollupDocument, 'dimension' | 'value' | 'month'> {
  const [dimension, value] = JSON.parse(name) as [string, string]
  return { dimension, value, month }
}

/** Writes the roll-ups of these days anew from the movements. In the transaction that changed them. */
export async function refold(days: readonly Day[], metadataKeys: readonly string[]): Promise<void> {
  for (const month of new Set(days.map(monthOf))) {
    const own = days.filter((day) => monthOf(day) === month)
    const folded = await fold(month, own, metadataKeys)
    const set: BulkOperation[] = []
    const found = new Map(own.map((day) => [day, new Set<string>()]))
    for (const [name, rollups] of folded) {
      if (rollups.length === 0) continue
      const _id = idOf(name, month)
      for (const { day } of rollups) found.get(day)?.add(_id)
      const fresh = Object.fromEntries(rollups.map((rollup) => [`days.${fieldOf(rollup.day)}`, rollup]))
      const update = { $set: fresh, $setOnInsert: headOf(name, month) }
      set.push({ updateOne: { filter: { _id }, update, upsert: true } })
    }
    for (const [day, ids] of found) {
      const field = `days.${fieldOf(day)}`
      const gone = { month, _id: trusted({ $nin: [...ids] }), [field]: trusted({ $exists: true }) }
      await RollupModel.updateMany(gone, { $unset: { [field]: 1 } })
    }
    // the value of a slice may be a person's own words: it goes with its last day
    await RollupModel.deleteMany({ month, days: {} })
    await bulkWrite('rollups', set)
  }
}

/** Told how much is done, and how much there is. */
export type Progress = (done: number, total: number) => Promise<void>

/** All roll-ups from all movements that are believed, a month at a time. `progress` gets the months done so far, and all. */
export async function rebuildRollups(metadataKeys: readonly string[], progress: Progress): Promise<void> {
  // a former version kept them by day
  await RollupModel.deleteMany({ month: trusted({ $exists: false }) })
  const months = await monthsOfRollups()
  for (const [index, month] of months.entries()) {
    await inTransaction(async () => {
      await takeTurn()
      const folded = await fold(month, null, metadataKeys)
      await RollupModel.deleteMany({ month })
      await bulkWrite(
        'rollups',
        [...folded].flatMap(([name, rollups]): BulkOperation[] => {
          if (rollups.length === 0) return []
          const byDay = Object.fromEntries(rollups.map((rollup) => [fieldOf(rollup.day), rollup]))
          return [
            { insertOne: { document: { _id: idOf(name, month), ...headOf(name, month), days: byDay } } },
          ]
        }),
      )
      await figuresChanged()
    })
    await progress(index + 1, months.length)
  }
}

/** Every month that has movements or roll-ups. */
export async function monthsOfRollups(): Promise<string[]> {
  const days = (await MovementModel.distinct('day', { knownTo: null })) as Day[]
  const stored = (await RollupModel.distinct('month')) as string[]
  return [...new Set([...days.map(monthOf), ...stored])].sort()
}

/** The slices and days of a month whose stored roll-ups are not those that the movements give. */
export async function differingRollups(month: string, metadataKeys: readonly string[]): Promise<string[]> {
  // one after the other: of two commands at once neither can begin a transaction
  const folded = await fold(month, null, metadataKeys)
  const stored = await RollupModel.find({ month }, { dimension: 1, value: 1, days: 1 }).lean()
  const wanted = new Map(
    [...folded].flatMap(([name, rollups]) =>
      rollups.map((rollup) => [`${name} ${rollup.day}`, JSON.stringify(rollup)] as const),
    ),
  )
  const found = new Map(
    stored.flatMap(({ dimension, value, days }) =>
      Object.values(days).map(
        (rollup) => [`${nameOf(dimension, value)} ${rollup.day}`, JSON.stringify(rollup)] as const,
      ),
    ),
  )
  const names = new Set([...wanted.keys(), ...found.keys()])
  return [...names].filter((name) => wanted.get(name) !== found.get(name)).sort()
}

/** The same after something else than movements changed what slices these customers are in. */
export async function refoldCustomers(customers: string[], metadataKeys: readonly string[]): Promise<void> {
  if (customers.length === 0) return
  await inTransaction(async () => {
    await takeTurn()
    const own = { knownTo: null, customer: trusted({ $in: customers }) }
    const days = (await MovementModel.distinct('day', own)) as Day[]
    if (days.length === 0) return
    await refold(days, metadataKeys)
    await figuresChanged()
  })
}

const inOrder = (a: DayRollup, b: DayRollup): number => (a.day < b.day ? -1 : 1)

/** The days of one slice, ascending. */
export async function rollupsOf(dimension: string, value: string): Promise<DayRollup[]> {
  const rows = await RollupModel.find({ dimension, value }, { days: 1 }).lean()
  return rows.flatMap(({ days }) => Object.values(days)).sort(inOrder)
}

/** The days of every slice of a dimension, by value. */
export async function rollupsBy(dimension: string): Promise<Map<string, DayRollup[]>> {
  const slices = new Map<string, DayRollup[]>()
  for await (const { value, days } of RollupModel.find({ dimension }, { value: 1, days: 1 })
    .lean()
    .cursor()) {
    const own = slices.get(value) ?? []
    slices.set(value, [...own, ...Object.values(days)])
  }
  for (const days of slices.values()) days.sort(inOrder)
  return new Map([...slices].filter(([, days]) => days.length > 0))
}
