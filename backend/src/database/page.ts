import { trusted, type Model } from 'mongoose'
import { AppError } from '../errors'
import type { Page } from '../http'

/**
 * One page of a collection whose `_id`s sort by creation, newest first, with the cursor rules of a Stripe list.
 * @throws AppError invalid_request when the cursor names nothing in this list.
 */
export async function pageOf<T>(
  model: Model<T>,
  filter: Record<string, unknown>,
  page: Page,
): Promise<{ rows: T[]; has_more: boolean }> {
  const cursor = page.starting_after ?? page.ending_before
  const field = page.starting_after === undefined ? 'ending_before' : 'starting_after'
  if (page.starting_after !== undefined && page.ending_before !== undefined)
    throw new AppError('invalid_request', 'Give starting_after or ending_before, not both')
  if (cursor !== undefined && !(await model.exists({ ...filter, _id: cursor })))
    throw new AppError('invalid_request', 'The cursor is not in this list', {
      errors: [{ pointer: `/querystring/${field}`, message: 'must be the id of a row of this list' }],
    })
  const backwards = page.ending_before !== undefined
  const beyond = cursor === undefined ? {} : { _id: trusted(backwards ? { $gt: cursor } : { $lt: cursor }) }
  const rows = await model
    .find({ ...filter, ...beyond })
    .sort({ _id: backwards ? 1 : -1 })
    .limit(page.limit + 1)
    .lean<T[]>()
  const has_more = rows.length > page.limit
  const shown = rows.slice(0, page.limit)
  return { rows: backwards ? shown.reverse() : shown, has_more }
}
