import { phaseAt } from '../domain/schedule-phases'
import {
  cancelSchedule,
  createSchedule,
  isRunning,
  releaseSchedule,
  updateSchedule,
  type NewSchedule,
} from '../domain/schedules'
import { hasEnded } from '../domain/subscription-end'
import { invalid } from '../http/errors'
import { preparePage } from '../http/listing'
import type { Params } from '../http/params'
import type { Call, Route } from '../http/route'
import { renderSchedule } from '../render/schedule'
import type { Account } from '../store/account'
import { inRange, type Range } from '../store/collection'
import type { PhaseRecord, ScheduleRecord, SubscriptionRecord } from '../store/records'
import { fromParam, fromPath } from './lookups'
import { readDefaults, readInstant, readPhases } from './schedule-params'
import { PRORATIONS, readBillingMode } from './subscription-requests'

const PATH = '/v1/subscription_schedules'

const scheduleOf = ({ account, ids }: Call): ScheduleRecord =>
  fromPath(account.store.schedules, 'subscription schedule', ids[0])

function refuseEnded(schedule: ScheduleRecord, verb: string): void {
  if (isRunning(schedule)) return
  throw invalid(
    `You cannot ${verb} a subscription schedule that is currently in the \`${schedule.status}\` status. It can only be done when the schedule is \`not_started\` or \`active\`.`,
  )
}

/** A running subscription as the only phase of a schedule. */
function fromSubscription(account: Account, params: Params): NewSchedule | undefined {
  const id = params.filled('from_subscription')
  if (id === undefined) return undefined
  const param = 'from_subscription'
  const subscription = fromParam(account.store.subscriptions, 'subscription', id, param)
  if (
    ['phases', 'customer', 'start_date', 'end_behavior', 'metadata', 'default_settings'].some((key) =>
      params.has(key),
    )
  ) {
    throw invalid('You cannot set any other parameter together with `from_subscription`.', { param })
  }
  if (hasEnded(subscription)) {
    throw invalid(`You cannot create a schedule from a subscription that is ${subscription.status}.`, {
      param,
    })
  }
  if (subscription.schedule !== undefined) {
    throw invalid(
      `You cannot migrate a subscription that is already attached to a schedule: \`${subscription.schedule}\`.`,
      { param },
    )
  }
  return {
    customer: subscription.customer,
    subscription: id,
    end_behavior: 'release',
    billing_mode: subscription.billing_mode ?? 'flexible',
    default_collection: subscription.collection_method,
    default_days_until_due: subscription.days_until_due,
    default_payment_method: subscription.default_payment_method,
    default_description: subscription.description,
    metadata: {},
    phases: [phaseOf(account, subscription)],
  }
}

function phaseOf(account: Account, subscription: SubscriptionRecord): PhaseRecord {
  const discounts = (ids: readonly string[] = []) =>
    ids.flatMap((id) => {
      const one = account.store.discounts.get(id)
      return one ? [{ coupon: one.coupon.id, promotion_code: one.promotion_code }] : []
    })
  return {
    start_date: Math.min(...subscription.items.map((item) => item.current_period_start)),
    end_date: Math.min(...subscription.items.map((item) => item.current_period_end)),
    items: subscription.items.map((item) => ({
      price: item.price,
      quantity: item.quantity,
      metadata: { ...item.metadata },
      tax_rates: [...(item.tax_rates ?? [])],
      discounts: discounts(item.discounts),
    })),
    discounts: discounts(subscription.discounts),
    default_tax_rates: subscription.default_tax_rates ? [...subscription.default_tax_rates] : null,
    default_payment_method: subscription.default_payment_method,
    collection_method: null,
    days_until_due: null,
    description: null,
    metadata: {},
    proration_behavior: 'create_prorations',
    billing_cycle_anchor: null,
    trial_end: subscription.trial_end,
  }
}

function readNew(account: Account, params: Params): NewSchedule {
  const customer = fromParam(account.store.customers, 'customer', params.required('customer'), 'customer')
  const start = readInstant(account, params, 'start_date') ?? account.now
  if (start < account.now) {
    throw invalid('The stand-in does not start schedules in the past.', { param: 'start_date' })
  }
  return {
    customer: customer.id,
    subscription: null,
    end_behavior: params.oneOf('end_behavior', ['cancel', 'release']) ?? 'release',
    billing_mode: readBillingMode(params),
    default_collection: 'charge_automatically',
    default_days_until_due: null,
    default_payment_method: null,
    default_description: null,
    metadata: params.metadata('metadata') ?? {},
    phases: readPhases(account, params, start, customer) ?? params.missing('phases'),
    ...readDefaults(account, params, customer),
  }
}

