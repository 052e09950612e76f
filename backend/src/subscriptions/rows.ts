import type Stripe from 'stripe'
import { idOf } from '../analytics/from-stripe'
import { ProductModel } from '../catalogue/model'
import type { CustomerSubscription } from '../customers/schema'
import type { MirrorDocument } from '../database/mirror'
import { trusted } from '../database/query'
import { scopedId } from '../database/scope'
import type { CustomerState } from '../metrics'

/** Subscriptions of one customer with what each adds to the MRR, newest first. */
export async function toSubscriptions(
  rows: readonly MirrorDocument<Stripe.Subscription>[],
  { subscriptions }: Pick<CustomerState, 'subscriptions'>,
): Promise<CustomerSubscription[]> {
  const productIds = rows.flatMap(({ object }) => object.items.data.map(({ price }) => idOf(price.product)))
  const products = await ProductModel.find({ _id: trusted({ $in: productIds.map(scopedId) }) }).lean()
  const names = new Map(products.map(({ object }) => [object.id, object.name]))
  const mrr = new Map(subscriptions.map((one) => [one.id, one.mrr]))
  return rows
    .map(({ object }) => object)
    .sort((a, b) => b.created - a.created)
    .map((subscription) => ({
      id: subscription.id,
      object: 'subscription',
      status: subscription.status,
      mrr: mrr.get(subscription.id) ?? 0,
      currency: subscription.currency,
      items: subscription.items.data.map(({ price, quantity }) => ({
        product: names.get(idOf(price.product)) ?? idOf(price.product),
        price: price.id,
        quantity: quantity ?? null,
      })),
      current_period_end: subscription.ended_at
        ? null
        : Math.min(...subscription.items.data.map((item) => item.current_period_end)),
      cancel_at_period_end: subscription.cancel_at_period_end,
    }))
}
