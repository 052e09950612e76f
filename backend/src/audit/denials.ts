/**
 * What was refused for lack of a right, or because the account is somebody else's. The first refusal leaves an entry at
 * once; the same again within a minute is counted, and the next entry tells how often: no count is lost, nobody floods.
 */
import { createHash } from 'node:crypto'
import type { Clock } from '../clock'
import { trusted, upserting } from '../database/query'
import { runInScope, type Actor, type Mode } from '../database/scope'
import { inTransaction } from '../database/transaction'
import type { ProblemCode } from '../errors'
import { canonical } from './chain'
import { DenialModel, type DenialDocument } from './model'
import type { AuditService } from './service'

const MINUTE_MS = 60_000
/** Entries that one look leaves. */
const AT_ONCE = 500

export interface Denial {
  workspaceId: string
  /** Null: none was named, or not one of the workspace. */
  account: { accountId: string; mode: Mode } | null
  actor: Actor
  /** Method and pattern of the route; never what was asked of it. */
  route: string
  /** What the route requires. */
  permission: string | null
  code: ProblemCode
}

export function createDenials({ clock, audit }: { clock: Clock; audit: AuditService }) {
  const aMinuteAgo = () => new Date(clock.now().getTime() - MINUTE_MS)

  /** Leaves the entry of what was counted, and begins the next minute. */
  async function tell({ _id, route, code, permission, untold }: DenialDocument): Promise<void> {
    await DenialModel.updateOne({ _id }, { $set: { untold: 0, toldAt: clock.now() } })
    await audit.record({
      action: 'access.denied',
      target: { type: 'route', id: route },
      after: { code, permission, times: untold },
    })
  }

  const asDenied = <T>(
    { workspaceId, account, actor }: Pick<Denial, 'workspaceId' | 'account' | 'actor'>,
    work: () => Promise<T>,
  ) => runInScope({ workspaceId, ...account, actor }, work)

  return {
    /** Counts a refusal. */
    record({ actor: { kind, id }, ...rest }: Denial): Promise<void> {
      const denial = { ...rest, actor: { kind, id } }
      const _id = createHash('sha256').update(canonical(denial)).digest('hex')
      return asDenied(denial, async () => {
        const since = aMinuteAgo()
        const more = { $inc: { untold: 1 } }
        const counted = await DenialModel.updateOne({ _id, toldAt: trusted({ $gt: since }) }, more)
        if (counted.matchedCount > 0) return
        await upserting(() =>
          inTransaction(async () => {
            const row = await DenialModel.findOneAndUpdate(
              { _id },
              { ...more, $setOnInsert: { ...denial, toldAt: new Date(0) } },
              { upsert: true, returnDocument: 'after' },
            ).lean()
            // unless the same one told it while we looked
            if (row && row.toldAt <= since) await tell(row)
          }),
        )
      })
    },

    /** Tells what was counted in minutes that are over, of the workspace in scope, and forgets where nothing was. */
    async sweep(): Promise<void> {
      const over = { toldAt: trusted({ $lte: aMinuteAgo() }) }
      await DenialModel.deleteMany({ ...over, untold: 0 })
      for (const row of await DenialModel.find(over).limit(AT_ONCE).lean())
        await asDenied(row, () =>
          inTransaction(async () => {
            const current = await DenialModel.findOne({ _id: row._id, toldAt: row.toldAt }).lean()
            if (current) await tell(current)
          }),
        )
    },
  }
}
export type Denials = ReturnType<typeof createDenials>
