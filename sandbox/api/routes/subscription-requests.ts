import { createSubscription } from '../domain/subscription-create'
import type { SubscriptionChange } from '../domain/subscription-update'
import { DAY } from '../engine/calendar'
import { invalid } from '../http/errors'
import type { Params } from '../http/params'
import type { Account } from '../store/account'
import type { CustomerRecord, SubscriptionRecord } from '../store/records'
import { fromParam, fromPath } from './lookups'
import { FEEDBACK, readDiscounts, readItemChanges, readNewItems } from './subscription-params'

const PRORATIONS = ['create_prorations', 'always_invoice', 'none'] as const
const MISSING_METHOD = ['cancel', 'create_invoice', 'pause'] as const

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

/** Checks a new subscription; the function returned makes it. */
export function prepareCreate(account: Account, params: Params): () => SubscriptionRecord {
  const customer = fromParam(account.store.customers, 'customer', params.required('customer'), 'customer')
  if (customer.deleted)
    throw invalid(`No such customer: '${customer.id}'`, { code: 'resource_missing', param: 'customer' })
  const { items, currency } = readNewItems(account, params, customer)
  const trialEnd = readTrial(account, params)
  const method = readMethod(account, params, customer) ?? null
  params.oneOf('collection_method', ['charge_automatically'])
  params.oneOf('payment_behavior', ['allow_incomplete'])
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

/** What an update changes. */
export function readChange(
  account: Account,
  params: Params,
  subscription: SubscriptionRecord,
): SubscriptionChange {
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
  params.oneOf('payment_behavior', ['allow_incomplete'])
  if (typeof trialEnd === 'number' && trialEnd <= account.now) {
    throw invalid('Timestamp must be in the future.', { param: 'trial_end' })
  }
  if (typeof cancelAt === 'number' && cancelAt <= account.now) {
    throw invalid('Timestamp must be in the future.', { param: 'cancel_at' })
  }
  const within = (one: SubscriptionRecord['items'][number]) =>
    prorationDate === undefined ||
    (prorationDate >= one.current_period_start && prorationDate <= one.current_period_end)
  if (!subscription.items.some(within)) {
    throw invalid('Cannot specify `proration_date` outside of the current billing period.', {
      param: 'proration_date',
    })
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
