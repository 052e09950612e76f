import { seconds } from '../http'
import type { AuditEntryDocument } from './model'
import type { AuditEntry } from './schema'

export const toAuditEntry = (row: AuditEntryDocument): AuditEntry => ({
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
