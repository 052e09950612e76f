/** The keys by which accounts are reached at Stripe: sealed at rest, rolled without a failed call, never shown again. */
import type { AccountDocument } from '../accounts/model'
import { holderOf, type AccountService } from '../accounts/service'
import type { AuditService } from '../audit/service'
import type { Clock } from '../clock'
import { pageOf } from '../database/page'
import { isDuplicateKey } from '../database/query'
import { currentAccount, currentScope, runInScope, scopedId, type Mode } from '../database/scope'
import { sealedPlace } from '../database/sealed'
import { inTransaction } from '../database/transaction'
import { AppError, type ProblemCode } from '../errors'
import { found, newId, seconds, type Page } from '../http'
import { hashToken, randomSecret } from '../secrets/tokens'
import { SealBroken, type Vault } from '../secrets/vault'
import { isLiveKey, type Connect, type Connection } from '../stripe/connection'
import { createStripeGateway, type StripeGateway, type StripeObject } from '../stripe/gateway'
import { PROBES } from '../stripe/permissions'
import { CredentialModel, type CredentialDocument, type GrantedPermission, type WebhookSecret } from './model'
import type { Credential, CredentialChange, CredentialCreate } from './schema'

/** Milliseconds for which a line or a set of secrets is used before the database is asked again: a revocation's delay. */
const LOOK_MS = 5_000
/** So often it is noted that a key is in use. */
const USED_EVERY_MS = 60_000
/** Accounts whose lines are kept open at once. */
const MAX_OPEN = 1_000
/** Signing secrets that one credential accepts: those of its own endpoints, and a few that were entered by hand. */
const MAX_WEBHOOK_SECRETS = 5

export interface CredentialDeps {
  clock: Clock
  audit: AuditService
  accounts: AccountService
  vault: Vault
  pepper: string
  connect: Connect
  publicUrl: URL
  /** Whether Stripe reaches us at that address. */
  reachable: boolean
}

interface Line {
  credential: string
  connection: Connection
  lookedAt: number
}

const hintOf = (secretKey: string): string => `${secretKey.slice(0, 8)}…${secretKey.slice(-4)}`

const missing = ({ accountId, mode }: { accountId: string; mode: Mode }) =>
  new AppError('no_active_credential', `No credential is active for ${accountId} in ${mode} mode`)

const place = (id: string, field: 'secretKey' | 'webhookSecrets') => sealedPlace('credentials', id, field)

/** A value kept for `LOOK_MS`, the one looked at longest ago given up first. */
function keptByAccount<T extends { lookedAt: number }>(clock: Clock) {
  const kept = new Map<string, T>()
  return {
    fresh(key: string): T | undefined {
      const one = kept.get(key)
      return one && clock.now().getTime() - one.lookedAt < LOOK_MS ? one : undefined
    },
    last: (key: string): T | undefined => kept.get(key),
    keep(key: string, value: T): T {
      kept.delete(key)
      if (kept.size >= MAX_OPEN) kept.delete(kept.keys().next().value ?? '')
      kept.set(key, value)
      return value
    },
    clear: () => kept.clear(),
  }
}

/** A key belongs to one mode, and a sandbox has test keys. @throws AppError invalid_request */
function checkMode(secretKey: string, mode: Mode): void {
  if (isLiveKey(secretKey) === (mode === 'live')) return
  const message = `must be a ${mode === 'live' ? 'live' : 'test'} key: the account is connected in ${mode} mode`
  throw new AppError('invalid_request', `secret_key ${message}`, {
    errors: [{ pointer: '/body/secret_key', message }],
  })
}

