/** Exact fractions for money (C3): nothing is rounded before the one rounding that a rule names. */

/** The fraction n / d; d is positive, and the fraction need not be in lowest terms. */
export interface Rational {
  readonly n: bigint
  readonly d: bigint
}

export const ZERO: Rational = { n: 0n, d: 1n }
export const ONE: Rational = { n: 1n, d: 1n }

/** Sums over thousands of fractions stay short: beyond this denominator they are brought to lowest terms. */
const LONG = 1n << 64n

/** n / d for whole numbers; d must not be 0. */
export function ratio(n: number | bigint, d: number | bigint = 1n): Rational {
  const denominator = BigInt(d)
  if (denominator === 0n) throw new RangeError(`the fraction ${n} / 0 has no value`)
  return denominator < 0n ? { n: -BigInt(n), d: -denominator } : { n: BigInt(n), d: denominator }
}

const WHOLE = /^-?\d+$/
const DECIMAL = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i

/** The exact value of a decimal number as written: `'0.125'`, `33.33`, `'1e-7'`. */
export function decimal(value: string | number): Rational {
  if (typeof value === 'number' ? Number.isSafeInteger(value) : WHOLE.test(value))
    return { n: BigInt(value), d: 1n }
  const match = DECIMAL.exec(String(value).trim())
  const whole = match?.[2] ?? ''
  const fraction = match?.[3] ?? ''
  if (!match || whole + fraction === '') throw new RangeError(`${value} is not a decimal number`)
  const digits = BigInt(whole + fraction)
  const shift = Number(match[4] ?? 0) - fraction.length
  const n = match[1] === '-' ? -digits : digits
  return shift >= 0 ? { n: n * 10n ** BigInt(shift), d: 1n } : { n, d: 10n ** BigInt(-shift) }
}

export function add(a: Rational, b: Rational): Rational {
  if (a.d === b.d) return { n: a.n + b.n, d: a.d }
  const sum = { n: a.n * b.d + b.n * a.d, d: a.d * b.d }
  return sum.d > LONG ? lowestTerms(sum) : sum
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, { n: -b.n, d: b.d })
}

export function multiply(a: Rational, b: Rational): Rational {
  return { n: a.n * b.n, d: a.d * b.d }
}

/** a / b; b must not be 0. */
export function divide(a: Rational, b: Rational): Rational {
  return ratio(a.n * b.d, a.d * b.n)
}

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compare(a: Rational, b: Rational): number {
  const left = a.n * b.d
  const right = b.n * a.d
  return left < right ? -1 : left > right ? 1 : 0
}

export function sumOf(values: readonly Rational[]): Rational {
  let sum = ZERO
  for (const value of values) sum = add(sum, value)
  return sum
}

/** The greatest whole number not above the value. */
export function floor({ n, d }: Rational): bigint {
  const quotient = n / d
  return n < 0n && quotient * d !== n ? quotient - 1n : quotient
}

/** The least whole number not below the value. */
export function ceil({ n, d }: Rational): number {
  return whole(-floor({ n: -n, d }))
}

/** C3: to the nearest whole number, halves away from zero. */
export function round({ n, d }: Rational): number {
  if (d === 1n) return whole(n)
  return whole(n < 0n ? -((-n * 2n + d) / (d * 2n)) : (n * 2n + d) / (d * 2n))
}

/** numerator / denominator in basis points, rounded once (C1, C3); null when the denominator is 0. */
export function basisPoints(numerator: Rational, denominator: Rational): number | null {
  if (denominator.n === 0n) return null
  return round(divide(multiply(numerator, ratio(10_000n)), denominator))
}

function whole(n: bigint): number {
  const value = Number(n)
  // Adding 0 keeps a negative zero out of the results.
  if (Number.isSafeInteger(value)) return value + 0
  throw new RangeError(`${n} is too large for an amount`)
}

function lowestTerms({ n, d }: Rational): Rational {
  let a = n < 0n ? -n : n
  let b = d
  while (b > 0n) [a, b] = [b, a % b]
  return a === 0n ? ZERO : { n: n / a, d: d / a }
}
