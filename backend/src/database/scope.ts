/**
 * Whose data a piece of work may touch. Set once per request, event or job; every model adds it to every command
 * and refuses to work without it.
 */
import { AsyncLocalStorage } from 'node:async_hooks'

export const MODES = ['live', 'test', 'sandbox'] as const
export type Mode = (typeof MODES)[number]

/** Who does the work, for the audit trail. */
export interface Actor {
  kind: 'member' | 'stripe_user' | 'api_key' | 'job' | 'command_line' | 'system'
  id: string
  /** What a person or key may see; our own work may see all. */
  permissions?: ReadonlySet<string>
  /** Which accounts a person or key may ask about; our own work may ask about all. */
  reach?: Reach
}

/** Which accounts of a workspace somebody may ask about. */
export interface Reach {
  /** Null: all of the workspace. */
  accountIds: readonly string[] | null
  /** Null: every mode. */
  mode: Mode | null
}

/** The request that a piece of work answers, for the audit trail. */
export interface Origin {
  requestId: string
  address: string
  /** What the caller says it is, cut to 200 characters. */
  userAgent: string | null
}

export interface WorkspaceScope {
  workspaceId: string
  /** Absent: the desk itself. */
  actor?: Actor
}
export interface AccountScope extends WorkspaceScope {
  accountId: string
  mode: Mode
}
export type Scope = WorkspaceScope | AccountScope

/**
 * What keys the documents of a collection: one account in one mode (merchant data), one workspace (people, rights,
 * the trail), or nothing (the directories that are read before anyone is known, and the scheduler's own).
 */
export type ScopeKey = 'account' | 'workspace' | 'none'

/** The one table of collections; guard, indexes and the command monitor read it. */
export const COLLECTIONS = {
  anomalies: 'account',
  anomaly_runs: 'account',
  balance_transactions: 'account',
  balances: 'account',
  charges: 'account',
  costs: 'account',
  coupons: 'account',
  credentials: 'account',
  customers: 'account',
  disputes: 'account',
  early_fraud_warnings: 'account',
  facts: 'account',
  forecasts: 'account',
  fx_rates: 'account',
  inbox: 'account',
  invoices: 'account',
  money_rollups: 'account',
  movements: 'account',
  operations: 'account',
  payment_intents: 'account',
  payouts: 'account',
  prices: 'account',
  products: 'account',
  promotion_codes: 'account',
  promotions: 'account',
  refunds: 'account',
  risk_runs: 'account',
  risks: 'account',
  rollups: 'account',
  snapshots: 'account',
  standings: 'account',
  subscriptions: 'account',
  sync_states: 'account',
  api_keys: 'workspace',
  approvals: 'workspace',
  audit_checkpoints: 'workspace',
  audit_entries: 'workspace',
  audit_heads: 'workspace',
  denials: 'workspace',
  erasures: 'workspace',
  idempotency_keys: 'workspace',
  invitations: 'workspace',
  members: 'workspace',
  roles: 'workspace',
  second_factors: 'workspace',
  sessions: 'workspace',
  // read before anyone is known, or by the scheduler for all
  accounts: 'none',
  api_key_owners: 'none',
  identities: 'none',
  job_runs: 'none',
  leases: 'none',
  nonces: 'none',
  password_resets: 'none',
  request_counts: 'none',
  throttles: 'none',
  workspaces: 'none',
} as const satisfies Record<string, ScopeKey>

export type CollectionName = keyof typeof COLLECTIONS

const storage = new AsyncLocalStorage<Scope>()

/** Runs `work` for one workspace or one of its accounts. */
export function runInScope<T>(scope: Scope, work: () => PromiseLike<T> | T): Promise<T> {
  // awaited inside: a Mongoose query runs when it is awaited, not when it is made
  return storage.run(scope, async () => await work())
}

/** The same for what goes on in a callback, as a Fastify hook does. */
export function enterScope(scope: Scope, goOn: () => void): void {
  storage.run(scope, goOn)
}

const origins = new AsyncLocalStorage<Origin>()

/** All that follows in the callback answers this request. */
export function enterOrigin<T>(origin: Origin, goOn: () => T): T {
  return origins.run(origin, goOn)
}

/** The request that the work at hand answers; undefined for work of our own. */
export const currentOrigin = (): Origin | undefined => origins.getStore()

/** @throws Error when the work at hand has no scope: a bug, never a default. */
export function currentScope(): Scope {
  const scope = storage.getStore()
  if (!scope) throw new Error('No scope: run this inside runInScope')
  return scope
}

const ASKED_FROM_OUTSIDE: ReadonlySet<Actor['kind']> = new Set(['member', 'stripe_user', 'api_key'])

/** Whether whoever asks may see the fields that need this permission. */
export function maySee(permission: string): boolean {
  const { actor } = currentScope()
  return actor?.permissions?.has(permission) ?? !(actor && ASKED_FROM_OUTSIDE.has(actor.kind))
}

const EVERYWHERE: Reach = { accountIds: null, mode: null }

/** The accounts that whoever asks may ask about. */
export const currentReach = (): Reach => currentScope().actor?.reach ?? EVERYWHERE

/** Who does the work at hand, to hand on to another scope; nobody in particular where there is none yet. */
export function currentActor(): { actor?: Actor } {
  const actor = storage.getStore()?.actor
  return actor ? { actor } : {}
}

/** @throws Error when the work at hand is not about one account. */
export function currentAccount(): AccountScope {
  const scope = currentScope()
  if (!('accountId' in scope))
    throw new Error('No account in scope: run this inside runInScope with an account')
  return scope
}

/** The fields that every command on the collection must carry. */
export function scopeFields(collection: CollectionName): Record<string, string> {
  const key: ScopeKey = COLLECTIONS[collection]
  if (key === 'none') return {}
  if (key === 'workspace') return { workspaceId: currentScope().workspaceId }
  const { accountId, mode } = currentAccount()
  return { accountId, mode }
}

/** Ids of documents that Stripe names are unique per account and mode only: ours carry both. */
export function scopedId(stripeId: string): string {
  const { accountId, mode } = currentAccount()
  return `${accountId}:${mode}:${stripeId}`
}
