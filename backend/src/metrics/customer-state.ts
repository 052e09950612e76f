import { partsOf, type Part } from './cells'
import { subscriptionsAt } from './history'
import { subscriptionMrr } from './mrr'
import type { MrrRules } from './mrr'
import type { Currency, CustomerHistory, Instant } from './types'

/** A customer's figures at an instant, per currency in minor units (M12, M15). Currencies without a figure are absent. */
export interface CustomerState {
  byCurrency: Record<Currency, number>
  trial: Record<Currency, number>
  atRisk: Record<Currency, number>
  committed: Record<Currency, number>
  flags: string[]
  /** Ascending by id, ended ones included with 0. */
  subscriptions: { id: string; currency: Currency; mrr: number; parts: Part[] }[]
}

/** The customer's figures as they stand at an instant. */
export function customerState(history: CustomerHistory, definitions: MrrRules, at: Instant): CustomerState {
  const flags = new Set<string>()
  const figures: CustomerState = {
    byCurrency: {},
    trial: {},
    atRisk: {},
    committed: {},
    flags: [],
    subscriptions: [],
  }
  for (const { state, context } of subscriptionsAt(history, at)) {
    const figure = subscriptionMrr(state, at, definitions, context)
    addTo(figures.byCurrency, state.currency, figure.mrr)
    addTo(figures.trial, state.currency, figure.trialMrr)
    addTo(figures.atRisk, state.currency, figure.atRiskMrr)
    addTo(figures.committed, state.currency, figure.committedMrr)
    for (const flag of figure.flags) flags.add(flag)
    const parts = partsOf(state, figure)
    figures.subscriptions.push({ id: state.id, currency: state.currency, mrr: figure.mrr, parts })
  }
  return { ...figures, flags: [...flags].sort() }
}

function addTo(sums: Record<Currency, number>, currency: Currency, amount: number): void {
  if (amount !== 0) sums[currency] = (sums[currency] ?? 0) + amount
}
