import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Approval } from '../approvals/schema'
import { IdParams, problems, ref } from '../http'
import {
  Invitation,
  InvitationCreate,
  InvitationList,
  InvitationQuery,
  Me,
  Member,
  MemberChange,
  MemberList,
  MemberMap,
  MemberQuery,
  PermissionList,
  Role,
  RoleChange,
  RoleCreate,
  RoleList,
} from './schema'

const tags = ['Team']

export const teamRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { team } = app.services
  const { invitations, roles } = team

  app.get('/me', {
    schema: {
      operationId: 'getMe',
      summary: 'Who is asking, about which account, with which permissions',
      tags,
      response: { 200: ref(Me), ...problems('account_unknown') },
    },
    config: { requires: 'settings:read' },
    handler: (request) => team.me(request.principal),
  })

  app.get('/members', {
    schema: {
      operationId: 'listMembers',
      summary: 'The members of the workspace, newest first',
      tags,
      querystring: MemberQuery,
      response: { 200: ref(MemberList), ...problems() },
    },
    config: { requires: 'team:read', workspace: true },
    handler: (request) => team.list(request.query),
  })

  app.get('/members/:id', {
    schema: {
      operationId: 'getMember',
      summary: 'A member',
      tags,
      params: IdParams,
      response: { 200: ref(Member), ...problems('not_found') },
    },
    config: { requires: 'team:read', workspace: true },
    handler: (request) => team.get(request.params.id),
  })

  app.patch('/members/:id', {
    schema: {
      operationId: 'changeMember',
      summary: 'Give a member another role or name; it counts from the next request on',
      description: 'A role that gives rights waits for a second person (202) where the workspace wants one.',
      tags,
      params: IdParams,
      body: MemberChange,
      response: {
        200: ref(Member),
        202: ref(Approval),
        ...problems('not_found', 'role_exceeds_yours', 'last_owner', 'too_many_approvals'),
      },
    },
    config: { requires: 'team:write', workspace: true, stepUp: true },
    handler: async ({ principal, params, body }, reply) => {
      const done = await team.changeMember(principal, params.id, body)
      return done.object === 'approval' ? reply.status(202).send(done) : done
    },
  })

  app.post('/members/:id/deactivate', {
    schema: {
      operationId: 'deactivateMember',
      summary: "End a member's access and sessions at once",
      tags,
      params: IdParams,
      response: { 200: ref(Member), ...problems('not_found', 'role_exceeds_yours', 'last_owner') },
    },
    config: { requires: 'team:write', workspace: true },
    handler: ({ principal, params }) => team.deactivate(principal, params.id),
  })

  app.post('/members/:id/reactivate', {
    schema: {
      operationId: 'reactivateMember',
      summary: 'Give a deactivated member access again',
      tags,
      params: IdParams,
      response: { 200: ref(Member), ...problems('not_found', 'role_exceeds_yours') },
    },
    config: { requires: 'team:write', workspace: true, stepUp: true },
    handler: ({ principal, params }) => team.reactivate(principal, params.id),
  })

  app.post('/members/:id/map', {
    schema: {
      operationId: 'mapMember',
      summary:
        'Decide who a Stripe user is: give them a role, or tie them to a member who signs in by password',
      tags,
      params: IdParams,
      body: MemberMap,
      response: {
        200: ref(Member),
        202: ref(Approval),
        ...problems('not_found', 'not_stripe_user', 'role_exceeds_yours', 'too_many_approvals'),
      },
    },
    config: { requires: 'team:write', workspace: true, stepUp: true },
    handler: async ({ principal, params, body }, reply) => {
      const done = await team.mapStripeUser(principal, params.id, body)
      return done.object === 'approval' ? reply.status(202).send(done) : done
    },
  })

  app.post('/members/:id/unmap', {
    schema: {
      operationId: 'unmapMember',
      summary: 'Let the roles in the Stripe Dashboard decide again, from their next visit on',
      tags,
      params: IdParams,
      response: { 200: ref(Member), ...problems('not_found', 'not_stripe_user', 'role_exceeds_yours') },
    },
    config: { requires: 'team:write', workspace: true, stepUp: true },
    handler: ({ principal, params }) => team.unmapStripeUser(principal, params.id),
  })

  app.get('/invitations', {
    schema: {
      operationId: 'listInvitations',
      summary: 'Who was invited, newest first; ended ones are kept for 30 days',
      tags,
      querystring: InvitationQuery,
      response: { 200: ref(InvitationList), ...problems() },
    },
    config: { requires: 'team:read', workspace: true },
    handler: (request) => invitations.list(request.query),
  })

  app.post('/invitations', {
    schema: {
      operationId: 'createInvitation',
      summary: 'Invite an address; the link in the answer is good once, for 7 days',
      description:
        'Send the link yourself; it is shown once. Inviting the same address again replaces the former link. A link ' +
        'stops working when whoever made it could no longer do so.',
      tags,
      body: InvitationCreate,
      response: {
        201: ref(Invitation),
        ...problems('role_exceeds_yours', 'email_taken', 'four_eyes_required'),
      },
    },
    config: { requires: 'team:write', workspace: true, stepUp: true, secretReply: true },
    handler: async ({ principal, body }, reply) =>
      reply.status(201).send(await invitations.create(principal, body)),
  })

  app.post('/invitations/:id/revoke', {
    schema: {
      operationId: 'revokeInvitation',
      summary: 'Take an invitation back: its link stops working',
      tags,
      params: IdParams,
      response: {
        200: ref(Invitation),
        ...problems('not_found', 'role_exceeds_yours', 'invitation_ended'),
      },
    },
    config: { requires: 'team:write', workspace: true },
    handler: ({ principal, params }) => invitations.revoke(principal, params.id),
  })

  app.get('/permissions', {
    schema: {
      operationId: 'listPermissions',
      summary: 'What can be allowed',
      tags,
      response: { 200: ref(PermissionList), ...problems() },
    },
    config: { requires: 'settings:read', workspace: true },
    handler: () => team.permissions(),
  })

  app.get('/roles', {
    schema: {
      operationId: 'listRoles',
      summary: 'The roles, the permissions they are made of and their limits',
      tags,
      response: { 200: ref(RoleList), ...problems() },
    },
    config: { requires: 'team:read', workspace: true },
    handler: () => roles.list(),
  })

  app.get('/roles/:id', {
    schema: {
      operationId: 'getRole',
      summary: 'A role',
      tags,
      params: IdParams,
      response: { 200: ref(Role), ...problems('not_found') },
    },
    config: { requires: 'team:read', workspace: true },
    handler: (request) => roles.get(request.params.id),
  })

  app.post('/roles', {
    schema: {
      operationId: 'createRole',
      summary: 'Create a role that holds no more than your own',
      tags,
      body: RoleCreate,
      response: {
        201: ref(Role),
        ...problems('role_exceeds_yours', 'role_name_taken', 'too_many_roles'),
      },
    },
    config: { requires: 'roles:write', workspace: true, stepUp: true },
    handler: async ({ principal, body }, reply) =>
      reply.status(201).send(await roles.create(principal, body)),
  })

  app.patch('/roles/:id', {
    schema: {
      operationId: 'changeRole',
      summary: 'Change a custom role for all who hold it, from their next request on',
      tags,
      params: IdParams,
      body: RoleChange,
      response: {
        200: ref(Role),
        ...problems(
          'not_found',
          'role_built_in',
          'role_exceeds_yours',
          'role_name_taken',
          'four_eyes_required',
        ),
      },
    },
    config: { requires: 'roles:write', workspace: true, stepUp: true },
    handler: ({ principal, params, body }) => roles.change(principal, params.id, body),
  })

  app.delete('/roles/:id', {
    schema: {
      operationId: 'deleteRole',
      summary: 'Delete a custom role that nobody holds',
      tags,
      params: IdParams,
      response: {
        204: Type.Null(),
        ...problems('not_found', 'role_built_in', 'role_exceeds_yours', 'role_in_use'),
      },
    },
    config: { requires: 'roles:write', workspace: true, stepUp: true },
    handler: async ({ principal, params }, reply) => {
      await roles.remove(principal, params.id)
      return reply.status(204).send(null)
    },
  })
}
