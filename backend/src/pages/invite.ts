/** Where an invitation leads: whoever holds the link chooses a name and a password and is a member. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { object } from '../http'
import { NewPassword } from '../identity/schema'
import { MemberName } from '../team/schema'
import { acceptForms } from './form'
import { html, page } from './layout'

const Token = Type.String({ minLength: 1, maxLength: 300 })
const config = {
  public: 'the token in the link is the credential',
  rateLimit: { max: 20, timeWindow: 60_000 },
}

interface Invited {
  workspace: string
  role: string
  email: string
  name: string | null
}

const form = (token: string, { workspace, role, email, name }: Invited, fault?: string): string =>
  page(
    `Join ${workspace}`,
    html`${fault === undefined ? '' : html`<p role="alert">${fault}</p>`}
      <p>You are invited to the revenue desk of ${workspace} as <strong>${role}</strong>.</p>
      <form method="post" action="/invite">
        <input type="hidden" name="token" value="${token}" />
        <label for="email">E-mail address</label>
        <input id="email" type="email" value="${email}" autocomplete="username" readonly />
        <label for="name">Your name</label>
        <input id="name" name="name" value="${name ?? ''}" autocomplete="name" maxlength="128" required />
        <label for="password">Password</label>
        <input
          id="password"
          name="password"
          type="password"
          autocomplete="new-password"
          minlength="12"
          maxlength="128"
          aria-describedby="rule"
          required
        />
        <p id="rule">
          At least 12 characters. A few words that have nothing to do with each other are easy to remember.
        </p>
        <button>Join</button>
      </form>`,
  )

export const invitePage: FastifyPluginAsyncTypebox<{ origin: string }> = async (app, { origin }) => {
  const { invitations } = app.services.team

  acceptForms(app, origin, async (token, fault) => form(token, await invitations.look(token), fault))

  app.get('/invite', {
    schema: { hide: true, querystring: object({ token: Token }) },
    config,
    handler: async ({ query: { token } }, reply) => reply.send(form(token, await invitations.look(token))),
  })

  app.post('/invite', {
    schema: {
      hide: true,
      body: object({
        token: Token,
        name: MemberName,
        password: NewPassword,
      }),
    },
    config,
    handler: async ({ body: { token, ...person } }, reply) => {
      const email = await invitations.accept(token, person)
      return reply.send(
        page(
          'Welcome',
          html`<p>You are a member now. Sign in with ${email} and your password.</p>
            <p>
              Where: the API at <a href="/docs">${origin}/docs</a>, by <code>POST /v1/auth/sessions</code>. In
              the Stripe Dashboard you need no password; ask an admin to tie your Stripe user to this sign-in.
            </p>`,
        ),
      )
    },
  })
}
