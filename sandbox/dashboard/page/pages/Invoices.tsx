import type Stripe from 'stripe'
import { INVOICE_COLUMNS } from '../parts/columns'
import { Listed, ListFrame, useListQuery } from '../parts/Listed'

const TABS = [
  { id: '', label: 'All' },
  { id: 'draft', label: 'Draft' },
  { id: 'open', label: 'Open' },
  { id: 'paid', label: 'Paid' },
  { id: 'uncollectible', label: 'Uncollectible' },
  { id: 'void', label: 'Void' },
]

export function Invoices() {
  const { status } = useListQuery()
  return (
    <ListFrame page="invoices" tabs={TABS}>
      <Listed<Stripe.Invoice>
        page="invoices"
        path={`/v1/invoices?expand[]=data.customer${status ? `&status=${status}` : ''}`}
        columns={INVOICE_COLUMNS}
        empty={status ? 'No invoices with this status.' : 'No invoices yet.'}
        open={({ id }) => ({ page: 'invoices', id })}
      />
    </ListFrame>
  )
}
