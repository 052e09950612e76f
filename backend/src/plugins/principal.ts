/** Who is asking: turns a token into a principal, checks the route's permission, and sets the scope of the request. */
import fastifyJwt from '@fastify/jwt'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import type { KeyRing } from '../config'
import { Type } from 'typebox'
import { enterOrigin, enterScope, MODES, type Mode, type Origin } from '../database/scope'
import { object, oneOf } from '../http'
import { AppError } from '../errors'
import type { Permission } from '../team/permissions'
import type { Limits } from '../team/roles'

export interface Principal {
  kind: 'member' | 'stripe_user'
  /** Id of the member. */
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
}

/** What an access token says. Role and rights are looked up at each request, so that a change counts at once. */
export interface AccessToken {
  sub: string
  workspace_id: string
  kind: Principal['kind']
  /** Only tokens of the views: the one account they are for. */
  account_id?: string
  mode?: Mode
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
    /** Why the route asks for none. */
    public?: string
    /** The route is about the workspace: it answers also where no account is connected. */
    workspace?: boolean
    /** A view signs the action with its parameters, as Stripe offers it. */
    signed?: boolean
    /** The same, and whoever came in by password must have proven it lately. */
    stepUp?: boolean
    /** The answer holds a secret: it is not kept for a replay. */
    secretReply?: boolean
  }
  interface FastifyRequest {
    /** Set on every route that requires a permission. */
    principal: Principal
  }
}

export const TOKEN_ISSUER = 'revenue-desk'
export const TOKEN_AUDIENCE = 'revenue-desk-api'

/** Which account a request names, and whether it can do without one. */
export interface Wanted {
  account?: string
  mode?: string
  optional: boolean
}

export interface PrincipalOptions {
  jwtKeys: KeyRing
  /** Looks the member up and says which account the request is about. */
  resolve(token: AccessToken, wanted: Wanted): Promise<Principal>
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
  return { ...rest, properties: { ...properties, ...accountQuery.properties } }
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
    optional: request.routeOptions.config.workspace === true,
    ...(typeof account === 'string' ? { account } : {}),
    ...(typeof mode === 'string' ? { mode } : {}),
  }
}

export const principalPlugin = fp<PrincipalOptions>(async (app: FastifyInstance, { jwtKeys, resolve }) => {
  const [newest] = jwtKeys
  await app.register(fastifyJwt, {
    // complete: the key is chosen by the header's kid, from our ring alone
    decode: { complete: true },
    secret: (_request, token, done) => {
      const { kid } = 'header' in token ? (token.header as { kid?: string }) : {}
      const key = jwtKeys.find(({ id }) => id === kid)
      done(key ? null : new Error('unknown key'), key?.secret)
    },
    sign: { algorithm: 'HS256', kid: newest.id, iss: TOKEN_ISSUER, aud: TOKEN_AUDIENCE, key: newest.secret },
    verify: {
      algorithms: ['HS256'],
      allowedIss: TOKEN_ISSUER,
      allowedAud: TOKEN_AUDIENCE,
      requiredClaims: ['iss', 'aud', 'sub', 'exp', 'iat', 'jti'],
    },
  })

  app.decorateRequest('principal')

  app.addHook('onRoute', (route) => {
    const { requires, public: reason } = route.config ?? {}
    // preflights and the pages of the API reference come from packages and tell nothing of anyone
    const packaged = route.method === 'OPTIONS' || /^\/docs(\/|$)/.test(route.url)
    if (!requires && !reason && !packaged)
      throw new Error(
        `${String(route.method)} ${route.url} declares neither a permission nor why it needs none`,
      )
    if (requires) route.schema = { ...route.schema, querystring: withAccount(route.schema?.querystring) }
  })

  // after the limits of the address (which hang on the route), before the body is read
  app.addHook('preParsing', async (request) => {
    const { requires } = request.routeOptions.config
    if (!requires) return
    const token = await request.jwtVerify<AccessToken>().catch((cause: unknown) => {
      throw new AppError('not_signed_in', 'The access token is missing, expired or not ours', { cause })
    })
    request.principal = await resolve(token, wanted(request))
    if (!request.principal.permissions.has(requires))
      throw new AppError(
        'permission_missing',
        `This needs the permission ${requires}; your role is ${request.principal.roleName}`,
      )
  })

  // after the body is read (its stream would lose the context), callback style: all that follows runs in the scope
  app.addHook('preValidation', (request, _reply, done) => {
    enterOrigin(originOf(request), done)
  })
  app.addHook('preValidation', (request, _reply, done) => {
    if (!request.routeOptions.config.requires) return done()
    const { kind, id, workspaceId, accountId, mode, permissions } = request.principal
    const account = accountId === null || mode === null ? {} : { accountId, mode }
    enterScope({ workspaceId, ...account, actor: { kind, id, permissions } }, done)
  })
})
