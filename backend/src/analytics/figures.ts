/** Keeps the figures of an account up to its facts, rates and definitions, and to the hour. */
import { trusted } from '../database/query'
import type { AccountService } from '../accounts/service'
import type { Clock } from '../clock'
import { loadRates } from '../fx/rates'
import { seconds } from '../http'
import { rebuildMoney, storeMoney } from '../ledger/rollups'
import { dayOf, type Day, type Instant } from '../metrics'
import { FactModel, StandingModel } from './model'
import { verify, type Verification } from './verify'
import { rebuildRollups, refoldCustomers, type Progress } from './rollups'
import { BATCH, engineOf, madeBy, rebuild, recompute, slicedBy, type Engine } from './recompute'
import { misvalued } from './revaluation'
import { changeSyncState, ratesApplied, syncState } from '../sync/state'

/** Seconds looked back at least: what was under way when it was looked last is seen again. */
const LOOK_BACK = 3 * 86_400

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
  async function revalue(progress: Progress): Promise<number> {
    const { ratesVersion, currencies, toValue } = await syncState()
    const customers = await misvalued(await engine(), currencies, toValue)
    for (let start = 0; start < customers.length; start += BATCH) {
      await recomputed(customers.slice(start, start + BATCH))
      await progress(Math.min(start + BATCH, customers.length), customers.length)
    }
    await ratesApplied(ratesVersion)
    return customers.length
  }

  /** Customers whose MRR has changed lately, or is about to, without an event: a coupon or a grace ended (W5). */
  async function due(from: Instant, until: Instant): Promise<string[]> {
    const { definitions } = await accounts.current()
    const days = { $gte: dayOf(from, definitions.timeZone), $lte: dayOf(until, definitions.timeZone) }
    const found = await Promise.all([
      FactModel.distinct('customer', {
        object: 'discount' as const,
        'data.end': trusted({ $gte: from, $lte: until }),
      }),
      StandingModel.distinct('customer', { 'foreseen.day': trusted(days) }),
      definitions.pastDueGraceDays === null
        ? []
        : StandingModel.distinct('customer', { atRisk: trusted({ $ne: {} }) }),
    ])
    return [...new Set(found.flat())].filter((customer): customer is string => typeof customer === 'string')
  }

  async function reslice(progress: Progress): Promise<void> {
    const sliced = await upToDate(async (by) => {
      await rebuildRollups(by.metadataKeys, progress)
      return slicedBy(by)
    })
    await changeSyncState({ slicedBy: sliced })
  }

  async function rebuildAll(progress: Progress): Promise<void> {
    const made = await upToDate(async (by) => {
      await rebuild(by, progress)
      return { madeBy: madeBy(by), slicedBy: slicedBy(by) }
    })
    await changeSyncState(made)
    await rebuildMoney(timeZone)
  }

  /** Does what a change of settings asked for and an outage, or somebody, broke off. */
  async function takeUp(): Promise<void> {
    const [account, state] = await Promise.all([accounts.current(), syncState()])
    if (!state.complete) return
    if (state.madeBy !== madeBy(account)) await rebuildAll(() => Promise.resolve())
    else if (state.slicedBy !== slicedBy(account)) await reslice(() => Promise.resolve())
  }

  /**
   * Changes that no event tells; and rates, definitions and keys of metadata whose change an outage left without effect.
   * @returns how many days changed by the first
   */
  async function bringUpToDate(at: Date): Promise<number> {
    await takeUp()
    const { valuedBy, ratesVersion, broughtUpTo } = await syncState()
    if (valuedBy !== ratesVersion) await revalue(() => Promise.resolve())
    const until = seconds(at)
    // however long nobody looked
    const from = Math.min(until, broughtUpTo ? seconds(broughtUpTo) : until) - LOOK_BACK
    const changed = await recomputed(await due(from, until))
    await changeSyncState({ broughtUpTo: at })
    return changed.length
  }

  return {
    recompute: recomputed,
    revalue,

    /** Makes the slices anew, after the keys of metadata changed. `progress` gets the months done so far, and all. */
    reslice,

    /** Computes everything anew. `progress` gets the customers done so far, and all. */
    rebuild: rebuildAll,

    /** Stores balance transactions created at these instants, by `store`, and folds their days anew, as one change. */
    storeMoney: (created: readonly Instant[], store: () => Promise<void>): Promise<void> =>
      storeMoney(created, store, timeZone),

    /**
     * Compares what is stored with what the facts give. `progress` gets the customers done so far. What changed without
     * an event since the last hour is no difference: it is brought up to date first.
     */
    async verify(progress: (done: number) => Promise<void>): Promise<Verification> {
      await bringUpToDate(clock.now())
      return verify(await engine(), progress)
    },

    /** Slices anew what these customers did: their country or metadata changed, or they were erased. */
    async refoldCustomers(customers: string[]): Promise<void> {
      await refoldCustomers(customers, (await accounts.current()).metadataKeys ?? [])
    },

    bringUpToDate,
  }
}
export type Figures = ReturnType<typeof createFigures>
