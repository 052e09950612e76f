import type { Static, TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { AppError } from '../errors'

/** What the API would take, from the command line. @throws AppError invalid_request naming what does not fit */
export function checked<T extends TSchema>(schema: T, input: unknown): Static<T> {
  if (Value.Check(schema, input)) return input
  const told = Value.Errors(schema, input).map(({ instancePath, message }) =>
    `${instancePath.slice(1).replaceAll('/', ' ')} ${message}`.trim(),
  )
  throw new AppError('invalid_request', told.join('; '))
}
