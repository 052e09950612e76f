/** The roles of a workspace: built-in ones and its own. Nobody makes a role that holds more than themselves. */
import type { AccountService } from '../accounts/service'
import type { AuditService } from '../audit/service'
import type { Clock } from '../clock'
import { isDuplicateKey, trusted } from '../database/query'
import { inTransaction } from '../database/transaction'
import { AppError } from '../errors'
import { found, newId, seconds } from '../http'
import { InvitationModel, MemberModel, RoleModel, type RoleDocument } from './model'
import { excess, givesRights, isBuiltIn, NO_LIMITS, roleNames, ROLES, type Doer, type Rights } from './roles'
import type { Role, RoleChange, RoleCreate } from './schema'

const MAX_ROLES = 100

type RoleContent = Pick<RoleDocument, 'name' | 'permissions' | 'limits'>

export interface NamedRights extends Rights {
  name: string
}

const rightsOf = ({ name, permissions, limits }: RoleContent): NamedRights => ({
  name,
  permissions: new Set(permissions),
  limits,
})

const toRole = (row: RoleDocument): Role => ({
  id: row._id,
  object: 'role',
  name: row.name,
  built_in: false,
  permissions: row.permissions,
  limits: row.limits,
  created: seconds(row.createdAt),
})

const builtIn: Role[] = roleNames.map((id) => ({
  id,
  object: 'role',
  name: ROLES[id].name,
  built_in: true,
  permissions: ROLES[id].permissions,
  limits: ROLES[id].limits,
  created: null,
}))

/** @throws AppError role_exceeds_yours when `wanted` holds anything that `own` does not */
export function assertWithin(wanted: Rights, own: Rights): void {
  const beyond = excess(wanted, own)
  if (beyond.length > 0) throw new AppError('role_exceeds_yours', `Beyond your role: ${beyond.join(', ')}`)
}

export function createRoleService({
  clock,
  audit,
  accounts,
}: {
  clock: Clock
  audit: AuditService
  accounts: AccountService
}) {
  const asEntry = ({ name, permissions, limits }: RoleContent) => ({ name, permissions, limits })

  /** One change of the team at a time, so that what was checked still holds when it is written. */
  const change = <T>(work: () => Promise<T>): Promise<T> =>
    inTransaction(async () => {
      await accounts.lockTeam()
      return work()
    }).catch((error: unknown) => {
      if (isDuplicateKey(error))
        throw new AppError('role_name_taken', 'A role of this workspace has the name')
      throw error
    })

  /** @throws AppError role_built_in, not_found */
  async function custom(id: string): Promise<RoleDocument> {
    if (isBuiltIn(id)) throw new AppError('role_built_in', `The role ${id} is built in`)
    return found(await RoleModel.findById(id).lean(), 'role', id)
  }

  /** Whether the workspace wants a second person when these rights are given. */
  async function needsSecond(by: Doer, given: Rights): Promise<boolean> {
    return by.id !== undefined && givesRights(given) && (await accounts.workspace()).four_eyes.role_grant
  }

  function refuseBuiltInName(name: string): void {
    if (builtIn.some((role) => role.name.toLowerCase() === name.toLowerCase()))
      throw new AppError('role_name_taken', `${name} is a built-in role`)
  }

  return {
    needsSecond,

    /** What the holders of a role may do at this moment, or null when there is no such role. */
    async rights(id: string): Promise<NamedRights | null> {
      if (isBuiltIn(id)) return rightsOf(ROLES[id])
      const role = await RoleModel.findById(id).lean()
      return role && rightsOf(role)
    },

    /** The same for a role that somebody names in a body. @throws AppError invalid_request when there is none */
    async named(id: string): Promise<NamedRights> {
      const rights = await this.rights(id)
      if (rights) return rights
      throw new AppError('invalid_request', `There is no role ${id}`, {
        errors: [{ pointer: '/body/role', message: 'must be a built-in role or the id of a custom one' }],
      })
    },

    /** The names of all roles by their ids. */
    async names(): Promise<Map<string, string>> {
      const own = await RoleModel.find().limit(MAX_ROLES).lean()
      return new Map([...builtIn, ...own.map(toRole)].map(({ id, name }) => [id, name]))
    },

    /** The built-in roles by their rights, then those of the workspace, newest first. */
    async list() {
      const own = await RoleModel.find().sort({ _id: -1 }).limit(MAX_ROLES).lean()
      const data = [...builtIn, ...own.map(toRole)]
      return { object: 'list' as const, url: '/v1/roles', has_more: false, data }
    },

    async get(id: string): Promise<Role> {
      return (
        builtIn.find((role) => role.id === id) ??
        toRole(found(await RoleModel.findById(id).lean(), 'role', id))
      )
    },

    /** @throws AppError role_exceeds_yours, role_name_taken, too_many_roles */
    async create(by: Rights, input: RoleCreate): Promise<Role> {
      const createdAt = clock.now()
      const content = { ...input, limits: { ...NO_LIMITS, ...input.limits } }
      assertWithin(rightsOf(content), by)
      refuseBuiltInName(content.name)
      return change(async () => {
        if ((await RoleModel.countDocuments({})) >= MAX_ROLES)
          throw new AppError('too_many_roles', `A workspace has at most ${MAX_ROLES} custom roles`)
        const _id = newId('role', createdAt)
        await RoleModel.create([{ _id, ...content, createdAt }])
        await audit.record({
          action: 'role.created',
          target: { type: 'role', id: _id },
          after: asEntry(content),
        })
        return toRole(found(await RoleModel.findById(_id).lean(), 'role', _id))
      })
    },

    /**
     * Changes a role for all who hold it, from their next request on.
     * @throws AppError not_found, role_built_in, role_exceeds_yours, role_name_taken, four_eyes_required
     */
    async change(by: Doer, id: string, { limits, ...input }: RoleChange): Promise<Role> {
      if (input.name !== undefined) refuseBuiltInName(input.name)
      return change(async () => {
        const before = await custom(id)
        const after = { ...before, ...input, limits: { ...before.limits, ...limits } }
        assertWithin(rightsOf(before), by)
        assertWithin(rightsOf(after), by)
        const added = after.permissions.filter((permission) => !before.permissions.includes(permission))
        if (await needsSecond(by, { ...rightsOf(after), permissions: new Set(added) }))
          throw new AppError('four_eyes_required', 'This would give more rights to all who hold the role')
        if (JSON.stringify(asEntry(before)) !== JSON.stringify(asEntry(after))) {
          await RoleModel.updateOne({ _id: id }, { $set: asEntry(after) })
          await audit.record({
            action: 'role.changed',
            target: { type: 'role', id },
            before: asEntry(before),
            after: asEntry(after),
          })
        }
        return toRole(after)
      })
    },

    /** @throws AppError not_found, role_built_in, role_exceeds_yours, role_in_use */
    async remove(by: Rights, id: string): Promise<void> {
      await change(async () => {
        const before = await custom(id)
        assertWithin(rightsOf(before), by)
        const members = await MemberModel.countDocuments({ role: id })
        const invited = await InvitationModel.countDocuments({
          role: id,
          status: 'pending',
          expiresAt: trusted({ $gt: clock.now() }),
        })
        if (members + invited > 0)
          throw new AppError('role_in_use', `${members} members and ${invited} invitations hold the role`)
        await RoleModel.deleteOne({ _id: id })
        await audit.record({ action: 'role.deleted', target: { type: 'role', id }, before: asEntry(before) })
      })
    },
  }
}
export type RoleService = ReturnType<typeof createRoleService>
