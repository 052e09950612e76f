import { createSubscription, type NewSubscription } from '../domain/subscription-create'
import type { SubscriptionChange } from '../domain/subscription-update'
import { updateSubscription } from '../domain/subscription-update'
import { invalid } from '../http/errors'
import type { Params } from '../http/params'
import type { Account } from '../store/account'
import type { CustomerRecord, SubscriptionRecord } from '../store/records'
import { discountReader } from './discount-params'
import { readCollection, readMethod } from './invoice-params'
import { fromParam, fromPath } from './lookups'
import { insistOnPayment } from './payment-behavior'
import { FEEDBACK, readItemChanges, readNewItems, refuseMixedIntervals } from './subscription-params'
import {
  paymentFor,
  readCycle,
  readEnd,
  readExtraItems,
  readMissingMethod,
  readPaymentBehavior,
  readSavesMethod,
  readTrial,
} from './subscription-terms'
import { readTaxRates } from './tax-rate-params'

/** What may become of the difference when something changes in the middle of a period. */
export const PRORATIONS = ['create_prorations', 'always_invoice', 'none'] as const

const NO_METHOD =
  'This customer has no attached payment source or default payment method. Please consider adding a default payment method. For more information, visit https://stripe.com/docs/billing/subscriptions/payment-methods-setting#payment-method-priority.'

function customerFor(account: Account, params: Params): CustomerRecord {
  const id = params.required('customer')
  const customer = fromParam(account.store.customers, 'customer', id, 'customer')
  if (!customer.deleted) return customer
  throw invalid(`No such customer: '${id}'`, { code: 'resource_missing', param: 'customer' })
}

/** How it is collected; invoices that are sent are due after some days. */
function readDaysUntilDue(params: Params, customer: CustomerRecord, current?: SubscriptionRecord) {
  const { collection_method, days } = readCollection(params, customer, current?.collection_method)
  const sends = (collection_method ?? current?.collection_method) === 'send_invoice'
  const daysUntilDue = days ?? (sends ? (current?.days_until_due ?? null) : null)
  if (sends && daysUntilDue === null) {
    throw invalid('If `collection_method=send_invoice`, you must pass `days_until_due`.', {
      code: 'parameter_missing',
      param: 'days_until_due',
    })
  }
  const given = collection_method !== undefined || days !== undefined
  return { given, sends, daysUntilDue }
}

/** How a new subscription works out prorations. */
export function readBillingMode(params: Params): 'classic' | 'flexible' {
  const mode = params.hash('billing_mode')
  mode?.hash('flexible')?.oneOf('proration_discounts', ['included'])
  return mode?.oneOf('type', ['classic', 'flexible']) ?? 'flexible'
}

/** Reads a new subscription. */
export function readNew(account: Account, params: Params, customer: CustomerRecord): () => NewSubscription {
  const readers = new Map<string, ReturnType<typeof discountReader>>()
  const readerFor = (currency: string, amount: number | null) => {
    const reader = readers.get(currency) ?? discountReader({ account, customer, currency, amount })
    readers.set(currency, reader)
    return reader
  }
  const wanted = params.filled('currency')?.toLowerCase() ?? customer.currency
  const items = readNewItems(account, params, wanted, readerFor)
  const { currency, recurring } = items
  const reader = readerFor(currency, items.amount)
  const trialEnd = readTrial(account, params, items.trialDays)
  const cycle = readCycle(account, params, trialEnd, recurring)
  const method = readMethod(account, params, customer) ?? null
  const { sends, daysUntilDue } = readDaysUntilDue(params, customer)
  const behavior = readPaymentBehavior(params)
  const mode = readBillingMode(params)
  if (mode === 'classic') refuseMixedIntervals(recurring)
  const hasMethod = method !== null || customer.default_payment_method !== null
  if (trialEnd === null && !hasMethod && !sends && behavior !== 'default_incomplete') {
    throw invalid(NO_METHOD, { code: 'resource_missing' })
  }
  const missing = readMissingMethod(params)
  const end = readEnd(account, params)
  const taxRates = readTaxRates(account, params, 'default_tax_rates')
  const extra = readExtraItems(account, params, customer, currency, reader)
  const saves = readSavesMethod(params)
  const fields = {
    customer,
    currency,
    trialEnd,
    reductions: reader.read(params)?.added ?? [],
    metadata: params.metadata('metadata') ?? {},
    description: params.text('description', 500) ?? null,
    defaultPaymentMethod: method,
    cancelAtPeriodEnd: params.boolean('cancel_at_period_end') ?? false,
    firstPayment: paymentFor(behavior),
    ...cycle,
    ...(sends && daysUntilDue !== null ? { daysUntilDue } : {}),
    ...(mode === 'classic' ? { billingMode: mode } : {}),
    ...(missing === undefined ? {} : { missingPaymentMethod: missing }),
    ...(end === undefined || end === null ? {} : { cancelAt: end }),
    ...(taxRates ? { taxRates } : {}),
    ...(extra ? { addItems: extra } : {}),
    ...(saves ? { savesMethod: true } : {}),
  }
  return () => ({ ...fields, items: items.make() })
}

