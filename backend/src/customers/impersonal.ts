/** What of a Stripe object says nothing about a person. Pure. */

/** Texts that stay: ids, and words that Stripe chose. All others may say who somebody is, and so may new ones. */
export const KEPT_TEXTS = [
  'account',
  'amount_decimal',
  'balance_transaction',
  'balance_type',
  'behavior',
  'billing_reason',
  'billing_scheme',
  'brand',
  'case_type',
  'charge',
  'collection_method',
  'country',
  'coupon',
  'currency',
  'customer',
  'decline_code',
  'discount',
  'discounts',
  'duration',
  'failure_balance_transaction',
  'failure_code',
  'feedback',
  'flat_amount_decimal',
  'fraud_type',
  'funding',
  'id',
  'interval',
  'invoice',
  'latest_charge',
  'latest_invoice',
  'network',
  'network_reason_code',
  'object',
  'payment_intent',
  'percent_off',
  'percentage',
  'price',
  'product',
  'products',
  'promotion_code',
  'reason',
  'reporting_category',
  'result',
  'round',
  'source',
  'status',
  'subscription',
  'subscription_item',
  'tax_behavior',
  'tiers_mode',
  'type',
  'unit_amount_decimal',
  'usage_type',
] as const

const kept: ReadonlySet<string> = new Set(KEPT_TEXTS)

/** Whose keys are the merchant's own words. */
const OWN_WORDS = 'metadata'

function stripped(field: string, value: unknown): unknown {
  if (typeof value === 'string') return kept.has(field) ? value : null
  if (Array.isArray(value))
    return value
      .filter((one) => typeof one !== 'string' || kept.has(field))
      .map((one) => stripped(field, one))
  if (typeof value !== 'object' || value === null) return value
  return field === OWN_WORDS ? {} : impersonal(value)
}

/** The object with its numbers, dates and states, and of its texts only `KEPT_TEXTS`; the others become null. */
export const impersonal = (object: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(object).map(([field, value]) => [field, stripped(field, value)]))
