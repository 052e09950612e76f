import { randomBytes } from 'node:crypto'
import { Command, Option } from 'commander'
import { roleNames, type Role } from '../team/permissions'
import { print, withWorkspace } from './with-desk'

const add = () =>
  new Command('add')
    .description('Add a member who signs in with a password; it is generated and shown once')
    .requiredOption('--email <address>')
    .requiredOption('--name <name>')
    .addOption(new Option('--role <role>').choices(roleNames).default('read_only'))
    .option('--json', 'print JSON', false)
    .action(({ email, name, role, json }: { email: string; name: string; role: Role; json: boolean }) =>
      withWorkspace(async ({ services, workspaceId }) => {
        const password = randomBytes(15).toString('base64url')
        const id = await services.team.addMember({ name, email, role })
        await services.identity.addPassword(workspaceId, id, email, password)
        print([{ id, email, role, password }], json)
      }),
    )

const list = () =>
  new Command('list')
    .description('The members of the workspace')
    .option('--json', 'print JSON', false)
    .action(({ json }: { json: boolean }) =>
      withWorkspace(async ({ services }) => {
        const { data } = await services.team.list({ limit: 100 })
        print(
          json ? data : data.map(({ id, name, email, role, active }) => ({ id, name, email, role, active })),
          json,
        )
      }),
    )

export const usersCommand = () =>
  new Command('users').description('Members').addCommand(add()).addCommand(list())
