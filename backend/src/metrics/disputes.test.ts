import { disputeRates } from './index'
import type { Dispute } from './index'
import { instant } from './testing'

const FEBRUARY = { from: '2026-02-01', to: '2026-02-28', timeZone: 'UTC' }

const dispute = (charge: string, charged: string, created: string, status: string): Dispute => ({
  charge,
  charge_created: instant(charged),
  created: instant(created),
  status,
})

test('X1 counts disputes by when they were opened, X2 the payments that were disputed since', () => {
  const disputes = [
    dispute('ch_1', '2026-01-20', '2026-02-01', 'lost'),
    dispute('ch_2', '2026-02-03', '2026-02-20', 'won'),
    dispute('ch_2', '2026-02-03', '2026-03-20', 'won'),
    dispute('ch_3', '2026-02-28T23:59:59Z', '2026-02-28T23:59:59Z', 'needs_response'),
    dispute('ch_4', '2026-02-05', '2026-03-01', 'lost'),
    dispute('ch_5', '2026-02-06', '2026-02-07', 'warning_needs_response'),
    dispute('ch_6', '2026-02-06', '2026-02-07', 'warning_closed'),
    dispute('ch_7', '2026-01-31', '2026-01-31', 'lost'),
  ]
  expect(disputeRates({ ...FEBRUARY, disputes, payments: 400 })).toEqual({
    payments: 400,
    opened: 3,
    won: 1,
    lost: 1,
    disputed_payments: 3,
    activity_bp: 75,
    dispute_rate_bp: 75,
    win_rate_bp: 5000,
  })
})

test('days are local', () => {
  const disputes = [dispute('ch_1', '2026-03-01T02:00:00Z', '2026-03-01T02:00:00Z', 'lost')]
  const opened = (timeZone: string) => disputeRates({ ...FEBRUARY, timeZone, disputes, payments: 1 }).opened
  expect([opened('UTC'), opened('America/New_York')]).toEqual([0, 1])
})

test('without payments, and without decided disputes, there is no rate', () => {
  expect(disputeRates({ ...FEBRUARY, disputes: [], payments: 0 })).toMatchObject({
    activity_bp: null,
    dispute_rate_bp: null,
    win_rate_bp: null,
  })
})
