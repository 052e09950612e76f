import { Command, Option } from 'commander'
import type { Mode } from '../database/scope'
import { secretFrom } from './secret-input'
import { print, withWorkspace } from './with-desk'

const list = () =>
  new Command('list')
    .description('The Stripe accounts of the workspace: how they are reached and how far they are read')
    .option('--json', 'print JSON', false)
    .action(({ json }: { json: boolean }) =>
      withWorkspace(async ({ services }) => {
        const { data } = await services.onboarding.list()
        const rows = data.map(({ id, mode, name, via, sync, missing_permissions: missing }) => ({
          account: id,
          mode,
          name,
          via,
          read: sync.status === 'complete' ? 'complete' : `${sync.percent} %`,
          missing: missing.join(' '),
        }))
        print(json ? data : rows, json)
      }),
    )

const connect = () =>
  new Command('connect')
    .description('Connect an account by its key, read from a file or from standard input (-)')
    .requiredOption('--key-file <file>', 'holds the secret or restricted key and nothing else')
    .option('--name <name>', 'what to call the credential', 'Stripe')
    .option('--sandbox', 'the key is of a sandbox, not of test mode', false)
    .option('--json', 'print JSON', false)
    .action(
      ({
        keyFile,
        name,
        sandbox,
        json,
      }: {
        keyFile: string
        name: string
        sandbox: boolean
        json: boolean
      }) =>
        withWorkspace(async ({ services: { onboarding } }) => {
          const secret_key = secretFrom(keyFile, 'secret_key')
          print(
            [await onboarding.shown(await onboarding.byKey({ via: 'key', secret_key, name, sandbox }))],
            json,
          )
        }),
    )

const disconnect = () =>
  new Command('disconnect')
    .description('End the connection of an account: its keys are forgotten, its webhooks taken back')
    .argument('<account>', 'for example acct_…')
    .addOption(
      new Option('--data <data>', 'what becomes of what is stored')
        .choices(['keep', 'erase'])
        .makeOptionMandatory(),
    )
    .option('--json', 'print JSON', false)
    .action((id: string, { data, json }: { data: 'keep' | 'erase'; json: boolean }, command: Command) =>
      withWorkspace(async ({ services: { onboarding } }) => {
        // one option for all commands, wherever it stands
        const { mode } = command.optsWithGlobals<{ mode?: Mode }>()
        const gone = await onboarding.disconnect(id, data, mode)
        await onboarding.drain()
        print([gone], json)
      }),
    )

export const accountsCommand = () =>
  new Command('accounts')
    .description('Stripe accounts')
    .addCommand(list())
    .addCommand(connect())
    .addCommand(disconnect())
