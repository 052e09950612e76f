import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { problems, ref } from '../http'
import {
  FxLatestRateList,
  FxRateDayList,
  FxRateEntry,
  FxRateImport,
  FxRateQuery,
  FxRatesChange,
  MAX_FILE,
} from './schema'

const tags = ['Exchange rates']
/** JSON writes a line's end in two letters. */
const bodyLimit = 2 * MAX_FILE

export const fxRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { fx } = app.services

  app.get('/fx_rates', {
    schema: {
      operationId: 'listFxRates',
      summary: 'The stored exchange rates by day, newest first',
      tags,
      querystring: FxRateQuery,
      response: { 200: ref(FxRateDayList), ...problems() },
    },
    config: { requires: 'analytics:read' },
    handler: (request) => fx.list(request.query),
  })

  app.get('/fx_rates/latest', {
    schema: {
      operationId: 'listLatestFxRates',
      summary: 'The latest rate of each currency that customers are billed in, and how old it is',
      tags,
      response: { 200: ref(FxLatestRateList), ...problems() },
    },
    config: { requires: 'analytics:read' },
    handler: () => fx.latest(),
  })

  app.post('/fx_rates', {
    schema: {
      operationId: 'setFxRate',
      summary: 'Set the rate of a currency for a day, in place of the published one, or take that back',
      tags,
      body: FxRateEntry,
      response: { 200: ref(FxRatesChange), ...problems() },
    },
    config: { requires: 'fx_rates:write' },
    handler: (request) => fx.set(request.body),
  })

  app.post('/fx_rates/import', {
    schema: {
      operationId: 'importFxRates',
      summary: 'Take published rates from a file of the European Central Bank; what was entered stays',
      tags,
      body: FxRateImport,
      response: { 200: ref(FxRatesChange), ...problems('body_too_large') },
    },
    bodyLimit,
    config: { requires: 'fx_rates:write' },
    handler: (request) => fx.importFile(request.body.file),
  })
}
