import { createSubscription } from '../domain/subscription-create'
import { cancelNow, updateSubscription, type SubscriptionChange } from '../domain/subscription-update'
import { hasEnded } from '../domain/subscription-end'
import { DAY } from '../engine/calendar'
import { invalid } from '../http/errors'
import { prepareInnerPage, preparePage } from '../http/listing'
import type { Params } from '../http/params'
import type { Route } from '../http/route'
import { renderSubscription, renderSubscriptionItem } from '../render/subscription'
import type { Account } from '../store/account'
import type { CustomerRecord, SubscriptionRecord, SubscriptionStatus } from '../store/records'
import { fromParam, fromPath } from './lookups'
import { FEEDBACK, readDiscounts, readItemChanges, readNewItems } from './subscription-params'

const STATUSES = [
  'active',
  'all',
  'canceled',
  'ended',
  'incomplete',
  'incomplete_expired',
  'past_due',
  'paused',
  'trialing',
  'unpaid',
] as const
const PRORATIONS = ['create_prorations', 'always_invoice', 'none'] as const
const MISSING_METHOD = ['cancel', 'create_invoice', 'pause'] as const

function matchesStatus(status: SubscriptionStatus, wanted: (typeof STATUSES)[number] | undefined): boolean {
  if (wanted === undefined) return status !== 'canceled'
  if (wanted === 'all') return true
  if (wanted === 'ended') return status === 'canceled' || status === 'incomplete_expired'
  return status === wanted
}

function readMethod(account: Account, params: Params, customer: CustomerRecord): string | null | undefined {
  const id = params.text('default_payment_method')
  if (id === undefined || id === null) return id
  const method = fromParam(account.store.paymentMethods, 'PaymentMethod', id, 'default_payment_method')
  if (method.customer === customer.id) return method.id
  throw invalid(
    `The customer does not have a payment method with the ID ${id}. The payment method must be attached to the customer.`,
    { code: 'resource_missing', param: 'default_payment_method' },
  )
}

function readMissingMethod(params: Params): (typeof MISSING_METHOD)[number] | undefined {
  const behavior = params.hash('trial_settings')?.hash('end_behavior')
  return behavior?.oneOf('missing_payment_method', MISSING_METHOD)
}

function readTrial(account: Account, params: Params): number | null {
  const days = params.integer('trial_period_days', 1, 730)
  const end = params.filled('trial_end') === 'now' ? undefined : params.instant('trial_end')
  if (days !== undefined && end !== undefined) {
    throw invalid('You may only specify one of these parameters: trial_end, trial_period_days.', {
      code: 'parameters_exclusive',
    })
  }
  if (end !== undefined && end <= account.now) {
    throw invalid('Timestamp must be in the future.', { param: 'trial_end' })
  }
  return days === undefined ? (end ?? null) : account.now + days * DAY
}

function customerOf(account: Account, subscription: SubscriptionRecord): CustomerRecord {
  return fromPath(account.store.customers, 'customer', subscription.customer)
}

function prepareCreate(account: Account, params: Params): () => SubscriptionRecord {
  const customer = fromParam(account.store.customers, 'customer', params.required('customer'), 'customer')
  if (customer.deleted)
    throw invalid(`No such customer: '${customer.id}'`, { code: 'resource_missing', param: 'customer' })
  const { items, currency } = readNewItems(account, params, customer)
  const trialEnd = readTrial(account, params)
  const method = readMethod(account, params, customer) ?? null
  params.oneOf('collection_method', ['charge_automatically'])
  params.oneOf('payment_behavior', ['allow_incomplete', 'error_if_incomplete'])
  params.hash('billing_mode')?.oneOf('type', ['flexible'])
  if (trialEnd === null && method === null && customer.default_payment_method === null) {
    throw invalid(
      'This customer has no attached payment source or default payment method. Please consider adding a default payment method. For more information, visit https://stripe.com/docs/billing/subscriptions/payment-methods-setting#payment-method-priority.',
      { code: 'resource_missing' },
    )
  }
  const missing = readMissingMethod(params)
  const wanted = {
    customer,
    currency,
    items,
    trialEnd,
    reductions: readDiscounts(account, params, customer)?.added ?? [],
    metadata: params.metadata('metadata') ?? {},
    description: params.text('description', 500) ?? null,
    defaultPaymentMethod: method,
    cancelAtPeriodEnd: params.boolean('cancel_at_period_end') ?? false,
    ...(missing === undefined ? {} : { missingPaymentMethod: missing }),
  }
  return () => createSubscription(account, wanted)
}

