import { DAY } from '../engine/calendar'
import { makeId, type Account } from '../store/account'
import type { ChargeRecord, DisputeRecord } from '../store/records'
import type { CardTraits } from './cards/test-cards'
import { capturedOf } from './charges'
import { daysToAnswer } from './dispute-reasons'
import { isClosed, isRefundable } from './dispute-status'
import { chargeEvents, disputeEvents } from './events'
import { warnOfFraud, watchWarnings } from './fraud-warnings'
import { post } from './ledger'
import { failRefund } from './refunds'

/** Stripe's fee for a dispute, in the settlement currency; it stays when the dispute is won. */
const DISPUTE_FEE = 1_500
/** An inquiry that did not become a dispute is over after so long. Source: docs.stripe.com/disputes/how-disputes-work. */
const INQUIRY_DAYS = 120
/** Seconds until the bank decides over Stripe's test evidence. */
const DECIDED_AFTER = 5
/** Refunds so fresh fail when the charge is disputed. */
const FRESH_REFUND = 60

/** What a test card does after it has paid. */
export function feelConsequences(account: Account, charge: ChargeRecord, traits: CardTraits): void {
  for (const { reason, inquiry = false } of traits.disputes ?? [])
    openDispute(account, charge, reason, inquiry)
  if (traits.warns) warnOfFraud(account, charge)
}

/** The cardholder disputes a charge: the money and a fee leave at once. With an inquiry the bank only asks. */
export function openDispute(
  account: Account,
  charge: ChargeRecord,
  reason: string,
  inquiry = false,
): DisputeRecord {
  const network = account.store.paymentMethods.get(charge.payment_method ?? '')?.brand ?? 'visa'
  const dispute = account.store.disputes.add({
    id: makeId(account, 'du_'),
    created: account.now,
    amount: capturedOf(charge),
    currency: charge.currency,
    charge: charge.id,
    payment_intent: charge.payment_intent,
    reason,
    status: inquiry ? 'warning_needs_response' : 'needs_response',
    inquiry,
    network,
    due_by: deadline(account, network),
    balance_transactions: [],
    evidence: {},
    submissions: 0,
    metadata: {},
  })
  const changed = chargeEvents.watch(account, charge)
  const warned = watchWarnings(account, charge)
  charge.disputed = true
  if (!inquiry) withdraw(account, dispute)
  changed()
  warned()
  disputeEvents.emit(account, 'created', dispute)
  if (!inquiry) disputeEvents.emit(account, 'funds_withdrawn', dispute)
  watchDeadline(account, dispute)
  return dispute
}

/** The end of the day on which the answer is due. */
function deadline({ now }: Account, network: string): number {
  return (Math.floor(now / DAY) + daysToAnswer(network) + 1) * DAY - 1
}

/** Without an answer in time a dispute is lost, and an inquiry closed. */
function watchDeadline(account: Account, dispute: DisputeRecord): void {
  const { due_by } = dispute
  account.steps.add(due_by + 1, () => {
    if (dispute.due_by !== due_by) return
    if (dispute.status === 'needs_response') closeDispute(account, dispute, 'lost')
    if (dispute.status === 'warning_needs_response') closeDispute(account, dispute, 'warning_closed')
  })
}

function withdraw(account: Account, dispute: DisputeRecord): void {
  const entry = post(account, {
    amount: -dispute.amount,
    currency: dispute.currency,
    type: 'adjustment',
    category: 'dispute',
    source: dispute.id,
    description: `Chargeback withdrawal for ${dispute.charge}`,
    feeOf: () => DISPUTE_FEE,
    settlesAfterDays: 0,
  })
  dispute.balance_transactions.push(entry.id)
}

/** Whether a dispute keeps a charge from being refunded. */
export function lockedByDispute(account: Account, charge: ChargeRecord): boolean {
  return account.store.disputes.withKey('charge', charge.id).some((one) => !isRefundable(one))
}

const TEST_OUTCOMES: Record<string, (account: Account, dispute: DisputeRecord) => void> = {
  winning_evidence: (account, dispute) =>
    closeDispute(account, dispute, dispute.inquiry ? 'warning_closed' : 'won'),
  losing_evidence: (account, dispute) =>
    closeDispute(account, dispute, dispute.inquiry ? 'warning_closed' : 'lost'),
  escalate_inquiry_evidence: (account, dispute) => escalate(account, dispute),
}

/** The merchant answers: fields are added to the evidence, and it is handed in unless it is only a draft. */
export function respondToDispute(
  account: Account,
  dispute: DisputeRecord,
  evidence: Record<string, string>,
  { submit = true, metadata = dispute.metadata } = {},
): void {
  const changed = disputeEvents.watch(account, dispute)
  dispute.metadata = metadata
  const fields = Object.entries({ ...dispute.evidence, ...evidence })
  dispute.evidence = Object.fromEntries(fields.filter(([, text]) => text !== ''))
  if (submit) submitEvidence(account, dispute)
  changed()
}

/**
 * Hands the evidence in. What the bank then decides is open, but for Stripe's test evidence, which decides it within
 * seconds. Source: docs.stripe.com/testing#disputes.
 */
function submitEvidence(account: Account, dispute: DisputeRecord): void {
  dispute.submissions += 1
  dispute.status = dispute.inquiry ? 'warning_under_review' : 'under_review'
  const decide = TEST_OUTCOMES[dispute.evidence['uncategorized_text'] ?? '']
  if (decide) account.steps.add(account.now + DECIDED_AFTER, () => decide(account, dispute))
  else if (dispute.inquiry) {
    account.steps.add(dispute.created + INQUIRY_DAYS * DAY, () => {
      if (dispute.status === 'warning_under_review') closeDispute(account, dispute, 'warning_closed')
    })
  }
}

/** The bank is not content with the answer to its inquiry: it becomes a dispute. */
export function escalate(account: Account, dispute: DisputeRecord): void {
  if (!dispute.inquiry || isClosed(dispute)) return
  const changed = disputeEvents.watch(account, dispute)
  Object.assign(dispute, { inquiry: false, status: 'needs_response', submissions: 0, evidence: {} })
  dispute.due_by = deadline(account, dispute.network)
  withdraw(account, dispute)
  changed()
  disputeEvents.emit(account, 'funds_withdrawn', dispute)
  watchDeadline(account, dispute)
  for (const refund of account.store.refunds.withKey('charge', dispute.charge)) {
    if (refund.created > account.now - FRESH_REFUND) {
      failRefund(account, refund, 'charge_for_pending_refund_disputed')
    }
  }
}

/** A dispute is over. A won one brings the money back; the fee stays. */
export function closeDispute(
  account: Account,
  dispute: DisputeRecord,
  outcome: 'lost' | 'warning_closed' | 'won',
): void {
  if (isClosed(dispute)) return
  dispute.status = outcome
  if (outcome === 'won') {
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
    disputeEvents.emit(account, 'funds_reinstated', dispute)
  }
  disputeEvents.emit(account, 'closed', dispute)
}
