import { examples, expectFigures } from '../../test/metric-examples'
import { heldTier, networkRegion, networkStanding } from './index'
import type { NetworkCounts } from './index'

interface Input {
  month: string
  visa: { settled: number; disputes: number; fraud_reports: number }
  mastercard: { chargebacks: number; prev_month_transactions: number }
}

const JUNE = { month: '2026-06' }

test.each(examples<Input>('network'))('example: %s', (_name, { input, expected }) => {
  const { month, visa, mastercard } = input
  const vamp = networkStanding({
    programme: 'vamp',
    month,
    count: visa.disputes + visa.fraud_reports,
    payments: visa.settled,
  })
  const disputes = networkStanding({
    programme: 'mastercard_disputes',
    month,
    count: mastercard.chargebacks,
    payments: mastercard.prev_month_transactions,
  })
  expectFigures(
    {
      vamp_bp: vamp.ratio_bp,
      vamp_status: vamp.tier,
      mc_ratio_bp: disputes.ratio_bp,
      mc_status: disputes.tier,
    },
    expected,
  )
})

const tier = (counts: Omit<NetworkCounts, 'month'> & { month?: string }) =>
  networkStanding({ ...JUNE, ...counts }).tier

test.each([
  ['2026-04', 1500, 100_000, 'excessive'],
  ['2026-04', 1499, 90_000, null],
  ['2026-04', 1500, 100_001, null],
  ['2026-03', 1500, 100_000, null],
  ['2026-03', 2200, 100_000, 'excessive'],
  ['2026-03', 2199, 100_000, null],
])('X3: in %s, %i of %i is %s', (month, count, payments, expected) => {
  expect(tier({ programme: 'vamp', month, count, payments })).toBe(expected)
})

test('X3: MENA by count and value', () => {
  const mena = { programme: 'vamp', region: 'mena', payments: 1000 } as const
  expect(tier({ ...mena, count: 101, amount_usd: 7_500_000 })).toBe('excessive')
  expect(tier({ ...mena, count: 100, amount_usd: 7_500_000 })).toBeNull()
  expect(tier({ ...mena, count: 101, amount_usd: 7_499_999 })).toBeNull()
})

test.each([
  [100, 6666, 'ecm'],
  [100, 6667, null],
  [99, 1000, null],
  [300, 10_000, 'hecm'],
  [299, 1000, 'ecm'],
  [300, 10_101, 'ecm'],
  [2999, 99_966, 'hecm'],
  [2999, 99_967, 'ecm'],
])('X4: %i of %i is %s, by the exact ratio', (count, payments, expected) => {
  expect(tier({ programme: 'mastercard_disputes', count, payments })).toBe(expected)
})

test.each([
  [{}, 'efm'],
  [{ payments: 999 }, null],
  [{ amount_usd: 4_999_999 }, null],
  [{ count: 4 }, null],
  [{ three_d_secure: 100 }, null],
  [{ three_d_secure: 499, region: 'regulated' as const }, 'efm'],
  [{ three_d_secure: 500, region: 'regulated' as const }, null],
])('X5: with %j the fraud programme says %s', (changes, expected) => {
  const counts = { programme: 'mastercard_fraud', count: 5, payments: 1000, amount_usd: 5_000_000 } as const
  expect(tier({ ...counts, three_d_secure: 99, ...changes })).toBe(expected)
})

test.each([
  [49, 3000, 'green', 51],
  [50, 6667, 'green', 51],
  [50, 6666, 'amber', 50],
  [79, 5000, 'amber', 21],
  [80, 6666, 'red', 20],
  [80, 6667, 'amber', 21],
  [80, 20_000, 'green', 220],
  [120, 7500, 'red', 0],
])('X6: %i of %i is %s, with %i to go', (count, payments, light, further) => {
  const { limits } = networkStanding({ ...JUNE, programme: 'mastercard_disputes', count, payments })
  expect(limits.map((one) => one.limit.tier)).toEqual(['ecm', 'hecm'])
  expect(limits[0]).toMatchObject({ light, further, reached: further === 0 })
})

test('as many further disputes as are named reach the limit, and one less does not', () => {
  for (const programme of ['vamp', 'mastercard_disputes'] as const) {
    for (let payments = 1; payments < 200_000; payments += 7_919) {
      const counts = { ...JUNE, programme, payments }
      for (const [index, { further }] of networkStanding({ ...counts, count: 17 }).limits.entries()) {
        const reached = (more: number) =>
          networkStanding({ ...counts, count: 17 + more }).limits[index]?.reached
        expect([reached(further), reached(further - 1)]).toEqual([true, false])
      }
    }
  }
})

test('without payments there is no ratio and nothing is reached', () => {
  expect(networkStanding({ ...JUNE, programme: 'vamp', count: 3, payments: 0 })).toMatchObject({
    ratio_bp: null,
    tier: null,
    limits: [{ light: 'green' }],
  })
})

test('X4: a merchant is let go after three months below', () => {
  expect(heldTier([])).toBeNull()
  expect(heldTier(['ecm', null, null])).toBe('ecm')
  expect(heldTier(['hecm', 'ecm', null])).toBe('ecm')
  expect(heldTier(['hecm', null, null, null])).toBeNull()
})

test('whose limits hold goes by programme and country', () => {
  expect(networkRegion('vamp', 'AE')).toBe('mena')
  expect(networkRegion('mastercard_fraud', 'DE')).toBe('regulated')
  for (const [programme, country] of [
    ['vamp', 'DE'],
    ['mastercard_disputes', 'DE'],
    ['mastercard_fraud', 'US'],
    ['vamp', null],
  ] as const)
    expect([programme, country, networkRegion(programme, country)]).toEqual([programme, country, 'other'])
})
