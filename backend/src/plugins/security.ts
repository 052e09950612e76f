/** Headers, CORS for the views' frame, and limits that hold before any route runs. */
import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import rateLimit, { type FastifyRateLimitStore, type FastifyRateLimitStoreCtor } from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { systemClock } from '../clock'
import { AppError } from '../errors'
import { SharedCounts } from './rate-limit-store'

/** Bytes of path and query. */
const MAX_URL = 8 * 1024

/** Requests a minute from one address, before it is known who asks. */
const REQUESTS_A_MINUTE = 3_000

const METHODS = ['GET', 'POST', 'PATCH', 'DELETE']

/** The form that the package wants a store to have. */
const countedBy = (counts: SharedCounts): FastifyRateLimitStoreCtor =>
  class Store implements FastifyRateLimitStore {
    incr(...[key, done, timeWindow, max]: Parameters<FastifyRateLimitStore['incr']>): void {
      counts.count(key, timeWindow, max).then(
        (counted) => done(null, counted),
        (error: Error) => done(error),
      )
    }

    child(): FastifyRateLimitStore {
      return this
    }
  }

/** A route with a limit of its own counts by itself, all others together. */
const counted = ({ ip, method, routeOptions: { url, config } }: FastifyRequest): string =>
  config.rateLimit ? `${method} ${url} ${ip}` : ip

/** What the views may ask: all of the API, but of sign-in only the routes that say so, `POST /v1/auth/stripe-app`. */
function viewMethods(app: FastifyInstance): (url: string) => string[] {
  const said: RegExp[] = []
  app.addHook('onRoute', ({ method, url, config }) => {
    if (config?.fromViews) said.push(new RegExp(`^${String(method)} ${url.replace(/:\w+/g, '[^/]+')}$`))
  })
  return (url) => {
    const [path = ''] = url.split('?')
    if (!path.startsWith('/v1/auth/')) return path.startsWith('/v1/') ? METHODS : []
    return METHODS.filter((method) => said.some((route) => route.test(`${method} ${path}`)))
  }
}

export const securityPlugin = fp(async (app: FastifyInstance) => {
  const methodsOf = viewMethods(app)
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
      },
    },
    // the views read the API across origins; what may do so is said by CORS
    crossOriginResourcePolicy: { policy: 'cross-origin' },
  })
  await app.register(cors, {
    delegator: ({ method, url, headers }: FastifyRequest, done) => {
      const asked = method === 'OPTIONS' ? headers['access-control-request-method'] : method
      const methods = methodsOf(url)
      // a sandboxed frame has no origin and says `null`
      const fromFrame = headers.origin === 'null' && methods.includes(asked ?? '')
      done(null, {
        origin: fromFrame ? 'null' : false,
        methods,
        allowedHeaders: [
          'authorization',
          'content-type',
          'desk-nonce',
          'idempotency-key',
          'if-none-match',
          'stripe-signature',
        ],
        exposedHeaders: [
          'etag',
          'retry-after',
          'x-request-id',
          'ratelimit-limit',
          'ratelimit-remaining',
          'ratelimit-reset',
        ],
        maxAge: 600,
      })
    },
  })
  await app.register(rateLimit, {
    store: countedBy(new SharedCounts(systemClock.now)),
    // without the database the request fails by itself, and says why
    skipOnError: true,
    keyGenerator: counted,
    global: true,
    max: REQUESTS_A_MINUTE,
    timeWindow: 60_000,
    enableDraftSpec: true,
  })
  app.addHook('onRequest', (request, _reply, done) => {
    done(
      request.url.length > MAX_URL
        ? new AppError('url_too_long', `Path and query may have ${MAX_URL} bytes`)
        : undefined,
    )
  })
  app.addHook('onSend', (request, reply, payload, done) => {
    reply.header('x-request-id', request.id)
    done(null, payload)
  })
})
