/** What answers are put together of: figures by name, with their definitions and links. */
import { previousOf, yearBefore, type Book, type Range } from './book'
import { FIGURES, type FigureName } from './definitions'
import { evidenceLink } from './links'
import type { Values } from './money'
import type { Figure, KnownRangeQuery, SeriesFigure } from './schema'

export const byName = (names: readonly FigureName[]): Record<string, FigureName> =>
  Object.fromEntries(names.map((name) => [name, name]))

/** What the fields of an answer are, by the figure that each is. */
export const described = (
  fields: Record<string, FigureName>,
  evidence: (name: FigureName) => string,
): Record<string, SeriesFigure> =>
  Object.fromEntries(
    Object.entries(fields).map(([field, name]) => {
      const { title, unit, text } = FIGURES[name]
      return [field, { title, unit, definition: text, evidence: evidence(name) }]
    }),
  )

export const pick = <N extends FigureName>(names: readonly N[], values: Values) =>
  Object.fromEntries(names.map((name) => [name, values[name] ?? null])) as Record<N, number | null>

/** Each figure of a period beside that of the one it is compared with. */
export function compared<N extends FigureName>(
  book: Book,
  range: Range,
  names: readonly N[],
  now: Values,
  then: Values,
): Record<N, Figure> {
  return Object.fromEntries(
    names.map((name): [N, Figure] => {
      const { unit, text } = FIGURES[name]
      const value = now[name] ?? null
      const evidence = value === null ? null : evidenceLink(book, name, range)
      return [name, { value, previous: then[name] ?? null, unit, definition: text, evidence }]
    }),
  ) as Record<N, Figure>
}

export const comparedWith = ({ compare }: Pick<KnownRangeQuery, 'compare'>, range: Range): Range =>
  compare === 'previous_year' ? yearBefore(range) : previousOf(range)
