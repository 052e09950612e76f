import { createDiscount, type DiscountHolder } from '../domain/discounts'
import { nextSubscription, previewItems, previewSubscription } from '../domain/invoice-preview'
import { createSubscription } from '../domain/subscription-create'
import { resumeSubscription } from '../domain/subscription-pause'
import { cancelNow, updateSubscription, type SubscriptionChange } from '../domain/subscription-update'
import { invalid } from '../http/errors'
import type { Params } from '../http/params'
import type { Call, Route } from '../http/route'
import type { JsonObject } from '../json'
import type { Account } from '../store/account'
import type { CustomerRecord, InvoiceItemRecord, SubscriptionRecord } from '../store/records'
import { discountReader, type DiscountReader, type WantedDiscounts } from './discount-params'
import { applyItemDiscounts, changeLine, makeItem } from './invoice-items'
import { PREVIEW_PRICING, readLine } from './invoice-line-params'
import { fromParam } from './lookups'
import { readItemChanges, readNewItems, refuseMixedIntervals, type Recurring } from './subscription-params'
import { PRORATIONS, readBillingMode, readProration, readTrialChange } from './subscription-requests'
import { checkAnchor, readEnd } from './subscription-terms'
import { readTaxRates } from './tax-rate-params'

/** What a request wants to see the bill of. */
interface Context {
  account: Account
  params: Params
  customer: CustomerRecord
  currency: string
  reader: DiscountReader
  discounts: WantedDiscounts | undefined
  /** Adds the items that the request invents, or changes those that wait. */
  addItems: (subscription: SubscriptionRecord | null) => void
}

const nothingToBill = (customer: CustomerRecord) =>
  invalid(`No upcoming invoices for customer: ${customer.id}`, { code: 'invoice_upcoming_none', status: 404 })

function readCustomer(
  account: Account,
  params: Params,
  subscription: SubscriptionRecord | null,
): CustomerRecord {
  const id = params.filled('customer') ?? subscription?.customer ?? params.missing('customer')
  const customer = fromParam(account.store.customers, 'customer', id, 'customer')
  if (customer.deleted || (subscription && subscription.customer !== customer.id)) {
    throw invalid(`No such customer: '${id}'`, { code: 'resource_missing', param: 'customer' })
  }
  return customer
}

/** Reads items that wait only in the preview, and changes of those that really wait. */
function readItems({
  account,
  params,
  customer,
  currency,
  reader,
}: Omit<Context, 'addItems' | 'discounts'>): Context['addItems'] {
  const made = (params.hashes('invoice_items') ?? []).map((entry) => {
    const id = entry.filled('invoiceitem')
    const existing =
      id === undefined
        ? undefined
        : fromParam(account.store.invoiceItems, 'invoiceitem', id, entry.name('invoiceitem'))
    const line = readPreviewLine(account, entry, currency, existing)
    if (!existing && !line.pricing) entry.missing('amount')
    return { existing, line, discounts: reader.read(entry, existing?.line.discounts) }
  })
  return (subscription) => {
    for (const { existing, line, discounts } of made) {
      if (!existing) {
        makeItem(account, { customer, currency, subscription, invoice: null }, line, discounts)
        continue
      }
      changeLine(existing.line, line)
      applyItemDiscounts(account, existing, discounts)
    }
  }
}

/** Here, unlike elsewhere, an item names its price directly. */
function readPreviewLine(
  account: Account,
  entry: Params,
  currency: string,
  existing: InvoiceItemRecord | undefined,
) {
  const own = entry.filled('currency')?.toLowerCase() ?? currency
  if (own !== currency) {
    throw invalid(`The currency \`${own}\` doesn't match the expected currency: \`${currency}\`.`, {
      param: entry.name('currency'),
    })
  }
  return readLine(account, entry, currency, existing?.line, PREVIEW_PRICING)
}

function discountsFor(account: Account, holder: DiscountHolder, wanted: WantedDiscounts): string[] {
  const added = wanted.added.map((reduction) => createDiscount(account, holder, reduction).id)
  return [...wanted.kept, ...added]
}

/** What happens to a running subscription in the preview. */
function prepareChange(context: Context, subscription: SubscriptionRecord): () => SubscriptionRecord {
  const { account, params, customer, reader, discounts, addItems } = context
  const details = params.hash('subscription_details')
  const fields: SubscriptionChange = {}
  const items = details && readItemChanges(account, details, subscription, reader)
  if (details) readDetails(account, details, subscription, fields)
  const cancels = details?.boolean('cancel_now') ?? false
  const resumes = details?.oneOf('resume_at', ['now']) !== undefined
  return () => {
    if (discounts) {
      const holder = { customer: customer.id, subscription: subscription.id, subscription_item: null }
      subscription.discounts = discountsFor(account, holder, discounts)
    }
    addItems(subscription)
    if (cancels) {
      const prorate = fields.prorationBehavior !== 'none'
      cancelNow(account, subscription, { reason: 'cancellation_requested', invoiceNow: true, prorate })
    } else if (resumes) {
      const { prorationBehavior: prorations = 'create_prorations', prorationDate: instant = account.now } =
        fields
      const anchor = fields.restart === false ? 'unchanged' : 'now'
      resumeSubscription(account, subscription, { anchor, prorations, instant, pays: false })
      subscription.status = 'active'
    } else if (items || Object.keys(fields).length > 0) {
      updateSubscription(account, subscription, { ...fields, ...(items ? { items: items() } : {}) })
    }
    return subscription
  }
}

