import type { Channel, CurrencyFormat } from '@stripe/ui-extension-sdk/ui'

/** The currencies of this app's accounts that the older charts can write; another is written as a plain number. */
const KNOWN: CurrencyFormat['currency'][] = [
  'USD',
  'EUR',
  'GBP',
  'JPY',
  'CHF',
  'CAD',
  'AUD',
  'NZD',
  'SEK',
  'NOK',
  'DKK',
  'PLN',
  'CZK',
  'HUF',
  'RON',
  'BGN',
  'INR',
  'SGD',
  'HKD',
  'CNY',
  'KRW',
  'THB',
  'MYR',
  'IDR',
  'PHP',
  'BRL',
  'MXN',
  'CLP',
  'COP',
  'ZAR',
  'ILS',
  'AED',
]

/** How an axis writes amounts in a currency. */
export function chartCurrency(currency: string): Pick<Channel, 'format' | 'tickFormat'> {
  const code = KNOWN.find((known) => known === currency.toUpperCase())
  if (!code) return {}
  return { format: { currency: code }, tickFormat: { currency: code, fractionalDigits: 0 } }
}
