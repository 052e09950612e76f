import type { Forecast } from '../api/types'
import { fromDay } from '../format/dates'
import { toMajor } from '../format/money'

export type Series = Forecast['series']

export const SERIES: Record<Series, string> = { mrr: 'MRR', revenue: 'Net revenue', cash: 'Cash in' }

/** Why nothing is forecast, and what would change that. */
export const HIDDEN: Record<NonNullable<Forecast['hidden']>, string> = {
  pending: 'The first forecast is worked out in the coming night.',
  too_short:
    'There are too few complete months to test a forecast on. It appears with the sixth complete month.',
  no_better_than_naive:
    'On the months that are known, no method did better than "the same as last month", so none is shown.',
}

export const METHODS: Record<string, string> = {
  naive: 'The same as last month',
  drift: 'Average change carried on',
  linear: 'Straight line',
  holt: 'Level and trend',
  holt_damped: 'Level and fading trend',
  holt_winters: 'Level, trend and season',
}

export const CHANGES: Record<string, string> = {
  scheduled_cancellation: 'Scheduled cancellations',
  coupon_end: 'Ends of coupons',
  phase_change: 'Starts to come',
  trial: 'Trials',
}

type Named = { x: Date; y: number; name: string }

const LINES = { value: 'Forecast', lower: 'Low', upper: 'High' } as const

/** What was, then what is expected with its interval; the lines meet at the last month that is known. */
export function forecastPoints({ history, data, currency }: Forecast): Named[] {
  const point = (month: string, minor: number, name: string): Named => ({
    x: fromDay(`${month}-01`),
    y: toMajor(minor, currency),
    name,
  })
  const last = history.at(-1)
  return [
    ...history.map(({ month, value }) => point(month, value, 'Actual')),
    ...Object.entries(LINES).flatMap(([field, name]) => [
      ...(last ? [point(last.month, last.value, name)] : []),
      ...data.map((row) => point(row.month, row[field as keyof typeof LINES], name)),
    ]),
  ]
}
