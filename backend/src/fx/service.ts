/** Exchange rates that an owner sees, sets and imports, and that a job takes each day. */
import type { AccountService } from '../accounts/service'
import type { Figures } from '../analytics/figures'
import type { AuditService } from '../audit/service'
import type { Clock } from '../clock'
import { bulkWrite } from '../database/model'
import { pageOf } from '../database/page'
import { trusted } from '../database/query'
import { scopedId } from '../database/scope'
import { inTransaction } from '../database/transaction'
import { AppError } from '../errors'
import { seconds, type Page } from '../http'
import type { Logger } from '../log'
import { dayOf, daysBetween, hasRates, type Day } from '../metrics'
import { ratesChanged, syncState } from '../sync/state'
import type { SyncService } from '../sync/service'
import { parseEcb, readDay, type PublishedDay } from './ecb'
import { FxDayModel, type FxDayDocument } from './model'
import { loadRates, plain } from './rates'
import type { FxLatestRate, FxRateDay, FxRateEntry, FxRatesChange } from './schema'
import type { RatesSource } from './source'

/** The longest that no rates are published in a row: over Easter. */
const USUAL_PAUSE_DAYS = 5
/** How far back the file of recent rates surely goes. */
const RECENT_DAYS = 60

const toRateDay = ({ _id, day, perEuro, entered = {} }: FxDayDocument): FxRateDay => ({
  id: _id,
  object: 'fx_rate',
  day,
  per_euro: perEuro,
  entered: Object.entries(entered).map(([currency, { rate, into }]) => ({ currency, rate, into })),
})

const refuse = (field: string, message: string) =>
  new AppError('invalid_request', `${field} ${message}`, { errors: [{ pointer: `/body/${field}`, message }] })

/** Stores what differs; other currencies of a day stay. @returns the days that differed */
async function storePublished(days: PublishedDay[]): Promise<Day[]> {
  const ids = trusted({ $in: days.map(({ day }) => scopedId(day)) })
  const stored = await FxDayModel.find({ _id: ids }, { day: 1, perEuro: 1 }).lean()
  const known = new Map(stored.map(({ day, perEuro }) => [day, perEuro]))
  const differing = days.flatMap(({ day, perEuro }) => {
    const fresh = Object.entries(perEuro).filter(([currency, rate]) => known.get(day)?.[currency] !== rate)
    return fresh.length === 0 ? [] : [{ day, fresh }]
  })
  await bulkWrite(
    'fx_rates',
    differing.map(({ day, fresh }) => {
      const rates = Object.fromEntries(fresh.map(([currency, rate]) => [`perEuro.${currency}`, rate]))
      return {
        updateOne: { filter: { _id: scopedId(day) }, update: { $set: { day, ...rates } }, upsert: true },
      }
    }),
  )
  return differing.map(({ day }) => day).sort()
}

export interface FxDeps {
  clock: Clock
  log: Logger
  audit: AuditService
  accounts: AccountService
  figures: Figures
  sync: SyncService
  source: RatesSource
}

