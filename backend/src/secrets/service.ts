/** The master keys and what they seal: a new key takes over while everything runs, and it is told which one can go. */
import type { AccountService } from '../accounts/service'
import { scopeOf } from '../accounts/service'
import { AuditHeadModel } from '../audit/model'
import type { Checkpoints } from '../audit/checkpoints'
import type { AuditService } from '../audit/service'
import type { KeyRing } from '../config'
import { CredentialModel } from '../credentials/model'
import { sealedCollections } from '../database/model'
import { COLLECTIONS, currentActor, runInScope, type CollectionName, type Scope } from '../database/scope'
import { countSealed, replaceSealed, sealedBatches, sealedPlace, type SealedValue } from '../database/sealed'
import { hashToken, sameHash } from './tokens'
import { SealBroken, type Vault } from './vault'

/** Documents read at once. */
const BATCH = 500
/** Times that all values are gone through: an instance that still seals with an older key may write meanwhile. */
const MAX_PASSES = 3
/** Faults that are named; all are counted. */
const MAX_NAMED = 20

/** Values of one field under one key. `key` is null for those that do not say under which key they are. */
export interface KeyUse {
  field: string
  key: string | null
  values: number
  unreadable: number
}

export interface SecretsReport {
  uses: KeyUse[]
  /** The ring, newest first; `needed` while something is under the key, and always for the newest. */
  ring: { key: string; needed: boolean }[]
  /** What does not open, with the reason; the first twenty. */
  faults: { collection: string; id: string; field: string; reason: string }[]
  /** Stripe keys whose hash was made with another API_KEY_PEPPER. */
  other_pepper: number
  sound: boolean
}

export interface RotationProgress {
  collection: CollectionName
  done: number
  total: number
}

export interface SecretsDeps {
  accounts: AccountService
  audit: AuditService
  checkpoints: Checkpoints
  vault: Vault
  ring: KeyRing
  pepper: string
}

export function createSecretsService({ accounts, audit, checkpoints, vault, ring, pepper }: SecretsDeps) {
  const [newest] = ring

  const workspaces = async (): Promise<Scope[]> =>
    (await accounts.workspaceIds()).map((workspaceId) => ({ workspaceId, ...currentActor() }))

  async function ownersOf(collection: CollectionName): Promise<Scope[]> {
    if (COLLECTIONS[collection] === 'workspace') return workspaces()
    return (await accounts.everyOne()).map((account) => ({ ...scopeOf(account), ...currentActor() }))
  }

  async function eachBatch(
    collection: CollectionName,
    work: (values: SealedValue[]) => Promise<void> | void,
  ): Promise<void> {
    for (const owner of await ownersOf(collection))
      await runInScope(owner, async () => {
        for await (const values of sealedBatches(collection, BATCH)) await work(values)
      })
  }

  /** @returns why a value does not open; null where it does */
  function fault({ sealed, place }: SealedValue): string | null {
    try {
      vault.open(sealed, place)
      return null
    } catch (error) {
      if (error instanceof SealBroken) return error.message
      throw error
    }
  }

  function keyOf(sealed: string): string | null {
    try {
      return vault.keyIdOf(sealed)
    } catch (error) {
      if (error instanceof SealBroken) return null
      throw error
    }
  }

  async function otherPepper(): Promise<number> {
    let other = 0
    for (const owner of await ownersOf('credentials'))
      await runInScope(owner, async () => {
        for (const { _id, secretKey, keyHash } of await CredentialModel.find().lean()) {
          const value = { sealed: secretKey, place: sealedPlace('credentials', _id, 'secretKey') }
          if (fault(value) !== null) continue
          if (!sameHash(hashToken(pepper, vault.open(value.sealed, value.place)), keyHash)) other += 1
        }
      })
    return other
  }

  /** Opens every sealed value once, and tells nothing of what is in it. */
  async function inspect(): Promise<SecretsReport> {
    const uses = new Map<string, KeyUse>()
    const faults: SecretsReport['faults'] = []
    const count = (field: string, key: string | null, unreadable: boolean): void => {
      const use = uses.get(`${field} ${key}`) ?? { field, key, values: 0, unreadable: 0 }
      use.values += 1
      use.unreadable += unreadable ? 1 : 0
      uses.set(`${field} ${key}`, use)
    }
    const tell = (place: { collection: string; id: string; field: string }, reason: string): void => {
      const { collection, id, field } = place
      if (faults.length < MAX_NAMED) faults.push({ collection, id, field, reason })
    }
    for (const collection of sealedCollections())
      await eachBatch(collection, (values) => {
        for (const value of values) {
          const reason = fault(value)
          count(`${collection}.${value.place.field}`, keyOf(value.sealed), reason !== null)
          if (reason !== null) tell(value.place, reason)
        }
      })
    // the trail goes on only from a head whose signature can be checked
    for (const scope of await workspaces())
      await runInScope(scope, async () => {
        const head = await AuditHeadModel.findById(scope.workspaceId).lean()
        if (!head) return
        const known = ring.some(({ id }) => id === head.key)
        count('audit_heads.signature', head.key, !known)
        const place = { collection: 'audit_heads', id: head._id, field: 'signature' }
        if (!known) tell(place, `The master key "${head.key}" is not in ENCRYPTION_KEYS`)
      })
    const other_pepper = await otherPepper()
    const all = [...uses.values()]
    return {
      uses: all,
      ring: ring.map(({ id }) => ({
        key: id,
        needed: id === newest.id || all.some(({ key }) => key === id),
      })),
      faults,
      other_pepper,
      sound: all.every(({ unreadable }) => unreadable === 0) && other_pepper === 0,
    }
  }

  /** Leaves one entry in the trail of each workspace, before anything is touched. */
  async function record(action: string): Promise<void> {
    for (const scope of await workspaces())
      await runInScope(scope, () =>
        audit.record({
          action,
          target: { type: 'workspace', id: scope.workspaceId },
          after: { key: newest.id },
        }),
      )
  }

  return {
    /** Which key seals what, what does not open, and which keys of the ring are needed no longer. */
    async check(): Promise<SecretsReport> {
      await record('secrets.checked')
      return inspect()
    },

    /**
     * Wraps everything that is sealed anew with the newest key of the ring, in batches. What was done stays done, so
     * an interrupted run goes on where it stood. What does not open is left as it is, and is in the report.
     */
    async rotate(progress: (state: RotationProgress) => void): Promise<SecretsReport> {
      await record('secrets.rotated')
      for (let pass = 1, changed = true; changed && pass <= MAX_PASSES; pass += 1) {
        changed = false
        for (const collection of sealedCollections()) {
          let total = 0
          for (const owner of await ownersOf(collection))
            total += await runInScope(owner, () => countSealed(collection))
          let done = 0
          progress({ collection, done, total })
          await eachBatch(collection, async (values) => {
            const old = values.filter((value) => keyOf(value.sealed) !== newest.id && fault(value) === null)
            await replaceSealed(
              collection,
              old.map((value) => ({ ...value, rewrapped: vault.rewrap(value.sealed, value.place) })),
            )
            changed ||= old.length > 0
            done += new Set(values.map(({ place }) => place.id)).size
            progress({ collection, done, total })
          })
        }
      }
      for (const scope of await workspaces()) await runInScope(scope, () => checkpoints.take())
      return inspect()
    },
  }
}
export type SecretsService = ReturnType<typeof createSecretsService>
