/** Models that cannot forget whose data they touch. */
import mongoose, { Schema, model, mongo, type Model, type SchemaDefinition } from 'mongoose'
import { expiryIndexes } from './retention'
import { currentSession } from './transaction'
import { COLLECTIONS, scopeFields, type CollectionName, type ScopeKey } from './scope'

const QUERIES = [
  'countDocuments',
  'deleteMany',
  'deleteOne',
  'distinct',
  'find',
  'findOne',
  'findOneAndDelete',
  'findOneAndUpdate',
  'updateMany',
  'updateOne',
] as const

export interface Index {
  fields: Record<string, 1 | -1>
  unique?: boolean
  partialFilterExpression?: Record<string, unknown>
}

const KEY_FIELDS: Record<
  ScopeKey,
  Record<string, { type: StringConstructor; required: true; immutable: true }>
> = {
  account: {
    accountId: { type: String, required: true, immutable: true },
    mode: { type: String, required: true, immutable: true },
  },
  workspace: { workspaceId: { type: String, required: true, immutable: true } },
  none: {},
}

/** @throws Error when a filter or document names another owner than the scope. */
function claim(target: Record<string, unknown>, fields: Record<string, string>): void {
  for (const [name, value] of Object.entries(fields)) {
    if (target[name] !== undefined && target[name] !== value)
      throw new Error(`The scope's ${name} cannot be overridden`)
    target[name] = value
  }
}

/** Stages that reach other collections, at any depth. */
const REACHING = new Set(['$lookup', '$unionWith', '$graphLookup', '$out', '$merge'])

function reaches(stage: unknown): boolean {
  if (typeof stage !== 'object' || stage === null) return false
  return Object.entries(stage).some(([name, inner]) => REACHING.has(name) || reaches(inner))
}

/** @throws Error when an update would hand the document to somebody else. */
function checkUpdate(update: unknown, name: CollectionName): void {
  const fields = scopeFields(name)
  for (const part of Object.values(update ?? {}))
    if (typeof part === 'object' && part !== null) claim({ ...part }, fields)
}

const refuse = (name: CollectionName, instead: string) => () => {
  throw new Error(`${name}: ${instead}`)
}

function guard(schema: Schema, name: CollectionName): void {
  schema.pre([...QUERIES], function () {
    const fields = scopeFields(name)
    claim(this.getFilter(), fields)
    this.where(fields)
    checkUpdate(this.getUpdate(), name)
  })
  schema.pre('estimatedDocumentCount', refuse(name, 'count with a filter'))
  schema.pre(
    ['replaceOne', 'findOneAndReplace'],
    refuse(name, 'a replacement loses its owner; use bulkWrite of database/model.ts'),
  )
  schema.pre('bulkWrite', refuse(name, 'use bulkWrite of database/model.ts'))
  schema.static('watch', refuse(name, 'a change stream is not scoped'))
  schema.pre(['findOneAndUpdate', 'updateMany', 'updateOne'], function () {
    if (Array.isArray(this.getUpdate()))
      throw new Error(`${name}: a pipeline could change the owner; use operators`)
  })
  schema.pre('aggregate', function () {
    const stages = this.pipeline()
    if (stages.some(reaches))
      throw new Error(`${name}: join in the service, under the scope of each collection`)
    stages.unshift({ $match: scopeFields(name) })
  })
  schema.pre('validate', function () {
    const fields = scopeFields(name)
    claim(this.toObject(), fields)
    this.set(fields)
  })
  schema.pre('insertMany', function (documents: unknown) {
    for (const document of Array.isArray(documents) ? documents : [documents])
      claim(document as Record<string, unknown>, scopeFields(name))
  })
}

/** Every document of ours has a string for its id. */
interface Stored extends mongo.Document {
  _id: string
}
export type BulkOperation = mongo.AnyBulkWriteOperation<Stored>

/** The driver's own collection, for what goes past Mongoose. */
function driverCollection(name: CollectionName): mongo.Collection<Stored> {
  const { db } = mongoose.connection
  if (!db) throw new Error('Not connected to MongoDB')
  return db.collection<Stored>(name)
}

/** A field whose values are sealed by `secrets/vault.ts`. */
export const SEALED = { type: String, required: true, sealed: true } as const
/** The same where there may be nothing to seal. */
export const SEALED_OR_NULL = { type: String, default: null, sealed: true } as const

const defined: { name: CollectionName; indexes: Index[]; sealed: string[] }[] = []

/**
 * Defines the model of one collection. Documents are plain (`lean`), fields beyond the definition throw, and every
 * index starts with the fields that key the collection.
 */
