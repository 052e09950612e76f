import type { Promotion } from '../api/types'
import { percent } from '../format/figures'
import { money } from '../format/money'

const DURATIONS = { once: 'once', forever: 'forever' }

/** A discount in words: 25% off for 3 months. */
export function discountText({ discount }: Pick<Promotion, 'discount'>, locale: string): string {
  const { percent_bp, amount, currency, duration, duration_in_months } = discount
  const size =
    percent_bp !== null
      ? percent(percent_bp, locale)
      : amount !== null && currency
        ? money(amount, currency, locale)
        : ''
  if (duration !== 'repeating') return `${size} off ${DURATIONS[duration]}`
  return `${size} off for ${duration_in_months === 1 ? '1 month' : `${duration_in_months} months`}`
}

/** How often a code was used, and how often it may be. */
export function redemptionText(
  promotion: Pick<Promotion, 'times_redeemed' | 'max_redemptions'>,
  locale: string,
): string {
  const { times_redeemed, max_redemptions } = promotion
  const number = new Intl.NumberFormat(locale)
  if (max_redemptions === null) return number.format(times_redeemed)
  return `${number.format(times_redeemed)} of ${number.format(max_redemptions)}`
}

export const STATUS: Record<Promotion['status'], string> = {
  active: 'Active',
  ended: 'Ended',
  creating: 'Creating',
  failed: 'Failed',
}
