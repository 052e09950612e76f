import type { Account } from '../api/types'

export const MODES = { live: 'Live', test: 'Test', sandbox: 'Sandbox' } as const

export const VIA = { key: 'Its own key', installation: 'App installation', connect: 'Connect' } as const

/** What Stripe asks of an account: what is overdue first, each once. */
export function requirementsOf({
  onboarding,
}: Pick<Account, 'onboarding'>): { name: string; overdue: boolean }[] {
  const { past_due = [], currently_due = [] } = onboarding ?? {}
  return Array.from(new Set([...past_due, ...currently_due]), (name) => ({
    name,
    overdue: past_due.includes(name),
  }))
}

/** Stripe's names that a merchant could not read. */
const PLAIN: Record<string, string> = {
  dob: 'date of birth',
  ip: 'IP address',
  mcc: 'industry',
  tos_acceptance: 'Terms of service',
  url: 'website',
}

/** Stripe's name of a detail in words: `individual.first_name` is Individual: first name. */
export function requirementText(name: string): string {
  const words = name.split('.').map((part) => PLAIN[part] ?? part.replaceAll('_', ' '))
  const text = words.join(': ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** What an account that was made through Connect can do by now. */
export function abilityText({
  charges_enabled,
  payouts_enabled,
}: NonNullable<Account['onboarding']>): string {
  if (charges_enabled === payouts_enabled)
    return `Payments and payouts are ${charges_enabled ? 'possible' : 'not possible yet'}.`
  const [able, unable] = charges_enabled ? ['Payments', 'payouts'] : ['Payouts', 'payments']
  return `${able} are possible, ${unable} are not yet.`
}

/** Where Stripe lets accounts be made: stripe.com/global. */
const COUNTRIES =
  'AE AT AU BE BG BR CA CH CY CZ DE DK EE ES FI FR GB GI GR HK HR HU IE IN IT JP LI LT LU LV MT MX MY NL NO NZ PL PT RO SE SG SI SK TH US'

export function countryChoices(locale: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'region' })
  return COUNTRIES.split(' ')
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, locale))
}
