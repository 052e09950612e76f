/** What there is in an account, and what came last. Runs in the scope of the account. */
import type Stripe from 'stripe'
import { idOf } from '../analytics/from-stripe'
import { ProductModel } from '../catalogue/model'
import { CustomerModel } from '../customers/model'
import { trusted } from '../database/query'
import { scopedId } from '../database/scope'
import { ChargeModel } from '../payments/model'
import { SubscriptionModel } from '../subscriptions/model'
import type { Activity, ActivityPayment, ActivitySubscription } from './schema'

/** How many of the latest are shown. */
export const LATEST = 5

/** Those of a subscription that has not ended. */
const RUNNING: Stripe.Subscription.Status[] = [
  'active',
  'trialing',
  'past_due',
  'unpaid',
  'paused',
  'incomplete',
]

type Unowned<T> = Omit<T, 'account' | 'customer_name'>

export async function countAll(): Promise<Activity['counts']> {
  const [products, customers, subscriptions] = await Promise.all([
    ProductModel.countDocuments({ deleted: false, 'object.active': true }),
    CustomerModel.countDocuments({ deleted: false }),
    SubscriptionModel.countDocuments({ 'object.status': trusted({ $in: RUNNING }) }),
  ])
  return { products, customers, subscriptions }
}

function statusOf(charge: Stripe.Charge): ActivityPayment['status'] {
  if (charge.disputed) return 'disputed'
  if (charge.refunded) return 'refunded'
  if (charge.amount_refunded > 0) return 'partially_refunded'
  if (charge.status === 'succeeded') return 'succeeded'
  return charge.status === 'failed' ? 'failed' : 'pending'
}

export async function latestPayments(): Promise<Unowned<ActivityPayment>[]> {
  const rows = await ChargeModel.find().sort({ 'object.created': -1, _id: -1 }).limit(LATEST).lean()
  return rows.map(({ object }) => ({
    id: object.payment_intent ? idOf(object.payment_intent) : object.id,
    customer: object.customer && idOf(object.customer),
    amount: object.amount,
    currency: object.currency,
    status: statusOf(object),
    created: object.created,
  }))
}

export async function latestSubscriptions(): Promise<Unowned<ActivitySubscription>[]> {
  const rows = await SubscriptionModel.find().sort({ 'object.created': -1, _id: -1 }).limit(LATEST).lean()
  const productsOf = ({ items }: Stripe.Subscription) => items.data.map(({ price }) => idOf(price.product))
  const ids = rows.flatMap(({ object }) => productsOf(object))
  const products = await ProductModel.find({ _id: trusted({ $in: ids.map(scopedId) }) }).lean()
  const names = new Map(products.map(({ id, object }) => [id, object.name]))
  return rows.map(({ object }) => ({
    id: object.id,
    customer: idOf(object.customer),
    products: productsOf(object).map((id) => names.get(id) ?? id),
    status: object.status,
    created: object.created,
  }))
}
