import type Stripe from 'stripe'
import { AppDrawer } from '../AppDrawer'
import { pageEntry } from '../page-table'
import { INVOICE_COLUMNS, useSubscriptionColumns } from '../parts/columns'
import { Section } from '../parts/Detail'
import { ObjectTable } from '../parts/ObjectTable'
import { PlaceLink } from '../parts/PlaceLink'
import { useStripe } from '../use-stripe'

/** What of the recurring business wants a look: who does not pay, and who has just begun. */
export function Billing() {
  const columns = useSubscriptionColumns()
  const list = 'limit=6&expand[]=data.customer'
  const pastDue = useStripe<Stripe.ApiList<Stripe.Subscription>>(`/v1/subscriptions?status=past_due&${list}`)
  const open = useStripe<Stripe.ApiList<Stripe.Invoice>>(`/v1/invoices?status=open&${list}`)
  const newest = useStripe<Stripe.ApiList<Stripe.Subscription>>(`/v1/subscriptions?${list}`)
  const { title, viewport } = pageEntry('billing')
  return (
    <div className="with-drawer">
      <div className="page">
        <h1>{title}</h1>
        <Section title="Past due subscriptions">
          <ObjectTable
            label="Past due subscriptions"
            expected={6}
            columns={columns}
            answer={pastDue}
            empty="No subscription is past due."
            open={({ id }) => ({ page: 'subscriptions', id })}
          />
          <p className="more">
            <PlaceLink to={{ page: 'subscriptions', query: { status: 'past_due' } }}>All past due</PlaceLink>
          </p>
        </Section>
        <Section title="Open invoices">
          <ObjectTable
            label="Open invoices"
            expected={6}
            columns={INVOICE_COLUMNS}
            answer={open}
            empty="No invoice is open."
            open={({ id }) => ({ page: 'invoices', id })}
          />
          <p className="more">
            <PlaceLink to={{ page: 'invoices', query: { status: 'open' } }}>All open invoices</PlaceLink>
          </p>
        </Section>
        <Section title="New subscriptions">
          <ObjectTable
            label="New subscriptions"
            expected={6}
            columns={columns}
            answer={newest}
            empty="No subscriptions yet."
            open={({ id }) => ({ page: 'subscriptions', id })}
          />
          <p className="more">
            <PlaceLink to={{ page: 'subscriptions' }}>All subscriptions</PlaceLink>
          </p>
        </Section>
      </div>
      <AppDrawer viewport={viewport} />
    </div>
  )
}
