import { makeId, type Account } from '../store/account'
import type { CustomerRecord, PaymentMethodRecord, TaxIdRecord } from '../store/records'
import { changeBalance } from './customer-balance'
import { customerEvents, taxIdEvents } from './events'
import { attach, attachCard, detach, methodsOf, type NewCard } from './payment-methods'
import { endSubscription } from './subscription-end'

export type CustomerFields = Partial<
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
    | 'invoice_prefix'
    | 'next_invoice_sequence'
    | 'extras'
  >
>

export interface NewCustomer extends CustomerFields {
  test_clock?: string | null
  /** A new card that pays by default. */
  card?: NewCard | null
  /** A card that there is already, and whether it pays by default. */
  method?: { take: () => PaymentMethodRecord; pays: boolean } | null
  taxIds?: Pick<TaxIdRecord, 'type' | 'value'>[]
}

/** A new customer, with what it pays with. */
export function createCustomer(account: Account, wanted: NewCustomer): CustomerRecord {
  const { card, method, taxIds = [], balance = 0, ...fields } = wanted
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
  if (balance !== 0) changeBalance(account, customer, { amount: balance, type: 'initial' })
  if (card) customer.default_payment_method = attachCard(account, customer, card).id
  if (method) {
    const taken = method.take()
    attach(account, taken, customer)
    if (method.pays) customer.default_payment_method = taken.id
  }
  customerEvents.emit(account, 'created', customer)
  for (const taxId of taxIds) createTaxId(account, customer, taxId)
  return customer
}

/** Changes what is said of a customer, and which card pays for it, with one event. */
export function updateCustomer(
  account: Account,
  customer: CustomerRecord,
  { balance = customer.balance, ...fields }: CustomerFields,
  method?: PaymentMethodRecord | null,
): void {
  const changed = customerEvents.watch(account, customer)
  Object.assign(customer, fields)
  if (balance !== customer.balance) {
    changeBalance(account, customer, { amount: balance - customer.balance, type: 'adjustment' })
  }
  if (method !== undefined) customer.default_payment_method = method?.id ?? null
  changed()
}

/** Deletes a customer; its subscriptions end at once, and its cards are nobody's. */
export function deleteCustomer(account: Account, customer: CustomerRecord): void {
  for (const subscription of account.store.subscriptions.withKey('customer', customer.id)) {
    endSubscription(account, subscription, { reason: 'cancellation_requested' })
  }
  customerEvents.emit(account, 'deleted', customer)
  customer.deleted = true
  for (const method of methodsOf(account, customer.id)) detach(account, method)
}

/** Notes a customer's tax id. */
export function createTaxId(
  account: Account,
  customer: CustomerRecord,
  { type, value }: Pick<TaxIdRecord, 'type' | 'value'>,
): TaxIdRecord {
  const taxId = account.store.taxIds.add({
    id: makeId(account, 'txi_'),
    created: account.now,
    customer: customer.id,
    type,
    value,
  })
  taxIdEvents.emit(account, 'created', taxId)
  return taxId
}

/** Forgets a tax id. */
export function deleteTaxId(account: Account, taxId: TaxIdRecord): void {
  taxIdEvents.emit(account, 'deleted', taxId)
  account.store.taxIds.remove(taxId.id)
}
