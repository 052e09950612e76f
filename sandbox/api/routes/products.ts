import { createProduct } from '../domain/catalogue'
import { productEvents } from '../domain/events'
import { invalid } from '../http/errors'
import { preparePage } from '../http/listing'
import type { Params } from '../http/params'
import type { Route } from '../http/route'
import { renderProduct } from '../render/catalogue'
import type { ProductRecord } from '../store/records'
import { fromParam, fromPath, given } from './lookups'

function readFields(params: Params, current?: ProductRecord) {
  const features = params.hashes('marketing_features')
  return given<Omit<ProductRecord, 'id' | 'created' | 'updated' | 'name' | 'default_price'>>({
    active: params.boolean('active'),
    description: params.text('description'),
    images: params.words('images') ?? undefined,
    marketing_features: features === null ? [] : features?.map((feature) => feature.required('name')),
    metadata: params.metadata('metadata', current?.metadata),
    shippable: params.boolean('shippable'),
    statement_descriptor: params.text('statement_descriptor', 22),
    tax_code: params.text('tax_code'),
    unit_label: params.text('unit_label', 12),
    url: params.text('url'),
  })
}

export const productRoutes: Route[] = [
  {
    method: 'GET',
    path: '/v1/products',
    answers: 'list of product',
    prepare({ account, params }) {
      const active = params.boolean('active')
      const ids = params.words('ids')
      const shippable = params.boolean('shippable')
      const type = params.oneOf('type', ['good', 'service'])
      const url = params.filled('url')
      return preparePage(
        params,
        { collection: account.store.products, url: '/v1/products', noun: 'product', render: renderProduct },
        {
          created: params.range('created') ?? {},
          where: (one) =>
            (active === undefined || one.active === active) &&
            (!ids || ids.includes(one.id)) &&
            (shippable === undefined || one.shippable === shippable) &&
            type !== 'good' &&
            (url === undefined || one.url === url),
        },
      )
    },
  },
  {
    method: 'POST',
    path: '/v1/products',
    answers: 'product',
    prepare({ account, params }) {
      const name = params.required('name')
      const id = params.filled('id')
      const fields = readFields(params)
      if (id !== undefined && account.store.products.get(id)) {
        throw invalid(`Product already exists.`, { code: 'resource_already_exists', param: 'id' })
      }
      return () =>
        renderProduct(createProduct(account, { ...fields, name, ...(id === undefined ? {} : { id }) }))
    },
  },
  {
    method: 'GET',
    path: '/v1/products/:id',
    answers: 'product',
    prepare({ account, ids }) {
      const product = fromPath(account.store.products, 'product', ids[0])
      return () => renderProduct(product)
    },
  },
  {
    method: 'POST',
    path: '/v1/products/:id',
    answers: 'product',
    prepare({ account, ids, params }) {
      const product = fromPath(account.store.products, 'product', ids[0])
      const fields = readFields(params, product)
      const name = params.filled('name')
      const price = params.filled('default_price')
      if (
        price !== undefined &&
        fromParam(account.store.prices, 'price', price, 'default_price').product !== product.id
      ) {
        throw invalid('The default price must belong to the product.', { param: 'default_price' })
      }
      return () => {
        const changed = productEvents.watch(account, product)
        Object.assign(
          product,
          fields,
          given<Pick<ProductRecord, 'name' | 'default_price'>>({ name, default_price: price }),
        )
        product.updated = account.now
        changed()
        return renderProduct(product)
      }
    },
  },
  {
    method: 'DELETE',
    path: '/v1/products/:id',
    answers: 'product',
    prepare({ account, ids }) {
      const product = fromPath(account.store.products, 'product', ids[0])
      if (account.store.prices.withKey('product', product.id).length > 0) {
        throw invalid('This product cannot be deleted because it has one or more user-created prices.')
      }
      return () => {
        productEvents.emit(account, 'deleted', product)
        account.store.products.remove(product.id)
        return { id: product.id, object: 'product', deleted: true }
      }
    },
  },
]
