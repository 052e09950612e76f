import { standingOf, type Standing } from '../domain/connect/requirements'
import type { JsonObject } from '../json'
import type { Account } from '../store/account'
import type { BankAccountRecord, InstallRecord } from '../store/records'
import { renderList } from './list'

/** An account as its platform sees it. */
export function renderAccount(account: Account): JsonObject {
  const { profile } = account
  const standing = standingOf(account)
  const requirements = renderRequirements(standing)
  return {
    id: account.id,
    object: 'account',
    business_profile: {
      annual_revenue: null,
      estimated_worker_count: null,
      mcc: profile.answers['business_profile.mcc'] ?? null,
      minority_owned_business_designation: null,
      name: profile.name,
      product_description: profile.product_description,
      specified_commercial_transactions_act_url: null,
      support_address: null,
      support_email: profile.email,
      support_phone: null,
      support_url: null,
      url: profile.answers['business_profile.url'] ?? null,
    },
    business_type: profile.controller ? (profile.answers['business_type'] ?? null) : 'company',
    capabilities: renderCapabilities(account, standing),
    charges_enabled: standing.charges,
    controller: renderController(account),
    country: account.country,
    created: account.opened,
    default_currency: account.settlementCurrency,
    details_submitted: profile.details_submitted,
    email: profile.email,
    ...(profile.controller
      ? {
          external_accounts: renderList(
            `/v1/accounts/${account.id}/external_accounts`,
            profile.bank_accounts.map((bank) => renderBankAccount({ account, bank })),
            false,
          ),
          future_requirements: renderRequirements({ ...standing, due: [], disabledReason: null }),
          requirements,
          tos_acceptance: { date: profile.details_submitted ? account.opened : null },
        }
      : {}),
    metadata: { ...profile.metadata },
    payouts_enabled: standing.payouts,
    settings: renderSettings(account),
    type: typeOf(account),
  }
}

function renderController({ profile: { controller } }: Account): JsonObject {
  if (!controller) return { type: 'account' }
  return {
    fees: { payer: controller.fees },
    is_controller: true,
    losses: { payments: controller.losses },
    requirement_collection: controller.requirement_collection,
    stripe_dashboard: { type: controller.dashboard },
    type: 'application',
  }
}

/** The older word for a controller; only the three classic combinations have one. */
function typeOf({ profile: { controller } }: Account): string {
  if (!controller) return 'standard'
  const { fees, losses, requirement_collection: collects, dashboard } = controller
  if (fees === 'account' && losses === 'stripe' && collects === 'stripe' && dashboard === 'full')
    return 'standard'
  if (fees !== 'application' || losses !== 'application') return 'none'
  if (collects === 'stripe' && dashboard === 'express') return 'express'
  return collects === 'application' && dashboard === 'none' ? 'custom' : 'none'
}

function renderCapabilities(account: Account, { active }: Standing): JsonObject {
  if (!account.profile.controller) return { card_payments: 'active', transfers: 'active' }
  const names = Object.keys(account.profile.requested)
  return Object.fromEntries(names.map((name) => [name, active ? 'active' : 'inactive']))
}

function renderRequirements({ due, disabledReason }: Standing): JsonObject {
  return {
    alternatives: [],
    current_deadline: null,
    currently_due: [...due],
    disabled_reason: disabledReason,
    errors: [],
    eventually_due: [...due],
    past_due: [...due],
    pending_verification: [],
  }
}

/** One capability of an account. */
export function renderCapability({ account, name }: { account: Account; name: string }): JsonObject {
  const standing = standingOf(account)
  const requestedAt = account.profile.requested[name] ?? null
  const asked = requestedAt !== null || !account.profile.controller
  return {
    id: name,
    object: 'capability',
    account: account.id,
    future_requirements: renderRequirements({ ...standing, due: [], disabledReason: null }),
    requested: asked,
    requested_at: requestedAt,
    requirements: renderRequirements(asked ? standing : { ...standing, due: [], disabledReason: null }),
    status: asked ? (standing.active ? 'active' : 'inactive') : 'unrequested',
  }
}

/** A bank account that an account's money is paid out to. */
export function renderBankAccount({
  account,
  bank,
}: {
  account: Account
  bank: BankAccountRecord
}): JsonObject {
  const nothingDue = { currently_due: [], errors: [], past_due: [], pending_verification: [] }
  return {
    id: bank.id,
    object: 'bank_account',
    account: account.id,
    account_holder_name: bank.account_holder_name,
    account_holder_type: null,
    account_type: null,
    available_payout_methods: ['standard'],
    bank_name: bank.bank_name,
    country: bank.country,
    currency: bank.currency,
    default_for_currency:
      account.profile.bank_accounts.find(({ currency }) => currency === bank.currency) === bank,
    fingerprint: bank.fingerprint,
    future_requirements: { ...nothingDue },
    last4: bank.last4,
    metadata: { ...bank.metadata },
    requirements: { ...nothingDue },
    routing_number: bank.routing_number,
    status: 'new',
  }
}

function renderPayoutSchedule(settings: Account['payoutSettings']): JsonObject {
  const { interval, delay_days, weekly_payout_days, monthly_payout_days } = settings
  return {
    delay_days,
    interval,
    ...(interval === 'weekly'
      ? { weekly_anchor: weekly_payout_days[0] ?? 'monday', weekly_payout_days: [...weekly_payout_days] }
      : {}),
    ...(interval === 'monthly'
      ? { monthly_anchor: monthly_payout_days[0] ?? 1, monthly_payout_days: [...monthly_payout_days] }
      : {}),
  }
}

function renderSettings({ profile, payoutSettings }: Account): JsonObject {
  return {
    bacs_debit_payments: { display_name: null, service_user_number: null },
    branding: { icon: null, logo: null, primary_color: null, secondary_color: null },
    card_issuing: { tos_acceptance: { date: null, ip: null } },
    card_payments: {
      decline_on: { avs_failure: false, cvc_failure: false },
      statement_descriptor_prefix: null,
      statement_descriptor_prefix_kana: null,
      statement_descriptor_prefix_kanji: null,
    },
    dashboard: { display_name: profile.name, timezone: profile.timezone },
    invoices: { default_account_tax_ids: null, hosted_payment_method_save: 'offer' },
    payments: {
      statement_descriptor: profile.statement_descriptor,
      statement_descriptor_kana: null,
      statement_descriptor_kanji: null,
      statement_descriptor_prefix_kana: null,
      statement_descriptor_prefix_kanji: null,
    },
    payouts: {
      debit_negative_balances: payoutSettings.debit_negative_balances,
      schedule: renderPayoutSchedule(payoutSettings),
      statement_descriptor: payoutSettings.statement_descriptor,
    },
    sepa_debit_payments: {},
  }
}

/** The application of a platform, as events about its authorisation name it. */
export function renderApplication(platform: Account): JsonObject {
  return { id: `ca_${platform.id.slice('acct_'.length)}`, object: 'application', name: 'Revenue Desk' }
}

/** An app's installation on an account. */
export function renderInstall(platform: Account, install: InstallRecord): JsonObject {
  const nothing = { connect_src: [], image_src: [] }
  return {
    id: install.id,
    object: 'apps.install',
    account: install.account,
    app: install.app,
    approval_required: false,
    auth_code: null,
    channel: platform.live ? 'private_live' : 'private_test',
    content_security_policy_granted: { ...nothing },
    content_security_policy_pending: { ...nothing },
    created: install.created,
    created_by: null,
    endpoints_granted: [],
    endpoints_pending: [],
    livemode: false,
    permissions_granted: [...install.permissions],
    permissions_pending: [],
    status: install.status,
  }
}
