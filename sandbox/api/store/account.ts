import { hash32, createRandom, type Random } from '../engine/random'
import type { StepQueue } from '../engine/queue'
import { createTimeline, type Timeline } from '../engine/timeline'
import { FxTable } from '../engine/fx'
import { DAY } from '../engine/calendar'
import type { Sample } from '../sample/history'
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
  /** Whether its money is real to its owner; the objects of the two modes never meet. */
  readonly live: boolean
  readonly secretKey: string
  readonly seed: string
  /** Where the stand-in's own pages are, for links to them. */
  readonly site: { url: string }
  /** What the account says about itself. */
  readonly profile: records.AccountProfile
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
  /** Raised with each request and each step that runs, to tell what happens in one from what happened before. */
  turn: number
  /** What becomes of failed payments of subscriptions: a setting of the account that the API does not show. */
  retries: Retries
  /** Set while something is only tried out, for a preview: nothing is told, collected or kept. */
  rehearsal: Rehearsal | null
  random: Random
  ids: Random
  readonly fx: FxTable
  readonly store: Store
  readonly funds: Funds
  readonly payoutSettings: records.PayoutSettings
  /** Events are kept from this instant on. */
  readonly recordFrom: number
  onEvent: ((event: records.EventRecord) => void) | null
  /** The business that lives in it, if it is a sample. */
  sample: Sample | null
  /** Told when a customer's subscription has changed; set once products have features. */
  onSubscription: ((customer: string) => void) | null
  /** The account that this one is connected to. */
  readonly platform: Account | null
  /** The accounts that are connected to this one, by id. */
  readonly connected: Map<string, Account>
  onConnected: ((account: Account) => void) | null
}

/** When a failed payment is tried again, and what happens to the subscription after the last time. */
export interface Retries {
  /** Days from one failed attempt to the next. */
  days: number[]
  end: records.DunningEnd
}

/** What a rehearsal has billed so far. */
export interface Rehearsal {
  invoices: records.InvoiceRecord[]
}

/** What holds for a new account. Source: docs.stripe.com/billing/revenue-recovery/smart-retries. */
export const STANDARD_RETRIES: Retries = { days: [3, 5, 7, 7], end: 'cancel' }

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
    invoiceItems: new Collection<records.InvoiceItemRecord>({ customer: (one) => one.customer }),
    customerBalanceTransactions: new Collection<records.CustomerBalanceTransactionRecord>({
      customer: (one) => one.customer,
      invoice: (one) => one.invoice,
    }),
    creditNotes: new Collection<records.CreditNoteRecord>({
      customer: (one) => one.customer,
      invoice: (one) => one.invoice,
    }),
    taxRates: new Collection<records.TaxRateRecord>(),
    schedules: new Collection<records.ScheduleRecord>({
      customer: (one) => one.customer,
      subscription: (one) => one.subscription,
    }),
    meters: new Collection<records.MeterRecord>(),
    meterEvents: new Collection<records.MeterEventRecord>({
      customer: (one) => one.customer,
      identifier: (one) => one.identifier,
    }),
    invoicePayments: new Collection<records.InvoicePaymentRecord>({
      invoice: (one) => one.invoice,
      payment_intent: (one) => one.payment_intent,
    }),
    paymentIntents: new Collection<records.PaymentIntentRecord>({ customer: (one) => one.customer }),
    setupIntents: new Collection<records.SetupIntentRecord>({ customer: (one) => one.customer }),
    earlyFraudWarnings: new Collection<records.EarlyFraudWarningRecord>({ charge: (one) => one.charge }),
    files: new Collection<records.FileRecord>(),
    fileLinks: new Collection<records.FileLinkRecord>({
      file: (one) => one.file,
      secret: (one) => one.secret,
    }),
    taxIds: new Collection<records.TaxIdRecord>({ customer: (one) => one.customer }),
    portalConfigurations: new Collection<records.PortalConfigurationRecord>(),
    portalSessions: new Collection<records.PortalSessionRecord>({ secret: (one) => one.secret }),
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
    accountLinks: new Collection<records.AccountLinkRecord>(),
    transfers: new Collection<records.TransferRecord>({
      destination: (one) => one.destination,
      transfer_group: (one) => one.transfer_group,
    }),
    transferReversals: new Collection<records.TransferReversalRecord>({ transfer: (one) => one.transfer }),
    restrictedKeys: new Collection<records.RestrictedKeyRecord>({ secret: (one) => one.secret }),
    features: new Collection<records.FeatureRecord>(),
    productFeatures: new Collection<records.ProductFeatureRecord>({ product: (one) => one.product }),
    activeEntitlements: new Collection<records.ActiveEntitlementRecord>({ customer: (one) => one.customer }),
    installs: new Collection<records.InstallRecord>(),
  }
}

export interface AccountOptions {
  seed: string
  opened: number
  startedAt: number
  site?: { url: string }
  id?: string
  live?: boolean
  secretKey?: string
  country?: string
  settlementCurrency?: string
  profile?: Partial<records.AccountProfile>
  platform?: Account
}

const NORTHWIND: records.AccountProfile = {
  name: 'Northwind Metrics',
  product_description: 'Analytics software by subscription',
  email: 'owner@northwind.example.com',
  metadata: {},
  timezone: 'Etc/UTC',
  statement_descriptor: 'NORTHWIND METRICS',
  controller: null,
  requested: {},
  answers: { 'business_profile.url': 'https://northwind.example.com', 'business_profile.mcc': '5734' },
  bank_accounts: [],
  details_submitted: true,
  rejected: null,
}

const UNKNOWN: records.AccountProfile = {
  name: null,
  product_description: null,
  email: null,
  metadata: {},
  timezone: 'Etc/UTC',
  statement_descriptor: null,
  controller: null,
  requested: {},
  answers: {},
  bank_accounts: [],
  details_submitted: false,
  rejected: null,
}

/** An empty account. */
export function createAccount(options: AccountOptions): Account {
  const { seed, opened, startedAt, platform } = options
  const ids = createRandom(seed, 'ids')
  const clock = createTimeline(opened)
  const account: Account = {
    id: options.id ?? `acct_1${ids.token(15)}`,
    live: options.live ?? platform?.live ?? false,
    secretKey: options.secretKey ?? secretKeyOf(seed, options.live ?? platform?.live ?? false),
    seed,
    site: options.site ?? platform?.site ?? { url: 'http://localhost:4244' },
    profile: structuredClone({ ...(platform ? UNKNOWN : NORTHWIND), ...options.profile }),
    country: options.country ?? 'US',
    settlementCurrency: options.settlementCurrency ?? 'usd',
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
    turn: 0,
    retries: structuredClone(platform?.retries ?? STANDARD_RETRIES),
    rehearsal: null,
    random: createRandom(seed, 'payments'),
    ids,
    fx: platform?.fx ?? new FxTable(seed, opened - 60 * DAY),
    store: createStore(),
    funds: { settled: 0, pending: new Map(), unpaid: [] },
    payoutSettings: {
      interval: 'daily',
      weekly_payout_days: [],
      monthly_payout_days: [],
      delay_days: 2,
      delay_days_override: null,
      statement_descriptor: null,
      debit_negative_balances: true,
    },
    recordFrom: startedAt - 30 * DAY,
    sample: null,
    onEvent: null,
    onSubscription: null,
    platform: platform ?? null,
    connected: new Map(),
    onConnected: null,
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

/** The secret key that belongs to a seed. */
export function secretKeyOf(seed: string, live = false): string {
  return `sk_${live ? 'live' : 'test'}_${createRandom(seed, `key/${hash32(seed)}`).token(48)}`
}
