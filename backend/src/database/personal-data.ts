/** Where personal data are, collection by collection: the source of docs/personal-data.md. */
import type { CollectionName } from './scope'

interface Holding {
  /** Of the merchant's customers, or of those who work with the desk. */
  of: 'customers' | 'team'
  fields: string
  /** What an erasure of the customer, or whoever leaves the team, makes of them. */
  ends: string
}

const stripped = 'Texts but ids and states become null, `metadata` empty, when the customer is erased'
const pseudonym = 'Stays: the id leads to nobody once the copy of the customer is gone'

/** Null: none. */
export const PERSONAL_DATA: Record<CollectionName, Holding | null> = {
  customers: {
    of: 'customers',
    fields:
      '`object`: all that Stripe has of the customer: name, e-mail address, phone, addresses, description, metadata',
    ends: 'The document is deleted when the customer is erased',
  },
  charges: { of: 'customers', fields: '`object`: description, metadata, receipt link', ends: stripped },
  invoices: {
    of: 'customers',
    fields:
      '`object`: number, description, footer, custom fields, metadata, links to its pages, texts of lines',
    ends: stripped,
  },
  payment_intents: {
    of: 'customers',
    fields: '`object`: description, metadata, last error',
    ends: stripped,
  },
  promotion_codes: {
    of: 'customers',
    fields: '`object`: code and metadata of codes for one customer',
    ends: stripped,
  },
  subscriptions: {
    of: 'customers',
    fields: "`object`: description, metadata, the canceller's comment",
    ends: stripped,
  },
  inbox: {
    of: 'customers',
    fields: '`event`: the body of an event, as it came',
    ends: 'Gone as soon as the event is worked off. Of one that was set aside: texts but ids and states become null, `metadata` empty',
  },
  facts: { of: 'customers', fields: "`customer`: Stripe's id", ends: pseudonym },
  movements: { of: 'customers', fields: "`customer`: Stripe's id", ends: pseudonym },
  sync_states: {
    of: 'customers',
    fields: '`cursor`: id of the last row read',
    ends: 'Overwritten by the next sync',
  },
  erasures: {
    of: 'customers',
    fields: "`customer`: Stripe's id",
    ends: 'Null within two hours, once the customer is gone at Stripe where that was wanted; the hash in `_id` stays',
  },
  audit_entries: {
    of: 'team',
    fields: "`actor`, `address`, `userAgent`; `target`: ids, of customers Stripe's",
    ends: 'Stays: the trail is complete or worth nothing',
  },
  api_keys: { of: 'team', fields: '`lastUsedAddress`, `allowedAddresses`', ends: 'Deleted with the key' },
  approvals: { of: 'team', fields: '`requestedBy`, `decidedBy`: ids of members', ends: 'Stays' },
  denials: { of: 'team', fields: '`actor`: id of a member', ends: 'Deleted once the trail has told of it' },
  idempotency_keys: {
    of: 'team',
    fields: '`body`: what POST requests were answered, as of members and invitations',
    ends: 'Deleted after two days',
  },
  identities: { of: 'team', fields: 'E-mail address, hash of the password', ends: 'Stays with the member' },
  invitations: { of: 'team', fields: 'E-mail address', ends: 'Deleted by its expiry' },
  members: { of: 'team', fields: 'Name, e-mail address', ends: 'Stays: the trail names members by id' },
  password_resets: { of: 'team', fields: 'E-mail address', ends: 'Deleted by its expiry' },
  request_counts: { of: 'team', fields: '`_id`: address or id of a caller', ends: 'Deleted by its expiry' },
  second_factors: { of: 'team', fields: '`seed`, sealed', ends: 'Deleted when it is removed' },
  sessions: { of: 'team', fields: 'Address and browser', ends: 'Deleted by its expiry' },
  throttles: { of: 'team', fields: 'Hashes of e-mail addresses and networks', ends: 'Deleted by its expiry' },
  accounts: null,
  api_key_owners: null,
  audit_checkpoints: null,
  audit_heads: null,
  balance_transactions: null,
  coupons: null,
  credentials: null,
  fx_rates: null,
  job_runs: null,
  leases: null,
  nonces: null,
  operations: null,
  prices: null,
  products: null,
  promotions: null,
  refunds: null,
  roles: null,
  rollups: null,
  snapshots: null,
  workspaces: null,
}
