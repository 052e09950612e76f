import { DAY } from '../engine/calendar'
import type { Random } from '../engine/random'
import type { Life } from './lives'

/** What may happen to a paying customer in about a month. */
export type Turn =
  | 'stay'
  | 'cancelAtEnd'
  | 'cancelAndReturn'
  | 'cancelNow'
  | 'paymentFails'
  | 'moreSeats'
  | 'fewerSeats'
  | 'upgrade'
  | 'downgrade'
  | 'goYearly'
  | 'addSupport'
  | 'refund'
  | 'dispute'
  | 'renewCard'

/** Why a customer is more or less likely to leave than others. Each leaves a trace in Stripe's objects. */
export type Cause =
  | 'new_customer'
  | 'small_plan'
  | 'yearly_plan'
  | 'discounted'
  | 'discount_ended'
  | 'failed_payment'
  | 'downgraded'
  | 'price_raised'
  | 'dispute'

/** For so many days after it happened, a cause makes customers leave so many times as often. */
const RECENT: Record<keyof Life['memory'], { cause: Cause; days: number; factor: number }> = {
  discountEnded: { cause: 'discount_ended', days: 60, factor: 3 },
  paymentFailed: { cause: 'failed_payment', days: 75, factor: 2.2 },
  downgraded: { cause: 'downgraded', days: 100, factor: 2.6 },
  priceRaised: { cause: 'price_raised', days: 75, factor: 2.4 },
  disputed: { cause: 'dispute', days: 90, factor: 4 },
}

export interface Leaving {
  /** The chance to leave for good within about a month. */
  risk: number
  causes: Cause[]
}

/** How likely a customer is to leave, and why. Two customers of whom the same is known still differ, by `frailty`. */
export function leavingOf({ contract, tenure, memory, frailty }: Life, now: number): Leaving {
  const causes: Cause[] = []
  let risk = 0.021 * frailty
  const apply = (cause: Cause, factor: number) => {
    causes.push(cause)
    risk *= factor
  }
  if (tenure <= 3) apply('new_customer', 1.9)
  if (contract.seats.starter !== undefined) apply('small_plan', 1.7)
  if (contract.yearly) apply('yearly_plan', 0.25)
  if (contract.reduction !== null) apply('discounted', 0.6)
  for (const [what, at] of Object.entries(memory)) {
    if (at === null || !isRemembered(what)) continue
    const { cause, days, factor } = RECENT[what]
    if (now - at <= days * DAY) apply(cause, factor)
  }
  return { risk: Math.min(risk, 0.6), causes }
}

function isRemembered(what: string): what is keyof Life['memory'] {
  return Object.hasOwn(RECENT, what)
}

/** Draws what happens next; large customers grow, and who has a reason to leave does so more often. */
export function chooseTurn(random: Random, life: Life, { risk }: Leaving): Turn {
  const { contract, customer } = life
  const { seats, yearly } = contract
  const starter = seats.starter !== undefined
  const growing = starter ? 0 : 1
  const plain = customer.balance === 0 ? 1 : 0
  const leaves = risk * 1_000
  const weights: [Turn, number][] = [
    ['cancelAtEnd', leaves * 0.8],
    ['cancelNow', leaves * 0.2],
    ['cancelAndReturn', 2 + leaves * 0.04],
    ['paymentFails', yearly ? 4 : 34],
    ['moreSeats', 62 * growing],
    ['fewerSeats', 17 * growing],
    ['upgrade', seats.business === undefined ? 13 : 0],
    ['downgrade', starter ? 0 : 7],
    ['goYearly', yearly || seats.usage !== undefined ? 0 : 7],
    ['addSupport', seats.business !== undefined && seats.support === undefined ? 16 : 0],
    ['refund', 9 * plain],
    ['dispute', 2],
    ['renewCard', 8],
  ]
  const sum = weights.reduce((total, [, weight]) => total + weight, 0)
  return random.weighted([...weights, ['stay', Math.max(1000 - sum, 0)] as [Turn, number]], 'stay')
}
