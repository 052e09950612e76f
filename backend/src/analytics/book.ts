/** What figures are made of, held in memory for one version of them, and the ranges asked of it. */
import type { AccountDocument } from '../accounts/model'
import { ALL_ACCOUNTS, inAccount, type AccountService } from '../accounts/service'
import type { Clock } from '../clock'
import { scopedId, type Mode } from '../database/scope'
import { AppError } from '../errors'
import { seconds } from '../http'
import { loadRates } from '../fx/rates'
import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  mergeRollups,
  type Currency,
  type Day,
  type DayRollup,
  type Instant,
  type Month,
  type Rates,
} from '../metrics'
import type { SyncStateDocument } from '../sync/model'
import { syncState } from '../sync/state'
import { isOfMetadata, rollupsOf, WHOLE } from './rollups'
import { madeBy, slicedBy } from './recompute'
import type { RangeQuery } from './schema'
import { isPlain, rollupsIn, slicesOf, viewKey, viewOf, type Asked, type Slice, type View } from './selection'

/** Days of the default range, ending today. */
export const DEFAULT_DAYS = 30
/** Longest range that may be asked for (bar E6). */
const MAX_DAYS = 5 * 366
/** Answers kept for one version of an account's figures. */
const MAX_ANSWERS = 200
const MAX_LONG_ANSWERS = 3
/** Accounts whose roll-ups are held in memory. */
const MAX_CACHED = 100

/** All that figures are made of, valid for one version of them. */
export interface Book {
  version: string
  /** The accounts whose figures these are: one, or all of a workspace in one mode. */
  parts: Part[]
  currency: Currency
  rates: Rates
  rollups: DayRollup[]
  /** Answers already worked out from this version, by question. */
  answers: Map<string, Promise<unknown>>
  longAnswers: Map<string, Promise<unknown>>
  /** Which view of the accounts this is: answers are kept by it. */
  key: string
  slices: Slice[]
  /** The latest of the accounts' days, or the one that was asked for. */
  today: Day
  /** Seconds: when it was opened. */
  now: Instant
  asked: Asked
}

/** One account's share of a book. */
export interface Part {
  account: AccountDocument
  state: SyncStateDocument
  view: View
}

/** Which figures are asked for: those of the account in scope, unless `account` is `all`. */
export interface Wanted extends Asked {
  currency?: Currency
  account?: string
  mode?: Mode
}

export interface Range {
  from: Day
  to: Day
}

/** Works an answer out once for each version of the figures; a failed one is forgotten. */
export const once = <T>(book: Book, question: string, work: () => Promise<T>): Promise<T> =>
  onceIn(book.answers, MAX_ANSWERS, `${book.key}:${question}:${book.today}`, work)

/** The same for answers as long as the account has customers: few are kept. */
export const onceLong = <T>(book: Book, question: string, work: () => Promise<T>): Promise<T> =>
  onceIn(book.longAnswers, MAX_LONG_ANSWERS, `${book.key}:${question}:${book.today}`, work)

function onceIn<T>(
  answers: Map<string, Promise<unknown>>,
  most: number,
  key: string,
  work: () => Promise<T>,
): Promise<T> {
  const known = answers.get(key) as Promise<T> | undefined
  if (known) return known
  if (answers.size >= most) answers.delete(answers.keys().next().value ?? '')
  const answer = work()
  answers.set(key, answer)
  answer.catch(() => answers.delete(key))
  return answer
}

export type OpenBook = (wanted: Wanted) => Promise<Book>

type Kept = Pick<Book, 'version' | 'currency' | 'rates' | 'rollups' | 'answers' | 'longAnswers'>

/**
 * Opens the book of the account in scope, or of all accounts of the workspace in one mode, in the reporting currency or
 * another; read anew when its version changed.
 */
