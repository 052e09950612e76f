/** Usage run-rate, shown beside MRR and never part of it (M7). */
import { addMonths } from './local-day'
import { ratio, round } from './rational'
import type { Day, Month } from './types'

/** A metered line of an invoice: net of discount and tax, minor units of one currency. */
export interface UsageLine {
  month: Month
  amount: number
  /** Of its invoice. */
  status: string
}

/**
 * What one metered item bills on average in a month, over the last three complete calendar months or as many as there
 * are since it began (M7); null while there is none.
 *
 * @param firstFullMonth the first calendar month through which the item existed
 */
export function usageRunRate(
  lines: readonly UsageLine[],
  { today, firstFullMonth }: { today: Day; firstFullMonth: Month },
): { usage_run_rate: number | null; months: number } {
  const complete = [1, 2, 3].map((back) => addMonths(`${today.slice(0, 7)}-01`, -back).slice(0, 7))
  const months = new Set(complete.filter((month) => month >= firstFullMonth))
  const sum = lines
    .filter(({ month, status }) => months.has(month) && (status === 'open' || status === 'paid'))
    .reduce((total, { amount }) => total + amount, 0)
  return { usage_run_rate: months.size === 0 ? null : round(ratio(sum, months.size)), months: months.size }
}
