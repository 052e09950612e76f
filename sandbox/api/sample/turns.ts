import { DAY, HOUR } from '../engine/calendar'
import { closeDispute, openDispute, respondToDispute } from '../domain/disputes'
import { attachCard, setDefaultCard } from '../domain/payment-methods'
import { refundCharge } from '../domain/refunds'
import {
  cancelNow,
  updateSubscription,
  type ItemChange,
  type ProrationBehavior,
} from '../domain/subscription-update'
import type { ChargeRecord } from '../store/records'
import type { Turn } from './hazards'
import { periodEndOf, type Life, type Lives, type Stage } from './lives'
import type { Edition, OfferKey } from './offers'
import { inventCard } from './people'
import { chooseReason } from './reasons'

/** How often the money comes after all, by the reason of the decline: empty cards fill, lost ones stay lost. */
const RECOVERY = {
  insufficient_funds: 0.8,
  do_not_honor: 0.62,
  expired_card: 0.55,
  generic_decline: 0.68,
} as const

/** What the business answers to disputes. */
const EVIDENCE = {
  product_description: 'Analytics software by subscription, used in a browser.',
  uncategorized_text: 'The customer signed in and used the product after the payment.',
}

/** What each turn does, to the account and to the contract that the truth log notes. */
export function createTurns(
  { account, random, prices, truth, decisions }: Stage,
  lives: Lives,
): Record<Turn, (life: Life) => void> {
  const goOn = (life: Life, from = account.now) => lives.decideLater(life, from)
  const planOf = ({ contract }: Life): OfferKey =>
    contract.seats.business !== undefined
      ? 'business'
      : contract.seats.team !== undefined
        ? 'team'
        : 'starter'

  const changeTo = (
    life: Life,
    from: Partial<Record<OfferKey, OfferKey>>,
    proration: ProrationBehavior = 'create_prorations',
  ): void => {
    bringInLine({ account, prices }, life, from, proration)
    lives.note(life)
  }
  const atOnce = (invoiced: boolean): ProrationBehavior => (invoiced ? 'always_invoice' : 'create_prorations')

  function changeSeats(life: Life, factor: number): void {
    const plan = planOf(life)
    const { seats } = life.contract
    const before = seats[plan] ?? 1
    const after = Math.max(plan === 'team' ? 1 : 3, Math.round(before * factor) || 1)
    if (after !== before) {
      seats[plan] = after
      if (seats.support !== undefined) seats.support = after
      changeTo(life, {}, atOnce(factor > 1 && random.chance(0.3)))
      if (factor < 1) life.memory.downgraded = account.now
    }
    goOn(life)
  }

  function lastCharge(life: Life): ChargeRecord | undefined {
    const charge = account.store.charges.lastWithKey('customer', life.customer.id)
    const usable = charge?.status === 'succeeded' && charge.amount_refunded === 0 && !charge.disputed
    return usable ? charge : undefined
  }

  return {
    stay: (life) => goOn(life),
    cancelAtEnd(life) {
      const end = periodEndOf(life, account.now)
      updateSubscription(account, life.subscription, { cancelAtPeriodEnd: true, ...chooseReason(random) })
      lives.leave(life, end)
    },
    cancelAndReturn(life) {
      updateSubscription(account, life.subscription, { cancelAtPeriodEnd: true, ...chooseReason(random) })
      const regret = account.now + random.integer(HOUR, 3 * DAY)
      const { chapter } = life
      if (regret >= periodEndOf(life, account.now) - HOUR)
        return lives.leave(life, periodEndOf(life, account.now))
      account.steps.add(regret, () => {
        if (life.chapter !== chapter) return
        updateSubscription(account, life.subscription, { cancelAtPeriodEnd: false })
      })
      goOn(life, regret)
    },
    cancelNow(life) {
      cancelNow(account, life.subscription, { reason: 'cancellation_requested', ...chooseReason(random) })
      lives.leave(life, account.now)
    },
    paymentFails(life) {
      const { card, subscription } = life
      const firstTry = periodEndOf(life, account.now) + HOUR
      const latest = account.store.invoices.get(subscription.latest_invoice ?? '')
      // A yearly renewal far ahead would hold the customer in this state for months, and an invoice that is about
      // to be collected would fail first. A renewal that a credit pays never asks the card.
      const credited = life.customer.balance < 0
      if (!card || credited || firstTry > account.now + 45 * DAY || latest?.status !== 'paid')
        return goOn(life)
      const code = random.pick([
        'insufficient_funds',
        'do_not_honor',
        'expired_card',
        'generic_decline',
      ] as const)
      card.decline = code
      const recovers = random.chance(RECOVERY[code] - (life.tenure <= 3 ? 0.15 : 0))
      life.memory.paymentFailed = firstTry
      const decision = decisions.rows.at(-1)
      if (decision?.customer === life.customer.id) decision.failure = { code, recovers }
      card.declines_left = recovers ? random.integer(1, account.retries.days.length) : Infinity
      const lastTry = firstTry + account.retries.days.reduce((sum, days) => sum + days, 0) * DAY
      if (recovers) return goOn(life, lastTry + DAY)
      subscription.dunning_end = random.chance(0.7) ? 'cancel' : 'unpaid'
      if (subscription.dunning_end === 'cancel') return lives.leave(life, lastTry)
      life.chapter += 1
      life.leavesAt = lastTry
      account.steps.add(lastTry, () =>
        truth.note(life.customer.id, account.now, null, life.contract.currency),
      )
    },
    moreSeats: (life) => changeSeats(life, 1.15 + random.float() * 0.5),
    fewerSeats: (life) => changeSeats(life, 0.55 + random.float() * 0.3),
    upgrade(life) {
      const { seats } = life.contract
      if (seats.starter !== undefined) {
        life.contract.seats = { team: random.integer(2, 5) }
        changeTo(life, { team: 'starter' }, atOnce(random.chance(0.5)))
      } else {
        const { team = 3, ...rest } = seats
        life.contract.seats = { ...rest, business: Math.max(team, 3) }
        changeTo(life, { business: 'team' }, atOnce(random.chance(0.5)))
      }
      goOn(life)
    },
    downgrade(life) {
      const { business, team, usage } = life.contract.seats
      if (business !== undefined) {
        life.contract.seats = { team: Math.max(Math.min(business, 12), 1), ...(usage ? { usage } : {}) }
        changeTo(life, { team: 'business' })
      } else if (team !== undefined) {
        life.contract.seats = { starter: 1, ...(usage ? { usage } : {}) }
        changeTo(life, { starter: 'team' })
      }
      life.memory.downgraded = account.now
      goOn(life)
    },
    goYearly(life) {
      life.contract.yearly = true
      if (life.contract.edition === 'early') life.contract.edition = 'current'
      changeTo(life, {})
      goOn(life)
    },
    addSupport(life) {
      life.contract.seats.support = life.contract.seats.business ?? 1
      changeTo(life, {})
      goOn(life)
    },
    refund(life) {
      const charge = lastCharge(life)
      if (charge) {
        const part = random.chance(0.55)
          ? charge.amount
          : Math.max(1, Math.round(charge.amount * random.float()))
        const reason = random.pick(['requested_by_customer', 'requested_by_customer', 'duplicate', null])
        refundCharge(account, charge, { amount: part, reason, metadata: {} })
      }
      goOn(life)
    },
    dispute(life) {
      const charge = lastCharge(life)
      if (charge) {
        const reason = random.pick(['fraudulent', 'product_not_received', 'subscription_canceled', 'general'])
        const dispute = openDispute(account, charge, reason)
        life.memory.disputed = account.now
        const won = random.chance(0.4)
        // Some of those that are lost are never answered.
        const answered = won || random.chance(0.6)
        const answersAt = account.now + random.integer(DAY, 6 * DAY)
        const decidedAt = account.now + random.integer(20 * DAY, 60 * DAY)
        if (answered) {
          account.steps.add(answersAt, () => respondToDispute(account, dispute, EVIDENCE))
          account.steps.add(decidedAt, () => closeDispute(account, dispute, won ? 'won' : 'lost'))
        }
      }
      goOn(life)
    },
    renewCard(life) {
      const year = new Date(account.now * 1000).getUTCFullYear()
      life.card = attachCard(account, life.customer, inventCard(random, life.card?.country ?? 'US', year))
      setDefaultCard(account, life.customer, life.card)
      goOn(life)
    },
  }
}

