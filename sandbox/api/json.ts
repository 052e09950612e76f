/** What goes over the wire. */
export type Json = null | boolean | number | string | Json[] | JsonObject
export interface JsonObject {
  [key: string]: Json
}

/** Whether a value is an object and neither a list nor null. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** JSON text as a value; throws on anything that is not JSON. */
export function parseJson(text: string): Json {
  const value: Json = JSON.parse(text)
  return value
}

/** Whether two values are the same JSON. */
export function sameJson(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true
  if (one === undefined || other === undefined || one === null || other === null) return false
  if (Array.isArray(one)) {
    return (
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, index) => sameJson(item, other[index]))
    )
  }
  if (!isObject(one) || !isObject(other)) return false
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => key in other && sameJson(one[key], other[key]))
  )
}

/** JSON text of what is rendered; in live mode objects say so. */
export function serialize(value: JsonObject, live: boolean): string {
  if (!live) return JSON.stringify(value)
  return JSON.stringify(value, (key, one: Json) => (key === 'livemode' && one === false ? true : one))
}
