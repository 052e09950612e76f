import type { JsonObject } from '../json'
import type { Account } from '../store/account'
import type { SetupIntentRecord } from '../store/records'
import { clientSecretOf, renderNextAction } from './next-action'
import { renderPaymentError } from './payment-error'

export function renderSetupIntent(account: Account, intent: SetupIntentRecord): JsonObject {
  return {
    id: intent.id,
    object: 'setup_intent',
    allowed_payment_method_types: null,
    application: null,
    automatic_payment_methods: intent.automatic_payment_methods && { ...intent.automatic_payment_methods },
    cancellation_reason: intent.cancellation_reason,
    client_secret: clientSecretOf(intent),
    created: intent.created,
    customer: intent.customer,
    customer_account: null,
    description: intent.description,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: intent.last_error && renderPaymentError(intent.last_error),
    latest_attempt: intent.latest_attempt,
    livemode: false,
    managed_payments: { enabled: false },
    mandate: null,
    metadata: { ...intent.metadata },
    next_action: renderNextAction(account, intent, intent.return_url),
    on_behalf_of: null,
    payment_method: intent.payment_method,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: { mandate_options: null, network: null, request_three_d_secure: intent.request_three_d_secure },
    },
    payment_method_types: ['card'],
    single_use_mandate: null,
    status: intent.status,
    usage: intent.usage,
  }
}
