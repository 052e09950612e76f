/** Who is asking: turns a token into a principal, checks the route's permission, and sets the scope of the request. */
import { randomBytes } from 'node:crypto'
import fastifyJwt from '@fastify/jwt'
import type { FastifyContextConfig, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { KEY_PREFIX } from '../api-keys/key'
import { SOON_MS } from '../api-keys/schema'
import type { Clock } from '../clock'
import type { KeyRing } from '../config'
import { Type } from 'typebox'
import { enterOrigin, enterScope, MODES, type Mode, type Origin, type Reach } from '../database/scope'
import { object, oneOf } from '../http'
import { AppError } from '../errors'
import { WORKSPACE_WIDE, type Permission } from '../team/permissions'
import type { Limits } from '../team/roles'
import type { SharedCounts } from './rate-limit-store'

export interface Principal {
  kind: 'member' | 'stripe_user' | 'api_key'
  /** Id of the member, or of the key. */
  id: string
  workspaceId: string
  /** A built-in role or the id of a custom one. */
  role: string
  roleName: string
  permissions: ReadonlySet<Permission>
  limits: Limits
  /** The account and mode this request is about; null where a route of the workspace is asked before it has one. */
  accountId: string | null
  mode: Mode | null
  /** The accounts that requests of this caller may be about. */
  reach: Reach
  /** The workspace has others. */
  bound: boolean
  /** Null for a view: it has none. */
  sessionId: string | null
  /** Whoever it is has a password here, also where they came in by another door. */
  signsInHere: boolean
  /** When the bearer last proved who they are, with all that they sign in with; null where they never did so here. */
  provenAt: Date | null
  /** The workspace requires a second factor and the member has none: all they may do is set one up. */
  secondFactorMissing: boolean
}

/** The mode whose accounts a request is about together; null where it is about one of them. */
export const modeOfAll = ({ accountId, mode }: Principal): Mode | null => (accountId === null ? mode : null)

/** What an access token says. Role and rights are looked up at each request, so that a change counts at once. */
export interface AccessToken {
  sub: string
  workspace_id: string
  kind: 'member' | 'stripe_user'
  /** Only tokens of members: the session they belong to. */
  sid?: string
  /** Only tokens of members: when they proved who they are, in seconds. */
  auth_time?: number
  /** Only tokens of the views: the one account they are for. */
  account_id?: string
  mode?: Mode
  /** Only tokens of the views: who opened them, as Stripe names them. */
  stripe_user_id?: string
}

/** What a view asks for, as Stripe signed it. */
export interface SignedAction {
  /** Method and address, as in `POST /v1/refunds`. */
  action: string
  /** The exact text of the body; empty where there is none. */
  parameters: string
  nonce: string
  signature: string
}

declare module '@fastify/jwt' {
  interface FastifyJWT {
    payload: AccessToken
    user: AccessToken
  }
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The permission that the route requires. */
    requires?: Permission
    /** In place of a permission: any member who signed in here; for one's own sign-in. Views and keys have no session. */
    session?: boolean
    /** Of sign-in, what the views may ask too; with `session` for a Stripe user who is a member that signs in here. */
    fromViews?: boolean
    /** Why the route asks for none. */
    public?: string
    /** The route is about the workspace: it answers also where no account is connected. */
    workspace?: boolean
    /** Asked for `account=all`, it answers for all accounts of the workspace in the mode. */
    consolidates?: boolean
    /** A view signs the action with its parameters, as Stripe offers it. For what costs money. */
    signed?: boolean
    /** The same, and whoever came in by password must have proven it in the last ten minutes. For what gives rights. */
    stepUp?: boolean
    /** The answer holds a secret: it is not kept for a replay. */
    secretReply?: boolean
  }
  interface FastifyRequest {
    /** Set on every route that asks who is there. */
    principal: Principal
    /** Set where an API key was used. */
    knownKey: KnownKey | null
    /** The exact bytes of a JSON body: what is signed. */
    rawBody: Buffer | null
  }
  interface FastifyInstance {
    signToken: SignToken
  }
}

export const TOKEN_ISSUER = 'revenue-desk'
export const TOKEN_AUDIENCE = 'revenue-desk-api'
/** RFC 9068: a token made for another purpose is no access token. */
export const TOKEN_TYPE = 'at+jwt'
/** Seconds that a token may be old, whatever it says of itself. */
const MAX_AGE_SECONDS = 15 * 60

/** So long a proof of who somebody is counts as fresh. */
const FRESH_MS = 10 * 60_000

