import type Stripe from 'stripe'
import type { AccountService } from '../accounts/service'
import type { AuditService } from '../audit/service'
import { loadHistories } from '../analytics/facts'
import { MovementModel } from '../analytics/model'
import { loadRates } from '../fx/rates'
import type { Clock } from '../clock'
import type { MirrorDocument } from '../database/mirror'
import { currentAccount, scopedId } from '../database/scope'
import { pageOf } from '../database/page'
import { found, seconds, type Page } from '../http'
import {
  balances,
  convertSum,
  customerState,
  dayOf,
  foldMovements,
  type Currency,
  type Day,
  type Rates,
} from '../metrics'
import { ChargeModel } from '../payments/model'
import { riskOf } from '../risk/service'
import { SubscriptionModel } from '../subscriptions/model'
import { toSubscriptions } from '../subscriptions/rows'
import { syncState } from '../sync/state'
import { isKnown } from './erasure'
import { exportOf, type Openers } from './export'
import { CustomerModel } from './model'
import type { Customer, CustomerProfile } from './schema'

const toCustomer = ({ object }: MirrorDocument<Stripe.Customer>): Customer => ({
  id: object.id,
  object: 'customer',
  name: object.name ?? null,
  email: object.email,
  country: object.address?.country ?? null,
  currency: object.currency ?? null,
  created: object.created,
})

interface PaidOnDay {
  _id: { day: Day; currency: Currency }
  value: number
}

export interface CustomerDeps extends Openers {
  clock: Clock
  audit: AuditService
  accounts: AccountService
}

export function createCustomerService({ clock, audit, accounts, inbox, copies }: CustomerDeps) {
  async function mirrored(id: string): Promise<MirrorDocument<Stripe.Customer>> {
    return found(await CustomerModel.findOne({ _id: scopedId(id), deleted: false }).lean(), 'customer', id)
  }

  async function lifetimeRevenue(customer: string, timeZone: string, rates: Rates, reporting: Currency) {
    const day = {
      $dateToString: {
        date: { $toDate: { $multiply: ['$object.created', 1000] } },
        timezone: timeZone,
        format: '%Y-%m-%d',
      },
    }
    const rows = await ChargeModel.aggregate<PaidOnDay>([
      { $match: { 'object.customer': customer, 'object.status': 'succeeded' } },
      {
        $group: {
          _id: { day, currency: '$object.currency' },
          value: { $sum: { $subtract: ['$object.amount_captured', '$object.amount_refunded'] } },
        },
      },
    ])
    const parts = rows.map(({ _id, value }) =>
      convertSum({ [_id.currency]: value }, _id.day, rates, reporting),
    )
    return {
      value: parts.reduce((sum, part) => sum + part.value, 0),
      missing: parts.flatMap(({ fxMissing }) => fxMissing),
    }
  }

  return {
    async list(page: Page) {
      const cursors = Object.fromEntries(
        (['starting_after', 'ending_before'] as const).flatMap((name) =>
          page[name] === undefined ? [] : [[name, scopedId(page[name])]],
        ),
      )
      const { rows, has_more } = await pageOf(
        CustomerModel,
        { deleted: false },
        { limit: page.limit, ...cursors },
      )
      return { object: 'list' as const, url: '/v1/customers', has_more, data: rows.map(toCustomer) }
    },

    async profile(id: string): Promise<CustomerProfile> {
      const [customer, account, state] = await Promise.all([mirrored(id), accounts.current(), syncState()])
      const { definitions } = account
      const reporting = definitions.reportingCurrency
      const now = seconds(clock.now())
      const [rates, histories] = await Promise.all([loadRates(reporting), loadHistories([id])])
      const history = histories.get(id) ?? { customer: id, versions: [], discounts: [] }
      const figures = customerState(history, definitions, now)
      const mrr = convertSum(figures.byCurrency, dayOf(now, definitions.timeZone), rates, reporting)
      const [paid, subscriptions, risk] = await Promise.all([
        lifetimeRevenue(id, definitions.timeZone, rates, reporting),
        SubscriptionModel.find({ 'object.customer': id })
          .lean()
          .then((rows) => toSubscriptions(rows, figures)),
        riskOf(id),
      ])
      return {
        ...toCustomer(customer),
        mrr: { value: mrr.value, currency: reporting },
        lifetime_revenue: { value: paid.value, currency: reporting },
        subscriptions,
        risk,
        as_of: state.asOf ? seconds(state.asOf) : null,
        complete: state.complete,
        fx_missing: [...new Set([...mrr.fxMissing, ...paid.missing])].sort(),
      }
    },

    /** All that is kept about a customer, as JSON text; in the trail before its first piece is out. */
    async export(id: string): Promise<AsyncIterable<string>> {
      found((await isKnown(id)) || null, 'customer', id)
      await audit.record({ action: 'customer.exported', target: { type: 'customer', id } })
      return exportOf(currentAccount(), id, clock.now(), { inbox, copies })
    },

    /** MRR at the end of each day on which it changed, and today. */
    async mrrHistory(id: string) {
      const [account, state] = await Promise.all([accounts.current(), syncState(), mirrored(id)])
      const { reportingCurrency: currency, timeZone } = account.definitions
      const [rates, movements] = await Promise.all([
        loadRates(currency),
        MovementModel.find({ customer: id, knownTo: null }).lean(),
      ])
      const rollups = foldMovements(movements)
      const today = dayOf(seconds(clock.now()), timeZone)
      const days = [...new Set([...rollups.map(({ day }) => day), today])].sort()
      const data = balances(rollups, days, rates, currency).map(({ day, mrr }) => ({ date: day, value: mrr }))
      return {
        object: 'list' as const,
        url: `/v1/customers/${id}/mrr`,
        has_more: false,
        data,
        currency,
        as_of: state.asOf ? seconds(state.asOf) : null,
        complete: state.complete,
      }
    },
  }
}
export type CustomerService = ReturnType<typeof createCustomerService>
