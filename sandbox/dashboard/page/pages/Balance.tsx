import type Stripe from 'stripe'
import { AppDrawer } from '../AppDrawer'
import { money } from '../components/formats'
import { pageEntry } from '../page-table'
import { Section } from '../parts/Detail'
import { ObjectTable } from '../parts/ObjectTable'
import { PlaceLink } from '../parts/PlaceLink'
import { useStripe, type Answer } from '../use-stripe'
import { ENTRY_COLUMNS, PAYOUT_COLUMNS } from './Payouts'

type Part = 'available' | 'pending'

/** A part of the balance, currency by currency. */
export function BalanceCard({
  title,
  answer,
  part,
}: {
  title: string
  answer: Answer<Stripe.Balance>
  part: Part
}) {
  return (
    <Section title={title}>
      {answer.state === 'ready' ? (
        <ul className="amounts">
          {answer.value[part].map(({ amount, currency }) => (
            <li key={currency}>
              <span>{currency.toUpperCase()}</span>
              <b>{money(amount, currency)}</b>
            </li>
          ))}
        </ul>
      ) : (
        <p className="muted">{answer.state === 'loading' ? 'Loading' : answer.message}</p>
      )}
    </Section>
  )
}

export function Balance() {
  const balance = useStripe<Stripe.Balance>('/v1/balance')
  const payouts = useStripe<Stripe.ApiList<Stripe.Payout>>('/v1/payouts?limit=5')
  const entries = useStripe<Stripe.ApiList<Stripe.BalanceTransaction>>('/v1/balance_transactions?limit=15')
  const { title, viewport } = pageEntry('balance')
  return (
    <div className="with-drawer">
      <div className="page">
        <h1>{title}</h1>
        <div className="cards">
          <BalanceCard title="Available" answer={balance} part="available" />
          <BalanceCard title="Pending" answer={balance} part="pending" />
        </div>
        <Section title="Payouts">
          <ObjectTable
            label="Payouts"
            expected={5}
            columns={PAYOUT_COLUMNS}
            answer={payouts}
            empty="No payouts yet."
            open={({ id }) => ({ page: 'payouts', id })}
          />
          <p className="more">
            <PlaceLink to={{ page: 'payouts' }}>All payouts</PlaceLink>
          </p>
        </Section>
        <Section title="Recent transactions">
          <ObjectTable
            label="Recent transactions"
            expected={15}
            columns={ENTRY_COLUMNS}
            answer={entries}
            empty="No transactions yet."
          />
        </Section>
      </div>
      <AppDrawer viewport={viewport} />
    </div>
  )
}
