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

/** A sandboxed frame has no origin and says `null`; it may use the API with its token, and sign in nobody but itself. */
const fromViews = ({ headers, url }: FastifyRequest): boolean =>
  headers.origin === 'null' &&
  url.startsWith('/v1/') &&
  (url === '/v1/auth/stripe-app' || !url.startsWith('/v1/auth/'))

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

export const securityPlugin = fp(async (app: FastifyInstance) => {
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
    delegator: (request, done) =>
      done(null, {
        origin: fromViews(request) ? 'null' : false,
        methods: ['GET', 'POST', 'PATCH', 'DELETE'],
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
      }),
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
