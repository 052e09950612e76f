import { onTimeline } from '../../engine/timeline'
import { createAccount, makeId, type Account } from '../../store/account'
import type { AccountProfile, BankAccountRecord, ControllerRecord } from '../../store/records'
import { accountEvents, bankAccountEvents, capabilityEvents } from '../events'
import { scheduleEventExpiry } from '../events'
import { schedulePayouts } from '../payouts'
import { REQUIREMENTS, requirementsOf } from './requirements'

export interface NewConnectedAccount {
  country: string
  currency: string
  controller: ControllerRecord
  profile: Partial<AccountProfile>
  capabilities: string[]
  answers: Record<string, string>
}

/** A new account that is connected to a platform. */
export function createConnectedAccount(platform: Account, wanted: NewConnectedAccount): Account {
  const account = createAccount({
    seed: `${platform.seed}/${makeId(platform, 'acct_')}`,
    opened: platform.now,
    startedAt: platform.now,
    country: wanted.country,
    settlementCurrency: wanted.currency,
    platform,
    profile: { ...wanted.profile, controller: wanted.controller, answers: { ...wanted.answers } },
  })
  for (const name of wanted.capabilities) account.profile.requested[name] = account.now
  connect(platform, account)
  schedulePayouts(account, account.now)
  scheduleEventExpiry(account, account.now)
  accountEvents.emit(account, 'updated', account)
  return account
}

/** Makes an account reachable for a platform. */
export function connect(platform: Account, account: Account): void {
  platform.connected.set(account.id, account)
  platform.onConnected?.(account)
}

/** Changes what an account says about itself, and tells what that does to it and to its capabilities. */
export function changeProfile(account: Account, change: (profile: AccountProfile) => void): void {
  const changed = accountEvents.watch(account, account)
  const capabilities = Object.keys(account.profile.requested).map((name) =>
    capabilityEvents.watch(account, { account, name }),
  )
  change(account.profile)
  for (const tell of capabilities) tell()
  changed()
}

/** Asks for capabilities, or gives them back. */
export function requestCapabilities(account: Account, wanted: Record<string, boolean>): void {
  changeProfile(account, (profile) => {
    profile.requested = Object.fromEntries(
      Object.entries(profile.requested).filter(([name]) => wanted[name] !== false),
    )
    for (const [name, requested] of Object.entries(wanted)) {
      if (requested) profile.requested[name] ??= account.now
    }
  })
}

export interface NewBankAccount {
  country: string
  currency: string
  accountHolderName: string | null
  last4: string
  routingNumber: string | null
}

/** Adds the bank account that an account's money is paid out to. */
export function addBankAccount(account: Account, wanted: NewBankAccount): BankAccountRecord {
  const bank: BankAccountRecord = {
    id: makeId(account, 'ba_'),
    country: wanted.country,
    currency: wanted.currency,
    account_holder_name: wanted.accountHolderName,
    bank_name: 'STRIPE TEST BANK',
    last4: wanted.last4,
    routing_number: wanted.routingNumber,
    fingerprint: account.ids.token(16),
    metadata: {},
  }
  changeProfile(account, (profile) => profile.bank_accounts.push(bank))
  bankAccountEvents.emit(account, 'created', { account, bank })
  return bank
}

/** What a person types into Stripe's onboarding pages: every requirement that is still open is met. */
export function completeOnboarding(account: Account, businessType: 'individual' | 'company'): void {
  onTimeline(account, account.clock, () => {
    if (account.profile.bank_accounts.length === 0) {
      addBankAccount(account, {
        country: account.country,
        currency: account.settlementCurrency,
        accountHolderName: account.profile.name,
        last4: '6789',
        routingNumber: account.country === 'US' ? '110000000' : null,
      })
    }
    changeProfile(account, (profile) => {
      profile.answers['business_type'] ??= businessType
      for (const name of requirementsOf(profile)) profile.answers[name] ??= 'given in onboarding'
      profile.details_submitted = true
    })
  })
}

/** Notes answers to requirements that the platform collects itself. */
export function answerRequirements(profile: AccountProfile, answers: Record<string, string>): void {
  Object.assign(profile.answers, answers)
  const open = requirementsOf(profile).filter(
    (name) => name !== 'external_account' && profile.answers[name] === undefined,
  )
  if (open.length === 0) profile.details_submitted = true
}

/** Whether a word names a requirement. */
export function isRequirement(name: string): boolean {
  return REQUIREMENTS.includes(name)
}
