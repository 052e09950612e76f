/** Workspaces, the Stripe accounts they own, and the definitions by which an account's figures are made. */
import type { AuditService } from '../audit/service'
import type { Clock } from '../clock'
import { trusted } from '../database/query'
import {
  currentAccount,
  currentActor,
  currentReach,
  currentScope,
  runInScope,
  type AccountScope,
  type Mode,
  type Reach,
} from '../database/scope'
import { inTransaction } from '../database/transaction'
import { AppError } from '../errors'
import { found, newId, seconds } from '../http'
import { PRESETS, type Definitions } from '../metrics'
import type { Wanted } from '../plugins/principal'
import {
  AccountModel,
  WorkspaceModel,
  type AccountDocument,
  type FourEyes,
  type Onboarding,
  type WorkspaceDocument,
} from './model'
import type { Workspace, WorkspaceChange } from './schema'

const keyOf = (accountId: string, mode: Mode): string => `${accountId}:${mode}`

export const scopeOf = ({ workspaceId, accountId, mode }: AccountDocument): AccountScope => ({
  workspaceId,
  accountId,
  mode,
})

/** Runs `work` for an account on behalf of whoever does the work at hand. */
export const inAccount = <T>(account: AccountDocument, work: () => Promise<T>): Promise<T> =>
  runInScope({ ...scopeOf(account), ...currentActor() }, work)

/** The same for each of several accounts, one after the other. */
export async function inEach<T>(
  accounts: AccountDocument[],
  work: (account: AccountDocument) => Promise<T>,
): Promise<T[]> {
  const results: T[] = []
  for (const account of accounts) results.push(await inAccount(account, () => work(account)))
  return results
}

/** The account by whose key this one is reached: itself, or its platform in the same mode. */
export const holderOf = ({ accountId, platform, mode }: AccountDocument) => ({
  accountId: platform ?? accountId,
  mode,
})

const NO_FOUR_EYES: FourEyes = {
  role_grant: false,
  refund_above: null,
  transfer_above: null,
  credit_note_above: null,
}

const toWorkspace = ({ _id, name, fourEyes, createdAt }: WorkspaceDocument): Workspace => ({
  id: _id,
  object: 'workspace',
  name,
  four_eyes: { ...NO_FOUR_EYES, ...fourEyes },
  created: seconds(createdAt),
})

/** How a request asks for all accounts of the workspace together. */
export const ALL_ACCOUNTS = 'all'

const isWithin = ({ accountIds, mode }: Reach, account: AccountDocument): boolean =>
  (accountIds?.includes(account.accountId) ?? true) && (mode ?? account.mode) === account.mode

export interface ConnectedAccount {
  accountId: string
  mode: Mode
  name: string
  country: string | null
  defaultCurrency: string
  timeZone: string
  via: AccountDocument['via']
  platform: string | null
}

