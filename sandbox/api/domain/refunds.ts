import { DAY } from '../engine/calendar'
import { makeId, type Account } from '../store/account'
import type { ChargeRecord, Metadata, RefundRecord } from '../store/records'
import { traitsOf } from './cards/test-cards'
import { chargeEvents, chargeRefundEvents, refundEvents } from './events'
import { watchWarnings } from './fraud-warnings'
import { converted, post, totalFunds } from './ledger'

/** Seconds until the bank of a test card for refunds answers. */
const BANK_ANSWERS_AFTER = 5

export interface NewRefund {
  amount: number
  reason: string | null
  metadata: Metadata
  instructionsEmail?: string | null
}

/** Gives money of a charge back. The caller has checked that so much is left. */
export function refundCharge(
  account: Account,
  charge: ChargeRecord,
  { amount, reason, metadata, instructionsEmail }: NewRefund,
): RefundRecord {
  const refund: RefundRecord = {
    id: makeId(account, 're_'),
    created: account.now,
    amount,
    currency: charge.currency,
    charge: charge.id,
    payment_intent: charge.payment_intent,
    customer: charge.customer,
    reason,
    status: 'pending',
    balance_transaction: null,
    metadata,
    ...(instructionsEmail ? { instructions_email: instructionsEmail } : {}),
  }
  account.store.refunds.add(refund)
  const method = account.store.paymentMethods.get(charge.payment_method ?? '')
  const behavior = method && traitsOf(method).refund
  if (!hasMoneyFor(account, refund)) refund.pending_reason = 'insufficient_funds'
  else payRefund(account, charge, refund, behavior === 'pends')
  const refunded = chargeEvents.watch(account, charge, 'refunded')
  const warned = watchWarnings(account, charge)
  charge.amount_refunded += amount
  if (reason === 'fraudulent') charge.extras = { ...charge.extras, user_report: 'fraudulent' }
  refundEvents.emit(account, 'created', refund)
  refunded()
  warned()
  if (refund.pending_reason === 'insufficient_funds') retryTomorrow(account, charge, refund)
  if (behavior) account.steps.add(account.now + BANK_ANSWERS_AFTER, () => bankAnswers(account, refund))
  return refund
}

function hasMoneyFor(account: Account, refund: RefundRecord): boolean {
  return totalFunds(account) >= converted(account, refund.amount, refund.currency)
}

function payRefund(account: Account, charge: ChargeRecord, refund: RefundRecord, pends: boolean): void {
  delete refund.pending_reason
  if (pends) refund.pending_reason = 'processing'
  else refund.status = 'succeeded'
  refund.balance_transaction = post(account, {
    amount: -refund.amount,
    currency: refund.currency,
    type: 'refund',
    category: 'refund',
    source: refund.id,
    description: `REFUND FOR CHARGE${charge.description === null ? '' : ` (${charge.description})`}`,
    settlesAfterDays: 0,
  }).id
}

/** A refund that waits for money is tried again every day. */
function retryTomorrow(account: Account, charge: ChargeRecord, refund: RefundRecord): void {
  account.steps.add(account.now + DAY, () => {
    if (refund.pending_reason !== 'insufficient_funds') return
    if (!hasMoneyFor(account, refund)) return retryTomorrow(account, charge, refund)
    const changed = watchRefund(account, refund)
    payRefund(account, charge, refund, false)
    changed()
  })
}

/** A refund's changes are told by two events. */
function watchRefund(account: Account, refund: RefundRecord): () => void {
  const told = [refundEvents.watch(account, refund), chargeRefundEvents.watch(account, refund)]
  return () => {
    for (const tell of told) tell()
  }
}

/** The bank takes a pending refund, and sends the other kind back. */
function bankAnswers(account: Account, refund: RefundRecord): void {
  if (refund.pending_reason === 'processing') {
    const changed = watchRefund(account, refund)
    refund.status = 'succeeded'
    delete refund.pending_reason
    changed()
  } else {
    failRefund(account, refund, 'expired_or_canceled_card')
  }
}

/** A refund does not arrive, even after it seemed to: its money comes back. */
export function failRefund(account: Account, refund: RefundRecord, reason: string): void {
  if (refund.status === 'failed') return
  const charge = account.store.charges.get(refund.charge)
  const changed = watchRefund(account, refund)
  const chargeChanged = charge ? chargeEvents.watch(account, charge) : () => undefined
  const warned = charge ? watchWarnings(account, charge) : () => undefined
  if (refund.balance_transaction !== null) {
    refund.failure_balance_transaction = post(account, {
      amount: refund.amount,
      currency: refund.currency,
      type: 'refund_failure',
      category: 'refund_failure',
      source: refund.id,
      description: `REFUND FAILURE (${refund.id})`,
      settlesAfterDays: 0,
    }).id
  }
  refund.status = 'failed'
  refund.failure_reason = reason
  delete refund.pending_reason
  if (charge) charge.amount_refunded -= refund.amount
  changed()
  refundEvents.emit(account, 'failed', refund)
  chargeChanged()
  warned()
}
