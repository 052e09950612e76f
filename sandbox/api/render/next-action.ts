import { AUTHENTICATION_PAGE } from '../pages/addresses'
import type { JsonObject } from '../json'
import type { Account } from '../store/account'
import type { PaymentIntentRecord, SetupIntentRecord } from '../store/records'

/** What the cardholder has to do next: go to the bank's page, or what Stripe's scripts in a browser do. */
export function renderNextAction(
  account: Account,
  intent: Pick<PaymentIntentRecord | SetupIntentRecord, 'id' | 'status'>,
  returnUrl: string | null,
): JsonObject | null {
  if (intent.status !== 'requires_action') return null
  const url = `${account.site.url}${AUTHENTICATION_PAGE}/${account.id}/${intent.id}`
  return returnUrl === null
    ? { type: 'use_stripe_sdk', use_stripe_sdk: { type: 'three_d_secure_redirect', stripe_js: url } }
    : { redirect_to_url: { return_url: returnUrl, url }, type: 'redirect_to_url' }
}

/** What a browser needs to go on with an intent. */
export function clientSecretOf({ id }: { id: string }): string {
  return `${id}_secret_${id.slice(-16)}`
}
