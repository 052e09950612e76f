/** The few shapes and helpers that all routes share. */
import { randomBytes } from 'node:crypto'
import { Type, type Static, type TProperties, type TSchema } from 'typebox'
import { AppError, CATALOGUE, type ProblemCode } from './errors'

/** An object that refuses fields it does not name. */
export const object = <T extends TProperties>(
  properties: T,
  options: { $id?: string; description?: string; examples?: unknown[]; minProperties?: number } = {},
) => Type.Object(properties, { additionalProperties: false, ...options })

/** A reference to a shared schema: one named component in the OpenAPI document, its type in TypeScript. */
export const ref = <T extends TSchema & { $id?: string }>(schema: T) =>
  Type.Unsafe<Static<T>>({ $ref: `${schema.$id}#` })

/** One of several objects that say by one field which they are: a refusal is about the one that was meant. */
export const tagged = <const T extends TSchema[]>(
  propertyName: string,
  objects: [...T],
  options: { examples?: unknown[] } = {},
) =>
  Type.Unsafe<Static<T[number]>>({
    type: 'object',
    discriminator: { propertyName },
    required: [propertyName],
    oneOf: objects,
    ...options,
  })

export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

export const oneOf = <const T extends readonly string[]>(
  values: T,
  options: { description?: string; default?: T[number] } = {},
) => Type.Unsafe<T[number]>({ type: 'string', enum: [...values], ...options })

export const Timestamp = (description: string) =>
  Type.Integer({ description: `${description}, seconds since 1970 (UTC)` })
export const Money = (description: string) => Type.Integer({ description: `${description}, minor units` })
export const DaySchema = (description: string) =>
  Type.String({
    pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
    description: `${description}, YYYY-MM-DD in the account's time zone`,
  })
export const CurrencySchema = Type.String({ pattern: '^[a-z]{3}$', description: 'ISO 4217, lower case' })

export const Problem = object(
  {
    type: Type.String({ description: 'Where the problem is explained' }),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String({ description: 'Stable; branch on this' }),
    detail: Type.String({ description: 'What was wrong this time' }),
    remedy: Type.String({ description: 'What to do about it' }),
    request_id: Type.String(),
    errors: Type.Optional(
      Type.Array(
        object({
          pointer: Type.String({ description: 'The field' }),
          message: Type.String({ description: 'What was expected' }),
        }),
      ),
    ),
  },
  { $id: 'Problem', description: 'application/problem+json (RFC 9457)' },
)

/** What every route may answer besides its own problems. */
const COMMON: ProblemCode[] = [
  'invalid_request',
  'not_signed_in',
  'account_bound',
  'permission_missing',
  'second_factor_required',
  'too_many_requests',
  'internal',
]

/** The documented problem answers of a route, by status, each with an example. */
export function problems(...codes: ProblemCode[]) {
  const byStatus: Record<number, ProblemCode[]> = {}
  for (const code of new Set([...COMMON, ...codes])) (byStatus[CATALOGUE[code].status] ??= []).push(code)
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, some]) => [
      status,
      {
        description: some
          .map((code) => `\`${code}\`: ${CATALOGUE[code].title}. ${CATALOGUE[code].remedy}`)
          .join('\n\n'),
        content: {
          'application/problem+json': {
            schema: ref(Problem),
            examples: Object.fromEntries(some.map((code) => [code, { value: exampleProblem(code) }])),
          },
        },
      },
    ]),
  )
}

export const problemType = (code: ProblemCode): string => `/docs/problems#${code}`

function exampleProblem(code: ProblemCode): Static<typeof Problem> {
  const { status, title, remedy } = CATALOGUE[code]
  return {
    type: problemType(code),
    title,
    status,
    code,
    detail: title,
    remedy,
    request_id: 'req_01',
    ...(code === 'invalid_request'
      ? { errors: [{ pointer: '/body/name', message: 'must not be empty' }] }
      : {}),
  }
}

/** Cursor of a list, as Stripe has it: an id, never an offset. */
export const PageQuery = {
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 10, description: 'Rows of a page' }),
  starting_after: Type.Optional(
    Type.String({ maxLength: 255, description: 'Id of the last row of the page before' }),
  ),
  ending_before: Type.Optional(
    Type.String({ maxLength: 255, description: 'Id of the first row of the page after' }),
  ),
}
export interface Page {
  limit: number
  starting_after?: string
  ending_before?: string
}

export const listOf = <T extends TSchema & { $id?: string }>(schema: T) =>
  object(
    {
      object: Type.Literal('list'),
      url: Type.String(),
      has_more: Type.Boolean({ description: 'Whether a further page lies in the direction read' }),
      data: Type.Array(ref(schema)),
    },
    { $id: `${schema.$id}List` },
  )

/** `expand[]` for a route that can replace these ids by their objects. */
export const expandable = <const T extends readonly string[]>(paths: T) => ({
  'expand[]': Type.Optional(
    Type.Array(oneOf(paths), {
      maxItems: 10,
      description: `Answer whole objects in place of ids: ${paths.join(', ')}`,
    }),
  ),
})

export const IdParams = object({ id: Type.String({ minLength: 1, maxLength: 255 }) })

/** What ids of this millisecond begin with; it sorts behind all earlier ids. */
export const idAt = (prefix: string, milliseconds: number): string =>
  `${prefix}_${milliseconds.toString(36).padStart(9, '0')}`

/** A new id with its prefix: sortable by time of creation to the millisecond, unguessable. */
export const newId = (prefix: string, now: Date): string =>
  `${idAt(prefix, now.getTime())}${randomBytes(9).toString('hex')}`

export const seconds = (date: Date): number => Math.floor(date.getTime() / 1000)

/** @throws AppError not_found: the same for a missing and for a foreign id. */
export function found<T>(value: T | null | undefined, what: string, id: string): T {
  if (value === null || value === undefined) throw new AppError('not_found', `No ${what} has the id ${id}`)
  return value
}
