/** The OpenAPI 3.1 document, made of the routes' own schemas, and the page that shows it. */
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { CATALOGUE } from '../errors'
import { isGuarded } from './principal'

export const API_VERSION = '0.1.0'

const description = `Revenue Desk over REST. Amounts are integers in minor units, rates in basis points, times in seconds (UTC),
days local to the account's time zone. Lists are read by cursor. Send \`Idempotency-Key\` with every POST; a repeated key
gives the first answer again. Failures are \`application/problem+json\` with a stable \`code\`.`

const SIGNED = `A view sends Stripe's signature over \`{nonce, mode, action, parameters, user_id, account_id}\`: \`nonce\` as in the
header \`Desk-Nonce\`, \`mode\` as it signed in, \`action\` as in \`POST /v1/refunds\`, \`parameters\` the exact text of the body.`

const PROBLEM_TYPE = 'application/problem+json'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The problems that the route may answer with, by status; for the document alone. */
    problems?: Record<string, object>
  }
}

export const openapiPlugin = fp(async (app: FastifyInstance) => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Revenue Desk',
        version: API_VERSION,
        description,
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: '/' }],
      security: [{ bearer: [] }],
      components: {
        securitySchemes: {
          bearer: {
            type: 'http',
            scheme: 'bearer',
            bearerFormat: 'JWT',
            description: 'From a sign-in route',
          },
        },
      },
    },
    refResolver: {
      buildLocalReference: (json, _base, _fragment, index) => String(json['$id'] ?? `def-${index}`),
    },
    transform: ({ schema, url, route }) => {
      const { requires, session, fromViews, stepUp, signed, problems } = route.config ?? {}
      const parts = [
        schema?.description,
        requires && `Requires the permission \`${requires}\`.`,
        session && 'For any member who signed in here.',
        session && fromViews && 'Also for a Stripe Dashboard user who is tied to such a member.',
        stepUp && 'Needs a sign-in, or a `POST /v1/auth/step_up`, of the last ten minutes.',
        (stepUp || signed) && SIGNED,
      ].filter(Boolean)
      const headers =
        route.method === 'POST' && isGuarded(route.config ?? {}) ? { headers: idempotencyHeader } : {}
      return {
        url,
        schema: {
          ...(stepUp || signed ? { 'x-signed': true } : {}),
          ...headers,
          ...schema,
          ...(problems ? { response: { ...(schema?.response ?? {}), ...problems } } : {}),
          ...(parts.length > 0 ? { description: parts.join('\n\n') } : {}),
        },
      }
    },
  })

  // problems write themselves: a serializer for each of them, on each route, would cost seconds at every start
  app.addHook('onRoute', (route) => {
    const responses = Object.entries((route.schema?.response ?? {}) as Record<string, { content?: object }>)
    const isProblem = ([, response]: [string, { content?: object }]) =>
      PROBLEM_TYPE in (response.content ?? {})
    if (!responses.some(isProblem)) return
    const replies = Object.fromEntries(responses.filter((one) => !isProblem(one)))
    route.config = { ...route.config, problems: Object.fromEntries(responses.filter(isProblem)) }
    route.schema = { ...route.schema, response: replies }
  })

  await app.register(swaggerUi, {
    routePrefix: '/docs',
    uiConfig: { docExpansion: 'list', deepLinking: true },
  })

  app.get('/openapi.json', {
    schema: { hide: true },
    config: { public: 'the description of the API is no secret' },
    handler: () => app.swagger(),
  })

  app.get('/docs/problems', {
    schema: { hide: true },
    config: { public: 'the list of problems is no secret' },
    handler: (_request, reply) => reply.type('text/html; charset=utf-8').send(problemPage),
  })
})

const idempotencyHeader = {
  type: 'object',
  properties: {
    'Idempotency-Key': {
      type: 'string',
      maxLength: 255,
      description: 'A repeated key gives the first answer again',
    },
  },
}

const problemPage = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Problems · Revenue Desk</title>
<style>body{font:16px/1.5 system-ui;max-width:46rem;margin:2rem auto;padding:0 1rem}dt{font-weight:600;margin-top:1rem}</style>
<h1>Problems</h1><dl>${Object.entries(CATALOGUE)
  .map(
    ([code, { status, title, remedy }]) =>
      `<dt id="${code}"><code>${code}</code> (${status})</dt><dd>${title}. ${remedy}</dd>`,
  )
  .join('')}</dl></html>`
