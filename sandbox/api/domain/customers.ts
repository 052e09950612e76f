import { makeId, type Account } from '../store/account'
import type { CustomerRecord, PaymentMethodRecord } from '../store/records'
import { customerEvents, paymentMethodEvents } from './events'
import { endSubscription } from './subscription-end'

export type NewCustomer = Partial<
  Pick<
    CustomerRecord,
    | 'name'
    | 'email'
    | 'phone'
    | 'description'
    | 'address'
    | 'shipping'
    | 'metadata'
    | 'preferred_locales'
    | 'tax_exempt'
    | 'balance'
    | 'test_clock'
  >
> & { card?: NewCard | null }

export interface NewCard {
  brand: string
  last4: string
  country: string
  expYear: number
  decline?: string | null
}

/** A new customer, with a card that pays by default if one is given. */
export function createCustomer(account: Account, { card, ...fields }: NewCustomer): CustomerRecord {
  const customer: CustomerRecord = {
    id: makeId(account, 'cus_'),
    created: account.now,
    name: null,
    email: null,
    phone: null,
    description: null,
    address: null,
    shipping: null,
    currency: null,
    balance: 0,
    delinquent: false,
    metadata: {},
    invoice_prefix: account.ids.token(8).toUpperCase(),
    next_invoice_sequence: 1,
    default_payment_method: null,
    preferred_locales: [],
    tax_exempt: 'none',
    deleted: false,
    test_clock: null,
    ...fields,
  }
  account.store.customers.add(customer)
  const method = card ? attachCard(account, customer, card) : null
  if (method) customer.default_payment_method = method.id
  customerEvents.emit(account, 'created', customer)
  return customer
}

/** Attaches a new card to a customer. */
export function attachCard(account: Account, customer: CustomerRecord, card: NewCard): PaymentMethodRecord {
  const method = account.store.paymentMethods.add({
    id: makeId(account, 'pm_'),
    created: account.now,
    customer: customer.id,
    brand: card.brand,
    last4: card.last4,
    exp_month: account.ids.integer(1, 12),
    exp_year: card.expYear,
    country: card.country,
    funding: 'credit',
    fingerprint: account.ids.token(16),
    metadata: {},
    decline: card.decline ?? null,
    declines_left: card.decline ? Infinity : 0,
  })
  paymentMethodEvents.emit(account, 'attached', method)
  return method
}

/** Makes a card the one that pays for a customer. */
export function setDefaultCard(
  account: Account,
  customer: CustomerRecord,
  method: PaymentMethodRecord,
): void {
  const changed = customerEvents.watch(account, customer)
  customer.default_payment_method = method.id
  changed()
}

/** Deletes a customer; its subscriptions end at once. */
export function deleteCustomer(account: Account, customer: CustomerRecord): void {
  for (const subscription of account.store.subscriptions.withKey('customer', customer.id)) {
    endSubscription(account, subscription, { reason: 'cancellation_requested' })
  }
  customerEvents.emit(account, 'deleted', customer)
  customer.deleted = true
}
