import { DAY, HOUR, nextBillingInstant } from '../engine/calendar'
import type { Random } from '../engine/random'
import { createCustomer } from '../domain/customers'
import type { NewCard } from '../domain/payment-methods'
import { createSubscription } from '../domain/subscription-create'
import { updateSubscription } from '../domain/subscription-update'
import type { Account } from '../store/account'
import type { CustomerRecord, PaymentMethodRecord, SubscriptionRecord } from '../store/records'
import { reductionEnd, type Campaign, type Campaigns } from './campaigns'
import type { DecisionLog } from './decisions'
import { chooseTurn, leavingOf, type Turn } from './hazards'
import type { Currency, Edition, OfferKey, PriceBook } from './offers'
import { inventCard, inventCustomer } from './people'
import { chooseReason } from './reasons'
import { createTurns } from './turns'
import type { Contract, TruthLog } from './truth'

export interface Stage {
  account: Account
  truth: TruthLog
  random: Random
  prices: PriceBook
  campaigns: Campaigns
  decisions: DecisionLog
  mood: Mood
}

/** What the times are like. Scenarios change it. */
export interface Mood {
  /** Nothing new is decided from here on. */
  until: number
  /** The price list that new customers sign up under. */
  edition: Edition
  /** The share of those who would come that do. */
  arrivals: number
}

/** One customer of the sample and what the scenario knows about it. */
export interface Life {
  customer: CustomerRecord
  card: PaymentMethodRecord | null
  subscription: SubscriptionRecord
  contract: Contract
  /** Months since the subscription began. */
  tenure: number
  /** Whether the paying part has begun. */
  paying: boolean
  /** Raised whenever the contract ends, so that what was planned for it does not happen. */
  chapter: number
  /** From when on the contract is worth nothing; null while no end is in sight. */
  leavesAt: number | null
  /** Whether it has nothing to decide until decisions are made again. */
  resting: boolean
  /** How much more likely it is to leave than others of whom the same is known. */
  frailty: number
  /** When what makes customers leave last happened to it. */
  memory: Record<'discountEnded' | 'paymentFailed' | 'downgraded' | 'priceRaised' | 'disputed', number | null>
}

export interface Lives {
  /** Everyone who ever subscribed. */
  readonly all: Life[]
  /** A new customer comes and subscribes, unless the times keep it away. */
  arrive(wanted: Arrival): Life | null
  /** Takes up the lives that had nothing to decide. */
  wake(): void
  decideLater(life: Life, from: number): void
  /** The customer's contract is over from an instant on; perhaps it comes back. */
  leave(life: Life, at: number): void
  note(life: Life): void
}

/** A customer that comes; what is left out is left to chance. */
export interface Arrival {
  number: number
  currency: Currency
  trial?: boolean
  campaign?: Campaign
  card?: Partial<NewCard>
}

const TRIAL_DAYS = 14

