/** Workspaces, the Stripe accounts they own, and the definitions by which an account's figures are made. */
import type { AuditService } from '../audit/service'
import type { Clock } from '../clock'
import { currentAccount, runInScope, type AccountScope, type Mode } from '../database/scope'
import { inTransaction } from '../database/transaction'
import { AppError } from '../errors'
import { newId } from '../http'
import type { Definitions } from '../metrics'
import { AccountModel, WorkspaceModel, type AccountDocument } from './model'
import type { Settings, SettingsChange } from './schema'

const keyOf = (accountId: string, mode: Mode): string => `${accountId}:${mode}`

export const scopeOf = ({ workspaceId, accountId, mode }: AccountDocument): AccountScope => ({
  workspaceId,
  accountId,
  mode,
})

const toSettings = ({ accountId, mode, definitions }: AccountDocument): Settings => ({
  object: 'settings',
  account: accountId,
  mode,
  time_zone: definitions.timeZone,
  reporting_currency: definitions.reportingCurrency,
  discount_policy: definitions.discountPolicy,
  churn_recognition: definitions.churnRecognition,
  past_due_grace_days: definitions.pastDueGraceDays,
})

function checkTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
  } catch (cause) {
    throw new AppError('invalid_request', `${timeZone} is not a time zone`, {
      cause,
      errors: [
        { pointer: '/body/time_zone', message: 'must be an IANA time zone, for example Europe/Berlin' },
      ],
    })
  }
}

export interface ConnectedAccount {
  accountId: string
  mode: Mode
  name: string
  country: string | null
  defaultCurrency: string
  timeZone: string
}

export function createAccountService({ clock, audit }: { clock: Clock; audit: AuditService }) {
  async function current(): Promise<AccountDocument> {
    const { accountId, mode } = currentAccount()
    const account = await AccountModel.findById(keyOf(accountId, mode)).lean()
    if (!account)
      throw new AppError('account_unknown', `The account ${accountId} is not connected in ${mode} mode`)
    return account
  }

  return {
    current,

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

    /** Adds the account to the workspace, or refreshes what Stripe says of it. Definitions, once there, stay. */
    async connect(workspaceId: string, account: ConnectedAccount): Promise<AccountDocument> {
      const { accountId, mode, name, country, defaultCurrency, timeZone } = account
      const _id = keyOf(accountId, mode)
      const owner = await AccountModel.findById(_id).lean()
      if (owner && owner.workspaceId !== workspaceId)
        throw new AppError('account_unknown', `The account ${accountId} belongs to another workspace`)
      const definitions: Definitions = {
        timeZone,
        reportingCurrency: defaultCurrency,
        discountPolicy: 'recurring',
        churnRecognition: 'at_end',
        pastDueGraceDays: null,
      }
      return runInScope({ workspaceId, accountId, mode }, () =>
        inTransaction(async () => {
          const connected = await AccountModel.findByIdAndUpdate(
            _id,
            {
              $set: { name, country, defaultCurrency },
              $setOnInsert: { accountId, mode, workspaceId, definitions, connectedAt: clock.now() },
            },
            { upsert: true, returnDocument: 'after' },
          ).lean()
          if (!connected) throw new Error('The account was not stored')
          if (!owner)
            await audit.record({
              action: 'account.connected',
              target: { type: 'account', id: accountId },
              after: { mode },
            })
          return connected
        }),
      )
    },

    async all(): Promise<AccountDocument[]> {
      return AccountModel.find().sort({ _id: 1 }).lean()
    },

    async ofWorkspace(workspaceId: string): Promise<AccountDocument[]> {
      return AccountModel.find({ workspaceId }).sort({ connectedAt: 1 }).lean()
    },

    async find(accountId: string, mode: Mode): Promise<AccountDocument | null> {
      return AccountModel.findById(keyOf(accountId, mode)).lean()
    },

    /** Whose an event is: the connected account it names, or our own where it names none. */
    async receiver(named: string | undefined, mode: Mode): Promise<AccountDocument | null> {
      if (named !== undefined) return AccountModel.findById(keyOf(named, mode)).lean()
      return AccountModel.findOne({ mode }).sort({ connectedAt: 1 }).lean()
    },

    async settings(): Promise<Settings> {
      return toSettings(await current())
    },

    /** Changes definitions; `true` in `redefined` says that figures must be computed again. */
    async changeSettings(change: SettingsChange): Promise<{ settings: Settings; redefined: boolean }> {
      if (change.time_zone !== undefined) checkTimeZone(change.time_zone)
      return inTransaction(async () => {
        const before = await current()
        const definitions: Definitions = {
          ...before.definitions,
          ...(change.time_zone === undefined ? {} : { timeZone: change.time_zone }),
          ...(change.reporting_currency === undefined
            ? {}
            : { reportingCurrency: change.reporting_currency }),
        }
        const redefined = JSON.stringify(definitions) !== JSON.stringify(before.definitions)
        if (redefined) {
          await AccountModel.updateOne({ _id: before._id }, { $set: { definitions } })
          await audit.record({
            action: 'settings.changed',
            target: { type: 'account', id: before.accountId },
            before: { ...before.definitions },
            after: { ...definitions },
          })
        }
        return { settings: toSettings({ ...before, definitions }), redefined }
      })
    },
  }
}
export type AccountService = ReturnType<typeof createAccountService>
