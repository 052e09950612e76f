import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { IdParams, problems, ref } from '../http'
import { Operation, OperationList, OperationQuery } from './schema'

export const operationRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { operations } = app.services

  app.get('/operations', {
    schema: {
      operationId: 'listOperations',
      summary: 'Long work of this account, newest first',
      tags: ['Operations'],
      querystring: OperationQuery,
      response: { 200: ref(OperationList), ...problems() },
    },
    config: { requires: 'operations:read' },
    handler: (request) => operations.list(request.query),
  })

  app.get('/operations/:id', {
    schema: {
      operationId: 'getOperation',
      summary: 'How far an operation is',
      tags: ['Operations'],
      params: IdParams,
      response: { 200: ref(Operation), ...problems('not_found') },
    },
    config: { requires: 'operations:read' },
    handler: (request) => operations.get(request.params.id),
  })

  app.post('/operations/:id/cancel', {
    schema: {
      operationId: 'cancelOperation',
      summary: 'Ask an operation to stop at its next step',
      tags: ['Operations'],
      params: IdParams,
      response: { 200: ref(Operation), ...problems('not_found', 'operation_ended') },
    },
    config: { requires: 'operations:cancel' },
    handler: (request) => operations.cancel(request.params.id),
  })
}
