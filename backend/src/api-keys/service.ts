/** Keys for programs: scoped, bound to a mode and accounts, never more than whoever made them may do. */
import type { AccountService } from '../accounts/service'
import type { AuditService } from '../audit/service'
import type { Clock } from '../clock'
import { pageOf } from '../database/page'
import { trusted } from '../database/query'
import { currentScope, runInScope } from '../database/scope'
import { inTransaction } from '../database/transaction'
import { AppError } from '../errors'
import { found, newId, seconds, type Page } from '../http'
import { isNetwork, isWithin } from '../network'
import type { KnownKey, Principal, Wanted } from '../plugins/principal'
import { hashToken, sameHash } from '../secrets/tokens'
import type { Permission } from '../team/permissions'
import { boundTo, NO_LIMITS, type Rights } from '../team/roles'
import type { TeamService } from '../team/service'
import { KEY_PREFIX, mintKey, parseKey } from './key'
import { ApiKeyModel, ApiKeyOwnerModel, type ApiKeyDocument } from './model'
import {
  SOON_MS,
  type ApiKey,
  type ApiKeyChange,
  type ApiKeyCreate,
  type ApiKeyRotate,
  type NewApiKey,
} from './schema'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
/** A use is written down at most this often. */
const USED_EVERY_MS = 60_000
const DEFAULT_RATE_LIMIT = 600
/** Keys of one workspace. */
const MAX_KEYS = 200

export interface ApiKeyDeps {
  clock: Clock
  audit: AuditService
  accounts: AccountService
  team: TeamService
  pepper: string
}

/** @throws AppError invalid_request naming the entry that is no address or network */
function assertNetworks(entries: string[]): void {
  const index = entries.findIndex((entry) => !isNetwork(entry))
  if (index < 0) return
  const message = 'must be an address or a network, for example 203.0.113.0/24'
  throw new AppError('invalid_request', `${entries[index] ?? ''} ${message}`, {
    errors: [{ pointer: `/body/allowed_addresses/${index}`, message }],
  })
}

