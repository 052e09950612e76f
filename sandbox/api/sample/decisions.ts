import { utcDay } from '../engine/calendar'
import type { Cause, Turn } from './hazards'

/** What a customer decided, how likely it was to leave just then, and why. */
export interface Decision {
  customer: string
  at: number
  turn: Turn
  /** The chance to leave within about a month, in basis points. */
  riskBp: number
  causes: Cause[]
  /** For a payment that fails: the decline, and whether a retry brings the money. */
  failure?: { code: string; recovers: boolean }
}

/** Every decision of the sample's customers, beside the objects, so that a model of them can be judged. */
export interface DecisionLog {
  readonly rows: Decision[]
  jsonLines(): string
}

/** An empty log. */
export function createDecisionLog(): DecisionLog {
  const rows: Decision[] = []
  const line = ({ customer, at, turn, riskBp, causes, failure }: Decision) =>
    `${JSON.stringify({ customer, day: utcDay(at), turn, risk_bp: riskBp, causes, ...(failure ? { failure } : {}) })}\n`
  return { rows, jsonLines: () => rows.map(line).join('') }
}
