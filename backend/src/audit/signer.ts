/** Signatures under what the chain has come to: made with a key that the database does not hold. */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { KeyRing } from '../config'
import { canonical } from './chain'

/** At that time the workspace's chain had `seq` entries and the last one this hash. */
export interface Statement {
  workspaceId: string
  seq: number
  hash: string
  at: Date
}

export interface SignedStatement extends Statement {
  /** Id of the master key that the signing key was derived from. */
  key: string
  /** HMAC-SHA-256, hexadecimal. */
  signature: string
}

/** @param ring master keys, newest first: the first signs, each checks what was signed under it */
export function createSigner(ring: KeyRing) {
  const secrets = new Map(
    ring.map(({ id, secret }) => [id, Buffer.from(hkdfSync('sha256', secret, '', 'audit trail', 32))]),
  )
  const newest = ring[0].id

  function signatureOf({ workspaceId, seq, hash, at }: Statement, key: string): Buffer | null {
    const secret = secrets.get(key)
    return secret
      ? createHmac('sha256', secret).update(canonical({ workspaceId, seq, hash, at, key })).digest()
      : null
  }

  return {
    newest,

    sign(statement: Statement): SignedStatement {
      const signature = signatureOf(statement, newest)?.toString('hex') ?? ''
      return { ...statement, key: newest, signature }
    },

    check(signed: SignedStatement): 'good' | 'forged' | 'key_unknown' {
      const expected = signatureOf(signed, signed.key)
      if (!expected) return 'key_unknown'
      const given = Buffer.from(String(signed.signature), 'hex')
      return given.length === expected.length && timingSafeEqual(given, expected) ? 'good' : 'forged'
    },
  }
}
export type Signer = ReturnType<typeof createSigner>
