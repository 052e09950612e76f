/** Our MRR beside that of another product, split by rule and down to the subscription (M16). */
import type { Clock } from '../clock'
import { trusted } from '../database/query'
import { seconds } from '../http'
import { InvoiceModel } from '../invoices/model'
import {
  addMonths,
  dayOf,
  hasMeteredItems,
  ourRules,
  PRODUCT_RULES,
  reconcilable,
  reconcile,
  RECONCILED_RULES,
  startOfDay,
  usageRunRate,
  type Comparison,
  type CustomerHistory,
  type Instant,
  type PresetName,
  type ProductRules,
  type Reconcilable,
  type ReconciledRule,
  type UsageLine,
} from '../metrics'
import { coverage, forEachPart, onceLong, type Book, type OpenBook, type Part, type Wanted } from './book'
import { cut } from './explain'
import { allCustomers, customersLivingAt, loadHistories } from './facts'
import { evidenceLink } from './links'
import { customerNames } from './names'
import { BATCH } from './recompute'
import type { Reconciliation, ReconciliationQuery } from './reconciliation-schema'

type Found = Reconcilable & { account: string; customer: string }

/** What a rule says on either side, in words. */
const SENTENCES: { [R in ReconciledRule]: (rules: ProductRules) => string } = {
  coupons: ({ discountPolicy }) =>
    ({
      recurring: 'Coupons for some months or for good lower MRR',
      forever_only: 'Only coupons for good lower MRR',
      all: 'All coupons lower MRR, also those for one invoice',
      list: 'No coupon lowers MRR',
    })[discountPolicy],
  scheduled_cancellations: ({ churnRecognition }) =>
    churnRecognition === 'at_end'
      ? 'Counts until the subscription has ended'
      : 'Counts no more once the end is asked for',
  past_due: ({ pastDueGraceDays: days }) =>
    days === null ? 'Counts until the status changes' : `Counts for ${days} days`,
  paused: ({ pausedCollection }) =>
    ({
      given_up: 'Counts where invoices are kept as drafts, not where they are given up',
      any: 'Does not count, whatever becomes of the invoices',
      none: 'Counts on',
    })[pausedCollection],
  metered: ({ metered }) =>
    metered === 'left_out'
      ? 'Metered use does not count'
      : 'Metered use counts: the average of the last three complete months',
  weeks_days: () => 'A year has 52 weeks or 365 days',
  fx: ({ ratesOf }) =>
    ({
      day: "The day's rate",
      period: 'The rate of the day on which the billing period began',
      purchase: 'The rate of the day of the purchase',
    })[ratesOf],
}

/** What a product says nothing about: there ours is taken (M3, M14). */
const UNPUBLISHED: Record<PresetName, readonly ReconciledRule[]> = {
  default: [],
  match_stripe_classic: ['paused', 'weeks_days'],
  match_chartmogul: ['weeks_days'],
  match_profitwell: ['weeks_days'],
}

/** M7: metered use by subscription as of an instant; minor units a month. */
async function usageOf(
  histories: readonly CustomerHistory[],
  at: Instant,
  timeZone: string,
): Promise<Map<string, number>> {
  const began = new Map<string, Instant>()
  const prices = new Set<string>()
  const customers = new Set<string>()
  for (const { customer, versions } of histories) {
    const seen = new Set<string>()
    // what invoices tell has no metered items
    const observed = versions.filter(({ source }) => source !== 'invoice_line')
    for (const { state, at: since } of observed.sort((a, b) => a.at - b.at)) {
      const first = !seen.has(state.id)
      seen.add(state.id)
      if (!hasMeteredItems(state)) continue
      customers.add(customer)
      // what it had when it was first seen, it had from its start
      if (!began.has(state.id)) began.set(state.id, (first ? state.start_date : null) ?? since)
      for (const { price } of state.items)
        if (price.recurring.usage_type === 'metered' && price.id) prices.add(price.id)
    }
  }
  if (began.size === 0) return new Map()
  const today = dayOf(at, timeZone)
  const from = startOfDay(addMonths(`${today.slice(0, 7)}-01`, -3), timeZone)
  const invoices = await InvoiceModel.find({
    'object.customer': trusted({ $in: [...customers] }),
    'object.created': trusted({ $gte: from, $lte: at }),
  })
    .select({ 'object.created': 1, 'object.status': 1, 'object.lines': 1 })
    .lean()
  const lines = new Map<string, UsageLine[]>()
  for (const { object } of invoices)
    for (const line of object.lines.data) {
      const item = line.parent?.subscription_item_details
      const price = line.pricing?.price_details?.price
      if (!item?.subscription || !price || !prices.has(typeof price === 'string' ? price : price.id)) continue
      const off = (line.discount_amounts ?? []).reduce((sum, { amount }) => sum + amount, 0)
      const tax = (line.taxes ?? []).filter(({ tax_behavior }) => tax_behavior === 'inclusive')
      const amount = tax.reduce((net, { amount: one }) => net - one, line.amount - off)
      const month = dayOf(object.created, timeZone).slice(0, 7)
      const known = lines.get(item.subscription) ?? []
      lines.set(item.subscription, [...known, { month, amount, status: object.status ?? 'draft' }])
    }
  const usage = new Map<string, number>()
  for (const [subscription, start] of began) {
    const first = dayOf(start, timeZone)
    const firstFullMonth = (first.endsWith('-01') ? first : addMonths(first, 1)).slice(0, 7)
    const own = lines.get(subscription) ?? []
    usage.set(subscription, usageRunRate(own, { today, firstFullMonth }).usage_run_rate ?? 0)
  }
  return usage
}

