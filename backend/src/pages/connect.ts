/** Where people arrive who come back from Stripe: after onboarding, and after installing the app. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { object } from '../http'
import { html, page } from './layout'

const State = Type.String({ minLength: 1, maxLength: 1000 })
const Query = object({ state: State })
const config = { public: 'the sealed state in the link is the credential' }
const htmlType = 'text/html; charset=utf-8'

export const connectPages: FastifyPluginAsyncTypebox = async (app) => {
  const { onboarding } = app.services
  app.addHook('onSend', (_request, reply, payload, done) => {
    reply.headers({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' })
    done(null, payload)
  })

  app.get('/connect/return', {
    schema: { hide: true, querystring: Query },
    config,
    handler: async (request, reply) => {
      const { name, onboarding: standing } = await onboarding.returned(request.query.state)
      const due = [...new Set([...standing.past_due, ...standing.currently_due])]
      const done = html`<p>${name} is set up. You can close this page.</p>`
      const asked = html`<p>Stripe still asks for this before ${name} can be paid:</p>
        <ul>
          ${due.map((field) => html`<li><code>${field}</code></li>`)}
        </ul>
        <p>
          <a href="/connect/refresh?state=${encodeURIComponent(request.query.state)}">Go on at Stripe</a>
        </p>`
      return reply.type(htmlType).send(page('Back from Stripe', due.length === 0 ? done : asked))
    },
  })

  app.get('/connect/refresh', {
    schema: { hide: true, querystring: Query },
    config,
    handler: async (request, reply) =>
      reply.redirect((await onboarding.refreshed(request.query.state)).url, 303),
  })

  app.get('/connect/installed', {
    schema: {
      hide: true,
      querystring: object({
        state: State,
        user_id: Type.String({ minLength: 1, maxLength: 255 }),
        account_id: Type.String({ minLength: 1, maxLength: 255 }),
        install_signature: Type.String({ minLength: 1, maxLength: 1000 }),
      }),
    },
    config,
    handler: async (request, reply) => {
      const { name } = await onboarding.installedByLink(request.query)
      const text = html`<p>
        ${name} is connected. Its history is being read; open Revenue Desk in the Stripe Dashboard.
      </p>`
      return reply.type(htmlType).send(page('App installed', text))
    },
  })
}
