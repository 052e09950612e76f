import { createAccount, secretKeyOf, type Account } from '../store/account'
import { historyStart, seedHistory } from '../sample/history'
import type { SampleSize } from '../sample/sizes'
import type { TruthLog } from '../sample/truth'
import { advanceTimeline } from './timeline'

export interface EngineOptions {
  seed: string
  /** The instant at which the history ends and live use begins, in seconds. */
  now: number
  size: SampleSize
}

/** All accounts of a stand-in and their time. It knows neither the machine's clock nor chance of its own. */
export interface Engine {
  readonly seed: string
  readonly startedAt: number
  /** The account of an id: the main one, or one that is connected to it. */
  accountOf(id: string): Account | undefined
  /** The main account and then those that are connected to it. */
  accounts(): Account[]
  /** The account that the secret key belongs to. */
  readonly main: Account
  readonly truth: TruthLog
  readonly secretKey: string
  /** Runs everything that is due in an account up to an instant, in order, and leaves its clock there. */
  advance(account: Account, toInstant: number): void
}

/** Runs the steps of an account's own time that are due. */
export function advanceAccount(account: Account, toInstant: number): void {
  advanceTimeline(account, account.clock, toInstant)
}

/** An engine with its sample history: the same seed, size and `now` give the same bytes. */
export function createEngine({ seed, now, size }: EngineOptions): Engine {
  const opened = historyStart(now, size.months)
  const account = createAccount({ seed, opened, startedAt: now })
  const truth = seedHistory(account, size)
  advanceAccount(account, now)
  return {
    seed,
    startedAt: now,
    accountOf: (id) => (id === account.id ? account : account.connected.get(id)),
    accounts: () => [account, ...account.connected.values()],
    main: account,
    truth,
    secretKey: secretKeyOf(seed),
    advance: advanceAccount,
  }
}
