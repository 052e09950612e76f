import type { PaymentMethodRecord } from '../../store/records'

/** The expiry that a card had at an instant. */
export function expiryAt(
  method: PaymentMethodRecord,
  instant: number,
): { exp_month: number; exp_year: number } {
  return method.extras?.former?.find(({ until }) => instant < until) ?? method
}
