import { DAY } from '../engine/calendar'
import { isObject, sameJson, serialize, type Json, type JsonObject } from '../json'
import {
  renderAccount,
  renderApplication,
  renderBankAccount,
  renderCapability,
  renderInstall,
} from '../render/account'
import { renderCharge } from '../render/charge'
import { renderCustomer } from '../render/customer'
import {
  renderCoupon,
  renderDiscount,
  renderPrice,
  renderProduct,
  renderPromotionCode,
} from '../render/catalogue'
import { renderEntitlementSummary } from '../render/entitlements'
import { renderInvoice, renderInvoicePayment } from '../render/invoice'
import { renderInvoiceItem } from '../render/invoice-line'
import { renderMeter } from '../render/meter'
import { renderSchedule } from '../render/schedule'
import { renderTaxRate } from '../render/tax'
import { renderCreditNote } from '../render/credit-note'
import { renderDispute, renderEarlyFraudWarning } from '../render/dispute'
import { renderFile } from '../render/file'
import { renderBalance, renderPayout } from '../render/ledger'
import { renderPaymentIntent } from '../render/payment-intent'
import { renderPaymentMethod } from '../render/payment-method'
import { renderRefund } from '../render/refund'
import { renderPortalConfiguration, renderPortalSession } from '../render/portal'
import { renderBalanceSettings } from '../render/payout-settings'
import { renderSetupIntent } from '../render/setup-intent'
import { renderTaxId } from '../render/tax-id'
import { renderTransfer } from '../render/transfer'
import { renderTestClock } from '../render/platform'
import { renderSubscription } from '../render/subscription'
import { makeId, type Account } from '../store/account'

/** The events of one kind of object. */
export interface ObjectEvents<T> {
  /** Records that something happened to the object: `emit(account, 'paid', invoice)` gives `invoice.paid`. */
  emit(account: Account, what: string, record: T): void
  /** Call before a change; the function it returns emits `*.updated` with what differs, if anything does. */
  watch(account: Account, record: T, what?: string): () => void
}

/** Events can be read for so long. */
export const EVENT_DAYS = 30

const nothing = () => undefined

/** Old events are not kept: the list reaches back 30 days, and a seeded history would fill memory with them. */
function keepsEvents(account: Account): boolean {
  return account.clock.now >= account.recordFrom && !account.rehearsal
}

/** Drops events once nobody can list them any more; a process that lives long keeps its size. */
export function scheduleEventExpiry(account: Account, from: number, place = 0): void {
  const at = from + DAY
  account.steps.add(at, () => {
    const { events } = account.store
    let next = place
    for (; next < events.added; next += 1) {
      const event = events.at(next)
      if (event && event.recorded >= at - EVENT_DAYS * DAY) break
      if (event) events.remove(event.id)
    }
    scheduleEventExpiry(account, at, next)
  })
}

function record(account: Account, type: string, object: JsonObject, previous?: JsonObject): void {
  const event = account.store.events.add({
    id: makeId(account, 'evt_'),
    created: account.now,
    recorded: account.clock.now,
    type,
    data: serialize(previous ? { object, previous_attributes: previous } : { object }, account.live),
    request: {
      id: account.cause?.requestId ?? null,
      idempotency_key: account.cause?.idempotencyKey ?? null,
    },
  })
  account.onEvent?.(event)
  const { customer } = object
  if (type.startsWith('customer.subscription.') && typeof customer === 'string')
    account.onSubscription?.(customer)
}

/** What `after` had before, for the fields that differ; null stands for a field that was not there. */
export function previousAttributes(before: JsonObject, after: JsonObject): JsonObject {
  const previous: JsonObject = {}
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const was: Json = before[key] ?? null
    const is: Json = after[key] ?? null
    if (sameJson(was, is)) continue
    previous[key] = isObject(was) && isObject(is) ? previousAttributes(was, is) : was
  }
  return previous
}

function eventsOf<T>(prefix: string, render: (account: Account, record: T) => JsonObject): ObjectEvents<T> {
  /** What is being watched, and since which turn: a change within a change is told with the whole of it, once. */
  const watched = new Map<T, number>()
  return {
    emit(account, what, subject) {
      if (keepsEvents(account)) record(account, `${prefix}.${what}`, render(account, subject))
    },
    watch(account, subject, what = 'updated') {
      if (!keepsEvents(account)) return nothing
      const within = watched.get(subject) === account.turn
      if (within && what === 'updated') return nothing
      const before = render(account, subject)
      if (!within) watched.set(subject, account.turn)
      return () => {
        if (!within) watched.delete(subject)
        const after = render(account, subject)
        const previous = previousAttributes(before, after)
        if (Object.keys(previous).length > 0) record(account, `${prefix}.${what}`, after, previous)
      }
    },
  }
}

