import type { DataTableColumn } from '@stripe/ui-extension-sdk/ui'
import type { Account } from '../api/types'
import { agoText } from '../format/dates'

export const STATES = { current: 'Current', syncing: 'Syncing', attention: 'Needs attention' } as const

export const TONES = { current: 'positive', syncing: 'info', attention: 'warning' } as const

/** How a table shows a state. */
export const STATE_CELL: NonNullable<DataTableColumn['cell']> = {
  type: 'status',
  statusMap: {
    [STATES.current]: TONES.current,
    [STATES.syncing]: TONES.syncing,
    [STATES.attention]: TONES.attention,
  },
}

export type AccountState = { state: keyof typeof STATES; reason: string }

type Watched = Pick<Account, 'problem' | 'missing_permissions' | 'onboarding' | 'sync'>

/** The first of several, and how many there are besides. */
function firstOf(names: string[]): string {
  const [first = '', ...others] = names
  return others.length === 0 ? first : `${first} and ${others.length} more`
}

function troubleOf({ problem, missing_permissions, onboarding, sync }: Watched): string | null {
  const due = [...(onboarding?.past_due ?? []), ...(onboarding?.currently_due ?? [])]
  if (problem) return problem.code === 'no_active_credential' ? 'No key is active' : 'Its key cannot be read'
  if (sync.status === 'failed') return 'Reading Stripe failed'
  if (missing_permissions.length > 0) return `The key lacks ${firstOf(missing_permissions)}`
  if (due.length > 0) return `Stripe asks for ${new Set(due).size} details`
  return onboarding?.disabled_reason ? 'Stripe has restricted it' : null
}

/** Whether an account's figures can be relied on, and if not, why. The most pressing reason counts. */
export function stateOf(account: Watched, now: number, locale: string): AccountState {
  const trouble = troubleOf(account)
  if (trouble) return { state: 'attention', reason: trouble }
  const { status, percent, last_synced_at } = account.sync
  if (status !== 'complete' || last_synced_at === null)
    return { state: 'syncing', reason: `${percent}% of its history is read` }
  return { state: 'current', reason: `Synced ${agoText(last_synced_at, now, locale)}` }
}
