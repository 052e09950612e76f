import { Readable } from 'node:stream'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems, ref } from '../http'
import { FAULTS } from './chain'
import {
  AuditEntryList,
  AuditEntryQuery,
  AuditExportQuery,
  AuditVerification,
  AuditVerificationQuery,
  EXPORT_TYPES,
} from './schema'

const file = Type.Unsafe<Readable>({ type: 'string' })
const EXPORT_CONTENT = {
  'text/csv': {
    schema: file,
    example: 'time,action,…\r\n"2026-11-21T10:00:00.000Z","role.created",…\r\n',
  },
  'application/x-ndjson': { schema: file, example: '{"id":"aud_…","object":"audit_entry",…}\n' },
}

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

  app.get('/audit_entries/export', {
    schema: {
      operationId: 'exportAuditEntries',
      summary: 'The entries that match as a file, the oldest first; that it was asked for is in the trail',
      tags: ['Audit'],
      querystring: AuditExportQuery,
      response: { 200: { description: 'The file', content: EXPORT_CONTENT }, ...problems() },
    },
    config: { requires: 'audit:export', workspace: true },
    handler: async ({ query: { format, ...filter } }, reply) =>
      reply
        .type(EXPORT_TYPES[format])
        .header('content-disposition', `attachment; filename="audit.${format}"`)
        .send(Readable.from(await audit.export(format, filter))),
  })

  app.get('/audit_entries/verification', {
    schema: {
      operationId: 'verifyAuditTrail',
      summary: 'Whether the trail is what was sealed, and the first entry that is not; a stretch at a time',
      tags: ['Audit'],
      querystring: AuditVerificationQuery,
      response: { 200: ref(AuditVerification), ...problems() },
    },
    config: { requires: 'audit:read', workspace: true },
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
