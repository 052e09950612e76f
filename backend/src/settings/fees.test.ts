import type { AccountDocument } from '../accounts/model'
import { estimateFee } from '../metrics'
import { feesOn } from './fees'

const account = (country: string | null, feeRates?: AccountDocument['feeRates']): AccountDocument => ({
  _id: 'acct_1:test',
  accountId: 'acct_1',
  mode: 'test',
  workspaceId: 'ws_1',
  name: 'T',
  country,
  defaultCurrency: 'eur',
  definitions: {
    timeZone: 'UTC',
    reportingCurrency: 'eur',
    discountPolicy: 'recurring',
    churnRecognition: 'at_end',
    pastDueGraceDays: null,
  },
  ...(feeRates ? { feeRates } : {}),
  via: 'key',
  platform: null,
  onboarding: null,
  connectedAt: new Date(0),
  disconnectedAt: null,
  eraseAt: null,
})
const own = (from: string, percent_bp: number, fixed: number) => ({
  from,
  percent_bp,
  fixed,
  international_bp: 105,
  conversion_bp: 0,
})
const feeOf = (one: AccountDocument, day: string, international = false) => {
  const rate = feesOn(one, day)
  return rate && estimateFee({ amount: 10_000, international }, rate)
}

test('what was entered counts from its day on, before it the list price of the country (V5)', () => {
  const german = account('DE', [own('2026-01-01', 109, 10), own('2026-03-01', 90, 0)])
  expect(feeOf(german, '2025-12-31')).toBe(150 + 25)
  expect(feeOf(german, '2026-01-01')).toBe(109 + 10)
  expect(feeOf(german, '2026-01-01', true)).toBe(109 + 105 + 10)
  expect(feeOf(german, '2026-03-01')).toBe(90)
  expect(feeOf(account('DE'), '2026-03-01')).toBe(175)
})

test('an account whose country is not known has the list price of all others, and its own', () => {
  expect(feeOf(account(null), '2026-03-01')).toBe(320)
  expect(feeOf(account(null, [own('2026-03-01', 5, 0)]), '2026-03-01')).toBe(5)
})
