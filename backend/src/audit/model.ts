import { defineModel } from '../database/model'

export interface AuditEntryDocument {
  _id: string
  workspaceId: string
  accountId: string | null
  mode: string | null
  at: Date
  actor: { kind: string; id: string }
  action: string
  target: { type: string; id: string }
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  requestId: string | null
  address: string | null
}

export const AuditEntryModel = defineModel<AuditEntryDocument>(
  'audit_entries',
  {
    accountId: { type: String, default: null },
    mode: { type: String, default: null },
    at: { type: Date, required: true },
    actor: { type: Object, required: true },
    action: { type: String, required: true },
    target: { type: Object, required: true },
    before: { type: Object, default: null },
    after: { type: Object, default: null },
    requestId: { type: String, default: null },
    address: { type: String, default: null },
  },
  [{ fields: { _id: -1 } }, { fields: { 'target.id': 1, _id: -1 } }],
)
