import { DAY } from '../engine/calendar'
import { decimalsOf, roundMoney } from '../engine/money'
import { makeId, type Account } from '../store/account'
import type { BalanceTransactionRecord } from '../store/records'

export interface Movement {
  /** In the currency that the customer paid; negative takes money away. */
  amount: number
  currency: string
  type: BalanceTransactionRecord['type']
  category: BalanceTransactionRecord['reporting_category']
  source: string
  description: string | null
  /** A fee in the settlement currency, given the converted amount. */
  feeOf?: (settled: number, converted: boolean) => number
  /** Days until the money can be paid out. */
  settlesAfterDays: number
}

/**
 * Writes one movement of money into the ledger. It is the only function that does: the balance is the sum of
 * the `net` of what it wrote.
 */
export function post(account: Account, movement: Movement): BalanceTransactionRecord {
  const { settlementCurrency, store, funds, now } = account
  const foreign = movement.currency !== settlementCurrency
  const amount = converted(account, movement.amount, movement.currency)
  const fee = movement.feeOf?.(amount, foreign) ?? 0
  const settlesAt =
    movement.settlesAfterDays === 0 ? now : (Math.floor(now / DAY) + movement.settlesAfterDays) * DAY
  const entry = store.balanceTransactions.add({
    id: makeId(account, 'txn_'),
    created: now,
    amount,
    fee,
    net: amount - fee,
    currency: settlementCurrency,
    exchange_rate: foreign ? account.fx.rate(movement.currency, settlementCurrency, now) : null,
    available_on: settlesAt,
    description: movement.description,
    source: movement.source,
    type: movement.type,
    reporting_category: movement.category,
    payout: null,
  })
  funds.unpaid.push(entry)
  if (settlesAt <= now) funds.settled += entry.net
  else funds.pending.set(settlesAt, (funds.pending.get(settlesAt) ?? 0) + entry.net)
  settle(account)
  return entry
}

/** Moves what has settled by now into the available sum; says whether anything has. */
export function settle({ funds, now }: Account): boolean {
  let moved = false
  for (const [settlesAt, net] of funds.pending) {
    if (settlesAt > now) continue
    funds.settled += net
    funds.pending.delete(settlesAt)
    moved = true
  }
  return moved
}

/** What the account has: what has settled and what will. */
export function totalFunds({ funds }: Account): number {
  return [...funds.pending.values()].reduce((sum, net) => sum + net, funds.settled)
}

/** What of it has settled by now. */
export function availableFunds({ funds, now }: Account): number {
  const due = [...funds.pending].filter(([settlesAt]) => settlesAt <= now)
  return due.reduce((sum, [, net]) => sum + net, funds.settled)
}

/** What an amount is worth in the settlement currency now. */
export function converted(account: Account, amount: number, currency: string): number {
  const { settlementCurrency, now } = account
  if (currency === settlementCurrency) return amount
  const rate = account.fx.rate(currency, settlementCurrency, now)
  return roundMoney(amount * rate * 10 ** (decimalsOf(settlementCurrency) - decimalsOf(currency)))
}

/** Stripe's list price for cards: 2.9 % and 30 cents, and 1 % more where money is converted. */
export function cardFee(settled: number, converted: boolean): number {
  return roundMoney(settled * (converted ? 0.039 : 0.029)) + 30
}
