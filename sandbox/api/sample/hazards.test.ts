import { createEngine } from '../engine/engine'
import { TEST_NOW } from '../testing/start'
import type { Decision } from './decisions'

const { sample, main } = createEngine({
  seed: 'hazards',
  now: TEST_NOW,
  size: { customers: 1_500, months: 24 },
})
const decisions = sample.decisions.rows
const left = ({ turn }: Decision) => turn === 'cancelAtEnd' || turn === 'cancelNow'
const rate = (rows: Decision[]) => rows.filter(left).length / rows.length

test('as many leave as the risks that were noted say', () => {
  const expected = decisions.reduce((sum, { riskBp }) => sum + riskBp / 10_000, 0)
  const leavers = decisions.filter(left).length
  // Poisson: four standard deviations.
  expect(Math.abs(leavers - expected)).toBeLessThan(4 * Math.sqrt(expected))
  expect(leavers).toBeGreaterThan(150)
})

test.each(['discount_ended', 'failed_payment', 'downgraded', 'small_plan', 'new_customer'] as const)(
  '%s makes customers leave more often than others do',
  (cause) => {
    const having = decisions.filter(({ causes }) => causes.includes(cause))
    const others = decisions.filter(({ causes }) => !causes.includes(cause))
    expect(having.length).toBeGreaterThan(60)
    expect(rate(having)).toBeGreaterThan(rate(others) * 1.25)
  },
)

test('a cause has left its trace in the objects', () => {
  const { store } = main
  for (const { customer, causes } of decisions) {
    if (causes.includes('failed_payment')) {
      const charges = store.charges.withKey('customer', customer)
      expect(charges.some(({ status }) => status === 'failed')).toBe(true)
    }
    if (causes.includes('dispute')) {
      const charges = store.charges.withKey('customer', customer)
      expect(charges.some(({ disputed }) => disputed)).toBe(true)
    }
  }
})

test('whether the money of a failed payment comes depends on why it failed', () => {
  const recovered = (code: string) => {
    const failures = decisions.flatMap(({ failure }) => (failure?.code === code ? [failure] : []))
    return failures.filter(({ recovers }) => recovers).length / failures.length
  }
  expect(recovered('insufficient_funds')).toBeGreaterThan(recovered('expired_card'))
})
