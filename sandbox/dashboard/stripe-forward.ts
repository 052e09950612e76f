import type { FastifyInstance } from 'fastify'
import type { PreviewConfig } from './config'

const FORWARDED = ['content-type', 'idempotency-key', 'stripe-version', 'stripe-account']
const METHODS = ['GET', 'POST', 'DELETE']

/** Forwards `/host/stripe/…` to the stand-in with its key, which never reaches the browser. */
export function forwardToStripe(server: FastifyInstance, config: PreviewConfig): void {
  server.route<{ Params: { '*': string } }>({
    method: ['GET', 'POST', 'DELETE'],
    url: '/host/stripe/*',
    handler: async (request, reply) => {
      const query = request.raw.url?.split('?')[1]
      const url = `${config.stripeApiBase}/${request.params['*']}${query ? `?${query}` : ''}`
      const headers: Record<string, string> = { authorization: `Bearer ${config.stripeSecretKey}` }
      for (const name of FORWARDED) {
        const value = request.headers[name]
        if (typeof value === 'string') headers[name] = value
      }
      const init: RequestInit = {
        method: METHODS.includes(request.method) ? request.method : 'GET',
        headers,
        signal: AbortSignal.timeout(20_000),
      }
      const { body } = request
      if (typeof body === 'string') init.body = body
      if (body instanceof Uint8Array) init.body = new Uint8Array(body)
      const answer = await fetch(url, init).catch(() => null)
      if (!answer) {
        return reply.code(502).send({ error: { message: 'The Stripe stand-in did not answer.' } })
      }
      for (const name of ['content-type', 'request-id', 'stripe-version']) {
        const value = answer.headers.get(name)
        if (value) reply.header(name, value)
      }
      return reply.code(answer.status).send(Buffer.from(await answer.arrayBuffer()))
    },
  })
}