export function createCredentialService({
  clock,
  audit,
  accounts,
  vault,
  pepper,
  connect,
  publicUrl,
  reachable,
}: CredentialDeps) {
  const lines = keptByAccount<Line>(clock)
  const secretSets = keptByAccount<{ secrets: string[]; lookedAt: number }>(clock)
  const forget = () => {
    lines.clear()
    secretSets.clear()
  }

  /** @throws AppError credential_unreadable */
  function unseal(row: CredentialDocument, field: 'secretKey' | 'webhookSecrets'): string {
    try {
      return vault.open(row[field], place(row._id, field))
    } catch (cause) {
      if (!(cause instanceof SealBroken)) throw cause
      throw new AppError('credential_unreadable', `The credential ${row.name} cannot be read`, { cause })
    }
  }

  const secretsOf = (row: CredentialDocument): WebhookSecret[] =>
    JSON.parse(unseal(row, 'webhookSecrets')) as WebhookSecret[]

  /** Whether the master key that a credential was sealed with is at hand. */
  function isReadable(row: CredentialDocument): boolean {
    try {
      unseal(row, 'secretKey')
      unseal(row, 'webhookSecrets')
      return true
    } catch (error) {
      if (error instanceof AppError) return false
      throw error
    }
  }

  const sealSecrets = (id: string, secrets: WebhookSecret[]): string =>
    vault.seal(JSON.stringify(secrets.slice(0, MAX_WEBHOOK_SECRETS)), place(id, 'webhookSecrets'))

  const webhookUrl = ({ accountId, mode }: { accountId: string; mode: string }): string =>
    new URL(`/webhooks/stripe/${accountId}/${mode}`, publicUrl).href

  function toCredential(row: CredentialDocument): Credential {
    const readable = isReadable(row)
    return {
      id: row._id,
      object: 'credential',
      account: row.accountId,
      mode: row.mode as Mode,
      name: row.name,
      source: row.source,
      active: row.active,
      readable,
      publishable_key: row.publishableKey,
      secret_key_hint: row.keyHint,
      webhook_secrets: readable ? secretsOf(row).length : 0,
      webhook_url: webhookUrl(row),
      permissions: row.permissions,
      probed: seconds(row.probedAt),
      last_used: row.lastUsedAt ? seconds(row.lastUsedAt) : null,
      created: seconds(row.createdAt),
    }
  }

  /** Notes that Stripe is called with a key. */
  async function used({ _id, lastUsedAt }: CredentialDocument): Promise<void> {
    const now = clock.now()
    if (lastUsedAt && now.getTime() - lastUsedAt.getTime() < USED_EVERY_MS) return
    await CredentialModel.updateOne({ _id }, { $set: { lastUsedAt: now } })
  }

  async function firstUse(row: CredentialDocument, account: AccountDocument): Promise<Connection> {
    const secretKey = unseal(row, 'secretKey')
    await audit.record({ action: 'credential.used', target: { type: 'credential', id: row._id } })
    return connect({ secretKey, actsFor: account.platform === null ? null : account.accountId })
  }

  async function openLine(account: AccountDocument, key: string): Promise<Line> {
    const lookedAt = clock.now().getTime()
    const row = await runInScope({ ...currentScope(), ...holderOf(account) }, () =>
      CredentialModel.findOne({ active: true }).lean(),
    )
    if (!row) throw missing(holderOf(account))
    const last = lines.last(key)
    const connection = await runInScope({ ...currentScope(), ...holderOf(account) }, async () => {
      const open = last?.credential === row._id ? last.connection : await firstUse(row, account)
      await used(row)
      return open
    })
    return lines.keep(key, { credential: row._id, connection, lookedAt })
  }

  async function probe(gateway: StripeGateway): Promise<GrantedPermission[]> {
    const answers = await Promise.all(
      PROBES.map((one) => gateway.has(one, { idempotencyKey: `probe:${randomSecret()}` })),
    )
    const byPermission = new Map<string, GrantedPermission>()
    for (const [index, { permission, needed_for }] of PROBES.entries()) {
      const known = byPermission.get(permission)
      const for_ =
        known && known.needed_for !== needed_for ? `${known.needed_for}, ${needed_for}` : needed_for
      const granted = (answers[index] ?? false) && (known?.granted ?? true)
      byPermission.set(permission, { permission, needed_for: for_, granted })
    }
    return [...byPermission.values()]
  }

  async function one(id: string): Promise<CredentialDocument> {
    return found(await CredentialModel.findById(id).lean(), 'credential', id)
  }

  const standDown = () => CredentialModel.updateMany({ active: true }, { $set: { active: false } })

  /** Says why, instead of a database's error, when somebody else was faster. */
  async function alone<T>(code: ProblemCode, detail: string, work: () => Promise<T>): Promise<T> {
    try {
      return await inTransaction(work)
    } catch (error) {
      if (isDuplicateKey(error)) throw new AppError(code, detail, { cause: error })
      throw error
    }
  }

  return {
    /** Whose a key is, asked with the key itself. @returns a gateway that speaks for it alone */
    speaking: (secretKey: string): StripeGateway => {
      const connection = Promise.resolve(connect({ secretKey, actsFor: null }))
      return createStripeGateway({ clock, connection: () => connection })
    },

    /** The line of the account in scope. @throws AppError no_active_credential, credential_unreadable */
    async connection(): Promise<Connection> {
      const key = scopedId('')
      const line = lines.fresh(key) ?? (await openLine(await accounts.current(), key))
      return line.connection
    },

    /** A gateway by which the key of the account in scope acts for another. @throws AppError no_active_credential */
    async actingFor(accountId: string): Promise<StripeGateway> {
      const row = await CredentialModel.findOne({ active: true }).lean()
      if (!row) throw missing(currentAccount())
      const connection = Promise.resolve(connect({ secretKey: unseal(row, 'secretKey'), actsFor: accountId }))
      return createStripeGateway({ clock, connection: () => connection })
    },

    /** The credential that reaches the account in scope. */
    async inForce(): Promise<Credential | null> {
      const holder = { ...currentScope(), ...holderOf(await accounts.current()) }
      return runInScope(holder, async () => {
        const row = await CredentialModel.findOne({ active: true }).lean()
        return row ? toCredential(row) : null
      })
    },

    /** The signing secrets that the webhook address of the account in scope accepts, newest first. */
    async webhookSecrets(): Promise<string[]> {
      const key = scopedId('')
      const kept = secretSets.fresh(key)
      if (kept) return kept.secrets
      const rows = await CredentialModel.find().sort({ _id: -1 }).lean()
      // one that cannot be read does not silence the others
      const readable = rows.filter(isReadable)
      const secrets = (readable.length > 0 ? readable : rows).flatMap((row) =>
        secretsOf(row).map(({ secret }) => secret),
      )
      return secretSets.keep(key, { secrets, lookedAt: clock.now().getTime() }).secrets
    },

    /** The id under which a key of the account in scope is stored. */
    async known(secretKey: string): Promise<string | null> {
      const row = await CredentialModel.findOne({ keyHash: hashToken(pepper, secretKey) }).lean()
      return row?._id ?? null
    },

    async list(page: Page) {
      const { rows, has_more } = await pageOf(CredentialModel, {}, page)
      return { object: 'list' as const, url: '/v1/credentials', has_more, data: rows.map(toCredential) }
    },

    get: async (id: string): Promise<Credential> => toCredential(await one(id)),

    /**
     * The account that an entered key is of.
     * @throws AppError stripe_key_refused, or what Stripe answered
     */
    async ownerOf(secretKey: string): Promise<StripeObject> {
      try {
        return await this.speaking(secretKey).account()
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'stripe_credential_refused') throw error
        throw new AppError('stripe_key_refused', 'Stripe does not accept the key', {
          errors: [{ pointer: '/body/secret_key', message: 'must be a key that is in force' }],
          cause: error,
        })
      }
    },

    /**
     * Stores a key of the account in scope, after Stripe said whose it is and what it may do.
     * @throws AppError invalid_request when it is another account's or mode's, stripe_key_refused, credential_known, or what Stripe answered
     */
    async add(
      { name, secret_key: secretKey, publishable_key, webhook_secret, active }: CredentialCreate,
      source: CredentialDocument['source'] = 'entered',
    ): Promise<Credential> {
      const { accountId, mode, actor } = currentAccount()
      checkMode(secretKey, mode)
      const owner = await this.ownerOf(secretKey)
      if (owner.id !== accountId) {
        const message = `must be a key of ${accountId}; this one is of ${owner.id}`
        throw new AppError('invalid_request', `secret_key ${message}`, {
          errors: [{ pointer: '/body/secret_key', message }],
        })
      }
      const permissions = await probe(this.speaking(secretKey))
      const createdAt = clock.now()
      const _id = newId('cred', createdAt)
      const secrets =
        webhook_secret === undefined ? [] : [{ endpoint: null, url: null, secret: webhook_secret }]
      const row: CredentialDocument = {
        _id,
        accountId,
        mode,
        name,
        source,
        active,
        publishableKey: publishable_key ?? null,
        secretKey: vault.seal(secretKey, place(_id, 'secretKey')),
        keyHint: hintOf(secretKey),
        keyHash: hashToken(pepper, secretKey),
        webhookSecrets: sealSecrets(_id, secrets),
        permissions,
        createdAt,
        createdBy: actor?.id ?? 'revenue-desk',
        probedAt: createdAt,
        lastUsedAt: null,
      }
      await alone('credential_known', 'This key is stored already', async () => {
        if (active) await standDown()
        await CredentialModel.create([row])
        await audit.record({
          action: 'credential.added',
          target: { type: 'credential', id: _id },
          after: { name, active, key: row.keyHint.slice(-5) },
        })
      })
      forget()
      return toCredential(row)
    },

    /** Puts a credential in or out of force, or corrects what goes with it. The others' webhooks go on arriving. */
    async change(id: string, change: CredentialChange): Promise<Credential> {
      const { name, publishable_key, webhook_secret, active } = change
      const after = await inTransaction(async () => {
        const before = await one(id)
        if (active === true && !before.active) await standDown()
        const secrets =
          webhook_secret === undefined
            ? null
            : sealSecrets(id, [{ endpoint: null, url: null, secret: webhook_secret }, ...secretsOf(before)])
        const set = {
          ...(name === undefined ? {} : { name }),
          ...(publishable_key === undefined ? {} : { publishableKey: publishable_key }),
          ...(active === undefined ? {} : { active }),
          ...(secrets === null ? {} : { webhookSecrets: secrets }),
        }
        await CredentialModel.updateOne({ _id: id }, { $set: set })
        await audit.record({
          action: 'credential.changed',
          target: { type: 'credential', id },
          before: { name: before.name, active: before.active },
          after: {
            name: name ?? before.name,
            active: active ?? before.active,
            ...(secrets === null ? {} : { webhook_secret: 'added' }),
          },
        })
        return { ...before, ...set }
      })
      forget()
      return toCredential(after)
    },

    /** Asks Stripe again what the key may do, as after permissions were granted to it. */
    async reprobe(id: string): Promise<Credential> {
      const row = await one(id)
      const permissions = await probe(this.speaking(unseal(row, 'secretKey')))
      const probedAt = clock.now()
      await inTransaction(async () => {
        await CredentialModel.updateOne({ _id: id }, { $set: { permissions, probedAt } })
        await audit.record({
          action: 'credential.probed',
          target: { type: 'credential', id },
          after: { missing: permissions.flatMap(({ permission, granted }) => (granted ? [] : [permission])) },
        })
      })
      return toCredential({ ...row, permissions, probedAt })
    },

    /** Deletes a credential that is not in force. @throws AppError credential_in_force */
    async remove(id: string): Promise<void> {
      await inTransaction(async () => {
        const row = await one(id)
        if (row.active) throw new AppError('credential_in_force', `${row.name} is the active credential`)
        await CredentialModel.deleteOne({ _id: id })
        await audit.record({
          action: 'credential.deleted',
          target: { type: 'credential', id },
          before: { name: row.name, key: row.keyHint.slice(-5) },
        })
      })
      forget()
    },

    /**
     * Has Stripe send the account's events, and those of accounts connected to it, to our address: once for each
     * credential and address, and only where Stripe can reach us and the key may.
     * @returns whether events will arrive
     */
    async registerWebhooks(id: string): Promise<boolean> {
      const row = await one(id)
      const known = secretsOf(row)
      if (known.some(({ url }) => url === null || url === webhookUrl(row))) return true
      if (
        !reachable ||
        row.permissions.some(({ permission, granted }) => permission === 'webhook_write' && !granted)
      )
        return false
      const made: WebhookSecret[] = []
      const gateway = this.speaking(unseal(row, 'secretKey'))
      for (const connected of [false, true]) {
        const idempotencyKey = `webhook:${id}:${connected ? 'connect' : 'own'}:${webhookUrl(row)}`
        const endpoint = await gateway.createWebhookEndpoint(
          { url: webhookUrl(row), connect: connected },
          { idempotencyKey },
        )
        made.push({ endpoint: endpoint.id, url: webhookUrl(row), secret: endpoint.secret })
      }
      await CredentialModel.updateOne(
        { _id: id },
        { $set: { webhookSecrets: sealSecrets(id, [...made, ...known]) } },
      )
      forget()
      return true
    },

    /**
     * Forgets every key of the account in scope.
     * @returns takes the webhook endpoints back that were made by them, as far as Stripe still lets us; call it after
     * the transaction
     */
    async wipe(): Promise<() => Promise<void>> {
      const rows = await CredentialModel.find().lean()
      // an endpoint whose key cannot be read is the owner's to delete at Stripe
      const endpoints = rows
        .filter(isReadable)
        .flatMap((row) =>
          secretsOf(row).flatMap(({ endpoint }) =>
            endpoint === null ? [] : [{ endpoint, secretKey: unseal(row, 'secretKey') }],
          ),
        )
      await CredentialModel.deleteMany({})
      return async () => {
        forget()
        await Promise.allSettled(
          endpoints.map(({ endpoint, secretKey }) =>
            this.speaking(secretKey).deleteWebhookEndpoint(endpoint),
          ),
        )
      }
    },
  }
}
export type CredentialService = ReturnType<typeof createCredentialService>
