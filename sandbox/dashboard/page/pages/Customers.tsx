import { useState, type MouseEvent } from 'react'
import { styledDate } from '../components/formats'
import { usePreview } from '../preview-context'
import { useStripe } from '../use-stripe'
import type { Customer, StripeList } from './stripe-objects'

const PAGE_SIZE = 25

function CustomerLink({ customer }: { customer: Customer }) {
  const { identity, navigate, address } = usePreview()
  const place = { page: 'customer', customerId: customer.id } as const
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey) return
    event.preventDefault()
    navigate(place)
  }
  return (
    <a className="ui-link" href={address(place, identity.account.id)} onClick={follow}>
      {customer.name ?? customer.email ?? customer.id}
    </a>
  )
}

/** Pages forward by the last id, and back through the ids that led here. */
function useCursor() {
  const [cursors, setCursors] = useState<string[]>([])
  const last = cursors.at(-1)
  return {
    path: `/v1/customers?limit=${PAGE_SIZE}${last ? `&starting_after=${last}` : ''}`,
    isFirst: cursors.length === 0,
    forward: (id: string) => setCursors([...cursors, id]),
    back: () => setCursors(cursors.slice(0, -1)),
  }
}

export function Customers() {
  const { path, isFirst, forward, back } = useCursor()
  const customers = useStripe<StripeList<Customer>>(path)
  const lastId = customers.state === 'ready' ? customers.value.data.at(-1)?.id : undefined
  return (
    <div className="page">
      <h1>Customers</h1>
      {customers.state === 'ready' ? (
        <>
          <div className="ui-table-scroll">
            <table className="ui-table">
              <thead>
                <tr>
                  <th scope="col">Name</th>
                  <th scope="col">Email</th>
                  <th scope="col">Currency</th>
                  <th scope="col">Created</th>
                </tr>
              </thead>
              <tbody>
                {customers.value.data.map((customer) => (
                  <tr key={customer.id}>
                    <td>
                      <CustomerLink customer={customer} />
                    </td>
                    <td>{customer.email ?? '—'}</td>
                    <td>{customer.currency?.toUpperCase() ?? '—'}</td>
                    <td className="is-date">{styledDate(customer.created, 'medium-year-month-day')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <nav className="ui-pager" aria-label="Pages">
            <button
              type="button"
              className="ui-button ui-button-secondary ui-button-small"
              disabled={isFirst}
              onClick={back}
            >
              Previous
            </button>
            <button
              type="button"
              className="ui-button ui-button-secondary ui-button-small"
              disabled={!customers.value.has_more || !lastId}
              onClick={() => forward(lastId ?? '')}
            >
              Next
            </button>
          </nav>
        </>
      ) : (
        <p className="muted">{customers.state === 'loading' ? 'Loading' : customers.message}</p>
      )}
    </div>
  )
}