function isPlan(name: string): name is OfferKey {
  return ['starter', 'team', 'business', 'support', 'usage'].includes(name)
}

/** Moves a customer to another price list; it pays by it from its next invoice on. */
export function moveToEdition(stage: Pick<Stage, 'account' | 'prices'>, life: Life, edition: Edition): void {
  life.contract.edition = edition
  bringInLine(stage, life, {}, 'none')
}

/** Brings a subscription's items in line with the contract; `from` says which offer another takes the place of. */
function bringInLine(
  { account, prices }: Pick<Stage, 'account' | 'prices'>,
  { contract, subscription }: Life,
  from: Partial<Record<OfferKey, OfferKey>>,
  proration: ProrationBehavior,
): void {
  const productOf = (price: string) => account.store.prices.get(price)?.product
  const changes: ItemChange[] = []
  const used = new Set<string>()
  for (const [name, quantity] of Object.entries(contract.seats)) {
    if (!isPlan(name)) continue
    const product = prices.productOf(from[name] ?? name)
    const item =
      subscription.items.find((one) => productOf(one.price) === product && !used.has(one.id)) ?? null
    if (item) used.add(item.id)
    const price = prices.priceOf(name, contract)
    if (item && item.price === price && item.quantity === quantity) continue
    changes.push({ item, price, quantity })
  }
  for (const item of subscription.items) {
    if (!used.has(item.id)) changes.push({ item, deleted: true })
  }
  updateSubscription(account, subscription, { items: changes, prorationBehavior: proration })
}
