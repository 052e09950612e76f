import { DAY } from '../engine/calendar'
import { createCoupon } from '../domain/catalogue'
import { couponEvents } from '../domain/events'
import { invalid } from '../http/errors'
import { preparePage } from '../http/listing'
import type { Route } from '../http/route'
import { renderCoupon } from '../render/catalogue'
import type { CouponRecord } from '../store/records'
import { fromParam, fromPath, given } from './lookups'
import { readCurrency, readCurrencyOptions } from './prices'

/** A coupon can be redeemed for at most five years. */
const LONGEST_REDEMPTION = 5 * 366 * DAY

export const couponRoutes: Route[] = [
  {
    method: 'GET',
    path: '/v1/coupons',
    answers: 'list of coupon',
    prepare({ account, params }) {
      return preparePage(
        params,
        {
          collection: account.store.coupons,
          url: '/v1/coupons',
          noun: 'coupon',
          render: (coupon) => renderCoupon(coupon, account.now),
        },
        { created: params.range('created') ?? {} },
      )
    },
  },
  {
    method: 'POST',
    path: '/v1/coupons',
    answers: 'coupon',
    prepare({ account, params }) {
      const percent = params.decimal('percent_off')
      const amount = params.integer('amount_off', 1)
      const currency = readCurrency(account, params)
      if (percent === undefined && amount === undefined) {
        throw invalid('You must pass either percent_off or amount_off.', { code: 'parameter_missing' })
      }
      if (percent !== undefined && amount !== undefined) {
        throw invalid('You may only specify one of these parameters: percent_off, amount_off.', {
          code: 'parameters_exclusive',
        })
      }
      if (percent !== undefined && !(Number(percent) > 0 && Number(percent) <= 100)) {
        throw invalid('Invalid percent_off: must be greater than 0 and at most 100.', {
          param: 'percent_off',
        })
      }
      if (amount !== undefined && currency === undefined) params.missing('currency')
      const duration = params.oneOf('duration', ['once', 'repeating', 'forever']) ?? 'once'
      const months = params.integer('duration_in_months', 1)
      if (duration === 'repeating' && months === undefined) params.missing('duration_in_months')
      if (duration !== 'repeating' && months !== undefined) {
        throw invalid('You can only pass duration_in_months if duration is repeating.', {
          param: 'duration_in_months',
        })
      }
      const redeemBy = params.instant('redeem_by')
      if (
        redeemBy !== undefined &&
        (redeemBy <= account.now || redeemBy > account.now + LONGEST_REDEMPTION)
      ) {
        throw invalid('redeem_by must be a Unix timestamp in the future, at most five years from now.', {
          param: 'redeem_by',
        })
      }
      const options = readCurrencyOptions(account, params, 'amount_off')
      if (options && (amount === undefined || options[currency ?? ''] !== undefined)) {
        throw invalid('You may only set currency_options for other currencies of a coupon with amount_off.', {
          param: 'currency_options',
        })
      }
      const products = params.hash('applies_to')?.words('products') ?? []
      for (const product of products)
        fromParam(account.store.products, 'product', product, 'applies_to[products]')
      const id = params.filled('id')
      if (id !== undefined && account.store.coupons.get(id)) {
        throw invalid('Coupon already exists.', { code: 'resource_already_exists', param: 'id' })
      }
      const fields: Partial<CouponRecord> & Pick<CouponRecord, 'duration'> = {
        ...(id === undefined ? {} : { id }),
        name: params.text('name', 40) ?? null,
        percent_off: percent === undefined ? null : Number(percent),
        amount_off: amount ?? null,
        currency: amount === undefined ? null : (currency ?? null),
        duration,
        duration_in_months: months ?? null,
        max_redemptions: params.integer('max_redemptions', 1) ?? null,
        redeem_by: redeemBy ?? null,
        metadata: params.metadata('metadata') ?? {},
        applies_to: products,
        ...(options ? { currency_options: options } : {}),
      }
      return () => renderCoupon(createCoupon(account, fields), account.now)
    },
  },
  {
    method: 'GET',
    path: '/v1/coupons/:id',
    answers: 'coupon',
    prepare({ account, ids }) {
      const coupon = fromPath(account.store.coupons, 'coupon', ids[0])
      return () => renderCoupon(coupon, account.now)
    },
  },
  {
    method: 'POST',
    path: '/v1/coupons/:id',
    answers: 'coupon',
    prepare({ account, ids, params }) {
      const coupon = fromPath(account.store.coupons, 'coupon', ids[0])
      const options = readCurrencyOptions(account, params, 'amount_off')
      const fields = given<Pick<CouponRecord, 'name' | 'metadata' | 'currency_options'>>({
        name: params.text('name', 40),
        metadata: params.metadata('metadata', coupon.metadata),
        currency_options: options && { ...coupon.currency_options, ...options },
      })
      return () => {
        const changed = couponEvents.watch(account, coupon)
        Object.assign(coupon, fields)
        changed()
        return renderCoupon(coupon, account.now)
      }
    },
  },
  {
    method: 'DELETE',
    path: '/v1/coupons/:id',
    answers: 'coupon',
    prepare({ account, ids }) {
      const coupon = fromPath(account.store.coupons, 'coupon', ids[0])
      return () => {
        account.store.coupons.remove(coupon.id)
        couponEvents.emit(account, 'deleted', coupon)
        return { id: coupon.id, object: 'coupon', deleted: true }
      }
    },
  },
]
