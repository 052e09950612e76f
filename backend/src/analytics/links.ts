/** Where the rows behind a figure are. */
import type { Book, Range } from './book'
import type { FigureName } from './definitions'

const PATH = '/v1/analytics/evidence'

/** What the question was, without its range. */
function asked(
  { asked: { slice = [], at, known_at }, currency, parts }: Book,
  more?: string,
): URLSearchParams {
  const query = new URLSearchParams({ currency })
  for (const one of [...slice, ...(more === undefined ? [] : [more])]) query.append('slice', one)
  if (at !== undefined) query.set('at', String(at))
  if (known_at !== undefined) query.set('known_at', String(known_at))
  const [first, second] = parts
  if (first) {
    query.set('account', second ? 'all' : first.account.accountId)
    query.set('mode', first.account.mode)
  }
  return query
}

/** The evidence of a figure of a range; `slice` narrows it further. */
export function evidenceLink(book: Book, figure: FigureName, { from, to }: Range, slice?: string): string {
  return `${PATH}?${new URLSearchParams({ figure, from, to }).toString()}&${asked(book, slice).toString()}`
}

/** The same for any interval: a URI template (RFC 6570) of its first and last day. */
export const evidenceTemplate = (book: Book, figure: FigureName): string =>
  `${PATH}?figure=${figure}&from={date}&to={end_date}&${asked(book).toString()}`
