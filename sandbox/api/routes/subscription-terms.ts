import type { FirstPayment, NewSubscription } from '../domain/subscription-create'
import type { End } from '../domain/subscription-cancel'
import { anchorFrom } from '../domain/subscription-periods'
import { addIntervals, DAY } from '../engine/calendar'
import { invalid } from '../http/errors'
import type { Params } from '../http/params'
import type { Account } from '../store/account'
import type { AnchorConfig, CustomerRecord, SubscriptionRecord } from '../store/records'
import type { DiscountReader } from './discount-params'
import { makeItem } from './invoice-items'
import { priced, readInlinePrice, readOneTimePrice } from './invoice-line-params'
import type { Recurring } from './subscription-params'
import { readTaxRates } from './tax-rate-params'

const MISSING_METHOD = ['cancel', 'create_invoice', 'pause'] as const
const MOST_EXTRA_ITEMS = 20

/** What happens when a trial ends and there is nothing to pay with. */
export function readMissingMethod(params: Params): (typeof MISSING_METHOD)[number] | undefined {
  const behavior = params.hash('trial_settings')?.hash('end_behavior')
  return behavior?.oneOf('missing_payment_method', MISSING_METHOD)
}

/** When a new subscription's trial ends; null without a trial. */
export function readTrial(account: Account, params: Params, planDays: number | null): number | null {
  const days = params.integer('trial_period_days', 1, 730)
  const end = params.filled('trial_end') === 'now' ? undefined : params.instant('trial_end')
  const fromPlan = params.boolean('trial_from_plan') ?? false
  if (days !== undefined && end !== undefined) {
    throw invalid('You may only specify one of these parameters: trial_end, trial_period_days.', {
      code: 'parameters_exclusive',
    })
  }
  if (fromPlan && (days !== undefined || end !== undefined)) {
    throw invalid('You cannot set `trial_from_plan` together with `trial_end` or `trial_period_days`.', {
      param: 'trial_from_plan',
    })
  }
  if (end !== undefined && end <= account.now) {
    throw invalid('Timestamp must be in the future.', { param: 'trial_end' })
  }
  if (fromPlan) return planDays === null ? null : account.now + planDays * DAY
  return days === undefined ? (end ?? null) : account.now + days * DAY
}

/** When a subscription shall end; null takes it back. */
export function readEnd(account: Account, params: Params): End | null | undefined {
  const word = params.text('cancel_at')
  if (word === null || word === undefined) return word
  if (word === 'min_period_end' || word === 'max_period_end') return word
  const end = params.instant('cancel_at')
  if (end !== undefined && end <= account.now) {
    throw invalid('Timestamp must be in the future.', { param: 'cancel_at' })
  }
  return end
}

/** Where the billing cycle of a new subscription lies, and when it began. */
export function readCycle(
  account: Account,
  params: Params,
  trialEnd: number | null,
  recurring: Recurring[],
): Pick<NewSubscription, 'anchor' | 'anchorConfig' | 'startsAt' | 'prorates'> {
  const given = params.instant('billing_cycle_anchor')
  const config = readAnchorConfig(params, recurring)
  const startsAt = params.instant('backdate_start_date')
  const prorations = params.oneOf('proration_behavior', ['always_invoice', 'create_prorations', 'none'])
  if (given !== undefined && config) {
    throw invalid(
      'You may only specify one of these parameters: billing_cycle_anchor, billing_cycle_anchor_config.',
      { code: 'parameters_exclusive' },
    )
  }
  const anchor = given ?? (config ? anchorFrom(config, account.now) : undefined)
  if (anchor !== undefined && anchor < account.now) {
    throw invalid('billing_cycle_anchor cannot be in the past.', { param: 'billing_cycle_anchor' })
  }
  if (given !== undefined) checkAnchor(account, recurring, given, 'billing_cycle_anchor')
  if (startsAt !== undefined && startsAt > account.now) {
    throw invalid('backdate_start_date must be in the past.', { param: 'backdate_start_date' })
  }
  if (trialEnd !== null && (anchor ?? startsAt) !== undefined) {
    throw invalid(
      'The stand-in does not combine a trial with `billing_cycle_anchor`, `billing_cycle_anchor_config` or `backdate_start_date`.',
      { param: anchor === undefined ? 'backdate_start_date' : 'billing_cycle_anchor' },
    )
  }
  return {
    prorates: prorations !== 'none',
    ...(anchor === undefined ? {} : { anchor }),
    ...(config ? { anchorConfig: config } : {}),
    ...(startsAt === undefined ? {} : { startsAt }),
  }
}

