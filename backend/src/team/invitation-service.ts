/** Invitations: links by which people make themselves members, with no more than whoever invites them holds. */
import type { AccountService } from '../accounts/service'
import type { AuditService } from '../audit/service'
import type { Clock } from '../clock'
import { pageOf } from '../database/page'
import { trusted } from '../database/query'
import { currentScope, maySee, runInScope } from '../database/scope'
import { inTransaction } from '../database/transaction'
import { AppError } from '../errors'
import { found, newId, seconds, type Page } from '../http'
import { hashToken, randomSecret, sameHash } from '../secrets/tokens'
import { InvitationModel, MemberModel, type InvitationDocument } from './model'
import { assertWithin, type RoleService } from './role-service'
import { excess, type Doer, type Rights } from './roles'
import type { Invitation, InvitationCreate } from './schema'

const GOOD_MS = 7 * 86_400_000

export interface NewMember {
  name: string
  email: string
  role: string
}

/** What belongs to signing in; the identity service, made after the team. */
export interface Passwords {
  /** Whether somebody of any workspace signs in with the address. */
  signsIn(email: string): Promise<boolean>
  addPassword(workspaceId: string, memberId: string, email: string, password: string): Promise<void>
  /** Those of the members who have a second factor. */
  withSecondFactor(memberIds: string[]): Promise<ReadonlySet<string>>
}

export interface InvitationDeps {
  clock: Clock
  audit: AuditService
  accounts: AccountService
  roles: RoleService
  passwords: Passwords
  addMember: (member: NewMember, id: string) => Promise<string>
  pepper: string
  publicUrl: URL
}

