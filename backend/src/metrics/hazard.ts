/** Who leaves after how many months, and how many will next month (S1 to S3). Models: rates are floats within. */

/** A customer's months on one interval of billing. Monthly and yearly plans have a table each (S1). */
export interface Duration {
  /** The month of tenure in which the customer left, from 1; where still active, the completed months. */
  tenure: number
  left: boolean
}

export interface LifeTable {
  /** One row for each month of tenure from 1 on, as far as anybody has been. */
  rows: { at_risk: number; churned: number; hazard_bp: number; survival_bp: number }[]
  /** The share of customers who leave in that month of tenure, 0 to 1; null where nothing was observed. */
  hazard: (month: number) => number | null
}

/** S2. */
const MIN_AT_RISK = 30

/** The life table with one pooled hazard from the first month on that fewer than `minN` have reached (S1, S2). */
export function lifeTable(durations: readonly Duration[], minN = MIN_AT_RISK): LifeTable {
  const months = durations.reduce((longest, { tenure }) => Math.max(longest, tenure), 0)
  const counts = Array.from({ length: months }, () => ({ at_risk: 0, churned: 0, last: 0 }))
  for (const { tenure, left } of durations) {
    const row = counts[tenure - 1]
    if (!row) continue
    row.last += 1
    if (left) row.churned += 1
  }
  let reached = 0
  for (const row of counts.toReversed()) {
    reached += row.last
    row.at_risk = reached
  }
  const firstThin = counts.findIndex(({ at_risk: n }) => n < minN)
  const tailFrom = firstThin < 0 ? months : firstThin
  const tail = pooledTail(counts, tailFrom, minN)
  const hazard = (month: number) => {
    const row = counts[month - 1]
    return row && month <= tailFrom ? row.churned / row.at_risk : tail
  }
  let survival = 1
  const rows = counts.map(({ at_risk, churned }, index) => {
    const rate = hazard(index + 1) ?? 0
    survival *= 1 - rate
    return { at_risk, churned, hazard_bp: basisPoints(rate), survival_bp: basisPoints(survival) }
  })
  return { rows, hazard }
}

export interface ActiveCustomer {
  /** Completed months. */
  tenure: number
  /** Minor units of the reporting currency. */
  mrr: number
  /** Set to end within the coming month: certain, not predicted. */
  scheduled?: boolean
}

/** What the coming month is expected to take, with the 80 % interval; customers in thousandths, MRR in minor units. */
export interface ExpectedLosses {
  customers_milli: number
  customers_lower_milli: number
  customers_upper_milli: number
  mrr: number
  mrr_lower: number
  mrr_upper: number
}

/** The 90th percentile of the normal distribution. */
const Z90 = 1.2815515655

/** S3; null where the table has seen nobody, so that nothing can be expected. */
export function expectedLosses(
  { hazard }: Pick<LifeTable, 'hazard'>,
  active: readonly ActiveCustomer[],
): ExpectedLosses | null {
  const customers = { expected: 0, variance: 0, most: active.length }
  const money = { expected: 0, variance: 0, most: 0 }
  for (const { tenure, mrr, scheduled } of active) {
    const h = scheduled ? 1 : hazard(tenure + 1)
    if (h === null) return null
    customers.expected += h
    customers.variance += h * (1 - h)
    money.expected += h * mrr
    money.variance += h * (1 - h) * mrr * mrr
    money.most += mrr
  }
  const within = ({ expected, variance, most }: typeof money, side: number) =>
    Math.min(most, Math.max(0, expected + side * Z90 * Math.sqrt(variance)))
  return {
    customers_milli: Math.round(customers.expected * 1000),
    customers_lower_milli: Math.round(within(customers, -1) * 1000),
    customers_upper_milli: Math.round(within(customers, 1) * 1000),
    mrr: Math.round(money.expected),
    mrr_lower: Math.round(within(money, -1)),
    mrr_upper: Math.round(within(money, 1)),
  }
}

/** S2: over the months from index `from` on, and as many before as make `minN` customer-months. */
function pooledTail(
  counts: readonly { at_risk: number; churned: number }[],
  from: number,
  minN: number,
): number | null {
  let atRisk = 0
  let churned = 0
  for (const [index, row] of [...counts.entries()].reverse()) {
    if (index < from && atRisk >= minN) break
    atRisk += row.at_risk
    churned += row.churned
  }
  return atRisk === 0 ? null : churned / atRisk
}

function basisPoints(rate: number): number {
  return Math.round(rate * 10_000)
}
