import { createHash } from 'node:crypto'
import type { Engine } from '../engine/engine'

/** A digest of everything an engine holds. */
export function digest({ main, sample, accounts }: Engine): string {
  const hash = createHash('sha256')
  for (const account of accounts()) {
    hash.update(`${account.id} ${account.live} ${account.now} ${JSON.stringify(account.profile)}`)
    for (const [name, collection] of Object.entries(account.store)) {
      hash.update(name)
      for (const record of collection.all()) hash.update(JSON.stringify(record))
    }
  }
  hash.update(sample.truth.jsonLines()).update(sample.decisions.jsonLines()).update(main.fx.csv(main.now))
  return hash.digest('hex')
}
