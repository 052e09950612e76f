import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { problems, ref } from '../http'
import { CustomerRiskList, RiskQuery } from './schema'

export const riskRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { risk } = app.services

  app.get('/analytics/risk', {
    schema: {
      operationId: 'listCustomerRisks',
      summary: 'Customers by the money at risk, with the reasons, and how well the score did on known months',
      tags: ['Analytics'],
      querystring: RiskQuery,
      response: { 200: ref(CustomerRiskList), ...problems() },
    },
    config: { requires: 'analytics:read' },
    handler: (request) => risk.list(request.query),
  })
}
