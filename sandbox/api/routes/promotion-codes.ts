import { createPromotionCode } from '../domain/catalogue'
import { promotionCodeEvents } from '../domain/events'
import { invalid } from '../http/errors'
import { preparePage } from '../http/listing'
import type { Params } from '../http/params'
import type { Route } from '../http/route'
import { isCouponValid, isPromotionCodeActive, renderPromotionCode } from '../render/catalogue'
import type { Account } from '../store/account'
import type { PromotionCodeRecord } from '../store/records'
import { fromParam, fromPath } from './lookups'
import { readCurrency, readCurrencyOptions } from './prices'

const render = (account: Account, code: PromotionCodeRecord) =>
  renderPromotionCode(code, account.store.coupons.get(code.coupon), account.now)

const isActive = (account: Account, code: PromotionCodeRecord) =>
  isPromotionCodeActive(code, account.store.coupons.get(code.coupon), account.now)

function readCoupon(account: Account, params: Params) {
  const promotion = params.hash('promotion') ?? params.missing('promotion')
  if (promotion.oneOf('type', ['coupon']) === undefined) promotion.missing('type')
  const coupon = fromParam(account.store.coupons, 'coupon', promotion.required('coupon'), 'promotion[coupon]')
  if (!isCouponValid(coupon, account.now))
    throw invalid('This coupon is expired.', { code: 'coupon_expired', param: 'promotion[coupon]' })
  return coupon
}

/** A code may be used once among the active ones of a customer, whatever its case. */
function readCode(account: Account, params: Params, customer: string | null): string | undefined {
  const code = params.filled('code', 500)
  if (code === undefined) return undefined
  if (!/^[A-Za-z0-9-]+$/.test(code)) {
    throw invalid('Promotion codes can only contain letters, digits and dashes.', { param: 'code' })
  }
  const rivals = account.store.promotionCodes.withKey('code', code.toLowerCase())
  if (
    rivals.some(
      (one) =>
        isActive(account, one) && (one.customer === null || customer === null || one.customer === customer),
    )
  ) {
    throw invalid('An active promotion code with `code: ' + code + '` already exists.', {
      code: 'resource_already_exists',
      param: 'code',
    })
  }
  return code
}

export const promotionCodeRoutes: Route[] = [
  {
    method: 'GET',
    path: '/v1/promotion_codes',
    answers: 'list of promotion_code',
    prepare({ account, params }) {
      const active = params.boolean('active')
      const code = params.filled('code')?.toLowerCase()
      const coupon = params.filled('coupon')
      const customer = params.filled('customer')
      return preparePage(
        params,
        {
          collection: account.store.promotionCodes,
          url: '/v1/promotion_codes',
          noun: 'promotion code',
          render: (one) => render(account, one),
        },
        {
          created: params.range('created') ?? {},
          by: {
            ...(code === undefined ? {} : { code }),
            ...(coupon === undefined ? {} : { coupon }),
            ...(customer === undefined ? {} : { customer }),
          },
          where: (one) => active === undefined || isActive(account, one) === active,
        },
      )
    },
  },
  {
    method: 'POST',
    path: '/v1/promotion_codes',
    answers: 'promotion_code',
    prepare({ account, params }) {
      const coupon = readCoupon(account, params)
      const customerId = params.filled('customer')
      const customer =
        customerId === undefined
          ? null
          : fromParam(account.store.customers, 'customer', customerId, 'customer').id
      const code = readCode(account, params, customer)
      const restrictions = params.hash('restrictions')
      const minimum = restrictions?.integer('minimum_amount', 1)
      const minimumCurrency = restrictions
        ? readCurrency(account, restrictions, 'minimum_amount_currency')
        : undefined
      if (minimum !== undefined && minimumCurrency === undefined)
        restrictions?.missing('minimum_amount_currency')
      const options = restrictions && readCurrencyOptions(account, restrictions, 'minimum_amount')
      const expiresAt = params.instant('expires_at')
      if (expiresAt !== undefined && expiresAt <= account.now) {
        throw invalid('expires_at must be a Unix timestamp in the future.', { param: 'expires_at' })
      }
      if (expiresAt !== undefined && coupon.redeem_by !== null && expiresAt > coupon.redeem_by) {
        throw invalid("expires_at cannot be after the coupon's redeem_by.", { param: 'expires_at' })
      }
      const max = params.integer('max_redemptions', 1)
      if (max !== undefined && coupon.max_redemptions !== null && max > coupon.max_redemptions) {
        throw invalid("max_redemptions cannot be greater than the coupon's max_redemptions.", {
          param: 'max_redemptions',
        })
      }
      const fields = {
        ...(code === undefined ? {} : { code }),
        coupon: coupon.id,
        customer,
        active: params.boolean('active') ?? true,
        expires_at: expiresAt ?? null,
        max_redemptions: max ?? null,
        metadata: params.metadata('metadata') ?? {},
        first_time_transaction: restrictions?.boolean('first_time_transaction') ?? false,
        minimum_amount: minimum ?? null,
        minimum_amount_currency: minimumCurrency ?? null,
        ...(options ? { currency_options: options } : {}),
      }
      return () => render(account, createPromotionCode(account, fields))
    },
  },
  {
    method: 'GET',
    path: '/v1/promotion_codes/:id',
    answers: 'promotion_code',
    prepare({ account, ids }) {
      const code = fromPath(account.store.promotionCodes, 'promotion code', ids[0])
      return () => render(account, code)
    },
  },
  {
    method: 'POST',
    path: '/v1/promotion_codes/:id',
    answers: 'promotion_code',
    prepare({ account, ids, params }) {
      const code = fromPath(account.store.promotionCodes, 'promotion code', ids[0])
      const active = params.boolean('active')
      const metadata = params.metadata('metadata', code.metadata)
      const restrictions = params.hash('restrictions')
      const options = restrictions && readCurrencyOptions(account, restrictions, 'minimum_amount')
      const coupon = account.store.coupons.get(code.coupon)
      if (active && !isPromotionCodeActive({ ...code, active: true }, coupon, account.now)) {
        throw invalid(
          'This promotion code cannot be activated: it has expired or is used up, or its coupon is not valid.',
          { param: 'active' },
        )
      }
      return () => {
        const changed = promotionCodeEvents.watch(account, code)
        if (active !== undefined) code.active = active
        if (metadata) code.metadata = metadata
        if (options) code.currency_options = { ...code.currency_options, ...options }
        changed()
        return render(account, code)
      }
    },
  },
]
