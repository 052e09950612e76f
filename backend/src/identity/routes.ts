import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { IdParams, problems, ref } from '../http'
import {
  AppSignIn,
  FreshToken,
  PasswordChange,
  PasswordReset,
  RecoveryCodes,
  Refresh,
  ResetRequest,
  ResetRequested,
  RevokedSessions,
  SecondFactor,
  SecondFactorConfirmation,
  SecondFactorEnrolment,
  Security,
  SecurityChange,
  SessionList,
  SessionQuery,
  SessionTokens,
  SignIn,
  StepUp,
  ViewToken,
} from './schema'

/** Requests of one address in a minute, where a password may be guessed and where a secret of 256 bits may not. */
const guessable = { max: 20, timeWindow: 60_000 }
const unguessable = { max: 120, timeWindow: 60_000 }

export const identityRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { identity, accounts } = app.services
  const { sessions, secondFactors } = identity

  app.post('/auth/sessions', {
    schema: {
      operationId: 'createSession',
      summary: 'Sign in as an admin',
      tags: ['Sign-in'],
      security: [],
      body: SignIn,
      response: {
        201: ref(SessionTokens),
        ...problems('wrong_credentials', 'second_factor_needed', 'sign_in_throttled'),
      },
    },
    config: { public: 'it is where one signs in', rateLimit: guessable },
    handler: async (request, reply) =>
      reply.status(201).send(await identity.signIn(request.body, app.signToken)),
  })

  app.post('/auth/sessions/refresh', {
    schema: {
      operationId: 'refreshSession',
      summary: 'Spend a refresh token for new tokens',
      tags: ['Sign-in'],
      security: [],
      body: Refresh,
      response: { 201: ref(SessionTokens), ...problems('session_ended') },
    },
    config: { public: 'the refresh token is the credential', rateLimit: unguessable },
    handler: async (request, reply) =>
      reply.status(201).send(await identity.refresh(request.body.refresh_token, app.signToken)),
  })

  app.post('/auth/sessions/end', {
    schema: {
      operationId: 'endSession',
      summary: 'Sign out',
      tags: ['Sign-in'],
      security: [],
      body: Refresh,
      response: { 204: Type.Null(), ...problems() },
    },
    config: { public: 'the refresh token is the credential', rateLimit: unguessable },
    handler: async (request, reply) => {
      await sessions.signOut(request.body.refresh_token)
      return reply.status(204).send(null)
    },
  })

  app.get('/auth/sessions', {
    schema: {
      operationId: 'listSessions',
      summary: 'Where one is signed in, newest first',
      tags: ['Sign-in'],
      querystring: SessionQuery,
      response: { 200: ref(SessionList), ...problems() },
    },
    config: { session: true, fromViews: true },
    handler: ({ principal, query }) => sessions.list(principal, query),
  })

  app.post('/auth/sessions/:id/revoke', {
    schema: {
      operationId: 'revokeSession',
      summary: 'End one of the own sessions',
      tags: ['Sign-in'],
      params: IdParams,
      response: { 204: Type.Null(), ...problems('not_found') },
    },
    config: { session: true, fromViews: true },
    handler: async ({ principal, params }, reply) => {
      await sessions.revoke(principal, params.id)
      return reply.status(204).send(null)
    },
  })

  app.post('/auth/sessions/revoke_others', {
    schema: {
      operationId: 'revokeOtherSessions',
      summary: 'End all of the own sessions but this one',
      tags: ['Sign-in'],
      response: { 200: ref(RevokedSessions), ...problems() },
    },
    config: { session: true, fromViews: true },
    handler: async ({ principal }) => ({
      object: 'revoked_sessions' as const,
      count: await sessions.revokeOthers(principal),
    }),
  })

  app.post('/auth/password', {
    schema: {
      operationId: 'changePassword',
      summary: 'Change the own password; all other sessions end',
      tags: ['Sign-in'],
      body: PasswordChange,
      response: {
        204: Type.Null(),
        ...problems('wrong_credentials', 'password_guessable', 'sign_in_throttled'),
      },
    },
    config: { session: true, rateLimit: guessable },
    handler: async ({ principal, body }, reply) => {
      await identity.changePassword(principal, body.current_password, body.password)
      return reply.status(204).send(null)
    },
  })

  app.post('/auth/password_resets', {
    schema: {
      operationId: 'requestPasswordReset',
      summary: 'Ask those who may make the link for a new password',
      tags: ['Sign-in'],
      security: [],
      body: ResetRequest,
      response: { 202: ref(ResetRequested), ...problems() },
    },
    config: { public: 'whoever forgot the password cannot sign in', rateLimit: guessable },
    handler: async (request, reply) => {
      await identity.requestReset(request.body.email)
      return reply.status(202).send({ object: 'password_reset_request' as const })
    },
  })

  app.post('/members/:id/password_reset', {
    schema: {
      operationId: 'createPasswordReset',
      summary: 'A link by which a member sets a new password: good once, for an hour',
      tags: ['Team'],
      params: IdParams,
      response: {
        201: ref(PasswordReset),
        ...problems('not_found', 'role_exceeds_yours', 'step_up_needed', 'signature_needed'),
      },
    },
    config: { requires: 'team:write', workspace: true, stepUp: true, secretReply: true },
    handler: async ({ principal, params }, reply) =>
      reply.status(201).send(await identity.resetLinkBy(principal, params.id)),
  })

  app.post('/auth/step_up', {
    schema: {
      operationId: 'stepUp',
      summary: 'Prove again who you are, for what needs a fresh proof',
      tags: ['Sign-in'],
      body: StepUp,
      response: {
        201: ref(FreshToken),
        ...problems('wrong_credentials', 'second_factor_needed', 'sign_in_throttled'),
      },
    },
    config: { session: true, secretReply: true, rateLimit: guessable },
    handler: async ({ principal, body }, reply) =>
      reply.status(201).send(await identity.stepUp(principal, body, app.signToken)),
  })

  app.get('/auth/second_factor', {
    schema: {
      operationId: 'getSecondFactor',
      summary: 'Whether you sign in with a second factor, and whether you must',
      tags: ['Sign-in'],
      response: { 200: ref(SecondFactor), ...problems() },
    },
    config: { session: true, fromViews: true },
    handler: async ({ principal }) =>
      secondFactors.state(principal, await accounts.requiresSecondFactor(principal.workspaceId)),
  })

  app.post('/auth/second_factor', {
    schema: {
      operationId: 'beginSecondFactor',
      summary: 'Set up an authenticator app: a seed, which counts once a code confirms it',
      tags: ['Sign-in'],
      response: { 201: ref(SecondFactorEnrolment), ...problems('second_factor_active', 'step_up_needed') },
    },
    config: { session: true, fromViews: true, stepUp: true, secretReply: true },
    handler: async ({ principal }, reply) =>
      reply.status(201).send(await identity.beginSecondFactor(principal)),
  })

  app.post('/auth/second_factor/confirm', {
    schema: {
      operationId: 'confirmSecondFactor',
      summary: 'Turn the second factor on; all other sessions end',
      tags: ['Sign-in'],
      body: SecondFactorConfirmation,
      response: { 200: ref(RecoveryCodes), ...problems('second_factor_none') },
    },
    config: { session: true, fromViews: true, secretReply: true, rateLimit: guessable },
    handler: async ({ principal, body }) => ({
      object: 'recovery_codes' as const,
      codes: await secondFactors.confirm(principal, body.totp),
    }),
  })

  app.post('/auth/second_factor/recovery_codes', {
    schema: {
      operationId: 'renewRecoveryCodes',
      summary: 'New recovery codes in place of all earlier ones',
      tags: ['Sign-in'],
      response: { 200: ref(RecoveryCodes), ...problems('second_factor_none', 'step_up_needed') },
    },
    config: { session: true, stepUp: true, secretReply: true },
    handler: async ({ principal }) => ({
      object: 'recovery_codes' as const,
      codes: await secondFactors.renewCodes(principal),
    }),
  })

  app.post('/auth/second_factor/remove', {
    schema: {
      operationId: 'removeSecondFactor',
      summary: 'Sign in without a second factor again; all other sessions end',
      tags: ['Sign-in'],
      response: { 204: Type.Null(), ...problems('second_factor_none', 'step_up_needed') },
    },
    config: { session: true, stepUp: true },
    handler: async ({ principal }, reply) => {
      await secondFactors.remove(principal)
      return reply.status(204).send(null)
    },
  })

  app.get('/security', {
    schema: {
      operationId: 'getSecurity',
      summary: 'What the workspace asks of its members',
      tags: ['Team'],
      response: { 200: ref(Security), ...problems() },
    },
    config: { requires: 'settings:read', workspace: true },
    handler: async ({ principal }) => ({
      object: 'security' as const,
      require_second_factor: await accounts.requiresSecondFactor(principal.workspaceId),
    }),
  })

  app.patch('/security', {
    schema: {
      operationId: 'changeSecurity',
      summary: 'Require a second factor of all members who sign in here, or no longer',
      tags: ['Team'],
      body: SecurityChange,
      response: {
        200: ref(Security),
        ...problems('second_factor_none', 'step_up_needed', 'signature_needed'),
      },
    },
    config: { requires: 'security:write', workspace: true, stepUp: true },
    handler: async ({ principal, body }) => {
      const { require_second_factor } = body
      await identity.requireSecondFactor(principal, require_second_factor)
      return { object: 'security' as const, require_second_factor }
    },
  })

  app.post('/auth/stripe-app', {
    schema: {
      operationId: 'createViewToken',
      summary: 'Sign in from the views: the body is the exact text that Stripe signed',
      tags: ['Sign-in'],
      security: [],
      headers: Type.Object({ 'stripe-signature': Type.Optional(Type.String({ maxLength: 1000 })) }),
      body: AppSignIn,
      response: {
        201: ref(ViewToken),
        ...problems(
          'signature_invalid',
          'signature_replayed',
          'account_unknown',
          'role_unknown',
          'member_deactivated',
        ),
      },
    },
    config: { public: 'the signature is the credential', fromViews: true, rateLimit: unguessable },
    handler: async (request, reply) => {
      const token = await identity.signInView(
        request.rawBody ?? Buffer.alloc(0),
        request.headers['stripe-signature'],
        request.body,
        app.signToken,
      )
      return reply.status(201).send(token)
    },
  })
}
