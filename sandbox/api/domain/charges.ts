import { DAY } from '../engine/calendar'
import { makeId, type Account } from '../store/account'
import type {
  ChargeExtrasRecord,
  ChargeRecord,
  CustomerRecord,
  PaymentIntentRecord,
  PaymentMethodRecord,
} from '../store/records'
import { describeDecline } from './cards/declines'
import { traitsOf, type CardTraits } from './cards/test-cards'
import { cardFee, post } from './ledger'

/** So long a card's money can be held. Source: docs.stripe.com/payments/place-a-hold-on-a-payment-method. */
export const HOLD_DAYS = 7

/** A charge of a payment intent; whether it succeeds is for the caller to say. */
export function chargeCard(
  account: Account,
  intent: PaymentIntentRecord,
  method: PaymentMethodRecord,
  customer: CustomerRecord | undefined,
): ChargeRecord {
  const billing = method.extras?.billing
  const { risk } = traitsOf(method)
  const extras = extrasOf(account, intent, risk)
  return account.store.charges.add({
    id: makeId(account, 'ch_'),
    created: account.now,
    amount: intent.amount,
    amount_refunded: 0,
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    payment_intent: intent.id,
    payment_method: method.id,
    status: 'succeeded',
    balance_transaction: null,
    failure_code: null,
    failure_message: null,
    decline_code: null,
    disputed: false,
    billing_name: billing?.name ?? customer?.name ?? null,
    billing_email: billing?.email ?? customer?.email ?? null,
    billing_address: billing?.address ?? customer?.address ?? null,
    ...(billing?.phone ? { billing_phone: billing.phone } : {}),
    receipt_email: intent.receipt_email,
    risk_score: scoreOf(account, risk),
    metadata: { ...intent.metadata },
    ...(extras ? { extras } : {}),
  })
}

function scoreOf(account: Account, risk: CardTraits['risk']): number {
  const usual = account.random.integer(2, 48)
  if (risk === 'elevated') return 70
  return risk === 'highest' ? 95 : usual
}

function extrasOf(
  account: Account,
  { terms }: PaymentIntentRecord,
  risk: CardTraits['risk'],
): ChargeExtrasRecord | undefined {
  if (!terms) return risk ? { risk_level: risk } : undefined
  const { statement_descriptor, statement_descriptor_suffix, shipping, transfer_group } = terms
  return {
    ...(risk ? { risk_level: risk } : {}),
    ...(terms.capture_method === 'manual'
      ? { hold: { capture_before: account.now + HOLD_DAYS * DAY, captured: 0, released: false } }
      : {}),
    statement_descriptor,
    statement_descriptor_suffix,
    shipping,
    transfer_group,
  }
}

/** The card has not paid. */
export function declineCharge(charge: ChargeRecord, { blocked }: CardTraits, reason: string): void {
  const { code, message } = describeDecline(reason)
  charge.status = 'failed'
  charge.failure_code = code
  charge.failure_message = message
  charge.decline_code = reason
  if (charge.extras) delete charge.extras.hold
  if (blocked) charge.extras = { ...charge.extras, blocked: true }
}

/** Takes a charge's money; from a hold it may be less than was authorised. */
export function takeMoney(account: Account, charge: ChargeRecord, amount: number): void {
  const method = account.store.paymentMethods.get(charge.payment_method ?? '')
  charge.balance_transaction = post(account, {
    amount,
    currency: charge.currency,
    type: 'charge',
    category: 'charge',
    source: charge.id,
    description: charge.description,
    feeOf: cardFee,
    settlesAfterDays: method && traitsOf(method).available ? 0 : account.payoutSettings.delay_days,
  }).id
}

/** What was taken of a charge. */
export function capturedOf({ status, amount, extras }: ChargeRecord): number {
  if (status === 'failed') return 0
  return extras?.hold ? extras.hold.captured : amount
}

/** What can still be given back of a charge. */
export function refundableOf(charge: ChargeRecord): number {
  return capturedOf(charge) - charge.amount_refunded
}
