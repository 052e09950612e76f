/** Trials: against Stripe's own lists. */
import type Stripe from 'stripe'
import { startDesk, type Caller, type Desk } from '../../test/harness'
import { dayOf } from '../metrics'
import type { Evidence, Figure } from './schema'

let desk: Desk
let owner: Caller
let subscriptions: Stripe.Subscription[]
let invoices: Stripe.Invoice[]
beforeAll(async () => {
  desk = await startDesk()
  owner = await desk.as('owner')
  await desk.sync()
  const { stripe } = desk.standIn
  subscriptions = await all(stripe.subscriptions.list({ status: 'all', limit: 100 }))
  invoices = await all(stripe.invoices.list({ limit: 100 }))
}, 120_000)
afterAll(() => desk.close())

const all = async <T>(list: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = []
  for await (const one of list) found.push(one)
  return found
}
interface Trials {
  figures: Record<string, Figure>
  cohorts: { data: (Record<string, number | null> & { date: never; end_date: never })[] }
}
const trials = async (query: string) => {
  const answer = await owner.get(`/v1/analytics/trials?${query}`)
  expect([query, answer.statusCode]).toEqual([query, 200])
  return answer.json<Trials>()
}
const startOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / 1000
const DAY = 86_400

/** T1 and T2, of the lists. */
function told(from: string, to: string, at = desk.clock.seconds()) {
  const [first, last] = [startOf(from), startOf(to) + DAY]
  const inside = (instant: number) => instant >= first && instant < last && instant <= at
  const counts = { converted: 0, not_converted: 0, pending: 0, started: 0, running: 0 }
  const moment = Math.min(last - 1, at)
  for (const { id, trial_start, trial_end, ended_at } of subscriptions) {
    if (trial_start === null || trial_end === null) continue
    const end = Math.min(trial_end, ended_at ?? trial_end)
    if (inside(trial_start)) counts.started += 1
    if (trial_start <= moment && end > moment) counts.running += 1
    if (!inside(end)) continue
    const payments = invoices.flatMap((one) =>
      one.parent?.subscription_details?.subscription === id &&
      one.total > 0 &&
      one.created >= trial_end &&
      one.status_transitions.paid_at !== null
        ? [one.status_transitions.paid_at]
        : [],
    )
    const limit = trial_end + 14 * DAY
    if (payments.some((paid) => paid <= limit && paid <= at)) counts.converted += 1
    else if (at > limit || (ended_at !== null && ended_at <= at)) counts.not_converted += 1
    else counts.pending += 1
  }
  const decided = counts.converted + counts.not_converted
  return {
    started_trials: counts.started,
    running_trials: counts.running,
    ended_trials: decided + counts.pending,
    converted_trials: counts.converted,
    not_converted_trials: counts.not_converted,
    pending_trials: counts.pending,
    decided_trials: decided,
    trial_conversion: decided === 0 ? null : Math.round((10_000 * counts.converted) / decided),
  }
}
const valuesOf = (figures: Record<string, Figure>, which: 'value' | 'previous') =>
  Object.fromEntries(
    Object.entries(figures).flatMap(([name, one]) => (name === 'trial_mrr' ? [] : [[name, one[which]]])),
  )

test('T1, T2: a range and the one before are those of the lists, and each month is a cohort', async () => {
  const { figures, cohorts } = await trials(
    'from=2025-06-01&to=2026-05-31&compare=previous_year&interval=month',
  )
  const expected = told('2025-06-01', '2026-05-31')
  expect(valuesOf(figures, 'value')).toEqual(expected)
  expect(expected.converted_trials).toBeGreaterThan(0)
  expect(expected.not_converted_trials).toBeGreaterThan(0)
  expect(valuesOf(figures, 'previous')).toEqual(told('2024-06-01', '2025-05-31'))
  expect(cohorts.data).toHaveLength(12)
  for (const { date, end_date, complete: _complete, reconstructed: _told, ...values } of cohorts.data)
    expect([date, values]).toEqual([date, told(date, end_date)])
})

test('as of a moment of the past: what was not paid by then is pending', async () => {
  const converted = subscriptions.find(({ id, trial_end }) =>
    invoices.some(
      (one) =>
        one.parent?.subscription_details?.subscription === id &&
        one.total > 0 &&
        one.created >= (trial_end ?? Infinity) &&
        one.status_transitions.paid_at,
    ),
  )
  const at = converted?.trial_end
  if (!at) throw new Error('No trial of the sample converted')
  const day = dayOf(at, 'UTC')
  const { figures } = await trials(`from=${day}&to=${day}&at=${at}`)
  expect(valuesOf(figures, 'value')).toEqual(told(day, day, at))
  expect(figures['pending_trials']?.value).toBeGreaterThan(0)
  expect(figures['trial_mrr']?.value).toBeNull()
})

test('a trial that converted leads to the subscription and the invoice', async () => {
  const { figures } = await trials('from=2025-06-01&to=2026-05-31')
  const { data } = (await owner.get(figures['converted_trials']?.evidence ?? '')).json<Evidence>()
  expect(data.length).toBeGreaterThan(0)
  for (const { id, objects, type } of data) {
    const invoice = invoices.find((one) => one.id === objects[1])
    expect([id, type]).toEqual([invoice?.parent?.subscription_details?.subscription, 'converted'])
  }
})
