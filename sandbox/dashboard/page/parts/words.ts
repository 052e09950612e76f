import type Stripe from 'stripe'
import { money, styledDate } from '../components/formats'

type Expandable = string | { id: string } | null | undefined

/** The id of what may be expanded. */
export function idOf(value: Expandable): string | null {
  if (value === null || value === undefined) return null
  return typeof value === 'string' ? value : value.id
}

/** How a customer is called: by name, by e-mail, or by id. */
export function customerName(customer: string | Stripe.Customer | Stripe.DeletedCustomer | null): string {
  if (customer === null) return '—'
  if (typeof customer === 'string' || customer.deleted) return idOf(customer) ?? '—'
  return customer.name || customer.email || customer.id
}

export const day = (seconds: number): string => styledDate(seconds, 'medium-year-month-day')

/** A moment of this year without its year, where there is little room. */
export const shortMoment = (seconds: number): string => styledDate(seconds, 'medium-year?-month-day-time')

export const moment = (seconds: number): string => styledDate(seconds, 'medium-year-month-day-time')

/** What a price asks for: $29.00 / month, or what kind of price it is where one amount does not say it. */
export function priceWords({ unit_amount, currency, recurring, billing_scheme }: Stripe.Price): string {
  const amount = billing_scheme === 'tiered' || unit_amount === null ? 'Tiered' : money(unit_amount, currency)
  if (!recurring) return amount
  const { interval, interval_count: count, usage_type } = recurring
  const every = count === 1 ? interval : `${count} ${interval}s`
  return `${amount} / ${every}${usage_type === 'metered' ? ', metered' : ''}`
}

/** A card as a merchant tells it apart: Visa •••• 4242. */
export function cardWords(
  card: { brand?: string | null; last4?: string | null } | null | undefined,
): string | null {
  if (!card?.last4) return null
  const brand = card.brand ?? 'card'
  return `${brand.slice(0, 1).toUpperCase()}${brand.slice(1)} •••• ${card.last4}`
}
