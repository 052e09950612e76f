import type { JsonObject } from '../json'
import type { RefundRecord } from '../store/records'

export function renderRefund(refund: RefundRecord): JsonObject {
  return {
    id: refund.id,
    object: 'refund',
    amount: refund.amount,
    balance_transaction: refund.balance_transaction,
    charge: refund.charge,
    created: refund.created,
    currency: refund.currency,
    customer: refund.customer,
    customer_account: null,
    destination_details: {
      card:
        refund.status === 'succeeded'
          ? {
              reference: refund.id.slice(-11),
              reference_status: 'available',
              reference_type: 'acquirer_reference_number',
              type: 'refund',
            }
          : { type: refund.status === 'pending' ? 'pending' : 'refund' },
      type: 'card',
    },
    ...(refund.failure_balance_transaction === undefined
      ? {}
      : { failure_balance_transaction: refund.failure_balance_transaction }),
    ...(refund.failure_reason === undefined ? {} : { failure_reason: refund.failure_reason }),
    ...(refund.instructions_email === undefined ? {} : { instructions_email: refund.instructions_email }),
    metadata: { ...refund.metadata },
    payment_intent: refund.payment_intent,
    payment_method: null,
    ...(refund.pending_reason === undefined ? {} : { pending_reason: refund.pending_reason }),
    reason: refund.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: refund.status,
    transfer_reversal: null,
  }
}
