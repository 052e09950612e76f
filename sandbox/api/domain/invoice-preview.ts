import type { JsonObject } from '../json'
import { renderPreview } from '../render/preview'
import type { Account } from '../store/account'
import type { CustomerRecord, InvoiceRecord, SubscriptionRecord } from '../store/records'
import { createDraft } from './invoice-build'
import { pendingItems } from './invoice-items'
import { rehearse } from './rehearsal'
import { enterPhasesUntilRenewal } from './schedule-phases'
import { hasEnded } from './subscription-end'
import { renew, renewalOf } from './subscription-renew'

/** What a subscription would bill: at once if the change causes an invoice, else with its next renewal. */
export function previewSubscription(
  account: Account,
  customer: CustomerRecord,
  change: () => SubscriptionRecord,
): JsonObject | undefined {
  return rehearse(account, customer, (invoices) => {
    const subscription = change()
    const now = invoices.at(-1)
    if (now) return renderPreview(account, now)
    const next = nextInvoice(account, subscription, invoices)
    return next ? renderPreview(account, next) : undefined
  })
}

function nextInvoice(
  account: Account,
  subscription: SubscriptionRecord,
  invoices: readonly InvoiceRecord[],
): InvoiceRecord | undefined {
  if (hasEnded(subscription) || subscription.status === 'paused') return undefined
  enterPhasesUntilRenewal(account, subscription, () => invoices.length > 0)
  if (invoices[0]) return invoices[0]
  account.timeline.now = renewalOf(subscription)
  return renew(account, subscription) ?? invoices[0]
}

/** What an invoice of a customer's waiting items would be; `addItems` makes further ones. */
export function previewItems(
  account: Account,
  customer: CustomerRecord,
  currency: string,
  addItems: () => void,
  setUp: (draft: InvoiceRecord) => void,
): JsonObject {
  return rehearse(account, customer, () => {
    addItems()
    const items = pendingItems(account, { customer: customer.id, currency }, () => true)
    const fields = { billing_reason: 'manual' as const, currency }
    return renderPreview(account, createDraft(account, customer, items, [], fields, setUp))
  })
}

/** The subscription of a customer that is billed next. */
export function nextSubscription(account: Account, customer: CustomerRecord): SubscriptionRecord | undefined {
  return account.store.subscriptions
    .withKey('customer', customer.id)
    .filter((one) => !hasEnded(one) && one.status !== 'paused')
    .sort((one, other) => renewalOf(one) - renewalOf(other))[0]
}
