/** Signatures that Stripe makes: over webhooks and over the requests of a Stripe App. */
import Stripe from 'stripe'
import { AppError } from '../errors'

/** Seconds that a signature may be old, or ahead of us: Stripe's own tolerance, held both ways. */
const TOLERANCE_SECONDS = 300

const { signature } = new Stripe('sk_unused').webhooks

/**
 * Verifies `t=…,v1=…` over the raw bytes with any of the secrets, which may be two while one is rolled.
 * The SDK compares in constant time and refuses old stamps, but takes any stamp in the future: refused here.
 * @throws AppError signature_invalid
 */
export function verifySignature(raw: Buffer, header: string | undefined, secrets: string[], now: Date): void {
  const refuse = (detail: string) => new AppError('signature_invalid', detail)
  if (header === undefined) throw refuse('The header Stripe-Signature is missing')
  if (secrets.length === 0) throw refuse('No signing secret is configured')
  const stamp = Number(/(?:^|,)\s*t=(\d+)/.exec(header)?.[1])
  const nowSeconds = Math.floor(now.getTime() / 1000)
  if (!Number.isSafeInteger(stamp)) throw refuse('The header Stripe-Signature has no time stamp')
  if (stamp > nowSeconds + TOLERANCE_SECONDS) throw refuse('The signature is dated in the future')
  if (stamp < nowSeconds - TOLERANCE_SECONDS) throw refuse('The signature is too old')
  const matches = secrets.some((secret) => {
    try {
      // the time was judged above, by our clock: 0 switches the SDK's own check off
      return signature?.verifyHeader(raw.toString('utf8'), header, secret, 0) ?? false
    } catch {
      return false // this secret does not match; another may
    }
  })
  if (!matches) throw refuse('The signature does not match the body')
}
