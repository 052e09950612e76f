import { standingOf } from '../domain/connect/requirements'
import { createTransfer, reverseTransfer } from '../domain/connect/transfers'
import { transferEvents } from '../domain/events'
import { availableFunds, converted } from '../domain/ledger'
import { invalid, missing } from '../http/errors'
import { prepareInnerPage, preparePage } from '../http/listing'
import type { Params } from '../http/params'
import type { Call, Route } from '../http/route'
import { renderTransfer, renderTransferReversal } from '../render/transfer'
import type { Account } from '../store/account'
import type { ChargeRecord, TransferReversalRecord } from '../store/records'
import { filters, fromParam, fromPath } from './lookups'

const NO_FUNDS =
  'You have insufficient available funds in your Stripe account. Try adding funds directly to your available balance by creating Charges using the 4000000000000077 test card. See: https://stripe.com/docs/testing#available-balance'

function readSource(account: Account, params: Params): ChargeRecord | null {
  const id = params.filled('source_transaction')
  if (id === undefined) return null
  const charge = fromParam(account.store.charges, 'charge', id, 'source_transaction')
  if (charge.status === 'succeeded') return charge
  throw invalid('The source_transaction must be a charge that succeeded.', { param: 'source_transaction' })
}

function prepareTransfer({ account, params }: Call) {
  const amount = params.integer('amount', 1) ?? params.missing('amount')
  const currency = params.required('currency').toLowerCase()
  const id = params.required('destination')
  const destination = account.connected.get(id)
  const source = readSource(account, params)
  params.oneOf('source_type', ['card'])
  if (!destination)
    throw invalid(`No such destination: '${id}'`, { code: 'resource_missing', param: 'destination' })
  if (
    destination.profile.controller &&
    (!standingOf(destination).active || !destination.profile.requested['transfers'])
  ) {
    throw invalid(
      'Your destination account needs to have at least one of the following capabilities enabled: transfers, crypto_transfers, legacy_payments',
      { code: 'insufficient_capabilities_for_transfer' },
    )
  }
  const passed = [...account.store.transfers.all()]
    .filter((one) => one.source_transaction === source?.id)
    .reduce((sum, one) => sum + one.amount, 0)
  if (source && passed + amount > source.amount - source.amount_refunded) {
    throw invalid('Transfers using this transaction as a source must not exceed the source amount.', {
      param: 'source_transaction',
    })
  }
  if (currency !== account.settlementCurrency || (!source && availableFunds(account) < amount)) {
    throw invalid(NO_FUNDS, { code: 'balance_insufficient' })
  }
  const wanted = {
    amount,
    currency,
    destination,
    description: params.text('description') ?? null,
    metadata: params.metadata('metadata') ?? {},
    transferGroup: params.filled('transfer_group') ?? null,
    source,
  }
  return () => renderTransfer(account, createTransfer(account, wanted))
}

function prepareReversal({ account, ids, params }: Call) {
  const transfer = fromPath(account.store.transfers, 'transfer', ids[0])
  const destination = account.connected.get(transfer.destination)
  if (!destination) throw missing('account', transfer.destination)
  const left = transfer.amount - transfer.amount_reversed
  const amount = params.integer('amount', 1) ?? left
  params.text('description')
  const metadata = params.metadata('metadata') ?? {}
  if (left === 0) {
    throw invalid(`Transfer ${transfer.id} is already fully reversed.`, { code: 'transfer_already_reversed' })
  }
  if (amount > left) {
    throw invalid(`The amount must not be more than ${left}, which is left of the transfer.`, {
      param: 'amount',
    })
  }
  if (availableFunds(destination) < converted(destination, amount, transfer.currency)) {
    throw invalid('Insufficient funds in the destination account for this reversal.', {
      code: 'balance_insufficient',
      param: 'amount',
    })
  }
  return () => renderTransferReversal(reverseTransfer(account, destination, transfer, { amount, metadata }))
}

function reversalOf({ account, ids }: Call): TransferReversalRecord {
  const reversal = fromPath(account.store.transferReversals, 'transfer reversal', ids[1])
  if (reversal.transfer === ids[0]) return reversal
  throw missing('transfer reversal', reversal.id)
}

const PATH = '/v1/transfers'

export const transferRoutes: Route[] = [
  {
    method: 'GET',
    path: PATH,
    answers: 'list of transfer',
    prepare: ({ account, params }) =>
      preparePage(
        params,
        {
          collection: account.store.transfers,
          url: PATH,
          noun: 'transfer',
          render: (one) => renderTransfer(account, one),
        },
        { created: params.range('created') ?? {}, by: filters(params, 'destination', 'transfer_group') },
      ),
  },
  { method: 'POST', path: PATH, answers: 'transfer', prepare: prepareTransfer },
  {
    method: 'GET',
    path: `${PATH}/:id`,
    answers: 'transfer',
    prepare({ account, ids }) {
      const transfer = fromPath(account.store.transfers, 'transfer', ids[0])
      return () => renderTransfer(account, transfer)
    },
  },
  {
    method: 'POST',
    path: `${PATH}/:id`,
    answers: 'transfer',
    prepare({ account, ids, params }) {
      const transfer = fromPath(account.store.transfers, 'transfer', ids[0])
      const metadata = params.metadata('metadata', transfer.metadata)
      const description = params.text('description')
      return () => {
        const changed = transferEvents.watch(account, transfer)
        if (metadata) transfer.metadata = metadata
        if (description !== undefined) transfer.description = description
        changed()
        return renderTransfer(account, transfer)
      }
    },
  },
  {
    method: 'GET',
    path: `${PATH}/:id/reversals`,
    answers: 'list of transfer_reversal',
    prepare({ account, ids, params }) {
      const transfer = fromPath(account.store.transfers, 'transfer', ids[0])
      return prepareInnerPage(params, {
        records: account.store.transferReversals.withKey('transfer', transfer.id).reverse(),
        url: `${PATH}/${transfer.id}/reversals`,
        noun: 'transfer reversal',
        render: renderTransferReversal,
      })
    },
  },
  { method: 'POST', path: `${PATH}/:id/reversals`, answers: 'transfer_reversal', prepare: prepareReversal },
  {
    method: 'GET',
    path: `${PATH}/:id/reversals/:reversal`,
    answers: 'transfer_reversal',
    prepare(call) {
      const reversal = reversalOf(call)
      return () => renderTransferReversal(reversal)
    },
  },
  {
    method: 'POST',
    path: `${PATH}/:id/reversals/:reversal`,
    answers: 'transfer_reversal',
    prepare(call) {
      const reversal = reversalOf(call)
      const metadata = call.params.metadata('metadata', reversal.metadata)
      return () => {
        if (metadata) reversal.metadata = metadata
        return renderTransferReversal(reversal)
      }
    },
  },
]
