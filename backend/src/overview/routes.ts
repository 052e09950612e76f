import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { asked, consolidated, tags } from '../analytics/routes'
import { problems, ref } from '../http'
import { Activity, ActivityQuery, AttentionQuery, Movers, MoversQuery, NeedsAttention } from './schema'

export const overviewRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { overview } = app.services

  app.get('/analytics/needs_attention', {
    schema: {
      operationId: 'listNeedsAttention',
      summary: 'What needs somebody now: disputes, failed payments, approvals, expiring cards',
      tags,
      querystring: AttentionQuery,
      response: { 200: ref(NeedsAttention), ...problems() },
    },
    config: consolidated,
    handler: (request) => overview.needsAttention(asked(request)),
  })

  app.get('/analytics/movers', {
    schema: {
      operationId: 'getMovers',
      summary: 'Who moved MRR most in a range: new, expansion and churn',
      tags,
      querystring: MoversQuery,
      response: { 200: ref(Movers), ...problems() },
    },
    config: consolidated,
    handler: (request) => overview.movers(asked(request)),
  })

  app.get('/analytics/activity', {
    schema: {
      operationId: 'getActivity',
      summary: 'How many products, customers, payments and subscriptions there are, and the latest of them',
      tags,
      querystring: ActivityQuery,
      response: { 200: ref(Activity), ...problems() },
    },
    config: consolidated,
    handler: (request) => overview.activity(asked(request)),
  })
}
