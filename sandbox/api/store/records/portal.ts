import type { Metadata } from './customers'

/** What customers may do in the portal. */
export interface PortalFeaturesRecord {
  customer_update: { allowed_updates: string[]; enabled: boolean }
  invoice_history: boolean
  payment_method_update: boolean
  subscription_cancel: {
    enabled: boolean
    mode: 'at_period_end' | 'immediately'
    proration_behavior: 'always_invoice' | 'create_prorations' | 'none'
    reasons: { enabled: boolean; options: string[] }
  }
}

export interface PortalConfigurationRecord {
  id: string
  created: number
  updated: number
  active: boolean
  is_default: boolean
  name: string | null
  headline: string | null
  privacy_policy_url: string | null
  terms_of_service_url: string | null
  default_return_url: string | null
  features: PortalFeaturesRecord
  metadata: Metadata
}

export interface PortalFlowRecord {
  type: 'payment_method_update' | 'subscription_cancel'
  subscription: string | null
  after_completion: 'hosted_confirmation' | 'portal_homepage' | 'redirect'
  custom_message: string | null
  return_url: string | null
}

export interface PortalSessionRecord {
  id: string
  created: number
  configuration: string
  customer: string
  return_url: string | null
  locale: string | null
  flow: PortalFlowRecord | null
  secret: string
}
