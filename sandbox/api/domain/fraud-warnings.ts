import { makeId, type Account } from '../store/account'
import type { ChargeRecord } from '../store/records'
import { chargeEvents, earlyFraudWarningEvents } from './events'

/** A card's network warns that a payment is probably fraud. */
export function warnOfFraud(account: Account, charge: ChargeRecord): void {
  const warning = account.store.earlyFraudWarnings.add({
    id: makeId(account, 'issfr_'),
    created: account.now,
    charge: charge.id,
    payment_intent: charge.payment_intent,
  })
  const changed = chargeEvents.watch(account, charge)
  charge.extras = { ...charge.extras, stripe_report: 'fraudulent' }
  changed()
  earlyFraudWarningEvents.emit(account, 'created', warning)
}

/** Call before a charge is disputed or refunded; the function it returns tells of the warnings that this settles. */
export function watchWarnings(account: Account, charge: ChargeRecord): () => void {
  const told = account.store.earlyFraudWarnings
    .withKey('charge', charge.id)
    .map((warning) => earlyFraudWarningEvents.watch(account, warning))
  return () => {
    for (const tell of told) tell()
  }
}
