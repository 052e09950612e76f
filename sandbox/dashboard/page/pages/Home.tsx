import { AppDrawer } from '../AppDrawer'
import { Badge } from '../components/feedback'
import { money, styledDate } from '../components/formats'
import { usePreview } from '../preview-context'
import { useStripe, type Answer } from '../use-stripe'
import type { Balance, Charge, StripeList } from './stripe-objects'

function BalanceCard({
  title,
  answer,
  part,
}: {
  title: string
  answer: Answer<Balance>
  part: 'available' | 'pending'
}) {
  return (
    <section className="card">
      <h2>{title}</h2>
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
    </section>
  )
}

function RecentPayments() {
  const charges = useStripe<StripeList<Charge>>('/v1/charges?limit=8')
  return (
    <section className="card">
      <h2>Recent payments</h2>
      {charges.state === 'ready' && charges.value.data.length === 0 ? (
        <p className="muted">No payments yet</p>
      ) : charges.state === 'ready' ? (
        <div className="ui-table-scroll">
          <table className="ui-table">
            <thead>
              <tr>
                <th scope="col" className="is-number">
                  Amount
                </th>
                <th scope="col">Status</th>
                <th scope="col">Payment</th>
                <th scope="col">Date</th>
              </tr>
            </thead>
            <tbody>
              {charges.value.data.map(({ id, amount, currency, created, status, description }) => (
                <tr key={id}>
                  <td className="is-number">{money(amount, currency)}</td>
                  <td>
                    <Badge
                      type={
                        status === 'succeeded' ? 'positive' : status === 'failed' ? 'negative' : 'neutral'
                      }
                    >
                      {status}
                    </Badge>
                  </td>
                  <td>{description ?? <code>{id}</code>}</td>
                  <td className="is-date">{styledDate(created, 'medium-year-month-day')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <p className="muted">{charges.state === 'loading' ? 'Loading' : charges.message}</p>
      )}
    </section>
  )
}

export function Home() {
  const { identity } = usePreview()
  const balance = useStripe<Balance>('/v1/balance')
  return (
    <div className="with-drawer">
      <div className="page">
        <h1>{identity.account.name}</h1>
        <div className="cards">
          <BalanceCard title="Available balance" answer={balance} part="available" />
          <BalanceCard title="Pending balance" answer={balance} part="pending" />
        </div>
        <RecentPayments />
      </div>
      <AppDrawer viewport="stripe.dashboard.home.overview" />
    </div>
  )
}