export function createApiKeyService({ clock, audit, accounts, team, pepper }: ApiKeyDeps) {
  const capped = (scopes: Permission[], rights: Rights | null): Permission[] =>
    scopes.filter((scope) => rights?.permissions.has(scope))

  async function toApiKey(row: ApiKeyDocument): Promise<ApiKey> {
    const now = clock.now().getTime()
    return {
      id: row._id,
      object: 'api_key',
      name: row.name,
      mode: row.mode,
      accounts: row.accountIds,
      scopes: row.scopes,
      effective_scopes: capped(row.scopes, await team.rightsOf(row.createdBy)),
      hint: `${KEY_PREFIX}${row.mode}_…${row.hint}`,
      allowed_addresses: row.allowedAddresses,
      rate_limit: row.rateLimit,
      created_by: row.createdBy,
      created: seconds(row.createdAt),
      expires: seconds(row.expiresAt),
      expires_soon: row.expiresAt.getTime() - now < SOON_MS,
      former_until: row.formerUntil && row.formerUntil.getTime() > now ? seconds(row.formerUntil) : null,
      last_used: row.lastUsedAt ? seconds(row.lastUsedAt) : null,
      last_used_address: row.lastUsedAddress,
    }
  }

  const one = async (id: string): Promise<ApiKeyDocument> =>
    found(await ApiKeyModel.findById(id).lean(), 'API key', id)

  /** @throws AppError role_exceeds_yours */
  function assertHeld(scopes: Permission[], by: Rights): void {
    const beyond = scopes.filter((scope) => !by.permissions.has(scope))
    if (beyond.length > 0) throw new AppError('role_exceeds_yours', `Beyond your role: ${beyond.join(', ')}`)
  }

  async function assertConnected(accountIds: string[] | null, mode: string): Promise<void> {
    const { workspaceId } = currentScope()
    const own = (await accounts.ofWorkspace(workspaceId)).filter((account) => account.mode === mode)
    for (const [index, id] of (accountIds ?? []).entries())
      if (!own.some(({ accountId }) => accountId === id)) {
        const message = `must be an account that is connected in ${mode} mode`
        throw new AppError('invalid_request', `${id} ${message}`, {
          errors: [{ pointer: `/body/accounts/${index}`, message }],
        })
      }
  }

  /** Why a key is refused, the same whatever is wrong with its secret. */
  const refused = (detail = 'The API key is unknown, revoked or expired') =>
    new AppError('not_signed_in', detail)

  async function used(row: ApiKeyDocument, address: string): Promise<void> {
    const now = clock.now()
    const before = new Date(now.getTime() - USED_EVERY_MS)
    if (row.lastUsedAt && row.lastUsedAt > before) return
    await ApiKeyModel.updateOne(
      { _id: row._id, $or: [{ lastUsedAt: null }, { lastUsedAt: trusted({ $lte: before }) }] },
      { $set: { lastUsedAt: now, lastUsedAddress: address } },
    )
  }

  return {
    /**
     * Whose key it is. Looked up at each request: a revocation counts at the next.
     * @throws AppError not_signed_in, address_not_allowed
     */
    async identify(key: string, address: string): Promise<KnownKey> {
      const parsed = parseKey(key)
      const owner = parsed && (await ApiKeyOwnerModel.findById(parsed.id).lean())
      if (!parsed || !owner) throw refused()
      const { workspaceId } = owner
      return runInScope({ workspaceId }, async () => {
        const now = clock.now()
        const row = await ApiKeyModel.findById(parsed.id).lean()
        if (!row || row.expiresAt <= now) throw refused()
        const hash = hashToken(pepper, key)
        const former = row.formerHash !== null && row.formerUntil !== null && row.formerUntil > now
        if (!sameHash(hash, row.hash) && !(former && sameHash(hash, row.formerHash ?? ''))) throw refused()
        if (row.allowedAddresses.length > 0 && !isWithin(address, row.allowedAddresses))
          throw new AppError('address_not_allowed', `The key may not be used from ${address}`)
        const rights = await team.rightsOf(row.createdBy)
        if (!rights) throw refused('Whoever made this key has no access any more')
        await used(row, address)
        const { _id: id, rateLimit, expiresAt } = row
        const reach = { accountIds: row.accountIds, mode: row.mode }
        const principal = async (wanted: Wanted): Promise<Principal> => {
          const chosen = await accounts.choose(workspaceId, wanted, reach, null)
          const permissions = new Set(capped(row.scopes, rights))
          return {
            kind: 'api_key',
            id,
            workspaceId,
            role: 'api_key',
            roleName: `API key ${row.name}`,
            permissions: chosen.bound ? boundTo(permissions) : permissions,
            limits: NO_LIMITS,
            ...chosen,
            reach,
            sessionId: null,
            signsInHere: false,
            provenAt: null,
            secondFactorMissing: false,
          }
        }
        return { id, workspaceId, rateLimit, expiresAt, principal }
      })
    },

    async list(page: Page) {
      const { rows, has_more } = await pageOf(ApiKeyModel, {}, page)
      const data = await Promise.all(rows.map(toApiKey))
      return { object: 'list' as const, url: '/v1/api_keys', has_more, data }
    },

    get: async (id: string): Promise<ApiKey> => toApiKey(await one(id)),

    /**
     * Makes a key. Its scopes are rights of whoever makes it, now and whenever it is used.
     * @throws AppError role_exceeds_yours, too_many_keys, invalid_request
     */
    async create(by: Rights & { id: string }, input: ApiKeyCreate): Promise<NewApiKey> {
      assertHeld(input.scopes, by)
      const accountIds = input.accounts ?? null
      await assertConnected(accountIds, input.mode)
      const allowedAddresses = input.allowed_addresses ?? []
      assertNetworks(allowedAddresses)
      const createdAt = clock.now()
      const _id = newId('key', createdAt)
      const key = mintKey(input.mode, _id)
      const row: ApiKeyDocument = {
        _id,
        workspaceId: currentScope().workspaceId,
        name: input.name,
        mode: input.mode,
        accountIds,
        scopes: input.scopes,
        hash: hashToken(pepper, key),
        hint: key.slice(-4),
        formerHash: null,
        formerUntil: null,
        allowedAddresses,
        rateLimit: input.rate_limit ?? DEFAULT_RATE_LIMIT,
        createdBy: by.id,
        createdAt,
        expiresAt: new Date(createdAt.getTime() + input.expires_in_days * DAY_MS),
        lastUsedAt: null,
        lastUsedAddress: null,
      }
      await inTransaction(async () => {
        if ((await ApiKeyModel.countDocuments({})) >= MAX_KEYS)
          throw new AppError('too_many_keys', `The workspace has ${MAX_KEYS} keys`)
        await ApiKeyModel.create([row])
        await ApiKeyOwnerModel.create([{ _id, workspaceId: row.workspaceId }])
        await audit.record({
          action: 'api_key.created',
          target: { type: 'api_key', id: _id },
          after: {
            name: row.name,
            mode: row.mode,
            accounts: accountIds,
            scopes: row.scopes,
            expires: seconds(row.expiresAt),
          },
        })
      })
      return { ...(await toApiKey(row)), key }
    },

    async change(id: string, { name, allowed_addresses, rate_limit }: ApiKeyChange): Promise<ApiKey> {
      assertNetworks(allowed_addresses ?? [])
      return inTransaction(async () => {
        const before = await one(id)
        const set = {
          ...(name === undefined ? {} : { name }),
          ...(allowed_addresses === undefined ? {} : { allowedAddresses: allowed_addresses }),
          ...(rate_limit === undefined ? {} : { rateLimit: rate_limit }),
        }
        await ApiKeyModel.updateOne({ _id: id }, { $set: set })
        const after = { ...before, ...set }
        const told = ({ name, allowedAddresses, rateLimit }: ApiKeyDocument) => ({
          name,
          allowed_addresses: allowedAddresses,
          rate_limit: rateLimit,
        })
        await audit.record({
          action: 'api_key.changed',
          target: { type: 'api_key', id },
          before: told(before),
          after: told(after),
        })
        return toApiKey(after)
      })
    },

    /**
     * Replaces the key by a new one; the present one stays good for some hours, one of before it does not.
     * @throws AppError role_exceeds_yours: a rotation is not a way to more than one has
     */
    async rotate(
      by: Rights,
      id: string,
      { overlap_hours, expires_in_days }: ApiKeyRotate,
    ): Promise<NewApiKey> {
      const now = clock.now()
      return inTransaction(async () => {
        const before = await one(id)
        assertHeld(before.scopes, by)
        const key = mintKey(before.mode, id)
        const set = {
          hash: hashToken(pepper, key),
          hint: key.slice(-4),
          formerHash: before.hash,
          formerUntil: new Date(
            Math.min(now.getTime() + overlap_hours * HOUR_MS, before.expiresAt.getTime()),
          ),
          expiresAt: new Date(now.getTime() + expires_in_days * DAY_MS),
        }
        await ApiKeyModel.updateOne({ _id: id }, { $set: set })
        await audit.record({
          action: 'api_key.rotated',
          target: { type: 'api_key', id },
          after: { overlap_hours, expires: seconds(set.expiresAt) },
        })
        return { ...(await toApiKey({ ...before, ...set })), key }
      })
    },

    /** Ends a key at once. */
    async revoke(id: string): Promise<void> {
      await inTransaction(async () => {
        const { name } = await one(id)
        await ApiKeyModel.deleteOne({ _id: id })
        await ApiKeyOwnerModel.deleteOne({ _id: id })
        await audit.record({ action: 'api_key.revoked', target: { type: 'api_key', id }, before: { name } })
      })
    },
  }
}
export type ApiKeyService = ReturnType<typeof createApiKeyService>
