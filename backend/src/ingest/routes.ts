import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type Stripe from 'stripe'
import { Type } from 'typebox'
import type { AccountDocument } from '../accounts/model'
import { MODES, runInScope } from '../database/scope'
import { scopeOf } from '../accounts/service'
import { AppError } from '../errors'
import { object, oneOf, problems } from '../http'
import { verifySignature } from '../stripe/signature'

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
  const { accounts, credentials, inbox, worker, clock, webhookSecrets } = app.services

  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_BODY }, (_request, body, done) =>
    done(null, body),
  )

  const schema = {
    tags: ['Webhooks'],
    security: [],
    headers: Type.Object({ 'stripe-signature': Type.Optional(Type.String({ maxLength: 1000 })) }),
    response: {
      200: object({ received: Type.Boolean() }, { examples: [{ received: true }] }),
      ...problems('signature_invalid', 'account_unknown', 'database_unavailable'),
    },
  }
  const config = { public: 'the signature is the credential', rateLimit: false as const }

  const rawOf = ({ body }: { body: unknown }): Buffer => (Buffer.isBuffer(body) ? body : Buffer.alloc(0))

  /** Stores an event that came to the address of `platform`, for whom it is about. */
  async function take(platform: AccountDocument | null, event: Stripe.Event) {
    // that an account installed or removed the app concerns the app's own account first
    const named = event.type.startsWith('account.application.') ? undefined : event.account
    const account = platform && (await accounts.receiver(platform, named))
    if (!account) throw new AppError('account_unknown', 'The event is about an account that is not connected')
    await runInScope(scopeOf(account), () => inbox.receive(event))
    worker.wake()
    return { received: true }
  }

  app.post('/webhooks/stripe/:account/:mode', {
    schema: {
      ...schema,
      operationId: 'receiveAccountWebhook',
      summary:
        "One account's events, and those of accounts connected to it; acknowledged once they are stored",
      params: object({ account: Type.String({ maxLength: 255 }), mode: oneOf(MODES) }),
    },
    config,
    handler: async (request) => {
      const raw = rawOf(request)
      const account = await accounts.find(request.params.account, request.params.mode)
      const secrets = account ? await runInScope(scopeOf(account), () => credentials.webhookSecrets()) : []
      verifySignature(raw, request.headers['stripe-signature'], secrets, clock.now())
      return take(account, parseEvent(raw))
    },
  })

  app.post('/webhooks/stripe', {
    schema: {
      ...schema,
      operationId: 'receiveStripeWebhook',
      summary: "The events of STRIPE_SECRET_KEY's account; acknowledged once they are stored",
    },
    config,
    handler: async (request) => {
      const raw = rawOf(request)
      verifySignature(raw, request.headers['stripe-signature'], webhookSecrets(), clock.now())
      const event = parseEvent(raw)
      return take(await accounts.first(event.livemode ? 'live' : 'test'), event)
    },
  })
}
