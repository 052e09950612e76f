import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { MODES } from '../database/scope'
import { IdParams, object, oneOf, problems, ref } from '../http'
import {
  Account,
  AccountConnect,
  AccountList,
  Disconnect,
  Disconnected,
  InstallationState,
  OnboardingLink,
} from './schema'

const tags = ['Accounts']
/** An account may be connected in live and in test mode: those are two. */
const querystring = object({ mode: Type.Optional(oneOf(MODES)) })
const asksStripe = [
  'stripe_credential_refused',
  'stripe_permission_missing',
  'stripe_refused',
  'stripe_busy',
  'stripe_unavailable',
] as const

export const onboardingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { onboarding } = app.services

  app.get('/accounts', {
    schema: {
      operationId: 'listAccounts',
      summary: 'The Stripe accounts of the workspace, the first connected one first',
      tags,
      response: { 200: ref(AccountList) },
    },
    config: { requires: 'accounts:read', workspace: true },
    handler: () => onboarding.list(),
  })

  app.get('/accounts/:id', {
    schema: {
      operationId: 'getAccount',
      summary:
        'One account: how it is reached, what its key lacks, how far it is read, what Stripe still asks of it',
      tags,
      params: IdParams,
      querystring,
      response: { 200: ref(Account), ...problems('not_found') },
    },
    config: { requires: 'accounts:read', workspace: true },
    handler: (request) => onboarding.get(request.params.id, request.query.mode),
  })

  app.post('/accounts', {
    schema: {
      operationId: 'connectAccount',
      summary: 'Connect an account by its key, or make a new one through Connect',
      description:
        'By key: Stripe is asked whose the key is and what it may do; webhooks are registered where it may. Through ' +
        'Connect: the account of the request is the platform; send the owner on by an onboarding link.',
      tags,
      body: AccountConnect,
      response: {
        201: ref(Account),
        ...problems(
          'account_taken',
          'account_erasing',
          'stripe_key_refused',
          'credential_known',
          'platform_missing',
          ...asksStripe,
        ),
      },
    },
    config: { requires: 'accounts:write', workspace: true, stepUp: true },
    handler: async (request, reply) => {
      const { body } = request
      const account =
        body.via === 'key'
          ? await onboarding.byKey(body)
          : await onboarding.throughConnect(body, request.idempotencyId)
      onboarding.begin(account)
      return reply.status(201).send(await onboarding.shown(account))
    },
  })

  app.post('/accounts/:id/onboarding_links', {
    schema: {
      operationId: 'createOnboardingLink',
      summary: "A fresh link to Stripe's onboarding of an account that was made through Connect",
      tags,
      params: IdParams,
      querystring,
      response: { 201: ref(OnboardingLink), ...problems('not_found', 'no_active_credential', ...asksStripe) },
    },
    config: { requires: 'accounts:write', workspace: true, secretReply: true },
    handler: async (request, reply) =>
      reply.status(201).send(await onboarding.link(request.params.id, request.query.mode)),
  })

  app.post('/installations', {
    schema: {
      operationId: 'createInstallationState',
      summary: "What the app's install link must carry so that the installation finds this workspace",
      tags,
      response: { 201: ref(InstallationState), ...problems('platform_missing') },
    },
    config: { requires: 'accounts:write', secretReply: true },
    handler: async (_request, reply) => reply.status(201).send(await onboarding.installationState()),
  })

  app.post('/accounts/:id/disconnect', {
    schema: {
      operationId: 'disconnectAccount',
      summary: 'End the connection: keys are forgotten, webhooks taken back, the data kept or erased',
      tags,
      params: IdParams,
      querystring,
      body: Disconnect,
      response: { 200: ref(Disconnected), ...problems('not_found', 'platform_in_use') },
    },
    config: { requires: 'accounts:disconnect', workspace: true, stepUp: true },
    handler: (request) => onboarding.disconnect(request.params.id, request.body.data, request.query.mode),
  })
}
