import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { IdParams, problems, ref } from '../http'
import {
  CustomerErase,
  CustomerErasure,
  CustomerExport,
  CustomerList,
  CustomerMrr,
  CustomerProfile,
  CustomerQuery,
} from './schema'

const tags = ['Customers']
const config = { requires: 'customers:read' } as const

export const customerRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { customers, erasures } = app.services

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

  app.get('/customers/:id/export', {
    schema: {
      operationId: 'exportCustomer',
      summary: 'All that is kept about a customer; that it was asked for is in the trail',
      tags,
      params: IdParams,
      response: {
        200: {
          description: 'The file',
          content: { 'application/json': { schema: Type.Unsafe<Readable>(ref(CustomerExport)) } },
        },
        ...problems('not_found'),
      },
    },
    config: { requires: 'customers:export', stepUp: true },
    handler: async ({ params: { id } }, reply) =>
      reply
        .type('application/json')
        .header('content-disposition', 'attachment; filename="customer.json"')
        .send(Readable.from(await customers.export(id))),
  })

  app.post('/customers/:id/erase', {
    schema: {
      operationId: 'eraseCustomer',
      summary: 'Take away all that tells who a customer is; the figures stay. There is no way back',
      tags,
      params: IdParams,
      body: CustomerErase,
      response: {
        200: ref(CustomerErasure),
        ...problems(
          'not_found',
          'stripe_refused',
          'stripe_busy',
          'stripe_unavailable',
          'stripe_credential_refused',
          'stripe_permission_missing',
          'no_active_credential',
        ),
      },
    },
    config: { requires: 'customers:erase', stepUp: true },
    handler: (request) => erasures.erase(request.params.id, request.body),
  })
}
