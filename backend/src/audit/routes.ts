import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { problems, ref } from '../http'
import { AuditEntryList, AuditEntryQuery } from './schema'

export const auditRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { audit } = app.services

  app.get('/audit_entries', {
    schema: {
      operationId: 'listAuditEntries',
      summary: 'What was changed, by whom, newest first',
      tags: ['Audit'],
      querystring: AuditEntryQuery,
      response: { 200: ref(AuditEntryList), ...problems() },
    },
    config: { requires: 'audit:read', workspace: true },
    handler: (request) => audit.list(request.query),
  })
}
