import type { JsonObject } from '../json'
import type { AddressRecord, CustomerRecord, PaymentMethodRecord } from '../store/records'

/** An address; the API answers all of its fields. */
export function renderAddress(address: AddressRecord | null): JsonObject | null {
  return address ? { ...address } : null
}

export function renderCustomer(customer: CustomerRecord): JsonObject {
  if (customer.deleted) return { id: customer.id, object: 'customer', deleted: true }
  const { shipping } = customer
  return {
    id: customer.id,
    object: 'customer',
    address: renderAddress(customer.address),
    balance: customer.balance,
    created: customer.created,
    currency: customer.currency,
    customer_account: null,
    default_source: null,
    delinquent: customer.delinquent,
    description: customer.description,
    discount: null,
    email: customer.email,
    invoice_prefix: customer.invoice_prefix,
    invoice_settings: {
      custom_fields: null,
      default_payment_method: customer.default_payment_method,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: { ...customer.metadata },
    name: customer.name,
    next_invoice_sequence: customer.next_invoice_sequence,
    phone: customer.phone,
    preferred_locales: [...customer.preferred_locales],
    shipping: shipping
      ? { address: renderAddress(shipping.address), name: shipping.name, phone: shipping.phone }
      : null,
    tax_exempt: customer.tax_exempt,
    test_clock: customer.test_clock,
  }
}

const CHECKS = { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' }

export function renderPaymentMethod(method: PaymentMethodRecord): JsonObject {
  return {
    id: method.id,
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: { address: { ...NO_ADDRESS }, email: null, name: null, phone: null, tax_id: null },
    card: {
      brand: method.brand,
      checks: { ...CHECKS },
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

export const NO_ADDRESS: AddressRecord = {
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
}
