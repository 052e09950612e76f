import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems, ref } from '../http'
import type { AccessToken } from '../plugins/principal'
import { AppSignIn, Refresh, SessionTokens, SignIn, ViewToken } from './schema'

/** Guessing is slow: attempts per address and minute. */
const rateLimit = { max: 20, timeWindow: 60_000 }

export const identityRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { identity } = app.services
  const sign = (token: AccessToken, options: { expiresIn: number; jti: string }) =>
    app.jwt.sign(token, { expiresIn: options.expiresIn * 1000, jti: options.jti })

  // the views sign the exact bytes they send
  const json = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    request.rawBody = body
    void json(request, body.toString('utf8'), done)
  })

  app.post('/auth/sessions', {
    schema: {
      operationId: 'createSession',
      summary: 'Sign in as an admin',
      tags: ['Sign-in'],
      security: [],
      body: SignIn,
      response: { 201: ref(SessionTokens), ...problems('wrong_credentials') },
    },
    config: { public: 'it is where one signs in', rateLimit },
    handler: async (request, reply) => {
      const { email, password } = request.body
      return reply.status(201).send(await identity.signIn(email, password, sign))
    },
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
    config: { public: 'the refresh token is the credential', rateLimit },
    handler: async (request, reply) =>
      reply.status(201).send(await identity.refresh(request.body.refresh_token, sign)),
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
    config: { public: 'the refresh token is the credential', rateLimit },
    handler: async (request, reply) => {
      await identity.signOut(request.body.refresh_token)
      return reply.status(204).send(null)
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
    config: { public: 'the signature is the credential', rateLimit: { max: 120, timeWindow: 60_000 } },
    handler: async (request, reply) => {
      const token = await identity.signInView(
        request.rawBody,
        request.headers['stripe-signature'],
        request.body,
        sign,
      )
      return reply.status(201).send(token)
    },
  })
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The exact bytes of the body, on routes that verify a signature. */
    rawBody: Buffer
  }
}
