/** Fields that hold sealed values, wherever models declare them: what a change of the master key has to reach. */
import { model, trusted } from 'mongoose'
import { bulkWrite, sealedFields } from './model'
import { inBatches } from './page'
import { currentScope, scopedId, COLLECTIONS, type CollectionName } from './scope'

/** Where a sealed value stands; it opens there and nowhere else. */
export interface SealedPlace {
  /** Account and mode, or workspace. */
  owner: string
  collection: CollectionName
  id: string
  field: string
}

export interface SealedValue {
  place: SealedPlace
  sealed: string
}

/** @throws Error for a field that its model does not declare as sealed: a new master key would miss it */
export function sealedPlace(collection: CollectionName, id: string, field: string): SealedPlace {
  if (!sealedFields(collection).includes(field))
    throw new Error(`${collection}.${field} is not declared as SEALED in its model`)
  const owner = COLLECTIONS[collection] === 'account' ? scopedId('') : currentScope().workspaceId
  return { owner, collection, id, field }
}

const holdsSealed = (collection: CollectionName) => ({
  $or: sealedFields(collection).map((field) => ({ [field]: trusted({ $type: 'string' }) })),
})

/** How many documents with sealed values the owner in scope has. */
export const countSealed = (collection: CollectionName): Promise<number> =>
  model(collection).countDocuments(holdsSealed(collection)).exec()

/** The sealed values of the owner in scope, of so many documents at a time. */
export async function* sealedBatches(
  collection: CollectionName,
  size: number,
): AsyncGenerator<SealedValue[]> {
  const fields = sealedFields(collection)
  const all = inBatches<Record<string, unknown> & { _id: string }>(collection, holdsSealed(collection), size)
  for await (const rows of all)
    yield rows.flatMap((row) =>
      fields.flatMap((field) => {
        const sealed = row[field]
        return typeof sealed === 'string' ? [{ place: sealedPlace(collection, row._id, field), sealed }] : []
      }),
    )
}

/** Puts re-wrapped values in place of those they were made of; one that was changed meanwhile stays. */
export const replaceSealed = (
  collection: CollectionName,
  values: (SealedValue & { rewrapped: string })[],
): Promise<void> =>
  bulkWrite(
    collection,
    values.map(({ place: { id, field }, sealed, rewrapped }) => ({
      updateOne: { filter: { _id: id, [field]: sealed }, update: { $set: { [field]: rewrapped } } },
    })),
  )
