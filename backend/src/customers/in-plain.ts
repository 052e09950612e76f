/** What of a customer's copy stays in plain. Pure. */

/** What is searched or shown in lists. All else is sealed, and so is what Stripe adds. */
export const IN_PLAIN = [
  'id',
  'object',
  'created',
  'deleted',
  'livemode',
  'name',
  'email',
  'metadata',
  'currency',
  'balance',
  'delinquent',
] as const

const plain: ReadonlySet<string> = new Set(IN_PLAIN)

/** Of the address the country alone. */
export function inPlain(customer: object): object {
  const { address } = customer as { address?: { country?: unknown } | null }
  return {
    ...Object.fromEntries(Object.entries(customer).filter(([field]) => plain.has(field))),
    ...(address ? { address: { country: address.country ?? null } } : {}),
  }
}
