/** One answer of the backend, or the word that nothing changed since the answer with this tag. */
export type Reading<T> = { data: T; etag: string | null } | 'unchanged'

/** Reads a resource; `etag` names the answer that the caller has. */
export type Read<T> = (etag: string | null) => Promise<Reading<T>>

/** The header that lets an unchanged answer cost a 304. */
export function ifNoneMatch(etag: string | null): Record<string, string> {
  return etag ? { 'If-None-Match': etag } : {}
}

/** What openapi-fetch returns, as a reading. */
export function toReading<T>({ data, response }: { data?: T; response: Response }): Reading<T> {
  if (response.status === 304) return 'unchanged'
  if (data === undefined) throw new Error(`The answer of ${response.url} was empty.`)
  return { data, etag: response.headers.get('etag') }
}
