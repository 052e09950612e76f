import type { JsonObject } from '../json'
import type { Account } from '../store/account'
import type { TransferRecord, TransferReversalRecord } from '../store/records'
import { renderList } from './list'

/** So many reversals come inside a transfer; the rest through their own list. */
const REVERSALS_INSIDE = 10

export function renderTransfer(account: Account, transfer: TransferRecord): JsonObject {
  const reversals = account.store.transferReversals.withKey('transfer', transfer.id).reverse()
  return {
    id: transfer.id,
    object: 'transfer',
    amount: transfer.amount,
    amount_reversed: transfer.amount_reversed,
    balance_transaction: transfer.balance_transaction,
    created: transfer.created,
    currency: transfer.currency,
    description: transfer.description,
    destination: transfer.destination,
    destination_payment: transfer.destination_payment,
    livemode: false,
    metadata: { ...transfer.metadata },
    reversals: renderList(
      `/v1/transfers/${transfer.id}/reversals`,
      reversals.slice(0, REVERSALS_INSIDE).map(renderTransferReversal),
      reversals.length > REVERSALS_INSIDE,
    ),
    reversed: transfer.amount_reversed === transfer.amount,
    source_transaction: transfer.source_transaction,
    source_type: 'card',
    transfer_group: transfer.transfer_group,
  }
}

export function renderTransferReversal(reversal: TransferReversalRecord): JsonObject {
  return {
    id: reversal.id,
    object: 'transfer_reversal',
    amount: reversal.amount,
    balance_transaction: reversal.balance_transaction,
    created: reversal.created,
    currency: reversal.currency,
    destination_payment_refund: reversal.destination_payment_refund,
    metadata: { ...reversal.metadata },
    source_refund: null,
    transfer: reversal.transfer,
  }
}