/** Every subscription of the account in scope that bills anything on either side, read a batch of customers at a time. */
async function subscriptionsOf(
  { account: { accountId }, state }: Part,
  comparison: Omit<Comparison, 'usage'>,
): Promise<Found[]> {
  const { at, timeZone, theirs } = comparison
  // from the first event on, neither invoices nor who had left by then tell anything
  const told = state.eventsFrom !== null && at >= seconds(state.eventsFrom)
  const customers = told ? await customersLivingAt(new Date(at * 1000)) : await allCustomers()
  const found: Found[] = []
  for (let start = 0; start < customers.length; start += BATCH) {
    const batch = customers.slice(start, start + BATCH)
    const histories = [...(await loadHistories(batch, told ? 'invoices' : undefined)).values()]
    const usage = theirs.metered === 'run_rate' ? await usageOf(histories, at, timeZone) : new Map()
    for (const history of histories)
      for (const one of reconcilable(history, { ...comparison, usage }))
        found.push({ ...one, account: accountId, customer: history.customer })
  }
  return found
}

export function createReconciliation({ clock, open }: { clock: Clock; open: OpenBook }) {
  /** The whole comparison; what time alone changes is at most an hour old. */
  const compare = (book: Book, preset: PresetName, now: Instant) =>
    onceLong(book, `reconciliation:${preset}:${Math.floor(now / 3600)}`, async () => {
      const at = Math.min(book.asked.at ?? now, now)
      const theirs = PRODUCT_RULES[preset]
      const parts = await forEachPart(book, (part) => {
        const { definitions } = part.account
        const { timeZone } = definitions
        return subscriptionsOf(part, { ours: ourRules(definitions), theirs, at, timeZone })
      })
      const { rows, ...sums } = reconcile(parts.flat(), {
        day: book.today,
        rates: book.rates,
        reportingCurrency: book.currency,
      })
      const difference = (byRule: Record<ReconciledRule, number>) =>
        RECONCILED_RULES.reduce((sum, rule) => sum + byRule[rule], 0)
      const told = rows.map(({ of, byRule }) => ({
        id: `${of.account}:${of.subscription}`,
        account: of.account,
        customer: of.customer,
        subscription: of.subscription,
        currency: of.currency,
        ours: of.ours,
        theirs: of.steps.fx,
        difference: difference(byRule),
        by_rule: byRule,
      }))
      told.sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference) || (a.id < b.id ? -1 : 1))
      return { ...sums, at, rows: told }
    })

  /** @throws AppError invalid_request where the cursor names no row */
  return async function reconciliation({
    preset,
    rule: only,
    limit,
    starting_after,
    ending_before,
    ...query
  }: ReconciliationQuery & Wanted): Promise<Reconciliation> {
    const book = await open(query)
    const { ours, theirs, byRule, rows, at, fxMissing } = await compare(book, preset, seconds(clock.now()))
    const touched = (rule: ReconciledRule) => rows.filter(({ by_rule }) => by_rule[rule] !== 0)
    const wanted = only === undefined ? rows : touched(only)
    const page = cut(wanted, { limit, starting_after, ending_before })
    const names = await customerNames(book, page.rows)
    const today = { from: book.today, to: book.today }
    // where accounts differ in their settings, those of the first are named
    const own = book.parts[0]?.account.definitions ?? PRODUCT_RULES.default
    return {
      object: 'analytics.reconciliation',
      preset,
      at,
      ours,
      theirs,
      difference: theirs - ours,
      evidence: evidenceLink(book, 'mrr', today),
      rules: RECONCILED_RULES.map((rule) => ({
        rule,
        difference: byRule[rule],
        subscriptions: touched(rule).length,
        ours: SENTENCES[rule](ourRules(own)),
        theirs: UNPUBLISHED[preset].includes(rule) ? null : SENTENCES[rule](PRODUCT_RULES[preset]),
      })),
      rows: wanted.length,
      url: '/v1/analytics/reconciliation',
      has_more: page.has_more,
      data: page.rows.map((row) => ({
        ...row,
        object: 'reconciliation_row',
        customer_name: names.get(`${row.account}:${row.customer}`) ?? null,
      })),
      ...coverage(book, today, fxMissing),
    }
  }
}