/** Tells of an invoice that does not exist yet. */
export function tellUpcoming(account: Account, preview: JsonObject): void {
  if (keepsEvents(account)) record(account, 'invoice.upcoming', preview)
}

export const customerEvents = eventsOf('customer', (_account, one: Parameters<typeof renderCustomer>[0]) =>
  renderCustomer(one),
)
export const paymentMethodEvents = eventsOf(
  'payment_method',
  (_account, one: Parameters<typeof renderPaymentMethod>[0]) => renderPaymentMethod(one),
)
export const productEvents = eventsOf('product', (_account, one: Parameters<typeof renderProduct>[0]) =>
  renderProduct(one),
)
export const priceEvents = eventsOf('price', (_account, one: Parameters<typeof renderPrice>[0]) =>
  renderPrice(one),
)
export const couponEvents = eventsOf('coupon', (account, one: Parameters<typeof renderCoupon>[0]) =>
  renderCoupon(one, account.now),
)
export const promotionCodeEvents = eventsOf(
  'promotion_code',
  (account, one: Parameters<typeof renderPromotionCode>[0]) =>
    renderPromotionCode(one, account.store.coupons.get(one.coupon), account.now),
)
export const discountEvents = eventsOf(
  'customer.discount',
  (_account, one: Parameters<typeof renderDiscount>[0]) => renderDiscount(one),
)
export const subscriptionEvents = eventsOf('customer.subscription', renderSubscription)
export const invoiceEvents = eventsOf('invoice', renderInvoice)
export const invoiceItemEvents = eventsOf('invoiceitem', renderInvoiceItem)
export const taxRateEvents = eventsOf('tax_rate', (_account, one: Parameters<typeof renderTaxRate>[0]) =>
  renderTaxRate(one),
)
export const meterEvents = eventsOf('billing.meter', (_account, one: Parameters<typeof renderMeter>[0]) =>
  renderMeter(one),
)
export const scheduleEvents = eventsOf('subscription_schedule', renderSchedule)
export const creditNoteEvents = eventsOf('credit_note', renderCreditNote)
export const invoicePaymentEvents = eventsOf(
  'invoice_payment',
  (_account, one: Parameters<typeof renderInvoicePayment>[0]) => renderInvoicePayment(one),
)
export const paymentIntentEvents = eventsOf('payment_intent', renderPaymentIntent)
export const chargeEvents = eventsOf('charge', renderCharge)
export const refundEvents = eventsOf('refund', (_account, one: Parameters<typeof renderRefund>[0]) =>
  renderRefund(one),
)
export const chargeRefundEvents = eventsOf(
  'charge.refund',
  (_account, one: Parameters<typeof renderRefund>[0]) => renderRefund(one),
)
export const setupIntentEvents = eventsOf('setup_intent', renderSetupIntent)
export const fileEvents = eventsOf('file', renderFile)
export const taxIdEvents = eventsOf('customer.tax_id', (_account, one: Parameters<typeof renderTaxId>[0]) =>
  renderTaxId(one),
)
export const balanceEvents = eventsOf('balance', (_account, one: Account) => renderBalance(one))
export const balanceSettingsEvents = eventsOf('balance_settings', (_account, one: Account) =>
  renderBalanceSettings(one),
)
export const portalConfigurationEvents = eventsOf(
  'billing_portal.configuration',
  (_account, one: Parameters<typeof renderPortalConfiguration>[0]) => renderPortalConfiguration(one),
)
export const portalSessionEvents = eventsOf('billing_portal.session', renderPortalSession)
export const earlyFraudWarningEvents = eventsOf('radar.early_fraud_warning', renderEarlyFraudWarning)
export const disputeEvents = eventsOf('charge.dispute', renderDispute)
export const payoutEvents = eventsOf('payout', (_account, one: Parameters<typeof renderPayout>[0]) =>
  renderPayout(one),
)
export const testClockEvents = eventsOf(
  'test_helpers.test_clock',
  (_account, one: Parameters<typeof renderTestClock>[0]) => renderTestClock(one),
)
export const accountEvents = eventsOf('account', (_account, one: Account) => renderAccount(one))
export const capabilityEvents = eventsOf(
  'capability',
  (_account, one: Parameters<typeof renderCapability>[0]) => renderCapability(one),
)
export const bankAccountEvents = eventsOf(
  'account.external_account',
  (_account, one: Parameters<typeof renderBankAccount>[0]) => renderBankAccount(one),
)
export const applicationEvents = eventsOf('account.application', (_account, platform: Account) =>
  renderApplication(platform),
)
export const installEvents = eventsOf('apps.install', renderInstall)
export const entitlementEvents = eventsOf('entitlements.active_entitlement_summary', renderEntitlementSummary)
export const transferEvents = eventsOf('transfer', renderTransfer)
