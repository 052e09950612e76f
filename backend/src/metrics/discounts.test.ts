import { discountsOn } from './discounts'
import type { Discount, Subscription } from './types'

const discount = (id: string, end: number | null = null): Discount => ({
  coupon: { id, percent_off: 10, duration: 'forever' },
  start: 10,
  end,
})
const [own, customers, past] = [discount('own'), discount('customers'), discount('past', 50)]
const ofItem = discount('item')

const subscription = (discounts: Discount[]): Subscription => ({
  id: 'sub_1',
  customer: 'cus_1',
  status: 'active',
  currency: 'usd',
  items: [{ price: { recurring: { interval: 'month' } }, discounts: [ofItem, past] }],
  discounts,
})
const named = (discounts: Discount[], at: number) =>
  discountsOn(subscription(discounts), customers, at).map(({ coupon }) => coupon.id)

test('its own stand in for the customer’s; those of items come on top; what ended is gone (M9)', () => {
  expect(named([own], 60)).toEqual(['own', 'item'])
  expect(named([], 60)).toEqual(['customers', 'item'])
  expect(named([past], 60)).toEqual(['customers', 'item'])
  expect(named([past], 49)).toEqual(['past', 'item'])
  expect(named([own], 5)).toEqual([])
})
