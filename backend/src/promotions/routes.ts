import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { IdParams, problems, ref } from '../http'
import { modeOfAll } from '../plugins/principal'
import { Promotion, PromotionCreate, PromotionExpand, PromotionList, PromotionQuery } from './schema'

const tags = ['Promotions']
const stripeProblems = [
  'stripe_refused',
  'stripe_busy',
  'stripe_unavailable',
  'stripe_credential_refused',
  'stripe_permission_missing',
] as const

export const promotionRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { promotions } = app.services

  app.get('/promotions', {
    schema: {
      operationId: 'listPromotions',
      summary: 'Promotions with their redemptions, newest first; of all accounts together with account=all',
      tags,
      querystring: PromotionQuery,
      response: { 200: ref(PromotionList), ...problems() },
    },
    config: { requires: 'promotions:read', consolidates: true },
    handler: (request) => promotions.list(request.query, modeOfAll(request.principal)),
  })

  app.post('/promotions', {
    schema: {
      operationId: 'createPromotion',
      summary: 'Create a promotion: a coupon and a promotion code at Stripe',
      tags,
      body: PromotionCreate,
      response: { 201: ref(Promotion), ...problems('promotion_code_taken', ...stripeProblems) },
    },
    config: { requires: 'promotions:write' },
    handler: async (request, reply) =>
      reply.status(201).send(await promotions.create(request.body, request.idempotencyId)),
  })

  app.get('/promotions/:id', {
    schema: {
      operationId: 'getPromotion',
      summary: 'A promotion',
      tags,
      params: IdParams,
      querystring: PromotionExpand,
      response: { 200: ref(Promotion), ...problems('not_found') },
    },
    config: { requires: 'promotions:read' },
    handler: (request) => promotions.get(request.params.id, request.query['expand[]'] ?? []),
  })

  app.post('/promotions/:id/end', {
    schema: {
      operationId: 'endPromotion',
      summary: 'End a promotion: its code stops working, discounts already given go on',
      tags,
      params: IdParams,
      response: { 200: ref(Promotion), ...problems('not_found', 'promotion_ended', ...stripeProblems) },
    },
    config: { requires: 'promotions:write' },
    handler: (request) => promotions.end(request.params.id),
  })
}
