import { HOUR } from '../engine/calendar'
import { makeId, type Account } from '../store/account'
import type { PortalConfigurationRecord, PortalFeaturesRecord, PortalSessionRecord } from '../store/records'
import { portalConfigurationEvents, portalSessionEvents } from './events'

/** So long the address of a session is good for. */
const SESSION_HOURS = 1

/** What customers may do when nothing else is said. */
export const USUAL_FEATURES: PortalFeaturesRecord = {
  customer_update: { allowed_updates: [], enabled: false },
  invoice_history: false,
  payment_method_update: false,
  subscription_cancel: {
    enabled: false,
    mode: 'at_period_end',
    proration_behavior: 'none',
    reasons: { enabled: false, options: [] },
  },
}

export type PortalFields = Partial<Omit<PortalConfigurationRecord, 'created' | 'id' | 'updated'>>

/** What the portal looks like and lets customers do. */
export function createPortalConfiguration(account: Account, fields: PortalFields): PortalConfigurationRecord {
  const configuration = account.store.portalConfigurations.add({
    id: makeId(account, 'bpc_'),
    created: account.now,
    updated: account.now,
    active: true,
    is_default: false,
    name: null,
    headline: null,
    privacy_policy_url: null,
    terms_of_service_url: null,
    default_return_url: null,
    features: USUAL_FEATURES,
    metadata: {},
    ...fields,
  })
  portalConfigurationEvents.emit(account, 'created', configuration)
  return configuration
}

/** The configuration of sessions that name none. In Stripe the Dashboard makes it. */
export function defaultConfiguration({ store }: Account): PortalConfigurationRecord | undefined {
  return [...store.portalConfigurations.all()].find((one) => one.is_default)
}

/** An address under which a customer finds the portal. */
export function createPortalSession(
  account: Account,
  fields: Omit<PortalSessionRecord, 'created' | 'id' | 'secret'>,
): PortalSessionRecord {
  const session = account.store.portalSessions.add({
    id: makeId(account, 'bps_'),
    created: account.now,
    secret: `test_${account.ids.token(32)}`,
    ...fields,
  })
  portalSessionEvents.emit(account, 'created', session)
  return session
}

/** Whether a session's address is still good, by its customer's clock. */
export function isOpenSession({ testClocks, clock, store }: Account, session: PortalSessionRecord): boolean {
  const owner = store.customers.get(session.customer)
  const { now } = testClocks.get(owner?.test_clock ?? '') ?? clock
  return owner?.deleted === false && now < session.created + SESSION_HOURS * HOUR
}
