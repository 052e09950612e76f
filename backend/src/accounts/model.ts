import { defineModel } from '../database/model'
import type { Mode } from '../database/scope'
import type { Definitions } from '../metrics'

export interface WorkspaceDocument {
  _id: string
  name: string
  createdAt: Date
}

export interface AccountDocument {
  /** Account and mode: the same Stripe account in live and in test mode are two. */
  _id: string
  accountId: string
  mode: Mode
  workspaceId: string
  name: string
  country: string | null
  defaultCurrency: string
  definitions: Definitions
  connectedAt: Date
}

export const WorkspaceModel = defineModel<WorkspaceDocument>('workspaces', {
  name: { type: String, required: true },
  createdAt: { type: Date, required: true },
})

/** A directory: read before anyone is known, to find out whose an account is. */
export const AccountModel = defineModel<AccountDocument>(
  'accounts',
  {
    accountId: { type: String, required: true, immutable: true },
    mode: { type: String, required: true, immutable: true },
    workspaceId: { type: String, required: true, immutable: true },
    name: { type: String, required: true },
    country: { type: String, default: null },
    defaultCurrency: { type: String, required: true },
    definitions: { type: Object, required: true },
    connectedAt: { type: Date, required: true },
  },
  [{ fields: { workspaceId: 1 } }],
)
