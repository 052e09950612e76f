import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { IdParams, object, PageQuery, problems, ref } from '../http'
import { Credential, CredentialChange, CredentialCreate, CredentialList } from './schema'

const tags = ['Credentials']
const asksStripe = ['stripe_credential_refused', 'stripe_busy', 'stripe_unavailable'] as const

export const credentialRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { credentials } = app.services

  app.get('/credentials', {
    schema: {
      operationId: 'listCredentials',
      summary: 'The keys by which the account is reached at Stripe, newest first; never the keys themselves',
      tags,
      querystring: object(PageQuery),
      response: { 200: ref(CredentialList) },
    },
    config: { requires: 'credentials:read' },
    handler: (request) => credentials.list(request.query),
  })

  app.get('/credentials/:id', {
    schema: {
      operationId: 'getCredential',
      summary: 'One credential, with what its key may do',
      tags,
      params: IdParams,
      response: { 200: ref(Credential), ...problems('not_found') },
    },
    config: { requires: 'credentials:read' },
    handler: (request) => credentials.get(request.params.id),
  })

  app.post('/credentials', {
    schema: {
      operationId: 'createCredential',
      summary: 'Add a key of the account; Stripe is asked whose it is and what it may do',
      tags,
      body: CredentialCreate,
      response: {
        201: ref(Credential),
        ...problems('stripe_key_refused', 'credential_known', ...asksStripe),
      },
    },
    config: { requires: 'credentials:write', stepUp: true },
    handler: async (request, reply) => reply.status(201).send(await credentials.add(request.body)),
  })

  app.patch('/credentials/:id', {
    schema: {
      operationId: 'changeCredential',
      summary: 'Put a credential in or out of force, rename it, or add a webhook signing secret',
      tags,
      params: IdParams,
      body: CredentialChange,
      response: { 200: ref(Credential), ...problems('not_found', 'credential_unreadable') },
    },
    config: { requires: 'credentials:write', stepUp: true },
    handler: (request) => credentials.change(request.params.id, request.body),
  })

  app.post('/credentials/:id/probe', {
    schema: {
      operationId: 'probeCredential',
      summary: 'Ask Stripe again what the key may do',
      tags,
      params: IdParams,
      response: { 200: ref(Credential), ...problems('not_found', 'credential_unreadable', ...asksStripe) },
    },
    config: { requires: 'credentials:write' },
    handler: (request) => credentials.reprobe(request.params.id),
  })

  app.delete('/credentials/:id', {
    schema: {
      operationId: 'deleteCredential',
      summary: 'Delete a credential that is not in force',
      tags,
      params: IdParams,
      response: { 204: Type.Null(), ...problems('not_found', 'credential_in_force') },
    },
    config: { requires: 'credentials:write', stepUp: true },
    handler: async (request, reply) => {
      await credentials.remove(request.params.id)
      return reply.status(204).send(null)
    },
  })
}
