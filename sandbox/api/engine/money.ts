const ZERO_DECIMAL = new Set('bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' '))
const THREE_DECIMAL = new Set('bhd jod kwd omr tnd'.split(' '))

/** How many decimals a currency has in the API's unit. Source: docs.stripe.com/currencies. */
export function decimalsOf(currency: string): number {
  if (ZERO_DECIMAL.has(currency)) return 0
  return THREE_DECIMAL.has(currency) ? 3 : 2
}

/** Rounds half away from zero. */
export function roundMoney(value: number): number {
  const rounded = Math.round(Math.abs(value) + 1e-9)
  return value < 0 ? (rounded === 0 ? 0 : -rounded) : rounded
}

/** `amount × part ÷ whole`, exact and rounded half away from zero. */
export function shareOf(amount: number, part: number, whole: number): number {
  if (whole === 0) return 0
  const product = BigInt(amount) * BigInt(part)
  const negative = product < 0n !== whole < 0
  const top = product < 0n ? -product : product
  const bottom = BigInt(Math.abs(whole))
  const rounded = Number((top * 2n + bottom) / (bottom * 2n))
  return negative && rounded !== 0 ? -rounded : rounded
}

/** Splits an amount over weights so that the parts add up to it exactly; the largest remainders get the rest. */
export function splitByWeight(amount: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  if (whole === 0) return weights.map(() => 0)
  const exact = weights.map((weight) => (amount * weight) / whole)
  const parts = exact.map((value) => Math.floor(value))
  let rest = amount - parts.reduce((sum, part) => sum + part, 0)
  const order = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((one, other) => other.remainder - one.remainder || one.index - other.index)
  for (const { index } of order) {
    if (rest <= 0) break
    parts[index] = (parts[index] ?? 0) + 1
    rest -= 1
  }
  return parts
}

/** An amount as people write it, for descriptions. */
export function formatAmount(amount: number, currency: string): string {
  const decimals = decimalsOf(currency)
  const symbol = { usd: '$', eur: '€', jpy: '¥', gbp: '£' }[currency] ?? `${currency.toUpperCase()} `
  return `${symbol}${(amount / 10 ** decimals).toFixed(decimals)}`
}
