import type { MovementTotal } from '../api/types'

/** A column of the waterfall: what stands, and what this step adds to or takes from it. */
export type Step = { label: string; change: number; standing: number; kind: 'total' | 'gained' | 'lost' }

type Part = { label: string; signed: (total: MovementTotal) => number }

/** In the order a merchant thinks of them: what came in, what went out, what the currency did. */
const PARTS: Part[] = [
  { label: 'New', signed: (total) => total.new },
  { label: 'Reactivation', signed: (total) => total.reactivation },
  { label: 'Expansion', signed: (total) => total.expansion },
  { label: 'Contraction', signed: (total) => -total.contraction },
  { label: 'Churn', signed: (total) => -total.churn },
  { label: 'Currency', signed: (total) => total.fx },
]

/** The movements of a period as signed amounts: start + all of them = end. */
export function signedMovements(total: MovementTotal): { label: string; change: number }[] {
  return PARTS.map(({ label, signed }) => ({ label, change: signed(total) + 0 }))
}

/** The walk from the start of a period to its end. Currency appears only when exchange rates moved something. */
export function waterfallSteps(total: MovementTotal): Step[] {
  const steps: Step[] = [{ label: 'Start', change: total.start, standing: 0, kind: 'total' }]
  let level = total.start
  for (const { label, change } of signedMovements(total)) {
    if (label === 'Currency' && change === 0) continue
    const next = level + change
    steps.push({
      label,
      change: Math.abs(change),
      standing: Math.min(level, next),
      kind: change < 0 ? 'lost' : 'gained',
    })
    level = next
  }
  steps.push({ label: 'End', change: total.end, standing: 0, kind: 'total' })
  return steps
}

/** The next round number: 1, 2 or 5 times a power of ten. */
function roundStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size))
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= size) ?? 10
  return factor * power
}

/** Where the axis begins and ends: close around the walk, or small steps on a large base could not be seen. */
export function waterfallDomain(steps: Step[]): [number, number] {
  const tops = steps.map(({ change, standing }) => change + standing)
  const floors = steps.map(({ change, standing, kind }) => (kind === 'total' ? change : standing))
  const [low, high] = [Math.min(...floors), Math.max(...tops)]
  const step = roundStep((high - low) / 4 || high / 4 || 1)
  return [Math.max(0, (Math.ceil(low / step) - 2) * step), Math.ceil(high / step) * step]
}
