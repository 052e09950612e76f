import type { Metadata } from './customers'

export interface FeatureRecord {
  id: string
  created: number
  name: string
  lookup_key: string
  active: boolean
  metadata: Metadata
}

export interface ProductFeatureRecord {
  id: string
  created: number
  product: string
  feature: string
}

/** A feature that a customer has through a subscription. */
export interface ActiveEntitlementRecord {
  id: string
  created: number
  customer: string
  feature: string
}
