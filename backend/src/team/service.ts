/** The people of a workspace and what they may do. Nobody gives, changes or takes more than they hold themselves. */
import { trusted, upserting } from '../database/query'
import type { AccountService } from '../accounts/service'
import type { Approval } from '../approvals/schema'
import type { ApprovalService } from '../approvals/service'
import type { AuditService } from '../audit/service'
import type { Clock } from '../clock'
import { pageOf } from '../database/page'
import { maySee, runInScope } from '../database/scope'
import { inTransaction } from '../database/transaction'
import { AppError } from '../errors'
import { found, newId, seconds } from '../http'
import type { AccessToken, Principal, Wanted } from '../plugins/principal'
import { createInvitationService, type NewMember, type Passwords } from './invitation-service'
import { MemberModel, type MemberDocument } from './model'
import { GIVES_RIGHTS, OWNER_ONLY, PERMISSION_LABELS, PERMISSIONS } from './permissions'
import { assertWithin, createRoleService, type NamedRights } from './role-service'
import { boundTo, HIGHEST_STRIPE_ROLE, OPERATOR, roleOfStripeRoles, type Rights } from './roles'
import {
  Grant,
  type Me,
  type Member,
  type MemberChange,
  type MemberMap,
  type MemberQuery,
  type Permission,
} from './schema'

const toMember = (
  row: MemberDocument,
  roleNames: Map<string, string>,
  withSecondFactor: ReadonlySet<string>,
): Member => ({
  id: row._id,
  object: 'member',
  kind: row.kind,
  name: row.name,
  email: maySee('team:read') ? row.email : null,
  stripe_user: row.stripeUserId,
  mapped: row.mapped,
  tied_to: row.tiedTo,
  role: row.role,
  role_name: (row.role && roleNames.get(row.role)) ?? null,
  active: row.active,
  last_seen: row.lastSeenAt ? seconds(row.lastSeenAt) : null,
  second_factor: row.kind === 'member' ? withSecondFactor.has(row._id) : null,
  password_reset_requested: row.resetRequestedAt ? seconds(row.resetRequestedAt) : null,
  created: seconds(row.createdAt),
})

/** A wish for a new password is noted again after this. */
const REQUESTED_AGAIN_MS = 3_600_000

/** What the team knows of a token's bearer; how they signed in is known elsewhere. */
export type Standing = Omit<Principal, 'sessionId' | 'provenAt' | 'secondFactorMissing'>

export interface TeamDeps {
  clock: Clock
  audit: AuditService
  accounts: AccountService
  approvals: ApprovalService
  /** Ends all sessions of a member, in the transaction at hand. */
  endSessions: (memberId: string) => Promise<void>
  passwords: Passwords
  pepper: string
  publicUrl: URL
}

