/** Gives entries their place in the chain of their workspace, within a second of the change they tell of. */
import { setTimeout as pause } from 'node:timers/promises'
import type { AccountService } from '../accounts/service'
import type { Clock } from '../clock'
import { underLease, type Lease } from '../database/lease'
import { bulkWrite } from '../database/model'
import { currentScope, runInScope } from '../database/scope'
import { inTransaction } from '../database/transaction'
import type { Logger } from '../log'
import { createLoop } from '../loop'
import { BEGINNING, link, type Link } from './chain'
import type { Checkpoints } from './checkpoints'
import type { Denials } from './denials'
import { AuditEntryModel, AuditHeadModel, numbered } from './model'
import type { Signer } from './signer'

/** Entries sealed in one transaction. */
const BATCH = 500
/** Milliseconds between looks where nothing wakes us, and in which the entries of a busy moment gather. */
const IDLE_MS = 500
const GATHER_MS = 200
/** Milliseconds between looks whether a checkpoint is due, or refusals were counted. */
const LOOK_MS = 60_000

export interface SealerDeps {
  clock: Clock
  log: Logger
  accounts: AccountService
  signer: Signer
  checkpoints: Checkpoints
  denials: Denials
}

export function createSealer({ clock, log, accounts, signer, checkpoints, denials }: SealerDeps) {
  /** @throws Error where the head is not ours: to go on from it would vouch for what somebody else wrote */
  async function head(): Promise<Link> {
    const { workspaceId } = currentScope()
    const signed = await AuditHeadModel.findById(workspaceId).lean()
    const state = signed
      ? signer.check(signed)
      : (await AuditEntryModel.exists(numbered))
        ? 'missing'
        : 'good'
    if (state === 'good') return signed ?? BEGINNING
    throw new Error(`The head of the audit trail is ${state}: nothing is sealed until it is restored`)
  }

  /**
   * Seals the oldest unsealed entries of the workspace in scope. What commits late is sealed late; nothing is passed
   * over. Lease or not, of two that do this at once one fails: both change the head, and no number is given twice.
   * @returns how many
   */
  async function sealBatch(): Promise<number> {
    return inTransaction(async () => {
      const entries = await AuditEntryModel.find({ seq: null }).sort({ _id: 1 }).limit(BATCH).lean()
      if (entries.length === 0) return 0
      let end = await head()
      const seals = entries.map((entry) => {
        const seal = link(entry, end)
        end = seal
        return { updateOne: { filter: { _id: entry._id, seq: null }, update: { $set: seal } } }
      })
      await bulkWrite('audit_entries', seals)
      const { workspaceId } = currentScope()
      const signed = signer.sign({ workspaceId, seq: end.seq, hash: end.hash ?? '', at: clock.now() })
      await AuditHeadModel.updateOne({ _id: workspaceId }, { $set: signed }, { upsert: true })
      return entries.length
    })
  }

  async function drain(lease: Lease): Promise<void> {
    let sealed: number
    do sealed = await sealBatch()
    while (sealed === BATCH && lease.held() && !loop.stopped())
  }

  let looked = 0

  /** Seals what waits in every workspace, and signs the checkpoints that are due. */
  async function seal(): Promise<void> {
    const now = clock.now().getTime()
    const look = now - looked >= LOOK_MS
    if (look) looked = now
    for (const workspaceId of await accounts.workspaceIds())
      await runInScope({ workspaceId }, async () => {
        const name = `audit:${workspaceId}`
        if (look) await denials.sweep()
        if (await AuditEntryModel.exists({ seq: null })) await underLease(name, drain)
        if (look) await underLease(name, checkpoints.take)
      }).catch((error: unknown) => log.error({ err: error, workspace: workspaceId }, 'entries not sealed'))
  }

  const loop = createLoop({
    round: async () => {
      await seal()
      await pause(GATHER_MS)
    },
    idleMs: IDLE_MS,
    failed: (error) => log.error({ err: error }, 'the audit trail could not be sealed'),
  })
  return { ...loop, seal, sealBatch }
}
export type Sealer = ReturnType<typeof createSealer>
