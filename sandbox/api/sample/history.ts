import { addMonths, DAY, HOUR } from '../engine/calendar'
import { createRandom, type Random } from '../engine/random'
import type { Account } from '../store/account'
import { scheduleEventExpiry } from '../domain/events'
import { schedulePayouts } from '../domain/payouts'
import { createCampaigns } from './campaigns'
import { createDecisionLog, type DecisionLog } from './decisions'
import { createLives, type Lives, type Stage } from './lives'
import { createOffers, type Currency } from './offers'
import { SCENARIOS, SCENARIO_DAYS, type ScenarioName } from './scenarios'
import type { SampleSize } from './sizes'
import { createTruthLog, type TruthLog } from './truth'

const CURRENCIES: readonly (readonly [Currency, number])[] = [
  ['usd', 70],
  ['eur', 20],
  ['jpy', 10],
]

/** The price list changed after this share of the history. */
const PRICE_RISE = 0.35

/** The business of an account: what its customers have agreed to and decided, and what can be made to happen to it. */
export interface Sample {
  readonly truth: TruthLog
  readonly decisions: DecisionLog
  /** Begins a scenario now; what it does goes on as time does. */
  play(name: ScenarioName): void
  /** Lets customers come and decide from now on, so many new ones an hour; 0 ends it. */
  trickle(newPerHour: number): void
}

export interface History extends SampleSize {
  scenario?: ScenarioName | undefined
}

/**
 * Plans a business's history in an account: when each customer arrives. What they do then, they decide step by step
 * while the engine runs. Nothing new is decided after the history's end, but what was decided goes on. Without customers
 * there is nothing at all: no product, no coupon, no event.
 */
export function seedHistory(account: Account, { customers, scenario }: History): Sample {
  const truth = createTruthLog()
  const decisions = createDecisionLog()
  schedulePayouts(account, account.opened)
  scheduleEventExpiry(account, account.startedAt)
  let business: Business | null = null
  const open = () => (business ??= openBusiness(account, truth, decisions))
  if (customers > 0) {
    const { stage, lives, random } = open()
    for (const [index, arrival] of arrivals(account, customers, random).entries()) {
      const currency = random.weighted(CURRENCIES, 'usd')
      account.steps.add(arrival, () => {
        lives.arrive({ number: index + 1, currency })
      })
    }
    // Its aftermath belongs to the history too.
    const begins = account.startedAt - SCENARIO_DAYS * DAY
    if (scenario) account.steps.add(begins, () => SCENARIOS[scenario].begin(stage, lives))
  }
  return {
    truth,
    decisions,
    play(name) {
      const { stage, lives } = open()
      SCENARIOS[name].begin(stage, lives)
    },
    trickle: (newPerHour) => open().trickle(newPerHour),
  }
}

interface Business {
  stage: Stage
  lives: Lives
  random: Random
  trickle(newPerHour: number): void
}

function openBusiness(account: Account, truth: TruthLog, decisions: DecisionLog): Business {
  const random = createRandom(account.seed, 'scenario')
  const stage: Stage = {
    account,
    truth,
    decisions,
    random,
    prices: createOffers(account),
    campaigns: createCampaigns(account),
    mood: { until: account.startedAt, edition: 'early', arrivals: 1 },
  }
  const rise = account.opened + Math.round((account.startedAt - account.opened) * PRICE_RISE)
  account.steps.add(Math.max(rise, account.now), () => {
    stage.mood.edition = 'current'
  })
  const lives = createLives(stage)
  /** Raised whenever the trickle changes, so that arrivals planned before do not happen. */
  let tap = 0
  const next = (newPerHour: number, opened: number) => {
    const wait = Math.ceil((-Math.log(1 - random.float()) * HOUR) / newPerHour)
    account.steps.add(account.now + wait, () => {
      if (tap !== opened) return
      lives.arrive({
        number: account.store.customers.added + 1,
        currency: random.weighted(CURRENCIES, 'usd'),
      })
      next(newPerHour, opened)
    })
  }
  return {
    stage,
    lives,
    random,
    trickle(newPerHour) {
      tap += 1
      stage.mood.until = newPerHour > 0 ? Infinity : account.now
      if (newPerHour === 0) return
      lives.wake()
      next(newPerHour, tap)
    },
  }
}

/** The instants at which customers arrive: more every month, fewer at weekends. */
function arrivals(account: Account, customers: number, random: Random): number[] {
  const { opened, startedAt } = account
  const span = startedAt - opened - DAY / 2
  const instants: number[] = []
  while (instants.length < customers) {
    const share = random.float()
    // Twice as many arrive at the end as at the beginning.
    if (!random.chance(0.5 + 0.5 * share)) continue
    const instant = opened + DAY / 4 + Math.floor(share * span)
    const weekday = new Date(instant * 1000).getUTCDay()
    if ((weekday === 0 || weekday === 6) && random.chance(0.6)) continue
    instants.push(Math.min(instant, startedAt - 1))
  }
  return instants.sort((one, other) => one - other)
}

/** The first instant of a history of so many months that ends at `now`. */
export function historyStart(now: number, months: number): number {
  return Math.floor(addMonths(now, -months) / DAY) * DAY
}
