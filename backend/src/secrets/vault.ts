/**
 * Secrets at rest: AES-256-GCM under a random key for each value, which a master key of the ring wraps (envelope
 * encryption, NIST SP 800-38D). A sealed value opens in the place it was sealed for and nowhere else.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { KeyRing } from '../config'

const VERSION = 1
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16
const WRAPPED_BYTES = NONCE_BYTES + KEY_BYTES + TAG_BYTES

/** Where a sealed value is stored: whose it is, and in which field of which document. */
export interface Place {
  /** Account and mode, or workspace. */
  owner: string
  collection: string
  id: string
  field: string
}

/** A sealed value cannot be opened: altered, moved, or sealed under a key that the ring lacks. */
export class SealBroken extends Error {}

const boundTo = ({ owner, collection, id, field }: Place, keyId: string): Buffer =>
  Buffer.from(JSON.stringify([VERSION, keyId, owner, collection, id, field]))

function encrypt(key: Buffer, plain: Buffer, bound: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound)
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function decrypt(key: Buffer, sealed: Buffer, bound: Buffer): Buffer {
  const nonce = sealed.subarray(0, NONCE_BYTES)
  const tag = sealed.subarray(-TAG_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(bound).setAuthTag(tag)
  try {
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()])
  } catch (cause) {
    throw new SealBroken('A sealed value was altered or stands in another place', { cause })
  }
}

/** Version byte, length of the key's id, the id, the wrapped key, the value. */
function parse(sealed: string): { keyId: string; wrapped: Buffer; value: Buffer } {
  const bytes = Buffer.from(sealed, 'base64url')
  const head = 2 + (bytes[1] ?? 0)
  const whole = bytes.length >= head + WRAPPED_BYTES + NONCE_BYTES + TAG_BYTES
  // one text for each value: base64 could write the same bytes in several ways
  if (!whole || bytes[0] !== VERSION || bytes.toString('base64url') !== sealed)
    throw new SealBroken('This is no sealed value')
  return {
    keyId: bytes.toString('utf8', 2, head),
    wrapped: bytes.subarray(head, head + WRAPPED_BYTES),
    value: bytes.subarray(head + WRAPPED_BYTES),
  }
}

const write = (keyId: string, wrapped: Buffer, value: Buffer): string => {
  const id = Buffer.from(keyId)
  return Buffer.concat([Buffer.from([VERSION, id.length]), id, wrapped, value]).toString('base64url')
}

/** @param ring master keys, newest first: the first seals, each opens what it sealed */
export function createVault(ring: KeyRing) {
  const [newest] = ring

  function unwrap(sealed: string, place: Place): { dataKey: Buffer; value: Buffer } {
    const { keyId, wrapped, value } = parse(sealed)
    const master = ring.find(({ id }) => id === keyId)
    if (!master) throw new SealBroken(`The master key "${keyId}" is not in ENCRYPTION_KEYS`)
    return { dataKey: decrypt(master.secret, wrapped, boundTo(place, keyId)), value }
  }

  return {
    /** Id of the key that seals now. */
    newestKeyId: newest.id,

    /** @returns the sealed value, base64url */
    seal(plain: string, place: Place): string {
      const dataKey = randomBytes(KEY_BYTES)
      return write(
        newest.id,
        encrypt(newest.secret, dataKey, boundTo(place, newest.id)),
        encrypt(dataKey, Buffer.from(plain), boundTo(place, '')),
      )
    },

    /** @throws SealBroken */
    open(sealed: string, place: Place): string {
      const { dataKey, value } = unwrap(sealed, place)
      return decrypt(dataKey, value, boundTo(place, '')).toString('utf8')
    },

    /** The same value with its key wrapped anew by the newest master key. @throws SealBroken */
    rewrap(sealed: string, place: Place): string {
      const { dataKey, value } = unwrap(sealed, place)
      return write(newest.id, encrypt(newest.secret, dataKey, boundTo(place, newest.id)), value)
    },

    /** Id of the master key that a value is sealed under. @throws SealBroken when it is no sealed value */
    keyIdOf: (sealed: string): string => parse(sealed).keyId,
  }
}
export type Vault = ReturnType<typeof createVault>