export function createTeamService({
  clock,
  audit,
  accounts,
  approvals,
  endSessions,
  passwords,
  pepper,
  publicUrl,
}: TeamDeps) {
  const roles = createRoleService({ clock, audit, accounts })

  async function allShown(rows: MemberDocument[]): Promise<Member[]> {
    const [names, withSecondFactor] = await Promise.all([
      roles.names(),
      passwords.withSecondFactor(rows.map(({ _id }) => _id)),
    ])
    return rows.map((row) => toMember(row, names, withSecondFactor))
  }

  async function shown(row: MemberDocument): Promise<Member> {
    const [member] = await allShown([row])
    return found(member, 'member', row._id)
  }

  /** Adds a member to the workspace in scope; the caller has decided that they may have the role. */
  async function addMember(member: NewMember, id = newId('mem', clock.now())): Promise<string> {
    return inTransaction(async () => {
      await accounts.lockTeam()
      await roles.named(member.role)
      await MemberModel.create([{ _id: id, ...member, kind: 'member', active: true, createdAt: clock.now() }])
      await audit.record({
        action: 'member.added',
        target: { type: 'member', id },
        after: { role: member.role },
      })
      return id
    })
  }
  const invitations = createInvitationService({
    clock,
    audit,
    accounts,
    roles,
    passwords,
    addMember,
    pepper,
    publicUrl,
  })

  /** @throws AppError role_exceeds_yours when the member holds more */
  async function assertMayTouch(by: Rights, member: MemberDocument): Promise<void> {
    const holder = member.tiedTo === null ? member : await MemberModel.findById(member.tiedTo).lean()
    if (holder?.role) assertWithin(await roles.named(holder.role), by)
  }

  /**
   * Changes a member whom `by` could have made, in one transaction in which nobody else changes the team.
   * @throws AppError not_found, role_exceeds_yours, last_owner
   */
  function change(
    by: Rights,
    id: string,
    work: (before: MemberDocument) => Promise<Partial<MemberDocument>>,
  ): Promise<Member> {
    return inTransaction(async () => {
      await accounts.lockTeam()
      const before = found(await MemberModel.findById(id).lean(), 'member', id)
      await assertMayTouch(by, before)
      const set = await work(before)
      await MemberModel.updateOne({ _id: id }, { $set: set })
      const wasOwner = before.role === 'owner' && before.active
      if (wasOwner && !(await MemberModel.exists({ role: 'owner', active: true })))
        throw new AppError('last_owner', 'This is the last active owner')
      return shown({ ...before, ...set })
    })
  }

  async function setActive(by: Rights, id: string, active: boolean): Promise<Member> {
    return change(by, id, async (before) => {
      if (before.active !== active) {
        if (!active) await endSessions(id)
        await audit.record({
          action: active ? 'member.reactivated' : 'member.deactivated',
          target: { type: 'member', id },
        })
      }
      return { active }
    })
  }

  function assertStripeUser({ kind }: MemberDocument): void {
    if (kind !== 'stripe_user')
      throw new AppError('not_stripe_user', 'Only who comes through the Stripe Dashboard is mapped')
  }

  /** @returns what the member in `tiedTo` holds @throws AppError invalid_request, role_exceeds_yours */
  async function assertMayTie(by: Rights, memberId: string): Promise<Rights> {
    const target = await MemberModel.findOne({ _id: memberId, kind: 'member', active: true }).lean()
    if (!target?.role)
      throw new AppError('invalid_request', 'No active member who signs in with a password has the id', {
        errors: [{ pointer: '/body/member_id', message: 'must be an active member of kind member' }],
      })
    const rights = await roles.named(target.role)
    assertWithin(rights, by)
    return rights
  }

  /** @returns what the role holds @throws AppError invalid_request, role_exceeds_yours */
  async function assertMayGive(by: Rights, role: string, { kind }: MemberDocument): Promise<Rights> {
    const rights = await roles.named(role)
    assertWithin(rights, by)
    if (role === 'owner' && kind === 'stripe_user')
      throw new AppError('invalid_request', 'Owners sign in with a password', {
        errors: [{ pointer: '/body/role', message: 'must not be owner for a Stripe user' }],
      })
    return rights
  }

  /** @throws AppError not_found, invalid_request, role_exceeds_yours, last_owner */
  async function setMember(by: Rights, id: string, { role, name }: MemberChange): Promise<Member> {
    return change(by, id, async (before) => {
      const mapped = before.kind === 'stripe_user' && (before.mapped || role !== undefined)
      const tiedTo = role === undefined ? before.tiedTo : null
      const after = { name: name ?? before.name, role: role ?? before.role, mapped, tiedTo }
      if (role !== undefined) await assertMayGive(by, role, before)
      const renamed = after.name !== before.name
      if (renamed || after.role !== before.role || after.mapped !== before.mapped)
        await audit.record({
          action: 'member.changed',
          target: { type: 'member', id },
          before: { role: before.role },
          // a name is personal: that it changed is enough
          after: { role: after.role, ...(renamed ? { renamed } : {}) },
        })
      return after
    })
  }

  /** @throws AppError invalid_request */
  function grantOf(member: string, { role, member_id }: MemberMap): Grant {
    if (role !== undefined && member_id === undefined) return { member, role }
    if (role === undefined && member_id !== undefined) return { member, tied_to: member_id }
    throw new AppError('invalid_request', 'Give role or member_id, exactly one', {
      errors: [{ pointer: '/body/role', message: 'goes alone, or member_id does' }],
    })
  }

  /** @throws AppError not_found, not_stripe_user, invalid_request, role_exceeds_yours */
  async function setMapping(by: Rights, id: string, mapping: MemberMap): Promise<Member> {
    const { role, tied_to } = grantOf(id, mapping)
    return change(by, id, async (before) => {
      assertStripeUser(before)
      if (role !== undefined) await assertMayGive(by, role, before)
      if (tied_to !== undefined) await assertMayTie(by, tied_to)
      const after = { mapped: true, role: role ?? null, tiedTo: tied_to ?? null }
      await audit.record({
        action: 'member.mapped',
        target: { type: 'member', id },
        before: { role: before.role, tied_to: before.tiedTo },
        after: { role: after.role, tied_to: after.tiedTo },
      })
      return after
    })
  }

  /** @returns what the member would hold @throws AppError whatever would refuse the grant */
  async function checkGrant(by: Rights, { member, role, tied_to }: Grant) {
    const before = found(await MemberModel.findById(member).lean(), 'member', member)
    await assertMayTouch(by, before)
    if (tied_to === undefined) return { before, given: await assertMayGive(by, role ?? '', before) }
    assertStripeUser(before)
    return { before, given: await assertMayTie(by, tied_to) }
  }

  const requestGrant = approvals.register({
    kind: 'role_grant',
    about: 'workspace',
    permission: 'team:write',
    parameters: Grant,
    describe: ({ member, role, tied_to }) =>
      tied_to === undefined
        ? `Give ${member} the role ${role}`
        : `Let the Stripe user ${member} in as ${tied_to}`,
    async assertMayDecide(by, grant) {
      await checkGrant(by, grant)
    },
    // that both may give it was made sure of when one asked and the other approved
    execute:
      async ({ member, role, tied_to }) =>
      async () => {
        if (tied_to !== undefined) await setMapping(OPERATOR, member, { member_id: tied_to })
        else if (role !== undefined) await setMember(OPERATOR, member, { role })
      },
  })

  /** Asks for a second person where the workspace wants one. @returns null where it does not */
  async function askFirst(by: Principal, grant: Grant): Promise<Approval | null> {
    const { before, given } = await checkGrant(by, grant)
    const held = grant.role !== undefined && grant.role === before.role
    if (held || !(await roles.needsSecond(by, given))) return null
    return requestGrant({ parameters: grant, requestedBy: by.id })
  }

  return {
    /** What a member may do now; null for one who is gone, deactivated or without a role. */
    async rightsOf(id: string): Promise<NamedRights | null> {
      const member = await MemberModel.findOne({ _id: id, active: true }).lean()
      return member?.role ? roles.rights(member.role) : null
    },

    roles,
    invitations,
    addMember,
    /** Without a second person: for whoever holds the machine. */
    setMember,
    setMapping,

    permissions() {
      const data = PERMISSIONS.map((id): Permission => {
        const [resource = '', action = ''] = id.split(':')
        const label = PERMISSION_LABELS[id]
        return {
          id,
          object: 'permission',
          resource,
          action,
          label,
          owner_only: OWNER_ONLY.has(id),
          gives_rights: GIVES_RIGHTS.includes(id),
        }
      })
      return { object: 'list' as const, url: '/v1/permissions', has_more: false, data }
    },

    /** @throws AppError not_found, role_exceeds_yours when the member may do more than `by` */
    async assertReach(by: Rights, id: string): Promise<void> {
      const { role } = found(await MemberModel.findById(id).lean(), 'member', id)
      if (role !== null) assertWithin(await roles.named(role), by)
    },

    /** Marks that a member asks for a new password, at most once an hour, for whoever may make the link. */
    async requestPasswordReset(memberId: string): Promise<void> {
      const now = clock.now()
      await inTransaction(async () => {
        const { modifiedCount } = await MemberModel.updateOne(
          {
            _id: memberId,
            resetRequestedAt: trusted({ $not: { $gt: new Date(now.getTime() - REQUESTED_AGAIN_MS) } }),
          },
          { $set: { resetRequestedAt: now } },
        )
        if (modifiedCount > 0)
          await audit.record({
            action: 'password.reset_requested',
            target: { type: 'member', id: memberId },
          })
      })
    },

    /** Notes that a member came in. */
    async seen(memberId: string): Promise<void> {
      await MemberModel.updateOne({ _id: memberId }, { $set: { lastSeenAt: clock.now() } })
    },

    /** Takes the mark off; part of a change that leaves its own entry. */
    async passwordWasReset(memberId: string): Promise<void> {
      await MemberModel.updateOne({ _id: memberId }, { $set: { resetRequestedAt: null } })
    },

    /**
     * Lets a Stripe Dashboard user in. One who comes for the first time becomes a member, also without access, so
     * that admins see who knocked. Until an admin maps them, the Stripe roles of this visit decide.
     * @returns the id to sign in as
     * @throws AppError role_unknown, member_deactivated
     */
    async admitStripeUser(stripeUserId: string, stripeRoles: string[]): Promise<string> {
      const role = roleOfStripeRoles(stripeRoles)
      const member = await upserting(() =>
        inTransaction(async () => {
          const existing = await MemberModel.findOne({ stripeUserId }).lean()
          if (existing && (existing.mapped || existing.role === role)) return existing
          const createdAt = clock.now()
          const after = await MemberModel.findOneAndUpdate(
            { stripeUserId, mapped: false },
            {
              $set: { role },
              $setOnInsert: {
                _id: newId('mem', createdAt),
                kind: 'stripe_user',
                name: stripeUserId,
                active: true,
                createdAt,
              },
            },
            { upsert: true, returnDocument: 'after' },
          ).lean()
          if (!after) throw new Error('The member was not stored')
          await audit.record({
            action: existing ? 'member.changed' : 'member.added',
            target: { type: 'member', id: after._id },
            ...(existing ? { before: { role: existing.role } } : {}),
            after: { role },
          })
          return after
        }),
      )
      const person = member.tiedTo === null ? member : await MemberModel.findById(member.tiedTo).lean()
      if (!member.active || !person?.active)
        throw new AppError('member_deactivated', 'An admin has ended your access')
      if (person.role === null)
        throw new AppError('role_unknown', 'None of your Stripe roles gives access to the desk')
      return member._id
    },

    /**
     * Who a token's bearer is now, and which of the workspace's accounts the request is about.
     * @throws AppError not_signed_in when the member is gone, role_unknown when they have no role,
     * account_unknown when the account is not theirs
     */
    async principal(token: AccessToken, wanted: Wanted): Promise<Standing> {
      const { workspace_id: workspaceId } = token
      const { member, rights } = await runInScope({ workspaceId }, async () => {
        const bearer = await MemberModel.findOne({ _id: token.sub, active: true }).lean()
        const member = bearer?.tiedTo
          ? await MemberModel.findOne({ _id: bearer.tiedTo, active: true }).lean()
          : bearer
        if (!member) throw new AppError('not_signed_in', 'This member no longer has access')
        return { member, rights: member.role === null ? null : await roles.rights(member.role) }
      })
      if (member.role === null || !rights)
        throw new AppError('role_unknown', 'None of your Stripe roles gives access to the desk')
      // Stripe's roles are about the account they were signed for; whom an admin has mapped belongs to the workspace
      const mapped = member.kind !== 'stripe_user' || member.mapped
      const reach = {
        accountIds: mapped || token.account_id === undefined ? null : [token.account_id],
        mode: token.mode ?? null,
      }
      const chosen = await accounts.choose(workspaceId, wanted, reach, token.account_id ?? null)
      return {
        kind: token.kind,
        id: member._id,
        workspaceId,
        role: member.role,
        roleName: rights.name,
        signsInHere: member.kind === 'member',
        permissions: chosen.bound ? boundTo(rights.permissions) : rights.permissions,
        limits: rights.limits,
        ...chosen,
        reach,
      }
    },

    async me(principal: Principal): Promise<Me> {
      const [account, member, workspaceName] = await Promise.all([
        accounts.current(),
        MemberModel.findById(principal.id).lean(),
        accounts.workspaceName(principal.workspaceId),
      ])
      const key = { _id: principal.id, name: principal.roleName, email: null }
      const { _id, name, email } = principal.kind === 'api_key' ? key : found(member, 'member', principal.id)
      return {
        object: 'me',
        workspace: { id: principal.workspaceId, name: workspaceName },
        account: {
          id: account.accountId,
          name: account.name,
          mode: account.mode,
          time_zone: account.definitions.timeZone,
          reporting_currency: account.definitions.reportingCurrency,
          default_currency: account.defaultCurrency,
        },
        member: { id: _id, name, email, role: principal.role, role_name: principal.roleName },
        bound: principal.bound,
        signs_in_here: principal.signsInHere,
        permissions: [...principal.permissions].sort(),
        limits: principal.limits,
      }
    },

    async byIds(ids: string[]): Promise<Map<string, Member>> {
      const members = await allShown(await MemberModel.find({ _id: trusted({ $in: ids }) }).lean())
      return new Map(members.map((member) => [member.id, member]))
    },

    async get(id: string): Promise<Member> {
      return shown(found(await MemberModel.findById(id).lean(), 'member', id))
    },

    async list({ active, kind, ids, ...page }: MemberQuery) {
      const filter = {
        ...(active === undefined ? {} : { active }),
        ...(kind === undefined ? {} : { kind }),
        ...(ids === undefined ? {} : { $and: [{ _id: trusted({ $in: ids }) }] }),
      }
      const { rows, has_more } = await pageOf(MemberModel, filter, page)
      return { object: 'list' as const, url: '/v1/members', has_more, data: await allShown(rows) }
    },

    /**
     * Gives a member another role or name, or asks a second person first. A Stripe user whom somebody gave a role
     * keeps it: Stripe's roles no longer decide.
     * @throws AppError not_found, invalid_request, role_exceeds_yours, last_owner, too_many_approvals
     */
    async changeMember(by: Principal, id: string, change: MemberChange): Promise<Member | Approval> {
      const { role, name } = change
      const asked = role === undefined ? null : await askFirst(by, { member: id, role })
      // a name waits for nobody
      if (asked && name !== undefined) await setMember(by, id, { name })
      return asked ?? setMember(by, id, change)
    },

    /**
     * Decides who a Stripe user is to us, with a role of their own or as a member whose role counts: the roles in
     * the Stripe Dashboard no longer do. It may ask a second person first.
     * @throws AppError not_found, not_stripe_user, invalid_request, role_exceeds_yours
     */
    async mapStripeUser(by: Principal, id: string, mapping: MemberMap): Promise<Member | Approval> {
      return (await askFirst(by, grantOf(id, mapping))) ?? setMapping(by, id, mapping)
    },

    /**
     * Lets the roles in the Stripe Dashboard decide again; until the user's next visit they have none. Those roles
     * may give up to an admin's, so only who holds that much lets them.
     * @throws AppError not_found, not_stripe_user, role_exceeds_yours
     */
    async unmapStripeUser(by: Rights, id: string): Promise<Member> {
      return change(by, id, async (before) => {
        assertStripeUser(before)
        assertWithin(await roles.named(HIGHEST_STRIPE_ROLE), by)
        if (!before.mapped) return {}
        await audit.record({
          action: 'member.unmapped',
          target: { type: 'member', id },
          before: { role: before.role, tied_to: before.tiedTo },
        })
        return { mapped: false, role: null, tiedTo: null }
      })
    },

    /** Ends a member's access and sessions at once. @throws AppError not_found, role_exceeds_yours, last_owner */
    deactivate: (by: Rights, id: string): Promise<Member> => setActive(by, id, false),

    /** @throws AppError not_found, role_exceeds_yours */
    reactivate: (by: Rights, id: string): Promise<Member> => setActive(by, id, true),
  }
}
export type TeamService = ReturnType<typeof createTeamService>
