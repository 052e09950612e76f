import { defineModel } from '../database/model'
import type { Mode } from '../database/scope'
import type { Definitions } from '../metrics'
import type { OwnFeeRate } from '../settings/schema'

export interface Amount {
  /** Minor units. */
  amount: number
  currency: string
}

/** What needs a second person. */
export interface FourEyes {
  /** Giving rights that give rights. */
  role_grant: boolean
  /** Moving more than this; null: whatever the role allows. */
  refund_above: Amount | null
  transfer_above: Amount | null
  credit_note_above: Amount | null
}

export interface WorkspaceDocument {
  _id: string
  name: string
  /** Grows with every change of the team, so that two at once collide. */
  teamChanges: number
  /** Absent: no. */
  requireSecondFactor?: boolean
  /** Absent: nothing does. */
  fourEyes?: FourEyes
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
  /** Keys of customers' metadata that figures can be sliced by; absent: none. */
  metadataKeys?: string[]
  /** Month, 1 to 12; absent: January. */
  fiscalYearStart?: number
  /** What Stripe takes in place of its list prices, the first day first; absent: nothing does. */
  feeRates?: OwnFeeRate[]
  /** How it came: by a key of its own, by installing the app, or made through Connect. */
  via: 'key' | 'installation' | 'connect'
  /** The account by whose key this one is reached; null where it has a key of its own. */
  platform: string | null
  /** What Stripe asks of an account that was made through Connect; null before it said so. */
  onboarding: Onboarding | null
  connectedAt: Date
  /** Null while it is connected: nothing of a disconnected account can be reached. */
  disconnectedAt: Date | null
  /** From when on the data of a disconnected account is erased; null keeps it. */
  eraseAt: Date | null
}

/** As Stripe's account object has it. */
export interface Onboarding {
  details_submitted: boolean
  charges_enabled: boolean
  payouts_enabled: boolean
  currently_due: string[]
  past_due: string[]
  disabled_reason: string | null
}

export const WorkspaceModel = defineModel<WorkspaceDocument>('workspaces', {
  name: { type: String, required: true },
  teamChanges: { type: Number, default: 0 },
  requireSecondFactor: { type: Boolean },
  fourEyes: { type: Object },
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
    metadataKeys: { type: [String] },
    fiscalYearStart: { type: Number },
    feeRates: { type: [Object] },
    via: { type: String, required: true },
    platform: { type: String, default: null },
    onboarding: { type: Object, default: null },
    connectedAt: { type: Date, required: true },
    disconnectedAt: { type: Date, default: null },
    eraseAt: { type: Date, default: null },
  },
  [{ fields: { workspaceId: 1 } }, { fields: { eraseAt: 1 } }],
)
