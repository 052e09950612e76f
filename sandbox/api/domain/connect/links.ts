import { MINUTE } from '../../engine/calendar'
import { makeId, type Account } from '../../store/account'
import type { AccountLinkRecord } from '../../store/records'

/** Links live for a few minutes. Source: docs.stripe.com/api/account_links. */
const LIFETIME = 5 * MINUTE

/** A link to the pages on which an account's owner answers what Stripe asks. */
export function createAccountLink(
  account: Account,
  wanted: Pick<AccountLinkRecord, 'account' | 'type' | 'refresh_url' | 'return_url'>,
): AccountLinkRecord {
  return account.store.accountLinks.add({
    id: account.ids.token(12),
    created: account.now,
    expires_at: account.now + LIFETIME,
    used: false,
    ...wanted,
  })
}

/** Whether a link still opens: it does so once, and not for long. */
export function isOpen(link: AccountLinkRecord, now: number): boolean {
  return !link.used && now < link.expires_at
}

/** A link between the dashboard of an account and its platform. */
export function createLoginLink(account: Account): { created: number; token: string } {
  return { created: account.now, token: makeId(account, 'lael_') }
}
