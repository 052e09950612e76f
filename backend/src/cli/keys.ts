import { Command, Option } from 'commander'
import { ApiKeyCreate, ApiKeyRotate, type ApiKey, type NewApiKey } from '../api-keys/schema'
import { MODES } from '../database/scope'
import { AppError } from '../errors'
import { OPERATOR } from '../team/roles'
import { checked } from './checked'
import { readPermission } from './roles'
import { allOf, at, print, withWorkspace } from './with-desk'

const show = (keys: ApiKey[], json: boolean): void =>
  print(
    json
      ? keys
      : keys.map(({ id, name, hint, accounts, effective_scopes, expires, last_used, created_by }) => ({
          id,
          name,
          key: hint,
          accounts: accounts?.join(' ') ?? 'all',
          scopes: effective_scopes.length,
          expires: at(expires),
          last_used: at(last_used),
          member: created_by,
        })),
    json,
  )

/** With the key itself, which is shown now and never again; a table would break it. */
function showNew(made: NewApiKey, json: boolean): void {
  show([made], json)
  if (!json) console.log(made.key)
}

const list = () =>
  new Command('list')
    .description('The API keys of the workspace; never the keys themselves')
    .option('--json', 'print JSON', false)
    .action(({ json }: { json: boolean }) =>
      withWorkspace(async ({ services: { apiKeys } }) => show(await allOf(apiKeys.list), json)),
    )

const words = (text: string): string[] => text.split(',').map((word) => word.trim())

const create = () =>
  new Command('create')
    .description('Make an API key that may do no more than the member it is for; it is shown once')
    .requiredOption('--name <name>')
    .requiredOption('--member <member>', 'whose rights cap it, for example mem_…')
    .requiredOption('--scopes <list>', 'comma-separated, for example analytics:read,customers:read')
    .addOption(new Option('--for <mode>', 'the mode it works in').choices(MODES).makeOptionMandatory())
    .option('--accounts <list>', 'comma-separated Stripe accounts; without it all of the mode', words)
    .option('--addresses <list>', 'comma-separated addresses and networks it may be used from', words)
    .option('--rate-limit <number>', 'requests a minute', Number)
    .option('--expires-in-days <number>', '1 to 365', Number, 90)
    .option('--json', 'print JSON', false)
    .action(
      (options: {
        name: string
        member: string
        scopes: string
        for: ApiKeyCreate['mode']
        accounts?: string[]
        addresses?: string[]
        rateLimit?: number
        expiresInDays: number
        json: boolean
      }) =>
        withWorkspace(async ({ services: { apiKeys, team } }) => {
          const { name, member, accounts, addresses, rateLimit, json } = options
          const rights = await team.rightsOf(member)
          if (!rights) throw new AppError('not_found', `There is no active member ${member} with a role`)
          const input = checked(ApiKeyCreate, {
            name,
            mode: options.for,
            scopes: words(options.scopes).map(readPermission),
            expires_in_days: options.expiresInDays,
            ...(accounts === undefined ? {} : { accounts }),
            ...(addresses === undefined ? {} : { allowed_addresses: addresses }),
            ...(rateLimit === undefined ? {} : { rate_limit: rateLimit }),
          })
          showNew(await apiKeys.create({ ...rights, id: member }, input), json)
        }),
    )

const rotate = () =>
  new Command('rotate')
    .description('Replace a key by a new one, shown once; the present one stays good for some hours')
    .argument('<key>', 'id, for example key_…')
    .option('--overlap-hours <number>', '0 to 24', Number, 24)
    .option('--expires-in-days <number>', '1 to 365', Number, 90)
    .option('--json', 'print JSON', false)
    .action((id: string, options: { overlapHours: number; expiresInDays: number; json: boolean }) =>
      withWorkspace(async ({ services: { apiKeys } }) => {
        const { overlapHours: overlap_hours, expiresInDays: expires_in_days, json } = options
        const input = checked(ApiKeyRotate, { overlap_hours, expires_in_days })
        showNew(await apiKeys.rotate(OPERATOR, id, input), json)
      }),
    )

const revoke = () =>
  new Command('revoke')
    .description('End a key at once')
    .argument('<key>', 'id, for example key_…')
    .option('--json', 'print JSON', false)
    .action((id: string, { json }: { json: boolean }) =>
      withWorkspace(async ({ services: { apiKeys } }) => {
        await apiKeys.revoke(id)
        print([{ id, revoked: true }], json)
      }),
    )

export const keysCommand = () => {
  const keys = new Command('keys').description('API keys of programs')
  for (const command of [list, create, rotate, revoke]) keys.addCommand(command())
  return keys
}
