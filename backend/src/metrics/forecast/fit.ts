import { t90 } from './student'

/** A method fitted to monthly values. Amounts are minor units and may be fractions: a model rounds only what it shows. */
export interface Fit {
  /** What is expected `h` months after the last value, h from 1. */
  point(h: number): number
  /** Half of the 80 % interval around it; null where the errors of the back-test give the interval (FC4). */
  halfWidth: ((h: number) => number) | null
}

/**
 * Half of the 80 % interval one step ahead: the standard deviation of the residuals in Student's t, because few
 * months are known; `free` is the number of residuals less that of the fitted parameters, at least 1.
 */
export function unitHalfWidth(squares: number, free: number): number {
  return t90(free) * Math.sqrt(squares / free)
}

/** The mean of at least one value. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

export function sumOfSquares(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value * value, 0)
}
