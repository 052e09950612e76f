/** The audit trail: verifying and sealing beside plain hashing of the same bytes, and what an entry costs a write. */
import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { BEGINNING, canonical, link, type Link } from '../backend/src/audit/chain'
import { AuditEntryModel, AuditHeadModel } from '../backend/src/audit/model'
import { createSigner } from '../backend/src/audit/signer'
import { bulkWrite } from '../backend/src/database/model'
import { currentScope } from '../backend/src/database/scope'
import { newId } from '../backend/src/http'
import { OperationModel } from '../backend/src/operations/model'
import { benchDesk, type BenchDesk } from './desk'
import { load, megabytes, print } from './measure'

const ENTRIES = Number(process.env['BENCH_ENTRIES'] ?? 1_000_000)
const SEALED = 20_000
const WRITERS = 64
/** In one round; an address may send 3,000 requests a minute. */
const WRITES = 640

/** An entry as the desk writes it, and not yet sealed. */
function entry(at: Date) {
  const id = randomBytes(9).toString('hex')
  return {
    _id: newId('aud', at),
    workspaceId: currentScope().workspaceId,
    accountId: 'acct_1IdAKoTFCWHGCpPd',
    mode: 'test',
    at,
    actor: { kind: 'member', id: 'mem_0mwpg4ybx3f2a9355550b35bf0f' },
    action: 'promotion.activated',
    target: { type: 'promotion', id: `promo_${id}` },
    before: { status: 'creating' },
    after: { status: 'active', stripe_coupon: 'nujBVfuz', stripe_promotion_code: `promo_${id}` },
    requestId: `req_${id}`,
    address: '203.0.113.7',
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0',
    seq: null,
    previousHash: null,
    hash: null,
  }
}

const per = (count: number, ms: number) => `${Math.round((count * 1000) / ms).toLocaleString('en')}/s`
async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** Milliseconds for one SHA-256 over each of `count` entries' canonical bytes, and nothing else. */
async function hashing(count: number): Promise<number> {
  const bytes = Array.from({ length: 10_000 }, () =>
    canonical({ ...entry(new Date()), ...link(entry(new Date()), BEGINNING) }),
  )
  return timed(async () => {
    for (let index = 0; index < count; index++)
      createHash('sha256')
        .update(bytes[index % bytes.length] ?? '')
        .digest('hex')
  })
}

/** Replaces the trail by a sealed one of `count` entries. */
async function sealedTrail(desk: BenchDesk, count: number): Promise<void> {
  const { workspaceId } = currentScope()
  const start = Date.now() - count
  let end: Link = BEGINNING
  await AuditEntryModel.deleteMany({})
  while (end.seq < count) {
    const batch = Array.from({ length: Math.min(5_000, count - end.seq) }, () => {
      const unsealed = entry(new Date(start + end.seq))
      const seal = link(unsealed, end)
      end = seal
      return { insertOne: { document: { ...unsealed, ...seal } } }
    })
    await bulkWrite('audit_entries', batch)
  }
  const head = createSigner(desk.config.encryptionKeys).sign({
    workspaceId,
    seq: end.seq,
    hash: end.hash ?? '',
    at: new Date(),
  })
  await AuditHeadModel.updateOne({ _id: workspaceId }, { $set: head }, { upsert: true })
}

/** Changes by 64 writers of one workspace, each one document, with their entries and without. */
async function changes(desk: BenchDesk): Promise<void> {
  const { sealer, audit: trail } = desk.services
  const ids = Array.from({ length: WRITES }, () => newId('op', new Date()))
  const startedAt = new Date()
  const running = {
    kind: 'bench',
    status: 'running',
    done: 0,
    startedAt,
    updatedAt: startedAt,
    cancelRequested: false,
  }
  await OperationModel.insertMany(ids.map((_id) => ({ _id, ...running })))
  const headers = { authorization: `Bearer ${desk.token}` }
  const calls = ids.map((id) => ({ method: 'POST', path: `/v1/operations/${id}/cancel`, headers }))
  const { record } = trail
  const ratios: number[] = []
  await load(desk.port, calls.slice(0, 2 * WRITERS), WRITERS)
  // in turn, so that whatever else the machine does meets both
  for (let round = 0; round < 2; round++) {
    trail.record = () => Promise.resolve()
    const without = await load(desk.port, calls, WRITERS)
    trail.record = record
    let writing = true
    const sealing = (async () => {
      for (; writing; await pause(200)) await sealer.sealBatch()
    })()
    const audited = await load(desk.port, calls, WRITERS)
    writing = false
    await sealing
    print(`${WRITERS} writers, without entries`, without)
    print(`${WRITERS} writers, with entries, sealed meanwhile`, audited)
    ratios.push(audited.p95 / without.p95)
  }
  console.log(
    `p95 with entries is ${ratios.map((ratio) => ratio.toFixed(2)).join(' and ')} times that without`,
  )
}

export async function audit(): Promise<void> {
  const desk = await benchDesk('small')
  const { sealer, verifier, audit: trail } = desk.services
  try {
    await desk.inAccount(async () => {
      await sealer.stop()
      await sealedTrail(desk, ENTRIES)
      const plain = await hashing(ENTRIES)
      console.log(`plain hashing of ${ENTRIES} entries: ${per(ENTRIES, plain)}`)
      let holds = false
      const verifying = await timed(async () => {
        const { to, fault } = await verifier.verify()
        holds = to === ENTRIES && fault === null
      })
      console.log(
        `verified: ${holds ? per(ENTRIES, verifying) : 'FAILED'}, ${(verifying / 1000).toFixed(1)} s, ${(verifying / plain).toFixed(1)} times the hashing, memory ${megabytes()}`,
      )
      let characters = 0
      const exporting = await timed(async () => {
        for await (const piece of await trail.export('csv', {})) characters += piece.length
      })
      console.log(
        `exported: ${per(ENTRIES, exporting)}, ${Math.round(characters / 1e6)} million characters, memory ${megabytes()}`,
      )
      await bulkWrite(
        'audit_entries',
        Array.from({ length: SEALED }, () => ({ insertOne: { document: entry(new Date()) } })),
      )
      const sealing = await timed(async () => {
        while ((await sealer.sealBatch()) > 0);
      })
      console.log(
        `sealed: ${per(SEALED, sealing)}, ${(sealing / (await hashing(SEALED))).toFixed(0)} times the hashing`,
      )

      await changes(desk)
    })
  } finally {
    await desk.close()
  }
}
