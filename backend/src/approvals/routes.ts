import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { IdParams, problems, ref } from '../http'
import { Approval, ApprovalList, ApprovalQuery, Rejection } from './schema'

const tags = ['Approvals']
const deciding = ['not_found', 'approval_own', 'approval_ended', 'role_exceeds_yours'] as const

export const approvalRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { approvals } = app.services

  app.get('/approvals', {
    schema: {
      operationId: 'listApprovals',
      summary: 'What was asked for and needs a second person, newest first',
      tags,
      querystring: ApprovalQuery,
      response: { 200: ref(ApprovalList), ...problems() },
    },
    config: { requires: 'approvals:read', workspace: true },
    handler: (request) => approvals.list(request.query),
  })

  app.get('/approvals/:id', {
    schema: {
      operationId: 'getApproval',
      summary: 'What was asked for, and what became of it',
      tags,
      params: IdParams,
      response: { 200: ref(Approval), ...problems('not_found') },
    },
    config: { requires: 'approvals:read', workspace: true },
    handler: (request) => approvals.get(request.params.id),
  })

  app.post('/approvals/:id/approve', {
    schema: {
      operationId: 'approve',
      summary: 'Approve what somebody else asked for; it is done at once',
      description:
        'You need the right to do it by yourself. The answer says what became of it: `executed`, `failed` with the ' +
        'reason, or `approved` where it broke on the way and is tried again each hour.',
      tags,
      params: IdParams,
      response: { 200: ref(Approval), ...problems(...deciding) },
    },
    config: { requires: 'approvals:decide', workspace: true, stepUp: true },
    handler: ({ principal, params }) => approvals.approve(principal, params.id),
  })

  app.post('/approvals/:id/reject', {
    schema: {
      operationId: 'reject',
      summary: 'Reject what somebody else asked for, and say why',
      tags,
      params: IdParams,
      body: Rejection,
      response: { 200: ref(Approval), ...problems(...deciding) },
    },
    config: { requires: 'approvals:decide', workspace: true },
    handler: ({ principal, params, body }) => approvals.reject(principal, params.id, body?.reason),
  })

  app.post('/approvals/:id/cancel', {
    schema: {
      operationId: 'cancelApproval',
      summary: 'Take back what you asked for',
      tags,
      params: IdParams,
      response: { 200: ref(Approval), ...problems('not_found', 'approval_ended') },
    },
    config: { requires: 'approvals:read', workspace: true },
    handler: ({ principal, params }) => approvals.cancel(principal, params.id),
  })
}
