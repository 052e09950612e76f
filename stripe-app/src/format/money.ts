/** How many digits a currency's smallest unit has: 2 for USD, 0 for JPY. */
export function currencyDigits(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: currency.toUpperCase() })
  return format.resolvedOptions().maximumFractionDigits ?? 2
}

/** An amount in the smallest unit as a number in the currency's own unit, for charts. */
export function toMajor(minor: number, currency: string): number {
  return minor / 10 ** currencyDigits(currency)
}

type MoneyOptions = { signed?: boolean; whole?: boolean }

/** An amount in the smallest unit, written out. `whole` leaves the cents away where they only add noise. */
export function money(minor: number, currency: string, locale: string, options: MoneyOptions = {}): string {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: currency.toUpperCase(),
    ...(options.signed ? { signDisplay: 'exceptZero' as const } : {}),
    ...(options.whole ? { maximumFractionDigits: 0 } : {}),
  })
  return format.format(toMajor(minor, currency))
}