export function createBooks({ clock, accounts }: { clock: Clock; accounts: AccountService }): OpenBook {
  const books = new Map<string, Kept>()

  /** The kept one of this version, or what `read` gives. */
  async function keep(
    key: string,
    version: string,
    read: () => Promise<Omit<Kept, 'version' | 'answers' | 'longAnswers'>>,
  ): Promise<Kept> {
    const known = books.get(key)
    if (known?.version === version) return known
    const book = { version, ...(await read()), answers: new Map(), longAnswers: new Map() }
    books.delete(key)
    if (books.size >= MAX_CACHED) books.delete(books.keys().next().value ?? '')
    books.set(key, book)
    return book
  }

  /** The account in scope; `shared` are the slices, where they were read before. */
  async function openOne({ currency: wanted, ...asked }: Wanted, shared?: Slice[]): Promise<Book> {
    const [account, state] = await Promise.all([accounts.current(), syncState()])
    const { definitions, metadataKeys = [], feeRates = [] } = account
    const currency = wanted ?? definitions.reportingCurrency
    const version = `${state.figuresVersion}.${state.ratesVersion}.${JSON.stringify([definitions, metadataKeys, feeRates])}`
    const kept = await keep(scopedId(currency), version, async () => {
      const [rates, rollups] = await Promise.all([loadRates(currency), rollupsOf(WHOLE, '')])
      return { currency, rates, rollups }
    })
    const slices = shared ?? slicesOf(asked, metadataKeys)
    const now = seconds(clock.now())
    const today = dayOf(now, definitions.timeZone)
    const plain: View = { slices, knownAt: null, until: null, running: null }
    const book: Book = {
      ...kept,
      parts: [{ account, state, view: plain }],
      key: viewKey(asked),
      slices,
      today,
      now,
      asked,
    }
    if (isPlain(asked)) return book
    const { rates } = kept
    const { view, rollups } = await once(book, 'view', async () => {
      const view = await viewOf(asked, slices, { account, rates, clock })
      return { view, rollups: await rollupsIn(view, kept.rollups) }
    })
    return { ...book, rollups, parts: [{ account, state, view }], today: view.until ?? today }
  }

  /** Days are each account's own; rates and the reporting currency are those of the one that was connected first. */
  async function openAll(mode: Mode, { currency: wanted, ...asked }: Wanted): Promise<Book> {
    const all = await accounts.concerned(mode)
    const [first] = all
    if (!first) throw new AppError('account_unknown', `No account is connected in ${mode} mode`)
    const currency = wanted ?? first.definitions.reportingCurrency
    const slices = slicesOf(
      asked,
      all.flatMap(({ metadataKeys = [] }) => metadataKeys),
    )
    const opened: Book[] = []
    for (const account of all)
      opened.push(await inAccount(account, () => openOne({ currency, ...asked }, slices)))
    const key = viewKey(asked)
    const version = opened.map(({ version: one, parts: [part] }) => `${part?.account._id}:${one}`).join()
    const kept = await keep(`all:${all.map(({ _id }) => _id).join()}:${currency}:${key}`, version, () =>
      Promise.resolve({
        currency,
        rates: opened[0]?.rates ?? {},
        rollups: opened.reduce<DayRollup[]>((sum, { rollups }) => mergeRollups(sum, rollups), []),
      }),
    )
    const today =
      opened
        .map((one) => one.today)
        .sort()
        .at(-1) ?? ''
    const parts = opened.flatMap((one) => one.parts)
    return { ...kept, parts, key, slices, today, now: seconds(clock.now()), asked }
  }

  return ({ account, mode, ...wanted }) => {
    if (account !== ALL_ACCOUNTS) return openOne(wanted)
    if (mode) return openAll(mode, wanted)
    const message = 'must say which accounts: live, test or sandbox'
    throw new AppError('invalid_request', `mode ${message}`, {
      errors: [{ pointer: '/querystring/mode', message }],
    })
  }
}

/** Runs `work` for each account of a book, under its scope. */
export async function forEachPart<T>(
  { parts }: Pick<Book, 'parts'>,
  work: (part: Part) => Promise<T>,
): Promise<T[]> {
  const results: T[] = []
  for (const part of parts) results.push(await inAccount(part.account, () => work(part)))
  return results
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

/** The same days a year before; 29 February is the 28th. */
export const yearBefore = ({ from, to }: Range): Range => ({
  from: addMonths(from, -12),
  to: addMonths(to, -12),
})

/** The days of a month. */
export const monthRange = (month: Month): Range => ({
  from: `${month}-01`,
  to: addDays(addMonths(`${month}-01`, 1), -1),
})

/** As many days right before. */
export const previousOf = ({ from, to }: Range): Range => ({
  from: addDays(from, -1 - daysBetween(from, to)),
  to: addDays(from, -1),
})

const fxMissing = ({ parts, rates, currency }: Book): Currency[] =>
  parts.flatMap(({ state }) => state.currencies).filter((one) => one !== currency && !rates[one])

/** `dimensions` are those that the answer is sliced by. */
const isComplete = ({ state, account }: Part, dimensions: readonly string[]): boolean =>
  state.complete &&
  !state.resources.some(({ status }) => status === 'disabled') &&
  state.madeBy === madeBy(account) &&
  (state.slicedBy === slicedBy(account) || !dimensions.some(isOfMetadata))

/** The earliest of them: up to then every account's changes are in. */
function asOf({ parts }: Book): number | null {
  const times = parts.map(({ state }) => (state.asOf ? seconds(state.asOf) : null))
  return times.includes(null) ? null : Math.min(...times.filter((time) => time !== null))
}

const earliest = (asOf: number | null, ...asked: (number | undefined)[]): number | null =>
  asOf === null ? null : Math.min(asOf, ...asked.filter((time) => time !== undefined))

/** What an answer says of itself (C7). `by` is the dimension that it is broken down by. */
export const coverage = (book: Book, { from }: Range, missing: Currency[] = [], by = '') => ({
  currency: book.currency,
  as_of: earliest(asOf(book), book.asked.at, book.asked.known_at),
  complete: book.parts.every((part) =>
    isComplete(part, [by, ...book.slices.map(({ dimension }) => dimension)]),
  ),
  fx_missing: [...new Set([...fxMissing(book), ...missing])].sort(),
  estimated: false,
  reconstructed: book.parts.some(
    ({ state: { eventsFrom }, account }) =>
      eventsFrom !== null && from < dayOf(seconds(eventsFrom), account.definitions.timeZone),
  ),
})

function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}
