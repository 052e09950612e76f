import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { problems, ref } from '../http'
import { Settings, SettingsChange, Workspace, WorkspaceChange } from './schema'

export const accountRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { accounts, sync } = app.services

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

  app.get('/settings', {
    schema: {
      operationId: 'getSettings',
      summary: "The account's definitions: time zone, reporting currency, what counts as MRR",
      tags: ['Settings'],
      response: { 200: ref(Settings), ...problems() },
    },
    config: { requires: 'settings:read' },
    handler: () => accounts.settings(),
  })

  app.patch('/settings', {
    schema: {
      operationId: 'changeSettings',
      summary: 'Change definitions; figures are computed again from the stored facts in the background',
      tags: ['Settings'],
      body: SettingsChange,
      response: { 200: ref(Settings), ...problems() },
    },
    config: { requires: 'settings:write' },
    handler: async (request) => {
      const { settings, redefined } = await accounts.changeSettings(request.body)
      if (redefined) await sync.startRecompute()
      return settings
    },
  })
}
