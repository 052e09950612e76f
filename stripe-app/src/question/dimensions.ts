/** What the MRR can be cut by, in the words of a merchant. */
export const DIMENSIONS: Record<string, string> = {
  product: 'Product',
  price: 'Price',
  interval: 'Billing interval',
  currency: 'Currency',
  country: 'Country',
  coupon: 'Coupon',
  cohort: 'Month of first payment',
}

const NONE = '(none)'

const INTERVALS: Record<string, string> = { day: 'Daily', week: 'Weekly', month: 'Monthly', year: 'Yearly' }

/** What a value of a dimension is called. */
export function valueText(dimension: string, value: string, name: string | null, locale: string): string {
  if (name !== null) return name
  if (value === NONE) return dimension === 'coupon' ? 'Without a coupon' : 'Not known'
  if (dimension === 'currency') return value.toUpperCase()
  if (dimension === 'country') return new Intl.DisplayNames(locale, { type: 'region' }).of(value) ?? value
  if (dimension === 'interval') {
    const [count, unit] = value.split('_')
    return unit ? `Every ${count} ${unit}s` : (INTERVALS[value] ?? value)
  }
  return value
}
