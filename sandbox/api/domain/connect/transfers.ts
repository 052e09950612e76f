import { DAY } from '../../engine/calendar'
import { advanceAccount } from '../../engine/timeline'
import { makeId, type Account } from '../../store/account'
import type {
  BalanceTransactionRecord,
  ChargeRecord,
  Metadata,
  TransferRecord,
  TransferReversalRecord,
} from '../../store/records'
import { chargeEvents, refundEvents, transferEvents } from '../events'
import { post } from '../ledger'

export interface NewTransfer {
  amount: number
  currency: string
  destination: Account
  description: string | null
  metadata: Metadata
  transferGroup: string | null
  /** The charge whose money is passed on: it can be had no sooner than that. */
  source: ChargeRecord | null
}

/** Moves money from a platform to a connected account, which sees it as a payment. */
export function createTransfer(platform: Account, wanted: NewTransfer): TransferRecord {
  const { amount, currency, destination, description } = wanted
  // Both accounts act at the same instant.
  advanceAccount(destination, platform.now)
  const id = makeId(platform, 'tr_')
  const settlesAfterDays = daysUntil(platform, wanted.source)
  const sent = post(platform, {
    amount: -amount,
    currency,
    type: 'transfer',
    category: 'transfer',
    source: id,
    description,
    settlesAfterDays,
  })
  const payment = receive(destination, id, { amount, currency, settlesAfterDays })
  const transfer = platform.store.transfers.add({
    id,
    created: platform.now,
    amount,
    amount_reversed: 0,
    currency,
    description,
    destination: destination.id,
    destination_payment: payment.id,
    balance_transaction: sent.id,
    source_transaction: wanted.source?.id ?? null,
    transfer_group: wanted.transferGroup ?? wanted.source?.extras?.transfer_group ?? null,
    metadata: wanted.metadata,
  })
  transferEvents.emit(platform, 'created', transfer)
  return transfer
}

function daysUntil(platform: Account, source: ChargeRecord | null): number {
  const entry: BalanceTransactionRecord | undefined = platform.store.balanceTransactions.get(
    source?.balance_transaction ?? '',
  )
  if (!entry || entry.available_on <= platform.now) return 0
  return Math.round(entry.available_on / DAY) - Math.floor(platform.now / DAY)
}

/** The payment that a connected account sees; no card pays for it and no fee is taken. */
function receive(
  account: Account,
  transfer: string,
  { amount, currency, settlesAfterDays }: { amount: number; currency: string; settlesAfterDays: number },
): ChargeRecord {
  const id = makeId(account, 'py_')
  const entry = post(account, {
    amount,
    currency,
    type: 'payment',
    category: 'charge',
    source: id,
    description: null,
    settlesAfterDays,
  })
  const payment = account.store.charges.add({
    id,
    created: account.now,
    amount,
    amount_refunded: 0,
    currency,
    customer: null,
    description: null,
    payment_intent: null,
    payment_method: null,
    status: 'succeeded',
    balance_transaction: entry.id,
    failure_code: null,
    failure_message: null,
    decline_code: null,
    disputed: false,
    billing_name: null,
    billing_email: null,
    billing_address: null,
    receipt_email: null,
    risk_score: 0,
    metadata: {},
    extras: { source_transfer: transfer },
  })
  chargeEvents.emit(account, 'succeeded', payment)
  return payment
}

/** Takes money of a transfer back. The caller has checked that so much is left and that the account has it. */
export function reverseTransfer(
  platform: Account,
  destination: Account,
  transfer: TransferRecord,
  { amount, metadata }: { amount: number; metadata: Metadata },
): TransferReversalRecord {
  advanceAccount(destination, platform.now)
  const id = makeId(platform, 'trr_')
  const back = post(platform, {
    amount,
    currency: transfer.currency,
    type: 'transfer_refund',
    category: 'transfer_reversal',
    source: id,
    description: null,
    settlesAfterDays: 0,
  })
  const reversal = platform.store.transferReversals.add({
    id,
    created: platform.now,
    amount,
    currency: transfer.currency,
    transfer: transfer.id,
    balance_transaction: back.id,
    destination_payment_refund: giveBack(destination, transfer, amount),
    metadata,
  })
  const changed = transferEvents.watch(platform, transfer, 'reversed')
  transfer.amount_reversed += amount
  changed()
  return reversal
}

function giveBack(account: Account, transfer: TransferRecord, amount: number): string {
  const payment = account.store.charges.get(transfer.destination_payment)
  if (!payment) throw new Error(`Payment ${transfer.destination_payment} is missing`)
  const id = makeId(account, 'pyr_')
  const entry = post(account, {
    amount: -amount,
    currency: transfer.currency,
    type: 'payment_refund',
    category: 'refund',
    source: id,
    description: null,
    settlesAfterDays: 0,
  })
  const refund = account.store.refunds.add({
    id,
    created: account.now,
    amount,
    currency: transfer.currency,
    charge: payment.id,
    payment_intent: null,
    customer: null,
    reason: null,
    status: 'succeeded',
    balance_transaction: entry.id,
    metadata: {},
  })
  const refunded = chargeEvents.watch(account, payment, 'refunded')
  payment.amount_refunded += amount
  refundEvents.emit(account, 'created', refund)
  refunded()
  return id
}
