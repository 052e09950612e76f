import type { DisputeRecord } from '../store/records'

/** The code that a card network gives a reason; source: docs.stripe.com/disputes/reason-codes-defense-requirements. */
const CODES: Record<string, { visa: string; mastercard: string; amex: string; discover: string }> = {
  fraudulent: { visa: '10.4', mastercard: '4837', amex: 'F29', discover: 'UA02' },
  unrecognized: { visa: '10.4', mastercard: '4837', amex: 'F29', discover: 'AA' },
  product_not_received: { visa: '13.1', mastercard: '4853', amex: 'C08', discover: 'RG' },
  product_unacceptable: { visa: '13.3', mastercard: '4853', amex: 'C31', discover: 'RM' },
  subscription_canceled: { visa: '13.2', mastercard: '4853', amex: 'C28', discover: 'AP' },
  credit_not_processed: { visa: '13.6', mastercard: '4853', amex: 'C02', discover: 'RN2' },
  duplicate: { visa: '12.6.1', mastercard: '4834', amex: 'P08', discover: 'DP' },
  general: { visa: '12.5', mastercard: '4853', amex: 'C18', discover: 'NC' },
}

/** Why cardholders dispute. */
export const DISPUTE_REASONS = Object.keys(CODES)

/** An inquiry of Visa's names only the group of its code. */
function networkReasonCode(reason: string, network: string, inquiry: boolean): string {
  const codes = CODES[reason] ?? { visa: '12.5', mastercard: '4853', amex: 'C18', discover: 'NC' }
  const code =
    network === 'visa' || network === 'mastercard' || network === 'amex' ? codes[network] : codes.discover
  return inquiry && network === 'visa' ? (code.split('.')[0] ?? code) : code
}

/** How many days the merchant has to answer; the networks differ. Source: docs.stripe.com/disputes/responding. */
export function daysToAnswer(network: string): number {
  if (network === 'visa') return 8
  return network === 'mastercard' ? 20 : 14
}

/** The network's own code for a dispute's reason. */
export function reasonCodeOf({ reason, network, inquiry }: DisputeRecord): string {
  return networkReasonCode(reason, network, inquiry)
}
