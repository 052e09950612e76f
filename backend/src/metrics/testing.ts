/** Short makers of facts for the tests beside this file. */
import type {
  CustomerHistory,
  Definitions,
  FactSource,
  Subscription,
  SubscriptionItem,
  SubscriptionVersion,
} from './types'

export const instant = (text: string): number =>
  Date.parse(text.length === 10 ? `${text}T00:00:00Z` : text) / 1000

export const settings = (changes: Partial<Definitions> = {}): Definitions => ({
  timeZone: 'UTC',
  reportingCurrency: 'usd',
  discountPolicy: 'recurring',
  churnRecognition: 'at_end',
  pastDueGraceDays: null,
  ...changes,
})

/** One licensed item, billed monthly unless `interval` says otherwise. */
export const item = (unit_amount: number, interval = 'month', quantity = 1): SubscriptionItem => ({
  price: { unit_amount, recurring: { interval } },
  quantity,
})

export const subscription = (changes: Partial<Subscription> = {}): Subscription => ({
  id: 'sub_1',
  customer: 'cus_1',
  status: 'active',
  currency: 'usd',
  items: [item(1000)],
  ...changes,
})

export const version = (
  at: string,
  changes: Partial<Subscription> = {},
  source: FactSource = 'event',
): SubscriptionVersion => ({
  at: instant(at),
  state: subscription(changes),
  source,
  causes: [`${source}_${at}`],
})

export const historyOf = (
  versions: SubscriptionVersion[],
  discounts: CustomerHistory['discounts'] = [],
): CustomerHistory => ({ customer: versions[0]?.state.customer ?? 'cus_1', versions, discounts })
