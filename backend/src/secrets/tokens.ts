/** Opaque tokens: 256 random bits that we show once and keep as a keyed hash. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

export const randomSecret = (): string => randomBytes(32).toString('base64url')

/** HMAC-SHA-256 with the pepper, hex: the database alone does not let anyone test a guess. */
export const hashToken = (pepper: string, token: string): string =>
  createHmac('sha256', pepper).update(token).digest('hex')

/** Compares two hashes in constant time. */
export const sameHash = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
