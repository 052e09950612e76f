import type Stripe from 'stripe'
import { useSubscriptionColumns } from '../parts/columns'
import { Listed, ListFrame, useListQuery } from '../parts/Listed'

const TABS = [
  { id: '', label: 'Current' },
  { id: 'trialing', label: 'Trialing' },
  { id: 'active', label: 'Active' },
  { id: 'past_due', label: 'Past due' },
  { id: 'paused', label: 'Paused' },
  { id: 'canceled', label: 'Canceled' },
  { id: 'all', label: 'All' },
]

export function Subscriptions() {
  const { status } = useListQuery()
  const columns = useSubscriptionColumns()
  return (
    <ListFrame page="subscriptions" tabs={TABS}>
      <Listed<Stripe.Subscription>
        page="subscriptions"
        path={`/v1/subscriptions?expand[]=data.customer${status ? `&status=${status}` : ''}`}
        columns={columns}
        empty="No subscriptions with this status."
        open={({ id }) => ({ page: 'subscriptions', id })}
      />
    </ListFrame>
  )
}