export function createFxService({ clock, log, audit, accounts, figures, sync, source }: FxDeps) {
  async function today(): Promise<Day> {
    return dayOf(seconds(clock.now()), (await accounts.current()).definitions.timeZone)
  }

  /**
   * Changes stored rates by `write`, which answers how many days differ, in one transaction with what that leaves to be
   * valued anew.
   */
  async function change(write: () => Promise<number>): Promise<{ days: number; concerns: boolean }> {
    return inTransaction(async () => {
      const { reportingCurrency } = (await accounts.current()).definitions
      const before = await loadRates(reportingCurrency)
      const days = await write()
      if (days === 0) return { days, concerns: false }
      const after = await loadRates(reportingCurrency)
      const foreign = (await syncState()).currencies.filter((one) => one !== reportingCurrency)
      const has = (one: string, rates: typeof after) => hasRates(rates, one, reportingCurrency)
      await ratesChanged(
        clock,
        foreign.filter((one) => has(one, before) !== has(one, after)),
      )
      return { days, concerns: foreign.length > 0 }
    })
  }

  /** The same for somebody who waits: what happened is valued in the background. */
  async function changed(write: () => Promise<number>): Promise<FxRatesChange> {
    const { days, concerns } = await change(write)
    const operation = concerns ? (await sync.startRevaluation()).id : null
    return { object: 'fx_rates_change', days, operation }
  }

  async function publish(days: PublishedDay[]): Promise<number> {
    const differing = await storePublished(days)
    if (differing.length > 0)
      await audit.record({
        action: 'fx_rates.imported',
        target: { type: 'fx_rates', id: differing.at(-1) ?? '' },
        after: { days: differing.length, from: differing[0], to: differing.at(-1) },
      })
    return differing.length
  }

  async function latestPublished(): Promise<Day | null> {
    const row = await FxDayModel.findOne({ perEuro: trusted({ $ne: {} }) }, { day: 1 })
      .sort({ day: -1 })
      .lean()
    return row?.day ?? null
  }

  /** Takes what was published since the last time. @returns days that differ from before @throws AppError rates_unreachable */
  async function takePublished(): Promise<number> {
    const last = await latestPublished()
    const recent = last !== null && daysBetween(last, await today()) < RECENT_DAYS
    const published = await source.days(recent ? 'recent' : 'history')
    return (await change(() => publish(published))).days
  }

  return {
    async list(page: Page) {
      const { rows, has_more } = await pageOf(FxDayModel, {}, page)
      return { object: 'list' as const, url: '/v1/fx_rates', has_more, data: rows.map(toRateDay) }
    },

    async latest() {
      const { reportingCurrency: into } = (await accounts.current()).definitions
      const [rates, { currencies }, now] = await Promise.all([loadRates(into), syncState(), today()])
      const data = currencies
        .filter((currency) => currency !== into)
        .sort()
        .map((currency): FxLatestRate => {
          const { rate = null, day = null } = rates[currency]?.at(-1) ?? {}
          const daysOld = day === null ? null : daysBetween(day, now)
          return {
            object: 'fx_latest_rate',
            currency,
            into,
            rate,
            day,
            days_old: daysOld,
            stale: daysOld !== null && daysOld > USUAL_PAUSE_DAYS,
          }
        })
      return { object: 'list' as const, url: '/v1/fx_rates/latest', has_more: false, data }
    },

    /** Sets one rate for one day, or takes it back. @throws AppError invalid_request naming the field */
    async set({ day, currency, rate }: FxRateEntry): Promise<FxRatesChange> {
      const { reportingCurrency: into } = (await accounts.current()).definitions
      if (currency === into) throw refuse('currency', `must not be ${into}, the reporting currency`)
      if (readDay(day) === null) throw refuse('day', 'must be a day that exists')
      if (day > (await today())) throw refuse('day', 'must not be after today')
      const after = rate === null ? null : { rate: plain(rate), into }
      return changed(async () => {
        const _id = scopedId(day)
        const before = (await FxDayModel.findById(_id).lean())?.entered?.[currency] ?? null
        if (JSON.stringify(before) === JSON.stringify(after)) return 0
        const field = `entered.${currency}`
        if (after) {
          const update = { $set: { [field]: after }, $setOnInsert: { day, perEuro: {} } }
          await FxDayModel.updateOne({ _id }, update, { upsert: true })
        } else {
          await FxDayModel.updateOne({ _id }, { $unset: { [field]: 1 } })
          const empty = trusted({ $eq: {} })
          await FxDayModel.deleteOne({ _id, perEuro: empty, entered: empty })
        }
        await audit.record({
          action: after ? 'fx_rate.set' : 'fx_rate.taken_back',
          target: { type: 'fx_rate', id: `${day}:${currency}` },
          ...(before ? { before: { ...before } } : {}),
          ...(after ? { after: { ...after } } : {}),
        })
        return 1
      })
    },

    /** Takes published rates from a file. @throws AppError invalid_request when it is none of the bank's */
    async importFile(text: string): Promise<FxRatesChange> {
      const days = parseEcb(text)
      return changed(() => publish(days))
    },

    /** Takes what was published, and values by it what happened. @throws AppError rates_unreachable */
    async follow(): Promise<Record<string, number>> {
      const days = await takePublished()
      const customers = await figures.revalue(() => Promise.resolve())
      const last = await latestPublished()
      return {
        days,
        customers,
        ...(last === null ? {} : { days_since_latest: daysBetween(last, await today()) }),
      }
    },

    /** Rates for an account that has none to begin with; without an answer it begins without. */
    async begin(): Promise<void> {
      try {
        await takePublished()
      } catch (error) {
        log.warn({ err: error }, 'exchange rates could not be read; the stored ones stay in force')
      }
    },
  }
}
export type FxService = ReturnType<typeof createFxService>