/** The customers of the sample, each deciding for itself as time goes on. */
export function createLives(stage: Stage): Lives {
  const { account, truth, decisions, random, campaigns, prices, mood } = stage
  const lives: Lives = {
    all: [],
    arrive({ number, currency, ...wanted }) {
      if (mood.arrivals < 1 && !random.chance(mood.arrivals)) return null
      const trial = wanted.trial ?? random.chance(0.42)
      const converts = random.chance(0.66)
      const forgetsCard = trial && !converts && random.chance(0.45)
      const invented = inventCustomer(random, currency, number)
      const year = new Date(account.now * 1000).getUTCFullYear()
      const invention = inventCard(random, invented.address?.country ?? 'US', year)
      const card = forgetsCard ? null : { ...invention, ...wanted.card }
      const customer = createCustomer(account, { ...invented, card })
      const chosen = random.chance(0.2) ? campaigns.choose(random, currency) : null
      return subscribe(customer, { currency, trial, converts, campaign: wanted.campaign ?? chosen })
    },
    decideLater(life, from) {
      const at = from + random.integer(18 * DAY, 42 * DAY)
      const { chapter } = life
      life.resting = at >= mood.until
      if (life.resting) return
      account.steps.add(at, () => {
        if (life.chapter !== chapter) return
        life.resting = account.now >= mood.until
        if (life.resting) return
        life.tenure += 1
        const leaving = leavingOf(life, account.now)
        const turn: Turn = chooseTurn(random, life, leaving)
        decisions.rows.push({
          customer: life.customer.id,
          at: account.now,
          turn,
          riskBp: Math.round(leaving.risk * 10_000),
          causes: leaving.causes,
        })
        turns[turn](life)
      })
    },
    wake() {
      for (const life of lives.all) if (life.resting) lives.decideLater(life, account.now)
    },
    leave(life, at) {
      life.chapter += 1
      life.leavesAt = at
      account.steps.add(at, () => truth.note(life.customer.id, account.now, null, life.contract.currency))
      const back = at + random.integer(12 * DAY, 200 * DAY)
      if (!random.chance(0.2) || back >= mood.until) return
      account.steps.add(back, () => {
        if (life.card) Object.assign(life.card, { decline: null, declines_left: 0 })
        const { currency } = life.contract
        subscribe(life.customer, {
          currency,
          trial: false,
          converts: true,
          campaign: random.chance(0.1) ? campaigns.choose(random, currency) : null,
        })
      })
    },
    note(life) {
      truth.note(life.customer.id, account.now, life.contract, life.contract.currency)
    },
  }
  const turns = createTurns(stage, lives)

  function chooseContract(currency: Currency): Contract {
    const plan = random.weighted<OfferKey>(
      [
        ['starter', 46],
        ['team', 36],
        ['business', 18],
      ],
      'starter',
    )
    const seats = { starter: 1, team: random.integer(2, 14), business: random.integer(6, 70) }
    const yearly = random.chance(plan === 'business' ? 0.26 : 0.16)
    const count = plan === 'starter' || plan === 'team' || plan === 'business' ? seats[plan] : 1
    const contract: Contract = {
      currency,
      yearly,
      edition: mood.edition,
      seats: { [plan]: count },
      reduction: null,
    }
    if (plan === 'business' && random.chance(0.2)) contract.seats.support = count
    if (plan !== 'starter' && !yearly && random.chance(0.12)) contract.seats.usage = 1
    return contract
  }

  function subscribe(
    customer: CustomerRecord,
    {
      currency,
      trial,
      converts,
      campaign,
    }: { currency: Currency; trial: boolean; converts: boolean; campaign: Campaign | null },
  ): Life {
    const contract = chooseContract(currency)
    const { now } = account
    const trialEnd = trial ? now + TRIAL_DAYS * DAY : null
    const card = customer.default_payment_method
    const subscription = createSubscription(account, {
      customer,
      currency,
      items: Object.entries(contract.seats).flatMap(([key, quantity]) =>
        isOffer(key)
          ? [
              {
                price: prices.priceOf(key, contract),
                quantity,
                usage: key === 'usage' ? random.integer(8, 90) : 0,
              },
            ]
          : [],
      ),
      trialEnd,
      reductions: campaign ? [campaign] : [],
      missingPaymentMethod: 'cancel',
    })
    const method = card === null ? null : (account.store.paymentMethods.get(card) ?? null)
    const life: Life = {
      customer,
      card: method,
      subscription,
      contract,
      tenure: 0,
      paying: false,
      chapter: 0,
      leavesAt: null,
      resting: false,
      frailty: Math.exp((random.float() + random.float() + random.float() - 1.5) * 0.9),
      memory: {
        discountEnded: null,
        paymentFailed: null,
        downgraded: null,
        priceRaised: null,
        disputed: null,
      },
    }
    lives.all.push(life)
    if (campaign) {
      contract.reduction = campaign.reduction
      const end = reductionEnd(campaign.months, now)
      if (end !== null) account.steps.add(end, () => endReduction(life))
    }
    // Its first payment was declined: there is no contract.
    if (subscription.status === 'incomplete') life.leavesAt = now
    else if (trialEnd === null) begin(life)
    else if (converts) account.steps.add(trialEnd, () => begin(life))
    else if (card !== null) abandonTrial(life, trialEnd)
    return life
  }

  /** The paying part begins. */
  function begin(life: Life): void {
    life.paying = true
    lives.note(life)
    lives.decideLater(life, account.now)
  }

  function abandonTrial(life: Life, trialEnd: number): void {
    const at = trialEnd - random.integer(2 * HOUR, 9 * DAY)
    account.steps.add(at, () => {
      updateSubscription(account, life.subscription, { cancelAtPeriodEnd: true, ...chooseReason(random) })
    })
  }

  function endReduction(life: Life): void {
    if (life.contract.reduction === null) return
    life.contract.reduction = null
    life.memory.discountEnded = account.now
    if (life.paying && (life.leavesAt === null || account.now < life.leavesAt)) lives.note(life)
  }

  return lives
}

function isOffer(key: string): key is OfferKey {
  return ['starter', 'team', 'business', 'support', 'usage'].includes(key)
}

/** When the running period of a life's subscription ends, by the calendar and not by the stored object. */
export function periodEndOf({ subscription, contract }: Life, now: number): number {
  return nextBillingInstant(subscription.billing_cycle_anchor, contract.yearly ? 'year' : 'month', 1, now)
}
