/** The churn risk of one customer (Q2). A model: log-odds are floats, what is shown is whole. */
import type { RiskFactor } from './risk-factors'

/** Log-odds: of a customer without any factor, and what each factor adds. */
export interface RiskModel {
  base: number
  weights: Record<RiskFactor, number>
}

/** Q2: what is assumed until an account's own history says better. */
export const SCORECARD: RiskModel = {
  base: -3,
  weights: {
    past_due: 2,
    card_expiring: 0.9,
    downgrade_90d: 0.9,
    failed_90d: 0.8,
    annual_renewal_30d: 0.8,
    tenure_lt_3m: 0.7,
    refund_or_dispute_180d: 0.7,
    discount_ending: 0.6,
    multi_subscription: -0.4,
    tenure_ge_24m: -0.6,
    annual_renewal_far: -2,
  },
}

export interface RiskScore {
  /** That MRR is 0 within 30 days, in basis points. */
  probability_bp: number
  /** The same from 0 to 100. */
  score: number
  band: 'low' | 'medium' | 'high'
  /** Up to three that raise it most, ties by name. */
  top_factors: RiskFactor[]
}

export function riskScore(factors: readonly RiskFactor[], model: RiskModel): RiskScore {
  const probability = churnProbability(factors, model)
  return {
    probability_bp: Math.round(probability * 10_000),
    score: Math.round(probability * 100),
    band: probability < 0.1 ? 'low' : probability < 0.3 ? 'medium' : 'high',
    top_factors: factors
      .filter((factor) => model.weights[factor] > 0)
      .sort((a, b) => model.weights[b] - model.weights[a] || (a < b ? -1 : 1))
      .slice(0, 3),
  }
}

/** From 0 to 1. */
export function churnProbability(factors: readonly RiskFactor[], { base, weights }: RiskModel): number {
  return 1 / (1 + Math.exp(-factors.reduce((sum, factor) => sum + weights[factor], base)))
}
