/** Where a chain stood, hour by hour: signed, kept in the database and, out of its reach, in files under DATA_DIR. */
import { createReadStream, existsSync } from 'node:fs'
import { appendFile, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Clock } from '../clock'
import { trusted } from '../database/query'
import { currentScope } from '../database/scope'
import { AuditCheckpointModel, AuditHeadModel } from './model'
import type { SignedStatement, Signer } from './signer'

const HOUR_MS = 3_600_000

/** @returns null for what a crash cut short: a line counts by its signature, so nothing is lost by leaving it out */
function parse(line: string): SignedStatement | null {
  try {
    const { at, ...rest } = JSON.parse(line) as SignedStatement
    return { ...rest, at: new Date(at) }
  } catch {
    return null
  }
}

export function createCheckpoints({
  clock,
  signer,
  dataDir,
}: {
  clock: Clock
  signer: Signer
  dataDir: string
}) {
  const folder = path.join(dataDir, 'audit-checkpoints')
  const fileOf = (workspaceId: string) => path.join(folder, `${workspaceId}.jsonl`)

  async function* inFile(workspaceId: string): AsyncGenerator<SignedStatement> {
    if (!existsSync(fileOf(workspaceId))) return
    for await (const line of createInterface({ input: createReadStream(fileOf(workspaceId)) })) {
      const checkpoint = parse(line)
      if (checkpoint) yield checkpoint
    }
  }

  return {
    /** Signs where the chain of the workspace in scope stands, where it moved and an hour has passed since the last. */
    async take(): Promise<void> {
      const { workspaceId } = currentScope()
      const head = await AuditHeadModel.findById(workspaceId).lean()
      if (!head || signer.check(head) !== 'good') return
      // so that a master key can be taken off the ring although nothing happens
      if (head.key !== signer.newest)
        await AuditHeadModel.updateOne(
          { _id: workspaceId, signature: head.signature },
          { $set: signer.sign(head) },
        )
      const last = await AuditCheckpointModel.findOne().sort({ seq: -1 }).lean()
      const now = clock.now()
      if (last && now.getTime() - last.at.getTime() < HOUR_MS) return
      if (last && last.seq === head.seq && last.key === signer.newest) return
      const { seq, hash } = head
      const checkpoint = signer.sign({ workspaceId, seq, hash, at: now })
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await appendFile(fileOf(workspaceId), `${JSON.stringify(checkpoint)}\n`, { mode: 0o600 })
      await AuditCheckpointModel.updateOne(
        { _id: `${workspaceId}:${seq}` },
        { $set: checkpoint },
        { upsert: true },
      )
    },

    /**
     * All checkpoints of the workspace in scope from `seq` on. Those signed under a key that left the ring say
     * nothing; a later one covers what they did.
     */
    async from(seq: number): Promise<{ hashes: Map<number, string>; forged: number | null }> {
      const { workspaceId } = currentScope()
      const hashes = new Map<number, string>()
      let forged: number | null = null
      const look = (checkpoint: SignedStatement): void => {
        const found = checkpoint.workspaceId === workspaceId ? signer.check(checkpoint) : 'forged'
        if (found === 'forged') forged = Math.min(Number(checkpoint.seq) || 1, forged ?? Infinity)
        if (found === 'good' && checkpoint.seq >= seq) hashes.set(checkpoint.seq, checkpoint.hash)
      }
      for await (const checkpoint of inFile(workspaceId)) look(checkpoint)
      const stored = AuditCheckpointModel.find({ seq: trusted({ $gte: seq }) }).lean()
      for await (const checkpoint of stored.cursor()) look(checkpoint)
      return { hashes, forged }
    },
  }
}
export type Checkpoints = ReturnType<typeof createCheckpoints>
