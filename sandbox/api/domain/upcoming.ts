import { DAY } from '../engine/calendar'
import { renderPreview } from '../render/preview'
import type { Account } from '../store/account'
import type { SubscriptionRecord } from '../store/records'
import { tellUpcoming } from './events'
import { customerOf } from './invoice-build'
import { rehearse } from './rehearsal'

/** So long before a renewal Stripe tells what it will bill; a setting of the account. */
const NOTICE = 7 * DAY

/** Plans to tell of a renewal some days before it, except in the sample's past. */
export function announceRenewal(
  account: Account,
  subscription: SubscriptionRecord,
  at: number,
  renew: (account: Account, subscription: SubscriptionRecord) => void,
): void {
  const when = at - NOTICE
  if (when <= Math.max(account.now, account.startedAt)) return
  const planned = subscription.renewal
  account.steps.add(when, () => {
    if (subscription.renewal !== planned || subscription.cancel_at === at) return
    const preview = rehearse(account, customerOf(account, subscription), (invoices) => {
      account.timeline.now = at
      renew(account, subscription)
      return invoices[0] ? renderPreview(account, invoices[0]) : undefined
    })
    if (preview) tellUpcoming(account, preview)
  })
}
