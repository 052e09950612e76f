import { PORTAL_PAGE } from '../pages/addresses'
import type { JsonObject } from '../json'
import type { Account } from '../store/account'
import type { PortalConfigurationRecord, PortalFlowRecord, PortalSessionRecord } from '../store/records'

export function renderPortalConfiguration(configuration: PortalConfigurationRecord): JsonObject {
  const { features } = configuration
  const { reasons, ...cancel } = features.subscription_cancel
  return {
    id: configuration.id,
    object: 'billing_portal.configuration',
    active: configuration.active,
    application: null,
    business_profile: {
      headline: configuration.headline,
      privacy_policy_url: configuration.privacy_policy_url,
      terms_of_service_url: configuration.terms_of_service_url,
    },
    created: configuration.created,
    default_return_url: configuration.default_return_url,
    features: {
      customer_update: {
        allowed_updates: [...features.customer_update.allowed_updates],
        enabled: features.customer_update.enabled,
      },
      invoice_history: { enabled: features.invoice_history },
      payment_method_update: {
        enabled: features.payment_method_update,
        payment_method_configuration: null,
      },
      subscription_cancel: {
        cancellation_reason: {
          enabled: reasons.enabled,
          feedback_options: null,
          options: [...reasons.options],
        },
        ...cancel,
      },
      subscription_pause: { duration: { interval_options: [], type: 'indefinite' }, enabled: false },
      subscription_update: {
        billing_cycle_anchor: null,
        default_allowed_updates: [],
        enabled: false,
        products: null,
        proration_behavior: 'none',
        schedule_at_period_end: { conditions: [] },
        trial_update_behavior: 'end_trial',
      },
    },
    is_default: configuration.is_default,
    livemode: false,
    login_page: { enabled: false, url: null },
    metadata: { ...configuration.metadata },
    name: configuration.name,
    updated: configuration.updated,
  }
}

function renderFlow(flow: PortalFlowRecord): JsonObject {
  const { after_completion: after } = flow
  return {
    after_completion: {
      hosted_confirmation: after === 'hosted_confirmation' ? { custom_message: flow.custom_message } : null,
      redirect: after === 'redirect' ? { return_url: flow.return_url } : null,
      type: after,
    },
    customer_update: null,
    subscription_cancel:
      flow.type === 'subscription_cancel' ? { retention: null, subscription: flow.subscription } : null,
    subscription_pause: null,
    subscription_update: null,
    subscription_update_confirm: null,
    type: flow.type,
  }
}

export function renderPortalSession(account: Account, session: PortalSessionRecord): JsonObject {
  return {
    id: session.id,
    object: 'billing_portal.session',
    after_expiration: null,
    configuration: session.configuration,
    created: session.created,
    customer: session.customer,
    customer_account: null,
    flow: session.flow && renderFlow(session.flow),
    livemode: false,
    locale: session.locale,
    on_behalf_of: null,
    return_url: session.return_url,
    url: `${account.site.url}${PORTAL_PAGE}/${account.id}/${session.secret}`,
  }
}
