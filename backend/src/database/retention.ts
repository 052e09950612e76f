/** How long the documents of each collection are kept: the one place. The source of docs/retention.md. */
import type { CollectionName } from './scope'

/** MongoDB deletes a document so many days after the date in the field; one without the date stays. */
interface Expiry {
  field: string
  days: number
}
/** What ends a document otherwise, in words. */
type Retention = Expiry | string

const account =
  'With the account: at once where it is disconnected and erased, 30 days after it removed the app'
const customer =
  'With the account; of an erased customer, what says who they are goes at once (personal-data.md)'
const expired: Expiry = { field: 'expiresAt', days: 0 }

export const RETENTION: Record<CollectionName, Retention> = {
  anomalies: account,
  anomaly_runs: account,
  balance_transactions: account,
  balances: account,
  charges: customer,
  costs: account,
  coupons: account,
  credentials: 'Deleted when removed, all of them when the account is disconnected',
  customers: customer,
  disputes: account,
  early_fraud_warnings: account,
  facts: account,
  forecasts: account,
  fx_rates: account,
  // Stripe keeps its events as long; what was set aside is stale by then, and a sync reads the object itself
  inbox: { field: 'receivedAt', days: 30 },
  invoices: customer,
  money_rollups: account,
  movements: account,
  operations: { field: 'endedAt', days: 90 },
  payment_intents: customer,
  payouts: account,
  prices: account,
  products: account,
  promotion_codes: customer,
  promotions: account,
  refunds: account,
  risk_runs: account,
  risks: 'With the account; replaced each day',
  rollups: account,
  snapshots: account,
  standings: account,
  subscriptions: customer,
  sync_states: account,
  api_keys: 'Deleted when revoked',
  approvals: 'For good: who decided what',
  audit_checkpoints: 'For good: without them a trail that was cut off is not found',
  audit_entries: 'For good: a trail with gaps proves nothing',
  audit_heads: 'For good, one for each workspace',
  denials: 'Deleted within a minute or two, once the trail has told of them',
  erasures: 'For good: so that nobody who was erased comes back',
  idempotency_keys: expired,
  invitations: { field: 'expiresAt', days: 30 },
  members: 'For good: the trail names members by id; a deactivated one has no access',
  roles: 'Until deleted',
  second_factors: 'Deleted when removed',
  sessions: expired,
  accounts: 'Deleted when erased; one that was disconnected and kept stays, out of reach',
  api_key_owners: 'Deleted with the key',
  identities: 'With the member',
  job_runs: { field: 'endedAt', days: 90 },
  leases: 'For good: one for each kind of work, overwritten',
  nonces: expired,
  password_resets: expired,
  request_counts: expired,
  throttles: expired,
  workspaces: 'For good',
}

/** @returns the TTL index that enforces the collection's expiry; none where documents end otherwise */
export function expiryIndexes(
  name: CollectionName,
): { key: Record<string, 1>; expireAfterSeconds: number }[] {
  const retention = RETENTION[name]
  if (typeof retention === 'string') return []
  // of one field, so without an owner: it only removes
  return [{ key: { [retention.field]: 1 }, expireAfterSeconds: retention.days * 86_400 }]
}
