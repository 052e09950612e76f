import { advanceAccount } from '../../engine/timeline'
import { historyStart, seedHistory } from '../../sample/history'
import type { SampleSize } from '../../sample/sizes'
import { createAccount, makeId, type Account } from '../../store/account'
import { connect } from './accounts'
import { install } from './installs'

export interface SampleAccount {
  name: string
  country: string
  currency: string
  size: SampleSize
  permissions: string[]
}

/** Another business with a history of its own installs the platform's app. */
export function addSampleAccount(platform: Account, wanted: SampleAccount): Account {
  const now = platform.clock.now
  const account = createAccount({
    seed: `${platform.seed}/${makeId(platform, 'acct_')}`,
    opened: historyStart(now, wanted.size.months),
    startedAt: now,
    country: wanted.country,
    settlementCurrency: wanted.currency,
    platform,
    profile: { name: wanted.name, email: 'owner@example.com', details_submitted: true },
  })
  account.sample = seedHistory(account, wanted.size)
  advanceAccount(account, now)
  connect(platform, account)
  install(platform, account, wanted.permissions)
  return account
}
