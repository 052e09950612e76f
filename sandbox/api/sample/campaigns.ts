import { addMonths, DAY } from '../engine/calendar'
import type { Random } from '../engine/random'
import type { Account } from '../store/account'
import { createCoupon, createPromotionCode } from '../domain/catalogue'
import type { Reduction } from '../domain/discounts'
import { isPromotionCodeActive } from '../render/catalogue'
import type { Currency } from './offers'
import type { Contract } from './truth'

/** A coupon, its code, and what they do to a contract. */
export interface Campaign extends Reduction {
  /** How the coupon changes a contract's value; null for a coupon that does not recur. */
  reduction: Contract['reduction']
  months: number | null
  only?: Currency
  weight: number
}

export interface Campaigns {
  /** A coupon that a new customer may come with. */
  choose(random: Random, currency: Currency): Campaign | null
}

/** Creates the coupons and promotion codes that the sample's customers use. */
export function createCampaigns(account: Account): Campaigns {
  const campaigns: Campaign[] = []
  const welcome = createCoupon(account, {
    id: 'WELCOME20',
    name: 'Welcome',
    percent_off: 20,
    duration: 'once',
  })
  const spring = createCoupon(account, {
    id: 'SPRING25',
    name: 'Three months at 25% off',
    percent_off: 25,
    duration: 'repeating',
    duration_in_months: 3,
  })
  const partner = createCoupon(account, {
    id: 'PARTNER15',
    name: 'Partner',
    percent_off: 15,
    duration: 'forever',
  })
  const loyal = createCoupon(account, {
    id: 'TENOFF',
    name: 'Ten dollars off',
    amount_off: 1_000,
    currency: 'usd',
    duration: 'forever',
  })
  const launch = createCoupon(account, {
    id: 'LAUNCH50',
    name: 'Half a year at half price',
    percent_off: 50,
    duration: 'repeating',
    duration_in_months: 6,
    max_redemptions: 40,
  })
  const add = (
    one: Omit<Campaign, 'promotionCode'>,
    code?: { code: string; max?: number; days?: number },
  ) => {
    const promotionCode = code
      ? createPromotionCode(account, {
          coupon: one.coupon.id,
          code: code.code,
          max_redemptions: code.max ?? null,
          expires_at: code.days === undefined ? null : account.now + code.days * DAY,
        })
      : null
    campaigns.push({ ...one, promotionCode })
  }
  add({ coupon: welcome, reduction: null, months: null, weight: 30 }, { code: 'HELLO20' })
  add({ coupon: welcome, reduction: null, months: null, weight: 8 }, { code: 'PODCAST20', max: 60 })
  add({ coupon: spring, reduction: { percent: 25 }, months: 3, weight: 26 }, { code: 'SPRING' })
  add({ coupon: spring, reduction: { percent: 25 }, months: 3, weight: 8 }, { code: 'AUTUMN', days: 400 })
  add({ coupon: partner, reduction: { percent: 15 }, months: null, weight: 16 })
  add(
    { coupon: loyal, reduction: { monthlyMinor: 1_000 }, months: null, only: 'usd', weight: 6 },
    { code: 'LOYAL10' },
  )
  add({ coupon: launch, reduction: { percent: 50 }, months: 6, weight: 14 }, { code: 'LAUNCH', days: 150 })
  return {
    choose(random, currency) {
      const open = campaigns.filter(
        ({ only, coupon, promotionCode }) =>
          (only === undefined || only === currency) &&
          (coupon.max_redemptions === null || coupon.times_redeemed < coupon.max_redemptions) &&
          (!promotionCode || isPromotionCodeActive(promotionCode, coupon, account.now)),
      )
      return random.weighted(
        open.map((one) => [one, one.weight] as const),
        null,
      )
    },
  }
}

/** The instant at which a campaign's reduction stops, null when it never does. */
export function reductionEnd(months: number | null, from: number): number | null {
  return months === null ? null : addMonths(from, months)
}
