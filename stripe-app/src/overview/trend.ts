import { fromDay } from '../format/dates'
import { toMajor } from '../format/money'

type Point = { date: string; value: number }
export type TrendPoint = { x: Date; y: number | null; compare: 'current' | 'previous' }

/** MRR of a period over that of the period before, point by point, on the dates of the current one. */
export function trendPoints(current: Point[], previous: Point[], currency: string): TrendPoint[] {
  const points: TrendPoint[] = current.map(({ date, value }) => ({
    x: fromDay(date),
    y: toMajor(value, currency),
    compare: 'current',
  }))
  if (previous.length === 0) return points
  // Counted from the end: both periods close on their last point, and may differ by a day in length.
  const offset = previous.length - current.length
  current.forEach(({ date }, index) => {
    const before = previous[index + offset]
    points.push({ x: fromDay(date), y: before ? toMajor(before.value, currency) : null, compare: 'previous' })
  })
  return points
}
