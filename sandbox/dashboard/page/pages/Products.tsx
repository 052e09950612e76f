import type Stripe from 'stripe'
import { Listed, ListFrame, useListQuery } from '../parts/Listed'
import type { Column } from '../parts/ObjectTable'
import { StatusBadge } from '../parts/statuses'
import { day, priceWords } from '../parts/words'
import { useStripe } from '../use-stripe'

const TABS = [
  { id: '', label: 'Active' },
  { id: 'archived', label: 'Archived' },
]

/** What each product costs, by the prices that can be sold. */
function usePrices(): (product: string) => string {
  const prices = useStripe<Stripe.ApiList<Stripe.Price>>('/v1/prices?limit=100&active=true')
  const known = prices.state === 'ready' ? prices.value.data : []
  return (product) => {
    const own = known.filter((price) => price.product === product)
    const [first] = own
    if (!first) return ''
    return own.length === 1 ? priceWords(first) : `${own.length} prices`
  }
}

export function Products() {
  const { status } = useListQuery()
  const priceOf = usePrices()
  const columns: Column<Stripe.Product>[] = [
    { label: 'Name', cell: ({ name }) => name },
    { label: 'Price', cell: ({ id }) => priceOf(id) || null },
    { label: 'Status', cell: ({ active }) => <StatusBadge status={active ? 'active' : 'archived'} /> },
    { label: 'Created', kind: 'date', cell: ({ created }) => day(created) },
  ]
  return (
    <ListFrame page="products" tabs={TABS}>
      <Listed<Stripe.Product>
        page="products"
        path={`/v1/products?active=${status !== 'archived'}`}
        columns={columns}
        empty={status === 'archived' ? 'No archived products.' : 'No products yet.'}
        open={({ id }) => ({ page: 'products', id })}
      />
    </ListFrame>
  )
}