export function createAccountService({ clock, audit }: { clock: Clock; audit: AuditService }) {
  /** A connected account; one that is disconnected is as if it were not there. */
  const find = (accountId: string, mode: Mode): Promise<AccountDocument | null> =>
    AccountModel.findOne({ _id: keyOf(accountId, mode), disconnectedAt: null })
      .lean()
      .exec()

  /** The connected accounts of a workspace, the one that was connected first first. */
  const ofWorkspace = (workspaceId: string): Promise<AccountDocument[]> =>
    AccountModel.find({ workspaceId, disconnectedAt: null }).sort({ connectedAt: 1 }).lean().exec()

  /** Those of the workspace in scope that whoever asks may ask about. */
  const inReach = async (): Promise<AccountDocument[]> => {
    const reach = currentReach()
    return (await ofWorkspace(currentScope().workspaceId)).filter((account) => isWithin(reach, account))
  }

  async function current(): Promise<AccountDocument> {
    const { accountId, mode } = currentAccount()
    const account = await find(accountId, mode)
    if (!account)
      throw new AppError('account_unknown', `The account ${accountId} is not connected in ${mode} mode`)
    return account
  }

  async function workspace(): Promise<Workspace> {
    const { workspaceId } = currentScope()
    return toWorkspace(found(await WorkspaceModel.findById(workspaceId).lean(), 'workspace', workspaceId))
  }

  return {
    current,
    ofWorkspace,
    inReach,

    /** The accounts that an answer is about: those in reach of a mode together, or the one in scope. */
    async concerned(modeOfAll: Mode | null): Promise<AccountDocument[]> {
      if (modeOfAll === null) return [await current()]
      return (await inReach()).filter(({ mode }) => mode === modeOfAll)
    },

    workspace,

    /** @throws AppError permission_missing when four-eyes rules are changed without security:write */
    async changeWorkspace(
      by: { permissions: ReadonlySet<string> },
      { name, four_eyes }: WorkspaceChange,
    ): Promise<Workspace> {
      if (four_eyes !== undefined && !by.permissions.has('security:write'))
        throw new AppError('permission_missing', 'Four-eyes rules need the permission security:write')
      return inTransaction(async () => {
        const before = await workspace()
        const after = {
          ...before,
          name: name ?? before.name,
          four_eyes: { ...before.four_eyes, ...four_eyes },
        }
        if (JSON.stringify(after) === JSON.stringify(before)) return before
        await WorkspaceModel.updateOne(
          { _id: before.id },
          { $set: { name: after.name, fourEyes: after.four_eyes } },
        )
        await audit.record({
          action: 'workspace.changed',
          target: { type: 'workspace', id: before.id },
          before: { name: before.name, four_eyes: before.four_eyes },
          after: { name: after.name, four_eyes: after.four_eyes },
        })
        return after
      })
    },

    find,

    /** The first workspace, made when there is none. @returns its id and whether it was made now */
    async ensureWorkspace(name: string): Promise<{ id: string; made: boolean }> {
      const existing = await WorkspaceModel.findOne().sort({ _id: 1 }).lean()
      if (existing) return { id: existing._id, made: false }
      const createdAt = clock.now()
      const id = newId('ws', createdAt)
      await WorkspaceModel.create([{ _id: id, name, createdAt }])
      return { id, made: true }
    },

    async workspaceName(id: string): Promise<string> {
      return (await WorkspaceModel.findById(id).lean())?.name ?? ''
    },

    async workspaceIds(): Promise<string[]> {
      return (await WorkspaceModel.find({}, { _id: 1 }).sort({ _id: 1 }).lean()).map(({ _id }) => _id)
    },

    /** Lets no other change of the workspace's team pass while the transaction at hand lasts. */
    async lockTeam(): Promise<void> {
      const { workspaceId } = currentScope()
      await WorkspaceModel.updateOne({ _id: workspaceId }, { $inc: { teamChanges: 1 } })
    },

    async requiresSecondFactor(workspaceId: string): Promise<boolean> {
      return (await WorkspaceModel.findById(workspaceId).lean())?.requireSecondFactor ?? false
    },

    /** Says whether members of the workspace in scope must have a second factor; it counts at their next request. */
    async requireSecondFactor(required: boolean): Promise<void> {
      const { workspaceId } = currentScope()
      await inTransaction(async () => {
        const { modifiedCount } = await WorkspaceModel.updateOne(
          { _id: workspaceId, requireSecondFactor: required ? trusted({ $ne: true }) : true },
          { $set: { requireSecondFactor: required } },
        )
        if (modifiedCount > 0)
          await audit.record({
            action: 'security.changed',
            target: { type: 'workspace', id: workspaceId },
            before: { requireSecondFactor: !required },
            after: { requireSecondFactor: required },
          })
      })
    },

    /**
     * Adds the account to the workspace, or refreshes what Stripe says of it. Definitions, once there, stay, as does
     * the data of one that was disconnected and kept.
     * @throws AppError account_taken
     */
    async connect(workspaceId: string, account: ConnectedAccount): Promise<AccountDocument> {
      const { accountId, mode, name, country, defaultCurrency, timeZone, via, platform } = account
      const _id = keyOf(accountId, mode)
      const owner = await AccountModel.findById(_id).lean()
      if (owner && owner.workspaceId !== workspaceId)
        throw new AppError('account_taken', `The account ${accountId} is connected to another workspace`)
      if (owner?.disconnectedAt && owner.eraseAt && owner.eraseAt <= clock.now())
        throw new AppError('account_erasing', `The data of ${accountId} is being erased`)
      const definitions: Definitions = {
        timeZone,
        reportingCurrency: defaultCurrency,
        ...PRESETS.default,
      }
      return runInScope({ workspaceId, accountId, mode, ...currentActor() }, () =>
        inTransaction(async () => {
          const connected = await AccountModel.findByIdAndUpdate(
            _id,
            {
              $set: { name, country, defaultCurrency, via, platform, disconnectedAt: null, eraseAt: null },
              $setOnInsert: { accountId, mode, workspaceId, definitions, connectedAt: clock.now() },
            },
            { upsert: true, returnDocument: 'after' },
          ).lean()
          if (!connected) throw new Error('The account was not stored')
          if (!owner || owner.disconnectedAt)
            await audit.record({
              action: 'account.connected',
              target: { type: 'account', id: accountId },
              after: { mode, via },
            })
          return connected
        }),
      )
    },

    /** Ends the connection of the account in scope; call it inside the transaction that forgets its keys. */
    async disconnect(eraseAt: Date | null): Promise<void> {
      const { accountId, mode } = currentAccount()
      const disconnectedAt = clock.now()
      const gone = await AccountModel.updateOne(
        { _id: keyOf(accountId, mode), disconnectedAt: null },
        { $set: { disconnectedAt, eraseAt } },
      )
      if (gone.modifiedCount === 0) return
      await audit.record({
        action: 'account.disconnected',
        target: { type: 'account', id: accountId },
        after: { mode, erase_at: eraseAt ? seconds(eraseAt) : null },
      })
    },

    async onboarded(onboarding: Onboarding): Promise<void> {
      const { accountId, mode } = currentAccount()
      await AccountModel.updateOne({ _id: keyOf(accountId, mode) }, { $set: { onboarding } })
    },

    /** Every connected account of every workspace. */
    async all(): Promise<AccountDocument[]> {
      return AccountModel.find({ disconnectedAt: null }).sort({ _id: 1 }).lean()
    },

    /** The disconnected ones as well: what is kept of them is kept like the rest. */
    everyOne: (): Promise<AccountDocument[]> => AccountModel.find().sort({ _id: 1 }).lean().exec(),

    /** Disconnected accounts whose data has to go by now. */
    async toErase(): Promise<AccountDocument[]> {
      return AccountModel.find({ eraseAt: trusted({ $lte: clock.now() }) }).lean()
    },

    /** Takes an account off the list for good, after its data. */
    async forget({ _id }: AccountDocument): Promise<void> {
      await AccountModel.deleteOne({ _id, eraseAt: trusted({ $lte: clock.now() }) })
    },

    /**
     * The account and mode that a request is about; no account where it is about all of them, or about the workspace.
     * `bound` says that the workspace has accounts beyond the reach.
     * @param preferred the account that is meant where none is named
     * @throws AppError account_unknown, the same for a missing, a foreign and a forbidden account
     */
    async choose(
      workspaceId: string,
      wanted: Wanted,
      reach: Reach,
      preferred: string | null,
    ): Promise<{ accountId: string | null; mode: Mode | null; bound: boolean }> {
      const all = await ofWorkspace(workspaceId)
      const bound = all.some(({ accountId }) => reach.accountIds?.includes(accountId) === false)
      const reached = all.filter((one) => isWithin(reach, one) && (wanted.mode ?? one.mode) === one.mode)
      if (wanted.consolidates && wanted.account === ALL_ACCOUNTS) {
        if (reach.accountIds === null && reached[0]) return { accountId: null, mode: reached[0].mode, bound }
      } else {
        const named = wanted.account ?? preferred
        const account = reached.find(({ accountId }) => (named ?? accountId) === accountId)
        if (account) return { accountId: account.accountId, mode: account.mode, bound }
        if (wanted.optional && named === null && wanted.mode === undefined)
          return { accountId: null, mode: null, bound }
      }
      throw new AppError(
        'account_unknown',
        `No such account in this workspace${wanted.mode ? ` in ${wanted.mode} mode` : ''}`,
      )
    },

    /** The account that was connected first in this mode: that of STRIPE_SECRET_KEY. */
    async first(mode: Mode): Promise<AccountDocument | null> {
      return AccountModel.findOne({ mode, disconnectedAt: null }).sort({ connectedAt: 1 }).lean()
    },

    /**
     * Whose an event is that came to the address of `platform`: its own, or of the account it names, where that one
     * is reached through it.
     */
    async receiver(platform: AccountDocument, named: string | undefined): Promise<AccountDocument | null> {
      if (named === undefined || named === platform.accountId) return platform
      const account = await find(named, platform.mode)
      return account?.platform === platform.accountId ? account : null
    },

    /** Stores by what the figures of the account in scope are made; call it inside the transaction that records it. */
    async define(fresh: AccountDocument): Promise<void> {
      const { _id, definitions, fiscalYearStart, metadataKeys, feeRates } = fresh
      const set = { definitions, fiscalYearStart, metadataKeys, feeRates }
      await AccountModel.updateOne({ _id }, { $set: set })
    },
  }
}
export type AccountService = ReturnType<typeof createAccountService>
