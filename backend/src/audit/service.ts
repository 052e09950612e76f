import type { Clock } from '../clock'
import { pageOf } from '../database/page'
import { currentOrigin, currentScope } from '../database/scope'
import { afterCommit } from '../database/transaction'
import { newId, seconds, type Page } from '../http'
import { AuditEntryModel, type AuditEntryDocument } from './model'
import type { AuditEntry } from './schema'

export interface Change {
  /** `noun.verb` in the past tense. */
  action: string
  target: { type: string; id: string }
  /** Only the fields that matter, without secrets and personal data. */
  before?: Record<string, unknown>
  after?: Record<string, unknown>
}

const toAuditEntry = (row: AuditEntryDocument): AuditEntry => ({
  id: row._id,
  object: 'audit_entry',
  created: seconds(row.at),
  actor: row.actor,
  action: row.action,
  target: row.target,
  before: row.before,
  after: row.after,
  account: row.accountId,
  mode: row.mode,
  request_id: row.requestId,
  address: row.address,
  user_agent: row.userAgent,
  seal:
    row.seq === null || row.hash === null
      ? null
      : { seq: row.seq, previous_hash: row.previousHash, hash: row.hash },
})

/** @param deps.written called when an entry has been committed */
export function createAuditService({ clock, written }: { clock: Clock; written: () => void }) {
  return {
    /** Writes one entry; call it inside the transaction of the change, so that neither exists without the other. */
    async record({ action, target, before, after }: Change): Promise<void> {
      const scope = currentScope()
      const origin = currentOrigin()
      const at = clock.now()
      await AuditEntryModel.create([
        {
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
        },
      ])
      afterCommit(written)
    },

    async list({ target, ...page }: Page & { target?: string }) {
      const { rows, has_more } = await pageOf(
        AuditEntryModel,
        target === undefined ? {} : { 'target.id': target },
        page,
      )
      return { object: 'list' as const, url: '/v1/audit_entries', has_more, data: rows.map(toAuditEntry) }
    },
  }
}
export type AuditService = ReturnType<typeof createAuditService>
