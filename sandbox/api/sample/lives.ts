import { DAY, HOUR, nextBillingInstant } from '../engine/calendar'
import type { Random } from '../engine/random'
import { createCustomer } from '../domain/customers'
import { createSubscription } from '../domain/subscription-create'
import { updateSubscription } from '../domain/subscription-update'
import type { Account } from '../store/account'
import type { CustomerRecord, PaymentMethodRecord, SubscriptionRecord } from '../store/records'
import { reductionEnd, type Campaigns } from './campaigns'
import { chooseTurn, type Turn } from './hazards'
import type { Currency, OfferKey, PriceBook } from './offers'
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
  /** Nothing new is decided from here on. */
  until: number
  priceRise: number
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
}

export interface Lives {
  /** A new customer comes and subscribes. */
  arrive(number: number, currency: Currency): void
  decideLater(life: Life, from: number): void
  /** The customer's contract is over from an instant on; perhaps it comes back. */
  leave(life: Life, at: number): void
  note(life: Life): void
}

const TRIAL_DAYS = 14

/** The customers of the sample, each deciding for itself as time goes on. */
export function createLives(stage: Stage): Lives {
  const { account, truth, random, campaigns, prices, until, priceRise } = stage
  const lives: Lives = {
    arrive(number, currency) {
      const trial = random.chance(0.42)
      const converts = random.chance(0.66)
      const forgetsCard = trial && !converts && random.chance(0.45)
      const invented = inventCustomer(random, currency, number)
      const year = new Date(account.now * 1000).getUTCFullYear()
      const card = forgetsCard ? null : inventCard(random, invented.address?.country ?? 'US', year)
      const customer = createCustomer(account, { ...invented, card })
      subscribe(customer, { currency, trial, converts, mayHaveCoupon: true })
    },
    decideLater(life, from) {
      const at = from + random.integer(18 * DAY, 42 * DAY)
      if (at >= until) return
      const { chapter } = life
      account.steps.add(at, () => {
        if (life.chapter !== chapter) return
        life.tenure += 1
        const turn: Turn = chooseTurn(random, life)
        turns[turn](life)
      })
    },
    leave(life, at) {
      life.chapter += 1
      life.leavesAt = at
      account.steps.add(at, () => truth.note(life.customer.id, account.now, null, life.contract.currency))
      const back = at + random.integer(12 * DAY, 200 * DAY)
      if (!random.chance(0.2) || back >= until) return
      account.steps.add(back, () => {
        if (life.card) Object.assign(life.card, { decline: null, declines_left: 0 })
        const { currency } = life.contract
        subscribe(life.customer, {
          currency,
          trial: false,
          converts: true,
          mayHaveCoupon: random.chance(0.5),
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
      edition: account.now < priceRise ? 'early' : 'current',
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
      mayHaveCoupon,
    }: { currency: Currency; trial: boolean; converts: boolean; mayHaveCoupon: boolean },
  ): void {
    const contract = chooseContract(currency)
    const campaign = mayHaveCoupon && random.chance(0.2) ? campaigns.choose(random, currency) : null
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
    }
    if (campaign) {
      contract.reduction = campaign.reduction
      const end = reductionEnd(campaign.months, now)
      if (end !== null) account.steps.add(end, () => endReduction(life))
    }
    if (trialEnd === null) begin(life)
    else if (converts) account.steps.add(trialEnd, () => begin(life))
    else if (card !== null) abandonTrial(life, trialEnd)
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
