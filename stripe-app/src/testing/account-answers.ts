import type { Account, AccountFigures, AccountFiguresList, AccountList } from '../api/types'

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
