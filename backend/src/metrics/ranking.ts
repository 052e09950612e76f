/** How well scores tell who left from who stayed (Q3). */

export interface Scored {
  /** Any number that is higher the likelier the customer leaves. */
  score: number
  churned: boolean
}

/** A tenth of the customers by probability, in basis points. */
export interface CalibrationTenth {
  customers: number
  expected_bp: number
  actual_bp: number
}

/** Customers with one score: their number, the churned among them, and how many rank below. */
interface Tie {
  score: number
  size: number
  churned: number
  below: number
}

/** The share of (churned, stayed) pairs that are ranked right, ties half, in basis points; null without a pair. */
export function aucBp(rows: readonly Scored[]): number | null {
  let churned = 0
  let stayed = 0
  let right = 0
  for (const tie of ties(rows)) {
    const staying = tie.size - tie.churned
    right += tie.churned * (stayed + staying / 2)
    churned += tie.churned
    stayed += staying
  }
  return churned === 0 || stayed === 0 ? null : Math.round((right / (churned * stayed)) * 10_000)
}

/** Churn in the top tenth over churn of all, in basis points; null where nobody churned. A tie on the edge counts in part. */
export function topTenthLiftBp(rows: readonly Scored[]): number | null {
  const all = ties(rows)
  const churned = all.reduce((sum, tie) => sum + tie.churned, 0)
  if (churned === 0) return null
  const top = Math.ceil(rows.length / 10)
  const inTop = all.reduce((sum, { size, churned: lost, below }) => {
    const above = rows.length - below - size
    return sum + (lost * Math.min(size, Math.max(0, top - above))) / size
  }, 0)
  return Math.round((inTop / top / (churned / rows.length)) * 10_000)
}

/** Probabilities beside what happened, lowest tenth first; equal ones stay in one tenth, so some may be missing. */
export function calibration(rows: readonly Scored[]): CalibrationTenth[] {
  const tenths = Array.from({ length: 10 }, () => ({ customers: 0, expected: 0, churned: 0 }))
  for (const { score, size, churned, below } of ties(rows)) {
    const tenth = tenths[Math.floor((10 * (below + size / 2)) / rows.length)]
    if (!tenth) continue
    tenth.customers += size
    tenth.expected += score * size
    tenth.churned += churned
  }
  return tenths
    .filter(({ customers }) => customers > 0)
    .map(({ customers, expected, churned }) => ({
      customers,
      expected_bp: Math.round((expected / customers) * 10_000),
      actual_bp: Math.round((churned / customers) * 10_000),
    }))
}

/** Ascending. */
function ties(rows: readonly Scored[]): Tie[] {
  const all: Tie[] = []
  for (const [index, { score, churned }] of [...rows].sort((a, b) => a.score - b.score).entries()) {
    let tie = all.at(-1)
    if (tie?.score !== score) {
      tie = { score, size: 0, churned: 0, below: index }
      all.push(tie)
    }
    tie.size += 1
    if (churned) tie.churned += 1
  }
  return all
}