/** Signs an access token that is good for so many seconds. */
export type SignToken = (token: AccessToken, seconds: number) => string

/** Whether a route asks who is there. */
export const isGuarded = ({ requires, session }: FastifyContextConfig): boolean =>
  Boolean(requires ?? session)

/** Which account a request names, and whether it can do without one. */
export interface Wanted {
  account?: string
  mode?: string
  optional: boolean
  /** Whether the route answers for all accounts together. */
  consolidates: boolean
}

/** An API key whose secret is right, used from where it may be. */
export interface KnownKey {
  id: string
  workspaceId: string
  /** Requests a minute. */
  rateLimit: number
  expiresAt: Date
  /** @throws AppError account_unknown where the key is not for the account that is wanted */
  principal(wanted: Wanted): Promise<Principal>
}

export interface PrincipalOptions {
  jwtKeys: KeyRing
  clock: Clock
  /** Looks the member up and says which account the request is about. */
  resolve(token: AccessToken, wanted: Wanted): Promise<Principal>
  /** Whose API key it is. */
  identifyKey(key: string, address: string): Promise<KnownKey>
  /** Counts a request of a key, over all instances. */
  counts: SharedCounts
  /** Makes sure that the bearer of a view's token asks for this, and asks once. */
  checkSigned(token: AccessToken, action: SignedAction): Promise<void>
}

/** Every route about an account lets its caller say which; the views' tokens are for one alone. */
const accountQuery = object({
  account: Type.Optional(
    Type.String({ maxLength: 255, description: 'Stripe account; without it the first of the workspace' }),
  ),
  mode: Type.Optional(oneOf(MODES, { description: 'Mode of the account' })),
})

function withAccount(querystring: unknown): unknown {
  const { properties = {}, ...rest } = (querystring ?? accountQuery) as {
    properties?: Record<string, unknown>
  }
  // what a route says of them itself stands
  return { ...rest, properties: { ...properties, ...accountQuery.properties, ...properties } }
}

/** The API key that a request carries; null where it carries an access token, or nothing. */
function keyOf({ headers }: FastifyRequest): string | null {
  const [, bearer = ''] = /^bearer (\S+)$/i.exec(headers.authorization ?? '') ?? []
  return bearer.startsWith(KEY_PREFIX) ? bearer : null
}

/** Where a request comes from, for the audit trail. */
export const originOf = ({ id, ip, headers }: FastifyRequest): Origin => ({
  requestId: id,
  address: ip,
  userAgent: headers['user-agent']?.slice(0, 200) ?? null,
})

function wanted(request: FastifyRequest): Wanted {
  const { account, mode } = request.query as { account?: unknown; mode?: unknown }
  return {
    consolidates: request.routeOptions.config.consolidates === true,
    optional: Boolean(request.routeOptions.config.workspace ?? request.routeOptions.config.session),
    ...(typeof account === 'string' ? { account } : {}),
    ...(typeof mode === 'string' ? { mode } : {}),
  }
}

