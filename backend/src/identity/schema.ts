import { Type, type Static } from 'typebox'
import { MODES } from '../database/scope'
import { listOf, nullable, object, oneOf, PageQuery, Timestamp } from '../http'

const Totp = Type.String({ pattern: '^\\d{6}$', description: 'What the app shows now' })

/** Second factor, where the member has one: either of the two. */
const codes = {
  totp: Type.Optional(Totp),
  recovery_code: Type.Optional(
    Type.String({ minLength: 16, maxLength: 40, description: 'In place of `totp`, each good once' }),
  ),
}

export const SignIn = object(
  {
    email: Type.String({ minLength: 3, maxLength: 254 }),
    password: Type.String({ minLength: 1, maxLength: 128 }),
    ...codes,
    device_token: Type.Optional(
      Type.String({
        maxLength: 200,
        description: 'From an earlier sign-in on this device: it need not wait for guesses made elsewhere',
      }),
    ),
  },
  { examples: [{ email: 'owner@example.com', password: 'correct horse battery staple' }] },
)
export type SignIn = Static<typeof SignIn>

export const SessionTokens = object(
  {
    access_token: Type.String({ description: 'Send it as Authorization: Bearer' }),
    refresh_token: Type.String({ description: 'Good for one renewal' }),
    expires_in: Type.Integer({ description: 'Seconds until the access token expires' }),
    device_token: Type.Optional(
      Type.String({ description: 'After a sign-in: keep it on this device and send it with the next one' }),
    ),
  },
  { $id: 'SessionTokens' },
)
export type SessionTokens = Static<typeof SessionTokens>

export const Session = object(
  {
    id: Type.String(),
    object: Type.Literal('session'),
    created: Timestamp('When the member signed in'),
    last_used: Timestamp('When the session was last renewed'),
    expires: Timestamp('When it ends unless it is renewed before'),
    address: Type.String({ description: 'Network address of the sign-in' }),
    user_agent: Type.String({ description: 'What the browser called itself at the sign-in' }),
    current: Type.Boolean({ description: 'Whether this request belongs to it' }),
  },
  { $id: 'Session' },
)
export type Session = Static<typeof Session>
export const SessionList = listOf(Session)
export const SessionQuery = object({ ...PageQuery })

export const RevokedSessions = object(
  {
    object: Type.Literal('revoked_sessions'),
    count: Type.Integer({ description: 'How many sessions were ended' }),
  },
  { $id: 'RevokedSessions' },
)

/** Bounds of a new password; which characters it has is nobody's business. */
export const NewPassword = Type.String({
  minLength: 12,
  maxLength: 128,
  description: 'Any characters; refused when it is common or made of your name',
})

export const PasswordChange = object(
  {
    current_password: Type.String({ minLength: 1, maxLength: 128 }),
    password: NewPassword,
  },
  { examples: [{ current_password: 'the old one', password: 'correct horse battery staple' }] },
)

export const StepUp = object(
  { password: Type.String({ minLength: 1, maxLength: 128 }), ...codes },
  { examples: [{ password: 'correct horse battery staple', totp: '492039' }] },
)
export type StepUp = Static<typeof StepUp>

export const FreshToken = object(
  {
    access_token: Type.String({ description: 'For ten minutes good for what needs a fresh proof too' }),
    expires_in: Type.Integer({ description: 'Seconds until it expires' }),
  },
  { $id: 'FreshToken' },
)

export const SecondFactor = object(
  {
    object: Type.Literal('second_factor'),
    active: Type.Boolean({ description: 'Whether signing in asks for a code' }),
    required: Type.Boolean({ description: 'Whether the workspace requires one' }),
    confirmed: nullable(Timestamp('When it was set up')),
    recovery_codes_left: Type.Integer(),
  },
  { $id: 'SecondFactor' },
)
export type SecondFactor = Static<typeof SecondFactor>

export const SecondFactorEnrolment = object(
  {
    object: Type.Literal('second_factor_enrolment'),
    secret: Type.String({ description: 'The seed in base32, to be typed into the app' }),
    otpauth_uri: Type.String({ description: 'The same as an address, to be shown as a QR code' }),
  },
  { $id: 'SecondFactorEnrolment' },
)

export const SecondFactorConfirmation = object({ totp: Totp }, { examples: [{ totp: '492039' }] })

export const RecoveryCodes = object(
  {
    object: Type.Literal('recovery_codes'),
    codes: Type.Array(Type.String(), { description: 'Each good once; shown now and never again' }),
  },
  { $id: 'RecoveryCodes' },
)

export const Security = object(
  {
    object: Type.Literal('security'),
    require_second_factor: Type.Boolean({
      description: 'Members who sign in here must have a second factor',
    }),
  },
  { $id: 'Security' },
)

export const SecurityChange = object(
  { require_second_factor: Type.Boolean() },
  { examples: [{ require_second_factor: true }] },
)

export const ResetRequest = object(
  { email: Type.String({ minLength: 3, maxLength: 254 }) },
  { examples: [{ email: 'owner@example.com' }] },
)

export const ResetRequested = object(
  { object: Type.Literal('password_reset_request') },
  { $id: 'ResetRequested', description: 'The same whether or not somebody has the address' },
)

export const PasswordReset = object(
  {
    object: Type.Literal('password_reset'),
    url: Type.String({ description: 'Give it to the member; good once' }),
    expires: Timestamp('When it ends'),
  },
  { $id: 'PasswordReset' },
)

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
