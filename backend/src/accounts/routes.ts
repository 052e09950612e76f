import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { problems, ref } from '../http'
import { Settings, SettingsChange } from './schema'

export const accountRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { accounts, sync } = app.services

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
