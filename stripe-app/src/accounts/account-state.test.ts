import { account } from '../testing/account-answers'
import { stateOf } from './account-state'

const NOW = 1_795_000_000_000
const read = { status: 'complete', percent: 100, last_synced_at: NOW / 1000 - 130 } as const
const asked = {
  details_submitted: false,
  charges_enabled: false,
  payouts_enabled: false,
  currently_due: [],
  past_due: [],
  disabled_reason: null,
}
const told = (change: Parameters<typeof account>[0]) => {
  const { state, reason } = stateOf(account({ sync: read, ...change }), NOW, 'en-US')
  return `${state}: ${reason}`
}

test('an account that is read to the end is current, and says since when', () => {
  expect(told({})).toBe('current: Synced 2 minutes ago')
  expect(told({ onboarding: asked })).toBe('current: Synced 2 minutes ago')
})

test('one that is being read says how far', () => {
  expect(told({ sync: { status: 'running', percent: 43, last_synced_at: null } })).toBe(
    'syncing: 43% of its history is read',
  )
  expect(told({ sync: { status: 'idle', percent: 0, last_synced_at: null } })).toMatch(/^syncing/)
})

test('what needs attention says why, the most pressing first', () => {
  const running = { status: 'running', percent: 43, last_synced_at: null } as const
  expect(told({ sync: running, missing_permissions: ['charge_read'] })).toBe(
    'attention: The key lacks charge_read',
  )
  expect(told({ missing_permissions: ['charge_read', 'payout_read', 'balance_read'] })).toBe(
    'attention: The key lacks charge_read and 2 more',
  )
  expect(told({ sync: { ...read, status: 'failed' }, missing_permissions: ['charge_read'] })).toBe(
    'attention: Reading Stripe failed',
  )
  const keyless = (code: 'no_active_credential' | 'credential_unreadable') =>
    told({ problem: { code, title: '', remedy: '' }, sync: { ...read, status: 'failed' } })
  expect(keyless('no_active_credential')).toBe('attention: No key is active')
  expect(keyless('credential_unreadable')).toBe('attention: Its key cannot be read')
  expect(told({ onboarding: { ...asked, currently_due: ['a', 'b'], past_due: ['b'] } })).toBe(
    'attention: Stripe asks for 2 details',
  )
  expect(told({ onboarding: { ...asked, disabled_reason: 'rejected.fraud' } })).toBe(
    'attention: Stripe has restricted it',
  )
})