export function createInvitationService({
  clock,
  audit,
  accounts,
  roles,
  passwords,
  addMember,
  pepper,
  publicUrl,
}: InvitationDeps) {
  const toInvitation = (
    row: InvitationDocument,
    roleNames: Map<string, string>,
    url: string | null = null,
  ): Invitation => ({
    id: row._id,
    object: 'invitation',
    email: maySee('team:read') ? row.email : null,
    name: row.name,
    role: row.role,
    role_name: roleNames.get(row.role) ?? null,
    status: row.status === 'pending' && row.expiresAt <= clock.now() ? 'expired' : row.status,
    invited_by: row.invitedBy,
    member: row.memberId,
    url,
    created: seconds(row.createdAt),
    expires: seconds(row.expiresAt),
  })

  /** @throws AppError role_exceeds_yours; a role that is gone holds nothing */
  async function assertMayTouch(by: Rights, { role }: InvitationDocument): Promise<void> {
    const rights = await roles.rights(role)
    if (rights) assertWithin(rights, by)
  }

  /** Whether whoever invited could do so at this moment. */
  async function stillGiven({ invitedBy, role }: InvitationDocument): Promise<boolean> {
    if (invitedBy === null) return true
    const inviter = await MemberModel.findOne({ _id: invitedBy, active: true }).lean()
    const own = inviter?.role ? await roles.rights(inviter.role) : null
    const wanted = await roles.rights(role)
    return Boolean(own?.permissions.has('team:write') && wanted && excess(wanted, own).length === 0)
  }

  /** The invitation of a link, in the scope of its workspace. @throws AppError link_invalid */
  function behind<T>(token: string, work: (invitation: InvitationDocument) => Promise<T>): Promise<T> {
    const [workspaceId = '', id = ''] = token.replace(/^inv_/, '').split('.')
    return runInScope({ workspaceId }, async () => work(await pending(id, token)))
  }

  async function pending(id: string, token: string): Promise<InvitationDocument> {
    const invitation = await InvitationModel.findOne({
      _id: id,
      status: 'pending',
      expiresAt: trusted({ $gt: clock.now() }),
    }).lean()
    if (
      !invitation ||
      !sameHash(hashToken(pepper, token), invitation.tokenHash) ||
      !(await stillGiven(invitation))
    )
      throw new AppError('link_invalid', 'This invitation has expired, was used or was taken back')
    return invitation
  }

  return {
    async list(page: Page) {
      const [{ rows, has_more }, names] = await Promise.all([
        pageOf(InvitationModel, {}, page),
        roles.names(),
      ])
      const data = rows.map((row) => toInvitation(row, names))
      return { object: 'list' as const, url: '/v1/invitations', has_more, data }
    },

    /**
     * Invites an address; an invitation that still waits for the same one is replaced.
     * @throws AppError invalid_request, role_exceeds_yours, email_taken, four_eyes_required
     */
    async create(by: Doer, input: InvitationCreate): Promise<Invitation> {
      const createdAt = clock.now()
      const id = newId('inv', createdAt)
      const { workspaceId } = currentScope()
      const token = `inv_${workspaceId}.${id}.${randomSecret()}`
      const email = input.email.toLowerCase()
      const row: InvitationDocument = {
        _id: id,
        workspaceId,
        email,
        name: input.name ?? null,
        role: input.role,
        tokenHash: hashToken(pepper, token),
        invitedBy: by.id ?? null,
        status: 'pending',
        memberId: null,
        createdAt,
        expiresAt: new Date(createdAt.getTime() + GOOD_MS),
      }
      return inTransaction(async () => {
        await accounts.lockTeam()
        const given = await roles.named(input.role)
        assertWithin(given, by)
        if (await roles.needsSecond(by, given))
          throw new AppError('four_eyes_required', `Nobody is invited as ${given.name} by one person alone`)
        if (await passwords.signsIn(email))
          throw new AppError('email_taken', `${input.email} signs in already`, {
            errors: [{ pointer: '/body/email', message: 'must not sign in yet' }],
          })
        const former = await InvitationModel.findOne({ email, status: 'pending' }).lean()
        if (former) {
          await assertMayTouch(by, former)
          await InvitationModel.updateOne({ _id: former._id }, { $set: { status: 'revoked' } })
        }
        await InvitationModel.create([row])
        await audit.record({
          action: 'invitation.created',
          target: { type: 'invitation', id },
          after: { role: input.role, ...(former ? { replaces: former._id } : {}) },
        })
        const url = new URL('/invite', publicUrl)
        url.searchParams.set('token', token)
        return toInvitation(row, await roles.names(), url.href)
      })
    },

    /** @throws AppError not_found, role_exceeds_yours, invitation_ended */
    async revoke(by: Rights, id: string): Promise<Invitation> {
      return inTransaction(async () => {
        await accounts.lockTeam()
        const before = found(await InvitationModel.findById(id).lean(), 'invitation', id)
        await assertMayTouch(by, before)
        if (before.status !== 'pending')
          throw new AppError('invitation_ended', `The invitation is ${before.status}`)
        await InvitationModel.updateOne({ _id: id }, { $set: { status: 'revoked' } })
        await audit.record({ action: 'invitation.revoked', target: { type: 'invitation', id } })
        return toInvitation({ ...before, status: 'revoked' }, await roles.names())
      })
    },

    /** What the holder of a link is invited to. @throws AppError link_invalid */
    look: (token: string) =>
      behind(token, async ({ workspaceId, email, name, role }) => ({
        workspace: await accounts.workspaceName(workspaceId),
        role: (await roles.names()).get(role) ?? '',
        email,
        name,
      })),

    /**
     * Makes the holder of a link a member; the link is spent. @returns the address to sign in with
     * @throws AppError link_invalid, email_taken, or what the password lacks
     */
    accept: (token: string, { name, password }: { name: string; password: string }): Promise<string> =>
      behind(token, ({ _id, workspaceId, email }) => {
        const memberId = newId('mem', clock.now())
        const actor = { kind: 'member' as const, id: memberId }
        return runInScope({ workspaceId, actor }, () =>
          inTransaction(async () => {
            await accounts.lockTeam()
            // of two at once the second finds it spent
            const { role } = await pending(_id, token)
            await addMember({ name, email, role }, memberId)
            await passwords.addPassword(workspaceId, memberId, email, password)
            await InvitationModel.updateOne({ _id }, { $set: { status: 'accepted', memberId } })
            await audit.record({
              action: 'invitation.accepted',
              target: { type: 'invitation', id: _id },
              after: { member: memberId },
            })
            return email
          }),
        )
      }),
  }
}
export type InvitationService = ReturnType<typeof createInvitationService>
