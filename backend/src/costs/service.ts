/** What the business costs beside Stripe's fees, as somebody entered it (P1). Nothing is guessed. */
import type { AccountService } from '../accounts/service'
import type { AuditService } from '../audit/service'
import { ProductModel } from '../catalogue/model'
import type { Clock } from '../clock'
import { pageOf } from '../database/page'
import { scopedId } from '../database/scope'
import { inTransaction } from '../database/transaction'
import { AppError } from '../errors'
import { found, newId, seconds, type Page } from '../http'
import type * as Metrics from '../metrics'
import { CostModel, type CostDocument } from './model'
import type { Cost, CostCreate, CostEnd } from './schema'

/** More than anybody keeps by hand: what reads them all stays bounded. */
export const MAX_COSTS = 500

const toCost = ({ _id, kind, value, currency, category, product, ...row }: CostDocument): Cost => ({
  id: _id,
  object: 'cost',
  kind,
  percent_bp: kind === 'percent_of_revenue' ? value : null,
  amount: kind === 'percent_of_revenue' ? null : value,
  currency,
  category,
  product,
  from: row.from,
  until: row.until,
  created: seconds(row.createdAt),
})

const refuse = (field: string, message: string) =>
  new AppError('invalid_request', `${field} ${message}`, { errors: [{ pointer: `/body/${field}`, message }] })

/** @throws AppError invalid_request for a day as 30 February */
function checkDay(field: string, day: string): void {
  const date = new Date(day)
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day)
    throw refuse(field, 'must be a day that exists')
}

export interface CostDeps {
  clock: Clock
  audit: AuditService
  accounts: AccountService
}

export function createCostService({ clock, audit, accounts }: CostDeps) {
  return {
    async list(page: Page) {
      const { rows, has_more } = await pageOf(CostModel, {}, page)
      return { object: 'list' as const, url: '/v1/costs', has_more, data: rows.map(toCost) }
    },

    /** All of the account as `costsOf` takes them; `currency` is what the value of each is in, null of a share. */
    async entered(): Promise<(Metrics.Cost & { currency: Metrics.Currency | null })[]> {
      const rows = await CostModel.find().sort({ _id: 1 }).limit(MAX_COSTS).lean()
      return rows.map(({ kind, value, currency, category, product, from, until }) => ({
        kind,
        value,
        currency,
        category,
        product,
        from,
        until,
      }))
    },

    /** @throws AppError invalid_request naming the field */
    async create(input: CostCreate): Promise<Cost> {
      const { kind, from } = input
      const product = ('product' in input ? input.product : null) ?? null
      checkDay('from', from)
      if (product !== null && !(await ProductModel.exists({ _id: scopedId(product), deleted: false })))
        throw refuse('product', 'must be the id of a product of this account')
      return inTransaction(async () => {
        if ((await CostModel.countDocuments()) >= MAX_COSTS)
          throw new AppError('invalid_request', `There are ${MAX_COSTS} costs already`)
        const { reportingCurrency } = (await accounts.current()).definitions
        const createdAt = clock.now()
        const row: CostDocument = {
          _id: newId('cost', createdAt),
          kind,
          value: kind === 'percent_of_revenue' ? input.percent_bp : input.amount,
          currency: kind === 'percent_of_revenue' ? null : reportingCurrency,
          category: kind === 'fixed_monthly' ? input.category.trim() : null,
          product,
          from,
          until: null,
          createdAt,
        }
        await CostModel.create([row])
        const { id, object: _object, created: _created, ...after } = toCost(row)
        await audit.record({ action: 'cost.created', target: { type: 'cost', id }, after })
        return toCost(row)
      })
    },

    /**
     * Says from which day on a cost is none; the day that it begins with takes it back as a whole, another day corrects
     * the former. @throws AppError invalid_request for a day before its first
     */
    async end(id: string, { until }: CostEnd): Promise<Cost> {
      checkDay('until', until)
      return inTransaction(async () => {
        const row = found(await CostModel.findById(id).lean(), 'cost', id)
        if (until < row.from) throw refuse('until', `must not be before ${row.from}, the first day`)
        if (until === row.until) return toCost(row)
        await CostModel.updateOne({ _id: id }, { $set: { until } })
        await audit.record({
          action: 'cost.ended',
          target: { type: 'cost', id },
          before: { until: row.until },
          after: { until },
        })
        return toCost({ ...row, until })
      })
    },
  }
}
export type CostService = ReturnType<typeof createCostService>
