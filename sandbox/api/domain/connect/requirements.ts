import type { AccountProfile } from '../../store/records'
import type { Account } from '../../store/account'

/** What Stripe asks of every account, of people and of companies: the part of its list that this model knows. */
const ALWAYS = ['business_type', 'business_profile.mcc', 'business_profile.url', 'external_account']
const TERMS = ['tos_acceptance.date', 'tos_acceptance.ip']
const INDIVIDUAL = [
  'individual.first_name',
  'individual.last_name',
  'individual.email',
  'individual.phone',
  'individual.dob.day',
  'individual.dob.month',
  'individual.dob.year',
  'individual.address.line1',
  'individual.address.city',
  'individual.address.postal_code',
]
const COMPANY = [
  'company.name',
  'company.tax_id',
  'company.phone',
  'company.address.line1',
  'company.address.city',
  'company.address.postal_code',
]

/** Every requirement that an account can be asked to answer. */
export const REQUIREMENTS = [...ALWAYS, ...TERMS, ...INDIVIDUAL, ...COMPANY]

/** The requirements that an account of a kind has to meet. */
export function requirementsOf({ answers }: AccountProfile): string[] {
  const type = answers['business_type']
  const own = type === undefined ? [] : type === 'individual' ? INDIVIDUAL : COMPANY
  return [...ALWAYS, ...TERMS, ...own]
}

export interface Standing {
  due: string[]
  disabledReason: string | null
  /** Whether what was asked for is granted. */
  active: boolean
  charges: boolean
  payouts: boolean
}

/** What an account still owes, and what it may do. An account that is nobody's has been examined long ago. */
export function standingOf({ profile }: Account): Standing {
  if (!profile.controller) {
    return { due: [], disabledReason: null, active: true, charges: true, payouts: true }
  }
  const due = requirementsOf(profile).filter((name) =>
    name === 'external_account' ? profile.bank_accounts.length === 0 : profile.answers[name] === undefined,
  )
  const active = due.length === 0 && profile.rejected === null
  const disabledReason = profile.rejected ?? (due.length > 0 ? 'requirements.past_due' : null)
  return {
    due,
    disabledReason,
    active,
    charges: active && profile.requested['card_payments'] !== undefined,
    payouts: active && profile.bank_accounts.length > 0,
  }
}
