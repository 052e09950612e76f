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

/** Draws what happens next; new and small customers leave more often, large ones grow. */
export function chooseTurn(random: Random, { contract, tenure, customer }: Life): Turn {
  const { seats, yearly } = contract
  const starter = seats.starter !== undefined
  const young = tenure <= 3 ? 1.5 : 0.8
  const reduced = contract.reduction !== null ? 0.7 : 1
  const leaves = (starter ? 40 : 22) * young * reduced * (yearly ? 0.25 : 1)
  const growing = starter ? 0 : 1
  const plain = customer.balance === 0 ? 1 : 0
  const weights: [Turn, number][] = [
    ['cancelAtEnd', leaves],
    ['cancelAndReturn', 2],
    ['cancelNow', leaves * 0.22],
    ['paymentFails', yearly ? 4 : 34],
    ['moreSeats', 62 * growing],
    ['fewerSeats', 17 * growing],
    ['upgrade', seats.business === undefined ? 13 : 0],
    ['downgrade', starter ? 0 : 6],
    ['goYearly', yearly || seats.usage !== undefined ? 0 : 7],
    ['addSupport', seats.business !== undefined && seats.support === undefined ? 16 : 0],
    ['refund', 9 * plain],
    ['dispute', 2],
    ['renewCard', 8],
  ]
  const sum = weights.reduce((total, [, weight]) => total + weight, 0)
  return random.weighted([...weights, ['stay', Math.max(1000 - sum, 0)] as [Turn, number]], 'stay')
}
