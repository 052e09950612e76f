import qs from 'qs'

/** A form value: text, or lists and hashes of form values. */
export type Form = string | Form[] | FormHash
export interface FormHash {
  [key: string]: Form
}

/**
 * Decodes a form body or a query string the way Stripe's libraries encode them: nested brackets, lists with and
 * without indexes.
 */
export function parseForm(text: string): FormHash {
  const parsed = qs.parse(text, {
    depth: 12,
    arrayLimit: 500,
    parameterLimit: 5_000,
    allowEmptyArrays: true,
    plainObjects: false,
  })
  return hashOf(parsed)
}

function hashOf(source: object): FormHash {
  const hash: FormHash = {}
  for (const [key, value] of Object.entries(source)) {
    const form = formOf(value)
    if (form !== undefined) hash[key] = form
  }
  return hash
}

function formOf(value: unknown): Form | undefined {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.flatMap((one) => formOf(one) ?? [])
  if (typeof value === 'object' && value !== null) return hashOf(value)
  return undefined
}

/** Whether a value is a hash. */
export function isFormHash(value: Form | undefined): value is FormHash {
  return typeof value === 'object' && !Array.isArray(value)
}
