/** What every stored record has. `created` rises with the place, except where a test clock's time is another. */
export interface Stored {
  id: string
  created: number
}

/** A range over instants, as the list filters of the API have it. */
export interface Range {
  gt?: number
  gte?: number
  lt?: number
  lte?: number
}

export interface Query<T> {
  /** Values of secondary indexes that a record must have. */
  by?: Partial<Record<string, string>>
  created?: Range
  where?: (record: T) => boolean
}

export interface Cursor {
  limit: number
  startingAfter?: string | undefined
  endingBefore?: string | undefined
}

export interface Page<T> {
  records: T[]
  hasMore: boolean
}

type IndexKeys<T> = Record<string, (record: T) => string | readonly string[] | null>

const NONE: readonly number[] = []

/** Records of one kind in creation order, with secondary indexes over values that do not change. */
export class Collection<T extends Stored> {
  private readonly records: (T | undefined)[] = []
  /** The latest `created` up to each place; it rises even where single records do not. */
  private readonly latest: number[] = []
  private inOrder = true
  private readonly positions = new Map<string, number>()
  private readonly indexes: { name: string; keyOf: IndexKeys<T>[string]; entries: Map<string, number[]> }[]
  private live = 0
  /** How to take back what happened since `begin`, latest last. */
  private undo: (() => void)[] | null = null

  constructor(keys: IndexKeys<T> = {}) {
    this.indexes = Object.entries(keys).map(([name, keyOf]) => ({ name, keyOf, entries: new Map() }))
  }

  get size(): number {
    return this.live
  }

  /** How many records were ever added; the place that the next one gets. */
  get added(): number {
    return this.records.length
  }

  /** The record at a place, if it is still there. */
  at(place: number): T | undefined {
    return this.records[place]
  }

  /** The place of a record. */
  placeOf(id: string): number | undefined {
    return this.positions.get(id)
  }

  /** Appends a record. */
  add(record: T): T {
    const position = this.records.push(record) - 1
    const before = this.latest.at(-1) ?? -Infinity
    if (record.created < before) this.inOrder = false
    this.latest.push(Math.max(record.created, before))
    this.positions.set(record.id, position)
    this.live += 1
    for (const { keyOf, entries } of this.indexes) {
      const key = keyOf(record)
      if (key === null) continue
      for (const one of typeof key === 'string' ? [key] : key) append(entries, one, position)
    }
    this.undo?.push(() => this.takeBack(record))
    return record
  }

  /** From now on everything can be taken back. */
  begin(): void {
    this.undo = []
  }

  /** Takes back what was added and taken out since `begin`. */
  rollback(): void {
    for (const step of this.undo?.reverse() ?? []) step()
    this.undo = null
  }

  /** Takes the last record away as if it had never been added. */
  private takeBack(record: T): void {
    const position = this.records.length - 1
    this.records.pop()
    this.latest.pop()
    this.positions.delete(record.id)
    this.live -= 1
    for (const { keyOf, entries } of this.indexes) {
      const key = keyOf(record)
      for (const one of typeof key === 'string' ? [key] : (key ?? [])) {
        const places = entries.get(one)
        if (places?.at(-1) === position) places.pop()
      }
    }
  }

  get(id: string): T | undefined {
    const position = this.positions.get(id)
    return position === undefined ? undefined : this.records[position]
  }

  /** Takes a record out; its place stays empty. */
  remove(id: string): void {
    const position = this.positions.get(id)
    if (position === undefined) return
    const record = this.records[position]
    this.undo?.push(() => {
      this.records[position] = record
      this.positions.set(id, position)
      this.live += 1
    })
    this.records[position] = undefined
    this.positions.delete(id)
    this.live -= 1
  }

  /** Adds a further index entry for a record that was stored before its value was known. */
  addToIndex(name: string, key: string, id: string): void {
    const index = this.indexes.find((one) => one.name === name)
    const position = this.positions.get(id)
    if (!index || position === undefined) return
    append(index.entries, key, position)
    index.entries.get(key)?.sort((one, other) => one - other)
  }

  /** All records, oldest first. */
  *all(): Generator<T> {
    for (const record of this.records) if (record) yield record
  }

