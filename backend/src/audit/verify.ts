/** Whether the chain of a workspace is what was sealed, and the first entry that is not. */
import { trusted } from '../database/query'
import { currentScope } from '../database/scope'
import { AppError } from '../errors'
import { BEGINNING, follow, type Fault, type Link } from './chain'
import type { Checkpoints } from './checkpoints'
import { AuditEntryModel, AuditHeadModel, misnumbered, numbered } from './model'
import type { Signer } from './signer'

/** Entries read at once. */
const BATCH = 2_000

export interface Verification {
  from: number
  /** The last entry that holds. */
  to: number
  fault: Fault | null
  /** The last entry that a checkpoint vouches for in this stretch: up to it nothing was sealed anew. */
  vouched: number | null
  /** Entries that wait for their seal. */
  unsealed: number
  /** Where to go on; null at the end of the chain, and at a fault. */
  next: number | null
}

export function createVerifier({ signer, checkpoints }: { signer: Signer; checkpoints: Checkpoints }) {
  const read = (seq: Record<string, unknown>, limit: number) =>
    AuditEntryModel.find({ seq: trusted(seq) })
      .sort({ seq: 1 })
      .limit(limit)
      .lean()

  /**
   * Where the chain stands before `from`, and a fault where that entry is gone or altered.
   * @param known the last entry that is known to have been sealed
   * @throws AppError invalid_request where the chain never came so far
   */
  async function before(from: number, known: number): Promise<{ end: Link; fault: Fault | null }> {
    if (from === 1) {
      const first = await AuditEntryModel.findOne(numbered).sort({ seq: 1 }).lean()
      const tooLow = first !== null && !(Number(first.seq) >= 1)
      return { end: BEGINNING, fault: tooLow ? { seq: 1, reason: 'misplaced' } : null }
    }
    const [entry] = await read({ $eq: from - 1 }, 1)
    if (entry) return follow({ seq: from - 2, hash: entry.previousHash }, [entry])
    if (from - 1 > known)
      throw new AppError('invalid_request', `The trail has no entry ${from - 1}`, {
        errors: [{ pointer: '/querystring/from', message: 'must be at most one past the last sealed entry' }],
      })
    return { end: BEGINNING, fault: { seq: from - 1, reason: 'missing' } }
  }

  /** What stands outside of a chain that ends at `last`. */
  async function outside(last: number): Promise<Fault | null> {
    const seq = last + 1
    if (await AuditEntryModel.exists(misnumbered)) return { seq, reason: 'misplaced' }
    if (!(await AuditEntryModel.exists({ seq: trusted({ $gt: last }) }))) return null
    const head = await AuditHeadModel.findById(currentScope().workspaceId).lean()
    // or they were sealed while we looked
    return head && head.seq > last && signer.check(head) === 'good' ? null : { seq, reason: 'misplaced' }
  }

  return {
    /**
     * Verifies the chain of the workspace in scope from one entry on, `limit` entries at most. Not to be found, by
     * anyone: changes of what was not sealed yet, and a chain cut back, head and all, to how it stood at some moment
     * since the last checkpoint.
     */
    async verify({
      from = 1,
      limit = Infinity,
    }: { from?: number; limit?: number } = {}): Promise<Verification> {
      // in this order: the head was never behind a checkpoint
      const { hashes, forged } = await checkpoints.from(from)
      const head = await AuditHeadModel.findById(currentScope().workspaceId).lean()
      const state = head ? signer.check(head) : 'missing'
      const last = head && state === 'good' ? head : null
      if (last) hashes.set(last.seq, hashes.get(last.seq) ?? last.hash)
      const target = Math.min(last?.seq ?? Infinity, from + limit - 1)
      const known = Math.max(0, ...hashes.keys())
      let { end, fault } = await before(from, known)
      let vouched: number | null = null

      while (!fault && end.seq < target) {
        const entries = await read({ $gt: end.seq, $lte: target }, BATCH)
        if (entries.length === 0) break
        const start = end.seq
        ;({ end, fault } = follow(end, entries))
        for (let seq = start + 1; seq <= end.seq; seq++) {
          const hash = hashes.get(seq)
          if (hash === undefined) continue
          if (hash !== entries[seq - start - 1]?.hash) {
            end = { seq: seq - 1, hash: null }
            fault = { seq, reason: 'rewritten' }
          } else vouched = seq
        }
      }

      const complete = !fault && end.seq < from + limit - 1
      if (complete && end.seq < known) fault = { seq: end.seq + 1, reason: 'missing' }
      else if (complete && last) fault = await outside(end.seq)
      else if (complete && (head || end.seq > 0))
        fault = {
          seq: end.seq + 1,
          reason: state === 'missing' ? 'head_missing' : state === 'forged' ? 'head_forged' : 'key_unknown',
        }
      if (complete && !fault && forged !== null) fault = { seq: forged, reason: 'checkpoint_forged' }
      const unsealed = await AuditEntryModel.countDocuments({ seq: null })
      const to = Math.min(end.seq, (fault?.seq ?? Infinity) - 1)
      return { from, to, fault, vouched, unsealed, next: complete || fault ? null : end.seq + 1 }
    },
  }
}
export type Verifier = ReturnType<typeof createVerifier>
