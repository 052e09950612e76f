import { defineModel } from '../database/model'
import type { CostKind, Currency, Day } from '../metrics'

/** A cost as somebody entered it (P1). */
export interface CostDocument {
  _id: string
  kind: CostKind
  /** Basis points of `percent_of_revenue`, minor units of the others. */
  value: number
  /** The reporting currency of when it was entered; null of what is a share. */
  currency: Currency | null
  /** What a fixed cost is for. */
  category: string | null
  /** Stripe's id; null: of all products that have none of the same kind. */
  product: string | null
  from: Day
  /** The first day without it. */
  until: Day | null
  createdAt: Date
}

export const CostModel = defineModel<CostDocument>(
  'costs',
  {
    kind: { type: String, required: true },
    value: { type: Number, required: true },
    currency: { type: String, default: null },
    category: { type: String, default: null },
    product: { type: String, default: null },
    from: { type: String, required: true },
    until: { type: String, default: null },
    createdAt: { type: Date, required: true },
  },
  [{ fields: { _id: -1 } }],
)
