/** Where personal data are, collection by collection: the source of docs/personal-data.md. */
import type { CollectionName } from './scope'

interface Holding {
  /** Of the merchant's customers, or of those who work with the desk. */
  of: 'customers' | 'team'
  /** In plain, because it is searched, listed or asked for. */
  plain?: string
  sealed?: string
  /** What an erasure of the customer, or whoever leaves the team, makes of them. */
  ends: string
}

const stripped = 'Texts but ids and states become null, `metadata` empty, when the customer is erased'
const pseudonym = 'Stays: the id leads to nobody once the copy of the customer is gone'

/** Null: none. */
export const PERSONAL_DATA: Record<CollectionName, Holding | null> = {
  customers: {
    of: 'customers',
    plain: '`object`: name, e-mail address, country, metadata',
    sealed: '`sealed`: all that Stripe has of the customer, as phone, addresses, description, tax ids',
    ends: 'The document is deleted when the customer is erased',
  },
  charges: { of: 'customers', plain: '`object`: description, metadata, receipt link', ends: stripped },
  invoices: {
    of: 'customers',
    plain:
      '`object`: number, description, footer, custom fields, metadata, links to its pages, texts of lines',
    ends: stripped,
  },
  payment_intents: {
    of: 'customers',
    plain: '`object`: description, metadata, last error',
    ends: stripped,
  },
  promotion_codes: {
    of: 'customers',
    plain: '`object`: code and metadata of codes for one customer',
    ends: stripped,
  },
  subscriptions: {
    of: 'customers',
    plain: '`object`: description, metadata',
    ends: stripped,
  },
  inbox: {
    of: 'customers',
    sealed: '`event`: the body of an event, as it came',
    ends: 'Gone as soon as the event is worked off. Of one that was set aside: texts but ids and states become null, `metadata` empty',
  },
  facts: { of: 'customers', plain: "`customer`: Stripe's id", ends: pseudonym },
  movements: { of: 'customers', plain: "`customer`: Stripe's id", ends: pseudonym },
  anomalies: {
    of: 'customers',
    plain: "`drivers`: Stripe's ids of customers and transactions",
    ends: pseudonym,
  },
  risks: { of: 'customers', plain: "`customer`: Stripe's id", ends: pseudonym },
  standings: { of: 'customers', plain: "`customer`: Stripe's id", ends: pseudonym },
  rollups: {
    of: 'customers',
    plain: '`value`: of the keys of metadata that the account slices figures by',
    ends: 'Sums are made anew without what the customer had there',
  },
  sync_states: {
    of: 'customers',
    plain: '`cursor`: id of the last row read',
    ends: 'Overwritten by the next sync',
  },
  erasures: {
    of: 'customers',
    plain: "`customer`: Stripe's id",
    ends: 'Null within two hours, once the customer is gone at Stripe where that was wanted; the hash in `_id` stays',
  },
  audit_entries: {
    of: 'team',
    plain: "`actor`, `address`, `userAgent`; `target`: ids, of customers Stripe's",
    ends: 'Stays: the trail is complete or worth nothing',
  },
  api_keys: { of: 'team', plain: '`lastUsedAddress`, `allowedAddresses`', ends: 'Deleted with the key' },
  approvals: { of: 'team', plain: '`requestedBy`, `decidedBy`: ids of members', ends: 'Stays' },
  denials: { of: 'team', plain: '`actor`: id of a member', ends: 'Deleted once the trail has told of it' },
  idempotency_keys: {
    of: 'team',
    plain: '`body`: what POST requests were answered, as of members and invitations',
    ends: 'Deleted after two days',
  },
  identities: { of: 'team', plain: 'E-mail address, hash of the password', ends: 'Stays with the member' },
  invitations: { of: 'team', plain: 'E-mail address', ends: 'Deleted by its expiry' },
  members: { of: 'team', plain: 'Name, e-mail address', ends: 'Stays: the trail names members by id' },
  password_resets: { of: 'team', plain: 'E-mail address', ends: 'Deleted by its expiry' },
  request_counts: { of: 'team', plain: '`_id`: address or id of a caller', ends: 'Deleted by its expiry' },
  second_factors: { of: 'team', sealed: '`seed`', ends: 'Deleted when it is removed' },
  sessions: { of: 'team', plain: 'Address and browser', ends: 'Deleted by its expiry' },
  throttles: { of: 'team', plain: 'Hashes of e-mail addresses and networks', ends: 'Deleted by its expiry' },
  accounts: null,
  anomaly_runs: null,
  api_key_owners: null,
  audit_checkpoints: null,
  audit_heads: null,
  balance_transactions: null,
  balances: null,
  costs: null,
  coupons: null,
  credentials: null,
  disputes: null,
  early_fraud_warnings: null,
  forecasts: null,
  fx_rates: null,
  job_runs: null,
  leases: null,
  money_rollups: null,
  nonces: null,
  operations: null,
  payouts: null,
  prices: null,
  products: null,
  promotions: null,
  refunds: null,
  risk_runs: null,
  roles: null,
  snapshots: null,
  workspaces: null,
}
