/** Disputes, banks' warnings and the payments that they are about (X1, X2). */
import type Stripe from 'stripe'
import { trusted } from '../database/query'
import { scopedId } from '../database/scope'
import {
  convert,
  dayOf,
  disputeRates,
  endOfDay,
  isInquiry,
  isOpenDispute,
  rational,
  startOfDay,
  type Currency,
  type Day,
  type Instant,
} from '../metrics'
import { ChargeModel, DisputeModel, EarlyFraudWarningModel } from '../payments/model'
import { forEachPart, type Book, type Part, type Range } from './book'
import type { FigureName, Made, Network } from './definitions'
import { untilOf, type Values } from './money'
import { emptyRow, newestFirst, type Row } from './rows'

/** Open disputes that are named one by one; their evidence has all. */
const MAX_OPEN = 100

/** Of a payment, what figures and rows are made of. */
const CHARGE_FIELDS = {
  id: 1,
  'object.amount': 1,
  'object.created': 1,
  'object.currency': 1,
  'object.customer': 1,
  'object.payment_method_details': 1,
}

const NETWORKS = ['visa', 'mastercard'] as const satisfies Network[]

/** What figures about disputes are made of. */
export type DisputesMade = Extract<Made, { of: 'disputes' | 'card_payments' | 'fraud_warnings' }>

/** A dispute or a warning, with what its payment tells. */
interface Told {
  id: string
  created: Instant
  charge: string
  chargeCreated: Instant
  network: string | null
  customer: string | null
  currency: Currency
  /** Minor units. */
  amount: number
}
/** `dueBy` is null where nothing is to be answered. */
type ToldDispute = Told & { status: string; reason: string; dueBy: Instant | null }

const idOf = (one: string | { id: string }): string => (typeof one === 'string' ? one : one.id)

/** Instants of a range, of an account; what came after the moment asked for is not in. */
function within(book: Book, { account }: Part, { from, to }: Range): { $gte: Instant; $lte: Instant } {
  const { timeZone } = account.definitions
  const last = Math.min(endOfDay(to, timeZone) - 1, untilOf(book) ?? Infinity)
  return { $gte: startOfDay(from, timeZone), $lte: last }
}

async function chargesOf(ids: string[]): Promise<Map<string, Stripe.Charge>> {
  const rows = await ChargeModel.find({ _id: trusted({ $in: ids.map(scopedId) }) })
    .select(CHARGE_FIELDS)
    .lean()
  return new Map(rows.map(({ id, object }) => [id, object]))
}

const ofCharge = (id: string, charge: Stripe.Charge | undefined) => ({
  charge: id,
  // without its payment, no payment of any range
  chargeCreated: charge?.created ?? 0,
  network: charge?.payment_method_details?.card?.brand ?? null,
  customer: charge?.customer ? idOf(charge.customer) : null,
})

/** Disputes of the account in scope, inquiries among them, that were opened in these days. */
export async function disputesIn(book: Book, part: Part, range: Range): Promise<ToldDispute[]> {
  const created = trusted(within(book, part, range))
  return told(await DisputeModel.find({ 'object.created': created }).lean())
}

/** Those that are neither decided nor were prevented. */
async function openDisputes(): Promise<ToldDispute[]> {
  const status = trusted({ $nin: ['won', 'lost', 'prevented'] })
  return (await told(await DisputeModel.find({ 'object.status': status }).lean())).filter(isOpenDispute)
}

async function told(rows: { object: Stripe.Dispute }[]): Promise<ToldDispute[]> {
  const charges = await chargesOf(rows.map(({ object }) => idOf(object.charge)))
  return rows.map(({ object }) => {
    const { id, created, status, reason, currency, amount, evidence_details } = object
    const charge = idOf(object.charge)
    const dueBy = status.endsWith('needs_response') ? evidence_details.due_by : null
    return { ...ofCharge(charge, charges.get(charge)), id, created, status, reason, currency, amount, dueBy }
  })
}

/** Banks' early warnings of fraud in these days; of the account in scope. */
export async function warningsIn(book: Book, part: Part, range: Range): Promise<Told[]> {
  const rows = await EarlyFraudWarningModel.find({
    'object.created': trusted(within(book, part, range)),
  }).lean()
  const charges = await chargesOf(rows.map(({ object }) => idOf(object.charge)))
  return rows.flatMap(({ object: { id, created, charge: of } }) => {
    const charge = charges.get(idOf(of))
    const { amount = 0, currency = '' } = charge ?? {}
    return [{ ...ofCharge(idOf(of), charge), id, created, currency, amount }]
  })
}

