/** What of an account's MRR a question is about, and as of when: slices, `at` and `known_at`. */
import type { AccountDocument } from '../accounts/model'
import type { Clock } from '../clock'
import { trusted } from '../database/query'
import { AppError } from '../errors'
import { seconds } from '../http'
import {
  customerMovements,
  dayOf,
  endOfDay,
  foldMovements,
  foldSlices,
  mergeRollups,
  startOfDay,
  type Cell,
  type Day,
  type DayRollup,
  type Movement,
  type Rates,
} from '../metrics'
import { PromotionModel } from '../promotions/model'
import { loadHistories } from './facts'
import { FactModel, MovementModel } from './model'
import {
  dimensionsOf,
  isOfCells,
  NONE,
  rollupsBy,
  rollupsOf,
  traitsOf,
  valuesOf,
  WHOLE,
  type Traits,
} from './rollups'

/** Movements read at once. */
const CHUNK = 5_000

export interface Slice {
  dimension: string
  value: string
}

/** As it was asked. */
export interface Asked {
  /** `dimension:value`, all of which must hold. */
  slice?: string[]
  /** Seconds: the figures as of then. */
  at?: number
  /** Seconds: what was believed then. */
  known_at?: number
}

/** What a question asks of one account. */
export interface View {
  slices: Slice[]
  knownAt: Date | null
  /** The last day: the one that holds `at`; null where the present is asked for. */
  until: Day | null
  /** What that day had brought by then; null where all of it counts. */
  running: Movement[] | null
}

/** Tells one question's view from another's. */
export const viewKey = ({ slice = [], at, known_at }: Asked): string =>
  JSON.stringify([[...new Set(slice)].sort(), at ?? null, known_at ?? null])

const NOW = viewKey({})
export const isPlain = (asked: Asked): boolean => viewKey(asked) === NOW

const refuse = (pointer: string, message: string) =>
  new AppError('invalid_request', `${pointer.split('/').pop()} ${message}`, {
    errors: [{ pointer, message }],
  })

/** @throws AppError invalid_request where a slice is by something that figures are not kept by */
export function slicesOf({ slice = [] }: Asked, metadataKeys: readonly string[]): Slice[] {
  const known = [...dimensionsOf(metadataKeys), 'promotion']
  return [...new Set(slice)].sort().map((text) => {
    const colon = text.indexOf(':')
    const dimension = text.slice(0, colon)
    if (!known.includes(dimension))
      throw refuse('/querystring/slice', `must begin with one of ${known.join(', ')} and a colon`)
    return { dimension, value: text.slice(colon + 1) }
  })
}

/** A promotion is the coupon that it gave out; one of another account has none here. */
async function resolved({ dimension, value }: Slice): Promise<Slice> {
  if (dimension !== 'promotion') return { dimension, value }
  const promotion = await PromotionModel.findById(value, { stripeCoupon: 1 }).lean()
  return { dimension: 'coupon', value: promotion?.stripeCoupon ?? `${NONE} ${value}` }
}

/** What the question asks of the account in scope. */
export async function viewOf(
  asked: Asked,
  slices: readonly Slice[],
  { account, rates, clock }: { account: AccountDocument; rates: Rates; clock: Clock },
): Promise<View> {
  const { at, known_at: knownAt } = asked
  const past = at !== undefined && at < seconds(clock.now())
  const shared = {
    slices: await Promise.all(slices.map(resolved)),
    knownAt: knownAt === undefined ? null : new Date(knownAt * 1000),
    until: past ? dayOf(at, account.definitions.timeZone) : null,
  }
  // of what was believed at another time the last day counts whole: its hours are not kept
  if (!past || knownAt !== undefined) return { ...shared, running: null }
  return { ...shared, running: await brought(shared.until ?? '', at, account, rates) }
}

/** What a day had brought by `at`, made anew from the facts. */
async function brought(
  day: Day,
  at: number,
  { definitions }: AccountDocument,
  rates: Rates,
): Promise<Movement[]> {
  const { timeZone } = definitions
  const from = new Date(startOfDay(day, timeZone) * 1000)
  const to = new Date(endOfDay(day, timeZone) * 1000)
  const [told, moved] = await Promise.all([
    FactModel.distinct('customer', { effectiveAt: trusted({ $gte: from, $lt: to }) }),
    MovementModel.distinct('customer', { knownTo: null, day }),
  ])
  const customers = [...new Set([...told, ...moved])].filter((one): one is string => typeof one === 'string')
  const histories = await loadHistories(customers)
  return [...histories.values()].flatMap((history) =>
    customerMovements(history, definitions, rates, at + 1).filter((movement) => movement.day === day),
  )
}

