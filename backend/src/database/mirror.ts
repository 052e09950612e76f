/** Copies of Stripe's objects, newest version wins. */
import { model, trusted, type Model, type SchemaDefinition } from 'mongoose'
import { bulkWrite, defineModel, type Index } from './model'
import { scopedId, type CollectionName } from './scope'

export interface MirrorDocument<T> {
  _id: string
  /** Stripe's id. */
  id: string
  /** Seconds of Stripe's time: every event created before the end of this second is in `object`. */
  version: number
  deleted: boolean
  /** As received, without card data and client secrets; of customers only what is searched or listed. */
  object: T
  /** The whole object as JSON, where `object` has a part of it. */
  sealed?: string | null
}

export type Mirror<T> = Model<MirrorDocument<T>>

export interface Version {
  id: string
  version: number
  deleted: boolean
  object: object
  sealed?: string | null
}

/** Defines the copy of one kind of Stripe object. Index fields are those of `MirrorDocument`. */
export const defineMirror = <T>(
  name: CollectionName,
  indexes: Index[] = [],
  more: SchemaDefinition = {},
): Mirror<T> =>
  defineModel<MirrorDocument<T>>(
    name,
    {
      id: { type: String, required: true },
      version: { type: Number, required: true },
      deleted: { type: Boolean, required: true },
      object: { type: Object, required: true },
      ...more,
    },
    indexes,
  )

/**
 * Stores versions; one that is older than what is there is left out. `settled` versions win over one of the same
 * second: somebody has looked at Stripe again.
 */
export async function storeVersions(
  name: CollectionName,
  versions: Version[],
  settled: boolean,
): Promise<void> {
  const older = settled ? '$lte' : '$lt'
  await bulkWrite(
    name,
    versions.map(({ id, version, deleted, object, sealed }) => ({
      updateOne: {
        filter: { _id: scopedId(id) },
        update: [
          {
            $replaceWith: {
              $cond: [
                { [older]: [{ $ifNull: ['$version', -1] }, version] },
                {
                  $mergeObjects: [
                    '$$ROOT',
                    { id, version, deleted, object: { $literal: object } },
                    sealed === undefined ? {} : { sealed },
                  ],
                },
                '$$ROOT',
              ],
            },
          },
        ],
        upsert: true,
      },
    })),
  )
}

/** The versions that are stored of these ids. */
export async function readVersions(name: CollectionName, ids: string[]): Promise<Map<string, Version>> {
  const rows = await model<MirrorDocument<object>>(name)
    .find({ _id: trusted({ $in: ids.map(scopedId) }) })
    .lean()
  return new Map(rows.map((row) => [row.id, row]))
}