  /** The records with a value in an index, oldest first. */
  withKey(name: string, key: string): T[] {
    return this.entriesOf(name, key).flatMap((position) => this.records[position] ?? [])
  }

  /** The last record with a value in an index. */
  lastWithKey(name: string, key: string): T | undefined {
    const entries = this.entriesOf(name, key)
    for (let index = entries.length - 1; index >= 0; index -= 1) {
      const record = this.records[entries[index] ?? -1]
      if (record) return record
    }
    return undefined
  }

  /** One page, newest first. The cursor's records must exist. */
  page(query: Query<T>, cursor: Cursor): Page<T> {
    const { order, passes: matches } = this.plan(query)
    const { created } = query
    const passes =
      this.inOrder || !created ? matches : (one: T) => inRange(one.created, created) && matches(one)
    const limits = this.bounds(query.created)
    const at = (place: number) => (order ? (order[place] ?? -1) : place)
    const place = (position: number) => (order ? firstAtLeast(order, position) : position)
    const backwards = cursor.endingBefore !== undefined
    const found: T[] = []
    const visit = (from: number) => {
      const record = this.records[from]
      if (record && passes(record)) found.push(record)
      return found.length > cursor.limit
    }
    if (backwards) {
      const start = place(Math.max((this.positions.get(cursor.endingBefore ?? '') ?? -1) + 1, limits.first))
      const end = place(limits.end)
      for (let index = start; index < end; index += 1) if (visit(at(index))) break
    } else {
      const after = this.positions.get(cursor.startingAfter ?? '')
      const end = place(after === undefined ? limits.end : Math.min(after, limits.end))
      const start = place(limits.first)
      for (let index = end - 1; index >= start; index -= 1) if (visit(at(index))) break
    }
    const hasMore = found.length > cursor.limit
    const records = found.slice(0, cursor.limit)
    return { records: backwards ? records.reverse() : records, hasMore }
  }

  private plan({ by, where }: Query<T>): {
    order: readonly number[] | undefined
    passes: (record: T) => boolean
  } {
    let order: readonly number[] | undefined
    const checks: ((record: T) => boolean)[] = where ? [where] : []
    for (const [name, key] of Object.entries(by ?? {})) {
      if (key === undefined) continue
      const entries = this.entriesOf(name, key)
      const keyOf = this.indexes.find((index) => index.name === name)?.keyOf
      if (!order || entries.length < order.length) order = entries
      checks.push((record) => {
        const value = keyOf?.(record) ?? null
        return typeof value === 'string' ? value === key : value === null || value.includes(key)
      })
    }
    return { order, passes: (record) => checks.every((check) => check(record)) }
  }

  /** The places between which all records of a range lie. */
  private bounds(range: Range = {}): { first: number; end: number } {
    let first = 0
    let end = this.records.length
    if (range.gte !== undefined) first = Math.max(first, firstAtLeast(this.latest, range.gte))
    if (range.gt !== undefined) first = Math.max(first, firstAtLeast(this.latest, range.gt + 1))
    if (!this.inOrder) return { first, end }
    if (range.lt !== undefined) end = Math.min(end, firstAtLeast(this.latest, range.lt))
    if (range.lte !== undefined) end = Math.min(end, firstAtLeast(this.latest, range.lte + 1))
    return { first, end: Math.max(first, end) }
  }

  private entriesOf(name: string, key: string): readonly number[] {
    return this.indexes.find((index) => index.name === name)?.entries.get(key) ?? NONE
  }
}

/** Whether an instant lies in a range. */
export function inRange(instant: number, { gt, gte, lt, lte }: Range): boolean {
  return (
    (gt === undefined || instant > gt) &&
    (gte === undefined || instant >= gte) &&
    (lt === undefined || instant < lt) &&
    (lte === undefined || instant <= lte)
  )
}

function append(entries: Map<string, number[]>, key: string, position: number): void {
  const list = entries.get(key)
  if (list) list.push(position)
  else entries.set(key, [position])
}

/** The first place in an ascending list whose value is at least the given one. */
function firstAtLeast(list: readonly number[], value: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle] ?? Infinity) < value) low = middle + 1
    else high = middle
  }
  return low
}
