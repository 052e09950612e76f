import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { IdParams, problems, ref } from '../http'
import { Cost, CostCreate, CostEnd, CostList, CostQuery } from './schema'

const tags = ['Costs']

export const costRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { costs } = app.services

  app.get('/costs', {
    schema: {
      operationId: 'listCosts',
      summary: 'What the business costs beside fees, as entered, newest first',
      tags,
      querystring: CostQuery,
      response: { 200: ref(CostList), ...problems() },
    },
    config: { requires: 'analytics:read' },
    handler: (request) => costs.list(request.query),
  })

  app.post('/costs', {
    schema: {
      operationId: 'createCost',
      summary: 'Enter a cost from a day on: a share of revenue, per customer, per transaction or fixed',
      tags,
      body: CostCreate,
      response: { 201: ref(Cost), ...problems() },
    },
    config: { requires: 'costs:write' },
    handler: async (request, reply) => reply.status(201).send(await costs.create(request.body)),
  })

  app.post('/costs/:id/end', {
    schema: {
      operationId: 'endCost',
      summary: 'Say from which day on a cost is none, or correct that day',
      tags,
      params: IdParams,
      body: CostEnd,
      response: { 200: ref(Cost), ...problems('not_found') },
    },
    config: { requires: 'costs:write' },
    handler: (request) => costs.end(request.params.id, request.body),
  })
}