/** Movements of a stretch of days, and which of their cells the view is about. */
export interface Selected {
  movements: Movement[]
  matches: (cell: Cell, movement: Movement) => boolean
}

async function select(movements: Movement[], slices: readonly Slice[]): Promise<Selected> {
  const needsTraits = slices.some(({ dimension }) => !isOfCells(dimension))
  const traits: Map<string, Traits> = needsTraits
    ? await traitsOf(movements.map(({ customer }) => customer))
    : new Map()
  return {
    movements,
    matches: (cell, { customer }) =>
      slices.every(({ dimension, value }) => valuesOf(dimension, cell, traits.get(customer)).includes(value)),
  }
}

/** The movements of the days `from` to `to` in the view, in chunks; of the account in scope. */
export async function* selected(view: View, from: Day, to: Day): AsyncGenerator<Selected> {
  const { slices, knownAt, until, running } = view
  const cut = until === null || until > to ? { $lte: to } : running ? { $lt: until } : { $lte: until }
  const believed = knownAt
    ? {
        knownFrom: trusted({ $lte: knownAt }),
        $or: [{ knownTo: null }, { knownTo: trusted({ $gt: knownAt }) }],
      }
    : { knownTo: null }
  const parts = slices.flatMap(({ dimension, value }) =>
    isOfCells(dimension) && value !== NONE
      ? [[dimension === 'coupon' ? 'cells.coupons' : `cells.${dimension}`, value] as const]
      : [],
  )
  let some: Movement[] = []
  const filter = { ...believed, ...Object.fromEntries(parts), day: trusted({ $gte: from, ...cut }) }
  for await (const row of MovementModel.find(filter).lean().cursor()) {
    some.push(row)
    if (some.length < CHUNK) continue
    yield select(some, slices)
    some = []
  }
  if (running && until !== null && until >= from && until <= to) some.push(...running)
  yield select(some, slices)
}

/** The same for every slice of a dimension within the view, by value; slices without a day are absent. */
export async function slicesIn(view: View, dimension: string): Promise<Map<string, DayRollup[]>> {
  const { slices, knownAt, until, running } = view
  if (!knownAt && slices.length === 0) {
    const stored = await rollupsBy(dimension)
    if (until === null || !running) return stored
    const before = [...stored].map(([value, days]) => [value, days.filter(({ day }) => day < until)] as const)
    return mergeSlices(new Map(before), await foldBy(running, () => true, dimension))
  }
  let sum = new Map<string, DayRollup[]>()
  for await (const { movements, matches } of selected(view, FIRST, LAST))
    sum = mergeSlices(sum, await foldBy(movements, matches, dimension))
  return sum
}

async function foldBy(
  movements: Movement[],
  matches: Selected['matches'],
  dimension: string,
): Promise<Map<string, DayRollup[]>> {
  const traits = isOfCells(dimension)
    ? new Map<string, Traits>()
    : await traitsOf(movements.map(({ customer }) => customer))
  return foldSlices(movements, (cell, movement) =>
    matches(cell, movement) ? valuesOf(dimension, cell, traits.get(movement.customer)) : [],
  )
}

/** The slices of two sets of movements as those of their union. */
export function mergeSlices(
  a: ReadonlyMap<string, DayRollup[]>,
  b: ReadonlyMap<string, DayRollup[]>,
): Map<string, DayRollup[]> {
  const sum = new Map(a)
  for (const [value, days] of b) sum.set(value, mergeRollups(sum.get(value) ?? [], days))
  return new Map([...sum].filter(([, days]) => days.length > 0))
}

const FIRST: Day = '0000-01-01'
const LAST: Day = '9999-12-31'

/** The roll-ups of the view, days ascending: those that are stored where one slice is asked for, else folded anew. */
export async function rollupsIn(view: View, whole: DayRollup[]): Promise<DayRollup[]> {
  const { slices, knownAt, until, running } = view
  const [slice, ...others] = slices
  if (!knownAt && others.length === 0) {
    const stored = slice ? await rollupsOf(slice.dimension, slice.value) : whole
    if (until === null || !running) return stored
    const before = stored.filter(({ day }) => day < until)
    const { movements, matches } = await select(running, slices)
    return [...before, ...foldView(movements, matches, slices)]
  }
  let rollups: DayRollup[] = []
  for await (const { movements, matches } of selected(view, FIRST, LAST))
    rollups = mergeRollups(rollups, foldView(movements, matches, slices))
  return rollups
}

const foldView = (
  movements: Movement[],
  matches: Selected['matches'],
  slices: readonly Slice[],
): DayRollup[] =>
  slices.length === 0
    ? foldMovements(movements)
    : (foldSlices(movements, (cell, movement) => (matches(cell, movement) ? [WHOLE] : [])).get(WHOLE) ?? [])
