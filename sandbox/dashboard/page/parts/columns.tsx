import type Stripe from 'stripe'
import { money } from '../components/formats'
import { useStripe } from '../use-stripe'
import type { Column } from './ObjectTable'
import { PlaceLink } from './PlaceLink'
import { paymentStatus, statusWords, StatusBadge } from './statuses'
import { customerName, day, idOf, shortMoment, priceWords } from './words'

/** Columns that more than one page shows. The second is the customer, which a customer's own page leaves out. */

function CustomerLink({ customer }: { customer: string | Stripe.Customer | Stripe.DeletedCustomer | null }) {
  const id = idOf(customer)
  return id ? <PlaceLink to={{ page: 'customers', id }}>{customerName(customer)}</PlaceLink> : null
}

export const PAYMENT_COLUMNS: Column<Stripe.PaymentIntent>[] = [
  { label: 'Amount', kind: 'number', cell: ({ amount, currency }) => money(amount, currency) },
  { label: 'Customer', cell: ({ customer }) => <CustomerLink customer={customer} /> },
  { label: 'Status', cell: (intent) => <StatusBadge status={paymentStatus(intent)} /> },
  { label: 'Description', cell: ({ description, id }) => description ?? <code>{id}</code> },
  { label: 'Date', kind: 'date', cell: ({ created }) => shortMoment(created) },
]

export const INVOICE_COLUMNS: Column<Stripe.Invoice>[] = [
  { label: 'Number', cell: ({ number, id }) => number ?? <code>{id}</code> },
  { label: 'Customer', cell: ({ customer }) => <CustomerLink customer={customer} /> },
  { label: 'Status', cell: ({ status }) => (status ? <StatusBadge status={status} /> : null) },
  { label: 'Total', kind: 'number', cell: ({ total, currency }) => money(total, currency) },
  { label: 'Created', kind: 'date', cell: ({ created }) => day(created) },
]

/** What each product is called; a price names it by id only. */
export function useProductNames(): (product: string | { id: string } | null | undefined) => string {
  const products = useStripe<Stripe.ApiList<Stripe.Product>>('/v1/products?limit=100')
  const names = new Map(
    products.state === 'ready' ? products.value.data.map(({ id, name }) => [id, name]) : [],
  )
  return (product) => names.get(idOf(product) ?? '') ?? idOf(product) ?? ''
}

/** When a subscription is next billed, or that it is not. */
export function renewal({ items, cancel_at, status, ended_at }: Stripe.Subscription): string {
  if (ended_at) return `Ended ${day(ended_at)}`
  if (cancel_at) return `Cancels ${day(cancel_at)}`
  const end = items.data[0]?.current_period_end
  return end && ['active', 'trialing', 'past_due'].includes(status)
    ? `Renews ${day(end)}`
    : statusWords(status)
}

export function useSubscriptionColumns(): Column<Stripe.Subscription>[] {
  const productName = useProductNames()
  return [
    {
      label: 'Product',
      cell: ({ items }) => items.data.map(({ price }) => productName(price.product)).join(', '),
    },
    { label: 'Customer', cell: ({ customer }) => <CustomerLink customer={customer} /> },
    { label: 'Status', cell: ({ status }) => <StatusBadge status={status} /> },
    {
      label: 'Price',
      cell: ({ items }) =>
        items.data
          .map(({ price, quantity = 1 }) => (quantity > 1 ? `${quantity} × ` : '') + priceWords(price))
          .join(', '),
    },
    { label: 'Next', kind: 'date', cell: renewal },
  ]
}
