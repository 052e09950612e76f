import type { Currency, Movement } from './types'

/** What a period did to one customer, first day's opening against last day's close. */
export interface CustomerSpan {
  /** Had MRR at the start (member of S), at the end (member of E). */
  paidAtStart: boolean
  paysAtEnd: boolean
  /** Change per currency, minor units. */
  deltas: Map<Currency, number>
}

/** One span for each customer with a movement; movements of one period in any order. */
export function customerSpans(
  movements: readonly Pick<Movement, 'customer' | 'day' | 'cells'>[],
): Iterable<CustomerSpan> {
  const spans = new Map<string, CustomerSpan & { first: string; last: string }>()
  for (const { customer, day, cells } of movements) {
    let span = spans.get(customer)
    if (!span) {
      span = { first: '9999-12-31', last: '', paidAtStart: false, paysAtEnd: false, deltas: new Map() }
      spans.set(customer, span)
    }
    if (day < span.first) {
      span.first = day
      span.paidAtStart = cells.some(({ before }) => before > 0)
    }
    if (day > span.last) {
      span.last = day
      span.paysAtEnd = cells.some(({ after }) => after > 0)
    }
    for (const { currency, before, after } of cells) {
      span.deltas.set(currency, (span.deltas.get(currency) ?? 0) + after - before)
    }
  }
  return spans.values()
}
