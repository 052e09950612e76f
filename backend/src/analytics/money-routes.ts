import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { problems, ref } from '../http'
import {
  Cash,
  Disputes,
  Fees,
  MoneyIntervalsQuery,
  MoneyQuery,
  MoneySeriesQuery,
  Receivables,
  Revenue,
  Trials,
} from './money-schema'
import { asked, consolidated as config, tags } from './routes'

export const moneyRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { analytics } = app.services

  app.get('/analytics/revenue', {
    schema: {
      operationId: 'getRevenue',
      summary: 'Volume, refunds, disputes, fees and what they leave, of each interval',
      tags,
      querystring: MoneySeriesQuery,
      response: { 200: ref(Revenue), ...problems() },
    },
    config,
    handler: (request) => analytics.revenue(asked(request)),
  })

  app.get('/analytics/fees', {
    schema: {
      operationId: 'getFees',
      summary: "Stripe's fees of each interval by what they were taken for, and estimates of those to come",
      tags,
      querystring: MoneySeriesQuery,
      response: { 200: ref(Fees), ...problems() },
    },
    config,
    handler: (request) => analytics.fees(asked(request)),
  })

  app.get('/analytics/receivables', {
    schema: {
      operationId: 'getReceivables',
      summary: 'What customers owe at the end of a period, by how long it is past due',
      tags,
      querystring: MoneyQuery,
      response: { 200: ref(Receivables), ...problems() },
    },
    config,
    handler: (request) => analytics.receivables(asked(request)),
  })

  app.get('/analytics/cash', {
    schema: {
      operationId: 'getCash',
      summary:
        'What there is, what is on its way, what will be paid out, what came and went, and what is owed',
      tags,
      querystring: MoneyIntervalsQuery,
      response: { 200: ref(Cash), ...problems() },
    },
    config,
    handler: (request) => analytics.cash(asked(request)),
  })

  app.get('/analytics/disputes', {
    schema: {
      operationId: 'getDisputes',
      summary: "Disputes of a period, those that wait, and how near the card networks' limits are",
      tags,
      querystring: MoneyQuery,
      response: { 200: ref(Disputes), ...problems() },
    },
    config,
    handler: (request) => analytics.disputes(asked(request)),
  })

  app.get('/analytics/trials', {
    schema: {
      operationId: 'getTrials',
      summary: 'Trials that began, run and ended, and what became of them',
      tags,
      querystring: MoneyIntervalsQuery,
      response: { 200: ref(Trials), ...problems() },
    },
    config,
    handler: (request) => analytics.trials(asked(request)),
  })
}
