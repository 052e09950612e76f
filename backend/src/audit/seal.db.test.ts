/** The chain: every entry gets its place, once, whatever happens at the same time; and whatever is done to it is found. */
import { mkdtempSync, rmSync } from 'node:fs'
import { appendFile, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import mongoose from 'mongoose'
import { startDesk, until, type Desk } from '../../test/harness'
import { runInScope } from '../database/scope'
import { inTransaction } from '../database/transaction'
import { link, type Link } from './chain'
import { createAuditService } from './service'
import { AuditEntryModel, type AuditEntryDocument } from './model'
import type { AuditVerification } from './schema'

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'desk-audit-'))
let desk: Desk
beforeAll(async () => {
  desk = await startDesk({ standIn: null, env: { DATA_DIR: dataDir } })
})
afterAll(async () => {
  await desk.close()
  rmSync(dataDir, { recursive: true })
})

/** A workspace of its own, with nothing in its trail. */
async function emptyTrail() {
  const { workspaceId } = await desk.neighbour(`acct_${Math.random().toString(36).slice(2)}`)
  const within = <T>(work: () => Promise<T>) => runInScope({ workspaceId }, work)
  await raw('audit_entries').deleteMany({ workspaceId })
  return {
    workspaceId,
    within,
    record: (action: string) => within(() => inTransaction(() => desk.services.audit.record(entry(action)))),
    entries: () => within(() => AuditEntryModel.find().sort({ seq: 1, _id: 1 }).lean().exec()),
    sealBatch: () => within(() => desk.services.sealer.sealBatch()),
    verify: (options?: { from?: number; limit?: number }) =>
      within(() => desk.services.verifier.verify(options)),
  }
}

const raw = (name: string) => mongoose.connection.collection<{ _id: string }>(name)
const entry = (action: string) => ({
  action,
  target: { type: 'thing', id: 'thing_1' },
  before: { list: [1, 2.5, { deep: null }], text: 'ä' },
  after: { list: [] },
})
const HOLDS = { fault: null, unsealed: 0, next: null }

describe('sealing', () => {
  test('numbers entries from 1, and never touches a sealed one again', async () => {
    const { record, entries, verify } = await emptyTrail()
    await record('thing.made')
    await record('thing.changed')
    expect(await verify()).toMatchObject({ to: 0, fault: null, unsealed: 2 })
    await desk.services.sealer.seal()
    const sealed = await entries()
    expect(sealed.map(({ seq }) => seq)).toEqual([1, 2])
    expect(sealed[1]?.previousHash).toBe(sealed[0]?.hash)
    await record('thing.changed')
    await desk.services.sealer.seal()
    expect((await entries()).slice(0, 2)).toEqual(sealed)
    expect(await verify()).toMatchObject({ ...HOLDS, to: 3, vouched: 3 })
  })

  test('is asked for once a change has committed, and not for one that was undone', async () => {
    const { within } = await emptyTrail()
    let asked = 0
    const audit = createAuditService({ clock: desk.clock, written: () => (asked += 1) })
    const change = (work: () => Promise<void>) =>
      within(() =>
        inTransaction(async () => {
          await audit.record(entry('thing.made'))
          await audit.record(entry('thing.changed'))
          await work()
          expect(asked).toBe(0)
        }),
      )
    await expect(change(() => Promise.reject(new Error('undone')))).rejects.toThrow('undone')
    expect(asked).toBe(0)
    await change(() => Promise.resolve())
    expect(asked).toBe(1)
  })

  test('goes on by itself, in each workspace, also where one is stuck', async () => {
    const [stuck, other] = [await emptyTrail(), await emptyTrail()]
    await raw('audit_heads').insertOne({
      _id: stuck.workspaceId,
      ...{ workspaceId: stuck.workspaceId, seq: 1 },
    })
    const { sealer } = desk.services
    sealer.start()
    for (let change = 0; change < 3; change++) {
      await Promise.all([stuck.record('thing.made'), other.record('thing.made')])
      await until(async () => (await other.entries()).every(({ seq }) => seq !== null))
    }
    await sealer.stop()
    expect((await stuck.entries()).map(({ seq }) => seq)).toEqual([null, null, null])
    expect((await other.entries()).map(({ seq }) => seq)).toEqual([1, 2, 3])
    await raw('audit_heads').deleteMany({ workspaceId: stuck.workspaceId })
  })

  test('a change that commits late is sealed late, not passed over', async () => {
    const { record, entries, within, sealBatch, verify } = await emptyTrail()
    let commit = () => {}
    const asked = new Promise<void>((resolve) => (commit = resolve))
    let written = () => {}
    const inside = new Promise<void>((resolve) => (written = resolve))
    const late = within(() =>
      inTransaction(async () => {
        await desk.services.audit.record(entry('thing.late'))
        written()
        await asked
      }),
    )
    await inside
    desk.clock.advance(5)
    await record('thing.early')
    await sealBatch()
    commit()
    await late
    await sealBatch()
    expect((await entries()).map(({ action, seq }) => [seq, action])).toEqual([
      [1, 'thing.early'],
      [2, 'thing.late'],
    ])
    expect(await verify()).toMatchObject(HOLDS)
  })

  test('64 writers, and several sealers that mind no lease: no gap, no fork', async () => {
    const { record, entries, sealBatch, verify } = await emptyTrail()
    let writing = true
    const sealing = Array.from({ length: 4 }, async () => {
      while (writing) await sealBatch().catch(() => 0)
    })
    await Promise.all(
      Array.from({ length: 64 }, async (_, writer) => {
        for (let change = 0; change < 5; change++) await record(`writer.${writer}.${change}`)
      }),
    )
    writing = false
    await Promise.all(sealing)
    while ((await sealBatch()) > 0);
    const sealed = await entries()
    expect(sealed.map(({ seq }) => seq)).toEqual(Array.from({ length: 320 }, (_, index) => index + 1))
    expect(new Set(sealed.map(({ action }) => action)).size).toBe(320)
    expect(await verify()).toMatchObject({ ...HOLDS, to: 320 })
  })
})

