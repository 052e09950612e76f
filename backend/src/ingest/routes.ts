import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type Stripe from 'stripe'
import { Type } from 'typebox'
import { runInScope, type Mode } from '../database/scope'
import { scopeOf } from '../accounts/service'
import { AppError } from '../errors'
import { object, problems } from '../http'
import { verifySignature } from '../stripe/signature'
import { receive } from './inbox'

/** Bytes; Stripe's events are far smaller. */
const MAX_BODY = 1024 * 1024

function parseEvent(raw: Buffer): Stripe.Event {
  try {
    const event = JSON.parse(raw.toString('utf8')) as Stripe.Event
    if (event.object === 'event' && typeof event.id === 'string' && typeof event.type === 'string')
      return event
  } catch (cause) {
    throw new AppError('invalid_request', 'The body is not JSON', { cause })
  }
  throw new AppError('invalid_request', 'The body is not a Stripe event')
}

/** The Stripe webhook. Its bytes are signed, so nothing parses them before the signature is checked. */
export const webhookRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { accounts, worker, clock, webhookSecrets } = app.services

  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_BODY }, (_request, body, done) =>
    done(null, body),
  )

  app.post('/webhooks/stripe', {
    schema: {
      operationId: 'receiveStripeWebhook',
      summary: "Stripe's events; acknowledged once they are stored",
      tags: ['Webhooks'],
      security: [],
      headers: Type.Object({ 'stripe-signature': Type.Optional(Type.String({ maxLength: 1000 })) }),
      response: {
        200: object({ received: Type.Boolean() }, { examples: [{ received: true }] }),
        ...problems('signature_invalid', 'account_unknown', 'database_unavailable'),
      },
    },
    config: { public: 'the signature is the credential', rateLimit: false },
    handler: async (request) => {
      const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      verifySignature(raw, request.headers['stripe-signature'], webhookSecrets(), clock.now())
      const event = parseEvent(raw)
      const mode: Mode = event.livemode ? 'live' : 'test'
      const account = await accounts.receiver(event.account, mode)
      if (!account)
        throw new AppError('account_unknown', 'The event is about an account that is not connected')
      await runInScope(scopeOf(account), () => receive(event, clock))
      worker.wake()
      return { received: true }
    },
  })
}
