/** What the sample is made of: a small business with one customer for each situation that the views show. */

/** Marks what belongs to the sample, so that clearing it touches nothing else. */
export const MARK = 'revenue_desk_sample'

export interface SamplePrice {
  key: 'starter' | 'team' | 'team_yearly'
  product: 'starter' | 'team'
  /** Minor units of USD. */
  unitAmount: number
  interval: 'month' | 'year'
}

export const PRODUCTS = { starter: 'Sample Starter', team: 'Sample Team' } as const

export const PRICES: readonly SamplePrice[] = [
  { key: 'starter', product: 'starter', unitAmount: 2_900, interval: 'month' },
  { key: 'team', product: 'team', unitAmount: 1_500, interval: 'month' },
  { key: 'team_yearly', product: 'team', unitAmount: 15_000, interval: 'year' },
]

export const COUPON = { name: 'Sample 25 % for 3 months', percentOff: 25, months: 3 } as const

export interface SampleCustomer {
  name: string
  country: string
  /** One of Stripe's test cards. */
  card: 'pm_card_visa' | 'pm_card_mastercard' | 'pm_card_amex' | 'pm_card_chargeCustomerFail'
  price: SamplePrice['key']
  quantity: number
  trialDays?: number
  discounted?: boolean
  cancelsAtPeriodEnd?: boolean
  /** Minor units of USD given back of the first payment. */
  refund?: number
}

const visa = { card: 'pm_card_visa', country: 'US' } as const

export const CUSTOMERS: readonly SampleCustomer[] = [
  { ...visa, name: 'Harbor Coffee', price: 'starter', quantity: 1 },
  { ...visa, name: 'Juniper Studio', price: 'starter', quantity: 1 },
  { ...visa, name: 'Bluebird Books', price: 'starter', quantity: 1, discounted: true },
  { ...visa, name: 'Corner Bakery', price: 'starter', quantity: 1, cancelsAtPeriodEnd: true },
  { ...visa, name: 'Fable Games', price: 'team', quantity: 6, refund: 1_500 },
  { name: 'Nordlicht', country: 'DE', card: 'pm_card_mastercard', price: 'team', quantity: 12 },
  {
    name: 'Atelier Rivoli',
    country: 'FR',
    card: 'pm_card_amex',
    price: 'team',
    quantity: 4,
    discounted: true,
  },
  { name: 'Granite Works', country: 'GB', card: 'pm_card_visa', price: 'team_yearly', quantity: 5 },
  { ...visa, name: 'Paper Lantern', price: 'team', quantity: 3, trialDays: 14 },
  {
    name: 'Late Again',
    country: 'US',
    card: 'pm_card_chargeCustomerFail',
    price: 'team',
    quantity: 2,
    trialDays: 1,
  },
]
