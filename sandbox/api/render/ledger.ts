import type { JsonObject } from '../json'
import type { Account } from '../store/account'
import type { BalanceTransactionRecord, DisputeRecord, PayoutRecord } from '../store/records'

export function renderBalanceTransaction(account: Account, entry: BalanceTransactionRecord): JsonObject {
  return {
    id: entry.id,
    object: 'balance_transaction',
    amount: entry.amount,
    available_on: entry.available_on,
    balance_type: 'payments',
    created: entry.created,
    currency: entry.currency,
    description: entry.description,
    exchange_rate: entry.exchange_rate,
    fee: entry.fee,
    fee_details:
      entry.fee === 0
        ? []
        : [
            {
              amount: entry.fee,
              application: null,
              currency: entry.currency,
              description: entry.reporting_category === 'dispute' ? 'Dispute fee' : 'Stripe processing fees',
              type: 'stripe_fee',
            },
          ],
    net: entry.net,
    reporting_category: entry.reporting_category,
    source: entry.source,
    status: entry.available_on <= account.now ? 'available' : 'pending',
    type: entry.type,
  }
}

export function renderPayout(payout: PayoutRecord): JsonObject {
  return {
    id: payout.id,
    object: 'payout',
    amount: payout.amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: payout.arrival_date,
    automatic: true,
    balance_transaction: payout.balance_transaction,
    created: payout.created,
    currency: payout.currency,
    description: 'STRIPE PAYOUT',
    destination: null,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: {},
    method: 'standard',
    original_payout: null,
    payout_method: null,
    reconciliation_status: 'completed',
    reversed_by: null,
    source_type: 'card',
    statement_descriptor: null,
    status: payout.status,
    trace_id: null,
    type: 'bank_account',
  }
}

/** The account's balance: what has settled and what has not yet. */
export function renderBalance(account: Account): JsonObject {
  let available = account.funds.settled
  let pending = 0
  for (const [settlesAt, net] of account.funds.pending) {
    if (settlesAt <= account.now) available += net
    else pending += net
  }
  const currency = account.settlementCurrency
  const amounts = (amount: number) => [{ amount, currency, source_types: { card: amount } }]
  return {
    object: 'balance',
    available: amounts(available),
    livemode: false,
    pending: amounts(pending),
    refund_and_dispute_prefunding: {
      available: [{ amount: 0, currency }],
      pending: [{ amount: 0, currency }],
    },
  }
}

const NO_EVIDENCE: Record<string, null> = Object.fromEntries(
  (
    'access_activity_log billing_address cancellation_policy cancellation_policy_disclosure ' +
    'cancellation_rebuttal customer_communication customer_email_address customer_name customer_purchase_ip ' +
    'customer_signature duplicate_charge_documentation duplicate_charge_explanation duplicate_charge_id ' +
    'product_description receipt refund_policy refund_policy_disclosure refund_refusal_explanation service_date ' +
    'service_documentation shipping_address shipping_carrier shipping_date shipping_documentation ' +
    'shipping_tracking_number uncategorized_file uncategorized_text'
  )
    .split(' ')
    .map((field) => [field, null]),
)

export function renderDispute(account: Account, dispute: DisputeRecord): JsonObject {
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
    evidence: {
      ...NO_EVIDENCE,
      customer_email_address: dispute.customer_email,
      customer_name: dispute.customer_name,
      enhanced_evidence: {},
    },
    evidence_details: {
      due_by: dispute.due_by,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: dispute.status === 'needs_response' && dispute.due_by < account.now,
      submission_count: dispute.status === 'needs_response' ? 0 : 1,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: false,
    metadata: { ...dispute.metadata },
    network_reason_code: '10.4',
    payment_intent: dispute.payment_intent,
    payment_method_details: {
      card: { brand: 'visa', case_type: 'chargeback', network: 'visa', network_reason_code: '10.4' },
      type: 'card',
    },
    reason: dispute.reason,
    status: dispute.status,
  }
}
