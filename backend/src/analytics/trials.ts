/** Trials: which began, which run, and what became of those that ended (T1, T2). */
import { trusted } from '../database/query'
import { InvoiceModel } from '../invoices/model'
import {
  dayOf,
  endOfDay,
  rational,
  startOfDay,
  trialConversion,
  trialEnd,
  trialOutcome,
  type Day,
  type Instant,
  type Trial,
} from '../metrics'
import { SubscriptionModel } from '../subscriptions/model'
import { forEachPart, type Book, type Part, type Range } from './book'
import type { TrialKind } from './definitions'
import { idOf } from './from-stripe'
import { untilOf, type Values } from './money'
import { emptyRow, newestFirst, type Row } from './rows'

interface ToldTrial extends Trial {
  customer: string
  trial_start: Instant
  started: Day
  /** Also of one that still runs. */
  ends: Day
  /** That it was first paid by. */
  invoice: string | null
}

interface Held {
  part: Part
  trials: ToldTrial[]
}

/** What came later is not known. */
const momentOf = (book: Book): Instant => Math.min(book.now, untilOf(book) ?? Infinity)

/** The trials of each account that ended on a day, later, or not yet. Trials belong to no part of the MRR. */
const trialsSince = async (book: Book, from: Day): Promise<Held[]> =>
  book.slices.length > 0
    ? []
    : forEachPart(book, async (part) => ({ part, trials: await trialsIn(part, from) }))

async function trialsIn({ account }: Part, from: Day): Promise<ToldTrial[]> {
  const { timeZone } = account.definitions
  const since = startOfDay(from, timeZone)
  const rows = await SubscriptionModel.find({ 'object.trial_end': trusted({ $gte: since }) })
    .select({
      'object.id': 1,
      'object.customer': 1,
      'object.trial_start': 1,
      'object.trial_end': 1,
      'object.ended_at': 1,
    })
    .lean()
  const paid = await paidSince(
    rows.map(({ object }) => idOf(object.customer)),
    since,
  )
  return rows.flatMap(({ object: { id, customer, trial_start, trial_end, ended_at } }) => {
    if (trial_start === null || trial_end === null) return []
    const first = paid.get(id)?.find(({ created }) => created >= trial_end)
    return [
      {
        ...{ id, customer: idOf(customer), trial_start, trial_end, ended_at },
        first_paid_at: first?.at ?? null,
        invoice: first?.id ?? null,
        started: dayOf(trial_start, timeZone),
        ends: dayOf(trialEnd({ trial_end, ended_at }), timeZone),
      },
    ]
  })
}

interface Payment {
  id: string
  created: Instant
  at: Instant
}

/** The invoices above zero of each subscription that were made since an instant and are paid, the first paid first. */
async function paidSince(customers: string[], since: Instant): Promise<Map<string, Payment[]>> {
  const rows = await InvoiceModel.find({
    'object.customer': trusted({ $in: [...new Set(customers)] }),
    'object.created': trusted({ $gte: since }),
    'object.status': 'paid',
    'object.total': trusted({ $gt: 0 }),
  })
    .select({
      id: 1,
      'object.created': 1,
      'object.parent': 1,
      'object.status_transitions.paid_at': 1,
    })
    .sort({ 'object.status_transitions.paid_at': 1 })
    .lean()
  const paid = new Map<string, Payment[]>()
  for (const { id, object } of rows) {
    const subscription = object.parent?.subscription_details?.subscription
    const at = object.status_transitions.paid_at
    if (!subscription || at === null) continue
    const own = paid.get(idOf(subscription)) ?? []
    paid.set(idOf(subscription), own)
    own.push({ id, created: object.created, at })
  }
  return paid
}

/** Those of an account's trials that a figure counts. */
function countedBy(book: Book, { part, trials }: Held, { from, to }: Range, which: TrialKind): ToldTrial[] {
  const at = momentOf(book)
  const within = (day: Day, instant: Instant) => instant <= at && day >= from && day <= to
  if (which === 'started') return trials.filter((one) => within(one.started, one.trial_start))
  if (which === 'running') {
    const last = Math.min(endOfDay(to, part.account.definitions.timeZone) - 1, at)
    return trials.filter((one) => one.trial_start <= last && trialEnd(one) > last)
  }
  return trials.filter((one) => within(one.ends, trialEnd(one)) && trialOutcome(one, at) === which)
}

/** Reads the trials that figures of days from `from` on are made of: what it gives tells those of any range of them. */
export async function trialsOf(book: Book, from: Day): Promise<(range: Range) => Values> {
  const held = await trialsSince(book, from)
  const at = momentOf(book)
  return (range) => {
    if (book.slices.length > 0) return {}
    const conversions = held.map(({ part, trials }) => {
      const own = trials.filter(({ ends }) => ends >= range.from && ends <= range.to)
      return trialConversion({ trials: own, ...range, timeZone: part.account.definitions.timeZone, at })
    })
    const sum = (of: 'ended' | 'converted' | 'not_converted' | 'pending') =>
      conversions.reduce((total, one) => total + one[of], 0)
    const count = (which: TrialKind) =>
      held.reduce((total, one) => total + countedBy(book, one, range, which).length, 0)
    const converted = sum('converted')
    const decided = converted + sum('not_converted')
    return {
      started_trials: count('started'),
      running_trials: count('running'),
      ended_trials: sum('ended'),
      converted_trials: converted,
      not_converted_trials: sum('not_converted'),
      pending_trials: sum('pending'),
      decided_trials: decided,
      trial_conversion: rational.basisPoints(rational.ratio(converted), rational.ratio(decided)),
    }
  }
}

/** The subscriptions that a figure counts, newest first: by the day of the start or the end that it is about. */
export async function trialRows(book: Book, range: Range, which: TrialKind): Promise<Row[]> {
  const at = momentOf(book)
  return newestFirst(
    (await trialsSince(book, range.from)).flatMap((held) =>
      countedBy(book, held, range, which).map((one) => {
        const type = trialEnd(one) > at ? 'running' : trialOutcome(one, at)
        return emptyRow(held.part, one.customer, {
          ...{ id: one.id, kind: 'subscription', value: 1, type, subscriptions: [one.id] },
          day: which === 'started' ? one.started : one.ends,
          objects: one.invoice !== null && type === 'converted' ? [one.id, one.invoice] : [one.id],
        })
      }),
    ),
  )
}
