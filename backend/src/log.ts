import type { FastifyBaseLogger } from 'fastify'

/** Structured logs: ids and counts, never payloads, secrets or personal data. */
export type Logger = Pick<FastifyBaseLogger, 'debug' | 'info' | 'warn' | 'error'>
