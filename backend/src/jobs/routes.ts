import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { object, problems, ref } from '../http'
import { Operation } from '../operations/schema'
import { JobList, JobParams, JobRunList, JobRunQuery } from './schema'

const tags = ['Jobs']

export const jobRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { jobs } = app.services

  app.get('/jobs', {
    schema: {
      operationId: 'listJobs',
      summary: 'Scheduled work: when it is due and how its last run went',
      tags,
      response: { 200: ref(JobList), ...problems() },
    },
    config: { requires: 'jobs:read' },
    handler: () => jobs.list(),
  })

  app.get('/jobs/:name/runs', {
    schema: {
      operationId: 'listJobRuns',
      summary: 'The latest runs of a job, newest first',
      tags,
      params: JobParams,
      querystring: JobRunQuery,
      response: { 200: ref(JobRunList), ...problems('not_found') },
    },
    config: { requires: 'jobs:read' },
    handler: (request) => jobs.runs(request.params.name, request.query.limit),
  })

  app.post('/jobs/:name/runs', {
    schema: {
      operationId: 'runJob',
      summary: 'Run a job now; follow the operation it answers with',
      tags,
      params: JobParams,
      body: object({}, { examples: [{}] }),
      response: { 202: ref(Operation), ...problems('not_found', 'job_running') },
    },
    config: { requires: 'jobs:run' },
    handler: async (request, reply) =>
      reply.status(202).send((await jobs.run(request.params.name)).operation),
  })
}