/** Successful card payments made in these days. */
export const paid = (book: Book, part: Part, range: Range, network?: Network) => ({
  'object.created': trusted(within(book, part, range)),
  'object.status': 'succeeded' as const,
  'object.captured': true,
  ...(network
    ? { 'object.payment_method_details.card.brand': network }
    : { 'object.payment_method_details.type': trusted({ $in: ['card', 'card_present'] }) }),
})

type Wanted = Extract<Made, { of: 'disputes' }>

/** Those of disputes opened in a range that a figure counts. */
export function countedBy(
  { which, network, fraud }: Wanted,
  disputes: readonly ToldDispute[],
): ToldDispute[] {
  return disputes.filter((one) => {
    if (isInquiry(one) !== (which === 'inquiries')) return false
    if (network !== undefined && one.network !== network) return false
    if (fraud && one.reason !== 'fraudulent') return false
    return which === 'won' || which === 'lost' ? one.status === which : true
  })
}

export const OPENED = { of: 'disputes', which: 'opened' } as const

/** X1, X2: how often payments of a range are disputed, and how it ends. Disputes belong to no part of the MRR. */
export async function disputesOf(book: Book, range: Range): Promise<{ values: Values; missing: Currency[] }> {
  if (book.slices.length > 0) return { values: {}, missing: [] }
  const missing = new Set<Currency>()
  const sums = new Map<FigureName, number>()
  const of = (name: FigureName) => sums.get(name) ?? 0
  const add = (name: FigureName, value: number) => sums.set(name, of(name) + value)
  const reported = (amount: number, currency: Currency, day: Day) => {
    const value = convert(amount, currency, day, book.rates, book.currency)
    if (value === null) missing.add(currency)
    return value ?? 0
  }
  await forEachPart(book, async (part) => {
    const { timeZone } = part.account.definitions
    const since = await disputesIn(book, part, sinceOf(book, range))
    const { $lte: last } = within(book, part, range)
    const here = since.filter(({ created }) => created <= last)
    const warnings = await warningsIn(book, part, range)
    const payments = await ChargeModel.countDocuments(paid(book, part, range))
    const disputes = since.map((one) => ({ ...one, charge_created: one.chargeCreated }))
    const rates = disputeRates({ disputes, payments, ...range, timeZone })
    add('card_payments', payments)
    add('opened_disputes', rates.opened)
    add('won_disputes', rates.won)
    add('lost_disputes', rates.lost)
    add('disputed_payments', rates.disputed_payments)
    add('inquiries', countedBy({ ...OPENED, which: 'inquiries' }, here).length)
    add('fraud_warnings', warnings.length)
    add('visa_fraud_warnings', warnings.filter(({ network }) => network === 'visa').length)
    for (const network of NETWORKS) {
      add(`${network}_payments`, await ChargeModel.countDocuments(paid(book, part, range, network)))
      add(`${network}_disputes`, countedBy({ ...OPENED, network }, here).length)
    }
    const fraud = { ...OPENED, network: 'mastercard', fraud: true } as const
    add('mastercard_fraud_disputes', countedBy(fraud, here).length)
    for (const { amount, currency, created } of countedBy(OPENED, here))
      add('disputed_amount', reported(amount, currency, dayOf(created, timeZone)))
    for (const { amount, currency } of await openDisputes()) {
      add('open_disputes', 1)
      add('open_disputes_amount', reported(amount, currency, book.today))
    }
  })
  const over = (part: FigureName, whole: number) =>
    rational.basisPoints(rational.ratio(of(part)), rational.ratio(whole))
  const decided = of('won_disputes') + of('lost_disputes')
  // how a dispute stood at a moment of the past is not kept
  const unknown = untilOf(book) === undefined ? {} : Object.fromEntries(STANDS.map((name) => [name, null]))
  const values: Values = {
    ...Object.fromEntries([...COUNTED, ...STANDS].map((name) => [name, of(name)])),
    dispute_activity: over('opened_disputes', of('card_payments')),
    dispute_rate: over('disputed_payments', of('card_payments')),
    vamp_items: of('visa_disputes') + of('visa_fraud_warnings'),
    decided_disputes: decided,
    win_rate: over('won_disputes', decided),
    ...unknown,
  }
  return { values, missing: [...missing] }
}

