import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { problems, ref } from '../http'
import {
  Churn,
  FxRateDayList,
  FxRateQuery,
  MrrMovements,
  MrrSeries,
  Overview,
  RangeQuery,
  SeriesQuery,
  SnapshotList,
  SnapshotQuery,
} from './schema'

const tags = ['Analytics']
const config = { requires: 'analytics:read' } as const

export const analyticsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { analytics } = app.services

  app.get('/analytics/overview', {
    schema: {
      operationId: 'getOverview',
      summary:
        'The figures of a period beside those of the period before; the last 30 days unless asked otherwise',
      tags,
      querystring: RangeQuery,
      response: { 200: ref(Overview), ...problems() },
    },
    config,
    handler: (request) => analytics.overview(request.query),
  })

  app.get('/analytics/mrr', {
    schema: {
      operationId: 'getMrr',
      summary: 'MRR at the end of each day, week or month',
      tags,
      querystring: SeriesQuery,
      response: { 200: ref(MrrSeries), ...problems() },
    },
    config,
    handler: (request) => analytics.mrr(request.query),
  })

  app.get('/analytics/mrr_movements', {
    schema: {
      operationId: 'getMrrMovements',
      summary: 'The MRR waterfall: why MRR changed, by day, week or month',
      tags,
      querystring: SeriesQuery,
      response: { 200: ref(MrrMovements), ...problems() },
    },
    config,
    handler: (request) => analytics.mrrMovements(request.query),
  })

  app.get('/analytics/churn', {
    schema: {
      operationId: 'getChurn',
      summary: 'Churn and retention of a period, split by why customers left',
      tags,
      querystring: RangeQuery,
      response: { 200: ref(Churn), ...problems() },
    },
    config,
    handler: (request) => analytics.churn(request.query),
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
