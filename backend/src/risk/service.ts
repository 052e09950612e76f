/** How likely customers leave: worked out each day (section 17). */
import { coverage, type OpenBook } from '../analytics/book'
import { customerNames } from '../analytics/names'
import { StandingModel, type StandingDocument } from '../analytics/model'
import type { Clock } from '../clock'
import { bulkWrite } from '../database/model'
import { inBatches, pageOf } from '../database/page'
import { trusted } from '../database/query'
import { scopedId } from '../database/scope'
import { seconds } from '../http'
import {
  addDays,
  chooseRiskModel,
  convertSum,
  endOfDay,
  observations,
  RISK_SENTENCES,
  riskAt,
  riskFactors,
  riskScore,
  type Currency,
  type Day,
  type Observation,
  type RiskFactor,
  type RiskModel as Weights,
} from '../metrics'
import { riskHistories } from './histories'
import { RiskModel, RiskRunModel, type RiskDocument, type RiskRunDocument } from './model'
import type { CustomerRisk, CustomerRiskList, RiskQuery } from './schema'

/** Customers read at once: bounds memory. */
const BATCH = 250
/** Customers whose past is learnt from; of more, one in so many. Ids are random, so these are as the others. */
const MAX_LEARNT_FROM = 10_000
/** How often each is observed, 30 days apart: no outcome counts twice. */
const OBSERVED = 24
const STEP_DAYS = 30

/** A customer with MRR, before a model says what its factors mean. */
interface Standing {
  customer: string
  mrr: number
  factors: RiskFactor[]
  ends: Day | null
}

const latestRun = (): Promise<RiskRunDocument | null> =>
  RiskRunModel.findOne().sort({ takenAt: -1 }).lean().exec()

function toRow(run: string, { customer, mrr, factors, ends }: Standing, weights: Weights): RiskDocument {
  const score = ends === null ? riskScore(factors, weights) : null
  const atRisk = score ? Math.round((mrr * score.probability_bp) / 10_000) : mrr
  return {
    _id: scopedId(`${run}:${String(atRisk).padStart(15, '0')}:${customer}`),
    run,
    customer,
    mrr,
    atRisk,
    probabilityBp: score?.probability_bp ?? null,
    score: score?.score ?? null,
    band: score?.band ?? null,
    factors: score?.top_factors ?? [],
    cardExpires: ends === null && factors.includes('card_expiring'),
    ends,
  }
}

const toRisk = (row: RiskDocument, { takenAt }: RiskRunDocument): CustomerRisk => ({
  id: row._id,
  object: 'customer_risk',
  customer: row.customer,
  mrr: row.mrr,
  money_at_risk: row.atRisk,
  probability_bp: row.probabilityBp,
  score: row.score,
  band: row.band,
  reasons: row.factors.map((factor) => ({ factor, sentence: RISK_SENTENCES[factor] })),
  ends: row.ends,
  computed: seconds(takenAt),
})

/** The risk of one customer by the latest run; null without MRR then. */
export async function riskOf(customer: string): Promise<CustomerRisk | null> {
  const run = await latestRun()
  const row = run && (await RiskModel.findOne({ run: run.run, customer }).lean())
  return row && run ? toRisk(row, run) : null
}

async function totalsOf(run: string): Promise<CustomerRiskList['totals']> {
  const none = { customers: 0, mrr: 0, money_at_risk: 0 }
  const totals = { high: none, medium: none, low: none, certain: none }
  const rows = await RiskModel.aggregate<{ _id: RiskDocument['band'] } & typeof none>([
    { $match: { run } },
    {
      $group: {
        _id: '$band',
        customers: { $sum: 1 },
        mrr: { $sum: '$mrr' },
        money_at_risk: { $sum: '$atRisk' },
      },
    },
  ])
  for (const { _id: band, ...sums } of rows) totals[band ?? 'certain'] = sums
  return totals
}

