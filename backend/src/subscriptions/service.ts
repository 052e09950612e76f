/** One subscription's own part of the MRR: how it came about, and what takes from it. */
import type { AccountService } from '../accounts/service'
import { loadHistories } from '../analytics/facts'
import { idOf } from '../analytics/from-stripe'
import type { Clock } from '../clock'
import { trusted } from '../database/query'
import { scopedId } from '../database/scope'
import { found, seconds } from '../http'
import {
  customerMovements,
  customerState,
  discountsOn,
  subscriptionsAt,
  type CustomerHistory,
  type Definitions,
  type Instant,
} from '../metrics'
import { CouponModel } from '../promotions/model'
import { syncState } from '../sync/state'
import { SubscriptionModel } from './model'
import { toSubscriptions } from './rows'
import type { SubscriptionProfile } from './schema'

/** Its movements (W1 to W5) as if its customer had no other. */
const changesOf = (history: CustomerHistory, definitions: Definitions, now: Instant) =>
  customerMovements(history, definitions, {}, now + 1).flatMap(
    ({ day, type, changes, reconstructed, causes }) =>
      type === 'transfer'
        ? []
        : changes.map(({ before, after }) => ({ day, type, before, after, reconstructed, causes })),
  )

async function discountsOf(
  history: CustomerHistory,
  now: Instant,
): Promise<SubscriptionProfile['discounts']> {
  const discounts = [...subscriptionsAt(history, now)].flatMap(({ state, context }) =>
    discountsOn(state, context.customerDiscount ?? null, now),
  )
  const ids = discounts.flatMap(({ coupon }) => coupon.id ?? [])
  const coupons = await CouponModel.find({ _id: trusted({ $in: ids.map(scopedId) }) }).lean()
  const names = new Map(coupons.map(({ id, object }) => [id, object.name]))
  return discounts.map(({ coupon: { id = '', duration }, end }) => ({
    coupon: id,
    name: names.get(id) ?? null,
    duration,
    ends: end ?? null,
  }))
}

export function createSubscriptionService({ clock, accounts }: { clock: Clock; accounts: AccountService }) {
  return {
    /** @throws AppError not_found */
    async profile(id: string): Promise<SubscriptionProfile> {
      const [row, account, state] = await Promise.all([
        SubscriptionModel.findOne({ _id: scopedId(id), deleted: false }).lean(),
        accounts.current(),
        syncState(),
      ])
      const mirrored = found(row, 'subscription', id)
      const customer = idOf(mirrored.object.customer)
      const now = seconds(clock.now())
      const whole = (await loadHistories([customer])).get(customer)
      const history = {
        customer,
        versions: whole?.versions.filter((version) => version.state.id === id) ?? [],
        discounts: whole?.discounts ?? [],
      }
      // in its own currency, which needs no rate
      const definitions = { ...account.definitions, reportingCurrency: mirrored.object.currency }
      const [[subscription], discounts] = await Promise.all([
        toSubscriptions([mirrored], customerState(history, definitions, now)),
        discountsOf(history, now),
      ])
      return {
        ...found(subscription, 'subscription', id),
        customer,
        discounts,
        changes: changesOf(history, definitions, now),
        as_of: state.asOf ? seconds(state.asOf) : null,
        complete: state.complete,
      }
    },
  }
}
export type SubscriptionService = ReturnType<typeof createSubscriptionService>
