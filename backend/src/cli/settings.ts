import { Command } from 'commander'
import { SettingsChange } from '../settings/schema'
import { checked } from './checked'
import { print, withDesk } from './with-desk'

interface Json {
  json: boolean
}

const show = () =>
  new Command('show')
    .description('By what the figures of the account are made')
    .option('--json', 'print JSON', false)
    .action(({ json }: Json) =>
      withDesk(async ({ services }) => {
        const { object: _object, ...settings } = await services.settings.get()
        if (json) return print([settings], json)
        print(
          Object.entries(settings).map(([field, value]) => ({ field, value: JSON.stringify(value) })),
          json,
        )
      }),
    )

/** What is no JSON is text. */
function read(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

function fieldOf(assignment: string): [string, unknown] {
  const [field = '', ...value] = assignment.split('=')
  return [field, read(value.join('='))]
}

const set = () =>
  new Command('set')
    .description('Change settings; the command ends when the figures follow them')
    .argument('<field=value...>', 'for example time_zone=Europe/Berlin metadata_keys=\'["plan"]\'')
    .option('--json', 'print JSON', false)
    .action((assignments: string[], { json }: Json) =>
      withDesk(async ({ services }) => {
        const change = checked(SettingsChange, Object.fromEntries(assignments.map(fieldOf)))
        const { operation } = await services.settings.change(change)
        await services.sync.drain()
        print([{ operation }], json)
      }),
    )

export const settingsCommand = () =>
  new Command('settings')
    .description('By what the figures of an account are made')
    .addCommand(show())
    .addCommand(set())
