/**
 * What one person asks for and another decides about: refunds, transfers, credit notes and grants of roles go the same
 * way. What was asked for is kept as it was, done once, and each step leaves its entry in the trail.
 */
import { createHash } from 'node:crypto'
import type { Static, TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { canonical } from '../audit/chain'
import type { AuditService } from '../audit/service'
import type { Clock } from '../clock'
import { pageOf } from '../database/page'
import { trusted } from '../database/query'
import { currentAccount, currentReach, currentScope, runInScope } from '../database/scope'
import { inTransaction } from '../database/transaction'
import { AppError } from '../errors'
import { found, newId, seconds } from '../http'
import type { Logger } from '../log'
import type { Principal } from '../plugins/principal'
import type { Permission } from '../team/permissions'
import type { Rights } from '../team/roles'
import { ApprovalModel, type ApprovalDocument, type ApprovalStatus } from './model'
import type { Approval, ApprovalQuery } from './schema'

const DECIDE_WITHIN_MS = 72 * 3_600_000
const MAX_PENDING = 500
/** An execution that broke without an answer is tried again each hour, so many times. */
const MAX_ATTEMPTS = 24
/** So long after the decision the request that made it may still be at it. */
const SETTLE_MS = 60_000

/** A kind of action that may need a second person. */
export interface ActionKind<T extends TSchema> {
  kind: string
  /** Whether it is about the account in scope, or about the workspace itself. */
  about: 'account' | 'workspace'
  /** What somebody needs to decide about it, besides `approvals:decide`. */
  permission: Permission
  parameters: T
  /** One line for people, without personal data. */
  describe(parameters: Static<T>): string
  /** @throws AppError when somebody with these rights could not do it by themselves */
  assertMayDecide(by: Rights, parameters: Static<T>): Promise<void>
  /**
   * Does what is not in our database; it may be repeated with the same key and then does nothing more.
   * @returns what is written here, in the transaction that ends the approval: it happens once
   */
  execute(parameters: Static<T>, options: { idempotencyKey: string }): Promise<() => Promise<void>>
}

/** The same for parameters as they are stored. */
type Stored = Pick<ActionKind<TSchema>, 'permission'> & {
  assertMayDecide(by: Rights, parameters: unknown): Promise<void>
  execute(parameters: unknown, options: { idempotencyKey: string }): Promise<() => Promise<void>>
}

export interface Ask<P> {
  parameters: P
  requestedBy: string
  reason?: string
  money?: { amount: number; currency: string }
}

const hashOf = ({
  kind,
  accountId,
  mode,
  parameters,
}: Pick<ApprovalDocument, 'kind' | 'accountId' | 'mode' | 'parameters'>): string =>
  createHash('sha256').update(canonical({ kind, accountId, mode, parameters })).digest('hex')

/** What can still be decided, and what nobody decided in time. */
const waiting = (now: Date) => ({ status: 'pending' as const, expiresAt: trusted({ $gt: now }) })
const late = (now: Date) => ({ status: 'pending' as const, expiresAt: trusted({ $lte: now }) })

/** A refusal that will be the same next time. */
const isFinal = (error: unknown): error is AppError =>
  error instanceof AppError && (error.status < 500 || error.code === 'stripe_refused')

export function createApprovalService({
  clock,
  log,
  audit,
}: {
  clock: Clock
  log: Logger
  audit: AuditService
}) {
  const kinds = new Map<string, Stored>()

  const statusOf = ({ status, expiresAt }: ApprovalDocument): ApprovalStatus =>
    status === 'pending' && expiresAt <= clock.now() ? 'expired' : status

  const toApproval = (row: ApprovalDocument): Approval => ({
    id: row._id,
    object: 'approval',
    kind: row.kind,
    status: statusOf(row),
    description: row.description,
    parameters: row.parameters,
    parameters_sha256: row.parametersHash,
    reason: row.reason,
    amount: row.amount,
    currency: row.currency,
    account: row.accountId,
    mode: row.mode,
    requested_by: row.requestedBy,
    decided_by: row.decidedBy,
    rejection: row.rejection,
    failure: row.failure,
    created: seconds(row.createdAt),
    expires: seconds(row.expiresAt),
    decided: row.decidedAt ? seconds(row.decidedAt) : null,
    ended: row.endedAt ? seconds(row.endedAt) : null,
  })

  /** Of the workspace itself, and of the accounts that whoever asks may ask about. */
  function inReach(): Record<string, unknown> {
    const { accountIds } = currentReach()
    return accountIds === null ? {} : { accountId: trusted({ $in: [null, ...accountIds] }) }
  }

  const one = async (id: string): Promise<ApprovalDocument> =>
    found(await ApprovalModel.findOne({ _id: id, ...inReach() }).lean(), 'approval', id)

  function kindOf({ kind }: ApprovalDocument): Stored {
    const known = kinds.get(kind)
    if (!known) throw new Error(`Nobody registered approvals of ${kind}`)
    return known
  }

  const note = (action: string, { _id, kind, parametersHash }: ApprovalDocument, more: object = {}) =>
    audit.record({
      action: `approval.${action}`,
      target: { type: 'approval', id: _id },
      after: { kind, parameters_sha256: parametersHash, ...more },
    })

  /** The one way from a status to the next: of several at once, one goes it. @returns null for the others */
  function move(
    { _id }: ApprovalDocument,
    from: Record<string, unknown>,
    set: Partial<ApprovalDocument> & { status: ApprovalStatus },
    also: () => Promise<void> = async () => {},
  ): Promise<ApprovalDocument | null> {
    return inTransaction(async () => {
      const after = await ApprovalModel.findOneAndUpdate(
        { _id, ...from },
        { $set: set },
        { returnDocument: 'after' },
      ).lean()
      if (!after) return null
      await also()
      await note(set.status, after, after.failure === null ? {} : { failure: after.failure })
      return after
    })
  }

  const ended = (row: ApprovalDocument) =>
    new AppError('approval_ended', `The approval is ${statusOf(row)} already`)

  const expire = (row: ApprovalDocument) =>
    move(row, late(clock.now()), { status: 'expired', endedAt: clock.now() })

  /** @throws AppError approval_ended */
  async function decide(
    row: ApprovalDocument,
    status: 'approved' | 'rejected' | 'canceled',
    by: string,
    rejection: string | null = null,
  ): Promise<ApprovalDocument> {
    const now = clock.now()
    const after = await move(row, waiting(now), {
      status,
      decidedBy: by,
      decidedAt: now,
      rejection,
      ...(status === 'approved' ? {} : { endedAt: now }),
    })
    if (after) return after
    await expire(row)
    throw ended(await one(row._id))
  }

  /** @throws AppError approval_own, permission_missing, or what the kind says */
  async function assertMayDecide(by: Principal, row: ApprovalDocument): Promise<void> {
    const kind = kindOf(row)
    // its maker would decide about what they asked for themselves
    if (by.kind === 'api_key') throw new AppError('permission_missing', 'A person decides, not a key')
    if (row.requestedBy === by.id)
      throw new AppError('approval_own', 'You asked for this yourself; somebody else decides')
    if (!by.permissions.has(kind.permission))
      throw new AppError('permission_missing', `Deciding this needs the permission ${kind.permission}`)
    await kind.assertMayDecide(by, row.parameters)
  }

  /** Does what was approved, once, however often it is called. */
  async function execute(row: ApprovalDocument): Promise<ApprovalDocument> {
    const { workspaceId, accountId, mode, _id: idempotencyKey } = row
    const { actor } = currentScope()
    const scope =
      accountId === null || mode === null
        ? currentScope()
        : { workspaceId, accountId, mode, ...(actor ? { actor } : {}) }
    const end = (status: 'executed' | 'failed', failure: string | null, write?: () => Promise<void>) =>
      move(row, { status: 'approved' }, { status, failure, endedAt: clock.now() }, write)
    await runInScope(scope, async () => {
      try {
        if (hashOf(row) !== row.parametersHash)
          throw new AppError('approval_ended', 'What was stored is not what was asked for')
        await end('executed', null, await kindOf(row).execute(row.parameters, { idempotencyKey }))
      } catch (error) {
        if (isFinal(error)) await end('failed', error.detail)
        else {
          log.error({ err: error, approval: row._id }, 'an approved action broke')
          if (row.attempts + 1 >= MAX_ATTEMPTS) await end('failed', 'It could not be done for a day')
          else await ApprovalModel.updateOne({ _id: row._id, status: 'approved' }, { $inc: { attempts: 1 } })
        }
      }
    })
    return one(row._id)
  }

  return {
    /** Makes a kind known. @returns how to ask for one */
    register<T extends TSchema>(action: ActionKind<T>) {
      const { kind, about, permission } = action
      const read = (parameters: unknown): Static<T> => {
        if (Value.Check(action.parameters, parameters)) return parameters
        throw new Error(`These are no parameters of ${kind}`)
      }
      kinds.set(kind, {
        permission,
        assertMayDecide: (by, parameters) => action.assertMayDecide(by, read(parameters)),
        execute: (parameters, options) => action.execute(read(parameters), options),
      })

      /** Asks for a decision; the caller has made sure that who asks may ask. @throws AppError too_many_approvals */
      return async ({
        parameters,
        requestedBy,
        reason,
        money,
      }: Ask<Static<T> & object>): Promise<Approval> => {
        const createdAt = clock.now()
        const { accountId, mode } = about === 'account' ? currentAccount() : { accountId: null, mode: null }
        const asked = { kind, accountId, mode, parameters: { ...parameters } }
        const row: ApprovalDocument = {
          ...asked,
          _id: newId('apr', createdAt),
          workspaceId: currentScope().workspaceId,
          parametersHash: hashOf(asked),
          description: action.describe(read(parameters)),
          reason: reason ?? null,
          amount: money?.amount ?? null,
          currency: money?.currency ?? null,
          requestedBy,
          status: 'pending',
          createdAt,
          expiresAt: new Date(createdAt.getTime() + DECIDE_WITHIN_MS),
          decidedBy: null,
          decidedAt: null,
          rejection: null,
          endedAt: null,
          attempts: 0,
          failure: null,
        }
        return inTransaction(async () => {
          if ((await ApprovalModel.countDocuments(waiting(createdAt))) >= MAX_PENDING)
            throw new AppError('too_many_approvals', `${MAX_PENDING} approvals wait already`)
          await ApprovalModel.create([row])
          await note('requested', row)
          return toApproval(row)
        })
      }
    },

    async list({ status, ...page }: ApprovalQuery) {
      const now = clock.now()
      const filter =
        status === 'pending'
          ? waiting(now)
          : status === 'expired'
            ? { $or: [{ status }, late(now)] }
            : status === undefined
              ? {}
              : { status }
      const { rows, has_more } = await pageOf(ApprovalModel, { ...filter, ...inReach() }, page)
      return { object: 'list' as const, url: '/v1/approvals', has_more, data: rows.map(toApproval) }
    },

    /** How many wait for somebody, of those that whoever asks may see. */
    countWaiting: (): Promise<number> =>
      ApprovalModel.countDocuments({ ...waiting(clock.now()), ...inReach() }).exec(),

    get: async (id: string): Promise<Approval> => toApproval(await one(id)),

    /**
     * Approves and does what was asked for. Where doing it breaks without an answer it stays approved, and is taken
     * up again.
     * @throws AppError not_found, approval_own, permission_missing, approval_ended, or what the kind says
     */
    async approve(by: Principal, id: string): Promise<Approval> {
      const row = await one(id)
      await assertMayDecide(by, row)
      return toApproval(await execute(await decide(row, 'approved', by.id)))
    },

    /** @throws AppError not_found, approval_own, permission_missing, approval_ended, or what the kind says */
    async reject(by: Principal, id: string, reason?: string): Promise<Approval> {
      const row = await one(id)
      await assertMayDecide(by, row)
      return toApproval(await decide(row, 'rejected', by.id, reason))
    },

    /** Takes back what one asked for. @throws AppError not_found, permission_missing, approval_ended */
    async cancel(by: Principal, id: string): Promise<Approval> {
      const row = await one(id)
      if (row.requestedBy !== by.id)
        throw new AppError('permission_missing', 'Only who asked for it takes it back; others reject')
      return toApproval(await decide(row, 'canceled', by.id))
    },

    /** Ends what nobody decided in time, and finishes what was approved and not done, for the workspace in scope. */
    async settle(): Promise<{ expired: number; executed: number }> {
      const now = clock.now()
      const rows = await ApprovalModel.find(late(now)).limit(MAX_PENDING).lean()
      let expired = 0
      for (const row of rows) if (await expire(row)) expired += 1
      const left = await ApprovalModel.find({
        status: 'approved',
        decidedAt: trusted({ $lt: new Date(now.getTime() - SETTLE_MS) }),
      })
        .limit(MAX_PENDING)
        .lean()
      let executed = 0
      for (const row of left) if ((await execute(row)).status === 'executed') executed += 1
      return { expired, executed }
    },
  }
}
export type ApprovalService = ReturnType<typeof createApprovalService>
