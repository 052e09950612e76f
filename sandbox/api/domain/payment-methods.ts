import { createRandom } from '../engine/random'
import { makeId, type Account } from '../store/account'
import type {
  BillingDetailsRecord,
  CardExtrasRecord,
  CustomerRecord,
  Metadata,
  PaymentMethodRecord,
} from '../store/records'
import { hasTraits, type TestCard } from './cards/test-cards'
import { customerEvents, paymentMethodEvents, subscriptionEvents } from './events'
import { hasEnded } from './subscription-end'

export interface NewCard {
  brand: string
  last4: string
  country: string
  expYear: number
  expMonth?: number
  funding?: string
  fingerprint?: string
  decline?: string | null
  metadata?: Metadata
  extras?: CardExtrasRecord
}

export interface TestCardDetails {
  expiry?: { month: number; year: number } | undefined
  billing?: BillingDetailsRecord | undefined
  allowRedisplay?: CardExtrasRecord['allow_redisplay'] | undefined
  metadata?: Metadata | undefined
}

/** One of Stripe's test cards as a new card. The same number always has the same fingerprint. */
export function newTestCard(account: Account, card: TestCard, details: TestCardDetails = {}): NewCard {
  const { expiry, billing, allowRedisplay, metadata } = details
  return {
    brand: card.brand,
    last4: card.number.slice(-4),
    country: card.country,
    funding: card.funding,
    fingerprint: createRandom(account.seed, `fingerprint/${card.number}`).token(16),
    expYear: expiry?.year ?? new Date(account.now * 1000).getUTCFullYear() + 1,
    ...(expiry ? { expMonth: expiry.month } : {}),
    ...(metadata ? { metadata } : {}),
    extras: {
      ...(hasTraits(card) ? { number: card.number } : {}),
      ...(expiry ? { typed: true } : {}),
      ...(billing ? { billing } : {}),
      ...(allowRedisplay ? { allow_redisplay: allowRedisplay } : {}),
    },
  }
}

/** A new card that belongs to nobody yet. */
export function createCard(account: Account, card: NewCard): PaymentMethodRecord {
  return account.store.paymentMethods.add({
    id: makeId(account, 'pm_'),
    created: account.now,
    customer: null,
    brand: card.brand,
    last4: card.last4,
    exp_month: card.expMonth ?? account.ids.integer(1, 12),
    exp_year: card.expYear,
    country: card.country,
    funding: card.funding ?? 'credit',
    fingerprint: card.fingerprint ?? account.ids.token(16),
    metadata: card.metadata ?? {},
    decline: card.decline ?? null,
    declines_left: card.decline ? Infinity : 0,
    ...(card.extras && Object.keys(card.extras).length > 0 ? { extras: card.extras } : {}),
  })
}

/** Gives a card to a customer. */
export function attach(account: Account, method: PaymentMethodRecord, customer: CustomerRecord): void {
  method.customer = customer.id
  account.store.paymentMethods.addToIndex('customer', customer.id, method.id)
  paymentMethodEvents.emit(account, 'attached', method)
}

/** Attaches a new card to a customer. */
export function attachCard(account: Account, customer: CustomerRecord, card: NewCard): PaymentMethodRecord {
  const method = createCard(account, card)
  attach(account, method, customer)
  return method
}

/** The cards of a customer, newest first. */
export function methodsOf(account: Account, customer: string): PaymentMethodRecord[] {
  return account.store.paymentMethods
    .withKey('customer', customer)
    .filter((one) => one.customer === customer)
    .reverse()
}

/** Takes a card from its customer: nothing is paid with it any more, and it cannot be attached again. */
export function detach(account: Account, method: PaymentMethodRecord): void {
  const { customers, subscriptions } = account.store
  const customer = customers.get(method.customer ?? '')
  const detached = paymentMethodEvents.watch(account, method, 'detached')
  method.customer = null
  method.extras = { ...method.extras, spent: true }
  detached()
  if (!customer || customer.deleted) return
  if (customer.default_payment_method === method.id) {
    const changed = customerEvents.watch(account, customer)
    customer.default_payment_method = null
    changed()
  }
  for (const subscription of subscriptions.withKey('customer', customer.id)) {
    if (subscription.default_payment_method !== method.id || hasEnded(subscription)) continue
    const changed = subscriptionEvents.watch(account, subscription)
    subscription.default_payment_method = null
    changed()
  }
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

/** Years that a renewed card is good for. */
const RENEWED_FOR = 4

/** Whether the month that a card is good for is over. */
export function isPastExpiry({ now }: Account, { exp_month, exp_year }: PaymentMethodRecord): boolean {
  return now >= Date.UTC(exp_year, exp_month, 1) / 1000
}

/**
 * Whether a card has expired. Networks tell Stripe of renewed cards, except of those whose number was typed in.
 * Source: docs.stripe.com/payments/cards/overview#automatic-card-updates.
 */
export function hasExpired(account: Account, method: PaymentMethodRecord): boolean {
  if (!isPastExpiry(account, method)) return false
  if (method.extras?.typed) return true
  const changed = paymentMethodEvents.watch(account, method, 'automatically_updated')
  changeExpiry(account, method, method.exp_month, new Date(account.now * 1000).getUTCFullYear() + RENEWED_FOR)
  changed()
  return false
}

/** Gives a card another expiry; charges keep the one that they were made with. The caller emits the event. */
export function changeExpiry(
  account: Account,
  method: PaymentMethodRecord,
  month: number,
  year: number,
): void {
  const { exp_month, exp_year, extras } = method
  if (exp_month === month && exp_year === year) return
  const former = [...(extras?.former ?? []), { until: account.now, exp_month, exp_year }]
  Object.assign(method, { exp_month: month, exp_year: year, extras: { ...extras, former } })
}
