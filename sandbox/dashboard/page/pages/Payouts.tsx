import type Stripe from 'stripe'
import { money } from '../components/formats'
import { Detail, Facts, Section } from '../parts/Detail'
import { Listed, ListFrame, useListQuery } from '../parts/Listed'
import { ObjectTable, type Column } from '../parts/ObjectTable'
import { statusWords, StatusBadge } from '../parts/statuses'
import { day, idOf, shortMoment } from '../parts/words'
import { useStripe } from '../use-stripe'

const TABS = [
  { id: '', label: 'All' },
  { id: 'pending', label: 'Pending' },
  { id: 'in_transit', label: 'In transit' },
  { id: 'paid', label: 'Paid' },
  { id: 'failed', label: 'Failed' },
]

export const PAYOUT_COLUMNS: Column<Stripe.Payout>[] = [
  { label: 'Amount', kind: 'number', cell: ({ amount, currency }) => money(amount, currency) },
  { label: 'Status', cell: ({ status }) => <StatusBadge status={status} /> },
  { label: 'Created', kind: 'date', cell: ({ created }) => day(created) },
  { label: 'Arrives', kind: 'date', cell: ({ arrival_date }) => day(arrival_date) },
]

export const ENTRY_COLUMNS: Column<Stripe.BalanceTransaction>[] = [
  { label: 'Type', cell: ({ type }) => statusWords(type) },
  { label: 'Gross', kind: 'number', cell: ({ amount, currency }) => money(amount, currency) },
  { label: 'Fee', kind: 'number', cell: ({ fee, currency }) => money(fee, currency) },
  { label: 'Net', kind: 'number', cell: ({ net, currency }) => money(net, currency) },
  { label: 'Source', cell: ({ source }) => <code>{idOf(source)}</code> },
  { label: 'Date', kind: 'date', cell: ({ created }) => shortMoment(created) },
]

export function Payouts() {
  const { status } = useListQuery()
  return (
    <ListFrame page="payouts" tabs={TABS}>
      <Listed<Stripe.Payout>
        page="payouts"
        path={`/v1/payouts${status ? `?status=${status}` : ''}`}
        columns={PAYOUT_COLUMNS}
        empty={status ? 'No payouts with this status.' : 'No payouts yet.'}
        open={({ id }) => ({ page: 'payouts', id })}
      />
    </ListFrame>
  )
}

export function Payout({ id }: { id: string }) {
  const payout = useStripe<Stripe.Payout>(`/v1/payouts/${encodeURIComponent(id)}`)
  const entries = useStripe<Stripe.ApiList<Stripe.BalanceTransaction>>(
    `/v1/balance_transactions?payout=${encodeURIComponent(id)}&limit=50`,
  )
  return (
    <Detail
      page="payouts"
      id={id}
      answer={payout}
      title={({ amount, currency }) => money(amount, currency)}
      badge={({ status }) => <StatusBadge status={status} />}
    >
      {(known) => (
        <>
          <Section title="Details">
            <Facts
              facts={[
                ['Payout ID', <code key="id">{known.id}</code>],
                ['Created', day(known.created)],
                ['Arrives', day(known.arrival_date)],
                ['Kind', known.automatic ? 'Automatic' : 'Manual'],
                ['Failure', known.failure_message],
              ]}
            />
          </Section>
          <Section title="Transactions">
            <ObjectTable
              label="Transactions"
              columns={ENTRY_COLUMNS}
              answer={entries}
              empty="No transactions."
            />
          </Section>
        </>
      )}
    </Detail>
  )
}
