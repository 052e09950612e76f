/** What can be charged at least, by currency. Source: docs.stripe.com/currencies#minimum-and-maximum-charge-amounts. */
const LEAST: Record<string, number> = { gbp: 30, sek: 300, dkk: 250, pln: 200 }

/** The least amount that can be charged in a currency. */
export function leastCharge(currency: string): number {
  return LEAST[currency] ?? 50
}

/** The largest amount that can be charged. */
export const MOST_CHARGE = 99_999_999
