import { DAY, HOUR } from '../engine/calendar'
import { makeId, type Account } from '../store/account'
import type {
  CustomerRecord,
  InvoiceItemRecord,
  InvoiceRecord,
  LineRecord,
  SubscriptionRecord,
} from '../store/records'
import { given } from './discount-amounts'
import { discountsOf, useUpOnce } from './discounts'
import { invoiceEvents } from './events'
import { pendingItems } from './invoice-items'
import { isMetered, priceOf, type Period } from './invoice-lines'
import { computeTotals } from './invoice-totals'

export interface Draft {
  reason: InvoiceRecord['billing_reason']
  lines: LineRecord[]
  period: Period
  /** Whether the invoice is to be finalised an hour later; else the caller does it at once, or nobody. */
  advance: 'later' | 'now' | 'never'
}

/** The customer that something belongs to; customers are never removed. */
export function customerOf(account: Account, { customer }: { customer: string }): CustomerRecord {
  const found = account.store.customers.get(customer)
  if (!found) throw new Error(`Customer ${customer} is missing`)
  return found
}

/** Makes a draft of a subscription's lines and what is pending for it, with its discounts and taxes. */
export function draftInvoice(
  account: Account,
  subscription: SubscriptionRecord,
  { reason, lines, period, advance }: Draft,
): InvoiceRecord {
  const { collection_method, currency, days_until_due, id } = subscription
  const automatic = collection_method === 'charge_automatically'
  const items = pendingItems(account, subscription, (one) => one === null || one === id)
  const invoice = createDraft(account, customerOf(account, subscription), items, lines, {
    subscription: id,
    subscription_metadata: { ...subscription.metadata },
    billing_reason: reason,
    collection_method,
    currency,
    auto_advance: advance !== 'never',
    next_payment_attempt: advance === 'later' && automatic ? account.now + HOUR : null,
    automatically_finalizes_at: advance === 'later' ? account.now + HOUR : null,
    due_date: automatic ? null : account.now + (days_until_due ?? 0) * DAY,
    discounts: discountsOf(account, subscription.discounts).map((one) => one.id),
    period_start: period.start,
    period_end: period.end,
    ...(subscription.default_tax_rates ? { default_tax_rates: [...subscription.default_tax_rates] } : {}),
  })
  subscription.latest_invoice = invoice.id
  noteBilled(account, subscription, invoice)
  // A coupon that holds once is used up by the first invoice that carries an amount.
  if (invoice.lines.some(({ amount }) => amount !== 0)) useUpOnce(account, subscription)
  return invoice
}

/** What a draft must be told; the rest has defaults. */
export type DraftFields = Partial<InvoiceRecord> & Pick<InvoiceRecord, 'billing_reason' | 'currency'>

/** Makes a draft of invoice items and lines for a customer. `setUp` adds what needs to know its id. */
export function createDraft(
  account: Account,
  customer: CustomerRecord,
  items: readonly InvoiceItemRecord[],
  lines: readonly LineRecord[],
  fields: DraftFields,
  setUp: (draft: InvoiceRecord) => void = () => undefined,
): InvoiceRecord {
  const { tax_exempt } = customer
  const exempt = tax_exempt === 'exempt' || tax_exempt === 'reverse' ? tax_exempt : undefined
  const invoice = account.store.invoices.add({
    id: makeId(account, 'in_'),
    created: account.now,
    customer: customer.id,
    subscription: null,
    subscription_metadata: {},
    collection_method: 'charge_automatically',
    status: 'draft',
    auto_advance: false,
    amount_due: 0,
    amount_paid: 0,
    attempt_count: 0,
    attempted: false,
    next_payment_attempt: null,
    automatically_finalizes_at: null,
    due_date: null,
    customer_name: customer.name,
    customer_email: customer.email,
    customer_address: customer.address,
    discounts: [],
    lines: [...items.map((item) => item.line), ...lines],
    metadata: {},
    description: null,
    number: null,
    starting_balance: customer.balance,
    ending_balance: null,
    subtotal: 0,
    total: 0,
    total_discounts: [],
    period_start: account.now,
    period_end: account.now,
    finalized_at: null,
    paid_at: null,
    voided_at: null,
    marked_uncollectible_at: null,
    uncollectible_reason: null,
    payment_intent: null,
    ...(exempt ? { customer_tax_exempt: exempt } : {}),
    ...fields,
  })
  for (const item of items) item.invoice = invoice.id
  setUp(invoice)
  computeTotals(account, invoice)
  account.rehearsal?.invoices.push(invoice)
  invoiceEvents.emit(account, 'created', invoice)
  return invoice
}

function noteBilled(account: Account, subscription: SubscriptionRecord, invoice: InvoiceRecord): void {
  for (const item of subscription.items) {
    if (isMetered(priceOf(account, item))) continue
    const lines = invoice.lines.filter(
      (line) =>
        line.subscription_item === item.id && !line.proration && line.period_end === item.current_period_end,
    )
    if (lines.length === 0) continue
    item.billed = {
      amount: lines.reduce((sum, line) => sum + line.amount - given(line), 0),
      invoice: invoice.id,
      lines: lines.map((line) => line.id),
    }
  }
}
