import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { problems, ref } from '../http'
import { Settings, SettingsChange, SettingsChanged } from './schema'

const tags = ['Settings']

export const settingsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { settings } = app.services

  app.get('/settings', {
    schema: {
      operationId: 'getSettings',
      summary: "The account's definitions: time zone, reporting currency, what counts as MRR",
      tags,
      response: { 200: ref(Settings), ...problems() },
    },
    config: { requires: 'settings:read' },
    handler: () => settings.get(),
  })

  app.patch('/settings', {
    schema: {
      operationId: 'changeSettings',
      summary: 'Change definitions; figures are computed again from the stored facts in the background',
      tags,
      body: SettingsChange,
      response: { 200: ref(SettingsChanged), ...problems() },
    },
    config: { requires: 'settings:write' },
    handler: (request) => settings.change(request.body),
  })
}