function readDetails(
  account: Account,
  details: Params,
  subscription: SubscriptionRecord,
  fields: SubscriptionChange,
): void {
  Object.assign(fields, readProration(details, subscription))
  const anchor = details.hash('billing_cycle_anchor')?.oneOf('type', ['now', 'unchanged'])
  const atEnd = details.boolean('cancel_at_period_end')
  const end = readEnd(account, details)
  const trialEnd = readTrialChange(account, details)
  const taxRates = readTaxRates(account, details, 'default_tax_rates')
  const metadata = details.metadata('metadata', subscription.metadata)
  if (anchor) fields.restart = anchor === 'now'
  if (atEnd !== undefined) fields.cancelAtPeriodEnd = atEnd
  if (end !== undefined) fields.cancelAt = end
  if (trialEnd !== undefined) fields.trialEnd = trialEnd
  if (taxRates) fields.taxRates = taxRates
  if (metadata) fields.metadata = metadata
}

/** A subscription that would begin now. */
function prepareStart(context: Context, details: Params): () => SubscriptionRecord {
  const { account, customer, currency, reader, discounts, addItems } = context
  const items = readNewItems(account, details, currency, () => reader)
  const { recurring } = items
  const trialEnd = readTrialChange(account, details)
  const trial = typeof trialEnd === 'number' ? trialEnd : null
  const timestamp = readAnchor(account, details, recurring)
  const prorates = details.oneOf('proration_behavior', PRORATIONS) !== 'none'
  const end = readEnd(account, details)
  const mode = readBillingMode(details)
  if (mode === 'classic') refuseMixedIntervals(recurring)
  const taxRates = readTaxRates(account, details, 'default_tax_rates')
  return () =>
    createSubscription(account, {
      customer,
      currency: items.currency,
      items: items.make(),
      trialEnd: trial,
      reductions: discounts?.added ?? [],
      addItems,
      prorates,
      ...(timestamp === undefined ? {} : { anchor: timestamp }),
      ...(mode === 'classic' ? { billingMode: mode } : {}),
      ...(end === undefined || end === null ? {} : { cancelAt: end }),
      ...(taxRates ? { taxRates } : {}),
    })
}

/** The anchor of a subscription that would begin now. */
function readAnchor(account: Account, details: Params, recurring: Recurring[]): number | undefined {
  const anchor = details.hash('billing_cycle_anchor')
  if (anchor?.oneOf('type', ['now', 'timestamp'] as const) !== 'timestamp') return undefined
  const timestamp = anchor.instant('timestamp') ?? anchor.missing('timestamp')
  checkAnchor(account, recurring, timestamp, anchor.name('timestamp'))
  return timestamp
}

function prepare({ account, params }: Call): () => JsonObject {
  const id = params.filled('subscription')
  const named =
    id === undefined ? null : fromParam(account.store.subscriptions, 'subscription', id, 'subscription')
  const customer = readCustomer(account, params, named)
  params.oneOf('preview_mode', ['next'])
  const details = params.hash('subscription_details')
  const starts = !named && details?.has('items') === true
  const subscription =
    named ?? (starts || params.has('invoice_items') ? null : nextSubscription(account, customer))
  const currency =
    params.filled('currency')?.toLowerCase() ??
    subscription?.currency ??
    customer.currency ??
    account.settlementCurrency
  const reader = discountReader({ account, customer, currency, amount: null })
  // Without discounts of its own a preview has those of the subscription; '' avoids that.
  const discounts = reader.read(params, subscription?.discounts)
  const base = { account, params, customer, currency, reader }
  const context: Context = { ...base, discounts, addItems: readItems(base) }
  if (subscription || (starts && details)) {
    const change = subscription
      ? prepareChange(context, subscription)
      : prepareStart(context, details ?? params)
    return () => {
      const preview = previewSubscription(account, customer, change)
      if (!preview) throw nothingToBill(customer)
      return preview
    }
  }
  if (!params.has('invoice_items')) throw nothingToBill(customer)
  return () =>
    previewItems(
      account,
      customer,
      currency,
      () => context.addItems(null),
      (draft) => {
        const holder = {
          customer: customer.id,
          subscription: null,
          subscription_item: null,
          invoice: draft.id,
        }
        if (discounts) draft.discounts = discountsFor(account, holder, discounts)
      },
    )
}

export const invoicePreviewRoutes: Route[] = [
  { method: 'POST', path: '/v1/invoices/create_preview', answers: 'invoice', prepare },
]
