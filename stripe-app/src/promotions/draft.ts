import type { NewPromotion } from '../api/types'

/** What is typed into the form, as text, before it is a promotion. */
export type Draft = {
  name: string
  code: string
  kind: 'percent' | 'amount'
  percent: string
  /** In the currency's smallest unit, as `CurrencyField` tells it. */
  amountMinor: number | null
  duration: NewPromotion['duration']
  months: string
  maxRedemptions: string
  expiresOn: string
}

export type DraftErrors = Partial<Record<keyof Draft, string>>

export const EMPTY_DRAFT: Draft = {
  name: '',
  code: '',
  kind: 'percent',
  percent: '',
  amountMinor: null,
  duration: 'once',
  months: '3',
  maxRedemptions: '',
  expiresOn: '',
}

export const isDirty = (draft: Draft) => JSON.stringify(draft) !== JSON.stringify(EMPTY_DRAFT)

function wholeNumber(text: string): number | null {
  return /^\d+$/.test(text.trim()) ? Number(text) : null
}

/** The last second of a day in this browser's time zone, in Unix seconds. */
function endOfDay(day: string): number {
  return Math.floor(new Date(`${day}T23:59:59`).getTime() / 1000)
}

function discountErrors({ kind, percent, amountMinor }: Draft): DraftErrors {
  if (kind === 'amount')
    return amountMinor !== null && amountMinor > 0 ? {} : { amountMinor: 'Enter an amount above 0.' }
  const value = Number(percent)
  return percent.trim() !== '' && value > 0 && value <= 100
    ? {}
    : { percent: 'Enter a percentage from 0.01 to 100.' }
}

function limitErrors({ duration, months, maxRedemptions, expiresOn }: Draft, now: number): DraftErrors {
  const errors: DraftErrors = {}
  const count = wholeNumber(months)
  if (duration === 'repeating' && (count === null || count < 1 || count > 36)) {
    errors.months = 'Enter a number of months from 1 to 36.'
  }
  if (maxRedemptions.trim() !== '' && !wholeNumber(maxRedemptions)) {
    errors.maxRedemptions = 'Enter a whole number above 0, or leave it empty.'
  }
  if (expiresOn !== '' && !(endOfDay(expiresOn) * 1000 > now))
    errors.expiresOn = 'Choose today or a later day.'
  return errors
}

/** What must be put right before the draft can be sent; empty when nothing must. */
export function draftErrors(draft: Draft, now: number): DraftErrors {
  const errors: DraftErrors = { ...discountErrors(draft), ...limitErrors(draft, now) }
  if (draft.name.trim() === '') errors.name = 'Enter a name.'
  if (!/^[A-Za-z0-9-]{3,40}$/.test(draft.code.trim())) {
    errors.code = 'Use 3 to 40 letters, digits or dashes.'
  }
  return errors
}

/** The request of a draft without errors. */
export function toNewPromotion(draft: Draft, currency: string): NewPromotion {
  const { kind, duration, maxRedemptions, expiresOn } = draft
  return {
    name: draft.name.trim(),
    code: draft.code.trim().toUpperCase(),
    ...(kind === 'percent'
      ? { percent_bp: Math.round(Number(draft.percent) * 100) }
      : { amount: draft.amountMinor ?? 0, currency }),
    duration,
    ...(duration === 'repeating' ? { duration_in_months: Number(draft.months) } : {}),
    ...(maxRedemptions.trim() === '' ? {} : { max_redemptions: Number(maxRedemptions) }),
    ...(expiresOn === '' ? {} : { expires_at: endOfDay(expiresOn) }),
  }
}
