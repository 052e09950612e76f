import { Command } from 'commander'
import type { Credential } from '../credentials/schema'
import { secretFrom } from './secret-input'
import { print, withDesk } from './with-desk'

const show = (credentials: Credential[], json: boolean): void =>
  print(
    json
      ? credentials
      : credentials.map(({ id, name, active, readable, secret_key_hint, webhook_secrets, permissions }) => ({
          id,
          name,
          active,
          readable,
          key: secret_key_hint,
          webhook_secrets,
          missing: permissions.flatMap(({ permission, granted }) => (granted ? [] : [permission])).join(' '),
        })),
    json,
  )

const list = () =>
  new Command('list')
    .description('The keys by which the account is reached; never the keys themselves')
    .option('--json', 'print JSON', false)
    .action(({ json }: { json: boolean }) =>
      withDesk(async ({ services }) => show((await services.credentials.list({ limit: 100 })).data, json)),
    )

const add = () =>
  new Command('add')
    .description('Add a key of the account and put it in force; read from a file or from standard input (-)')
    .requiredOption('--name <name>')
    .requiredOption('--key-file <file>', 'holds the secret or restricted key and nothing else')
    .option('--webhook-secret-file <file>', 'holds the signing secret of a webhook endpoint made by hand')
    .option('--inactive', 'keep the present key in force', false)
    .option('--json', 'print JSON', false)
    .action(
      (options: {
        name: string
        keyFile: string
        webhookSecretFile?: string
        inactive: boolean
        json: boolean
      }) =>
        withDesk(async ({ services }) => {
          const { name, keyFile, webhookSecretFile, inactive, json } = options
          const credential = await services.credentials.add({
            name,
            secret_key: secretFrom(keyFile, 'secret_key'),
            active: !inactive,
            ...(webhookSecretFile === undefined
              ? {}
              : { webhook_secret: secretFrom(webhookSecretFile, 'webhook_secret') }),
          })
          show([credential], json)
        }),
    )

const byId = (name: string, description: string, work: (id: string, json: boolean) => Promise<void>) =>
  new Command(name)
    .description(description)
    .argument('<credential>', 'for example cred_…')
    .option('--json', 'print JSON', false)
    .action((id: string, { json }: { json: boolean }) => work(id, json))

const activate = () =>
  byId('activate', 'Put a stored key in force in place of the present one', (id, json) =>
    withDesk(async ({ services }) => show([await services.credentials.change(id, { active: true })], json)),
  )

const probe = () =>
  byId('probe', 'Ask Stripe again what the key may do', (id, json) =>
    withDesk(async ({ services }) => show([await services.credentials.reprobe(id)], json)),
  )

const remove = () =>
  byId('delete', 'Delete a key that is not in force', (id, json) =>
    withDesk(async ({ services }) => {
      await services.credentials.remove(id)
      print([{ id, deleted: true }], json)
    }),
  )

export const credentialsCommand = () => {
  const credentials = new Command('credentials').description('Stripe keys of an account')
  for (const command of [list, add, activate, probe, remove]) credentials.addCommand(command())
  return credentials
}
