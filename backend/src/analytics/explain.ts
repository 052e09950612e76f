/** Explains a figure: the rows it is the sum of, or the figures it is made of. */
import { AppError } from '../errors'
import type { Page } from '../http'
import { coverage, rangeOf, type Book, type Range } from './book'
import { FIGURES, type FigureDefinition, type FigureName, type Made } from './definitions'
import { evidenceRows } from './evidence'
import { evidenceLink } from './links'
import { withPayers } from './money'
import { customerNames } from './names'
import { pooledMonths, valueOf } from './periods'
import type { Row } from './rows'
import type { Evidence, EvidenceQuery, EvidenceRow } from './schema'

async function partsOf(book: Book, range: Range, made: Made): Promise<Evidence['parts']> {
  const part = async (name: FigureName, sign: 'plus' | 'minus' | 'over', own = range) => ({
    figure: name,
    title: FIGURES[name].title,
    unit: FIGURES[name].unit,
    sign,
    value: await valueOf(book, own, name),
    evidence: evidenceLink(book, name, own),
  })
  if (made.of === 'sum')
    return Promise.all(
      made.parts.map((text) => {
        const minus = text.startsWith('-')
        return part((minus ? text.slice(1) : text) as FigureName, minus ? 'minus' : 'plus')
      }),
    )
  if (made.of === 'ratio') {
    const [above, below] = made.over as readonly [FigureName, FigureName]
    return Promise.all([part(above, 'plus'), part(below, 'over')])
  }
  if (made.of !== 'lifetime') return []
  const months = pooledMonths(range.to, book.today)
  return Promise.all([
    part('arpa', 'plus'),
    ...months.map((own) => part('start_customers', 'plus', own)),
    ...months.map((own) => part('lost_customers', 'over', own)),
  ])
}

/** The evidence of one figure of a book. @throws AppError invalid_request where the cursor names no row */
export async function explain(
  book: Book,
  { figure: name, limit, starting_after, ending_before, ...query }: EvidenceQuery,
): Promise<Evidence> {
  const range = rangeOf(query, book.today)
  const { title, unit, text, rules, made }: FigureDefinition = FIGURES[name]
  const [rows, parts, value] = await Promise.all([
    evidenceRows(book, range, made),
    partsOf(book, range, made),
    valueOf(book, range, name),
  ])
  const page = cut(rows, { limit, starting_after, ending_before })
  const shown = await withPayers(book, page.rows)
  const names = await customerNames(book, shown)
  const as = made.of === 'sum' || made.of === 'ratio' || made.of === 'lifetime' ? made.of : 'rows'
  return {
    object: 'analytics.evidence',
    figure: name,
    title,
    unit,
    definition: text,
    rules: [...rules],
    value,
    made: as,
    parts,
    rows: rows.length,
    url: '/v1/analytics/evidence',
    has_more: page.has_more,
    data: shown.map((row) => ({
      ...toEvidenceRow(row),
      customer_name: names.get(`${row.account}:${row.customer}`) ?? null,
    })),
    ...coverage(book, range),
    period: range,
  }
}

/** A page of rows that are all there. @throws AppError invalid_request where the cursor names none */
export function cut<T extends { id: string }>(
  rows: T[],
  { limit, starting_after: after, ending_before: before }: Page,
): { rows: T[]; has_more: boolean } {
  const place = (id: string, field: string): number => {
    const index = rows.findIndex((row) => row.id === id)
    if (index >= 0) return index
    throw new AppError('invalid_request', `${field} names no row`, {
      errors: [{ pointer: `/querystring/${field}`, message: 'must be the id of a row of this list' }],
    })
  }
  if (before !== undefined) {
    const end = place(before, 'ending_before')
    return { rows: rows.slice(Math.max(0, end - limit), end), has_more: end > limit }
  }
  const start = after === undefined ? 0 : place(after, 'starting_after') + 1
  return { rows: rows.slice(start, start + limit), has_more: start + limit < rows.length }
}

const toEvidenceRow = ({ amounts, ...row }: Row): Omit<EvidenceRow, 'customer_name'> => ({
  ...row,
  object: 'evidence_row',
  amounts: Object.entries(amounts).map(([currency, amount]) => ({ currency, amount })),
})
