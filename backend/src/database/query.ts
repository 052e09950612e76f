import { mongo, trusted } from 'mongoose'

/** Marks operators in a filter as our own: everything else that looks like one is taken as a value. */
export { trusted }

/** A unique key is taken. */
export const isDuplicateKey = (error: unknown): boolean =>
  error instanceof mongo.MongoServerError && error.code === 11000

/** Nobody answers, or no primary does. */
export const isUnreachable = (error: unknown): boolean =>
  error instanceof mongo.MongoServerSelectionError || error instanceof mongo.MongoNetworkError

/** Repeats an upsert that lost to another of the same document: now it finds that one there. */
export async function upserting<T>(write: () => PromiseLike<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    return await write()
  }
}
