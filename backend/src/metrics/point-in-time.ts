/** Figures of one instant, and rates of other products for reconciliation (K1, K2, K4). */
import { basisPoints, ratio, round } from './rational'

/** ARR = 12 x MRR (K1) and ARPA = MRR per customer with MRR (K2, null without any); reporting minor units. */
export function pointInTime({ mrr, activeCustomers }: { mrr: number; activeCustomers: number }): {
  arr: number
  arpa: number | null
} {
  return { arr: 12 * mrr, arpa: perCustomer(mrr, activeCustomers) }
}

/** New MRR per new customer of a period, reporting minor units; null without new customers. */
export function newSaleValue({
  newMrr,
  newCustomers,
}: {
  newMrr: number
  newCustomers: number
}): number | null {
  return perCustomer(newMrr, newCustomers)
}

/** K4, as Stripe counts it: churned / (customers at the start + new), over 30 days. Basis points. */
export function churnAsStripe(count: { churned: number; start: number; new: number }): number | null {
  return basisPoints(ratio(count.churned), ratio(count.start + count.new))
}

/** K4, as Baremetrics counts it: cancelled in 30 days / active 30 days before (365 for yearly plans). Basis points. */
export function churnAsBaremetrics(count: { cancelled: number; activeBefore: number }): number | null {
  return basisPoints(ratio(count.cancelled), ratio(count.activeBefore))
}

/** K4, as Polar's code counts it: cancellation requests in 30 days / customers at the start. Basis points. */
export function churnAsPolar(count: { cancellationRequests: number; start: number }): number | null {
  return basisPoints(ratio(count.cancellationRequests), ratio(count.start))
}

function perCustomer(amountMinor: number, customers: number): number | null {
  return customers === 0 ? null : round(ratio(amountMinor, customers))
}
