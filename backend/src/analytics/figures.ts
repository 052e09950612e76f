/** Keeps the figures of an account up to its facts, rates and definitions, and to the hour. */
import { trusted } from '../database/query'
import type { AccountService } from '../accounts/service'
import type { Clock } from '../clock'
import { rebuildMoney, storeMoney } from '../ledger/rollups'
import type { Day, Instant } from '../metrics'
import { FactModel } from './model'
import { loadRates, parseEcbCsv, storeRates } from './rates'
import { verify, type Verification } from './verify'
import { refoldCustomers } from './rollups'
import { engineOf, rebuild, recompute, type Engine } from './recompute'

/** Days looked back for coupon ends: longer than any absence that the schedule catches up. */
const LOOK_BACK_DAYS = 3

export function createFigures({ clock, accounts }: { clock: Clock; accounts: AccountService }) {
  async function engine(): Promise<Engine> {
    const account = await accounts.current()
    return engineOf(account, await loadRates(account.definitions.reportingCurrency), clock)
  }

  const timeZone = async (): Promise<string> => (await accounts.current()).definitions.timeZone

  return {
    /** Computes the movements of these customers anew. @returns the days that changed */
    recompute: async (customers: string[]): Promise<Day[]> => recompute(customers, await engine()),

    /** Computes everything anew. `progress` gets the customers done so far. */
    async rebuild(progress: (done: number) => Promise<void>): Promise<void> {
      await rebuild(await engine(), progress)
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

    /** Changes that no event tells: discounts that ended lately (W5). @returns how many days changed */
    async bringUpToDate(at: Date): Promise<number> {
      const until = Math.floor(at.getTime() / 1000)
      const ended = {
        object: 'discount' as const,
        'data.end': trusted({ $gte: until - LOOK_BACK_DAYS * 86_400, $lte: until }),
      }
      const customers = (await FactModel.distinct('customer', ended)) as string[]
      return (await recompute(customers, await engine())).length
    },

    /** Takes rates in the form of the European Central Bank's file. @returns how many days */
    importRates: async (csv: string): Promise<number> => storeRates(parseEcbCsv(csv)),
  }
}
export type Figures = ReturnType<typeof createFigures>
