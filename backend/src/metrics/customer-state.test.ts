import { customerState } from './customer-state'
import { historyOf, item, settings, version } from './testing'

test('a customer at an instant: per currency, trial, at risk, committed, and each subscription', () => {
  const history = historyOf([
    version('2026-02-01', { status: 'past_due' }),
    version('2026-02-01', {
      id: 'sub_4',
      currency: 'eur',
      cancel_at_period_end: true,
      pause_collection: { behavior: 'keep_as_draft' },
    }),
    version('2026-02-01', { id: 'sub_3', status: 'trialing', items: [item(700)] }),
    version('2026-02-03', { id: 'sub_2' }),
  ])
  const { at } = version('2026-02-03')
  expect(customerState(history, settings(), at - 1)).toEqual({
    byCurrency: { usd: 1000, eur: 1000 },
    trial: { usd: 700 },
    atRisk: { usd: 1000 },
    committed: { usd: 1000 },
    flags: ['paused_as_draft'],
    subscriptions: [
      {
        id: 'sub_1',
        currency: 'usd',
        mrr: 1000,
        parts: [expect.objectContaining({ mrr: 1000, interval: 'month' })],
      },
      { id: 'sub_3', currency: 'usd', mrr: 0, parts: [] },
      {
        id: 'sub_4',
        currency: 'eur',
        mrr: 1000,
        parts: [expect.objectContaining({ mrr: 1000, interval: 'month' })],
      },
    ],
  })
  expect(customerState(history, settings(), at).byCurrency['usd']).toBe(2000)
  expect(customerState(history, settings({ pastDueGraceDays: 1 }), at).byCurrency['usd']).toBe(1000)
})
