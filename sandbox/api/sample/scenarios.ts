import { DAY, HOUR } from '../engine/calendar'
import { createRandom, type Random } from '../engine/random'
import { createCoupon, createPromotionCode } from '../domain/catalogue'
import { openDispute } from '../domain/disputes'
import { cancelNow } from '../domain/subscription-update'
import type { Campaign } from './campaigns'
import type { Life, Lives, Stage } from './lives'
import { contractValue } from './truth'
import { moveToEdition } from './turns'

/** Something that happens to a business, known by its name. */
export interface Scenario {
  summary: string
  begin(stage: Stage, lives: Lives): void
}

export type ScenarioName =
  'quiet_month' | 'price_rise' | 'outage' | 'fraud_wave' | 'black_friday' | 'big_churn'

/** So many days before a history's end its scenario begins. */
export const SCENARIO_DAYS = 45

const isLiving = ({ paying, leavesAt }: Life) => paying && leavesAt === null
const chanceOf = ({ account }: Stage, name: ScenarioName) =>
  createRandom(`${account.seed}/${account.now}`, name)

/** The scenarios, by name. */
export const SCENARIOS: Record<ScenarioName, Scenario> = {
  quiet_month: {
    summary: 'For 30 days only a third of the usual number of customers arrive.',
    begin({ account, mood }) {
      mood.arrivals = 1 / 3
      account.steps.add(account.now + 30 * DAY, () => {
        mood.arrivals = 1
      })
    },
  },
  price_rise: {
    summary:
      'Every price rises by about a fifth, for old customers from their next invoice on; some leave over it.',
    begin(stage, lives) {
      stage.prices.raise()
      stage.mood.edition = 'raised'
      const { now } = stage.account
      const paying = lives.all.filter((one) => one.paying && (one.leavesAt ?? Infinity) > now)
      for (const life of paying) {
        moveToEdition(stage, life, 'raised')
        life.memory.priceRaised = now
        lives.note(life)
      }
    },
  },
  outage: {
    summary: 'For two days every payment fails and nobody can sign up; the retries bring most of the money.',
    begin(stage, lives) {
      const { account, mood } = stage
      const began = account.now
      mood.arrivals = 0
      const cards = [...account.store.paymentMethods.all()].filter(({ decline }) => decline === null)
      for (const card of cards) Object.assign(card, { decline: 'processing_error', declines_left: Infinity })
      account.steps.add(began + 2 * DAY, () => {
        mood.arrivals = 1
        for (const card of cards) {
          if (card.decline === 'processing_error') Object.assign(card, { decline: null, declines_left: 0 })
        }
        for (const life of lives.all) {
          const last = account.store.charges.lastWithKey('customer', life.customer.id)
          if (last?.status === 'failed' && last.created >= began) life.memory.paymentFailed = last.created
        }
      })
    },
  },
  fraud_wave: {
    summary: 'Within three days 30 customers sign up with stolen cards; their owners dispute the payments.',
    begin(stage, lives) {
      const { account } = stage
      const random = chanceOf(stage, 'fraud_wave')
      for (let count = 0; count < 30; count += 1) {
        account.steps.add(account.now + random.integer(0, 3 * DAY), () => stealCard(stage, lives, random))
      }
    },
  },
  black_friday: {
    summary:
      'For four days a code gives 40 % off three months, and many come for it; then the discount ends.',
    begin(stage, lives) {
      const { account } = stage
      const random = chanceOf(stage, 'black_friday')
      const campaign = createSale(stage)
      const usual = Math.ceil(lives.all.length / 60)
      for (let count = 0; count < usual * 8; count += 1) {
        account.steps.add(account.now + random.integer(0, 4 * DAY), () => {
          lives.arrive({
            number: account.store.customers.added + 1,
            currency: random.chance(0.7) ? 'usd' : 'eur',
            trial: false,
            ...(random.chance(0.8) ? { campaign } : {}),
          })
        })
      }
    },
  },
  big_churn: {
    summary: 'Within two weeks the largest customers, one in twenty, leave for a competitor.',
    begin(stage, lives) {
      const { account } = stage
      const random = chanceOf(stage, 'big_churn')
      const living = lives.all.filter(isLiving)
      const worth = ({ contract }: Life) => contractValue(contract) / (contract.currency === 'jpy' ? 1.5 : 1)
      const largest = [...living].sort((one, other) => worth(other) - worth(one))
      for (const life of largest.slice(0, Math.ceil(living.length / 20))) {
        account.steps.add(account.now + random.integer(0, 14 * DAY), () => leaveForOther(stage, lives, life))
      }
    },
  },
}

/** Whether a word names a scenario. */
export function isScenarioName(word: string): word is ScenarioName {
  return Object.hasOwn(SCENARIOS, word)
}

function leaveForOther({ account }: Stage, lives: Lives, life: Life): void {
  if (!isLiving(life)) return
  cancelNow(account, life.subscription, {
    reason: 'cancellation_requested',
    feedback: 'switched_service',
    comment: 'Moving to a competitor.',
  })
  lives.leave(life, account.now)
}

function stealCard(stage: Stage, lives: Lives, random: Random): void {
  const { account } = stage
  const life = lives.arrive({
    number: account.store.customers.added + 1,
    currency: 'usd',
    trial: false,
    card: random.chance(0.4) ? { decline: 'stolen_card' } : {},
  })
  if (!life) return
  account.steps.add(account.now + random.integer(2 * DAY, 20 * DAY) + HOUR, () => {
    const charge = account.store.charges.lastWithKey('customer', life.customer.id)
    if (charge?.status !== 'succeeded' || charge.disputed || charge.amount_refunded > 0) return
    openDispute(account, charge, 'fraudulent')
    if (!isLiving(life)) return
    cancelNow(account, life.subscription, { reason: 'payment_disputed' })
    lives.leave(life, account.now)
  })
}

function createSale({ account }: Stage): Campaign {
  const coupon = createCoupon(account, {
    name: 'Black Friday',
    percent_off: 40,
    duration: 'repeating',
    duration_in_months: 3,
    redeem_by: account.now + 4 * DAY,
  })
  const promotionCode = createPromotionCode(account, {
    coupon: coupon.id,
    code: `FRIDAY${account.ids.token(4).toUpperCase()}`,
    expires_at: account.now + 4 * DAY,
  })
  return { coupon, promotionCode, reduction: { percent: 40 }, months: 3, weight: 0 }
}
