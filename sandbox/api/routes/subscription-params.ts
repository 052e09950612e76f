import { priceAmount } from '../domain/pricing'
import type { NewItem } from '../domain/subscription-create'
import type { ItemChange } from '../domain/subscription-items'
import { invalid } from '../http/errors'
import type { Params } from '../http/params'
import type { Account } from '../store/account'
import type { PriceRecord, SubscriptionItemRecord, SubscriptionRecord } from '../store/records'
import type { DiscountReader } from './discount-params'
import { checkPrice, readInlinePrice } from './invoice-line-params'
import { fromParam } from './lookups'
import { readTaxRates } from './tax-rate-params'

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

/** A recurring price, or one that is described in place and made when the work is done. */
export type Recurring = NonNullable<PriceRecord['recurring']>

interface WantedPrice {
  id: string | null
  currency: string
  recurring: Recurring
  make: () => string
}

function wanted({ id, currency, recurring }: PriceRecord, param: string): WantedPrice {
  if (recurring) return { id, currency, recurring, make: () => id }
  throw invalid(
    `The price specified is set to \`type=one_time\` but this field only accepts prices with \`type=recurring\`.`,
    { param },
  )
}

function readPrice(account: Account, item: Params, currency: string | null): WantedPrice | undefined {
  const id = item.filled('price')
  const inline = item.hash('price_data')
  if (id !== undefined && inline) {
    throw invalid('You may only specify one of these parameters: price, price_data.', {
      code: 'parameters_exclusive',
    })
  }
  if (id !== undefined) {
    const param = item.name('price')
    const price = fromParam(account.store.prices, 'price', id, param)
    const found = wanted(price, param)
    checkPrice(price, param, currency)
    return found
  }
  if (!inline) return undefined
  const terms = inline.hash('recurring') ?? inline.missing('recurring')
  const recurring = {
    interval: terms.oneOf('interval', ['day', 'week', 'month', 'year'] as const) ?? terms.missing('interval'),
    interval_count: terms.integer('interval_count', 1, 1_095) ?? 1,
    usage_type: 'licensed' as const,
    meter: null,
    trial_period_days: null,
  }
  const make = readInlinePrice(account, inline, currency, recurring)
  return { id: null, currency: inline.required('currency').toLowerCase(), recurring, make: () => make().id }
}

function readQuantity(item: Params, price: Pick<WantedPrice, 'recurring'> | undefined): number | undefined {
  const quantity = item.integer('quantity', 0, 999_999)
  if (quantity !== undefined && price?.recurring.usage_type === 'metered') {
    throw invalid('Quantity should not be specified where usage_type is `metered`.', {
      param: item.name('quantity'),
    })
  }
  return quantity
}

/** The items of a new subscription, made when they are asked for. */
export interface WantedItems {
  currency: string
  /** What they cost for a period, as far as it is known in advance. */
  amount: number | null
  /** The longest trial among the prices, in days. */
  trialDays: number | null
  recurring: Recurring[]
  make: () => NewItem[]
}

/** Reads the items of a new subscription in one currency, the wanted one if any. `readerFor` reads their discounts. */
export function readNewItems(
  account: Account,
  params: Params,
  wanted: string | null,
  readerFor: (currency: string, amount: number | null) => DiscountReader,
): WantedItems {
  const given = params.hashes('items')
  if (!given || given.length === 0) return params.missing('items')
  if (given.length > MAX_ITEMS)
    throw invalid(`A subscription can have at most ${MAX_ITEMS} items.`, { param: 'items' })
  let currency = wanted
  const prices = given.map((item) => {
    const price = readPrice(account, item, currency) ?? item.missing('price')
    currency = price.currency
    return { item, price, quantity: readQuantity(item, price) ?? (isMetered(price) ? 0 : 1) }
  })
  refuseDuplicates(prices.flatMap(({ price }) => price.id ?? []))
  const amounts = prices.map(({ price, quantity }) => {
    const record = account.store.prices.get(price.id ?? '')
    return record ? priceAmount(record, quantity) : null
  })
  const amount = amounts.reduce<number | null>(
    (sum, one) => (sum === null || one === null ? null : sum + one),
    0,
  )
  const known = currency ?? account.settlementCurrency
  const reader = readerFor(known, amount)
  const items = prices.map(({ item, price, quantity }) => ({
    price,
    fields: {
      quantity,
      metadata: item.metadata('metadata') ?? {},
      taxRates: readTaxRates(account, item, 'tax_rates') ?? [],
      reductions: reader.read(item)?.added ?? [],
    },
  }))
  const trials = prices.flatMap(({ price }) => price.recurring.trial_period_days ?? [])
  return {
    currency: known,
    amount,
    trialDays: trials.length > 0 ? Math.max(...trials) : null,
    recurring: prices.map(({ price }) => price.recurring),
    make: () => items.map(({ price, fields }) => ({ ...fields, price: price.make() })),
  }
}

