import { traitsOf } from '../domain/cards/test-cards'
import type { JsonObject } from '../json'
import type { PaymentMethodRecord } from '../store/records'
import { NO_ADDRESS, renderAddress } from './customer'

/** What the card's bank has checked; the code on its back only when the card was entered. */
export function renderChecks(method: PaymentMethodRecord, cvc: 'pass' | null): JsonObject {
  const { checks } = traitsOf(method)
  return { address_line1_check: null, address_postal_code_check: null, cvc_check: cvc, ...checks }
}

export function renderPaymentMethod(method: PaymentMethodRecord): JsonObject {
  const { billing, allow_redisplay = 'unspecified' } = method.extras ?? {}
  return {
    id: method.id,
    object: 'payment_method',
    allow_redisplay,
    billing_details: {
      address: renderAddress(billing?.address ?? NO_ADDRESS),
      email: billing?.email ?? null,
      name: billing?.name ?? null,
      phone: billing?.phone ?? null,
      tax_id: null,
    },
    card: {
      brand: method.brand,
      checks: renderChecks(method, 'pass'),
      country: method.country,
      display_brand: method.brand,
      exp_month: method.exp_month,
      exp_year: method.exp_year,
      fingerprint: method.fingerprint,
      funding: method.funding,
      generated_from: null,
      last4: method.last4,
      networks: { available: [method.brand], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created: method.created,
    customer: method.customer,
    customer_account: null,
    livemode: false,
    metadata: { ...method.metadata },
    type: 'card',
  }
}
