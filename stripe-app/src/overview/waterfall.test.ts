import { movements } from '../testing/answers'
import { signedMovements, waterfallDomain, waterfallSteps } from './waterfall'

const { total } = movements()

describe('the waterfall', () => {
  it('walks from the start to the end', () => {
    const walked = signedMovements(total).reduce((level, { change }) => level + change, total.start)
    expect(walked).toBe(total.end)
  })

  it('stands each step on what is left below it', () => {
    expect(waterfallSteps(total)).toEqual([
      { label: 'Start', change: 1_000_000, standing: 0, kind: 'total' },
      { label: 'New', change: 200_000, standing: 1_000_000, kind: 'gained' },
      { label: 'Reactivation', change: 9_000, standing: 1_200_000, kind: 'gained' },
      { label: 'Expansion', change: 100_000, standing: 1_209_000, kind: 'gained' },
      { label: 'Contraction', change: 20_000, standing: 1_289_000, kind: 'lost' },
      { label: 'Churn', change: 50_000, standing: 1_239_000, kind: 'lost' },
      { label: 'Currency', change: 4_433, standing: 1_234_567, kind: 'lost' },
      { label: 'End', change: 1_234_567, standing: 0, kind: 'total' },
    ])
  })

  it('leaves exchange rates out when they moved nothing', () => {
    expect(waterfallSteps({ ...total, fx: 0 }).map(({ label }) => label)).not.toContain('Currency')
  })

  it('shows the steps, not the base: the axis begins close below the walk, on round numbers', () => {
    expect(waterfallDomain(waterfallSteps(total))).toEqual([800_000, 1_400_000])
  })

  it('begins at 0 for an account that began at 0', () => {
    const first = {
      ...total,
      start: 0,
      new: 100,
      expansion: 0,
      contraction: 0,
      churn: 0,
      reactivation: 0,
      fx: 0,
      end: 100,
    }
    expect(waterfallDomain(waterfallSteps(first))[0]).toBe(0)
  })
})
