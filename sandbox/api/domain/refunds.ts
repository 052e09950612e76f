import { DAY } from '../engine/calendar'
import { makeId, type Account } from '../store/account'
import type { ChargeRecord, DisputeRecord, Metadata, RefundRecord } from '../store/records'
import { chargeEvents, disputeEvents, refundEvents } from './events'
import { post } from './ledger'

/** Stripe's fee for a lost or won dispute, in the settlement currency. */
const DISPUTE_FEE = 1_500

/** Gives money of a charge back. The caller has checked that so much is left. */
export function refundCharge(
  account: Account,
  charge: ChargeRecord,
  { amount, reason, metadata }: { amount: number; reason: string | null; metadata: Metadata },
): RefundRecord {
  const id = makeId(account, 're_')
  const entry = post(account, {
    amount: -amount,
    currency: charge.currency,
    type: 'refund',
    category: 'refund',
    source: id,
    description: `REFUND FOR CHARGE (${charge.description})`,
    settlesAfterDays: 0,
  })
  const refund = account.store.refunds.add({
    id,
    created: account.now,
    amount,
    currency: charge.currency,
    charge: charge.id,
    payment_intent: charge.payment_intent,
    customer: charge.customer,
    reason,
    status: 'succeeded',
    balance_transaction: entry.id,
    metadata,
  })
  const changed = chargeEvents.watch(account, charge)
  charge.amount_refunded += amount
  refundEvents.emit(account, 'created', refund)
  changed()
  chargeEvents.emit(account, 'refunded', charge)
  return refund
}

/** The cardholder disputes a charge: the money and a fee leave at once. */
export function openDispute(account: Account, charge: ChargeRecord, reason: string): DisputeRecord {
  const id = makeId(account, 'dp_')
  const entry = post(account, {
    amount: -charge.amount,
    currency: charge.currency,
    type: 'adjustment',
    category: 'dispute',
    source: id,
    description: `Chargeback withdrawal for ${charge.id}`,
    feeOf: () => DISPUTE_FEE,
    settlesAfterDays: 0,
  })
  const dispute = account.store.disputes.add({
    id,
    created: account.now,
    amount: charge.amount,
    currency: charge.currency,
    charge: charge.id,
    payment_intent: charge.payment_intent,
    reason,
    status: 'needs_response',
    due_by: Math.floor(account.now / DAY) * DAY + 10 * DAY - 1,
    balance_transactions: [entry.id],
    customer_name: charge.billing_name,
    customer_email: charge.billing_email,
    metadata: {},
  })
  const changed = chargeEvents.watch(account, charge)
  charge.disputed = true
  changed()
  disputeEvents.emit(account, 'created', dispute)
  disputeEvents.emit(account, 'funds_withdrawn', dispute)
  return dispute
}

/** The bank decides. A won dispute brings the money back; the fee stays. */
export function closeDispute(account: Account, dispute: DisputeRecord, won: boolean): void {
  const changed = disputeEvents.watch(account, dispute)
  dispute.status = won ? 'won' : 'lost'
  if (won) {
    const entry = post(account, {
      amount: dispute.amount,
      currency: dispute.currency,
      type: 'adjustment',
      category: 'dispute_reversal',
      source: dispute.id,
      description: `Chargeback reversal for ${dispute.charge}`,
      settlesAfterDays: 0,
    })
    dispute.balance_transactions.push(entry.id)
  }
  changed()
  disputeEvents.emit(account, 'closed', dispute)
  if (won) disputeEvents.emit(account, 'funds_reinstated', dispute)
}
