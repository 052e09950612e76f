/** Structured logs: ids and counts, never payloads, secrets or personal data. What slips in all the same is struck out. */
import type { FastifyBaseLogger } from 'fastify'
import pino, { type DestinationStream } from 'pino'

export type Logger = Pick<FastifyBaseLogger, 'debug' | 'info' | 'warn' | 'error'>

const FIELDS = [
  'authorization',
  'cookie',
  'password',
  'secret',
  'token',
  'email',
  'name',
  'raw',
  'headers',
].flatMap((field) => [field, `*.${field}`, `*.*.${field}`])

/** Keys and tokens by how they begin, signed tokens, hashes, e-mail addresses and the like, digits that may be a card's. */
const TELLING = [
  /\b(?:sk|rk|pk|whsec|absec|rt|rd_live|rd_test|rd_sandbox)_[\w.-]{6,}/g,
  /\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g,
  /\$argon2[^\s"\\]*/g,
  /[^\s"'<>(),:;@\\/]{1,64}(?::[^\s"'@\\]{0,200})?@[^\s"'<>(),:;@\\/]+/g,
  // longer than a time in milliseconds
  /(?<![\w.])\d(?:[ -]?\d){13,}/g,
]
const STRUCK = '[redacted]'

const ESCAPE = /(\\(?:u[\da-f]{4}|.))/i

/**
 * A line of the log without what looks like a secret, an address or a card number; JSON stays JSON.
 * Escapes are looked at apart: the n of a line break begins no word, and is never struck out alone.
 */
export const redacted = (line: string): string =>
  line
    .split(ESCAPE)
    .map((part) =>
      part.startsWith('\\') ? part : TELLING.reduce((text, pattern) => text.replace(pattern, STRUCK), part),
    )
    .join('')

/** The log of a process: a JSON object for each line, to the standard output where no stream is given. */
export function createLogger(level: string, stream: DestinationStream = pino.destination(1)): pino.Logger {
  return pino(
    {
      level,
      redact: FIELDS,
      serializers: {
        // an error's own fields may carry what Stripe or a driver was sent
        err: ({
          type,
          message,
          stack,
          code,
        }: {
          type?: string
          message?: string
          stack?: string
          code?: string
        }) => ({ type, message, stack, code }),
      },
    },
    { write: (line) => stream.write(redacted(line)) },
  )
}
