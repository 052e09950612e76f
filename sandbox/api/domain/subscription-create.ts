import { HOUR } from '../engine/calendar'
import { makeId, type Account } from '../store/account'
import type {
  AnchorConfig,
  CustomerRecord,
  InvoiceRecord,
  Metadata,
  SubscriptionItemRecord,
  SubscriptionRecord,
} from '../store/records'
import { attachDiscount, attachItemDiscount, type Reduction } from './discounts'
import { customerEvents, subscriptionEvents } from './events'
import { draftInvoice } from './invoice-build'
import { voidInvoice } from './invoice-close'
import { finalizeAndCollect } from './invoice-collect'
import { finalizeLater } from './invoice-advance'
import { finalizeUnpaid } from './invoice-finalize'
import { isMetered, periodLines, priceOf } from './invoice-lines'
import { markPaid } from './invoice-paid'
import { planCancellation, planEnd, type End } from './subscription-cancel'
import { firstLines, periodEnd } from './subscription-periods'
import { scheduleRenewal, scheduleTrialNotice } from './subscription-renew'

export interface NewItem {
  price: string
  quantity: number
  metadata?: Metadata
  usage?: number
  taxRates?: string[]
  reductions?: Reduction[]
}

/** Whether the first payment is tried at once; else the subscription waits for somebody to pay its invoice. */
export type FirstPayment = 'attempt' | 'wait'

export interface NewSubscription {
  customer: CustomerRecord
  currency: string
  items: NewItem[]
  trialEnd?: number | null
  reductions?: Reduction[]
  metadata?: Metadata
  description?: string | null
  defaultPaymentMethod?: string | null
  missingPaymentMethod?: SubscriptionRecord['missing_payment_method']
  cancelAtPeriodEnd?: boolean
  cancelAt?: End
  dunningEnd?: SubscriptionRecord['dunning_end']
  /** Invoices are sent and due after so many days; else they are charged. */
  daysUntilDue?: number
  taxRates?: string[]
  anchor?: number
  anchorConfig?: AnchorConfig
  startsAt?: number
  prorates?: boolean
  billingMode?: 'classic'
  firstPayment?: FirstPayment
  savesMethod?: boolean
  /** Makes what is to be billed once, with the first invoice. */
  addItems?: (subscription: SubscriptionRecord) => void
}

/** Starts a subscription: its first invoice is made, finalised and collected at once. */
export function createSubscription(account: Account, wanted: NewSubscription): SubscriptionRecord {
  const subscription = newSubscription(account, wanted)
  subscription.items = wanted.items.map((item) => newItem(account, subscription, item))
  account.store.subscriptions.add(subscription)
  for (const reduction of wanted.reductions ?? []) attachDiscount(account, subscription, reduction)
  if (wanted.customer.currency === null) {
    const changed = customerEvents.watch(account, wanted.customer)
    wanted.customer.currency = wanted.currency
    changed()
  }
  if (wanted.cancelAtPeriodEnd) planCancellation(account, subscription)
  if (wanted.cancelAt !== undefined) planEnd(account, subscription, wanted.cancelAt)
  wanted.addItems?.(subscription)
  billStart(account, subscription, wanted)
  subscriptionEvents.emit(account, 'created', subscription)
  scheduleRenewal(account, subscription)
  scheduleTrialNotice(account, subscription)
  return subscription
}

