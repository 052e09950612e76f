/** Which risk model an account uses, and how good it is on months that it has not seen (Q3, Q4). */
import { fitRiskModel } from './logistic'
import type { Outcome } from './logistic'
import { aucBp, calibration, topTenthLiftBp } from './ranking'
import type { CalibrationTenth } from './ranking'
import { SCORECARD, churnProbability } from './risk'
import type { RiskModel } from './risk'
import type { Instant } from './types'

/** A customer as known at an instant, and whether MRR was 0 within 30 days of it (pauses left out). */
export interface Observation extends Outcome {
  at: Instant
}

export interface RiskQuality {
  /** Null: the scorecard holds; no more can be said (Q4). */
  tested: {
    customers: number
    churned: number
    /** First and last instant of the held-out observations. */
    from: Instant
    to: Instant
    auc_bp: number | null
    top_tenth_lift_bp: number | null
    calibration: CalibrationTenth[]
  } | null
  scorecard_auc_bp: number | null
  /** Of the regression on the same observations; null below 200 churn events, or where none is early enough. */
  fitted_auc_bp: number | null
  /** Whether the regression replaces the scorecard. */
  replaced: boolean
}

const DAY_SECONDS = 86_400
/** Q3: the outcome of what is learnt from is known before the first that it is tested on. */
const GAP = 30 * DAY_SECONDS
/** Q3. */
const CHURN_EVENTS_TO_FIT = 200
/** Q4. */
const CHURN_EVENTS_TO_TEST = 20
const LEAST_AUC_BP = 6000
/** The last three tenths of the churn events are held out. */
const LEARN_SHARE = 0.7

/** Observations in any order. */
export function chooseRiskModel(observations: readonly Observation[]): {
  model: RiskModel
  quality: RiskQuality
} {
  const leaving = observations.filter(({ churned }) => churned).map(({ at }) => at)
  leaving.sort((a, b) => a - b)
  const testFrom = leaving[Math.floor(leaving.length * LEARN_SHARE)] ?? Infinity
  const test = observations.filter(({ at }) => at >= testFrom)
  const churned = test.filter((observation) => observation.churned).length
  if (churned < CHURN_EVENTS_TO_TEST)
    return {
      model: SCORECARD,
      quality: { tested: null, scorecard_auc_bp: null, fitted_auc_bp: null, replaced: false },
    }
  const scored = (model: RiskModel) =>
    test.map((row) => ({ score: churnProbability(row.factors, model), churned: row.churned }))
  const aucOf = (model: RiskModel | null) => (model ? aucBp(scored(model)) : null)
  const learnt = observations.filter(({ at }) => at + GAP <= testFrom)
  const both = learnt.some((row) => row.churned) && learnt.some((row) => !row.churned)
  const fitted = both && leaving.length >= CHURN_EVENTS_TO_FIT ? fitRiskModel(learnt) : null
  const scorecardAuc = aucOf(SCORECARD)
  const fittedAuc = aucOf(fitted)
  const better = fittedAuc !== null && fittedAuc > (scorecardAuc ?? 0) && fittedAuc >= LEAST_AUC_BP
  const model = fitted && better ? fitted : SCORECARD
  const rows = scored(model)
  return {
    model,
    quality: {
      tested: {
        customers: test.length,
        churned,
        from: testFrom,
        to: test.reduce((last, { at }) => Math.max(last, at), testFrom),
        auc_bp: aucBp(rows),
        top_tenth_lift_bp: topTenthLiftBp(rows),
        calibration: calibration(rows),
      },
      scorecard_auc_bp: scorecardAuc,
      fitted_auc_bp: fittedAuc,
      replaced: model !== SCORECARD,
    },
  }
}
