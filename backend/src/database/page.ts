import { model as modelOf, trusted, type Model } from 'mongoose'
import { AppError } from '../errors'
import type { Page } from '../http'
import type { CollectionName } from './scope'

/** Asks the same in each of several scopes, whose rows make one list. */
export type Everywhere = <R>(ask: () => Promise<R>) => Promise<R[]>

const here: Everywhere = async (ask) => [await ask()]

/**
 * One page of a collection whose `_id`s sort by creation, newest first, with the cursor rules of a Stripe list.
 * @throws AppError invalid_request when the cursor names nothing in this list.
 */
export async function pageOf<T extends { _id: string }>(
  model: Model<T>,
  filter: Record<string, unknown>,
  page: Page,
  everywhere: Everywhere = here,
): Promise<{ rows: T[]; has_more: boolean }> {
  const cursor = page.starting_after ?? page.ending_before
  const field = page.starting_after === undefined ? 'ending_before' : 'starting_after'
  if (page.starting_after !== undefined && page.ending_before !== undefined)
    throw new AppError('invalid_request', 'Give starting_after or ending_before, not both')
  const known = async () => (await model.exists({ ...filter, _id: cursor })) !== null
  if (cursor !== undefined && !(await everywhere(known)).includes(true))
    throw new AppError('invalid_request', 'The cursor is not in this list', {
      errors: [{ pointer: `/querystring/${field}`, message: 'must be the id of a row of this list' }],
    })
  const backwards = page.ending_before !== undefined
  const beyond = cursor === undefined ? {} : { _id: trusted(backwards ? { $gt: cursor } : { $lt: cursor }) }
  const order = backwards ? 1 : -1
  const parts = await everywhere(() =>
    model
      .find({ ...filter, ...beyond })
      .sort({ _id: order })
      .limit(page.limit + 1)
      .lean<T[]>()
      .exec(),
  )
  const rows = parts.flat().sort((a, b) => (a._id < b._id ? -order : order))
  const has_more = rows.length > page.limit
  const shown = rows.slice(0, page.limit)
  return { rows: backwards ? shown.reverse() : shown, has_more }
}

/** Everything that matches, in the order of ids, so many documents at a time: memory does not grow with their number. */
export async function* inBatches<T extends { _id: string }>(
  collection: CollectionName,
  filter: Record<string, unknown>,
  size = 200,
): AsyncGenerator<T[]> {
  for (let after: string | undefined = ''; after !== undefined;) {
    const rows: T[] = await modelOf<T>(collection)
      .find({ $and: [filter, { _id: trusted({ $gt: after }) }] })
      .sort({ _id: 1 })
      .limit(size)
      .lean<T[]>()
    if (rows.length > 0) yield rows
    after = rows.length < size ? undefined : rows.at(-1)?._id
  }
}
