import type { JsonObject } from '../json'
import type { Account } from '../store/account'
import type { SubscriptionItemRecord, SubscriptionRecord } from '../store/records'
import { renderPlan, renderPrice } from './catalogue'
import { renderList } from './list'
import { renderTaxRates } from './tax'

/** A subscription's items come inside it up to this number; the rest has its own list. */
const ITEMS_INSIDE = 20

export function renderSubscriptionItem(
  account: Account,
  item: SubscriptionItemRecord,
  subscription: SubscriptionRecord,
): JsonObject {
  const price = account.store.prices.get(item.price)
  if (!price) throw new Error(`Subscription item ${item.id} has no price`)
  const rendered: JsonObject = {
    id: item.id,
    object: 'subscription_item',
    billing_thresholds: null,
    created: item.created,
    current_period_end: item.current_period_end,
    current_period_start: item.current_period_start,
    current_trial: null,
    discounts: [...(item.discounts ?? [])],
    metadata: { ...item.metadata },
    plan: renderPlan(price),
    price: renderPrice(price),
    quantity: item.quantity,
    subscription: subscription.id,
    tax_rates: renderTaxRates(account, item.tax_rates),
  }
  if (price.recurring?.usage_type === 'metered') delete rendered['quantity']
  return rendered
}

/** How a subscription, or a schedule, works out prorations. */
export function renderBillingMode(type: 'classic' | 'flexible'): JsonObject {
  return { flexible: type === 'flexible' ? { proration_discounts: 'included' } : null, type }
}

export function renderSubscription(account: Account, subscription: SubscriptionRecord): JsonObject {
  const { cancellation, items } = subscription
  const rendered: JsonObject = {
    id: subscription.id,
    object: 'subscription',
    application: null,
    application_fee_percent: null,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null },
    billing_cycle_anchor: subscription.billing_cycle_anchor,
    billing_cycle_anchor_config: subscription.anchor_config ? { ...subscription.anchor_config } : null,
    billing_mode: {
      ...renderBillingMode(subscription.billing_mode ?? 'flexible'),
      ...(subscription.migrated_at === undefined ? {} : { updated_at: subscription.migrated_at }),
    },
    billing_schedules: [],
    billing_thresholds: null,
    cancel_at: subscription.cancel_at,
    cancel_at_period_end: subscription.cancel_at_period_end,
    canceled_at: subscription.canceled_at,
    cancellation_details: { ...cancellation, feedback_option: null },
    collection_method: subscription.collection_method,
    created: subscription.created,
    currency: subscription.currency,
    customer: subscription.customer,
    customer_account: null,
    days_until_due: subscription.days_until_due,
    default_payment_method: subscription.default_payment_method,
    default_source: null,
    default_tax_rates: renderTaxRates(account, subscription.default_tax_rates),
    description: subscription.description,
    discounts: [...subscription.discounts],
    ended_at: subscription.ended_at,
    invoice_settings: {
      account_tax_ids: null,
      custom_fields: null,
      description: null,
      footer: null,
      issuer: { type: 'self' },
    },
    items: renderList(
      `/v1/subscription_items?subscription=${subscription.id}`,
      items.slice(0, ITEMS_INSIDE).map((item) => renderSubscriptionItem(account, item, subscription)),
      items.length > ITEMS_INSIDE,
    ),
    latest_invoice: subscription.latest_invoice,
    livemode: false,
    managed_payments: { enabled: false },
    metadata: { ...subscription.metadata },
    next_pending_invoice_item_invoice: null,
    on_behalf_of: null,
    pause_collection: subscription.pause_collection ? { ...subscription.pause_collection } : null,
    payment_settings: {
      payment_method_options: null,
      payment_method_types: null,
      save_default_payment_method: subscription.saves_method ? 'on_subscription' : 'off',
    },
    pending_invoice_item_interval: null,
    pending_setup_intent: null,
    pending_update: null,
    schedule: subscription.schedule ?? null,
    start_date: subscription.start_date,
    status: subscription.status,
    test_clock: account.store.customers.get(subscription.customer)?.test_clock ?? null,
    transfer_data: null,
    trial_end: subscription.trial_end,
    trial_settings: {
      end_behavior: {
        billing_cycle_anchor: null,
        missing_payment_method: subscription.missing_payment_method,
      },
    },
    trial_start: subscription.trial_start,
  }
  if (subscription.status === 'paused' && subscription.paused_at !== null) {
    rendered['status_details'] = {
      paused: {
        subscription: { type: subscription.paused_by ?? 'trial_end_without_payment_method' },
        transitioned_at: subscription.paused_at,
        type: 'subscription',
      },
    }
  }
  return rendered
}
