import { trusted } from '../database/query'
import type { AccountService } from '../accounts/service'
import type { AuditService } from '../audit/service'
import type { Clock } from '../clock'
import { pageOf } from '../database/page'
import { runInScope, type Mode } from '../database/scope'
import { inTransaction } from '../database/transaction'
import { AppError } from '../errors'
import { found, newId, seconds, type Page } from '../http'
import type { AccessToken, Principal, Wanted } from '../plugins/principal'
import { MemberModel, type MemberDocument } from './model'
import { ROLES, roleNames, type Role } from './permissions'
import type { Me, Member } from './schema'

const toMember = (row: MemberDocument): Member => ({
  id: row._id,
  object: 'member',
  kind: row.kind,
  name: row.name,
  email: row.email,
  role: row.role,
  active: row.active,
  created: seconds(row.createdAt),
})

export function createTeamService({
  clock,
  audit,
  accounts,
}: {
  clock: Clock
  audit: AuditService
  accounts: AccountService
}) {
  return {
    /** Adds a member to the workspace in scope. */
    async addMember(member: { name: string; email: string; role: Role }): Promise<string> {
      const createdAt = clock.now()
      const id = newId('mem', createdAt)
      return inTransaction(async () => {
        await MemberModel.create([
          { _id: id, ...member, kind: 'member', stripeUserId: null, active: true, createdAt },
        ])
        await audit.record({
          action: 'member.added',
          target: { type: 'member', id },
          after: { role: member.role },
        })
        return id
      })
    },

    /** The member behind a Stripe Dashboard user; made on the first visit with the role that Stripe's roles give. */
    async stripeUser(stripeUserId: string, role: Role): Promise<MemberDocument> {
      return inTransaction(async () => {
        const existing = await MemberModel.findOne({ stripeUserId }).lean()
        if (existing?.role === role) return existing
        const createdAt = clock.now()
        const member = await MemberModel.findOneAndUpdate(
          { stripeUserId },
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
        if (!member) throw new Error('The member was not stored')
        await audit.record({
          action: existing ? 'member.role_changed' : 'member.added',
          target: { type: 'member', id: member._id },
          ...(existing ? { before: { role: existing.role } } : {}),
          after: { role },
        })
        return member
      })
    },

    /**
     * Who a token's bearer is now, and which of the workspace's accounts the request is about.
     * @throws AppError not_signed_in when the member is gone, account_unknown when the account is not theirs
     */
    async principal(token: AccessToken, wanted: Wanted): Promise<Principal> {
      const { workspace_id: workspaceId } = token
      const member = await runInScope({ workspaceId }, () =>
        MemberModel.findOne({ _id: token.sub, active: true }).lean(),
      )
      if (!member) throw new AppError('not_signed_in', 'This member no longer has access')
      const accountId = token.account_id ?? wanted.account
      const mode = token.mode ?? (wanted.mode as Mode | undefined)
      const account = (await accounts.ofWorkspace(workspaceId)).find(
        (one) =>
          (accountId === undefined || one.accountId === accountId) &&
          (mode === undefined || one.mode === mode),
      )
      const foreign =
        (token.account_id !== undefined && (wanted.account ?? token.account_id) !== token.account_id) ||
        (token.mode !== undefined && (wanted.mode ?? token.mode) !== token.mode)
      const without = wanted.optional && accountId === undefined && mode === undefined
      if (foreign || (!account && !without))
        throw new AppError(
          'account_unknown',
          `No such account in this workspace${mode ? ` in ${mode} mode` : ''}`,
        )
      return {
        kind: token.kind,
        id: member._id,
        workspaceId,
        role: member.role,
        permissions: new Set(ROLES[member.role]),
        accountId: account?.accountId ?? null,
        mode: account?.mode ?? null,
      }
    },

    async me(principal: Principal): Promise<Me> {
      const [account, member, workspaceName] = await Promise.all([
        accounts.current(),
        MemberModel.findById(principal.id).lean(),
        accounts.workspaceName(principal.workspaceId),
      ])
      const { _id, name, email, role } = found(member, 'member', principal.id)
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
        member: { id: _id, name, email, role },
        permissions: [...principal.permissions].sort(),
      }
    },

    async byIds(ids: string[]): Promise<Map<string, Member>> {
      const rows = await MemberModel.find({ _id: trusted({ $in: ids }) }).lean()
      return new Map(rows.map((row) => [row._id, toMember(row)]))
    },

    async list(page: Page) {
      const { rows, has_more } = await pageOf(MemberModel, {}, page)
      return { object: 'list' as const, url: '/v1/members', has_more, data: rows.map(toMember) }
    },

    roles() {
      const data = roleNames.map((id) => ({ id, object: 'role' as const, permissions: [...ROLES[id]] }))
      return { object: 'list' as const, url: '/v1/roles', has_more: false, data }
    },
  }
}
export type TeamService = ReturnType<typeof createTeamService>
