import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { asked } from '../analytics/routes'
import { problems, ref } from '../http'
import { AnomalyList, AnomalyQuery } from './schema'

export const anomalyRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { anomalies } = app.services

  app.get('/analytics/anomalies', {
    schema: {
      operationId: 'listAnomalies',
      summary:
        'Days that depart from their expected range, with what drove them; the last 30 days unless asked otherwise',
      tags: ['Analytics'],
      querystring: AnomalyQuery,
      response: { 200: ref(AnomalyList), ...problems() },
    },
    config: { requires: 'analytics:read', consolidates: true },
    handler: (request) => anomalies.list(asked(request)),
  })
}