export function createRiskService({ clock, open }: { clock: Clock; open: OpenBook }) {
  return {
    /** Scores every customer with MRR of the account in scope; a slot that is done stays as it is. */
    async compute(dueAt: Date): Promise<{ predicted: number; certain: number; observed: number }> {
      const run = dueAt.toISOString()
      if (await RiskRunModel.exists({ run })) return { predicted: 0, certain: 0, observed: 0 }
      const { parts, today, rates, currency } = await open({})
      const [part] = parts
      if (!part) throw new Error('A book without an account')
      const rules = part.account.definitions
      const takenAt = clock.now()
      const days = Array.from({ length: OBSERVED }, (_, index) => addDays(today, -STEP_DAYS * (index + 1)))
      const instants = days.map((day) => endOfDay(day, rules.timeZone) - 1)

      const every = Math.ceil((await StandingModel.countDocuments({})) / MAX_LEARNT_FROM)
      const seen: Observation[] = []
      const standings: Standing[] = []
      const missing = new Set<Currency>()
      let index = 0
      for await (const batch of inBatches<StandingDocument>('standings', {}, BATCH)) {
        const numbered = batch.map((standing) => ({ standing, learnt: index++ % every === 0 }))
        const needed = numbered.filter(
          ({ standing, learnt }) => learnt || Object.keys(standing.mrr).length > 0,
        )
        const histories = await riskHistories(needed.map(({ standing }) => standing))
        for (const { standing, learnt } of needed) {
          const { customer, mrr } = standing
          const history = histories.get(customer)
          if (!history) continue
          if (learnt) seen.push(...observations(history, rules, instants))
          const stand = riskAt(history, rules, seconds(takenAt))
          if (!stand) continue
          const { value, fxMissing } = convertSum(mrr, today, rates, currency)
          for (const one of fxMissing) missing.add(one)
          const factors = riskFactors(stand.facts, seconds(takenAt))
          standings.push({ customer, mrr: value, factors, ends: stand.ends })
        }
      }
      const { model: weights, quality } = chooseRiskModel(seen)

      // of a try that was cut off
      await RiskModel.deleteMany({ run })
      await bulkWrite(
        'risks',
        standings.map((standing) => {
          const { _id, ...row } = toRow(run, standing, weights)
          return { insertOne: { document: { _id, ...row } } }
        }),
      )
      await RiskRunModel.create([
        { _id: scopedId(run), run, takenAt, currency, fxMissing: [...missing], weights, quality },
      ])
      await RiskModel.deleteMany({ run: trusted({ $ne: run }) })
      const certain = standings.filter(({ ends }) => ends !== null).length
      return { predicted: standings.length - certain, certain, observed: seen.length }
    },

    /** @throws AppError invalid_request when the cursor names nothing in this list */
    async list({ show, ...page }: RiskQuery): Promise<CustomerRiskList> {
      const [book, run] = await Promise.all([open({}), latestRun()])
      const filter = {
        run: run?.run ?? '',
        ends: show === 'certain' ? trusted({ $ne: null }) : null,
      }
      const [{ rows, has_more }, totals] = await Promise.all([
        pageOf(RiskModel, filter, page),
        totalsOf(filter.run),
      ])
      const accountId = book.parts[0]?.account.accountId ?? ''
      const names = await customerNames(
        book,
        rows.map(({ customer }) => ({ account: accountId, customer })),
      )
      const computed = run ? seconds(run.takenAt) : null
      const { tested, scorecard_auc_bp, fitted_auc_bp } = run?.quality ?? { tested: null }
      return {
        object: 'list',
        url: '/v1/analytics/risk',
        has_more,
        data: run
          ? rows.map((row) => ({
              ...toRisk(row, run),
              customer_name: names.get(`${accountId}:${row.customer}`) ?? null,
            }))
          : [],
        ...coverage(book, { from: book.today, to: book.today }, run?.fxMissing),
        ...(run ? { currency: run.currency, as_of: computed } : {}),
        estimated: true,
        computed,
        totals,
        model: run ? (run.quality.replaced ? 'fitted' : 'scorecard') : null,
        quality: tested && {
          ...tested,
          scorecard_auc_bp: scorecard_auc_bp ?? null,
          fitted_auc_bp: fitted_auc_bp ?? null,
        },
      }
    },
  }
}
export type RiskService = ReturnType<typeof createRiskService>
