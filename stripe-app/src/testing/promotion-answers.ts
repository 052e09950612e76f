import type { Promotion, PromotionPage } from '../api/types'

export function promotion(change: Partial<Promotion> = {}): Promotion {
  return {
    id: 'promo_1',
    object: 'promotion',
    account: 'acct_1',
    name: 'Spring launch',
    code: 'SPRING25',
    status: 'active',
    discount: {
      type: 'percent',
      percent_bp: 2500,
      amount: null,
      currency: null,
      duration: 'repeating',
      duration_in_months: 3,
    },
    max_redemptions: 200,
    times_redeemed: 57,
    expires_at: null,
    created: 1_780_000_000,
    created_by: 'mem_1',
    ended: null,
    stripe_coupon: 'co_1',
    stripe_promotion_code: 'pc_1',
    failure: null,
    ...change,
  }
}

export function promotions(data = [promotion()]): PromotionPage {
  return { object: 'list', url: '/v1/promotions', has_more: false, data }
}
