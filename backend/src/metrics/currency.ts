import type { Currency } from './types'

const NONE = 'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' ')
const THREE = 'bhd jod kwd omr tnd'.split(' ')

const DECIMALS = new Map<Currency, number>([
  ...NONE.map((currency): [Currency, number] => [currency, 0]),
  ...THREE.map((currency): [Currency, number] => [currency, 3]),
])

/**
 * Digits after the point in the unit that Stripe's API uses for a currency (C2). ISK and UGX have 2 there, though
 * neither has a fraction in practice.
 */
export function decimals(currency: Currency): number {
  return DECIMALS.get(currency) ?? 2
}
