import { DAY, HOUR } from '../engine/calendar'
import { makeId, type Account } from '../store/account'
import { payoutEvents } from './events'
import { post, settle } from './ledger'

/** Pays the available balance out every night, from the first midnight after `from`. */
export function scheduleDailyPayouts(account: Account, from: number): void {
  const at = (Math.floor(from / DAY) + 1) * DAY + 2 * HOUR
  account.steps.add(at, () => {
    payOut(account)
    scheduleDailyPayouts(account, at)
  })
}

/** One automatic payout: what has settled and no other payout holds. */
function payOut(account: Account): void {
  const { store, funds, now } = account
  settle(account)
  const settled = funds.unpaid.filter((entry) => entry.available_on <= now)
  const amount = settled.reduce((sum, entry) => sum + entry.net, 0)
  if (amount <= 0) return
  funds.unpaid = funds.unpaid.filter((entry) => entry.available_on > now)
  const id = makeId(account, 'po_')
  const own = post(account, {
    amount: -amount,
    currency: account.settlementCurrency,
    type: 'payout',
    category: 'payout',
    source: id,
    description: 'STRIPE PAYOUT',
    settlesAfterDays: 0,
  })
  funds.unpaid.pop()
  for (const entry of [...settled, own]) {
    entry.payout = id
    store.balanceTransactions.addToIndex('payout', id, entry.id)
  }
  const payout = store.payouts.add({
    id,
    created: now,
    amount,
    currency: account.settlementCurrency,
    arrival_date: (Math.floor(now / DAY) + 2) * DAY,
    status: 'in_transit',
    balance_transaction: own.id,
  })
  payoutEvents.emit(account, 'created', payout)
  account.steps.add(payout.arrival_date, () => {
    const changed = payoutEvents.watch(account, payout)
    payout.status = 'paid'
    changed()
    payoutEvents.emit(account, 'paid', payout)
  })
}
