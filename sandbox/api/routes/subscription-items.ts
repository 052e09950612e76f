import { updateSubscription } from '../domain/subscription-update'
import type { ItemChange } from '../domain/subscription-items'
import { hasEnded } from '../domain/subscription-end'
import { invalid, missing } from '../http/errors'
import { prepareInnerPage } from '../http/listing'
import type { Params } from '../http/params'
import type { Route } from '../http/route'
import { renderSubscriptionItem } from '../render/subscription'
import type { Account } from '../store/account'
import { subscriptionOfItem } from '../store/owner'
import type { SubscriptionItemRecord, SubscriptionRecord } from '../store/records'
import { discountReader } from './discount-params'
import { fromParam, fromPath } from './lookups'
import { checkChanges, readItemChange } from './subscription-params'
import { readProration } from './subscription-requests'
import { paymentFor, readPaymentBehavior } from './subscription-terms'

const PATH = '/v1/subscription_items'

function itemOf(
  account: Account,
  id = '',
): { subscription: SubscriptionRecord; item: SubscriptionItemRecord } {
  const subscription = subscriptionOfItem(account, id)
  const item = subscription?.items.find((one) => one.id === id)
  if (subscription && item) return { subscription, item }
  throw missing('subscription_item', id, 'item')
}

function readerFor(account: Account, { customer, currency }: SubscriptionRecord) {
  const owner = fromPath(account.store.customers, 'customer', customer)
  return discountReader({ account, customer: owner, currency, amount: null })
}

/** Prepares a change of one item, with its prorations. */
function prepareChange(
  account: Account,
  params: Params,
  subscription: SubscriptionRecord,
  changes: () => ItemChange[],
): () => void {
  if (hasEnded(subscription)) {
    throw invalid('A canceled subscription can only update its cancellation_details and metadata.', {
      code: 'invalid_canceled_subscription_fields',
    })
  }
  const proration = readProration(params, subscription)
  const payment = paymentFor(readPaymentBehavior(params))
  return () => updateSubscription(account, subscription, { ...proration, payment, items: changes() })
}

export const subscriptionItemRoutes: Route[] = [
  {
    method: 'GET',
    path: PATH,
    answers: 'list of subscription_item',
    prepare({ account, params }) {
      const id = params.required('subscription')
      const subscription = fromParam(account.store.subscriptions, 'subscription', id, 'subscription')
      return prepareInnerPage(params, {
        records: subscription.items,
        url: PATH,
        noun: 'subscription item',
        render: (item) => renderSubscriptionItem(account, item, subscription),
      })
    },
  },
  {
    method: 'POST',
    path: PATH,
    answers: 'subscription_item',
    prepare({ account, params }) {
      const id = params.required('subscription')
      const subscription = fromParam(account.store.subscriptions, 'subscription', id, 'subscription')
      const reader = readerFor(account, subscription)
      const wanted = readItemChange(account, params, subscription, null, reader)
      const change = prepareChange(
        account,
        params,
        subscription,
        checkChanges(account, subscription, [wanted]),
      )
      return () => {
        change()
        const added = subscription.items.at(-1)
        if (!added) throw new Error('The new item is missing')
        return renderSubscriptionItem(account, added, subscription)
      }
    },
  },
  {
    method: 'GET',
    path: `${PATH}/:id`,
    answers: 'subscription_item',
    prepare({ account, ids }) {
      const { subscription, item } = itemOf(account, ids[0])
      return () => renderSubscriptionItem(account, item, subscription)
    },
  },
  {
    method: 'POST',
    path: `${PATH}/:id`,
    answers: 'subscription_item',
    prepare({ account, ids, params }) {
      const { subscription, item } = itemOf(account, ids[0])
      const wanted = readItemChange(account, params, subscription, item, readerFor(account, subscription))
      const change = prepareChange(
        account,
        params,
        subscription,
        checkChanges(account, subscription, [wanted]),
      )
      return () => {
        change()
        return renderSubscriptionItem(account, item, subscription)
      }
    },
  },
  {
    method: 'DELETE',
    path: `${PATH}/:id`,
    answers: 'subscription_item',
    prepare({ account, ids, params }) {
      const { subscription, item } = itemOf(account, ids[0])
      params.boolean('clear_usage')
      const changes = checkChanges(account, subscription, [{ item, deleted: true }])
      const change = prepareChange(account, params, subscription, changes)
      return () => {
        change()
        return { id: item.id, object: 'subscription_item', deleted: true }
      }
    },
  },
]
