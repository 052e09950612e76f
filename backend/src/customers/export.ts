/** Everything that is kept about one customer, as one JSON text: a batch of documents in memory at a time. */
import type Stripe from 'stripe'
import type { FactDocument, MovementDocument, StandingDocument } from '../analytics/model'
import type { AnomalyDocument } from '../anomalies/model'
import type { AuditEntryDocument } from '../audit/model'
import type { MirrorDocument } from '../database/mirror'
import { inBatches } from '../database/page'
import { trusted } from '../database/query'
import { runInScope, scopedId, type AccountScope, type CollectionName } from '../database/scope'
import { seconds } from '../http'
import type { Inbox } from '../ingest/inbox'
import { DisputeModel, RefundModel } from '../payments/model'
import { riskOf } from '../risk/service'
import type { Copies } from '../sync/copies'
import type { InboxDocument } from '../sync/model'
import { concernedBy, OF_CUSTOMERS } from './erasure'
import { CustomerModel } from './model'

type Rows = AsyncGenerator<unknown[]>

/** What opens what is sealed. */
export interface Openers {
  inbox: Inbox
  copies: Copies
}

async function* copiesOf(collection: CollectionName, filter: Record<string, unknown>): Rows {
  for await (const rows of inBatches<MirrorDocument<object>>(collection, filter))
    yield rows.map(({ object }) => object)
}

const charges = (customer: string) =>
  inBatches<MirrorDocument<Stripe.Charge>>('charges', { 'object.customer': customer })

/** Copies that name a charge, and nobody. */
const OF_CHARGES = ['refunds', 'disputes', 'early_fraud_warnings'] as const

const naming = (some: MirrorDocument<Stripe.Charge>[]) => ({
  'object.charge': trusted({ $in: some.map(({ id }) => id) }),
})

async function* ofCharges(collection: CollectionName, customer: string): Rows {
  for await (const some of charges(customer)) yield* copiesOf(collection, naming(some))
}

async function* itself(customer: string, { copies }: Openers): Rows {
  const row = await CustomerModel.findOne({ _id: scopedId(customer) }).lean()
  if (row) yield [copies.whole(row)]
}

async function* balanceTransactions(customer: string): Rows {
  for await (const some of charges(customer)) {
    const refunds = await RefundModel.find(naming(some)).lean()
    const disputes = await DisputeModel.find(naming(some)).lean()
    const moved = [
      ...[...some, ...refunds].flatMap(({ object }) => [
        object.balance_transaction,
        object.failure_balance_transaction,
      ]),
      ...disputes.flatMap(({ object }) => object.balance_transactions.map(({ id }) => id)),
    ]
    const ids = moved.flatMap((id) => (typeof id === 'string' ? [scopedId(id)] : []))
    yield* copiesOf('balance_transactions', { _id: trusted({ $in: ids }) })
  }
}

async function* facts(customer: string): Rows {
  for await (const rows of inBatches<FactDocument>('facts', { customer }))
    yield rows.map(({ object, objectId, effectiveAt, recordedAt, source, data }) => ({
      object,
      id: objectId,
      effective_at: seconds(effectiveAt),
      recorded_at: seconds(recordedAt),
      source,
      data,
    }))
}

async function* movements(customer: string): Rows {
  for await (const rows of inBatches<MovementDocument>('movements', { customer }))
    yield rows.map(({ day, type, amount, changes, reason, feedback, knownFrom, knownTo }) => ({
      ...{ day, type, amount, changes, reason, feedback },
      known_from: seconds(knownFrom),
      known_to: knownTo && seconds(knownTo),
    }))
}

async function* standings(customer: string): Rows {
  for await (const rows of inBatches<StandingDocument>('standings', { customer }))
    yield rows.map(({ firstPaid, mrr, trial, atRisk, committed }) => ({
      first_paid: firstPaid,
      mrr,
      trial,
      at_risk: atRisk,
      committed,
    }))
}

async function* risks(customer: string): Rows {
  const risk = await riskOf(customer)
  if (risk) yield [risk]
}

/** Days that the customer drove; who else did is about others. */
async function* anomalies(customer: string): Rows {
  for await (const rows of inBatches<AnomalyDocument>('anomalies', { 'drivers.key': customer }))
    yield rows.map(({ day, series, currency, departure, drivers }) => ({
      ...{ day, series, currency, departure },
      drivers: drivers.filter(({ key }) => key === customer),
    }))
}

/** Events that wait to be worked off, or were set aside; of others no body is kept. */
async function* waiting(customer: string, { inbox }: Openers): Rows {
  for await (const rows of inBatches<InboxDocument>('inbox', {
    status: trusted({ $in: ['pending', 'dead'] }),
  })) {
    const concerned: unknown[] = []
    for (const row of rows) {
      const event = inbox.readable(row)
      if ((await concernedBy(event)) === customer) concerned.push(event)
    }
    yield concerned
  }
}

/** What was done about the customer; who did it is about others. */
async function* trail(customer: string): Rows {
  for await (const rows of inBatches<AuditEntryDocument>('audit_entries', { 'target.id': customer }))
    yield rows.map(({ action, at }) => ({ action, created: seconds(at) }))
}

/** By collection: what an export holds of a customer. */
const SECTIONS: Partial<Record<CollectionName, (customer: string, open: Openers) => Rows>> = {
  customers: itself,
  ...Object.fromEntries(
    OF_CUSTOMERS.map((name) => [name, (id: string) => copiesOf(name, { 'object.customer': id })]),
  ),
  ...Object.fromEntries(OF_CHARGES.map((name) => [name, (id: string) => ofCharges(name, id)])),
  balance_transactions: balanceTransactions,
  facts,
  movements,
  standings,
  risks,
  anomalies,
  inbox: waiting,
  audit_entries: trail,
}

async function* pieces(customer: string, head: object, open: Openers): AsyncGenerator<string> {
  yield JSON.stringify(head).slice(0, -1)
  for (const [name, read] of Object.entries(SECTIONS)) {
    yield `,"${name}":[`
    let between = ''
    for await (const rows of read(customer, open)) {
      if (rows.length === 0) continue
      yield between + rows.map((row) => JSON.stringify(row)).join(',')
      between = ','
    }
    yield ']'
  }
  yield '}\n'
}

/** The text, read in the scope, whoever asks for the next piece. */
export async function* exportOf(
  scope: AccountScope,
  customer: string,
  at: Date,
  open: Openers,
): AsyncGenerator<string> {
  const { accountId: account, mode } = scope
  const head = { object: 'customer_export', customer, account, mode, exported: seconds(at) }
  const text = pieces(customer, head, open)
  for (;;) {
    const { value, done } = await runInScope(scope, () => text.next())
    if (done) return
    yield value
  }
}
