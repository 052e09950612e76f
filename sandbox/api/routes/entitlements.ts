import {
  addProductFeature,
  createFeature,
  entitlementsOf,
  removeProductFeature,
} from '../domain/entitlements'
import { invalid, missing } from '../http/errors'
import { prepareInnerPage, preparePage } from '../http/listing'
import type { Route } from '../http/route'
import { renderActiveEntitlement, renderFeature, renderProductFeature } from '../render/entitlements'
import type { Account } from '../store/account'
import type { ProductFeatureRecord } from '../store/records'
import { fromParam, fromPath } from './lookups'

const FEATURES = '/v1/entitlements/features'
const ACTIVE = '/v1/entitlements/active_entitlements'

function productFeature(account: Account, ids: string[]): ProductFeatureRecord {
  const record = account.store.productFeatures.get(ids[1] ?? '')
  if (record && record.product === ids[0]) return record
  throw missing('product feature', ids[1] ?? '')
}

export const entitlementRoutes: Route[] = [
  {
    method: 'GET',
    path: FEATURES,
    answers: 'list of entitlements.feature',
    prepare({ account, params }) {
      const archived = params.boolean('archived')
      const key = params.filled('lookup_key')
      return preparePage(
        params,
        { collection: account.store.features, url: FEATURES, noun: 'feature', render: renderFeature },
        {
          where: (one) =>
            (archived === undefined ? one.active : one.active !== archived) &&
            (key === undefined || one.lookup_key === key),
        },
      )
    },
  },
  {
    method: 'POST',
    path: FEATURES,
    answers: 'entitlements.feature',
    prepare({ account, params }) {
      const lookup_key = params.filled('lookup_key', 80) ?? params.missing('lookup_key')
      const name = params.filled('name', 80) ?? params.missing('name')
      const metadata = params.metadata('metadata') ?? {}
      if ([...account.store.features.all()].some((one) => one.lookup_key === lookup_key)) {
        throw invalid(`A feature with the lookup key \`${lookup_key}\` already exists.`, {
          param: 'lookup_key',
        })
      }
      return () => renderFeature(createFeature(account, { lookup_key, name, metadata }))
    },
  },
  {
    method: 'GET',
    path: `${FEATURES}/:id`,
    answers: 'entitlements.feature',
    prepare({ account, ids }) {
      const feature = fromPath(account.store.features, 'feature', ids[0])
      return () => renderFeature(feature)
    },
  },
  {
    method: 'POST',
    path: `${FEATURES}/:id`,
    answers: 'entitlements.feature',
    prepare({ account, ids, params }) {
      const feature = fromPath(account.store.features, 'feature', ids[0])
      const active = params.boolean('active') ?? feature.active
      const name = params.filled('name', 80) ?? feature.name
      const metadata = params.metadata('metadata', feature.metadata) ?? feature.metadata
      return () => {
        Object.assign(feature, { active, name, metadata })
        return renderFeature(feature)
      }
    },
  },
  {
    method: 'GET',
    path: '/v1/products/:id/features',
    answers: 'list of product_feature',
    prepare({ account, ids, params }) {
      const product = fromPath(account.store.products, 'product', ids[0])
      return prepareInnerPage(params, {
        records: account.store.productFeatures.withKey('product', product.id).reverse(),
        url: `/v1/products/${product.id}/features`,
        noun: 'product feature',
        render: (one) => renderProductFeature(account, one),
      })
    },
  },
  {
    method: 'POST',
    path: '/v1/products/:id/features',
    answers: 'product_feature',
    prepare({ account, ids, params }) {
      const product = fromPath(account.store.products, 'product', ids[0])
      const id = params.required('entitlement_feature')
      const feature = fromParam(account.store.features, 'feature', id, 'entitlement_feature')
      const held = account.store.productFeatures.withKey('product', product.id)
      if (held.some((one) => one.feature === feature.id)) {
        throw invalid('This feature is already attached to the product.', { param: 'entitlement_feature' })
      }
      return () => renderProductFeature(account, addProductFeature(account, product.id, feature.id))
    },
  },
  {
    method: 'GET',
    path: '/v1/products/:id/features/:feature',
    answers: 'product_feature',
    prepare({ account, ids }) {
      const record = productFeature(account, ids)
      return () => renderProductFeature(account, record)
    },
  },
  {
    method: 'DELETE',
    path: '/v1/products/:id/features/:feature',
    answers: 'product_feature',
    prepare({ account, ids }) {
      const record = productFeature(account, ids)
      return () => {
        removeProductFeature(account, record)
        return { id: record.id, object: 'product_feature', deleted: true }
      }
    },
  },
  {
    method: 'GET',
    path: ACTIVE,
    answers: 'list of entitlements.active_entitlement',
    prepare({ account, params }) {
      const customer = fromParam(account.store.customers, 'customer', params.required('customer'), 'customer')
      return prepareInnerPage(params, {
        records: entitlementsOf(account, customer.id),
        url: ACTIVE,
        noun: 'active entitlement',
        render: (one) => renderActiveEntitlement(account, one),
      })
    },
  },
  {
    method: 'GET',
    path: `${ACTIVE}/:id`,
    answers: 'entitlements.active_entitlement',
    prepare({ account, ids }) {
      const one = fromPath(account.store.activeEntitlements, 'active entitlement', ids[0])
      return () => renderActiveEntitlement(account, one)
    },
  },
]
