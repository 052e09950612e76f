/** What an account's figures are made of, held in memory for one version of them, and the ranges asked of it. */
import type { AccountDocument } from '../accounts/model'
import type { AccountService } from '../accounts/service'
import type { Clock } from '../clock'
import { scopedId } from '../database/scope'
import { AppError } from '../errors'
import { seconds } from '../http'
import { addDays, dayOf, daysBetween, type Currency, type Day, type DayRollup, type Rates } from '../metrics'
import type { SyncStateDocument } from '../sync/model'
import { syncState } from '../sync/state'
import { RollupModel } from './model'
import { loadRates } from './rates'
import type { RangeQuery } from './schema'

/** Days of the default range, ending today. */
export const DEFAULT_DAYS = 30
/** Longest range that may be asked for (bar E6). */
const MAX_DAYS = 5 * 366
/** Answers kept for one version of an account's figures. */
const MAX_ANSWERS = 200
/** Accounts whose roll-ups are held in memory. */
const MAX_CACHED = 100

/** All that an account's figures are made of, valid for one version of them. */
export interface Book {
  version: string
  account: AccountDocument
  state: SyncStateDocument
  currency: Currency
  rates: Rates
  rollups: DayRollup[]
  /** Answers already worked out from this version, by question. */
  answers: Map<string, Promise<unknown>>
  today: Day
}

export interface Range {
  from: Day
  to: Day
}

/** Works an answer out once for each version of the figures; a failed one is forgotten. */
export function once<T>(book: Book, question: string, work: () => Promise<T>): Promise<T> {
  const key = `${question}:${book.today}`
  const known = book.answers.get(key) as Promise<T> | undefined
  if (known) return known
  if (book.answers.size >= MAX_ANSWERS) book.answers.delete(book.answers.keys().next().value ?? '')
  const answer = work()
  book.answers.set(key, answer)
  answer.catch(() => book.answers.delete(key))
  return answer
}

export type OpenBook = (wanted?: Currency) => Promise<Book>

/** Opens the book of the account in scope, in its reporting currency or another; read anew when its version changed. */
export function createBooks({ clock, accounts }: { clock: Clock; accounts: AccountService }): OpenBook {
  const books = new Map<string, Omit<Book, 'state' | 'account' | 'today'>>()

  return async (wanted) => {
    const [account, state] = await Promise.all([accounts.current(), syncState()])
    const { definitions } = account
    const currency = wanted ?? definitions.reportingCurrency
    const key = scopedId(currency)
    const version = `${state.figuresVersion}.${state.ratesVersion}.${JSON.stringify(definitions)}`
    let book = books.get(key)
    if (book?.version !== version) {
      const [rates, rollups] = await Promise.all([
        loadRates(currency),
        RollupModel.find().sort({ day: 1 }).lean(),
      ])
      if (books.size >= MAX_CACHED) books.delete(books.keys().next().value ?? '')
      book = { version, currency, rates, rollups, answers: new Map() }
      books.set(key, book)
    }
    return { ...book, account, state, today: dayOf(seconds(clock.now()), definitions.timeZone) }
  }
}

/** The days asked for, or the last 30. @throws AppError invalid_request naming the field */
export function rangeOf({ from, to }: RangeQuery, today: Day): Range {
  const end = to ?? today
  const start = from ?? addDays(end, 1 - DEFAULT_DAYS)
  const refuse = (pointer: string, message: string) =>
    new AppError('invalid_request', `${pointer.split('/').pop()} ${message}`, {
      errors: [{ pointer, message }],
    })
  if (!isDay(start)) throw refuse('/querystring/from', 'must be a day that exists')
  if (!isDay(end)) throw refuse('/querystring/to', 'must be a day that exists')
  if (start > end) throw refuse('/querystring/from', 'must not be after to')
  if (daysBetween(start, end) >= MAX_DAYS)
    throw refuse('/querystring/from', `must be less than ${MAX_DAYS} days before to`)
  return { from: start, to: end }
}

/** As many days right before. */
export const previousOf = ({ from, to }: Range): Range => ({
  from: addDays(from, -1 - daysBetween(from, to)),
  to: addDays(from, -1),
})

const fxMissing = ({ state, rates, currency }: Book): Currency[] =>
  state.currencies.filter((one) => one !== currency && !rates[one]).sort()

/** What an answer says of itself (C7). */
export const coverage = (book: Book, { from }: Range, missing: Currency[] = []) => ({
  currency: book.currency,
  as_of: book.state.asOf ? seconds(book.state.asOf) : null,
  complete: book.state.complete && !book.state.resources.some(({ status }) => status === 'disabled'),
  fx_missing: [...new Set([...fxMissing(book), ...missing])].sort(),
  estimated: false,
  reconstructed:
    book.state.eventsFrom !== null &&
    from < dayOf(seconds(book.state.eventsFrom), book.account.definitions.timeZone),
})

function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}
