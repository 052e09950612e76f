import type { BadgeProps } from '@stripe/ui-extension-sdk/ui'
import type Stripe from 'stripe'
import { Badge } from '../components/feedback'

type Tone = NonNullable<BadgeProps['type']>

const TONES: Record<string, Tone> = {
  active: 'positive',
  canceled: 'neutral',
  draft: 'neutral',
  failed: 'negative',
  in_transit: 'info',
  incomplete: 'warning',
  incomplete_expired: 'neutral',
  lost: 'negative',
  needs_response: 'urgent',
  open: 'info',
  paid: 'positive',
  partially_refunded: 'info',
  past_due: 'negative',
  paused: 'warning',
  pending: 'warning',
  requires_action: 'warning',
  requires_payment_method: 'warning',
  succeeded: 'positive',
  trialing: 'info',
  uncollectible: 'negative',
  under_review: 'info',
  unpaid: 'negative',
  warning_needs_response: 'urgent',
  won: 'positive',
}

/** A status as a merchant reads it: `past_due` is Past due. */
export function statusWords(status: string): string {
  const words = status.replaceAll('_', ' ')
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

export function StatusBadge({ status }: { status: string }) {
  return <Badge type={TONES[status] ?? 'neutral'}>{statusWords(status)}</Badge>
}

/** An intent's status with what became of its charge. */
export function paymentStatus(intent: Stripe.PaymentIntent): string {
  const charge = typeof intent.latest_charge === 'object' ? intent.latest_charge : null
  if (charge?.disputed) return 'disputed'
  if (charge?.refunded) return 'refunded'
  if (charge && charge.amount_refunded > 0) return 'partially_refunded'
  if (intent.status === 'requires_payment_method' && charge?.status === 'failed') return 'failed'
  return intent.status
}