/** The phases that an update gives replace the current one and what comes after it. */
function readUpdatedPhases(
  account: Account,
  params: Params,
  schedule: ScheduleRecord,
): PhaseRecord[] | undefined {
  const customer = fromPath(account.store.customers, 'customer', schedule.customer)
  const current = phaseAt(schedule, account.now)
  const start = current?.start_date ?? schedule.phases[0]?.start_date ?? account.now
  const phases = readPhases(account, params, start, customer)
  if (!phases) return undefined
  const past = schedule.phases.filter(({ end_date }) => end_date <= start)
  if ((phases.at(-1)?.end_date ?? 0) <= account.now) {
    throw invalid('The phases of a schedule must not all have ended.', { param: 'phases' })
  }
  return [...past, ...phases]
}

const passes = (value: number | null, range: Range | undefined) =>
  !range || (value !== null && inRange(value, range))

export const scheduleRoutes: Route[] = [
  {
    method: 'GET',
    path: PATH,
    answers: 'list of subscription_schedule',
    prepare({ account, params }) {
      const customer = params.filled('customer')
      const scheduled = params.boolean('scheduled')
      const canceled = params.range('canceled_at')
      const completed = params.range('completed_at')
      const released = params.range('released_at')
      return preparePage(
        params,
        {
          collection: account.store.schedules,
          url: PATH,
          noun: 'subscription schedule',
          render: (one) => renderSchedule(account, one),
        },
        {
          created: params.range('created') ?? {},
          by: customer === undefined ? {} : { customer },
          where: (one) =>
            (scheduled !== true || one.status === 'not_started') &&
            passes(one.canceled_at, canceled) &&
            passes(one.completed_at, completed) &&
            passes(one.released_at, released),
        },
      )
    },
  },
  {
    method: 'POST',
    path: PATH,
    answers: 'subscription_schedule',
    prepare({ account, params }) {
      const wanted = fromSubscription(account, params) ?? readNew(account, params)
      return () => renderSchedule(account, createSchedule(account, wanted))
    },
  },
  {
    method: 'GET',
    path: `${PATH}/:id`,
    answers: 'subscription_schedule',
    prepare(call) {
      const schedule = scheduleOf(call)
      return () => renderSchedule(call.account, schedule)
    },
  },
  {
    method: 'POST',
    path: `${PATH}/:id`,
    answers: 'subscription_schedule',
    prepare(call) {
      const { account, params } = call
      const schedule = scheduleOf(call)
      refuseEnded(schedule, 'update')
      const customer = fromPath(account.store.customers, 'customer', schedule.customer)
      const phases = readUpdatedPhases(account, params, schedule)
      const endBehavior = params.oneOf('end_behavior', ['cancel', 'release'])
      const metadata = params.metadata('metadata', schedule.metadata)
      const prorations = params.oneOf('proration_behavior', PRORATIONS) ?? 'create_prorations'
      const fields = {
        ...readDefaults(account, params, customer),
        ...(phases ? { phases } : {}),
        ...(endBehavior ? { end_behavior: endBehavior } : {}),
        ...(metadata ? { metadata } : {}),
      }
      return () => {
        updateSchedule(account, schedule, fields, prorations)
        return renderSchedule(account, schedule)
      }
    },
  },
  {
    method: 'POST',
    path: `${PATH}/:id/cancel`,
    answers: 'subscription_schedule',
    prepare(call) {
      const { account, params } = call
      const schedule = scheduleOf(call)
      refuseEnded(schedule, 'cancel')
      const how = {
        invoiceNow: params.boolean('invoice_now') ?? true,
        prorate: params.boolean('prorate') ?? true,
      }
      return () => {
        cancelSchedule(account, schedule, how)
        return renderSchedule(account, schedule)
      }
    },
  },
  {
    method: 'POST',
    path: `${PATH}/:id/release`,
    answers: 'subscription_schedule',
    prepare(call) {
      const schedule = scheduleOf(call)
      refuseEnded(schedule, 'release')
      return () => {
        releaseSchedule(call.account, schedule)
        return renderSchedule(call.account, schedule)
      }
    },
  },
]
