import { hasEnded } from '../domain/subscription-end'
import { cancelNow } from '../domain/subscription-update'
import { invalid } from '../http/errors'
import { preparePage } from '../http/listing'
import type { Route } from '../http/route'
import { renderSubscription } from '../render/subscription'
import { inRange } from '../store/collection'
import type { SubscriptionRecord, SubscriptionStatus } from '../store/records'
import { fromPath } from './lookups'
import { FEEDBACK } from './subscription-params'
import { prepareCreate, prepareUpdate } from './subscription-requests'

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

function matchesStatus(status: SubscriptionStatus, wanted: (typeof STATUSES)[number] | undefined): boolean {
  if (wanted === undefined) return status !== 'canceled'
  if (wanted === 'all') return true
  if (wanted === 'ended') return status === 'canceled' || status === 'incomplete_expired'
  return status === wanted
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
      const clock = params.filled('test_clock')
      const clockOf = (one: SubscriptionRecord) =>
        account.store.customers.get(one.customer)?.test_clock ?? null
      const starts = params.range('current_period_start')
      const ends = params.range('current_period_end')
      const collection = params.oneOf('collection_method', ['charge_automatically', 'send_invoice'])
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
            (collection === undefined || one.collection_method === collection) &&
            (clock === undefined
              ? customer !== undefined || clockOf(one) === null
              : clockOf(one) === clock) &&
            (price === undefined || one.items.some((item) => item.price === price)) &&
            (!starts || one.items.some((item) => inRange(item.current_period_start, starts))) &&
            (!ends || one.items.some((item) => inRange(item.current_period_end, ends))),
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
      const { keys, run } = prepareUpdate(account, params, subscription)
      const editable = ['metadata', 'feedback', 'comment']
      if (hasEnded(subscription) && keys.some((key) => !editable.includes(key))) {
        throw invalid('A canceled subscription can only update its cancellation_details and metadata.', {
          code: 'invalid_canceled_subscription_fields',
        })
      }
      return () => {
        run()
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
]
