import type Stripe from 'stripe'
import { defineMirror, type Mirror } from '../database/mirror'
import { defineModel } from '../database/model'

export const CouponModel: Mirror<Stripe.Coupon> = defineMirror('coupons')
export const PromotionCodeModel: Mirror<Stripe.PromotionCode> = defineMirror('promotion_codes', [
  { fields: { id: 1 } },
])

export interface PromotionDocument {
  _id: string
  accountId: string
  name: string
  /** Upper case. */
  code: string
  /** `creating` until Stripe has both objects; `failed` when Stripe refused. */
  status: 'creating' | 'active' | 'ended' | 'failed'
  percentBp: number | null
  amount: number | null
  currency: string | null
  duration: 'once' | 'repeating' | 'forever'
  durationInMonths: number | null
  maxRedemptions: number | null
  expiresAt: Date | null
  stripeCoupon: string | null
  stripePromotionCode: string | null
  createdAt: Date
  createdBy: string
  endedAt: Date | null
  /** Why Stripe refused. */
  failure: string | null
  /** The idempotency key of the request that made it: the same request after a crash finds it again. */
  requestKey: string | null
}

export const PromotionModel = defineModel<PromotionDocument>(
  'promotions',
  {
    name: { type: String, required: true },
    code: { type: String, required: true },
    status: { type: String, required: true },
    percentBp: { type: Number, default: null },
    amount: { type: Number, default: null },
    currency: { type: String, default: null },
    duration: { type: String, required: true },
    durationInMonths: { type: Number, default: null },
    maxRedemptions: { type: Number, default: null },
    expiresAt: { type: Date, default: null },
    stripeCoupon: { type: String, default: null },
    stripePromotionCode: { type: String, default: null },
    createdAt: { type: Date, required: true },
    createdBy: { type: String, required: true },
    endedAt: { type: Date, default: null },
    failure: { type: String, default: null },
    requestKey: { type: String, default: null },
  },
  [
    { fields: { _id: -1 } },
    { fields: { requestKey: 1 }, unique: true, partialFilterExpression: { requestKey: { $type: 'string' } } },
    // one promotion at a time per code, as Stripe has it
    {
      fields: { code: 1 },
      unique: true,
      partialFilterExpression: { status: { $in: ['creating', 'active'] } },
    },
  ],
)
