import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { ALL_ACCOUNTS } from '../accounts/service'
import { problems, ref } from '../http'
import { modeOfAll, type Principal } from '../plugins/principal'
import { Reconciliation, ReconciliationQuery } from './reconciliation-schema'
import {
  Arpa,
  Breakdown,
  BreakdownQuery,
  Cohorts,
  Evidence,
  EvidenceQuery,
  FigureDefinitions,
  Growth,
  Ltv,
  QuickRatio,
  RetentionSeries,
  RangeQuery,
  SeriesQuery,
  AccountFiguresList,
  ByAccountQuery,
  Churn,
  MrrMovements,
  MrrSeries,
  Overview,
  KnownRangeQuery,
  KnownSeriesQuery,
  SnapshotList,
  SnapshotQuery,
} from './schema'

export const tags = ['Analytics']
/** Asked with `account=all`, they answer for all accounts of the workspace in the mode that is named. */
const config = { requires: 'analytics:read' } as const
export const consolidated = { ...config, consolidates: true } as const

/** What is asked, and of which accounts: the principal says so, whatever the query holds. */
export function asked<T>({ query, principal }: { query: T; principal: Principal }) {
  const mode = modeOfAll(principal)
  return mode === null ? query : { ...query, account: ALL_ACCOUNTS, mode }
}

export const analyticsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { analytics } = app.services

  app.get('/analytics/overview', {
    schema: {
      operationId: 'getOverview',
      summary:
        'The figures of a period beside those of the period before; the last 30 days unless asked otherwise',
      tags,
      querystring: KnownRangeQuery,
      response: { 200: ref(Overview), ...problems() },
    },
    config: consolidated,
    handler: (request) => analytics.overview(asked(request)),
  })

  app.get('/analytics/accounts', {
    schema: {
      operationId: 'listAccountFigures',
      summary: 'The figures of each account of the workspace in one mode, in one currency',
      tags,
      querystring: ByAccountQuery,
      response: { 200: ref(AccountFiguresList), ...problems() },
    },
    config: { ...config, workspace: true },
    handler: (request) => analytics.byAccount(request.query),
  })

  app.get('/analytics/mrr', {
    schema: {
      operationId: 'getMrr',
      summary: 'MRR at the end of each day, week or month',
      tags,
      querystring: KnownSeriesQuery,
      response: { 200: ref(MrrSeries), ...problems() },
    },
    config: consolidated,
    handler: (request) => analytics.mrr(asked(request)),
  })

  app.get('/analytics/mrr_movements', {
    schema: {
      operationId: 'getMrrMovements',
      summary: 'The MRR waterfall: why MRR changed, by day, week or month',
      tags,
      querystring: KnownSeriesQuery,
      response: { 200: ref(MrrMovements), ...problems() },
    },
    config: consolidated,
    handler: (request) => analytics.mrrMovements(asked(request)),
  })

  app.get('/analytics/churn', {
    schema: {
      operationId: 'getChurn',
      summary: 'Churn and retention of a period, split by why customers left',
      tags,
      querystring: KnownRangeQuery,
      response: { 200: ref(Churn), ...problems() },
    },
    config: consolidated,
    handler: (request) => analytics.churn(asked(request)),
  })

  app.get('/analytics/growth', {
    schema: {
      operationId: 'getGrowth',
      summary: 'Customers and MRR of each interval: who came, who left, how much it grew',
      tags,
      querystring: SeriesQuery,
      response: { 200: ref(Growth), ...problems() },
    },
    config: consolidated,
    handler: (request) => analytics.growth(asked(request)),
  })

  app.get('/analytics/retention', {
    schema: {
      operationId: 'getRetention',
      summary: 'Retention and churn rates of each interval, and what they are made of',
      tags,
      querystring: SeriesQuery,
      response: { 200: ref(RetentionSeries), ...problems() },
    },
    config: consolidated,
    handler: (request) => analytics.retention(asked(request)),
  })

  app.get('/analytics/arpa', {
    schema: {
      operationId: 'getArpa',
      summary: 'MRR per active customer, and per new customer, of each interval',
      tags,
      querystring: SeriesQuery,
      response: { 200: ref(Arpa), ...problems() },
    },
    config: consolidated,
    handler: (request) => analytics.arpa(asked(request)),
  })

  app.get('/analytics/quick_ratio', {
    schema: {
      operationId: 'getQuickRatio',
      summary: 'Gained over lost MRR of each interval',
      tags,
      querystring: SeriesQuery,
      response: { 200: ref(QuickRatio), ...problems() },
    },
    config: consolidated,
    handler: (request) => analytics.quickRatio(asked(request)),
  })

  app.get('/analytics/ltv', {
    schema: {
      operationId: 'getLtv',
      summary: 'Lifetime value of a customer, by the churn of the last six complete months',
      tags,
      querystring: KnownRangeQuery,
      response: { 200: ref(Ltv), ...problems() },
    },
    config: consolidated,
    handler: (request) => analytics.ltv(asked(request)),
  })

  app.get('/analytics/cohorts', {
    schema: {
      operationId: 'getCohorts',
      summary:
        'Retention of customers and revenue by month of the first day with MRR; the last twelve months unless asked otherwise',
      tags,
      querystring: RangeQuery,
      response: { 200: ref(Cohorts), ...problems() },
    },
    config: consolidated,
    handler: (request) => analytics.cohorts(asked(request)),
  })

  app.get('/analytics/breakdown', {
    schema: {
      operationId: 'getBreakdown',
      summary: 'MRR and its movements by slice of one dimension, the largest first',
      tags,
      querystring: BreakdownQuery,
      response: { 200: ref(Breakdown), ...problems() },
    },
    config: consolidated,
    handler: (request) => analytics.breakdown(asked(request)),
  })

  app.get('/analytics/evidence', {
    schema: {
      operationId: 'getEvidence',
      summary: 'The rows that a figure is made of: they add up to it',
      tags,
      querystring: EvidenceQuery,
      response: { 200: ref(Evidence), ...problems() },
    },
    config: consolidated,
    handler: (request) => analytics.evidence(asked(request)),
  })

  app.get('/analytics/reconciliation', {
    schema: {
      operationId: 'getReconciliation',
      summary: "Our MRR beside that of another product's definitions, split by rule and subscription",
      tags,
      querystring: ReconciliationQuery,
      response: { 200: ref(Reconciliation), ...problems() },
    },
    config: consolidated,
    handler: (request) => analytics.reconciliation(asked(request)),
  })

  app.get('/analytics/figures', {
    schema: {
      operationId: 'listFigures',
      summary: 'Every figure: what it means and by which rules',
      tags,
      response: { 200: ref(FigureDefinitions), ...problems() },
    },
    config,
    handler: () => Promise.resolve(analytics.definitions()),
  })

  app.get('/analytics/snapshots', {
    schema: {
      operationId: 'listSnapshots',
      summary: "Figures frozen at each day's close, newest first",
      tags,
      querystring: SnapshotQuery,
      response: { 200: ref(SnapshotList), ...problems() },
    },
    config,
    handler: (request) => analytics.snapshots(request.query),
  })
}
