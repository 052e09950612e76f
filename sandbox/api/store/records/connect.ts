import type { Metadata } from './customers'

/** Who answers for a connected account. An account that is nobody's has none. */
export interface ControllerRecord {
  fees: 'account' | 'application'
  losses: 'application' | 'stripe'
  requirement_collection: 'application' | 'stripe'
  dashboard: 'express' | 'full' | 'none'
}

export interface BankAccountRecord {
  id: string
  country: string
  currency: string
  account_holder_name: string | null
  bank_name: string
  last4: string
  routing_number: string | null
  fingerprint: string
  metadata: Metadata
}

/** What an account says about itself. */
export interface AccountProfile {
  name: string | null
  product_description: string | null
  email: string | null
  metadata: Metadata
  timezone: string
  statement_descriptor: string | null
  controller: ControllerRecord | null
  /** The capabilities that were asked for, and when. */
  requested: Record<string, number>
  /** Answers to requirements that Stripe collects, such as `individual.first_name`. */
  answers: Record<string, string>
  bank_accounts: BankAccountRecord[]
  details_submitted: boolean
  /** Why Stripe or the platform closed the account. */
  rejected: 'rejected.fraud' | 'rejected.terms_of_service' | 'rejected.other' | null
}

export interface AccountLinkRecord {
  id: string
  created: number
  expires_at: number
  account: string
  type: 'account_onboarding' | 'account_update'
  refresh_url: string
  return_url: string
  used: boolean
}

export interface TransferRecord {
  id: string
  created: number
  amount: number
  amount_reversed: number
  currency: string
  description: string | null
  destination: string
  destination_payment: string
  balance_transaction: string
  source_transaction: string | null
  transfer_group: string | null
  metadata: Metadata
}

export interface TransferReversalRecord {
  id: string
  created: number
  amount: number
  currency: string
  transfer: string
  balance_transaction: string
  destination_payment_refund: string
  metadata: Metadata
}

export interface InstallRecord {
  id: string
  created: number
  account: string
  app: string
  permissions: string[]
  status: 'installed' | 'uninstalling'
}
