import { DAY, HOUR } from '../engine/calendar'
import { attachCard, setDefaultCard } from '../domain/customers'
import { RETRY_DAYS } from '../domain/invoice-settle'
import { closeDispute, openDispute, refundCharge } from '../domain/refunds'
import { cancelNow, updateSubscription, type ItemChange } from '../domain/subscription-update'
import type { ChargeRecord } from '../store/records'
import type { Turn } from './hazards'
import { periodEndOf, type Life, type Lives, type Stage } from './lives'
import type { OfferKey } from './offers'
import { inventCard } from './people'
import { chooseReason } from './reasons'

/** What each turn does, to the account and to the contract that the truth log notes. */
export function createTurns(
  { account, random, prices, truth }: Stage,
  lives: Lives,
): Record<Turn, (life: Life) => void> {
  const goOn = (life: Life, from = account.now) => lives.decideLater(life, from)
  const planOf = ({ contract }: Life): OfferKey =>
    contract.seats.business !== undefined
      ? 'business'
      : contract.seats.team !== undefined
        ? 'team'
        : 'starter'

  /** Brings the subscription's items in line with the contract. */
  function changeTo(life: Life, from: Partial<Record<OfferKey, OfferKey>>, always = false): void {
    const { contract, subscription } = life
    const wanted = Object.entries(contract.seats)
    const changes: ItemChange[] = []
    const used = new Set<string>()
    for (const [name, quantity] of wanted) {
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
    updateSubscription(account, subscription, {
      items: changes,
      prorationBehavior: always ? 'always_invoice' : 'create_prorations',
    })
    lives.note(life)
  }
  const productOf = (price: string) => account.store.prices.get(price)?.product

  function changeSeats(life: Life, factor: number): void {
    const plan = planOf(life)
    const { seats } = life.contract
    const before = seats[plan] ?? 1
    const after = Math.max(plan === 'team' ? 1 : 3, Math.round(before * factor) || 1)
    if (after !== before) {
      seats[plan] = after
      if (seats.support !== undefined) seats.support = after
      changeTo(life, {}, factor > 1 && random.chance(0.3))
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
      card.decline = random.pick(['insufficient_funds', 'do_not_honor', 'expired_card', 'generic_decline'])
      const recovers = random.chance(0.66)
      card.declines_left = recovers ? random.integer(1, RETRY_DAYS.length) : Infinity
      const lastTry = firstTry + RETRY_DAYS.reduce((sum, days) => sum + days, 0) * DAY
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
        changeTo(life, { team: 'starter' }, random.chance(0.5))
      } else {
        const { team = 3, ...rest } = seats
        life.contract.seats = { ...rest, business: Math.max(team, 3) }
        changeTo(life, { business: 'team' }, random.chance(0.5))
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
      goOn(life)
    },
    goYearly(life) {
      life.contract.yearly = true
      life.contract.edition = 'current'
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
        const won = random.chance(0.4)
        account.steps.add(account.now + random.integer(20 * DAY, 60 * DAY), () =>
          closeDispute(account, dispute, won),
        )
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
