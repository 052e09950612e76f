import { detachDiscount, discountsOf } from '../domain/discounts'
import { subscriptionEvents } from '../domain/events'
import { migrateSubscription, pauseSubscription, resumeSubscription } from '../domain/subscription-pause'
import { invalid } from '../http/errors'
import type { Call, Route } from '../http/route'
import { renderDeletedDiscount } from '../render/catalogue'
import { renderSubscription } from '../render/subscription'
import type { SubscriptionRecord } from '../store/records'
import { fromPath } from './lookups'
import { readProration } from './subscription-requests'

/** A route that does something with a subscription and answers how it is afterwards. */
function action(name: string, prepare: (call: Call, subscription: SubscriptionRecord) => () => void): Route {
  return {
    method: 'POST',
    path: `/v1/subscriptions/:id/${name}`,
    answers: 'subscription',
    prepare(call) {
      const { account, ids } = call
      const subscription = fromPath(account.store.subscriptions, 'subscription', ids[0])
      const run = prepare(call, subscription)
      return () => {
        run()
        return renderSubscription(account, subscription)
      }
    },
  }
}

const pauseAction = action('pause', ({ account, params }, subscription) => {
  const billFor = params.hash('bill_for')
  const creditFrom = billFor
    ?.hash('unused_time_from')
    ?.oneOf('type', ['now', 'item_current_period_start', 'none'] as const)
  const usage = billFor?.hash('outstanding_usage_through')?.oneOf('type', ['now', 'none'] as const)
  const invoicing = params.oneOf('invoicing_behavior', ['invoice', 'pending_invoice_item'])
  params.oneOf('type', ['subscription'])
  if (subscription.billing_mode === 'classic') {
    throw invalid('Only subscriptions with `billing_mode=flexible` can be paused.')
  }
  if (subscription.schedule !== undefined) {
    throw invalid('Subscriptions with attached schedules cannot be paused.')
  }
  if (subscription.status !== 'active') {
    throw invalid(`Only active subscriptions can be paused. This subscription is ${subscription.status}.`)
  }
  return () =>
    pauseSubscription(account, subscription, {
      creditFrom: creditFrom ?? 'now',
      billsUsage: usage !== 'none',
      invoices: invoicing === 'invoice',
    })
})

const resumeAction = action('resume', ({ account, params }, subscription) => {
  const anchor = params.hash('billing_cycle_anchor')?.oneOf('type', ['now', 'unchanged'] as const) ?? 'now'
  const payment = params.oneOf('payment_behavior', ['resume_on_payment_attempt', 'resume_on_payment_success'])
  const { prorationBehavior, prorationDate } = readProration(params, subscription)
  if (subscription.status !== 'paused') {
    throw invalid(`This subscription cannot be resumed because it is ${subscription.status}, not paused.`)
  }
  if (subscription.collection_method !== 'charge_automatically') {
    throw invalid('Only subscriptions with `collection_method=charge_automatically` can be resumed.')
  }
  if (subscription.resumption !== undefined) {
    throw invalid(`This subscription is being resumed already: invoice ${subscription.resumption} is open.`)
  }
  return () =>
    resumeSubscription(account, subscription, {
      anchor,
      prorations: prorationBehavior ?? 'create_prorations',
      instant: prorationDate ?? account.now,
      pays: payment === 'resume_on_payment_success',
    })
})

const migrateAction = action('migrate', ({ account, params }, subscription) => {
  const mode = params.hash('billing_mode') ?? params.missing('billing_mode')
  if (mode.oneOf('type', ['flexible']) === undefined) mode.missing('type')
  mode.hash('flexible')?.oneOf('proration_discounts', ['included'])
  if (subscription.billing_mode !== 'classic') {
    throw invalid('This subscription already has `billing_mode=flexible`.', { param: 'billing_mode[type]' })
  }
  return () => migrateSubscription(account, subscription)
})

/** What can be done with a subscription. */
export const subscriptionActionRoutes: Route[] = [
  pauseAction,
  resumeAction,
  migrateAction,
  {
    method: 'DELETE',
    path: '/v1/subscriptions/:id/discount',
    answers: 'discount',
    prepare({ account, ids }) {
      const subscription = fromPath(account.store.subscriptions, 'subscription', ids[0])
      const discount = discountsOf(account, subscription.discounts).at(-1)
      if (!discount) {
        throw invalid(`No active discount for subscription: ${subscription.id}`, {
          code: 'resource_missing',
          status: 404,
        })
      }
      return () => {
        const changed = subscriptionEvents.watch(account, subscription)
        detachDiscount(account, subscription, discount)
        changed()
        return renderDeletedDiscount(discount)
      }
    },
  },
]
