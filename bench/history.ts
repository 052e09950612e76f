/** Histories of any size, written as a sync would leave them: copies and facts of subscriptions and three years of invoices. */
import { recordFacts } from '../backend/src/analytics/facts'
import type { Clock } from '../backend/src/clock'
import { storeVersions } from '../backend/src/database/mirror'
import { factsOf, type Observation } from '../backend/src/sync/observe'
import { changeSyncState } from '../backend/src/sync/state'
import { emptyResources } from '../backend/src/sync/backfill'

const MONTHS = 36
const BATCH = 1_000
const PRICES = [900, 1_900, 4_900, 9_900, 29_900]

const price = (index: number) => ({
  id: `price_${index}`,
  object: 'price',
  product: `prod_${index}`,
  created: 1,
  billing_scheme: 'per_unit',
  unit_amount: PRICES[index],
  unit_amount_decimal: String(PRICES[index]),
  tiers_mode: null,
  transform_quantity: null,
  tax_behavior: 'unspecified',
  recurring: { interval: 'month', interval_count: 1, usage_type: 'licensed' },
})

/** One customer in thirty-six months: a tenth changes its quantity half way, a third leaves. */
function life(index: number, now: Date) {
  const id = String(index).padStart(8, '0')
  const which = index % PRICES.length
  const unit = PRICES[which] ?? 0
  const months = index % 3 === 0 ? 12 + (index % 20) : MONTHS
  const startMonth = now.getUTCMonth() - MONTHS + 1
  const at = (month: number) =>
    Math.floor(Date.UTC(now.getUTCFullYear(), startMonth + month, 1 + (index % 27)) / 1000)
  const quantity = (month: number) => (index % 10 === 0 && month >= MONTHS / 2 ? 3 : 1)
  const over = months < MONTHS
  const item = {
    id: `si_${id}`,
    object: 'subscription_item',
    price: price(which),
    quantity: quantity(months - 1),
  }
  const subscription = {
    ...{ id: `sub_${id}`, object: 'subscription', customer: `cus_${id}`, currency: 'usd' },
    status: over ? 'canceled' : 'active',
    items: {
      object: 'list',
      data: [{ ...item, discounts: [], tax_rates: [], current_period_end: at(months) }],
    },
    ...{ discounts: [], default_tax_rates: [], cancel_at_period_end: false, cancel_at: null },
    ...{ canceled_at: over ? at(months) : null, ended_at: over ? at(months) : null },
    cancellation_details: { reason: over ? 'cancellation_requested' : null, feedback: null },
    ...{ pause_collection: null, created: at(0), start_date: at(0), trial_start: null, trial_end: null },
  }
  const invoices = Array.from({ length: months }, (_, month) => ({
    ...{
      id: `in_${id}_${month}`,
      object: 'invoice',
      customer: `cus_${id}`,
      status: 'paid',
      created: at(month),
    },
    ...{ currency: 'usd', total: unit * quantity(month), discounts: [] },
    parent: { subscription_details: { subscription: `sub_${id}` } },
    lines: {
      object: 'list',
      has_more: false,
      data: [
        {
          id: `il_${id}_${month}`,
          ...{ amount: unit * quantity(month), quantity: quantity(month), discount_amounts: [], taxes: [] },
          pricing: { price_details: { price: `price_${which}`, product: `prod_${which}` } },
          parent: { subscription_item_details: { subscription_item: `si_${id}`, proration: false } },
          period: { start: at(month), end: at(month + 1) },
        },
      ],
    },
  }))
  return { subscription, invoices }
}

interface Copy {
  id: string
  object: string
  created: number
}

async function store(collection: 'subscriptions' | 'invoices', objects: Copy[], from: number, clock: Clock) {
  const versions = objects.map((object) => ({ id: object.id, version: from, deleted: false, object }))
  const observations = objects.map((object): Observation => ({
    object,
    at: Math.max(object.created, from),
    source: 'list',
    causes: [object.id],
  }))
  for (let start = 0; start < objects.length; start += BATCH) {
    await storeVersions(collection, versions.slice(start, start + BATCH), false)
    await recordFacts(await factsOf(observations.slice(start, start + BATCH)), clock)
  }
}

/** Fills the account in scope. @returns how many invoices there are */
export async function writeHistory(atLeast: number, clock: Clock): Promise<number> {
  const from = Math.floor(clock.now().getTime() / 1000) - 30 * 86_400
  const prices = PRICES.map((_, index): Observation => ({
    ...{ object: price(index), at: 1, source: 'list', causes: [] },
  }))
  await recordFacts(await factsOf(prices), clock)
  let [written, customers] = [0, 0]
  while (written < atLeast) {
    const lives = Array.from({ length: 100 }, () => life(customers++, clock.now()))
    await store(
      'subscriptions',
      lives.map(({ subscription }) => subscription),
      from,
      clock,
    )
    const invoices = lives.flatMap((one) => one.invoices)
    await store('invoices', invoices, from, clock)
    written += invoices.length
  }
  const resources = emptyResources().map((one) => ({ ...one, status: 'complete' as const }))
  const eventsFrom = new Date(from * 1000)
  await changeSyncState({ status: 'complete', complete: true, resources, eventsFrom, asOf: clock.now() })
  return written
}
