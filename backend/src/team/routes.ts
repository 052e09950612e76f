import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { problems, ref } from '../http'
import { Me, MemberList, MemberQuery, RoleList } from './schema'

export const teamRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { team } = app.services

  app.get('/me', {
    schema: {
      operationId: 'getMe',
      summary: 'Who is asking, about which account, with which permissions',
      tags: ['Team'],
      response: { 200: ref(Me), ...problems('account_unknown') },
    },
    config: { requires: 'settings:read' },
    handler: (request) => team.me(request.principal),
  })

  app.get('/members', {
    schema: {
      operationId: 'listMembers',
      summary: 'The members of the workspace, newest first',
      tags: ['Team'],
      querystring: MemberQuery,
      response: { 200: ref(MemberList), ...problems() },
    },
    config: { requires: 'team:read', workspace: true },
    handler: (request) => team.list(request.query),
  })

  app.get('/roles', {
    schema: {
      operationId: 'listRoles',
      summary: 'The roles and the permissions they are made of',
      tags: ['Team'],
      response: { 200: ref(RoleList), ...problems() },
    },
    config: { requires: 'team:read', workspace: true },
    handler: () => team.roles(),
  })
}
