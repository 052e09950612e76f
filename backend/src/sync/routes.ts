import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { problems, ref } from '../http'
import { Operation } from '../operations/schema'
import { Sync, SyncStart } from './schema'

export const syncRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { sync } = app.services

  app.get('/sync', {
    schema: {
      operationId: 'getSync',
      summary: 'How far the copy of the account has come, by resource',
      tags: ['Sync'],
      response: { 200: ref(Sync), ...problems() },
    },
    config: { requires: 'sync:read' },
    handler: () => sync.state(),
  })

  app.post('/sync', {
    schema: {
      operationId: 'startSync',
      summary: 'Read the account from Stripe; an interrupted run goes on where it stood',
      tags: ['Sync'],
      body: SyncStart,
      response: { 202: ref(Operation), ...problems() },
    },
    config: { requires: 'sync:run' },
    handler: async (request, reply) => reply.status(202).send(await sync.start(request.body)),
  })
}
