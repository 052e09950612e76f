/** A new master key takes over 10,000 sealed records while they are read; beside re-wrapping the same in memory. */
import { randomBytes } from 'node:crypto'
import { scopeOf } from '../backend/src/accounts/service'
import { systemClock } from '../backend/src/clock'
import { loadConfig } from '../backend/src/config'
import { CredentialModel } from '../backend/src/credentials/model'
import { bulkWrite } from '../backend/src/database/model'
import { runInScope } from '../backend/src/database/scope'
import { sealedPlace } from '../backend/src/database/sealed'
import { createVault } from '../backend/src/secrets/vault'
import { buildServices } from '../backend/src/services'
import { benchDesk } from './desk'
import { megabytes } from './measure'

const RECORDS = 10_000
const silent = { debug() {}, info() {}, warn() {}, error() {} }

export async function secrets(): Promise<void> {
  const desk = await benchDesk('small')
  try {
    const old = createVault(desk.config.encryptionKeys)
    const [{ id, secret }] = desk.config.encryptionKeys
    const next = loadConfig({
      DATA_DIR: desk.config.dataDir,
      ENCRYPTION_KEYS: `bench:${randomBytes(32).toString('base64')},${id}:${secret.toString('base64')}`,
    })
    const { rotate } = buildServices({ config: next, clock: systemClock, log: silent }).secrets
    const vault = createVault(next.encryptionKeys)

    const values = await desk.inAccount(async () => {
      const template = await CredentialModel.findOne().lean()
      const made = Array.from({ length: RECORDS }, (_, index) => {
        const _id = `cred_bench${String(index).padStart(5, '0')}`
        const place = sealedPlace('credentials', _id, 'secretKey')
        const sealed = old.seal(`rk_test_${randomBytes(40).toString('hex')}`, place)
        const webhookSecrets = old.seal('[]', sealedPlace('credentials', _id, 'webhookSecrets'))
        const row = { ...template, _id, active: false, keyHash: _id, secretKey: sealed, webhookSecrets }
        return { row, place, sealed }
      })
      await bulkWrite(
        'credentials',
        made.map(({ row }) => ({ insertOne: { document: row } })),
      )
      return made
    })
    const inMemory = performance.now()
    for (const { sealed, place } of values) vault.rewrap(sealed, place)
    const bare = performance.now() - inMemory

    // whoever has both keys in the ring reads on throughout
    let [rotating, reads, failed] = [true, 0, 0]
    const reading = desk.inAccount(async () => {
      for (; rotating; reads += 1) {
        const one = values[(reads * 7919) % RECORDS]
        const row = one && (await CredentialModel.findById(one.place.id).lean())
        try {
          if (row && one) vault.open(row.secretKey, one.place)
        } catch {
          failed += 1
        }
      }
    })
    const began = performance.now()
    const report = await runInScope({ workspaceId: scopeOf(desk.account).workspaceId }, () =>
      rotate(() => undefined),
    )
    const elapsed = performance.now() - began
    rotating = false
    await reading
    const left = report.ring.slice(1).filter(({ needed }) => needed).length
    console.log(
      `${RECORDS} records (two sealed values each) re-wrapped and checked in ${(elapsed / 1000).toFixed(1)} s: ${((RECORDS * 1000) / elapsed).toFixed(0)}/s, ${(elapsed / (2 * bare)).toFixed(1)} times the same in memory`,
    )
    console.log(
      `${reads} reads meanwhile, ${failed} failed; keys still needed besides the newest: ${left}; memory ${megabytes()}`,
    )
  } finally {
    await desk.close()
  }
}
