/** What customers owe at the end of a range, by age (A9): the figures, and the invoices that they are made of. */
import { trusted } from '../database/query'
import { InvoiceModel } from '../invoices/model'
import {
  ageOf,
  dayOf,
  endOfDay,
  openOf,
  receivables,
  type Age,
  type Currency,
  type Instant,
  type ReceivableInvoice,
} from '../metrics'
import { forEachPart, type Book, type Part, type Range } from './book'
import type { Values } from './money'
import { emptyRow, largestFirst, type Row } from './rows'

/** Of an invoice, what figures and rows are made of. */
const FIELDS = {
  'object.id': 1,
  'object.currency': 1,
  'object.customer': 1,
  'object.amount_due': 1,
  'object.amount_remaining': 1,
  'object.due_date': 1,
  'object.parent': 1,
  'object.status_transitions': 1,
}

/** The last moment of the range that there has been. */
function momentOf({ asked, today }: Book, { account }: Part, { to }: Range): Instant {
  const end = endOfDay(to < today ? to : today, account.definitions.timeZone) - 1
  return Math.min(end, asked.at ?? Infinity)
}

type OpenInvoice = ReceivableInvoice & { customer: string | null; subscription: string | null }

const idOf = (one: string | { id: string } | null | undefined): string | null =>
  typeof one === 'string' ? one : (one?.id ?? null)

/** The invoices of the account in scope that may be open at an instant. */
async function invoicesAt(at: Instant): Promise<OpenInvoice[]> {
  const paid = 'object.status_transitions.paid_at'
  const rows = await InvoiceModel.find({
    'object.status_transitions.finalized_at': trusted({ $lte: at }),
    $or: [{ [paid]: null }, { [paid]: trusted({ $gt: at }) }],
  })
    .select(FIELDS)
    .lean()
  return rows.map(({ object }) => ({
    ...object,
    customer: idOf(object.customer),
    subscription: idOf(object.parent?.subscription_details?.subscription),
  }))
}

const inputOf = (book: Book, part: Part, at: Instant) => ({
  at,
  timeZone: part.account.definitions.timeZone,
  rates: book.rates,
  reportingCurrency: book.currency,
})

/** What is owed at the end of a range. It belongs to no part of the MRR: a slice has none. */
export async function receivablesOf(
  book: Book,
  range: Range,
): Promise<{ values: Values; missing: Currency[] }> {
  if (book.slices.length > 0) return { values: {}, missing: [] }
  const parts = await forEachPart(book, async (part) => {
    const at = momentOf(book, part, range)
    return receivables({ ...inputOf(book, part, at), invoices: await invoicesAt(at) })
  })
  const sum = (of: 'amount' | 'count', age?: Age) =>
    parts.reduce((total, part) => total + (age ? part.ages[age] : part.total)[of], 0)
  const values = {
    receivables: sum('amount'),
    receivables_not_due: sum('amount', 'not_due'),
    receivables_1_30: sum('amount', 'days_1_30'),
    receivables_31_60: sum('amount', 'days_31_60'),
    receivables_61_90: sum('amount', 'days_61_90'),
    receivables_over_90: sum('amount', 'over_90'),
    open_invoices: sum('count'),
    open_invoices_not_due: sum('count', 'not_due'),
    open_invoices_1_30: sum('count', 'days_1_30'),
    open_invoices_31_60: sum('count', 'days_31_60'),
    open_invoices_61_90: sum('count', 'days_61_90'),
    open_invoices_over_90: sum('count', 'over_90'),
  } satisfies Values
  return { values, missing: parts.flatMap(({ fx_missing }) => fx_missing) }
}

/** The invoices of a figure, the largest first: each is converted for itself. */
export async function receivableRows(
  book: Book,
  range: Range,
  { age: wanted, count }: { age?: Age; count?: true },
): Promise<Row[]> {
  if (book.slices.length > 0) return []
  const parts = await forEachPart(book, async (part) => {
    const at = momentOf(book, part, range)
    const input = inputOf(book, part, at)
    return (await invoicesAt(at)).flatMap((invoice): Row[] => {
      const age = ageOf(invoice, at, input.timeZone)
      if (age === null || (wanted && age !== wanted)) return []
      const { total } = receivables({ ...input, invoices: [invoice] })
      if (total.count === 0) return []
      const { id, customer, subscription, currency, due_date, status_transitions } = invoice
      const due = due_date ?? status_transitions.finalized_at ?? at
      return [
        emptyRow(part, customer, {
          ...{ id, kind: 'invoice', value: count ? 1 : total.amount, type: age },
          day: dayOf(due, input.timeZone),
          amounts: { [currency]: openOf(invoice) },
          subscriptions: subscription === null ? [] : [subscription],
          objects: [id],
        }),
      ]
    })
  })
  return largestFirst(parts.flat())
}
