import { amountOff } from '../domain/discount-amounts'
import { type Reduction } from '../domain/discounts'
import { invalid } from '../http/errors'
import type { Params } from '../http/params'
import { isCouponValid, isPromotionCodeActive } from '../render/catalogue'
import type { Account } from '../store/account'
import type { CouponRecord, CustomerRecord, PromotionCodeRecord } from '../store/records'
import { fromParam } from './lookups'

/** The discounts that something shall have: some that it has, and coupons that are to be redeemed. */
export interface WantedDiscounts {
  kept: string[]
  added: Reduction[]
}

export interface DiscountContext {
  account: Account
  customer: CustomerRecord
  currency: string
  /** What is to be billed, for codes that ask for a minimum; null where nobody knows yet. */
  amount: number | null
}

export type DiscountReader = ReturnType<typeof discountReader>

/** Reads the discounts of one request; coupons count towards their limit from one list to the next. */
export function discountReader(context: DiscountContext) {
  const claimed: CouponRecord[] = []
  const { account } = context

  const claim = (coupon: CouponRecord, param: string): void => {
    const sofar = claimed.filter((one) => one === coupon).length
    const limit = coupon.max_redemptions ?? Infinity
    if (!isCouponValid(coupon, account.now) || coupon.times_redeemed + sofar >= limit) {
      throw invalid(`Coupon expired: ${coupon.id}`, { code: 'coupon_expired', param })
    }
    if (coupon.percent_off === null && amountOff(coupon, context.currency) === undefined) {
      throw invalid(
        `The coupon ${coupon.id} takes off an amount in \`${coupon.currency}\`, which doesn't match the expected currency: \`${context.currency}\`.`,
        { param },
      )
    }
    claimed.push(coupon)
  }

  const readEntry = (entry: Params): Reduction => {
    const codeId = entry.filled('promotion_code')
    if (codeId !== undefined) {
      const param = entry.name('promotion_code')
      const promotionCode = fromParam(account.store.promotionCodes, 'promotion code', codeId, param)
      const coupon = redeemableCoupon(context, promotionCode, param)
      claim(coupon, param)
      return { coupon, promotionCode }
    }
    const couponId = entry.filled('coupon') ?? entry.missing('coupon')
    const param = entry.name('coupon')
    const coupon = fromParam(account.store.coupons, 'coupon', couponId, param)
    claim(coupon, param)
    return { coupon, promotionCode: null }
  }

  return {
    /** '' takes all of them off, an empty list leaves them. */
    read(params: Params, current: readonly string[] = []): WantedDiscounts | undefined {
      const given = params.hashes('discounts')
      if (given === undefined || given?.length === 0) return undefined
      const wanted: WantedDiscounts = { kept: [], added: [] }
      for (const entry of given ?? []) {
        const id = entry.filled('discount')
        if (id === undefined) {
          wanted.added.push(readEntry(entry))
        } else if (current.includes(id)) {
          wanted.kept.push(id)
        } else {
          throw invalid(`No such discount: '${id}'`, {
            code: 'resource_missing',
            param: entry.name('discount'),
          })
        }
      }
      return wanted
    },
  }
}

/** The coupon of a promotion code, if the customer may redeem it. */
function redeemableCoupon(
  { account, customer, currency, amount }: DiscountContext,
  code: PromotionCodeRecord,
  param: string,
): CouponRecord {
  const coupon = account.store.coupons.get(code.coupon)
  const refuse = (reason: string, errorCode = 'promotion_code_not_redeemable') =>
    invalid(`This promotion code cannot be redeemed${reason}.`, { code: errorCode, param })
  if (!coupon || !isPromotionCodeActive(code, coupon, account.now)) throw refuse('')
  if (code.customer !== null && code.customer !== customer.id) {
    throw refuse(' because it belongs to another customer')
  }
  const paidBefore = account.store.invoices
    .withKey('customer', customer.id)
    .some(({ amount_paid }) => amount_paid > 0)
  if (code.first_time_transaction && paidBefore) {
    throw refuse(
      ' because the associated customer has prior transactions',
      'promotion_code_customer_not_first_time',
    )
  }
  const minimum =
    code.minimum_amount_currency === currency ? code.minimum_amount : code.currency_options?.[currency]
  if (code.minimum_amount !== null && (minimum === undefined || minimum === null)) {
    throw refuse(` because its minimum amount has another currency than \`${currency}\``)
  }
  if (minimum !== undefined && minimum !== null && amount !== null && amount < minimum) {
    throw refuse(' because the minimum amount is not met')
  }
  return coupon
}
