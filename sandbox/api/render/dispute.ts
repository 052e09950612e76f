import { refundableOf } from '../domain/charges'
import { reasonCodeOf } from '../domain/dispute-reasons'
import { isRefundable } from '../domain/dispute-status'
import type { JsonObject } from '../json'
import type { Account } from '../store/account'
import type { DisputeRecord, EarlyFraudWarningRecord } from '../store/records'
import { renderBalanceTransaction } from './ledger'

/** The fields of a dispute's evidence that hold text. */
export const EVIDENCE_TEXTS = [
  'access_activity_log',
  'billing_address',
  'cancellation_policy_disclosure',
  'cancellation_rebuttal',
  'customer_email_address',
  'customer_name',
  'customer_purchase_ip',
  'duplicate_charge_explanation',
  'duplicate_charge_id',
  'product_description',
  'refund_policy_disclosure',
  'refund_refusal_explanation',
  'service_date',
  'shipping_address',
  'shipping_carrier',
  'shipping_date',
  'shipping_tracking_number',
  'uncategorized_text',
] as const

/** Those that name a file. */
export const EVIDENCE_FILES = [
  'cancellation_policy',
  'customer_communication',
  'customer_signature',
  'duplicate_charge_documentation',
  'receipt',
  'refund_policy',
  'service_documentation',
  'shipping_documentation',
  'uncategorized_file',
] as const

/** What is known of the customer stands in the evidence from the beginning. */
function renderEvidence(account: Account, dispute: DisputeRecord): JsonObject {
  const charge = account.store.charges.get(dispute.charge)
  const known: Record<string, string | null | undefined> = {
    customer_email_address: charge?.billing_email,
    customer_name: charge?.billing_name,
    ...dispute.evidence,
  }
  const fields = [...EVIDENCE_TEXTS, ...EVIDENCE_FILES].sort().map((name) => [name, known[name] ?? null])
  return { ...Object.fromEntries(fields), enhanced_evidence: {} }
}

export function renderDispute(account: Account, dispute: DisputeRecord): JsonObject {
  const code = reasonCodeOf(dispute)
  const open = dispute.status === 'needs_response' || dispute.status === 'warning_needs_response'
  return {
    id: dispute.id,
    object: 'dispute',
    amount: dispute.amount,
    balance_transactions: dispute.balance_transactions.flatMap((id) => {
      const entry = account.store.balanceTransactions.get(id)
      return entry ? [renderBalanceTransaction(account, entry)] : []
    }),
    charge: dispute.charge,
    created: dispute.created,
    currency: dispute.currency,
    enhanced_eligibility_types: [],
    evidence: renderEvidence(account, dispute),
    evidence_details: {
      due_by: dispute.due_by,
      enhanced_eligibility: {},
      has_evidence: Object.keys(dispute.evidence).length > 0,
      past_due: open && dispute.due_by < account.now,
      submission_count: dispute.submissions,
      submission_method: dispute.submissions > 0 ? 'manual' : 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: isRefundable(dispute),
    livemode: false,
    metadata: { ...dispute.metadata },
    network_reason_code: code,
    payment_intent: dispute.payment_intent,
    payment_method_details: {
      card: {
        brand: dispute.network,
        case_type: dispute.inquiry ? 'inquiry' : 'chargeback',
        network: dispute.network,
        network_reason_code: code,
      },
      type: 'card',
    },
    reason: dispute.reason,
    status: dispute.status,
  }
}

/** A warning is actionable until the charge is disputed, or wholly refunded. */
export function renderEarlyFraudWarning(account: Account, warning: EarlyFraudWarningRecord): JsonObject {
  const charge = account.store.charges.get(warning.charge)
  return {
    id: warning.id,
    object: 'radar.early_fraud_warning',
    actionable: charge !== undefined && !charge.disputed && refundableOf(charge) > 0,
    charge: warning.charge,
    created: warning.created,
    fraud_type: 'misc',
    livemode: false,
    payment_intent: warning.payment_intent,
  }
}
