/** By what the figures of an account are made, and what a change of it makes anew. */
import type { AccountDocument } from '../accounts/model'
import type { AccountService } from '../accounts/service'
import type { AuditService } from '../audit/service'
import { CustomerModel } from '../customers/model'
import { inTransaction } from '../database/transaction'
import { AppError } from '../errors'
import { PRESETS, presetOf } from '../metrics'
import type { SyncService } from '../sync/service'
import { MAX_METADATA_VALUES, type Settings, type SettingsChange, type SettingsChanged } from './schema'

const toSettings = (account: AccountDocument): Settings => {
  const { accountId, mode, definitions, fiscalYearStart = 1, metadataKeys = [], feeRates = [] } = account
  return {
    object: 'settings',
    account: accountId,
    mode,
    time_zone: definitions.timeZone,
    reporting_currency: definitions.reportingCurrency,
    discount_policy: definitions.discountPolicy,
    churn_recognition: definitions.churnRecognition,
    past_due_grace_days: definitions.pastDueGraceDays,
    fiscal_year_start: fiscalYearStart,
    metadata_keys: metadataKeys,
    fee_rates: feeRates,
    preset: presetOf(definitions),
  }
}

function changed(account: AccountDocument, change: SettingsChange): AccountDocument {
  const { definitions } = account
  const rules = change.preset === undefined ? definitions : PRESETS[change.preset]
  const { past_due_grace_days: grace } = change
  return {
    ...account,
    definitions: {
      timeZone: change.time_zone ?? definitions.timeZone,
      reportingCurrency: change.reporting_currency ?? definitions.reportingCurrency,
      discountPolicy: change.discount_policy ?? rules.discountPolicy,
      churnRecognition: change.churn_recognition ?? rules.churnRecognition,
      pastDueGraceDays: grace === undefined ? rules.pastDueGraceDays : grace,
    },
    fiscalYearStart: change.fiscal_year_start ?? account.fiscalYearStart ?? 1,
    metadataKeys: change.metadata_keys?.toSorted() ?? account.metadataKeys ?? [],
    feeRates: change.fee_rates?.toSorted((a, b) => (a.from < b.from ? -1 : 1)) ?? account.feeRates ?? [],
  }
}

const refuse = (field: string, detail: string, message: string) =>
  new AppError('invalid_request', detail, { errors: [{ pointer: `/body/${field}`, message }] })

function checkTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
  } catch {
    const message = 'must be an IANA time zone, for example Europe/Berlin'
    throw refuse('time_zone', `${timeZone} is not a time zone`, message)
  }
}

/** Each value is a slice of its own, on every day: keys that name each customer apart would be without end. */
async function checkMetadataKey(key: string): Promise<void> {
  const value = { $getField: { field: { $literal: key }, input: '$object.metadata' } }
  const values = await CustomerModel.aggregate([
    { $match: { deleted: false } },
    { $group: { _id: value } },
    { $match: { _id: { $ne: null } } },
    { $limit: MAX_METADATA_VALUES + 1 },
  ])
  if (values.length > MAX_METADATA_VALUES)
    throw refuse(
      'metadata_keys',
      `Customers have more than ${MAX_METADATA_VALUES} values of ${key}`,
      `must be keys with at most ${MAX_METADATA_VALUES} values`,
    )
}

async function check(account: AccountDocument, change: SettingsChange): Promise<void> {
  if (change.time_zone !== undefined) checkTimeZone(change.time_zone)
  const days = change.fee_rates?.map(({ from }) => from) ?? []
  if (new Set(days).size < days.length)
    throw refuse('fee_rates', 'Two prices begin on the same day', 'must begin on days of their own')
  for (const key of change.metadata_keys ?? [])
    if (!account.metadataKeys?.includes(key)) await checkMetadataKey(key)
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

export interface SettingsDeps {
  audit: AuditService
  accounts: AccountService
  sync: SyncService
}

export function createSettingsService({ audit, accounts, sync }: SettingsDeps) {
  /** Stores what differs. */
  const store = (change: SettingsChange) =>
    inTransaction(async () => {
      const account = await accounts.current()
      const fresh = changed(account, change)
      const [before, after] = [toSettings(account), toSettings(fresh)]
      const fields = (Object.keys(before) as (keyof Settings)[]).filter(
        (field) => !isSame(before[field], after[field]),
      )
      if (fields.length > 0) {
        await accounts.define(fresh)
        const some = (settings: Settings) =>
          Object.fromEntries(fields.map((field) => [field, settings[field]]))
        await audit.record({
          action: 'settings.changed',
          target: { type: 'account', id: account.accountId },
          before: some(before),
          after: some(after),
        })
      }
      return {
        settings: after,
        redefined: !isSame(account.definitions, fresh.definitions),
        resliced: !isSame(before.metadata_keys, after.metadata_keys),
      }
    })

  return {
    get: async (): Promise<Settings> => toSettings(await accounts.current()),

    /**
     * Changes what is given. Definitions make all history be computed anew in the background, keys of metadata its slices;
     * what was believed before stays readable as known then.
     * @throws AppError invalid_request naming the field
     */
    async change(change: SettingsChange): Promise<SettingsChanged> {
      await check(await accounts.current(), change)
      const { settings, redefined, resliced } = await store(change)
      const started = redefined ? sync.startRecompute() : resliced ? sync.startReslicing() : null
      return { object: 'settings_change', settings, operation: (await started)?.id ?? null }
    },
  }
}
export type SettingsService = ReturnType<typeof createSettingsService>
