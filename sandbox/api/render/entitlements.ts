import type { JsonObject } from '../json'
import type { Account } from '../store/account'
import type { ActiveEntitlementRecord, FeatureRecord, ProductFeatureRecord } from '../store/records'
import { renderList } from './list'

export function renderFeature(feature: FeatureRecord): JsonObject {
  return {
    id: feature.id,
    object: 'entitlements.feature',
    active: feature.active,
    livemode: false,
    lookup_key: feature.lookup_key,
    metadata: { ...feature.metadata },
    name: feature.name,
  }
}

export function renderProductFeature(account: Account, record: ProductFeatureRecord): JsonObject {
  const feature = account.store.features.get(record.feature)
  if (!feature) throw new Error(`Feature ${record.feature} is missing`)
  return {
    id: record.id,
    object: 'product_feature',
    entitlement_feature: renderFeature(feature),
    livemode: false,
  }
}

export function renderActiveEntitlement(account: Account, one: ActiveEntitlementRecord): JsonObject {
  return {
    id: one.id,
    object: 'entitlements.active_entitlement',
    feature: one.feature,
    livemode: false,
    lookup_key: account.store.features.get(one.feature)?.lookup_key ?? '',
  }
}

/** All that a customer is entitled to, as the event about it tells. */
export function renderEntitlementSummary(account: Account, customer: string): JsonObject {
  const held = account.store.activeEntitlements.withKey('customer', customer)
  return {
    object: 'entitlements.active_entitlement_summary',
    customer,
    entitlements: renderList(
      `/v1/customer/${customer}/entitlements`,
      held.map((one) => renderActiveEntitlement(account, one)),
      false,
    ),
    livemode: false,
  }
}
