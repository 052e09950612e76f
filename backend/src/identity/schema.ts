import { Type, type Static } from 'typebox'
import { MODES } from '../database/scope'
import { object, oneOf } from '../http'

export const SignIn = object(
  {
    email: Type.String({ minLength: 3, maxLength: 254 }),
    password: Type.String({ minLength: 1, maxLength: 128 }),
    totp: Type.Optional(
      Type.String({ pattern: '^\\d{6}$', description: 'Second factor, where the member has one' }),
    ),
  },
  { examples: [{ email: 'owner@example.com', password: 'correct horse battery staple' }] },
)

export const SessionTokens = object(
  {
    access_token: Type.String({ description: 'Send it as Authorization: Bearer' }),
    refresh_token: Type.String({ description: 'Good for one renewal' }),
    expires_in: Type.Integer({ description: 'Seconds until the access token expires' }),
  },
  { $id: 'SessionTokens' },
)
export type SessionTokens = Static<typeof SessionTokens>

export const Refresh = object(
  { refresh_token: Type.String({ minLength: 10, maxLength: 300 }) },
  { examples: [{ refresh_token: 'rt_ws_0mwp.ses_0mwp.pFz3…' }] },
)

/** What the views sign: extras first, then who and where, in this order. */
export const AppSignIn = object(
  {
    nonce: Type.String({ minLength: 8, maxLength: 64, description: 'Fresh for each sign-in' }),
    mode: oneOf(MODES),
    stripe_roles: Type.Array(
      object({
        id: Type.String({ maxLength: 64 }),
        name: Type.Optional(Type.String({ maxLength: 128 })),
        type: Type.Optional(Type.String({ maxLength: 64 })),
      }),
      { maxItems: 50 },
    ),
    user_id: Type.String({ minLength: 1, maxLength: 255 }),
    account_id: Type.String({ minLength: 1, maxLength: 255 }),
  },
  {
    examples: [
      {
        nonce: 'b9f2c7d1e0a84356',
        mode: 'test',
        stripe_roles: [{ id: 'admin', name: 'Administrator', type: 'builtIn' }],
        user_id: 'usr_1',
        account_id: 'acct_1',
      },
    ],
  },
)
export type AppSignIn = Static<typeof AppSignIn>

export const ViewToken = object(
  {
    access_token: Type.String({ description: 'Keep it in memory only' }),
    expires_in: Type.Integer({ description: 'Seconds' }),
  },
  { $id: 'ViewToken' },
)
