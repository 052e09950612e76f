import { examples, expectFigures } from '../../test/metric-examples'
import { usageRunRate } from './index'
import type { UsageLine } from './index'

interface Input {
  as_of: string
  first_full_month: string
  lines: UsageLine[]
}

test.each(examples<Input>('usage_run_rate'))('example: %s', (_name, { input, expected }) => {
  const { as_of, first_full_month: firstFullMonth, lines } = input
  expectFigures(usageRunRate(lines, { today: as_of.slice(0, 10), firstFullMonth }), expected)
})

const lines = ['2025-10', '2025-11', '2025-12', '2026-01', '2026-02'].map((month, index) => ({
  month,
  amount: 10 ** index,
  status: 'paid',
}))
const rate = (today: string, firstFullMonth: string) => usageRunRate(lines, { today, firstFullMonth })

test('M7: the last three complete months, over the turn of the year', () => {
  expect(rate('2026-02-28', '2025-01')).toEqual({ usage_run_rate: 370, months: 3 })
})

test('M7: over fewer months since the item began, and none while there is none', () => {
  expect(rate('2026-02-01', '2025-12')).toEqual({ usage_run_rate: 550, months: 2 })
  expect(rate('2026-02-01', '2026-02')).toEqual({ usage_run_rate: null, months: 0 })
})

test('M7: only open and paid invoices; a month without a line counts', () => {
  const some = ['draft', 'void', 'uncollectible', 'open'].map((status) => ({
    month: '2026-01',
    amount: 300,
    status,
  }))
  expect(usageRunRate(some, { today: '2026-02-01', firstFullMonth: '2025-01' })).toEqual({
    usage_run_rate: 100,
    months: 3,
  })
})
