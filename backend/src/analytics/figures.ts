/** Keeps the figures of an account up to its facts, rates and definitions, and to the hour. */
import { trusted } from '../database/query'
import type { AccountService } from '../accounts/service'
import type { Clock } from '../clock'
import { loadRates } from '../fx/rates'
import { rebuildMoney, storeMoney } from '../ledger/rollups'
import type { Day, Instant } from '../metrics'
import { FactModel } from './model'
import { verify, type Verification } from './verify'
import { refoldCustomers } from './rollups'
import { BATCH, engineOf, rebuild, recompute, type Engine } from './recompute'
import { misvalued } from './revaluation'
import { ratesApplied, syncState } from '../sync/state'

/** Days looked back for coupon ends: longer than any absence that the schedule catches up. */
const LOOK_BACK_DAYS = 3

export function createFigures({ clock, accounts }: { clock: Clock; accounts: AccountService }) {
  async function engine(): Promise<Engine> {
    const account = await accounts.current()
    return engineOf(account, await loadRates(account.definitions.reportingCurrency), clock)
  }

  const timeZone = async (): Promise<string> => (await accounts.current()).definitions.timeZone

  /** Names the definitions and rates by which figures are made. */
  async function version(): Promise<string> {
    const [{ definitions, metadataKeys }, { ratesVersion }] = await Promise.all([
      accounts.current(),
      syncState(),
    ])
    return JSON.stringify([definitions, metadataKeys, ratesVersion])
  }

  /** Does `work`, and again where definitions or rates changed meanwhile: it may have written by the former. */
  async function upToDate<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
    const before = await version()
    const result = await work(await engine())
    return (await version()) === before ? result : upToDate(work)
  }

  /** Computes the movements of these customers anew. @returns the days that changed */
  const recomputed = (customers: string[]): Promise<Day[]> =>
    upToDate((engine) => recompute(customers, engine))

  /**
   * Computes the customers anew whose movements are valued by other rates than those in force. `progress` gets the
   * customers done so far, and all. @returns how many they were
   */
  async function revalue(progress: (done: number, total: number) => Promise<void>): Promise<number> {
    const { ratesVersion, currencies, toValue } = await syncState()
    const customers = await misvalued(await engine(), currencies, toValue)
    for (let start = 0; start < customers.length; start += BATCH) {
      await recomputed(customers.slice(start, start + BATCH))
      await progress(Math.min(start + BATCH, customers.length), customers.length)
    }
    await ratesApplied(ratesVersion)
    return customers.length
  }

  return {
    recompute: recomputed,
    revalue,

    /** Computes everything anew. `progress` gets the customers done so far. */
    async rebuild(progress: (done: number) => Promise<void>): Promise<void> {
      await upToDate((engine) => rebuild(engine, progress))
      await rebuildMoney(timeZone)
    },

    /** Stores balance transactions created at these instants, by `store`, and folds their days anew, as one change. */
    storeMoney: (created: readonly Instant[], store: () => Promise<void>): Promise<void> =>
      storeMoney(created, store, timeZone),

    /** Compares what is stored with what the facts give. `progress` gets the customers done so far. */
    verify: async (progress: (done: number) => Promise<void>): Promise<Verification> =>
      verify(await engine(), progress),

    /** Slices anew what these customers did: their country or metadata changed, or they were erased. */
    async refoldCustomers(customers: string[]): Promise<void> {
      await refoldCustomers(customers, (await accounts.current()).metadataKeys ?? [])
    },

    /**
     * Changes that no event tells: discounts that ended lately (W5); and rates whose change an outage left without
     * effect. @returns how many days changed by the former
     */
    async bringUpToDate(at: Date): Promise<number> {
      const { valuedBy, ratesVersion } = await syncState()
      if (valuedBy !== ratesVersion) await revalue(() => Promise.resolve())
      const until = Math.floor(at.getTime() / 1000)
      const ended = {
        object: 'discount' as const,
        'data.end': trusted({ $gte: until - LOOK_BACK_DAYS * 86_400, $lte: until }),
      }
      const customers = (await FactModel.distinct('customer', ended)) as string[]
      return (await recomputed(customers)).length
    },
  }
}
export type Figures = ReturnType<typeof createFigures>
