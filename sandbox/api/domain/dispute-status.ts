import type { DisputeRecord } from '../store/records'

/** Whether nothing more happens to a dispute. */
export function isClosed({ status }: DisputeRecord): boolean {
  return status === 'won' || status === 'lost' || status === 'warning_closed'
}

/** Whether the charge of a dispute can be refunded meanwhile. */
export function isRefundable({ inquiry, status }: DisputeRecord): boolean {
  return inquiry || status === 'won'
}
