import { addMonths, DAY } from '../engine/calendar'
import { createRandom } from '../engine/random'
import type { Account } from '../store/account'
import { scheduleEventExpiry } from '../domain/events'
import { scheduleDailyPayouts } from '../domain/payouts'
import { createCampaigns } from './campaigns'
import { createLives } from './lives'
import { createOffers, type Currency } from './offers'
import type { SampleSize } from './sizes'
import { createTruthLog, type TruthLog } from './truth'

const CURRENCIES: readonly (readonly [Currency, number])[] = [
  ['usd', 70],
  ['eur', 20],
  ['jpy', 10],
]

/** The price list changed after this share of the history. */
const PRICE_RISE = 0.35

/**
 * Plans a business's history in an account: when each customer arrives. What they do then, they decide step by step
 * while the engine runs. Nothing new is decided after the history's end, but what was decided goes on. Without customers
 * there is nothing at all: no product, no coupon, no event.
 */
export function seedHistory(account: Account, size: SampleSize): TruthLog {
  const truth = createTruthLog()
  scheduleDailyPayouts(account, account.opened)
  scheduleEventExpiry(account, account.startedAt)
  if (size.customers === 0) return truth
  const random = createRandom(account.seed, 'scenario')
  const prices = createOffers(account)
  const campaigns = createCampaigns(account)
  const span = account.startedAt - account.opened
  const lives = createLives({
    account,
    truth,
    random,
    prices,
    campaigns,
    until: account.startedAt,
    priceRise: account.opened + Math.round(span * PRICE_RISE),
  })
  for (const [index, arrival] of arrivals(account, size.customers, random).entries()) {
    const currency = random.weighted(CURRENCIES, 'usd')
    account.steps.add(arrival, () => lives.arrive(index + 1, currency))
  }
  return truth
}

/** The instants at which customers arrive: more every month, fewer at weekends. */
function arrivals(account: Account, customers: number, random: ReturnType<typeof createRandom>): number[] {
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
