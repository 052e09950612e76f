import type { Json, JsonObject } from '../json'
import type { Account } from '../store/account'
import type { PhaseDiscountRecord, PhaseItemRecord, PhaseRecord, ScheduleRecord } from '../store/records'
import { renderBillingMode } from './subscription'
import { renderTaxRates } from './tax'

const renderDiscounts = (discounts: readonly PhaseDiscountRecord[]): Json[] =>
  discounts.map(({ coupon, promotion_code }) => ({
    coupon: promotion_code === null ? coupon : null,
    discount: null,
    promotion_code,
  }))

function renderItem(account: Account, item: PhaseItemRecord): JsonObject {
  const metered = account.store.prices.get(item.price)?.recurring?.usage_type === 'metered'
  return {
    billing_thresholds: null,
    discounts: renderDiscounts(item.discounts),
    metadata: { ...item.metadata },
    plan: item.price,
    price: item.price,
    ...(metered ? {} : { quantity: item.quantity }),
    tax_rates: renderTaxRates(account, item.tax_rates),
  }
}

function renderPhase(account: Account, phase: PhaseRecord): JsonObject {
  return {
    add_invoice_items: [],
    application_fee_percent: null,
    billing_cycle_anchor: phase.billing_cycle_anchor,
    billing_thresholds: null,
    collection_method: phase.collection_method,
    currency: account.store.prices.get(phase.items[0]?.price ?? '')?.currency ?? account.settlementCurrency,
    default_payment_method: phase.default_payment_method,
    default_tax_rates:
      phase.default_tax_rates === null ? [] : renderTaxRates(account, phase.default_tax_rates),
    description: phase.description,
    discounts: renderDiscounts(phase.discounts),
    end_date: phase.end_date,
    invoice_settings: phase.days_until_due === null ? null : renderInvoiceSettings(phase.days_until_due),
    items: phase.items.map((item) => renderItem(account, item)),
    metadata: { ...phase.metadata },
    on_behalf_of: null,
    proration_behavior: phase.proration_behavior,
    start_date: phase.start_date,
    transfer_data: null,
    trial_end: phase.trial_end,
  }
}

function renderInvoiceSettings(days: number | null): JsonObject {
  return {
    account_tax_ids: null,
    custom_fields: null,
    days_until_due: days,
    description: null,
    footer: null,
    issuer: { type: 'self' },
  }
}

export function renderSchedule(account: Account, schedule: ScheduleRecord): JsonObject {
  const current = schedule.phases.find(
    ({ start_date, end_date }) => start_date <= account.now && account.now < end_date,
  )
  return {
    id: schedule.id,
    object: 'subscription_schedule',
    application: null,
    billing_mode: renderBillingMode(schedule.billing_mode),
    canceled_at: schedule.canceled_at,
    completed_at: schedule.completed_at,
    created: schedule.created,
    current_phase:
      current && schedule.status === 'active'
        ? { end_date: current.end_date, start_date: current.start_date }
        : null,
    customer: schedule.customer,
    customer_account: null,
    default_settings: {
      application_fee_percent: null,
      billing_cycle_anchor: 'automatic',
      billing_thresholds: null,
      collection_method: schedule.default_collection,
      default_payment_method: schedule.default_payment_method,
      description: schedule.default_description,
      invoice_settings: renderInvoiceSettings(schedule.default_days_until_due),
      on_behalf_of: null,
      transfer_data: null,
    },
    end_behavior: schedule.end_behavior,
    livemode: false,
    metadata: { ...schedule.metadata },
    pause_schedules: [],
    phases: schedule.phases.map((phase) => renderPhase(account, phase)),
    released_at: schedule.released_at,
    released_subscription: schedule.released_subscription,
    status: schedule.status,
    subscription: schedule.subscription,
    test_clock: account.store.customers.get(schedule.customer)?.test_clock ?? null,
  }
}
