import type { ApiKey } from '../api/types'

export const STATUS = {
  active: { label: 'Active', tone: 'positive' },
  soon: { label: 'Expires soon', tone: 'warning' },
  expired: { label: 'Expired', tone: 'negative' },
  without: { label: 'May do nothing', tone: 'negative' },
} as const

/** @param now milliseconds since 1970 */
export function statusOf({ expires, expires_soon, effective_scopes }: ApiKey, now: number) {
  if (expires * 1000 <= now) return STATUS.expired
  if (effective_scopes.length === 0) return STATUS.without
  return expires_soon ? STATUS.soon : STATUS.active
}

export const EXPIRIES = [7, 30, 90, 180, 365]

/** What is typed into the list of addresses, an entry in each line. */
export const toAddresses = (text: string): string[] =>
  text
    .split(/[\s,]+/)
    .map((entry) => entry.trim())
    .filter(Boolean)

/** Whole requests a minute as the backend takes them; null where the text is none. */
export function toRate(text: string): number | null {
  const rate = Number(text)
  return /^\d+$/.test(text.trim()) && rate >= 1 && rate <= 6000 ? rate : null
}
