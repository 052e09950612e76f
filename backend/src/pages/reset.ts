/** Where a link for a new password leads. It works without scripts, and its token is told to no other site. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyError, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { AppError } from '../errors'
import { object } from '../http'
import { NewPassword } from '../identity/schema'
import { html, page } from './layout'

const Token = Type.String({ maxLength: 100 })
const config = {
  public: 'the token in the link is the credential',
  rateLimit: { max: 20, timeWindow: 60_000 },
}
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  // the form's own request must say where it comes from; other sites learn nothing
  'referrer-policy': 'same-origin',
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

/** The page for a failure of the caller's; null for one of ours. */
function faultPage(error: FastifyError, { body }: FastifyRequest): { status: number; text: string } | null {
  const token = typeof body === 'object' && body !== null && 'token' in body ? body.token : undefined
  if (error.validation && typeof token === 'string')
    return { status: 400, text: form(token, 'A password has 12 to 128 characters.') }
  if (!(error instanceof AppError)) return null
  if (error.code === 'password_guessable' && typeof token === 'string')
    return { status: error.status, text: form(token, `${error.detail}. Choose another.`) }
  const text = page('This did not work', html`<p>${error.detail}. ${error.remedy}</p>`)
  return { status: error.status, text }
}

export const resetPage: FastifyPluginAsyncTypebox<{ origin: string }> = async (app, { origin }) => {
  const { identity } = app.services

  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 4096 },
    (_request, body: string, done) => done(null, Object.fromEntries(new URLSearchParams(body))),
  )
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const fault = faultPage(error, request)
    if (!fault) throw error
    return reply.status(fault.status).headers(HEADERS).send(fault.text)
  })

  app.get('/reset', {
    schema: { hide: true, querystring: object({ token: Token }) },
    config,
    handler: async (request, reply) => {
      await identity.resets.emailOf(request.query.token)
      return reply.headers(HEADERS).send(form(request.query.token))
    },
  })

  app.post('/reset', {
    schema: { hide: true, body: object({ token: Token, password: NewPassword }) },
    config,
    preValidation: async ({ headers }) => {
      if (headers.origin !== origin)
        throw new AppError('permission_missing', `This form is sent from ${origin} alone`)
    },
    handler: async (request, reply) => {
      const { token, password } = request.body
      await identity.resetPassword(token, password)
      const text = html`<p>
        Sign in with the new one. Wherever you were signed in before, you no longer are.
      </p>`
      return reply.headers(HEADERS).send(page('Your password is changed', text))
    },
  })
}
