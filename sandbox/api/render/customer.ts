import type { JsonObject } from '../json'
import type { AddressRecord, CustomerRecord } from '../store/records'

/** An address; the API answers all of its fields. */
export function renderAddress(address: AddressRecord | null): JsonObject | null {
  return address ? { ...address } : null
}

export function renderCustomer(customer: CustomerRecord): JsonObject {
  if (customer.deleted) return { id: customer.id, object: 'customer', deleted: true }
  const { shipping, extras = {} } = customer
  return {
    id: customer.id,
    object: 'customer',
    address: renderAddress(customer.address),
    balance: customer.balance,
    ...(extras.business_name ? { business_name: extras.business_name } : {}),
    created: customer.created,
    currency: customer.currency,
    customer_account: null,
    default_source: null,
    delinquent: customer.delinquent,
    description: customer.description,
    discount: null,
    email: customer.email,
    ...(extras.individual_name ? { individual_name: extras.individual_name } : {}),
    invoice_prefix: customer.invoice_prefix,
    invoice_settings: {
      custom_fields: extras.custom_fields?.map((field) => ({ ...field })) ?? null,
      default_payment_method: customer.default_payment_method,
      footer: extras.footer ?? null,
      rendering_options: extras.amount_tax_display
        ? { amount_tax_display: extras.amount_tax_display, template: null }
        : null,
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

export const NO_ADDRESS: AddressRecord = {
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
}