describe('what is done to a sealed trail', () => {
  const LENGTH = 40
  const CHECKPOINT = 20
  let trail: Awaited<ReturnType<typeof emptyTrail>>
  let whole: AuditEntryDocument[]
  let kept: Record<string, { _id: string }[]>
  beforeAll(async () => {
    trail = await emptyTrail()
    for (let number = 1; number <= LENGTH; number++) {
      await trail.record(`thing.${number}`)
      if (number !== CHECKPOINT) continue
      // an hour has passed since any earlier look
      desk.clock.advance(3_600)
      await desk.services.sealer.seal()
    }
    await trail.sealBatch()
    whole = await trail.entries()
    const { workspaceId } = trail
    kept = {}
    for (const name of ['audit_entries', 'audit_heads', 'audit_checkpoints'])
      kept[name] = await raw(name).find({ workspaceId }).toArray()
  })
  const restore = async () => {
    const { workspaceId } = trail
    await raw('audit_entries').deleteMany({ workspaceId: `${workspaceId}_else` })
    for (const [name, documents] of Object.entries(kept)) {
      await raw(name).deleteMany({ workspaceId })
      await raw(name).insertMany(documents)
    }
  }
  beforeEach(restore)

  const at = (seq: number) => ({ workspaceId: trail.workspaceId, seq })
  const set = (seq: number, fields: object) => raw('audit_entries').updateOne(at(seq), { $set: fields })
  const remove = (seq: number) => raw('audit_entries').deleteOne(at(seq))
  const of = (seq: number): AuditEntryDocument => {
    const found = whole[seq - 1]
    if (!found) throw new Error(`no entry ${seq}`)
    return found
  }
  const before = (seq: number): Link => ({ seq: seq - 1, hash: seq === 1 ? null : of(seq - 1).hash })
  const head = (fields: object) =>
    raw('audit_heads').updateOne({ workspaceId: trail.workspaceId }, { $set: fields })
  const insert = (fields: object) =>
    raw('audit_entries').insertOne({ ...of(1), _id: 'aud_forged', ...fields })

  const EDITS: object[] = [
    { action: 'other' },
    { 'actor.id': 'mem_other' },
    { 'target.id': 'thing_2' },
    { 'before.text': 'a' },
    { 'before.list.2.deep': 0 },
    { after: null },
    { at: new Date(0) },
    { accountId: 'acct_other' },
    { mode: 'live' },
    { requestId: 'req_other' },
    { address: '192.0.2.1' },
    { userAgent: 'other' },
    { invented: true },
  ]
  const seqs = fc.integer({ min: 1, max: LENGTH })
  const edits = fc.constantFrom(...EDITS)

  interface Tamper {
    does: string
    act: () => Promise<unknown>
    /** The first bad entry. */
    bad: number
  }
  const tampers: fc.Arbitrary<Tamper> = fc.oneof(
    fc
      .tuple(seqs, fc.oneof(edits, fc.constantFrom({ hash: '0' }, { previousHash: '0' })))
      .map(([seq, edit]) => ({
        does: `edit ${seq} ${JSON.stringify(edit)}`,
        act: () => set(seq, edit),
        bad: seq,
      })),
    fc.tuple(seqs, edits).map(([seq, edit]) => ({
      does: `edit ${seq} ${JSON.stringify(edit)} and hash it anew`,
      act: async () => {
        await set(seq, edit)
        const edited = await trail.within(() => AuditEntryModel.findOne({ seq }).lean())
        if (edited) await set(seq, link(edited, before(seq)))
      },
      bad: seq,
    })),
    seqs.map((seq) => ({ does: `delete ${seq}`, act: () => remove(seq), bad: seq })),
    seqs.map((seq) => ({
      does: `give ${seq} away`,
      act: () => set(seq, { workspaceId: `${trail.workspaceId}_else` }),
      bad: seq,
    })),
    fc.tuple(seqs, fc.constantFrom('text', true, new Date(0), Infinity)).map(([seq, place]) => ({
      does: `put ${String(place)} for the number ${seq}`,
      act: () => set(seq, { seq: place }),
      bad: seq,
    })),
    seqs.map((seq) => ({
      does: `insert after ${seq}`,
      act: () => insert({ ...of(seq), _id: 'aud_forged', seq: seq + 0.5 }),
      bad: seq + 1,
    })),
    fc.constantFrom(0, -1, NaN, -Infinity).map((seq) => ({
      does: `insert at ${seq}`,
      act: () => insert({ seq }),
      bad: 1,
    })),
    fc.constantFrom('41', { number: 41 }, [41], false).map((seq) => ({
      does: `insert at ${JSON.stringify(seq)}`,
      act: () => insert({ seq }),
      bad: LENGTH + 1,
    })),
    fc.constant({
      does: 'append',
      act: () =>
        insert({
          ...of(LENGTH),
          _id: 'aud_forged',
          ...link(of(LENGTH), { seq: LENGTH, hash: of(LENGTH).hash }),
        }),
      bad: LENGTH + 1,
    }),
    fc.uniqueArray(seqs, { minLength: 2, maxLength: 2 }).map(([one = 1, other = 2]) => ({
      does: `swap ${one} and ${other}`,
      act: async () => {
        await set(one, { seq: -1 })
        await set(other, { seq: one })
        await set(-1, { seq: other })
      },
      bad: Math.min(one, other),
    })),
    fc.tuple(seqs, fc.constantFrom('leave', 'delete', 'forge')).map(([first, then]) => ({
      does: `cut from ${first}, ${then} the head`,
      act: async () => {
        await raw('audit_entries').deleteMany({ ...at(first), seq: { $gte: first } })
        if (then === 'delete') await raw('audit_heads').deleteMany({ workspaceId: trail.workspaceId })
        if (then === 'forge') await head({ seq: first - 1, hash: before(first).hash ?? '' })
      },
      bad: first,
    })),
  )
  const runs = Number(process.env['SOAK_RUNS'] ?? 60)

  test(
    'is found, and the first bad entry is named',
    async () => {
      expect(await trail.verify()).toMatchObject({ ...HOLDS, to: LENGTH, vouched: LENGTH })
      await fc.assert(
        fc.asyncProperty(tampers, async ({ does, act, bad }) => {
          await act()
          const { fault, to } = await trail.verify()
          await restore()
          expect([does, fault?.seq]).toEqual([does, bad])
          expect(to).toBeLessThan(bad)
        }),
        { numRuns: runs },
      )
    },
    30_000 + runs * 1_000,
  )

  test.each([5, CHECKPOINT, CHECKPOINT + 1, LENGTH])(
    'sealed anew from %i to the end it is found, and what is vouched for ends before that',
    async (seq) => {
      let end = before(seq)
      for (let number = seq; number <= LENGTH; number++) {
        const changed = { ...of(number), action: 'thing.invented' }
        const seal = link(changed, end)
        await set(number, { action: changed.action, ...seal })
        end = seal
      }
      const found = await trail.verify()
      expect(found.fault?.reason).toBe('rewritten')
      expect(found.vouched ?? 0).toBeLessThan(seq)
      await head({ hash: end.hash })
      const forged = await trail.verify()
      expect(forged.fault?.reason).toBe(seq > CHECKPOINT ? 'head_forged' : 'rewritten')
      expect(forged.vouched ?? 0).toBeLessThan(seq)
    },
  )

  test('a head that is gone, forged, or of a key that is not there: said, and nothing is sealed on', async () => {
    await trail.record('thing.waits')
    for (const [act, reason] of [
      [() => head({ seq: LENGTH - 1 }), 'head_forged'],
      [() => head({ signature: 5 }), 'head_forged'],
      [() => head({ key: 'gone' }), 'key_unknown'],
      [() => raw('audit_heads').deleteMany({ workspaceId: trail.workspaceId }), 'head_missing'],
    ] as const) {
      await act()
      expect((await trail.verify()).fault).toEqual({ seq: LENGTH + 1, reason })
      await expect(trail.sealBatch()).rejects.toThrow('nothing is sealed until it is restored')
      await raw('audit_heads').deleteMany({ workspaceId: trail.workspaceId })
      await raw('audit_heads').insertMany(kept['audit_heads'] ?? [])
    }
    await trail.sealBatch()
    expect(await trail.verify()).toMatchObject({ ...HOLDS, to: LENGTH + 1 })
  })

  describe('checkpoints', () => {
    const file = () => path.join(dataDir, 'audit-checkpoints', `${trail.workspaceId}.jsonl`)

    test('are signed each hour in which something was sealed, in the database and in a file', async () => {
      const lines = async () => (await readFile(file(), 'utf8')).trim().split('\n')
      const before = (await lines()).length
      const seqOf = (line: string | undefined) => (JSON.parse(line ?? '') as { seq: number }).seq
      expect(seqOf((await lines()).at(-1))).toBe(CHECKPOINT)
      await desk.services.sealer.seal()
      expect(await lines()).toHaveLength(before)
      desk.clock.advance(3_600)
      await desk.services.sealer.seal()
      expect((await lines()).slice(before).map(seqOf)).toEqual([LENGTH])
      desk.clock.advance(3_600)
      await desk.services.sealer.seal()
      expect(await lines()).toHaveLength(before + 1)
    })

    test('find a trail that was cut back, head and all, also where those of the database are gone', async () => {
      const [older] = kept['audit_checkpoints'] ?? []
      const { workspaceId } = trail
      // the signature of the checkpoint stands for the head that was there then
      await raw('audit_heads').deleteMany({ workspaceId })
      await raw('audit_heads').insertOne({ ...older, _id: workspaceId })
      await raw('audit_entries').deleteMany({ workspaceId, seq: { $gt: CHECKPOINT } })
      await raw('audit_checkpoints').deleteMany({ workspaceId })
      // the checkpoint of the full length is in the file alone
      expect((await trail.verify()).fault).toEqual({ seq: CHECKPOINT + 1, reason: 'missing' })
      await rm(file())
      // what nobody can find: nothing is left that says there was more
      expect((await trail.verify()).fault).toBeNull()
    })

    test('that nobody signed are named; half a line is not one', async () => {
      const [one] = kept['audit_checkpoints'] ?? []
      await appendFile(file(), `${JSON.stringify({ ...one, seq: 7 }).slice(0, -20)}`)
      expect((await trail.verify()).fault).toBeNull()
      await appendFile(file(), `\n${JSON.stringify({ ...one, seq: 7 })}\n`)
      expect((await trail.verify()).fault).toEqual({ seq: 7, reason: 'checkpoint_forged' })
      await rm(file())
    })
  })

  describe('verification', () => {
    test('goes on where it stood, a stretch at a time', async () => {
      const found = []
      for (let from: number | null = 1; from !== null;) {
        const part = await trail.verify({ from, limit: 16 })
        found.push([part.from, part.to, part.vouched])
        from = part.next
      }
      expect(found).toEqual([
        [1, 16, null],
        [17, 32, 20],
        [33, 40, 40],
      ])
      await set(30, { action: 'other' })
      expect((await trail.verify({ from: 17, limit: 8 })).fault).toBeNull()
      expect((await trail.verify({ from: 25, limit: 8 })).fault).toEqual({ seq: 30, reason: 'altered' })
      // the entry before the first one belongs to what is looked at
      expect((await trail.verify({ from: 31 })).fault).toEqual({ seq: 30, reason: 'altered' })
      await remove(30)
      expect((await trail.verify({ from: 31 })).fault).toEqual({ seq: 30, reason: 'missing' })
    })

    test('over HTTP names the fault in words, and is for those who may read the trail', async () => {
      const owner = await desk.as('owner')
      await desk.services.sealer.seal()
      const ask = async (query = '') =>
        (await owner.get(`/v1/audit_entries/verification${query}`)).json<AuditVerification>()
      const { to } = await ask()
      expect(await ask()).toMatchObject({ from: 1, holds: true, fault: null, unsealed: 0, next_from: null })
      expect(await ask(`?limit=1`)).toMatchObject({ to: 1, next_from: 2 })
      expect(await ask(`?from=${to + 5}`)).toMatchObject({ status: 400, code: 'invalid_request' })
      const { workspaceId } = desk
      const changed = { workspaceId, seq: to }
      const [last] = await raw('audit_entries').find(changed).toArray()
      await raw('audit_entries').updateOne(changed, { $set: { action: 'other' } })
      expect(await ask()).toMatchObject({
        holds: false,
        to: to - 1,
        fault: { seq: to, reason: 'altered', detail: 'The entry is not what was sealed' },
      })
      await raw('audit_entries').replaceOne(changed, last ?? {})
      expect((await ask()).holds).toBe(true)
    })
  })
})
