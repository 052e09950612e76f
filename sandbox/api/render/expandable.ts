import type { Json, JsonObject } from '../json'
import type { Account } from '../store/account'
import { renderOptions, renderTiers } from './catalogue'
import { EVIDENCE_FILES } from './dispute'
import { renderInvoicePayment } from './invoice'
import { renderList } from './list'
import { renderRefund } from './refund'
import { renderSubscription } from './subscription'
import { renderTaxId } from './tax-id'

/** For each kind of object, where a path can go on: the field and the kind of what is there. */
const SHAPES: Record<string, Record<string, string>> = {
  customer: {
    invoice_settings: 'customer.invoice_settings',
    subscriptions: 'list of subscription',
    tax_ids: 'list of tax_id',
    test_clock: 'test_helpers.test_clock',
  },
  'customer.invoice_settings': { default_payment_method: 'payment_method' },
  payment_method: { customer: 'customer' },
  product: { default_price: 'price' },
  price: { product: 'product', tiers: 'nothing' },
  plan: { product: 'product', tiers: 'nothing' },
  coupon: { applies_to: 'nothing', currency_options: 'nothing' },
  promotion_code: { customer: 'customer', promotion: 'promotion_code.promotion' },
  'promotion_code.promotion': { coupon: 'coupon' },
  discount: { customer: 'customer', promotion_code: 'promotion_code', source: 'discount.source' },
  'discount.source': { coupon: 'coupon' },
  subscription: {
    customer: 'customer',
    default_payment_method: 'payment_method',
    discounts: 'discount',
    items: 'list of subscription_item',
    latest_invoice: 'invoice',
    pending_setup_intent: 'nothing',
    schedule: 'subscription_schedule',
    default_source: 'nothing',
    test_clock: 'test_helpers.test_clock',
  },
  subscription_schedule: {
    customer: 'customer',
    default_settings: 'subscription_schedule.default_settings',
    phases: 'subscription_schedule.phase',
    released_subscription: 'subscription',
    subscription: 'subscription',
    test_clock: 'test_helpers.test_clock',
  },
  'subscription_schedule.default_settings': { default_payment_method: 'payment_method' },
  'subscription_schedule.phase': {
    default_payment_method: 'payment_method',
    discounts: 'subscription_schedule.discount',
    items: 'subscription_schedule.item',
  },
  'subscription_schedule.discount': { coupon: 'coupon', promotion_code: 'promotion_code' },
  'subscription_schedule.item': { price: 'price', discounts: 'subscription_schedule.discount' },
  'billing.meter': {},
  'billing.meter_event': {},
  'billing.meter_event_adjustment': {},
  'billing.meter_event_summary': {},
  subscription_item: { price: 'price', plan: 'plan', discounts: 'discount' },
  invoice: {
    customer: 'customer',
    default_payment_method: 'payment_method',
    discounts: 'discount',
    lines: 'list of line_item',
    parent: 'invoice.parent',
    payments: 'list of invoice_payment',
    confirmation_secret: 'nothing',
    total_discount_amounts: 'discount_amount',
    total_taxes: 'tax',
    on_behalf_of: 'nothing',
    latest_revision: 'nothing',
    test_clock: 'test_helpers.test_clock',
  },
  'invoice.parent': { subscription_details: 'invoice.parent.subscription_details' },
  'invoice.parent.subscription_details': { subscription: 'subscription' },
  line_item: {
    discounts: 'discount',
    discount_amounts: 'discount_amount',
    pricing: 'line_item.pricing',
    subscription: 'subscription',
    taxes: 'tax',
  },
  'line_item.pricing': { price_details: 'line_item.pricing.price_details' },
  'line_item.pricing.price_details': { price: 'price' },
  discount_amount: { discount: 'discount' },
  tax: { tax_rate_details: 'tax.tax_rate_details' },
  'tax.tax_rate_details': { tax_rate: 'tax_rate' },
  tax_rate: {},
  invoiceitem: {
    customer: 'customer',
    discounts: 'discount',
    invoice: 'invoice',
    pricing: 'line_item.pricing',
    test_clock: 'test_helpers.test_clock',
  },
  customer_balance_transaction: {
    credit_note: 'credit_note',
    customer: 'customer',
    invoice: 'invoice',
    checkout_session: 'nothing',
  },
  credit_note: {
    customer: 'customer',
    customer_balance_transaction: 'customer_balance_transaction',
    discount_amounts: 'discount_amount',
    invoice: 'invoice',
    lines: 'list of credit_note_line_item',
    refunds: 'credit_note.refund',
    total_taxes: 'tax',
  },
  'credit_note.refund': { refund: 'refund' },
  credit_note_line_item: { discount_amounts: 'discount_amount', taxes: 'tax' },
  invoice_payment: { invoice: 'invoice', payment: 'invoice_payment.payment' },
  'invoice_payment.payment': { payment_intent: 'payment_intent', charge: 'charge' },
  payment_intent: {
    customer: 'customer',
    latest_charge: 'charge',
    payment_method: 'payment_method',
    review: 'nothing',
  },
  setup_intent: { customer: 'customer', payment_method: 'payment_method' },
  tax_id: { customer: 'customer' },
  file: { links: 'list of file_link' },
  file_link: { file: 'file' },
  'billing_portal.configuration': {},
  'billing_portal.session': { configuration: 'billing_portal.configuration' },
  'radar.early_fraud_warning': { charge: 'charge', payment_intent: 'payment_intent' },
  balance_settings: {},
  charge: {
    balance_transaction: 'balance_transaction',
    customer: 'customer',
    payment_intent: 'payment_intent',
    refunds: 'list of refund',
    review: 'nothing',
    failure_balance_transaction: 'balance_transaction',
  },
  refund: {
    balance_transaction: 'balance_transaction',
    charge: 'charge',
    customer: 'customer',
    payment_intent: 'payment_intent',
    payment_method: 'payment_method',
    failure_balance_transaction: 'balance_transaction',
  },
  dispute: {
    charge: 'charge',
    payment_intent: 'payment_intent',
    balance_transactions: 'balance_transaction',
    evidence: 'dispute.evidence',
  },
  'dispute.evidence': Object.fromEntries(EVIDENCE_FILES.map((field) => [field, 'file'])),
  transfer: {
    balance_transaction: 'balance_transaction',
    reversals: 'list of transfer_reversal',
    source_transaction: 'charge',
  },
  transfer_reversal: { balance_transaction: 'balance_transaction', transfer: 'transfer' },
  balance_transaction: { source: 'source' },
  source: {
    charge: 'charge',
    customer: 'customer',
    payment_intent: 'payment_intent',
    balance_transaction: 'balance_transaction',
  },
  payout: {
    balance_transaction: 'balance_transaction',
    destination: 'nothing',
    failure_balance_transaction: 'balance_transaction',
  },
  account: {},
  event: {},
  webhook_endpoint: {},
  balance: {},
  'test_helpers.test_clock': {},
  'entitlements.active_entitlement': { feature: 'entitlements.feature' },
  'entitlements.feature': {},
}

