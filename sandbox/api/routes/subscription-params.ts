import type { Reduction } from '../domain/discounts'
import type { NewItem } from '../domain/subscription-create'
import type { ItemChange } from '../domain/subscription-update'
import { invalid } from '../http/errors'
import type { Params } from '../http/params'
import { isCouponValid, isPromotionCodeActive } from '../render/catalogue'
import type { Account } from '../store/account'
import type {
  CustomerRecord,
  PriceRecord,
  SubscriptionItemRecord,
  SubscriptionRecord,
} from '../store/records'
import { fromParam } from './lookups'

const MAX_ITEMS = 20

/** The words a customer may give for leaving. */
export const FEEDBACK = [
  'customer_service',
  'low_quality',
  'missing_features',
  'other',
  'switched_service',
  'too_complex',
  'too_expensive',
  'unused',
] as const

function readPrice(account: Account, item: Params, currency: string | null): PriceRecord | undefined {
  const id = item.filled('price')
  if (id === undefined) return undefined
  const param = item.name('price')
  const price = fromParam(account.store.prices, 'price', id, param)
  if (!price.active) {
    throw invalid('The price specified is inactive. This field only accepts active prices.', {
      code: 'resource_missing',
      param,
    })
  }
  if (!price.recurring) {
    throw invalid(
      `The price specified is set to \`type=one_time\` but this field only accepts prices with \`type=recurring\`.`,
      { param },
    )
  }
  if (currency !== null && price.currency !== currency) {
    throw invalid(
      `The price specified only supports \`${price.currency}\`. This doesn't match the expected currency: \`${currency}\`.`,
      { param },
    )
  }
  return price
}

function readQuantity(item: Params, price: PriceRecord | undefined): number | undefined {
  const quantity = item.integer('quantity', 0, 999_999)
  if (quantity !== undefined && price?.recurring?.usage_type === 'metered') {
    throw invalid('Quantity should not be specified where usage_type is `metered`.', {
      param: item.name('quantity'),
    })
  }
  return quantity
}

/** The items of a new subscription. They share one currency. */
export function readNewItems(
  account: Account,
  params: Params,
  customer: CustomerRecord,
): { items: NewItem[]; currency: string } {
  const given = params.hashes('items')
  if (!given || given.length === 0) return params.missing('items')
  if (given.length > MAX_ITEMS)
    throw invalid(`A subscription can have at most ${MAX_ITEMS} items.`, { param: 'items' })
  const wanted = params.filled('currency')?.toLowerCase() ?? null
  let currency: string | null = wanted ?? customer.currency
  const items = given.map((item): NewItem => {
    const price = readPrice(account, item, currency) ?? item.missing('price')
    currency = price.currency
    return {
      price: price.id,
      quantity: readQuantity(item, price) ?? (price.recurring?.usage_type === 'metered' ? 0 : 1),
      metadata: item.metadata('metadata') ?? {},
    }
  })
  refuseDuplicates(items.map(({ price }) => price))
  return { items, currency: currency ?? account.settlementCurrency }
}

function refuseDuplicates(prices: string[]): void {
  const twice = prices.find((price, index) => prices.indexOf(price) !== index)
  if (twice === undefined) return
  throw invalid(`Cannot add multiple subscription items with the same plan: ${twice}`, {
    code: 'invalid_request',
    param: 'items',
  })
}

/** The changes to a subscription's items: an `id` names the item, without one a new item is added. */
export function readItemChanges(
  account: Account,
  params: Params,
  subscription: SubscriptionRecord,
): ItemChange[] | undefined {
  const given = params.hashes('items')
  if (!given) return undefined
  const changes = given.map((item): ItemChange => {
    const id = item.filled('id')
    const existing = id === undefined ? null : findItem(subscription, id, item.name('id'))
    const price = readPrice(account, item, subscription.currency)
    const effective = price ?? (existing ? account.store.prices.get(existing.price) : undefined)
    const quantity = readQuantity(item, effective)
    const metadata = item.metadata('metadata', existing?.metadata)
    const deleted = item.boolean('deleted') ?? false
    if (!existing && !price) item.missing('price')
    return {
      item: existing,
      ...(price ? { price: price.id } : {}),
      ...(quantity === undefined ? {} : { quantity }),
      ...(metadata ? { metadata } : {}),
      ...(deleted ? { deleted } : {}),
    }
  })
  const gone = changes.filter((change) => change.deleted).map(({ item }) => item)
  const kept = subscription.items.filter((item) => !gone.includes(item))
  const added = changes.filter((change) => !change.item)
  if (kept.length + added.length === 0) {
    throw invalid('A subscription must have at least one active plan.', { param: 'items' })
  }
  refuseDuplicates([
    ...kept.map((item) => changes.find((change) => change.item === item)?.price ?? item.price),
    ...added.flatMap(({ price }) => price ?? []),
  ])
  return changes
}

function findItem(subscription: SubscriptionRecord, id: string, param: string): SubscriptionItemRecord {
  const item = subscription.items.find((one) => one.id === id)
  if (item) return item
  throw invalid(`No such subscription item: '${id}'`, { code: 'resource_missing', param })
}

function readReduction(account: Account, entry: Params, customer: CustomerRecord): Reduction {
  const codeId = entry.filled('promotion_code')
  const couponId = entry.filled('coupon')
  if (codeId !== undefined) {
    const param = entry.name('promotion_code')
    const promotionCode = fromParam(account.store.promotionCodes, 'promotion code', codeId, param)
    const coupon = account.store.coupons.get(promotionCode.coupon)
    const elsewhere = promotionCode.customer !== null && promotionCode.customer !== customer.id
    if (!coupon || elsewhere || !isPromotionCodeActive(promotionCode, coupon, account.now)) {
      throw invalid('This promotion code cannot be redeemed.', {
        code: 'promotion_code_not_redeemable',
        param,
      })
    }
    const paidBefore = account.store.invoices
      .withKey('customer', customer.id)
      .some((one) => one.amount_paid > 0)
    if (promotionCode.first_time_transaction && paidBefore) {
      throw invalid(
        'This promotion code cannot be redeemed because the associated customer has prior transactions.',
        { code: 'promotion_code_customer_not_first_time', param },
      )
    }
    return { coupon, promotionCode }
  }
  if (couponId === undefined) return entry.missing('coupon')
  const coupon = fromParam(account.store.coupons, 'coupon', couponId, entry.name('coupon'))
  if (!isCouponValid(coupon, account.now)) {
    throw invalid(`Coupon ${coupon.id} is used up and cannot be applied.`, {
      code: 'coupon_expired',
      param: entry.name('coupon'),
    })
  }
  return { coupon, promotionCode: null }
}

/** The discounts that a subscription shall have; '' takes all of them off, an empty list leaves them. */
export function readDiscounts(
  account: Account,
  params: Params,
  customer: CustomerRecord,
  current: readonly string[] = [],
): { kept: string[]; added: Reduction[] } | undefined {
  const given = params.hashes('discounts')
  if (given === undefined || given?.length === 0) return undefined
  const kept: string[] = []
  const added: Reduction[] = []
  for (const entry of given ?? []) {
    const id = entry.filled('discount')
    if (id === undefined) {
      added.push(readReduction(account, entry, customer))
    } else if (current.includes(id)) {
      kept.push(id)
    } else {
      throw invalid(`No such discount: '${id}'`, { code: 'resource_missing', param: entry.name('discount') })
    }
  }
  return { kept, added }
}