/** Refuses an anchor that lies more than a period ahead. */
export function checkAnchor(account: Account, recurring: Recurring[], anchor: number, param: string): void {
  const latest = Math.min(
    ...recurring.map(({ interval, interval_count }) => addIntervals(account.now, interval, interval_count)),
  )
  if (anchor <= latest) return
  throw invalid(`billing_cycle_anchor cannot be later than next natural billing date (${latest}) for plan`, {
    param,
  })
}

function readAnchorConfig(params: Params, recurring: Recurring[]): AnchorConfig | undefined {
  const config = params.hash('billing_cycle_anchor_config')
  if (!config) return undefined
  if (recurring.some(({ interval }) => interval !== 'month' && interval !== 'year')) {
    throw invalid('billing_cycle_anchor_config is only valid with monthly and yearly prices.', {
      param: 'billing_cycle_anchor_config',
    })
  }
  return {
    day_of_month: config.integer('day_of_month', 1, 31) ?? config.missing('day_of_month'),
    month: config.integer('month', 1, 12) ?? null,
    hour: config.integer('hour', 0, 23) ?? null,
    minute: config.integer('minute', 0, 59) ?? null,
    second: config.integer('second', 0, 59) ?? null,
  }
}

/** Whether the card that pays the first invoice becomes the subscription's own. */
export function readSavesMethod(params: Params): boolean | undefined {
  const word = params
    .hash('payment_settings')
    ?.oneOf('save_default_payment_method', ['off', 'on_subscription'])
  return word === undefined ? undefined : word === 'on_subscription'
}

export type PaymentBehavior = 'allow_incomplete' | 'default_incomplete' | 'error_if_incomplete'

/** What happens when the payment that a request causes does not succeed. */
export function readPaymentBehavior(params: Params): PaymentBehavior {
  const word = params.oneOf('payment_behavior', [
    'allow_incomplete',
    'default_incomplete',
    'error_if_incomplete',
    'pending_if_incomplete',
  ])
  params.boolean('off_session')
  if (word === 'pending_if_incomplete') {
    throw invalid(
      'The stand-in does not support pending updates (`payment_behavior=pending_if_incomplete`).',
      {
        param: 'payment_behavior',
      },
    )
  }
  return word ?? 'allow_incomplete'
}

/** How the payment of an invoice is begun under a behavior. */
export function paymentFor(behavior: PaymentBehavior): FirstPayment {
  return behavior === 'default_incomplete' ? 'wait' : 'attempt'
}

/** Reads what is billed once with a subscription's next invoice; the function returned makes it. */
export function readExtraItems(
  account: Account,
  params: Params,
  customer: CustomerRecord,
  currency: string,
  reader: DiscountReader,
): ((subscription: SubscriptionRecord) => void) | undefined {
  const given = params.hashes('add_invoice_items')
  if (!given) return undefined
  if (given.length > MOST_EXTRA_ITEMS) {
    throw invalid(`You can add at most ${MOST_EXTRA_ITEMS} invoice items.`, { param: 'add_invoice_items' })
  }
  const items = given.map((item) => {
    const id = item.filled('price')
    const inline = id === undefined ? (item.hash('price_data') ?? item.missing('price')) : undefined
    const price = id === undefined ? undefined : readOneTimePrice(account, id, item.name('price'), currency)
    const make = inline ? readInlinePrice(account, inline, currency) : undefined
    const quantity = item.integer('quantity', 0, 999_999) ?? 1
    const discountable = item.boolean('discountable')
    const metadata = item.metadata('metadata')
    const taxRates = readTaxRates(account, item, 'tax_rates')
    return {
      discounts: reader.read(item),
      fields: {
        ...(discountable === undefined ? {} : { discountable }),
        ...(metadata ? { metadata } : {}),
        ...(taxRates ? { tax_rates: taxRates } : {}),
      },
      pricing: () => {
        const record = price ?? make?.()
        if (!record) throw new Error('An invoice item without a price')
        return priced(record, quantity)
      },
    }
  })
  return (subscription) => {
    const context = { customer, currency, subscription, invoice: null }
    for (const { pricing, fields, discounts } of items)
      makeItem(account, context, { pricing, fields }, discounts)
  }
}
