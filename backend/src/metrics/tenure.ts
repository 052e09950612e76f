import { addMonths } from './local-day'
import type { Day } from './types'

/** Whole months from one day to a later one; the 31st counts as the last day of a shorter month. */
export function completedMonths(from: Day, to: Day): number {
  const months = 12 * (yearOf(to) - yearOf(from)) + monthOf(to) - monthOf(from)
  return addMonths(from, months) > to ? months - 1 : months
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}

function monthOf(day: Day): number {
  return Number(day.slice(5, 7))
}
