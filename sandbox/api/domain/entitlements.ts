import { makeId, type Account } from '../store/account'
import type { ActiveEntitlementRecord, FeatureRecord, ProductFeatureRecord } from '../store/records'
import { entitlementEvents } from './events'
import { hasEnded } from './subscription-end'

/** A feature of the business, which products can have. */
export function createFeature(
  account: Account,
  fields: Pick<FeatureRecord, 'name' | 'lookup_key' | 'metadata'>,
): FeatureRecord {
  return account.store.features.add({
    id: makeId(account, 'feat_'),
    created: account.now,
    active: true,
    ...fields,
  })
}

/** Gives a product a feature; whoever is subscribed to it has it from now on. */
export function addProductFeature(account: Account, product: string, feature: string): ProductFeatureRecord {
  const record = account.store.productFeatures.add({
    id: makeId(account, 'prodft_'),
    created: account.now,
    product,
    feature,
  })
  account.onSubscription = (customer) => refreshEntitlements(account, customer)
  refreshAll(account)
  return record
}

/** Takes a feature off a product. */
export function removeProductFeature(account: Account, record: ProductFeatureRecord): void {
  account.store.productFeatures.remove(record.id)
  refreshAll(account)
}

/** What a customer is entitled to now. */
export function entitlementsOf(account: Account, customer: string): ActiveEntitlementRecord[] {
  return account.store.activeEntitlements.withKey('customer', customer)
}

function refreshAll(account: Account): void {
  for (const { id } of account.store.customers.all()) refreshEntitlements(account, id)
}

/** Brings a customer's entitlements in line with its subscriptions, and tells if they differ. */
function refreshEntitlements(account: Account, customer: string): void {
  const { activeEntitlements, prices, productFeatures, subscriptions } = account.store
  const wanted = new Set(
    subscriptions
      .withKey('customer', customer)
      .filter((one) => !hasEnded(one) && one.status !== 'incomplete' && one.status !== 'paused')
      .flatMap(({ items }) => items)
      .flatMap(({ price }) => productFeatures.withKey('product', prices.get(price)?.product ?? ''))
      .map(({ feature }) => feature),
  )
  const held = entitlementsOf(account, customer)
  const lost = held.filter(({ feature }) => !wanted.has(feature))
  const won = [...wanted].filter((feature) => !held.some((one) => one.feature === feature))
  if (lost.length === 0 && won.length === 0) return
  for (const { id } of lost) activeEntitlements.remove(id)
  for (const feature of won) {
    activeEntitlements.add({ id: makeId(account, 'ent_'), created: account.now, customer, feature })
  }
  entitlementEvents.emit(account, 'updated', customer)
}