const isMetered = ({ recurring }: Pick<WantedPrice, 'recurring'>) => recurring.usage_type === 'metered'

function refuseDuplicates(prices: string[]): void {
  const twice = prices.find((price, index) => prices.indexOf(price) !== index)
  if (twice === undefined) return
  throw invalid(`Cannot add multiple subscription items with the same plan: ${twice}`, {
    code: 'invalid_request',
    param: 'items',
  })
}

/** Refuses intervals that differ, which classic subscriptions cannot have. */
export function refuseMixedIntervals(recurring: Recurring[]): void {
  const intervals = recurring.map(({ interval, interval_count }) => `${interval_count} ${interval}`)
  if (new Set(intervals).size <= 1) return
  throw invalid(
    'Currency and interval fields must match across all plans on this subscription. Found mismatch in interval field.',
    { param: 'items' },
  )
}

/** A change of items whose new price may still have to be made. */
type WantedChange = Omit<ItemChange, 'price'> & { price?: WantedPrice }

/** Reads one change: an `id` names the item, without one a new item is added. */
export function readItemChange(
  account: Account,
  item: Params,
  subscription: SubscriptionRecord,
  existing: SubscriptionItemRecord | null,
  reader: DiscountReader,
): WantedChange {
  const price = readPrice(account, item, subscription.currency)
  const current = account.store.prices.get(existing?.price ?? '')
  const effective = price ?? (current ? wanted(current, 'price') : undefined)
  const quantity = readQuantity(item, effective)
  const metadata = item.metadata('metadata', existing?.metadata)
  const taxRates = readTaxRates(account, item, 'tax_rates')
  const discounts = reader.read(item, existing?.discounts)
  if (!existing && !price) item.missing('price')
  return {
    item: existing,
    ...(price ? { price } : {}),
    ...(quantity === undefined ? {} : { quantity }),
    ...(metadata ? { metadata } : {}),
    ...(taxRates ? { taxRates } : {}),
    ...(discounts ? { discounts } : {}),
  }
}

/** Reads the changes to a subscription's items; the function returned makes new prices on the way. */
export function readItemChanges(
  account: Account,
  params: Params,
  subscription: SubscriptionRecord,
  reader: DiscountReader,
): (() => ItemChange[]) | undefined {
  const given = params.hashes('items')
  if (!given) return undefined
  const changes = given.map((item): WantedChange => {
    const id = item.filled('id')
    const existing = id === undefined ? null : findItem(subscription, id, item.name('id'))
    const deleted = item.boolean('deleted') ?? false
    item.boolean('clear_usage')
    return {
      ...readItemChange(account, item, subscription, existing, reader),
      ...(deleted ? { deleted } : {}),
    }
  })
  return checkChanges(account, subscription, changes)
}

/** Refuses changes that a subscription cannot take; the function returned gives them with their prices made. */
export function checkChanges(
  account: Account,
  subscription: SubscriptionRecord,
  changes: WantedChange[],
): () => ItemChange[] {
  const gone = changes.filter((change) => change.deleted).map(({ item }) => item)
  const kept = subscription.items.filter((item) => !gone.includes(item))
  const added = changes.filter((change) => !change.item)
  if (kept.length + added.length === 0) {
    throw invalid('A subscription must have at least one active plan.', { param: 'items' })
  }
  if (kept.length + added.length > MAX_ITEMS) {
    throw invalid(`A subscription can have at most ${MAX_ITEMS} items.`, { param: 'items' })
  }
  const prices = [
    ...kept.map((item) => changes.find((change) => change.item === item)?.price ?? priceOf(account, item)),
    ...added.flatMap(({ price }) => price ?? []),
  ]
  refuseDuplicates(prices.flatMap(({ id }) => id ?? []))
  if (subscription.billing_mode === 'classic') refuseMixedIntervals(prices.map(({ recurring }) => recurring))
  return () =>
    changes.map(({ price, ...change }) => ({ ...change, ...(price ? { price: price.make() } : {}) }))
}

function priceOf(account: Account, { price }: SubscriptionItemRecord): WantedPrice {
  return wanted(fromParam(account.store.prices, 'price', price, 'items'), 'items')
}

function findItem(subscription: SubscriptionRecord, id: string, param: string): SubscriptionItemRecord {
  const item = subscription.items.find((one) => one.id === id)
  if (item) return item
  throw invalid(`No such subscription item: '${id}'`, { code: 'resource_missing', param })
}
