import { Type, type Static } from 'typebox'
import {
  CurrencySchema,
  DaySchema,
  listOf,
  Money,
  nullable,
  object,
  oneOf,
  PageQuery,
  tagged,
  Timestamp,
} from '../http'
import { COST_KINDS } from '../metrics'

const Percent = Type.Integer({ minimum: 1, maximum: 10_000, description: 'Of net revenue, basis points' })
const Amount = Type.Integer({
  ...Money('In the reporting currency'),
  minimum: 1,
  maximum: 1_000_000_000_000,
})
const Category = Type.String({
  minLength: 1,
  maxLength: 64,
  pattern: '\\S',
  description: 'What it is for, for example rent',
})
const Product = Type.String({
  minLength: 1,
  maxLength: 255,
  description: 'Id of a product: counts for it in place of the costs of the same kind that name none',
})
const from = DaySchema('First day')
const until = DaySchema('First day without it')

export const Cost = object(
  {
    id: Type.String(),
    object: Type.Literal('cost'),
    kind: oneOf(COST_KINDS),
    percent_bp: nullable(Percent),
    amount: nullable(Amount),
    currency: nullable(
      Type.String({ ...CurrencySchema, description: 'The reporting currency of when it was entered' }),
    ),
    category: nullable(Category),
    product: nullable(Product),
    from,
    until: nullable(until),
    created: Timestamp('When it was entered'),
  },
  { $id: 'Cost' },
)
export type Cost = Static<typeof Cost>
export const CostList = listOf(Cost)
export const CostQuery = object({ ...PageQuery })

const product = Type.Optional(Product)
export const CostCreate = tagged(
  'kind',
  [
    object({ kind: Type.Literal('percent_of_revenue'), percent_bp: Percent, product, from }),
    object({ kind: Type.Literal('per_customer_month'), amount: Amount, product, from }),
    object({ kind: Type.Literal('per_transaction'), amount: Amount, product, from }),
    object({ kind: Type.Literal('fixed_monthly'), amount: Amount, category: Category, from }),
  ],
  { examples: [{ kind: 'fixed_monthly', amount: 250_000, category: 'rent', from: '2026-01-01' }] },
)
export type CostCreate = Static<typeof CostCreate>

export const CostEnd = object({ until }, { examples: [{ until: '2026-07-01' }] })
export type CostEnd = Static<typeof CostEnd>
