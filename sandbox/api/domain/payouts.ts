import { DAY, HOUR } from '../engine/calendar'
import { makeId, type Account } from '../store/account'
import type { PayoutExtrasRecord, PayoutRecord, PayoutSettings } from '../store/records'
import { balanceEvents, payoutEvents } from './events'
import { post, settle } from './ledger'

/** Pays out what is available, every night on which the account's settings want it. */
export function schedulePayouts(account: Account, from: number): void {
  const at = (Math.floor(from / DAY) + 1) * DAY + 2 * HOUR
  account.steps.add(at, () => {
    if (settle(account)) balanceEvents.emit(account, 'available', account)
    if (paysOutOn(account.payoutSettings, at)) payOut(account)
    schedulePayouts(account, at)
  })
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** Whether the settings want a payout on a day. A month's payout day that it lacks is its last one. */
export function paysOutOn(settings: PayoutSettings, instant: number): boolean {
  const date = new Date(instant * 1000)
  const weekday = WEEKDAYS[date.getUTCDay()] ?? ''
  const day = date.getUTCDate()
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  switch (settings.interval) {
    case 'manual':
      return false
    case 'daily':
      return true
    case 'weekly':
      return settings.weekly_payout_days.some((one) => one === weekday)
    case 'monthly':
      return settings.monthly_payout_days.some((one) => Math.min(one, last) === day)
  }
}

/** One automatic payout: what has settled and no other payout holds. */
function payOut(account: Account): void {
  const { store, funds, now } = account
  const settled = funds.unpaid.filter((entry) => entry.available_on <= now)
  const amount = settled.reduce((sum, entry) => sum + entry.net, 0)
  if (amount <= 0) return
  funds.unpaid = funds.unpaid.filter((entry) => entry.available_on > now)
  const payout = newPayout(account, amount, 'in_transit')
  const own = funds.unpaid.pop()
  for (const entry of own ? [...settled, own] : settled) {
    entry.payout = payout.id
    store.balanceTransactions.addToIndex('payout', payout.id, entry.id)
  }
  payoutEvents.emit(account, 'created', payout)
  account.steps.add(now + HOUR, () => {
    payout.reconciled = true
    payoutEvents.emit(account, 'reconciliation_completed', payout)
  })
  account.steps.add(payout.arrival_date, () => arrive(account, payout))
}

function newPayout(
  account: Account,
  amount: number,
  status: PayoutRecord['status'],
  extras?: PayoutExtrasRecord,
): PayoutRecord {
  const { now, settlementCurrency: currency } = account
  const id = makeId(account, 'po_')
  const entry = post(account, {
    amount: -amount,
    currency,
    type: 'payout',
    category: 'payout',
    source: id,
    description: extras?.description ?? 'STRIPE PAYOUT',
    settlesAfterDays: 0,
  })
  return account.store.payouts.add({
    id,
    created: now,
    amount,
    currency,
    arrival_date: (Math.floor(now / DAY) + 2) * DAY,
    status,
    balance_transaction: entry.id,
    reconciled: false,
    ...(extras ? { extras } : {}),
  })
}

function arrive(account: Account, payout: PayoutRecord): void {
  if (payout.status !== 'in_transit') return
  const changed = payoutEvents.watch(account, payout)
  payout.status = 'paid'
  changed()
  payoutEvents.emit(account, 'paid', payout)
}

/** A payout on request. The caller has checked that so much is available. It can be canceled until the next night. */
export function createPayout(
  account: Account,
  amount: number,
  extras: Omit<PayoutExtrasRecord, 'manual'>,
): PayoutRecord {
  const payout = newPayout(account, amount, 'pending', { ...extras, manual: true })
  payoutEvents.emit(account, 'created', payout)
  account.steps.add((Math.floor(account.now / DAY) + 1) * DAY, () => {
    if (payout.status !== 'pending') return
    const changed = payoutEvents.watch(account, payout)
    payout.status = 'in_transit'
    changed()
  })
  account.steps.add(payout.arrival_date, () => arrive(account, payout))
  return payout
}

/** Takes a payout back before it has left. */
export function cancelPayout(account: Account, payout: PayoutRecord): void {
  giveBack(account, payout, 'payout_cancel')
  const changed = payoutEvents.watch(account, payout)
  payout.status = 'canceled'
  changed()
  payoutEvents.emit(account, 'canceled', payout)
}

/** The bank sends a payout back, even after it seemed to have arrived. */
export function failPayout(account: Account, payout: PayoutRecord, code: string): void {
  const entry = giveBack(account, payout, 'payout_failure')
  const changed = payoutEvents.watch(account, payout)
  payout.status = 'failed'
  payout.extras = { ...payout.extras, failure_code: code, failure_balance_transaction: entry }
  changed()
  payoutEvents.emit(account, 'failed', payout)
}

function giveBack(account: Account, payout: PayoutRecord, type: 'payout_cancel' | 'payout_failure'): string {
  return post(account, {
    amount: payout.amount,
    currency: payout.currency,
    type,
    category: 'payout_reversal',
    source: payout.id,
    description: type === 'payout_cancel' ? 'STRIPE PAYOUT CANCEL' : 'STRIPE PAYOUT FAILURE',
    settlesAfterDays: 0,
  }).id
}
