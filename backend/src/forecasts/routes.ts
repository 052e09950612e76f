import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { asked } from '../analytics/routes'
import { problems, ref } from '../http'
import { Forecast, ForecastQuery } from './schema'

export const forecastRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { forecasts } = app.services

  app.get('/analytics/forecasts', {
    schema: {
      operationId: 'getForecast',
      summary:
        'The forecast of a monthly figure with its interval, and how the method did on the months known',
      tags: ['Analytics'],
      querystring: ForecastQuery,
      response: { 200: ref(Forecast), ...problems() },
    },
    config: { requires: 'analytics:read', consolidates: true },
    handler: (request) => forecasts.get(asked(request)),
  })
}
