import type { NewSchedule } from '../domain/schedules'
import { addIntervals } from '../engine/calendar'
import { invalid } from '../http/errors'
import type { Params } from '../http/params'
import type { Account } from '../store/account'
import type {
  CustomerRecord,
  PhaseDiscountRecord,
  PhaseItemRecord,
  PhaseRecord,
  ScheduleRecord,
} from '../store/records'
import { discountReader, type DiscountReader } from './discount-params'
import { checkPrice } from './invoice-line-params'
import { readMethod } from './invoice-params'
import { fromParam, given } from './lookups'
import { PRORATIONS } from './subscription-requests'
import { readTaxRates } from './tax-rate-params'

const METHODS = ['charge_automatically', 'send_invoice'] as const

/** An instant, or `now`. */
export function readInstant(account: Account, params: Params, key: string): number | undefined {
  return params.filled(key) === 'now' ? account.now : params.instant(key)
}

function readDiscounts(account: Account, params: Params, reader: DiscountReader): PhaseDiscountRecord[] {
  const entries = params.hashes('discounts') ?? []
  const kept = entries.flatMap((entry) => {
    const id = entry.filled('discount')
    return id === undefined
      ? []
      : [fromParam(account.store.discounts, 'discount', id, entry.name('discount'))]
  })
  const wanted = reader.read(
    params,
    kept.map(({ id }) => id),
  )
  return [
    ...kept.map(({ coupon, promotion_code }) => ({ coupon: coupon.id, promotion_code })),
    ...(wanted?.added ?? []).map(({ coupon, promotionCode }) => ({
      coupon: coupon.id,
      promotion_code: promotionCode?.id ?? null,
    })),
  ]
}

function readItem(account: Account, params: Params, reader: DiscountReader): PhaseItemRecord {
  const id = params.required('price')
  const price = fromParam(account.store.prices, 'price', id, params.name('price'))
  checkPrice(price, params.name('price'), null)
  if (!price.recurring) {
    throw invalid(
      'The price specified is set to `type=one_time` but this field only accepts prices with `type=recurring`.',
      { param: params.name('price') },
    )
  }
  const metered = price.recurring.usage_type === 'metered'
  return {
    price: id,
    quantity: params.integer('quantity', 0, 999_999) ?? (metered ? 0 : 1),
    metadata: params.metadata('metadata') ?? {},
    tax_rates: readTaxRates(account, params, 'tax_rates') ?? [],
    discounts: readDiscounts(account, params, reader),
  }
}

/** When a phase ends: at an instant, after a duration, or after one period of its first price. */
function readEnd(account: Account, params: Params, start: number, items: readonly PhaseItemRecord[]): number {
  const end = readInstant(account, params, 'end_date')
  const duration = params.hash('duration')
  if (end !== undefined && duration) {
    throw invalid('You may only specify one of these parameters: duration, end_date.', {
      code: 'parameters_exclusive',
    })
  }
  if (duration) {
    const interval = duration.oneOf('interval', ['day', 'week', 'month', 'year'] as const)
    return addIntervals(
      start,
      interval ?? duration.missing('interval'),
      duration.integer('interval_count', 1) ?? 1,
    )
  }
  if (end === undefined) {
    const recurring = account.store.prices.get(items[0]?.price ?? '')?.recurring
    return addIntervals(start, recurring?.interval ?? 'month', recurring?.interval_count ?? 1)
  }
  if (end <= start) {
    throw invalid('The end date of a phase must be after its start date.', { param: params.name('end_date') })
  }
  return end
}

function readPhase(account: Account, params: Params, start: number, customer: CustomerRecord): PhaseRecord {
  const given = params.hashes('items')
  if (!given || given.length === 0) return params.missing('items')
  const currency = account.store.prices.get(given[0]?.filled('price') ?? '')?.currency ?? customer.currency
  const wanted = params.filled('currency')?.toLowerCase() ?? currency ?? account.settlementCurrency
  const reader = discountReader({ account, customer, currency: wanted, amount: null })
  const items = given.map((item) => readItem(account, item, reader))
  for (const { price } of items) {
    const record = account.store.prices.get(price)
    if (record) checkPrice(record, params.name('items'), wanted)
  }
  const end = readEnd(account, params, start, items)
  const trial = params.boolean('trial') ?? false
  const trialEnd = readInstant(account, params, 'trial_end')
  if (trialEnd !== undefined && trialEnd > end) {
    throw invalid('The trial of a phase must end with it or before.', { param: params.name('trial_end') })
  }
  return {
    start_date: start,
    end_date: end,
    items,
    discounts: readDiscounts(account, params, reader),
    default_tax_rates: readTaxRates(account, params, 'default_tax_rates') ?? null,
    default_payment_method: readMethod(account, params, customer) ?? null,
    collection_method: params.oneOf('collection_method', METHODS) ?? null,
    days_until_due: params.hash('invoice_settings')?.integer('days_until_due', 0, 3_650) ?? null,
    description: params.text('description', 500) ?? null,
    metadata: params.metadata('metadata') ?? {},
    proration_behavior: params.oneOf('proration_behavior', PRORATIONS) ?? 'create_prorations',
    billing_cycle_anchor: params.oneOf('billing_cycle_anchor', ['automatic', 'phase_start'] as const) ?? null,
    trial_end: trial ? end : (trialEnd ?? null),
  }
}

/** The phases of a schedule, one after the other from `start` on. */
export function readPhases(
  account: Account,
  params: Params,
  start: number,
  customer: CustomerRecord,
): PhaseRecord[] | undefined {
  const given = params.hashes('phases')
  if (!given) return undefined
  const phases: PhaseRecord[] = []
  for (const one of given) {
    const from = phases.at(-1)?.end_date ?? start
    const named = readInstant(account, one, 'start_date') ?? from
    if (named !== from) {
      throw invalid(
        phases.length === 0
          ? 'The first phase must keep the start date of the schedule, or of its current phase.'
          : 'A phase must begin where the one before ends.',
        { param: one.name('start_date') },
      )
    }
    phases.push(readPhase(account, one, from, customer))
  }
  return phases
}

/** What holds for all phases. */
export function readDefaults(
  account: Account,
  params: Params,
  customer: CustomerRecord,
): Partial<
  Pick<
    NewSchedule,
    'default_collection' | 'default_days_until_due' | 'default_payment_method' | 'default_description'
  >
> {
  const settings = params.hash('default_settings')
  if (!settings) return {}
  settings.oneOf('billing_cycle_anchor', ['automatic'])
  const collection = settings.oneOf('collection_method', METHODS)
  const days = settings.hash('invoice_settings')?.integer('days_until_due', 0, 3_650)
  if (collection === 'send_invoice' && days === undefined) {
    settings.hash('invoice_settings')?.missing('days_until_due')
    throw invalid('Missing required param: default_settings[invoice_settings][days_until_due].', {
      code: 'parameter_missing',
      param: 'default_settings[invoice_settings][days_until_due]',
    })
  }
  return given<
    Pick<
      ScheduleRecord,
      'default_collection' | 'default_days_until_due' | 'default_payment_method' | 'default_description'
    >
  >({
    default_collection: collection,
    default_days_until_due: days,
    default_payment_method: readMethod(account, settings, customer),
    default_description: settings.text('description', 500),
  })
}
