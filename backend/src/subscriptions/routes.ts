import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { IdParams, problems, ref } from '../http'
import { SubscriptionProfile } from './schema'

export const subscriptionRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { subscriptions } = app.services

  app.get('/subscriptions/:id', {
    schema: {
      operationId: 'getSubscription',
      summary: 'A subscription with how its MRR changed, what tells it, and its discounts',
      tags: ['Customers'],
      params: IdParams,
      response: { 200: ref(SubscriptionProfile), ...problems('not_found') },
    },
    config: { requires: 'customers:read' },
    handler: (request) => subscriptions.profile(request.params.id),
  })
}
