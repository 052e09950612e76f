import { availableFunds, totalFunds } from '../domain/ledger'
import { PAYOUT_FAILURES } from '../domain/payout-failures'
import type { JsonObject } from '../json'
import type { Account } from '../store/account'
import type { BalanceTransactionRecord, PayoutRecord } from '../store/records'

export function renderBalanceTransaction(account: Account, entry: BalanceTransactionRecord): JsonObject {
  return {
    id: entry.id,
    object: 'balance_transaction',
    amount: entry.amount,
    available_on: entry.available_on,
    balance_type: 'payments',
    created: entry.created,
    currency: entry.currency,
    description: entry.description,
    exchange_rate: entry.exchange_rate,
    fee: entry.fee,
    fee_details:
      entry.fee === 0
        ? []
        : [
            {
              amount: entry.fee,
              application: null,
              currency: entry.currency,
              description: entry.reporting_category === 'dispute' ? 'Dispute fee' : 'Stripe processing fees',
              type: 'stripe_fee',
            },
          ],
    net: entry.net,
    reporting_category: entry.reporting_category,
    source: entry.source,
    status: entry.available_on <= account.now ? 'available' : 'pending',
    type: entry.type,
  }
}

export function renderPayout(payout: PayoutRecord): JsonObject {
  const { extras = {} } = payout
  return {
    id: payout.id,
    object: 'payout',
    amount: payout.amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: payout.arrival_date,
    automatic: !extras.manual,
    balance_transaction: payout.balance_transaction,
    created: payout.created,
    currency: payout.currency,
    description: extras.manual ? (extras.description ?? null) : 'STRIPE PAYOUT',
    destination: extras.destination ?? null,
    failure_balance_transaction: extras.failure_balance_transaction ?? null,
    failure_code: extras.failure_code ?? null,
    failure_message:
      extras.failure_code === undefined ? null : (PAYOUT_FAILURES[extras.failure_code] ?? null),
    livemode: false,
    metadata: { ...extras.metadata },
    method: 'standard',
    original_payout: null,
    payout_method: null,
    reconciliation_status: extras.manual ? 'not_applicable' : payout.reconciled ? 'completed' : 'in_progress',
    reversed_by: null,
    source_type: 'card',
    statement_descriptor: extras.statement_descriptor ?? null,
    status: payout.status,
    trace_id: null,
    type: 'bank_account',
  }
}

/** The account's balance: what has settled and what has not yet. */
export function renderBalance(account: Account): JsonObject {
  const available = availableFunds(account)
  const pending = totalFunds(account) - available
  const currency = account.settlementCurrency
  const amounts = (amount: number) => [{ amount, currency, source_types: { card: amount } }]
  return {
    object: 'balance',
    available: amounts(available),
    livemode: false,
    pending: amounts(pending),
    refund_and_dispute_prefunding: {
      available: [{ amount: 0, currency }],
      pending: [{ amount: 0, currency }],
    },
  }
}
