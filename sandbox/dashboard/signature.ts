import { createHmac } from 'node:crypto'
import type { Role } from './protocol'

/** A signature that Stripe would refuse to give; answered with 400. */
export class SignatureRefused extends Error {}

/** The exact text that is signed: extras first, then user, then account. Another order is another text. */
export function signedPayload(extra: Record<string, unknown>, userId: string, accountId: string): string {
  return JSON.stringify({ ...extra, user_id: userId, account_id: accountId })
}

/** A `Stripe-Signature` header over a payload, as for webhooks. */
export function signatureHeader(payload: string, secret: string, unixSeconds: number): string {
  const digest = createHmac('sha256', secret).update(`${unixSeconds}.${payload}`).digest('hex')
  return `t=${unixSeconds},v1=${digest}`
}

/** Refuses `stripe_roles` that name a role the user does not hold: Stripe checks them at signing. */
export function checkRoles(extra: Record<string, unknown>, held: Role[]): void {
  const claimed = extra['stripe_roles']
  if (claimed === undefined) return
  if (!Array.isArray(claimed)) throw new SignatureRefused('stripe_roles must be a list of roles.')
  for (const claim of claimed as unknown[]) {
    if (typeof claim !== 'object' || claim === null) throw new SignatureRefused('A role must be an object.')
    const { id, type } = claim as { id?: unknown; type?: unknown }
    if (!held.some((role) => role.id === id && role.type === type)) {
      throw new SignatureRefused(`The user does not hold the role ${String(id)}.`)
    }
  }
}