/** Checks a new subscription; the function returned makes it. */
export function prepareCreate(account: Account, params: Params): () => SubscriptionRecord {
  const customer = customerFor(account, params)
  const wanted = readNew(account, params, customer)
  const behavior = readPaymentBehavior(params)
  const method = params.text('default_payment_method') ?? customer.default_payment_method
  return () => {
    if (behavior === 'error_if_incomplete') {
      insistOnPayment(account, customer, method, () => createSubscription(account, wanted()))
    }
    return createSubscription(account, wanted())
  }
}

/** Checks what an update changes; the function returned changes it. */
export function prepareUpdate(
  account: Account,
  params: Params,
  subscription: SubscriptionRecord,
): { keys: string[]; run: () => void } {
  const customer = fromPath(account.store.customers, 'customer', subscription.customer)
  const { fields, items, behavior } = readChange(account, params, subscription, customer)
  const change = (): SubscriptionChange => ({ ...fields, ...(items ? { items: items() } : {}) })
  const run = () => {
    if (behavior === 'error_if_incomplete') {
      const method = subscription.default_payment_method ?? customer.default_payment_method
      insistOnPayment(account, customer, method, () => updateSubscription(account, subscription, change()))
    }
    updateSubscription(account, subscription, change())
  }
  return { keys: [...Object.keys(fields), ...(items ? ['items'] : [])], run }
}

/** What an update changes; new prices among the items are made when they are asked for. */
export function readChange(
  account: Account,
  params: Params,
  subscription: SubscriptionRecord,
  customer: CustomerRecord,
) {
  const { currency } = subscription
  const reader = discountReader({ account, customer, currency, amount: null })
  const fields: SubscriptionChange = {}
  const items = readItemChanges(account, params, subscription, reader)
  const proration = readProration(params, subscription)
  const anchor = params.hash('billing_cycle_anchor')?.oneOf('type', ['now', 'unchanged'])
  const atEnd = params.boolean('cancel_at_period_end')
  const end = readEnd(account, params)
  const details = params.hash('cancellation_details')
  const feedback = details?.oneOf('feedback', FEEDBACK)
  const comment = details?.text('comment')
  const discounts = reader.read(params, subscription.discounts)
  const metadata = params.metadata('metadata', subscription.metadata)
  const description = params.text('description', 500)
  const method = readMethod(account, params, customer)
  const missing = readMissingMethod(params)
  const trialEnd = readTrialChange(account, params)
  const pause = readPause(params)
  const taxRates = readTaxRates(account, params, 'default_tax_rates')
  const collection = readDaysUntilDue(params, customer, subscription)
  const extra = readExtraItems(account, params, customer, currency, reader)
  const saves = readSavesMethod(params)
  const behavior = readPaymentBehavior(params)
  Object.assign(fields, proration)
  if (anchor === 'now') fields.restart = true
  if (behavior === 'default_incomplete') fields.payment = paymentFor(behavior)
  if (atEnd !== undefined) fields.cancelAtPeriodEnd = atEnd
  if (end !== undefined) fields.cancelAt = end
  if (feedback !== undefined) fields.feedback = feedback
  if (comment !== undefined) fields.comment = comment
  if (discounts) fields.discounts = discounts
  if (metadata) fields.metadata = metadata
  if (description !== undefined) fields.description = description
  if (method !== undefined) fields.defaultPaymentMethod = method
  if (missing) fields.missingPaymentMethod = missing
  if (trialEnd !== undefined) fields.trialEnd = trialEnd
  if (pause !== undefined) fields.pauseCollection = pause
  if (taxRates) fields.taxRates = taxRates
  if (collection.given) {
    const { sends, daysUntilDue } = collection
    fields.collection = {
      method: sends ? 'send_invoice' : 'charge_automatically',
      daysUntilDue: sends ? daysUntilDue : null,
    }
  }
  if (extra) fields.addItems = extra
  if (saves !== undefined) fields.savesMethod = saves
  refuseWhileScheduled(subscription, fields)
  return { fields, items, behavior }
}

/** How a change is prorated, and from when on it counts. */
export function readProration(
  params: Params,
  subscription: SubscriptionRecord,
): Pick<SubscriptionChange, 'prorationBehavior' | 'prorationDate'> {
  const behavior = params.oneOf('proration_behavior', PRORATIONS)
  const date = params.instant('proration_date')
  const within = (one: SubscriptionRecord['items'][number]) =>
    date === undefined || (date >= one.current_period_start && date <= one.current_period_end)
  if (!subscription.items.some(within)) {
    throw invalid('Cannot specify `proration_date` outside of the current billing period.', {
      param: 'proration_date',
    })
  }
  return {
    ...(behavior ? { prorationBehavior: behavior } : {}),
    ...(date === undefined ? {} : { prorationDate: date }),
  }
}

/** When a running subscription's trial shall end. */
export function readTrialChange(account: Account, params: Params): number | 'now' | undefined {
  if (params.filled('trial_end') === 'now') return 'now'
  const end = params.instant('trial_end')
  if (end !== undefined && end <= account.now) {
    throw invalid('Timestamp must be in the future.', { param: 'trial_end' })
  }
  return end
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

function refuseWhileScheduled({ schedule }: SubscriptionRecord, change: SubscriptionChange): void {
  if (schedule === undefined) return
  if (change.cancelAt === undefined && change.cancelAtPeriodEnd === undefined) return
  throw invalid(
    `The subscription is managed by the subscription schedule \`${schedule}\`, and updating any cancelation behavior directly is not allowed. Please update the schedule instead.`,
  )
}
