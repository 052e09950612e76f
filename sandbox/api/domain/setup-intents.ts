import { makeId, type Account } from '../store/account'
import type { PaymentErrorRecord, PaymentMethodRecord, SetupIntentRecord } from '../store/records'
import { traitsOf } from './cards/test-cards'
import { setupIntentEvents } from './events'
import { authenticationFailure } from './payment-intents'
import { declineOf, errorOf, mustAuthenticate, saveCard } from './payments'

export type NewSetupIntent = Partial<
  Pick<
    SetupIntentRecord,
    | 'customer'
    | 'description'
    | 'payment_method'
    | 'usage'
    | 'automatic_payment_methods'
    | 'request_three_d_secure'
    | 'return_url'
    | 'metadata'
  >
>

/** An intent to save a card for later. */
export function createSetupIntent(account: Account, fields: NewSetupIntent): SetupIntentRecord {
  const intent = account.store.setupIntents.add({
    id: makeId(account, 'seti_'),
    created: account.now,
    customer: null,
    description: null,
    status: fields.payment_method ? 'requires_confirmation' : 'requires_payment_method',
    payment_method: null,
    usage: 'off_session',
    automatic_payment_methods: null,
    request_three_d_secure: 'automatic',
    cancellation_reason: null,
    last_error: null,
    latest_attempt: null,
    return_url: null,
    metadata: {},
    ...fields,
  })
  setupIntentEvents.emit(account, 'created', intent)
  return intent
}

/** Saves a card, once its holder has agreed where that is needed; it becomes the customer's. */
export function confirmSetup(
  account: Account,
  intent: SetupIntentRecord,
  method: PaymentMethodRecord,
  authenticated = false,
): 'action' | 'failed' | 'saved' {
  intent.payment_method = method.id
  intent.latest_attempt = makeId(account, 'setatt_')
  if (!authenticated && mustAuthenticate(method, false, intent)) {
    intent.status = 'requires_action'
    intent.last_error = null
    setupIntentEvents.emit(account, 'requires_action', intent)
    return 'action'
  }
  const reason = traitsOf(method).saves ? null : declineOf(account, method)
  if (reason !== null) {
    failSetup(account, intent, errorOf(reason, method, null))
    return 'failed'
  }
  intent.status = 'succeeded'
  intent.last_error = null
  saveCard(account, method, account.store.customers.get(intent.customer ?? ''))
  setupIntentEvents.emit(account, 'succeeded', intent)
  return 'saved'
}

function failSetup(account: Account, intent: SetupIntentRecord, error: PaymentErrorRecord): void {
  Object.assign(intent, { status: 'requires_payment_method', payment_method: null, last_error: error })
  setupIntentEvents.emit(account, 'setup_failed', intent)
}

/** The cardholder answers. */
export function answerSetupAuthentication(
  account: Account,
  intent: SetupIntentRecord,
  agrees: boolean,
): void {
  const method = account.store.paymentMethods.get(intent.payment_method ?? '')
  if (intent.status !== 'requires_action' || !method) return
  if (agrees) confirmSetup(account, intent, method, true)
  else failSetup(account, intent, authenticationFailure('setup', method))
}

/** Nothing is saved any more. */
export function cancelSetup(account: Account, intent: SetupIntentRecord, reason: string | null): void {
  Object.assign(intent, { status: 'canceled', cancellation_reason: reason })
  setupIntentEvents.emit(account, 'canceled', intent)
}