/** The kind of what a field of a kind of object holds; undefined where it cannot be expanded. */
export function shapeOf(kind: string, field: string): string | undefined {
  if (kind.startsWith('list of ')) return field === 'data' ? kind.slice('list of '.length) : undefined
  return SHAPES[kind]?.[field]
}

/** A field that answers leave out unless it is expanded; undefined where it has no value. */
export function additions(
  account: Account,
  kind: string,
  field: string,
  holder: JsonObject,
): Json | undefined {
  const id = typeof holder['id'] === 'string' ? holder['id'] : ''
  const { store } = account
  switch (`${kind}.${field}`) {
    case 'price.tiers':
    case 'plan.tiers': {
      const price = store.prices.get(id)
      return price?.billing_scheme === 'tiered' ? renderTiers(price.tiers) : undefined
    }
    case 'coupon.applies_to': {
      const products = store.coupons.get(id)?.applies_to ?? []
      return products.length > 0 ? { products: [...products] } : undefined
    }
    case 'coupon.currency_options': {
      const options = store.coupons.get(id)?.currency_options
      return options ? renderOptions(options, 'amount_off') : undefined
    }
    case 'customer.subscriptions': {
      const live = store.subscriptions.withKey('customer', id).filter(({ status }) => status !== 'canceled')
      const rendered = live
        .reverse()
        .slice(0, 10)
        .map((one) => renderSubscription(account, one))
      return renderList(`/v1/customers/${id}/subscriptions`, rendered, live.length > 10)
    }
    case 'customer.tax_ids': {
      const taxIds = store.taxIds.withKey('customer', id).reverse()
      return renderList(
        `/v1/customers/${id}/tax_ids`,
        taxIds.slice(0, 10).map(renderTaxId),
        taxIds.length > 10,
      )
    }
    case 'invoice.payments': {
      const payments = store.invoicePayments.withKey('invoice', id)
      return renderList(`/v1/invoice_payments?invoice=${id}`, payments.map(renderInvoicePayment), false)
    }
    case 'invoice.confirmation_secret': {
      const intent = store.invoices.get(id)?.payment_intent ?? null
      return intent === null
        ? null
        : { client_secret: `${intent}_secret_${intent.slice(-16)}`, type: 'payment_intent' }
    }
    case 'charge.refunds': {
      const refunds = store.refunds.withKey('charge', id).reverse()
      return renderList(
        `/v1/charges/${id}/refunds`,
        refunds.slice(0, 10).map(renderRefund),
        refunds.length > 10,
      )
    }
    default:
      return undefined
  }
}
