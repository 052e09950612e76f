import type Stripe from 'stripe'
import { AppDrawer } from '../AppDrawer'
import { pageEntry } from '../page-table'
import { PAYMENT_COLUMNS } from '../parts/columns'
import { Section } from '../parts/Detail'
import { ObjectTable } from '../parts/ObjectTable'
import { PlaceLink } from '../parts/PlaceLink'
import { usePreview } from '../preview-context'
import { useStripe } from '../use-stripe'
import { BalanceCard } from './Balance'

export function Home() {
  const { identity } = usePreview()
  const balance = useStripe<Stripe.Balance>('/v1/balance')
  const payments = useStripe<Stripe.ApiList<Stripe.PaymentIntent>>(
    '/v1/payment_intents?limit=8&expand[]=data.customer&expand[]=data.latest_charge',
  )
  return (
    <div className="with-drawer">
      <div className="page">
        <h1>{identity.account.name}</h1>
        <div className="cards">
          <BalanceCard title="Available balance" answer={balance} part="available" />
          <BalanceCard title="Pending balance" answer={balance} part="pending" />
        </div>
        <Section title="Recent payments">
          <ObjectTable
            label="Recent payments"
            expected={8}
            columns={PAYMENT_COLUMNS}
            answer={payments}
            empty="No payments yet."
            open={({ id }) => ({ page: 'payments', id })}
          />
          <p className="more">
            <PlaceLink to={{ page: 'payments' }}>All payments</PlaceLink>
          </p>
        </Section>
      </div>
      <AppDrawer viewport={pageEntry('home').viewport} />
    </div>
  )
}
