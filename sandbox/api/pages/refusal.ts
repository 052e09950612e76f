import type { Answer } from '../http/idempotency'
import { isObject, parseJson } from '../json'

/** Why a request was refused, in words for people; null if it was carried out. */
export function refusalOf({ status, body }: Answer): string | null {
  if (status === 200) return null
  const answer = parseJson(body)
  const error = isObject(answer) ? answer['error'] : undefined
  return isObject(error) ? String(error['message']) : `It was refused with ${status}.`
}
