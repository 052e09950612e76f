import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { IdParams, object, PageQuery, problems, ref } from '../http'
import { ApiKey, ApiKeyChange, ApiKeyCreate, ApiKeyList, ApiKeyRotate, NewApiKey } from './schema'

const tags = ['API keys']

export const apiKeyRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { apiKeys } = app.services

  app.get('/api_keys', {
    schema: {
      operationId: 'listApiKeys',
      summary: 'The keys of programs, newest first; never the keys themselves',
      tags,
      querystring: object(PageQuery),
      response: { 200: ref(ApiKeyList), ...problems() },
    },
    config: { requires: 'keys:read', workspace: true },
    handler: (request) => apiKeys.list(request.query),
  })

  app.get('/api_keys/:id', {
    schema: {
      operationId: 'getApiKey',
      summary: 'One key: what it may do now, from where, until when, and when it was last used',
      tags,
      params: IdParams,
      response: { 200: ref(ApiKey), ...problems('not_found') },
    },
    config: { requires: 'keys:read', workspace: true },
    handler: (request) => apiKeys.get(request.params.id),
  })

  app.post('/api_keys', {
    schema: {
      operationId: 'createApiKey',
      summary: 'Make a key that may do no more than you; it is shown once',
      tags,
      body: ApiKeyCreate,
      response: { 201: ref(NewApiKey), ...problems('role_exceeds_yours', 'too_many_keys') },
    },
    config: { requires: 'keys:write', workspace: true, stepUp: true, secretReply: true },
    handler: async ({ principal, body }, reply) =>
      reply.status(201).send(await apiKeys.create(principal, body)),
  })

  app.patch('/api_keys/:id', {
    schema: {
      operationId: 'changeApiKey',
      summary: 'Rename a key, or change from where and how often it may be used',
      tags,
      params: IdParams,
      body: ApiKeyChange,
      response: { 200: ref(ApiKey), ...problems('not_found') },
    },
    config: { requires: 'keys:write', workspace: true, stepUp: true },
    handler: ({ params, body }) => apiKeys.change(params.id, body),
  })

  app.post('/api_keys/:id/rotate', {
    schema: {
      operationId: 'rotateApiKey',
      summary: 'Replace a key; the present one stays good for some hours',
      tags,
      params: IdParams,
      body: ApiKeyRotate,
      response: { 201: ref(NewApiKey), ...problems('not_found', 'role_exceeds_yours') },
    },
    config: { requires: 'keys:write', workspace: true, stepUp: true, secretReply: true },
    handler: async ({ principal, params, body }, reply) =>
      reply.status(201).send(await apiKeys.rotate(principal, params.id, body)),
  })

  app.delete('/api_keys/:id', {
    schema: {
      operationId: 'revokeApiKey',
      summary: 'End a key at once',
      tags,
      params: IdParams,
      response: { 204: Type.Null(), ...problems('not_found') },
    },
    config: { requires: 'keys:write', workspace: true },
    handler: async ({ params }, reply) => {
      await apiKeys.revoke(params.id)
      return reply.status(204).send(null)
    },
  })
}