export function defineModel<T>(
  name: CollectionName,
  definition: SchemaDefinition,
  indexes: Index[] = [],
): Model<T> {
  const key = COLLECTIONS[name]
  const schema = new Schema(
    { _id: { type: String, required: true }, ...KEY_FIELDS[key], ...definition },
    {
      collection: name,
      strict: 'throw',
      versionKey: false,
      autoIndex: false,
      autoCreate: false,
      minimize: false,
    },
  )
  if (key !== 'none') guard(schema, name)
  const sealed = Object.keys(definition).filter((field) => {
    const as = definition[field]
    return as === SEALED || as === SEALED_OR_NULL
  })
  defined.push({ name, indexes, sealed })
  return model<T>(name, schema as Schema<T>)
}

/** The collections that have sealed fields. */
export const sealedCollections = (): CollectionName[] =>
  defined.filter(({ sealed }) => sealed.length > 0).map(({ name }) => name)

/** The sealed fields of a collection. */
export const sealedFields = (collection: CollectionName): string[] =>
  defined.find(({ name }) => name === collection)?.sealed ?? []

/** Collections that are created at once: many more would wait for a connection longer than one may. */
const CREATED_AT_ONCE = 8

async function createCollection({ name, indexes }: (typeof defined)[number]): Promise<void> {
  const key: Record<string, 1 | -1> = {}
  for (const field of Object.keys(KEY_FIELDS[COLLECTIONS[name]])) key[field] = 1
  const specs = indexes.map(({ fields, ...options }) => ({
    key: { ...key, ...fields },
    ...options,
  }))
  if (
    Object.keys(key).length > 0 &&
    !specs.some((spec) => Object.keys(key).every((field) => field in spec.key))
  )
    specs.push({ key })
  const all = [...specs, ...expiryIndexes(name)]
  if (all.length > 0) await driverCollection(name).createIndexes(all)
}

/** Creates what is missing of all collections and indexes. Safe to run from several instances at once. */
export async function createCollections(): Promise<void> {
  for (let start = 0; start < defined.length; start += CREATED_AT_ONCE)
    await Promise.all(defined.slice(start, start + CREATED_AT_ONCE).map(createCollection))
}

/** Largest number of operations sent at once. */
const BATCH = 1_000

/**
 * Unordered bulk write under the scope, past Mongoose's casting: for documents that were shaped by our own code.
 * Journaled and acknowledged by a majority like every other write.
 */
export async function bulkWrite(name: CollectionName, operations: BulkOperation[]): Promise<void> {
  const collection = driverCollection(name)
  const fields = scopeFields(name)
  for (const operation of operations) {
    if ('insertOne' in operation) claim(operation.insertOne.document as Record<string, unknown>, fields)
    else if ('updateOne' in operation) claim(operation.updateOne.filter as Record<string, unknown>, fields)
    else if ('replaceOne' in operation) {
      claim(operation.replaceOne.filter as Record<string, unknown>, fields)
      claim(operation.replaceOne.replacement as Record<string, unknown>, fields)
    } else if ('deleteOne' in operation) claim(operation.deleteOne.filter as Record<string, unknown>, fields)
    else throw new Error('bulkWrite takes insertOne, updateOne, replaceOne and deleteOne')
  }
  const session = currentSession()
  // in a transaction the first failure ends it: what follows would only hide its reason
  const options = { ordered: session !== undefined, ...(session ? { session } : {}) }
  for (let start = 0; start < operations.length; start += BATCH) {
    const batch = operations.slice(start, start + BATCH)
    await collection.bulkWrite(batch, options).catch(async (error: unknown) => {
      const beaten = session ? null : beatenUpserts(error, batch)
      if (!beaten) throw error
      await collection.bulkWrite(beaten, options)
    })
  }
}

/** Upserts that lost to others of the same documents, where nothing else failed: repeated, they find those there. */
function beatenUpserts(error: unknown, operations: BulkOperation[]): BulkOperation[] | null {
  if (!(error instanceof mongo.MongoBulkWriteError)) return null
  const failures = [error.writeErrors].flat()
  const beaten = failures.flatMap(({ code, index }) => {
    const operation = code === 11000 ? operations[index] : undefined
    const upsert = operation && Object.values(operation).some((one) => 'upsert' in one && one.upsert === true)
    return operation && upsert ? [operation] : []
  })
  return beaten.length > 0 && beaten.length === failures.length ? beaten : null
}

/** Deletes everything that is kept for the account in scope. @returns how many documents */
export async function eraseScope(): Promise<number> {
  let deleted = 0
  for (const [name, key] of Object.entries(COLLECTIONS)) {
    if (key !== 'account') continue
    const collection = driverCollection(name as CollectionName)
    deleted += (await collection.deleteMany(scopeFields(name as CollectionName))).deletedCount
  }
  return deleted
}
