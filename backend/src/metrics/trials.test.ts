import { examples, expectFigures } from '../../test/metric-examples'
import { addDays, trialConversion } from './index'
import { instant } from './testing'

interface Input {
  as_of: string
  period: { start: string; end: string }
  window_days: number
  subscriptions: { id: string; trial_end: string; first_paid_at?: string; ended_at?: string }[]
}

const FEBRUARY = { from: '2026-02-01', to: '2026-02-28', timeZone: 'UTC' }

const trial = (trial_end: string, rest: { first_paid_at?: string; ended_at?: string } = {}) => ({
  id: 'sub_1',
  trial_end: instant(trial_end),
  ...(rest.first_paid_at ? { first_paid_at: instant(rest.first_paid_at) } : {}),
  ...(rest.ended_at ? { ended_at: instant(rest.ended_at) } : {}),
})

test.each(examples<Input>('trial_conversion'))('example: %s', (_name, { input, expected }) => {
  const { period, subscriptions, as_of } = input
  const figures = trialConversion({
    trials: subscriptions.map(({ trial_end, ...rest }) => trial(trial_end, rest)),
    from: period.start,
    to: addDays(period.end, -1),
    timeZone: 'UTC',
    at: instant(as_of),
  })
  expectFigures({ ...figures }, expected)
})

const outcome = (one: ReturnType<typeof trial>, at: string) => {
  const { ended, converted, not_converted, pending } = trialConversion({
    trials: [one],
    ...FEBRUARY,
    at: instant(at),
  })
  expect(ended).toBe(converted + not_converted + pending)
  return [converted, not_converted, pending]
}
const [CONVERTED, NOT_CONVERTED, PENDING, NOT_THERE] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
  [0, 0, 0],
]

test('T1: fourteen days to pay, to the second', () => {
  const late = trial('2026-02-03', { first_paid_at: '2026-02-17T00:00:00Z' })
  expect(outcome(late, '2026-03-01')).toEqual(CONVERTED)
  expect(outcome({ ...late, first_paid_at: (late.first_paid_at ?? 0) + 1 }, '2026-03-01')).toEqual(
    NOT_CONVERTED,
  )
  expect(outcome(trial('2026-02-03'), '2026-02-17T00:00:00Z')).toEqual(PENDING)
  expect(outcome(trial('2026-02-03'), '2026-02-17T00:00:01Z')).toEqual(NOT_CONVERTED)
})

test('T1: what came after the asked instant is not known', () => {
  const paid = trial('2026-02-03', { first_paid_at: '2026-02-10' })
  expect(outcome(paid, '2026-02-09')).toEqual(PENDING)
  expect(outcome(paid, '2026-02-10')).toEqual(CONVERTED)
  expect(outcome(paid, '2026-02-02')).toEqual(NOT_THERE)
  const given = trial('2026-02-20', { ended_at: '2026-02-11' })
  expect(outcome(given, '2026-02-11')).toEqual(NOT_CONVERTED)
  expect(outcome(given, '2026-02-10')).toEqual(NOT_THERE)
})

test('T1: a subscription that ended after its trial without a payment will not convert', () => {
  expect(outcome(trial('2026-02-03', { ended_at: '2026-02-06' }), '2026-02-07')).toEqual(NOT_CONVERTED)
})

test('T1: the day is local, the last one of the range included', () => {
  const at = instant('2026-04-01')
  const end = trial('2026-03-01T04:30:00Z')
  const ended = (timeZone: string) => trialConversion({ trials: [end], ...FEBRUARY, timeZone, at }).ended
  expect([ended('America/New_York'), ended('UTC')]).toEqual([1, 0])
})

test('without a decided trial there is no rate', () => {
  const at = instant('2026-02-04')
  const figures = trialConversion({ trials: [trial('2026-02-03')], ...FEBRUARY, at })
  expect(figures.conversion_bp).toBeNull()
})