function readChange(account: Account, params: Params, subscription: SubscriptionRecord): SubscriptionChange {
  const customer = customerOf(account, subscription)
  const change: SubscriptionChange = {}
  const items = readItemChanges(account, params, subscription)
  const proration = params.oneOf('proration_behavior', PRORATIONS)
  const prorationDate = params.instant('proration_date')
  const atEnd = params.boolean('cancel_at_period_end')
  const cancelAt = params.text('cancel_at') === null ? null : params.instant('cancel_at')
  const details = params.hash('cancellation_details')
  const feedback = details?.oneOf('feedback', FEEDBACK)
  const comment = details?.text('comment')
  const discounts = readDiscounts(account, params, customer, subscription.discounts)
  const metadata = params.metadata('metadata', subscription.metadata)
  const description = params.text('description', 500)
  const method = readMethod(account, params, customer)
  const missing = readMissingMethod(params)
  const trialEnd = params.filled('trial_end') === 'now' ? 'now' : params.instant('trial_end')
  const pause = readPause(params)
  params.oneOf('payment_behavior', ['allow_incomplete', 'error_if_incomplete'])
  if (typeof trialEnd === 'number' && trialEnd <= account.now) {
    throw invalid('Timestamp must be in the future.', { param: 'trial_end' })
  }
  if (items) change.items = items
  if (proration) change.prorationBehavior = proration
  if (prorationDate !== undefined) change.prorationDate = prorationDate
  if (atEnd !== undefined) change.cancelAtPeriodEnd = atEnd
  if (cancelAt !== undefined) change.cancelAt = cancelAt
  if (feedback !== undefined) change.feedback = feedback
  if (comment !== undefined) change.comment = comment
  if (discounts) change.discounts = discounts
  if (metadata) change.metadata = metadata
  if (description !== undefined) change.description = description
  if (method !== undefined) change.defaultPaymentMethod = method
  if (missing) change.missingPaymentMethod = missing
  if (trialEnd !== undefined) change.trialEnd = trialEnd
  if (pause !== undefined) change.pauseCollection = pause
  return change
}

function readPause(params: Params): SubscriptionChange['pauseCollection'] {
  if (params.has('pause_collection') && !params.hash('pause_collection')) return null
  const pause = params.hash('pause_collection')
  if (!pause) return undefined
  return {
    behavior:
      pause.oneOf('behavior', ['keep_as_draft', 'mark_uncollectible', 'void']) ?? pause.missing('behavior'),
    resumes_at: pause.instant('resumes_at') ?? null,
  }
}

export const subscriptionRoutes: Route[] = [
  {
    method: 'GET',
    path: '/v1/subscriptions',
    answers: 'list of subscription',
    prepare({ account, params }) {
      const status = params.oneOf('status', STATUSES)
      const customer = params.filled('customer')
      const price = params.filled('price')
      const starts = params.range('current_period_start')
      const ends = params.range('current_period_end')
      const within = (value: number, range: typeof starts) =>
        !range ||
        (value >= (range.gte ?? -Infinity) &&
          value > (range.gt ?? -Infinity) &&
          value <= (range.lte ?? Infinity) &&
          value < (range.lt ?? Infinity))
      params.oneOf('collection_method', ['charge_automatically'])
      return preparePage(
        params,
        {
          collection: account.store.subscriptions,
          url: '/v1/subscriptions',
          noun: 'subscription',
          render: (one) => renderSubscription(account, one),
        },
        {
          created: params.range('created') ?? {},
          by: customer === undefined ? {} : { customer },
          where: (one) =>
            matchesStatus(one.status, status) &&
            (price === undefined || one.items.some((item) => item.price === price)) &&
            (!starts || one.items.some((item) => within(item.current_period_start, starts))) &&
            (!ends || one.items.some((item) => within(item.current_period_end, ends))),
        },
      )
    },
  },
  {
    method: 'POST',
    path: '/v1/subscriptions',
    answers: 'subscription',
    prepare({ account, params }) {
      const create = prepareCreate(account, params)
      return () => renderSubscription(account, create())
    },
  },
  {
    method: 'GET',
    path: '/v1/subscriptions/:id',
    answers: 'subscription',
    prepare({ account, ids }) {
      const subscription = fromPath(account.store.subscriptions, 'subscription', ids[0])
      return () => renderSubscription(account, subscription)
    },
  },
  {
    method: 'POST',
    path: '/v1/subscriptions/:id',
    answers: 'subscription',
    prepare({ account, ids, params }) {
      const subscription = fromPath(account.store.subscriptions, 'subscription', ids[0])
      const change = readChange(account, params, subscription)
      const editable = ['metadata', 'feedback', 'comment']
      if (hasEnded(subscription) && Object.keys(change).some((key) => !editable.includes(key))) {
        throw invalid('A canceled subscription can only update its cancellation_details and metadata.', {
          code: 'invalid_canceled_subscription_fields',
        })
      }
      return () => {
        updateSubscription(account, subscription, change)
        return renderSubscription(account, subscription)
      }
    },
  },
  {
    method: 'DELETE',
    path: '/v1/subscriptions/:id',
    answers: 'subscription',
    prepare({ account, ids, params }) {
      const subscription = fromPath(account.store.subscriptions, 'subscription', ids[0])
      if (hasEnded(subscription)) {
        throw invalid(`No such subscription: '${subscription.id}'`, {
          code: 'resource_missing',
          param: 'id',
          status: 404,
        })
      }
      const details = params.hash('cancellation_details')
      const ending = {
        reason: 'cancellation_requested' as const,
        feedback: details?.oneOf('feedback', FEEDBACK) ?? null,
        comment: details?.text('comment') ?? null,
        invoiceNow: params.boolean('invoice_now') ?? false,
        prorate: params.boolean('prorate') ?? false,
      }
      return () => {
        cancelNow(account, subscription, ending)
        return renderSubscription(account, subscription)
      }
    },
  },
  {
    method: 'GET',
    path: '/v1/subscription_items',
    answers: 'list of subscription_item',
    prepare({ account, params }) {
      const subscription = fromParam(
        account.store.subscriptions,
        'subscription',
        params.required('subscription'),
        'subscription',
      )
      return prepareInnerPage(params, {
        records: subscription.items,
        url: '/v1/subscription_items',
        noun: 'subscription item',
        render: (item) => renderSubscriptionItem(account, item, subscription),
      })
    },
  },
]
