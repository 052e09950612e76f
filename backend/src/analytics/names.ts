/** What the values of a dimension are called. */
import { PriceModel, ProductModel } from '../catalogue/model'
import { trusted } from '../database/query'
import { CustomerModel } from '../customers/model'
import { maySee, scopedId } from '../database/scope'
import { forEachPart, type Book } from './book'

/**
 * What the customers of these rows are called, by account and id: name, or e-mail address. Empty for whoever may not
 * read customers.
 */
export async function customerNames(
  book: Book,
  rows: readonly { account: string; customer: string | null }[],
): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  if (!maySee('customers:read')) return names
  await forEachPart(book, async ({ account: { accountId } }) => {
    const ids = rows.flatMap(({ account, customer }) => (account === accountId && customer ? [customer] : []))
    const own = { _id: trusted({ $in: [...new Set(ids)].map(scopedId) }), deleted: false }
    for (const { id, object } of await CustomerModel.find(own).lean()) {
      const name = object.name ?? object.email
      if (name) names.set(`${accountId}:${id}`, name)
    }
  })
  return names
}

/** Names of products and prices; of other dimensions the value says it. */
export async function namesOf(book: Book, dimension: string, values: string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  if (dimension !== 'product' && dimension !== 'price') return names
  await forEachPart(book, async () => {
    const of = (ids: string[]) => ({ _id: trusted({ $in: ids.map(scopedId) }) })
    const prices = dimension === 'price' ? await PriceModel.find(of(values)).lean() : []
    const productOf = (product: string | { id: string }) =>
      typeof product === 'string' ? product : product.id
    const ids = dimension === 'product' ? values : prices.map(({ object }) => productOf(object.product))
    const products = new Map(
      (await ProductModel.find(of(ids)).lean()).map(({ id, object }) => [id, object.name]),
    )
    if (dimension === 'product') for (const [id, name] of products) names.set(id, name)
    for (const { id, object } of prices) {
      const product = products.get(productOf(object.product))
      const { interval, interval_count: count = 1 } = object.recurring ?? { interval: 'once' }
      const every = count === 1 ? interval : `${count} ${interval}s`
      names.set(id, object.nickname ?? `${product ?? id}, ${object.currency.toUpperCase()}, per ${every}`)
    }
  })
  return names
}
