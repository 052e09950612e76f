import type Stripe from 'stripe'
import { money } from '../components/formats'
import { ViewSlot } from '../host/ViewSlot'
import { Detail, Facts, Metadata, Section } from '../parts/Detail'
import { ObjectTable } from '../parts/ObjectTable'
import { INVOICE_COLUMNS, PAYMENT_COLUMNS, useSubscriptionColumns } from '../parts/columns'
import { cardWords, customerName, day } from '../parts/words'
import { useStripe } from '../use-stripe'

function Related({ customerId }: { customerId: string }) {
  const query = `customer=${encodeURIComponent(customerId)}&limit=10`
  const subscriptionColumns = useSubscriptionColumns()
  const subscriptions = useStripe<Stripe.ApiList<Stripe.Subscription>>(
    `/v1/subscriptions?${query}&status=all`,
  )
  const payments = useStripe<Stripe.ApiList<Stripe.PaymentIntent>>(
    `/v1/payment_intents?${query}&expand[]=data.latest_charge`,
  )
  const invoices = useStripe<Stripe.ApiList<Stripe.Invoice>>(`/v1/invoices?${query}`)
  const withoutCustomer = <T,>(columns: T[]) => columns.filter((_column, index) => index !== 1)
  return (
    <>
      <Section title="Subscriptions">
        <ObjectTable
          label="Subscriptions"
          columns={withoutCustomer(subscriptionColumns)}
          answer={subscriptions}
          empty="No subscriptions."
          open={({ id }) => ({ page: 'subscriptions', id })}
        />
      </Section>
      <Section title="Payments">
        <ObjectTable
          label="Payments"
          columns={withoutCustomer(PAYMENT_COLUMNS)}
          answer={payments}
          empty="No payments."
          open={({ id }) => ({ page: 'payments', id })}
        />
      </Section>
      <Section title="Invoices">
        <ObjectTable
          label="Invoices"
          columns={withoutCustomer(INVOICE_COLUMNS)}
          answer={invoices}
          empty="No invoices."
          open={({ id }) => ({ page: 'invoices', id })}
        />
      </Section>
    </>
  )
}

export function Customer({ id }: { id: string }) {
  const path = `/v1/customers/${encodeURIComponent(id)}`
  const customer = useStripe<Stripe.Customer | Stripe.DeletedCustomer>(path)
  const methods = useStripe<Stripe.ApiList<Stripe.PaymentMethod>>(`${path}/payment_methods?limit=5`)
  const cards = methods.state === 'ready' ? methods.value.data : []
  return (
    <Detail page="customers" id={id} answer={customer} title={customerName}>
      {(known) =>
        known.deleted ? (
          <p className="note">This customer was deleted.</p>
        ) : (
          <>
            <Section title="Details">
              <Facts
                facts={[
                  ['Customer ID', <code key="id">{known.id}</code>],
                  ['Email', known.email],
                  ['Created', day(known.created)],
                  ['Currency', known.currency?.toUpperCase()],
                  [
                    'Credit balance',
                    known.balance < 0 ? money(-known.balance, known.currency ?? 'usd') : 'None',
                  ],
                  ['Delinquent', known.delinquent ? 'Yes' : 'No'],
                  ['Payment methods', cards.map(({ card, type }) => cardWords(card) ?? type).join(', ')],
                ]}
              />
            </Section>
            <ViewSlot
              viewport="stripe.dashboard.customer.detail.page-module"
              objectContext={{ id, object: 'customer' }}
            />
            <Related customerId={id} />
            <Metadata of={known.metadata} />
          </>
        )
      }
    </Detail>
  )
}
