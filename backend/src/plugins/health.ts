/** Alive: the process answers. Ready: it can do its work. */
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { Type } from 'typebox'
import { databaseAnswers } from '../database/connection'
import { object } from '../http'

const Health = object({ status: Type.String() }, { examples: [{ status: 'ready' }] })

export const healthPlugin = fp<{ draining: () => boolean }>((app: FastifyInstance, { draining }, done) => {
  app.get('/health/live', {
    schema: {
      operationId: 'getLiveness',
      summary: 'Whether the process answers',
      tags: ['Health'],
      security: [],
      response: { 200: Health },
    },
    config: { public: 'for whoever watches the process', rateLimit: false },
    handler: () => ({ status: 'alive' }),
  })
  app.get('/health/ready', {
    schema: {
      operationId: 'getReadiness',
      summary: 'Whether it can do its work',
      tags: ['Health'],
      security: [],
      response: { 200: Health, 503: Health },
    },
    config: { public: 'for whoever sends requests here', rateLimit: false },
    handler: async (_request, reply) => {
      if (draining()) return reply.status(503).send({ status: 'draining' })
      if (!(await databaseAnswers())) return reply.status(503).send({ status: 'no database' })
      return reply.send({ status: 'ready' })
    },
  })
  done()
})
