import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { problems, ref } from '../http'
import { FAULTS } from './chain'
import { AuditEntryList, AuditEntryQuery, AuditVerification, AuditVerificationQuery } from './schema'

export const auditRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { audit, verifier } = app.services

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

  app.get('/audit_entries/verification', {
    schema: {
      operationId: 'verifyAuditTrail',
      summary: 'Whether the trail is what was sealed, and the first entry that is not; a stretch at a time',
      tags: ['Audit'],
      querystring: AuditVerificationQuery,
      response: { 200: ref(AuditVerification), ...problems() },
    },
    config: { requires: 'audit:read' },
    handler: async (request): Promise<AuditVerification> => {
      const { from, to, fault, vouched, unsealed, next } = await verifier.verify(request.query)
      return {
        object: 'audit_verification',
        from,
        to,
        holds: fault === null,
        fault: fault && { ...fault, detail: FAULTS[fault.reason] },
        vouched,
        unsealed,
        next_from: next,
      }
    },
  })
}
