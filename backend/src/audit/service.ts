import type { Clock } from '../clock'
import { bulkWrite } from '../database/model'
import { pageOf } from '../database/page'
import { trusted } from '../database/query'
import { currentOrigin, currentScope } from '../database/scope'
import { afterCommit } from '../database/transaction'
import { idAt, newId, type Page } from '../http'
import { toAuditEntry } from './entry'
import { exported } from './export'
import { AuditEntryModel, type AuditEntryDocument } from './model'
import type { AuditFilter, ExportFormat } from './schema'

export interface Change {
  /** `noun.verb` in the past tense. */
  action: string
  target: { type: string; id: string }
  /** Only the fields that matter, without secrets and personal data. */
  before?: Record<string, unknown>
  after?: Record<string, unknown>
}

/** Views and keys are for single accounts: they see what is about the one they ask about, or about the workspace. */
function visible(): Record<string, unknown> {
  const scope = currentScope()
  if (scope.actor?.kind !== 'stripe_user' && scope.actor?.kind !== 'api_key') return {}
  const ofAccount = 'accountId' in scope ? [{ accountId: scope.accountId, mode: scope.mode }] : []
  return { $or: [{ accountId: null }, ...ofAccount] }
}

/** Ids begin with their time, to the millisecond that the entry has. */
function matching({
  target,
  actor,
  action,
  account,
  mode,
  from = 0,
  to,
}: AuditFilter): Record<string, unknown> {
  const until = to === undefined ? {} : { $lt: idAt('aud', to * 1000) }
  const clauses = [
    visible(),
    { _id: trusted({ $gte: idAt('aud', from * 1000), ...until }) },
    ...(action === undefined ? [] : [{ action: trusted({ $gte: action, $lt: `${action}\u{10ffff}` }) }]),
  ]
  return {
    $and: clauses,
    ...(target === undefined ? {} : { 'target.id': target }),
    ...(actor === undefined ? {} : { 'actor.id': actor }),
    ...(account === undefined ? {} : { accountId: account }),
    ...(mode === undefined ? {} : { mode }),
  }
}

/** @param deps.written called when an entry has been committed */
export function createAuditService({ clock, written }: { clock: Clock; written: () => void }) {
  /** Writes one entry; call it inside the transaction of the change, so that neither exists without the other. */
  async function record({ action, target, before, after }: Change): Promise<void> {
    const scope = currentScope()
    const origin = currentOrigin()
    const at = clock.now()
    const document: AuditEntryDocument = {
      _id: newId('aud', at),
      workspaceId: scope.workspaceId,
      accountId: 'accountId' in scope ? scope.accountId : null,
      mode: 'accountId' in scope ? scope.mode : null,
      at,
      actor: { kind: scope.actor?.kind ?? 'system', id: scope.actor?.id ?? 'revenue-desk' },
      action,
      target,
      before: before ?? null,
      after: after ?? null,
      requestId: origin?.requestId ?? null,
      address: origin?.address ?? null,
      userAgent: origin?.userAgent ?? null,
      seq: null,
      previousHash: null,
      hash: null,
    }
    // every change pays for this one: past Mongoose it costs half
    await bulkWrite('audit_entries', [{ insertOne: { document } }])
    afterCommit(written)
  }

  return {
    record,

    async list(query: Page & AuditFilter) {
      const { rows, has_more } = await pageOf(AuditEntryModel, matching(query), query)
      return { object: 'list' as const, url: '/v1/audit_entries', has_more, data: rows.map(toAuditEntry) }
    },

    /**
     * All entries that match, as the text of a file, the oldest first. That they were exported is in the trail before
     * the first piece is out.
     */
    async export(format: ExportFormat, filter: AuditFilter): Promise<AsyncIterable<string>> {
      const scope = currentScope()
      const matches = matching(filter)
      const count = await AuditEntryModel.countDocuments(matches)
      await record({
        action: 'audit.exported',
        target: { type: 'workspace', id: scope.workspaceId },
        after: { format, ...filter, count },
      })
      return exported(scope, matches, count, format)
    },
  }
}
export type AuditService = ReturnType<typeof createAuditService>
