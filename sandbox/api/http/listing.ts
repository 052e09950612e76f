import type { JsonObject } from '../json'
import { renderList } from '../render/list'
import type { Collection, Query, Stored } from '../store/collection'
import { invalid, missingParam } from './errors'
import type { Params } from './params'

/** The paging parameters that every list has. */
export function readCursor(params: Params): { limit: number; startingAfter?: string; endingBefore?: string } {
  const limit = params.integer('limit', 1, 100) ?? 10
  const startingAfter = params.filled('starting_after')
  const endingBefore = params.filled('ending_before')
  if (startingAfter !== undefined && endingBefore !== undefined) {
    throw invalid('You may only specify one of these parameters: ending_before, starting_after.', {
      code: 'parameters_exclusive',
    })
  }
  return {
    limit,
    ...(startingAfter === undefined ? {} : { startingAfter }),
    ...(endingBefore === undefined ? {} : { endingBefore }),
  }
}

export interface Listing<T extends Stored> {
  collection: Collection<T>
  url: string
  noun: string
  render: (record: T) => JsonObject
}

/** Prepares one page of a collection. */
export function preparePage<T extends Stored>(
  params: Params,
  { collection, url, noun, render }: Listing<T>,
  query: Query<T>,
): () => JsonObject {
  const cursor = readCursor(params)
  for (const [param, id] of [
    ['starting_after', cursor.startingAfter],
    ['ending_before', cursor.endingBefore],
  ] as const) {
    if (id !== undefined && !collection.get(id)) throw missingParam(noun, id, param)
  }
  return () => {
    const { records, hasMore } = collection.page(query, cursor)
    return renderList(url, records.map(render), hasMore)
  }
}

/** One page of a short list that lies inside an object, in its own order. */
export function prepareInnerPage<T extends { id: string }>(
  params: Params,
  {
    records,
    url,
    noun,
    render,
  }: { records: readonly T[]; url: string; noun: string; render: (record: T) => JsonObject },
): () => JsonObject {
  const { limit, startingAfter, endingBefore } = readCursor(params)
  const cursorId = startingAfter ?? endingBefore
  const place = records.findIndex((record) => record.id === cursorId)
  if (cursorId !== undefined && place < 0) {
    throw missingParam(noun, cursorId, startingAfter === undefined ? 'ending_before' : 'starting_after')
  }
  return () => {
    if (endingBefore !== undefined) {
      const start = Math.max(place - limit, 0)
      return renderList(url, records.slice(start, place).map(render), start > 0)
    }
    const start = startingAfter === undefined ? 0 : place + 1
    return renderList(url, records.slice(start, start + limit).map(render), start + limit < records.length)
  }
}