export const principalPlugin = fp<PrincipalOptions>(async (app: FastifyInstance, options) => {
  const { jwtKeys, clock, resolve, identifyKey, counts, checkSigned } = options
  const [newest] = jwtKeys
  await app.register(fastifyJwt, {
    // complete: the key is chosen by the header's kid, from our ring alone
    decode: { complete: true },
    secret: (_request, token, done) => {
      const { kid } = 'header' in token ? (token.header as { kid?: string }) : {}
      const key = jwtKeys.find(({ id }) => id === kid)
      done(key ? null : new Error('unknown key'), key?.secret)
    },
    sign: {
      algorithm: 'HS256',
      header: { alg: 'HS256', typ: TOKEN_TYPE },
      kid: newest.id,
      iss: TOKEN_ISSUER,
      aud: TOKEN_AUDIENCE,
      key: newest.secret,
    },
    verify: {
      algorithms: ['HS256'],
      checkTyp: TOKEN_TYPE,
      maxAge: MAX_AGE_SECONDS,
      allowedIss: TOKEN_ISSUER,
      allowedAud: TOKEN_AUDIENCE,
      requiredClaims: ['iss', 'aud', 'sub', 'exp', 'iat', 'jti'],
    },
  })

  async function byToken(request: FastifyRequest): Promise<Principal> {
    const token = await request.jwtVerify<AccessToken>().catch((cause: unknown) => {
      throw new AppError('not_signed_in', 'The access token is missing, expired or not ours', { cause })
    })
    return resolve(token, wanted(request))
  }

  async function byKey(request: FastifyRequest, reply: FastifyReply): Promise<Principal> {
    const known = await identifyKey(keyOf(request) ?? '', request.ip)
    request.knownKey = known
    const { rateLimit, expiresAt } = known
    const { current, ttl } = await counts.count(`api_key:${known.id}`, 60_000, rateLimit)
    const reset = Math.ceil(ttl / 1000)
    reply.headers({
      'ratelimit-limit': rateLimit,
      'ratelimit-remaining': Math.max(0, rateLimit - current),
      'ratelimit-reset': reset,
    })
    if (expiresAt.getTime() - clock.now().getTime() < SOON_MS)
      reply.header('api-key-expires', expiresAt.toUTCString())
    if (current > rateLimit)
      throw new AppError('too_many_requests', `The key may be used ${rateLimit} times a minute`, {
        retryAfterSeconds: reset,
      })
    return known.principal(wanted(request))
  }

  app.decorate<SignToken>('signToken', (token, seconds) =>
    app.jwt.sign(token, { expiresIn: seconds, jti: randomBytes(12).toString('hex') }),
  )
  app.decorateRequest('principal')
  app.decorateRequest('knownKey', null)
  app.decorateRequest('rawBody', null)

  const json = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    request.rawBody = body
    void json(request, body.toString('utf8'), done)
  })

  app.addHook('onRoute', (route) => {
    const { requires, session, public: reason } = route.config ?? {}
    // preflights and the pages of the API reference come from packages and tell nothing of anyone
    const packaged = route.method === 'OPTIONS' || /^\/docs(\/|$)/.test(route.url)
    if (!requires && !session && !reason && !packaged)
      throw new Error(
        `${String(route.method)} ${route.url} declares neither a permission nor why it needs none`,
      )
    if (requires) route.schema = { ...route.schema, querystring: withAccount(route.schema?.querystring) }
    else if (session) route.schema = { querystring: object({}), ...route.schema }
  })

  // after the limits of the address (which hang on the route), before the body is read
  app.addHook('preParsing', async (request, reply) => {
    const { config } = request.routeOptions
    if (!isGuarded(config)) return
    request.principal = await (keyOf(request) === null ? byToken(request) : byKey(request, reply))
    const { kind, permissions, roleName, bound, sessionId, signsInHere, provenAt, secondFactorMissing } =
      request.principal
    if (secondFactorMissing && !config.session)
      throw new AppError('second_factor_required', 'You have none yet')
    if (config.requires && bound && WORKSPACE_WIDE.has(config.requires))
      throw new AppError('account_bound', 'This concerns all accounts of the workspace')
    if (config.requires && !permissions.has(config.requires))
      throw new AppError(
        'permission_missing',
        `This needs the permission ${config.requires}; your role is ${roleName}`,
      )
    if (config.session && sessionId === null && !(config.fromViews && signsInHere))
      throw new AppError('permission_missing', 'This is for members who sign in here')
    if (
      config.stepUp &&
      kind !== 'stripe_user' &&
      clock.now().getTime() - (provenAt?.getTime() ?? 0) > FRESH_MS
    )
      throw new AppError('step_up_needed', 'Your last proof is older than ten minutes')
  })

  // once the body is read, before anything is kept of the request
  app.addHook('preValidation', async ({ routeOptions, principal, user, method, url, headers, rawBody }) => {
    const { signed, stepUp } = routeOptions.config
    if (!(signed || stepUp) || principal.kind !== 'stripe_user') return
    const [signature, nonce] = [headers['stripe-signature'], headers['desk-nonce']]
    if (typeof signature !== 'string' || typeof nonce !== 'string')
      throw new AppError('signature_needed', 'Stripe-Signature or Desk-Nonce is missing')
    const parameters = rawBody?.toString('utf8') ?? ''
    await checkSigned(user, { action: `${method} ${url}`, parameters, nonce, signature })
  })

  // after the body is read (its stream would lose the context), callback style: all that follows runs in the scope
  app.addHook('preValidation', (request, _reply, done) => {
    enterOrigin(originOf(request), done)
  })
  app.addHook('preValidation', (request, _reply, done) => {
    if (!isGuarded(request.routeOptions.config)) return done()
    const { kind, id, workspaceId, accountId, mode, permissions, reach } = request.principal
    const account = accountId === null || mode === null ? {} : { accountId, mode }
    enterScope({ workspaceId, ...account, actor: { kind, id, permissions, reach } }, done)
  })
})