const COUNTED = [
  'card_payments',
  'opened_disputes',
  'disputed_amount',
  'disputed_payments',
  'inquiries',
  'fraud_warnings',
  'visa_payments',
  'visa_disputes',
  'visa_fraud_warnings',
  'mastercard_payments',
  'mastercard_disputes',
  'mastercard_fraud_disputes',
] as const satisfies FigureName[]
const STANDS = [
  'won_disputes',
  'lost_disputes',
  'decided_disputes',
  'win_rate',
  'open_disputes',
  'open_disputes_amount',
] as const satisfies FigureName[]

/** A payment is disputed later: X2 looks at all that came since. */
const sinceOf = ({ today }: Book, { from, to }: Range): Range => ({ from, to: today > to ? today : to })

/** The disputes, warnings or payments that a figure counts, newest first. */
export async function disputeRows(book: Book, range: Range, made: DisputesMade): Promise<Row[]> {
  if (book.slices.length > 0) return []
  const parts = await forEachPart(book, async (part): Promise<Row[]> => {
    const { timeZone } = part.account.definitions
    if (made.of === 'card_payments') return paymentRows(book, part, range, made.network)
    if (made.of === 'fraud_warnings') {
      const warnings = await warningsIn(book, part, range)
      return warnings
        .filter(({ network }) => made.network === undefined || network === made.network)
        .map((one) => toldRow(part, 'early_fraud_warning', one, dayOf(one.created, timeZone)))
    }
    const { which, amount } = made
    if (which === 'open' && untilOf(book) !== undefined) return []
    if (which === 'payments') {
      const disputed = new Map<string, ToldDispute>()
      const { $gte: first, $lte: last } = within(book, part, range)
      for (const one of await disputesIn(book, part, sinceOf(book, range)))
        if (!isInquiry(one) && one.chargeCreated >= first && one.chargeCreated <= last)
          disputed.set(one.charge, one)
      return [...disputed.values()].map((one) => ({
        ...toldRow(part, 'charge', one, dayOf(one.chargeCreated, timeZone)),
        id: one.charge,
      }))
    }
    const own = which === 'open' ? await openDisputes() : countedBy(made, await disputesIn(book, part, range))
    return own.flatMap((one) => {
      const row = { ...toldRow(part, 'dispute', one, dayOf(one.created, timeZone)), type: one.status }
      if (!amount) return [row]
      const day = which === 'open' ? book.today : dayOf(one.created, timeZone)
      const value = convert(one.amount, one.currency, day, book.rates, book.currency)
      return value === null ? [] : [{ ...row, value }]
    })
  })
  return newestFirst(parts.flat())
}

const toldRow = (part: Part, kind: Row['kind'], one: Told, day: Day): Row =>
  emptyRow(part, one.customer, {
    ...{ id: one.id, kind, value: 1, day, objects: [one.id, one.charge] },
    amounts: one.currency === '' ? {} : { [one.currency]: one.amount },
  })

async function paymentRows(book: Book, part: Part, range: Range, network?: Network): Promise<Row[]> {
  const { timeZone } = part.account.definitions
  const charges = await ChargeModel.find(paid(book, part, range, network))
    .select(CHARGE_FIELDS)
    .lean()
  return charges.map(({ id, object: { amount, currency, created, customer } }) =>
    emptyRow(part, customer ? idOf(customer) : null, {
      ...{ id, kind: 'charge', value: 1, day: dayOf(created, timeZone), objects: [id] },
      amounts: { [currency]: amount },
    }),
  )
}

/** The disputes that wait for somebody, the first deadline first. */
export async function openDisputesOf(book: Book) {
  if (book.slices.length > 0 || untilOf(book) !== undefined) return []
  const parts = await forEachPart(book, async ({ account }) =>
    (await openDisputes()).map(({ network: _network, chargeCreated: _created, dueBy, ...one }) => ({
      ...one,
      account: account.accountId,
      due_by: dueBy,
    })),
  )
  const due = ({ due_by }: { due_by: Instant | null }) => due_by ?? Infinity
  return parts
    .flat()
    .sort((a, b) => due(a) - due(b) || (a.id < b.id ? -1 : 1))
    .slice(0, MAX_OPEN)
}
