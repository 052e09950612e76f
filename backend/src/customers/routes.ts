import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { IdParams, problems, ref } from '../http'
import { CustomerList, CustomerMrr, CustomerProfile, CustomerQuery } from './schema'

const tags = ['Customers']
const config = { requires: 'customers:read' } as const

export const customerRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { customers } = app.services

  app.get('/customers', {
    schema: {
      operationId: 'listCustomers',
      summary: 'Customers by their ids, descending',
      tags,
      querystring: CustomerQuery,
      response: { 200: ref(CustomerList), ...problems() },
    },
    config,
    handler: (request) => customers.list(request.query),
  })

  app.get('/customers/:id', {
    schema: {
      operationId: 'getCustomer',
      summary: 'A customer with MRR, lifetime revenue and subscriptions',
      tags,
      params: IdParams,
      response: { 200: ref(CustomerProfile), ...problems('not_found') },
    },
    config,
    handler: (request) => customers.profile(request.params.id),
  })

  app.get('/customers/:id/mrr', {
    schema: {
      operationId: 'getCustomerMrr',
      summary: "How a customer's MRR changed",
      tags,
      params: IdParams,
      response: { 200: ref(CustomerMrr), ...problems('not_found') },
    },
    config,
    handler: (request) => customers.mrrHistory(request.params.id),
  })
}
