/** Where a link for a new password leads. It works without scripts, and its token is told to no other site. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { object } from '../http'
import { NewPassword } from '../identity/schema'
import { acceptForms } from './form'
import { html, page } from './layout'

const Token = Type.String({ maxLength: 100 })
const config = {
  public: 'the token in the link is the credential',
  rateLimit: { max: 20, timeWindow: 60_000 },
}
const form = (token: string, fault?: string): string =>
  page(
    'Choose a new password',
    html`${fault === undefined ? '' : html`<p role="alert">${fault}</p>`}
      <form method="post" action="/reset">
        <input type="hidden" name="token" value="${token}" />
        <label for="password">New password</label>
        <input
          id="password"
          name="password"
          type="password"
          autocomplete="new-password"
          minlength="12"
          maxlength="128"
          required
        />
        <p>
          At least 12 characters. A few words that have nothing to do with each other are easy to remember.
        </p>
        <button>Change password</button>
      </form>`,
  )

export const resetPage: FastifyPluginAsyncTypebox<{ origin: string }> = async (app, { origin }) => {
  const { identity } = app.services

  acceptForms(app, origin, async (token, fault) => {
    await identity.resets.emailOf(token)
    return form(token, fault)
  })

  app.get('/reset', {
    schema: { hide: true, querystring: object({ token: Token }) },
    config,
    handler: async (request, reply) => {
      await identity.resets.emailOf(request.query.token)
      return reply.send(form(request.query.token))
    },
  })

  app.post('/reset', {
    schema: { hide: true, body: object({ token: Token, password: NewPassword }) },
    config,
    handler: async (request, reply) => {
      const { token, password } = request.body
      await identity.resetPassword(token, password)
      const text = html`<p>
        Sign in with the new one. Wherever you were signed in before, you no longer are.
      </p>`
      return reply.send(page('Your password is changed', text))
    },
  })
}
