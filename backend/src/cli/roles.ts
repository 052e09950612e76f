import { Command } from 'commander'
import { AppError } from '../errors'
import { PERMISSIONS, type Permission } from '../team/permissions'
import { ACTION_KINDS, OPERATOR, type Limit, type Limits } from '../team/roles'
import type { Role } from '../team/schema'
import { print, withWorkspace } from './with-desk'

const words = (limit: Limit): string =>
  limit.type === 'up_to' ? `${limit.amount} ${limit.currency}` : limit.type

const show = (roles: Role[], json: boolean): void =>
  print(
    json
      ? roles
      : roles.map(({ id, name, permissions, limits }) => ({
          id,
          name,
          permissions: permissions.length,
          ...Object.fromEntries(ACTION_KINDS.map((kind) => [kind, words(limits[kind])])),
        })),
    json,
  )

const list = () =>
  new Command('list')
    .description('The roles and the largest amounts (minor units) that they allow')
    .option('--json', 'print JSON', false)
    .action(({ json }: { json: boolean }) =>
      withWorkspace(async ({ services }) => show((await services.team.roles.list()).data, json)),
    )

const detail = () =>
  new Command('show')
    .description('A role with its permissions')
    .argument('<role>', 'a built-in role or the id of a custom one')
    .option('--json', 'print JSON', false)
    .action((id: string, { json }: { json: boolean }) =>
      withWorkspace(async ({ services }) => {
        const role = await services.team.roles.get(id)
        show([role], json)
        if (!json) for (const permission of role.permissions) console.log(permission)
      }),
    )

/** `none`, `unlimited`, or an amount in minor units with its currency: `10000usd`. */
function readLimit(text: string): Limit {
  if (text === 'none' || text === 'unlimited') return { type: text }
  const [, amount, currency] = /^(\d{1,15})([a-z]{3})$/.exec(text) ?? []
  if (amount === undefined || currency === undefined)
    throw new AppError('invalid_request', `${text} is no limit: give none, unlimited or 10000usd`)
  return { type: 'up_to', amount: Number(amount), currency }
}

/** @throws AppError invalid_request */
export function readPermission(text: string): Permission {
  const permission = PERMISSIONS.find((one) => one === text.trim())
  if (!permission) throw new AppError('invalid_request', `There is no permission ${text}`)
  return permission
}

const create = () => {
  const command = new Command('create')
    .description('Create a role')
    .requiredOption('--name <name>')
    .requiredOption('--permissions <list>', 'comma-separated, for example customers:read,refunds:write')
    .option('--json', 'print JSON', false)
  for (const kind of ACTION_KINDS)
    command.option(`--${kind.replace('_', '-')} <limit>`, 'none, unlimited or minor units: 10000usd', 'none')
  return command.action(
    (options: {
      name: string
      permissions: string
      json: boolean
      refund: string
      transfer: string
      creditNote: string
    }) =>
      withWorkspace(async ({ services }) => {
        const { name, json } = options
        const permissions = options.permissions.split(',').map(readPermission)
        const limits: Limits = {
          refund: readLimit(options.refund),
          transfer: readLimit(options.transfer),
          credit_note: readLimit(options.creditNote),
        }
        show([await services.team.roles.create(OPERATOR, { name, permissions, limits })], json)
      }),
  )
}

const remove = () =>
  new Command('delete')
    .description('Delete a role that nobody holds')
    .argument('<role>', 'id, for example role_…')
    .option('--json', 'print JSON', false)
    .action((id: string, { json }: { json: boolean }) =>
      withWorkspace(async ({ services }) => {
        await services.team.roles.remove(OPERATOR, id)
        print([{ id, deleted: true }], json)
      }),
    )

export const rolesCommand = () => {
  const roles = new Command('roles').description('What members may do')
  for (const command of [list, detail, create, remove]) roles.addCommand(command())
  return roles
}
