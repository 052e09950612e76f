import type { Json, JsonObject } from '../json'

/** A list object as the API answers it. */
export function renderList(url: string, data: Json[], hasMore: boolean): JsonObject {
  return { object: 'list', data, has_more: hasMore, url }
}
