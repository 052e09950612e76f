import { randomBytes } from 'node:crypto'
import { Command } from 'commander'
import { inTransaction } from '../database/transaction'
import { OPERATOR } from '../team/roles'
import type { Member } from '../team/schema'
import { allOf, at, print, withWorkspace } from './with-desk'

const show = (members: Member[], json: boolean): void =>
  print(
    json
      ? members
      : members.map(({ id, kind, name, email, role_name, active }) => ({
          id,
          kind,
          name,
          email,
          role: role_name,
          active,
        })),
    json,
  )

const add = () =>
  new Command('add')
    .description('Add a member who signs in with a password; it is generated and shown once')
    .requiredOption('--email <address>')
    .requiredOption('--name <name>')
    .option('--role <role>', 'a built-in role or the id of a custom one', 'read_only')
    .option('--json', 'print JSON', false)
    .action(({ email, name, role, json }: { email: string; name: string; role: string; json: boolean }) =>
      withWorkspace(async ({ services, workspaceId }) => {
        const password = randomBytes(15).toString('base64url')
        const id = await inTransaction(async () => {
          const member = await services.team.addMember({ name, email, role })
          await services.identity.addPassword(workspaceId, member, email, password)
          return member
        })
        print([{ id, email, role, password }], json)
      }),
    )

const invite = () =>
  new Command('invite')
    .description('Make a link by which somebody becomes a member; it is good once, for 7 days')
    .requiredOption('--email <address>')
    .option('--role <role>', 'a built-in role or the id of a custom one', 'read_only')
    .option('--name <name>', 'what the form begins with')
    .option('--json', 'print JSON', false)
    .action(({ json, ...input }: { email: string; role: string; name?: string; json: boolean }) =>
      withWorkspace(async ({ services }) => {
        const invitation = await services.team.invitations.create(OPERATOR, input)
        print([json ? invitation : { id: invitation.id, email: invitation.email, role: input.role }], json)
        // a table would break the link
        if (!json) console.log(invitation.url)
      }),
    )

const list = () =>
  new Command('list')
    .description('The members of the workspace')
    .option('--json', 'print JSON', false)
    .action(({ json }: { json: boolean }) =>
      withWorkspace(async ({ services }) => show(await allOf(services.team.list), json)),
    )

const resetPassword = () =>
  new Command('reset-password')
    .description('Make a link by which a member sets a new password; it is good once, for an hour')
    .requiredOption('--email <address>')
    .option('--json', 'print JSON', false)
    .action(({ email, json }: { email: string; json: boolean }) =>
      withWorkspace(async ({ services: { identity } }) => {
        const { url, expires } = await identity.resetLink(await identity.memberOf(email))
        print([{ email, url, expires: at(expires) }], json)
      }),
    )

const removeSecondFactor = () =>
  new Command('remove-second-factor')
    .description(
      'Let a member who lost phone and recovery codes sign in with the password alone; sessions end',
    )
    .requiredOption('--email <address>')
    .option('--json', 'print JSON', false)
    .action(({ email, json }: { email: string; json: boolean }) =>
      withWorkspace(async ({ services: { identity } }) => {
        const id = await identity.memberOf(email)
        await identity.secondFactors.remove({ id, sessionId: null })
        print([{ id, email }], json)
      }),
    )

const setRole = () =>
  new Command('set-role')
    .description('Give a member another role')
    .argument('<member>', 'id, for example mem_…')
    .argument('<role>', 'a built-in role or the id of a custom one')
    .option('--json', 'print JSON', false)
    .action((id: string, role: string, { json }: { json: boolean }) =>
      withWorkspace(async ({ services }) =>
        show([await services.team.setMember(OPERATOR, id, { role })], json),
      ),
    )

const deactivate = () =>
  new Command('deactivate')
    .description("End a member's access and sessions at once")
    .argument('<member>', 'id, for example mem_…')
    .option('--json', 'print JSON', false)
    .action((id: string, { json }: { json: boolean }) =>
      withWorkspace(async ({ services }) => show([await services.team.deactivate(OPERATOR, id)], json)),
    )

const reactivate = () =>
  new Command('reactivate')
    .description('Give a deactivated member access again')
    .argument('<member>', 'id, for example mem_…')
    .option('--json', 'print JSON', false)
    .action((id: string, { json }: { json: boolean }) =>
      withWorkspace(async ({ services }) => show([await services.team.reactivate(OPERATOR, id)], json)),
    )

const map = () =>
  new Command('map')
    .description('Decide who a Stripe Dashboard user is: a role of their own, or the member that they are')
    .argument('<member>', 'id of the Stripe user, for example mem_…')
    .option('--role <role>', 'a built-in role or the id of a custom one')
    .option('--to <member>', 'id of the member who they are')
    .option('--json', 'print JSON', false)
    .action((id: string, { role, to, json }: { role?: string; to?: string; json: boolean }) =>
      withWorkspace(async ({ services }) => {
        const mapping = {
          ...(role === undefined ? {} : { role }),
          ...(to === undefined ? {} : { member_id: to }),
        }
        show([await services.team.setMapping(OPERATOR, id, mapping)], json)
      }),
    )

const unmap = () =>
  new Command('unmap')
    .description('Let the roles in the Stripe Dashboard decide about a Stripe user again')
    .argument('<member>', 'id, for example mem_…')
    .option('--json', 'print JSON', false)
    .action((id: string, { json }: { json: boolean }) =>
      withWorkspace(async ({ services }) => show([await services.team.unmapStripeUser(OPERATOR, id)], json)),
    )

export const usersCommand = () => {
  const users = new Command('users').description('Members')
  const commands = [
    add,
    invite,
    list,
    setRole,
    map,
    unmap,
    resetPassword,
    removeSecondFactor,
    deactivate,
    reactivate,
  ]
  for (const command of commands) users.addCommand(command())
  return users
}
