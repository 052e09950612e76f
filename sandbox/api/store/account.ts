import { hash32, createRandom, type Random } from '../engine/random'
import type { StepQueue } from '../engine/queue'
import { createTimeline, type Timeline } from '../engine/timeline'
import { FxTable } from '../engine/fx'
import { DAY } from '../engine/calendar'
import { Collection } from './collection'
import type * as records from './records'

/** The request that causes what happens now; null while the engine itself acts. */
export interface Cause {
  requestId: string
  idempotencyKey: string | null
}

/** One Stripe account: its clock, its chance, what is due, and everything it stores. */
export interface Account {
  readonly id: string
  readonly seed: string
  readonly businessName: string
  readonly email: string
  readonly country: string
  readonly settlementCurrency: string
  readonly opened: number
  /** Where the live part begins. */
  readonly startedAt: number
  /** The account's own time. */
  readonly clock: Timeline
  /** The time by which things happen just now: the account's own, or that of one of its test clocks. */
  timeline: Timeline
  /** The time of each test clock, by its id. */
  readonly testClocks: Map<string, Timeline>
  /** What the timeline in force says, in seconds. */
  readonly now: number
  /** What is due by the timeline in force. */
  readonly steps: StepQueue
  cause: Cause | null
  readonly random: Random
  readonly ids: Random
  readonly fx: FxTable
  readonly store: Store
  readonly funds: Funds
  /** Events are kept from this instant on. */
  readonly recordFrom: number
  onEvent: ((event: records.EventRecord) => void) | null
  /** The account that this one is connected to. */
  readonly platform: Account | null
  /** The accounts that are connected to this one, by id. */
  readonly connected: Map<string, Account>
}

export type Store = ReturnType<typeof createStore>

/** Sums of the ledger: what has settled, and what settles later, by the instant at which it does. */
export interface Funds {
  settled: number
  pending: Map<number, number>
  /** Entries that no payout holds yet. */
  unpaid: records.BalanceTransactionRecord[]
}

/** The arrays, maps and indexes of one account. */
export function createStore() {
  return {
    customers: new Collection<records.CustomerRecord>({ test_clock: (one) => one.test_clock }),
    paymentMethods: new Collection<records.PaymentMethodRecord>({ customer: (one) => one.customer }),
    products: new Collection<records.ProductRecord>(),
    prices: new Collection<records.PriceRecord>({ product: (one) => one.product }),
    coupons: new Collection<records.CouponRecord>(),
    promotionCodes: new Collection<records.PromotionCodeRecord>({
      coupon: (one) => one.coupon,
      customer: (one) => one.customer,
      code: (one) => one.code.toLowerCase(),
    }),
    discounts: new Collection<records.DiscountRecord>(),
    subscriptions: new Collection<records.SubscriptionRecord>({ customer: (one) => one.customer }),
    invoices: new Collection<records.InvoiceRecord>({
      customer: (one) => one.customer,
      subscription: (one) => one.subscription,
    }),
    invoicePayments: new Collection<records.InvoicePaymentRecord>({
      invoice: (one) => one.invoice,
      payment_intent: (one) => one.payment_intent,
    }),
    paymentIntents: new Collection<records.PaymentIntentRecord>({ customer: (one) => one.customer }),
    charges: new Collection<records.ChargeRecord>({
      customer: (one) => one.customer,
      payment_intent: (one) => one.payment_intent,
    }),
    refunds: new Collection<records.RefundRecord>({
      charge: (one) => one.charge,
      payment_intent: (one) => one.payment_intent,
    }),
    disputes: new Collection<records.DisputeRecord>({
      charge: (one) => one.charge,
      payment_intent: (one) => one.payment_intent,
    }),
    balanceTransactions: new Collection<records.BalanceTransactionRecord>({
      source: (one) => one.source,
      payout: (one) => one.payout,
    }),
    payouts: new Collection<records.PayoutRecord>(),
    events: new Collection<records.EventRecord>({ type: (one) => one.type }),
    webhookEndpoints: new Collection<records.WebhookEndpointRecord>(),
    testClocks: new Collection<records.TestClockRecord>(),
  }
}

export interface AccountOptions {
  seed: string
  opened: number
  startedAt: number
  platform?: Account
}

/** An empty account. */
export function createAccount({ seed, opened, startedAt, platform }: AccountOptions): Account {
  const ids = createRandom(seed, 'ids')
  const clock = createTimeline(opened)
  const account: Account = {
    id: `acct_1${ids.token(15)}`,
    seed,
    businessName: 'Northwind Metrics',
    email: 'owner@northwind.example.com',
    country: 'US',
    settlementCurrency: 'usd',
    opened,
    startedAt,
    clock,
    timeline: clock,
    testClocks: new Map(),
    get now() {
      return account.timeline.now
    },
    get steps() {
      return account.timeline.steps
    },
    cause: null,
    random: createRandom(seed, 'payments'),
    ids,
    fx: new FxTable(seed, opened - 60 * DAY),
    store: createStore(),
    funds: { settled: 0, pending: new Map(), unpaid: [] },
    recordFrom: startedAt - 30 * DAY,
    onEvent: null,
    platform: platform ?? null,
    connected: new Map(),
  }
  return account
}

const ID_LENGTHS: Record<string, number> = { cus_: 14, prod_: 14, si_: 14 }

/** A new id that looks like Stripe's. */
export function makeId(account: Account, prefix: string): string {
  const length = ID_LENGTHS[prefix]
  if (length !== undefined) return `${prefix}${account.ids.token(length)}`
  return `${prefix}${prefix === 'pi_' || prefix === 'ch_' || prefix === 'txn_' || prefix === 're_' ? '3' : '1'}${account.ids.token(23)}`
}

/** The secret test key that belongs to a seed. */
export function secretKeyOf(seed: string): string {
  return `sk_test_${createRandom(seed, `key/${hash32(seed)}`).token(48)}`
}
