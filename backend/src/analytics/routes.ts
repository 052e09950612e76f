import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { ALL_ACCOUNTS } from '../accounts/service'
import { problems, ref } from '../http'
import { modeOfAll, type Principal } from '../plugins/principal'
import {
  AccountFiguresList,
  ByAccountQuery,
  Churn,
  FxRateDayList,
  FxRateQuery,
  MrrMovements,
  MrrSeries,
  Overview,
  KnownRangeQuery,
  KnownSeriesQuery,
  SnapshotList,
  SnapshotQuery,
} from './schema'

const tags = ['Analytics']
/** Asked with `account=all`, they answer for all accounts of the workspace in the mode that is named. */
const config = { requires: 'analytics:read' } as const
const consolidated = { ...config, consolidates: true } as const

/** What is asked, and of which accounts: the principal says so, whatever the query holds. */
function asked<T>({ query, principal }: { query: T; principal: Principal }) {
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

  app.get('/fx_rates', {
    schema: {
      operationId: 'listFxRates',
      summary: 'The stored exchange rates by day, newest first',
      tags,
      querystring: FxRateQuery,
      response: { 200: ref(FxRateDayList), ...problems() },
    },
    config,
    handler: (request) => analytics.fxRates(request.query),
  })
}
