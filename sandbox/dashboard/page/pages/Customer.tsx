import { AppDrawer } from '../AppDrawer'
import { Link } from '../components/actions'
import { styledDate } from '../components/formats'
import { useStripe } from '../use-stripe'
import type { Customer as StripeCustomer } from './stripe-objects'

export function Customer({ customerId }: { customerId: string }) {
  const customer = useStripe<StripeCustomer>(`/v1/customers/${encodeURIComponent(customerId)}`)
  const known = customer.state === 'ready' ? customer.value : null
  return (
    <div className="with-drawer">
      <div className="page">
        <nav aria-label="Breadcrumb" className="ui-breadcrumbs">
          <Link href={{ name: 'customers' }}>Customers</Link>
        </nav>
        <h1>{known?.name ?? known?.email ?? customerId}</h1>
        <section className="card">
          <h2>Details</h2>
          {known ? (
            <dl className="ui-properties ui-properties-horizontal">
              {[
                ['Customer ID', <code key="id">{known.id}</code>],
                ['Email', known.email ?? '—'],
                ['Currency', known.currency?.toUpperCase() ?? '—'],
                ['Created', styledDate(known.created, 'medium-year-month-day')],
              ].map(([label, value]) => (
                <div className="ui-property" key={String(label)}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          ) : (
            <p className="muted">{customer.state === 'failed' ? customer.message : 'Loading'}</p>
          )}
        </section>
      </div>
      <AppDrawer
        viewport="stripe.dashboard.customer.detail"
        objectContext={{ id: customerId, object: 'customer' }}
      />
    </div>
  )
}