function newSubscription(account: Account, wanted: NewSubscription): SubscriptionRecord {
  const { now } = account
  const trialEnd = wanted.trialEnd ?? null
  const sends = wanted.daysUntilDue !== undefined
  return {
    id: makeId(account, 'sub_'),
    created: now,
    customer: wanted.customer.id,
    currency: wanted.currency,
    status: trialEnd === null ? 'active' : 'trialing',
    start_date: wanted.startsAt ?? now,
    billing_cycle_anchor: trialEnd ?? wanted.anchor ?? now,
    cancel_at: null,
    cancel_at_period_end: false,
    canceled_at: null,
    ended_at: null,
    cancellation: { comment: null, feedback: null, reason: null },
    collection_method: sends ? 'send_invoice' : 'charge_automatically',
    days_until_due: wanted.daysUntilDue ?? null,
    default_payment_method: wanted.defaultPaymentMethod ?? null,
    description: wanted.description ?? null,
    discounts: [],
    items: [],
    latest_invoice: null,
    metadata: wanted.metadata ?? {},
    pause_collection: null,
    paused_at: null,
    trial_start: trialEnd === null ? null : now,
    trial_end: trialEnd,
    missing_payment_method: wanted.missingPaymentMethod ?? 'create_invoice',
    renewal: 0,
    ...(wanted.dunningEnd ? { dunning_end: wanted.dunningEnd } : {}),
    ...(wanted.taxRates && wanted.taxRates.length > 0 ? { default_tax_rates: wanted.taxRates } : {}),
    ...(wanted.anchorConfig ? { anchor_config: wanted.anchorConfig } : {}),
    ...(wanted.billingMode ? { billing_mode: wanted.billingMode } : {}),
    ...(wanted.savesMethod ? { saves_method: true } : {}),
  }
}

/** An item that begins now; during a trial its period is the trial. */
export function newItem(
  account: Account,
  subscription: SubscriptionRecord,
  wanted: NewItem,
): SubscriptionItemRecord {
  const { now } = account
  const trialing = subscription.trial_end !== null && subscription.trial_end > now
  const item: SubscriptionItemRecord = {
    id: makeId(account, 'si_'),
    created: now,
    price: wanted.price,
    quantity: wanted.quantity,
    metadata: wanted.metadata ?? {},
    current_period_start: now,
    current_period_end: trialing
      ? (subscription.trial_end ?? now)
      : periodEnd(account, subscription, wanted, now),
    billed: null,
    usage: wanted.usage ?? 0,
    ...(wanted.taxRates && wanted.taxRates.length > 0 ? { tax_rates: wanted.taxRates } : {}),
  }
  for (const reduction of wanted.reductions ?? []) attachItemDiscount(account, subscription, item, reduction)
  return item
}

function billStart(account: Account, subscription: SubscriptionRecord, wanted: NewSubscription): void {
  const trial = subscription.status === 'trialing'
  const lines = subscription.items.flatMap((item) => {
    if (!trial) return firstLines(account, subscription, item, wanted.prorates ?? true)
    const period = { start: item.current_period_start, end: item.current_period_end }
    const quantity = isMetered(priceOf(account, item)) ? 0 : item.quantity
    return periodLines(account, item, period, quantity, true)
  })
  for (const item of subscription.items) {
    const last = lines.findLast((line) => line.subscription_item === item.id)
    if (last) item.current_period_start = last.period_start
    // What is free until the anchor gives nothing back either.
    else item.billed = { amount: 0, invoice: '', lines: [] }
  }
  const sends = subscription.collection_method === 'send_invoice'
  const invoice = draftInvoice(account, subscription, {
    reason: 'subscription_create',
    lines,
    period: { start: account.now, end: account.now },
    advance: sends ? 'later' : 'now',
  })
  if (sends) finalizeLater(account, invoice)
  else if (!payFirst(account, invoice, wanted.firstPayment ?? 'attempt') && !trial) {
    subscription.status = 'incomplete'
    expireLater(account, subscription, invoice)
  }
}

function payFirst(account: Account, invoice: InvoiceRecord, how: FirstPayment): boolean {
  if (how === 'attempt') return finalizeAndCollect(account, invoice)
  if (account.rehearsal) return true
  finalizeUnpaid(account, invoice)
  if (invoice.amount_due > 0) return false
  markPaid(account, invoice)
  return true
}

/** An unpaid first invoice holds a subscription open for 23 hours. */
function expireLater(account: Account, subscription: SubscriptionRecord, invoice: InvoiceRecord): void {
  account.steps.add(account.now + 23 * HOUR, () => {
    if (subscription.status === 'incomplete') expire(account, subscription, invoice)
  })
}

/** A subscription whose first invoice nobody has paid is over. */
export function expire(account: Account, subscription: SubscriptionRecord, invoice: InvoiceRecord): void {
  const changed = subscriptionEvents.watch(account, subscription)
  subscription.status = 'incomplete_expired'
  subscription.ended_at = account.now
  subscription.renewal += 1
  changed()
  if (invoice.status === 'open') voidInvoice(account, invoice)
}
