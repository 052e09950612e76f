import type {
  Account,
  AccountFigures,
  AccountFiguresList,
  AccountList,
  Credential,
  CredentialList,
} from '../api/types'

/** An account of the workspace; without a change it is the one that the view is opened in. */
export function account(change: Partial<Account> = {}): Account {
  return {
    id: 'acct_1',
    object: 'account',
    mode: 'test',
    livemode: false,
    name: 'Lumen Software',
    country: 'US',
    default_currency: 'usd',
    reporting_currency: 'usd',
    time_zone: 'America/New_York',
    via: 'key',
    platform: null,
    credential: 'cred_1',
    problem: null,
    missing_permissions: [],
    sync: { status: 'complete', percent: 100, last_synced_at: Math.floor(Date.now() / 1000) - 130 },
    onboarding: null,
    connected: 1_780_000_000,
    ...change,
  }
}

export const SUDWIND = account({
  id: 'acct_2',
  name: 'Sudwind Metrics',
  country: 'DE',
  default_currency: 'eur',
  reporting_currency: 'eur',
  time_zone: 'Europe/Berlin',
  via: 'installation',
  platform: 'acct_1',
})

export function accounts(data: Account[] = [account()]): AccountList {
  return { object: 'list', url: '/v1/accounts', has_more: false, data }
}

/** What the figures of all are made of. */
export function accountFigures(data: AccountFigures[]): AccountFiguresList {
  return { object: 'list', url: '/v1/analytics/accounts', has_more: false, data }
}

/** The key in force of the account that the view is opened in; it may all it should. */
export function credential(change: Partial<Credential> = {}): Credential {
  const recently = Math.floor(Date.now() / 1000) - 130
  return {
    id: 'cred_1',
    object: 'credential',
    account: 'acct_1',
    mode: 'test',
    name: 'Rolled in May',
    source: 'entered',
    active: true,
    readable: true,
    publishable_key: null,
    secret_key_hint: 'rk_test_…4f2a',
    webhook_secrets: 1,
    webhook_url: 'https://desk.test/webhooks/stripe/acct_1/test',
    permissions: [{ permission: 'customer_read', needed_for: 'customers', granted: true }],
    probed: recently,
    last_used: recently,
    created: 1_780_000_000,
    ...change,
  }
}

export function credentials(data: Credential[] = [credential()]): CredentialList {
  return { object: 'list', url: '/v1/credentials', has_more: false, data }
}
