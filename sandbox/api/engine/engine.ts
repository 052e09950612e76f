import { createAccount, secretKeyOf, type Account } from '../store/account'
import { historyStart, seedHistory } from '../sample/history'
import type { SampleSize } from '../sample/sizes'
import type { TruthLog } from '../sample/truth'

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
  readonly accounts: Map<string, Account>
  /** The account that the secret key belongs to. */
  readonly main: Account
  readonly truth: TruthLog
  readonly secretKey: string
  /** Runs everything that is due in an account up to an instant, in order, and leaves its clock there. */
  advance(account: Account, toInstant: number): void
}

/** Runs the steps of an account that are due. */
export function advanceAccount(account: Account, toInstant: number): void {
  for (;;) {
    const step = account.steps.takeDue(toInstant)
    if (!step) break
    account.now = Math.max(account.now, step.at)
    step.run()
  }
  account.now = Math.max(account.now, toInstant)
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
    accounts: new Map([[account.id, account]]),
    main: account,
    truth,
    secretKey: secretKeyOf(seed),
    advance: advanceAccount,
  }
}
