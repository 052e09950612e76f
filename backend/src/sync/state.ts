/** How far the copy of an account has come, and the version of its figures. One document per account and mode. */
import type { Clock } from '../clock'
import { upserting } from '../database/query'
import { scopedId } from '../database/scope'
import { SyncStateModel, type SyncStateDocument } from './model'

const EMPTY: Omit<SyncStateDocument, '_id'> = {
  status: 'idle',
  resources: [],
  complete: false,
  eventsFrom: null,
  startedAt: null,
  completedAt: null,
  asOf: null,
  operation: null,
  figuresVersion: 0,
  ratesVersion: 0,
  valuedBy: 0,
  toValue: [],
  currencies: [],
  turns: 0,
  broughtUpTo: null,
  madeBy: null,
  slicedBy: null,
}
const { turns: _turns, ...EMPTY_BUT_TURNS } = EMPTY

export async function syncState(): Promise<SyncStateDocument> {
  const _id = scopedId('sync')
  return (await SyncStateModel.findById(_id).lean()) ?? { _id, ...EMPTY }
}

export async function changeSyncState(set: Partial<Omit<SyncStateDocument, '_id'>>): Promise<void> {
  const rest = Object.fromEntries(Object.entries(EMPTY).filter(([field]) => !(field in set)))
  const update = { $set: set, $setOnInsert: rest }
  await upserting(() => SyncStateModel.updateOne({ _id: scopedId('sync') }, update, { upsert: true }))
}

/** Says that figures changed: every cache and every ETag made of them is out of date from now on. */
export async function figuresChanged(currencies: string[] = []): Promise<void> {
  const { figuresVersion: _version, currencies: _currencies, ...rest } = EMPTY
  const update = {
    $inc: { figuresVersion: 1 },
    $addToSet: { currencies: { $each: currencies } },
    $setOnInsert: rest,
  }
  await upserting(() => SyncStateModel.updateOne({ _id: scopedId('sync') }, update, { upsert: true }))
}

/** In the transaction that changed rates. `currencies` came to have rates by that, or lost them. */
export async function ratesChanged(clock: Clock, currencies: string[]): Promise<void> {
  await figuresChanged()
  const { ratesVersion } = await syncState()
  // by the clock, so that no version comes again after the account's data was erased
  const next = Math.max(clock.now().getTime(), ratesVersion + 1)
  await SyncStateModel.updateOne(
    { _id: scopedId('sync') },
    { $set: { ratesVersion: next }, $addToSet: { toValue: { $each: currencies } } },
  )
}

/** Says that movements are valued by this version of the rates. */
export async function ratesApplied(version: number): Promise<void> {
  await SyncStateModel.updateOne(
    { _id: scopedId('sync'), ratesVersion: version },
    { $set: { valuedBy: version, toValue: [] } },
  )
}

/** Inside a transaction on figures: of two at the same time, one conflicts here and starts again. */
export async function takeTurn(): Promise<void> {
  await upserting(() =>
    SyncStateModel.updateOne(
      { _id: scopedId('sync') },
      { $inc: { turns: 1 }, $setOnInsert: EMPTY_BUT_TURNS },
      { upsert: true },
    ),
  )
}
