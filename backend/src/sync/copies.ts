/** Stores copies of Stripe's objects, however they came: without erased customers, and sealed where nobody searches. */
import type { Erasures } from '../customers/erasure'
import { inPlain } from '../customers/in-plain'
import { storeVersions, type Version } from '../database/mirror'
import { scopedId } from '../database/scope'
import { sealedPlace } from '../database/sealed'
import type { Vault } from '../secrets/vault'
import type { Resource } from '../stripe/gateway'
import { MIRRORS } from './resources'

/** Kept with fields that nobody searches; `keep` leaves the others without. */
const SEALED: Resource = 'customers'

export function createCopies({ vault, erasures }: { vault: Vault; erasures: Erasures }) {
  const place = (id: string) => sealedPlace(MIRRORS[SEALED].collection, scopedId(id), 'sealed')

  const sealed = (version: Version): Version => ({
    ...version,
    object: inPlain(version.object),
    sealed: vault.seal(JSON.stringify(version.object), place(version.id)),
  })

  return {
    /** As `storeVersions`. */
    async store(resource: Resource, versions: Version[], settled: boolean): Promise<void> {
      const kept = await erasures.withoutErased(versions)
      await storeVersions(
        MIRRORS[resource].collection,
        resource === SEALED ? kept.map(sealed) : kept,
        settled,
      )
    },

    /** The object as it was kept. A copy of before copies were sealed has it in plain. @throws SealBroken */
    whole({ id, object, sealed }: Version): object {
      return sealed ? (JSON.parse(vault.open(sealed, place(id))) as object) : object
    },
  }
}
export type Copies = ReturnType<typeof createCopies>
