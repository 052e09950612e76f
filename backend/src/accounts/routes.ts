import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { problems, ref } from '../http'
import { Workspace, WorkspaceChange } from './schema'

export const accountRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { accounts } = app.services

  app.get('/workspace', {
    schema: {
      operationId: 'getWorkspace',
      summary: 'The workspace, and what needs a second person in it',
      tags: ['Settings'],
      response: { 200: ref(Workspace), ...problems() },
    },
    config: { requires: 'settings:read', workspace: true },
    handler: () => accounts.workspace(),
  })

  app.patch('/workspace', {
    schema: {
      operationId: 'changeWorkspace',
      summary: 'Rename the workspace; owners say what needs a second person',
      tags: ['Settings'],
      body: WorkspaceChange,
      response: { 200: ref(Workspace), ...problems() },
    },
    config: { requires: 'settings:write', workspace: true, stepUp: true },
    handler: ({ principal, body }) => accounts.changeWorkspace(principal, body),
  })
}
