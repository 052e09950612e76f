import { createAccount, type Account } from '../store/account'
import { historyStart, seedHistory, type Sample } from '../sample/history'
import { SIZES, type SampleSize } from '../sample/sizes'
import type { ScenarioName } from '../sample/scenarios'
import { advanceAccount } from './timeline'

export interface EngineOptions {
  seed: string
  /** The instant at which the history ends and live use begins, in seconds. */
  now: number
  size: SampleSize
  scenario?: ScenarioName | undefined
  secretKey?: string | undefined
  /** Where the stand-in will listen. */
  site?: { url: string } | undefined
}

/** All accounts of a stand-in and their time. It knows neither the machine's clock nor chance of its own. */
export interface Engine {
  readonly seed: string
  readonly startedAt: number
  /** The account that the test key belongs to. */
  readonly main: Account
  /** The same account in live mode: empty, and with a key of its own. */
  readonly live: Account
  /** The business of the main account. */
  readonly sample: Sample
  /** The account of an id in a mode: the main one, or one that is connected to it. */
  accountOf(id: string, live: boolean): Account | undefined
  /** All accounts, each main one before those that are connected to it. */
  accounts(): Account[]
  /** Runs everything that is due in an account up to an instant, in order, and leaves its clock there. */
  advance(account: Account, toInstant: number): void
}

/** An engine with its sample history: the same seed, size and `now` give the same bytes. */
export function createEngine({ seed, now, size, scenario, secretKey, site }: EngineOptions): Engine {
  const opened = historyStart(now, size.months)
  const account = createAccount({
    seed,
    opened,
    startedAt: now,
    ...(secretKey === undefined ? {} : { secretKey }),
    ...(site === undefined ? {} : { site }),
  })
  const sample = seedHistory(account, { ...size, scenario })
  account.sample = sample
  advanceAccount(account, now)
  const live = createAccount({
    seed: `${seed}/live`,
    id: account.id,
    live: true,
    site: account.site,
    opened: now,
    startedAt: now,
  })
  live.sample = seedHistory(live, SIZES.empty)
  return {
    seed,
    startedAt: now,
    main: account,
    live,
    sample,
    accountOf: (id, isLive) => {
      const own = isLive ? live : account
      return id === own.id ? own : own.connected.get(id)
    },
    accounts: () => [account, live].flatMap((own) => [own, ...own.connected.values()]),
    advance: advanceAccount,
  }
}
