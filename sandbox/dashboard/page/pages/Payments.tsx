import type Stripe from 'stripe'
import { money } from '../components/formats'
import { PAYMENT_COLUMNS } from '../parts/columns'
import { Listed, ListFrame, useListQuery } from '../parts/Listed'
import type { Column } from '../parts/ObjectTable'
import { PlaceLink } from '../parts/PlaceLink'
import { statusWords, StatusBadge } from '../parts/statuses'
import { idOf, shortMoment } from '../parts/words'

/** Stripe lists payments by no status; what came back of them has lists of its own. */
const TABS = [
  { id: '', label: 'All' },
  { id: 'refunded', label: 'Refunds' },
  { id: 'disputed', label: 'Disputes' },
]

const REFUND_COLUMNS: Column<Stripe.Refund>[] = [
  { label: 'Refunded', kind: 'number', cell: ({ amount, currency }) => money(amount, currency) },
  { label: 'Status', cell: ({ status }) => (status ? <StatusBadge status={status} /> : null) },
  { label: 'Reason', cell: ({ reason }) => (reason ? statusWords(reason) : null) },
  {
    label: 'Payment',
    cell: ({ payment_intent: intent, charge }) => <code>{idOf(intent) ?? idOf(charge)}</code>,
  },
  { label: 'Date', kind: 'date', cell: ({ created }) => shortMoment(created) },
]

const DISPUTE_COLUMNS: Column<Stripe.Dispute>[] = [
  { label: 'Disputed', kind: 'number', cell: ({ amount, currency }) => money(amount, currency) },
  { label: 'Status', cell: ({ status }) => <StatusBadge status={status} /> },
  { label: 'Reason', cell: ({ reason }) => statusWords(reason) },
  {
    label: 'Respond by',
    kind: 'date',
    cell: ({ evidence_details: { due_by } }) => (due_by ? shortMoment(due_by) : null),
  },
  { label: 'Opened', kind: 'date', cell: ({ created }) => shortMoment(created) },
]

const paymentOf = (one: Stripe.Refund | Stripe.Dispute) =>
  ({ page: 'payments', id: idOf(one.payment_intent) ?? idOf(one.charge) ?? '' }) as const

function DisputeList({ page }: { page: 'payments' | 'disputes' }) {
  return (
    <Listed<Stripe.Dispute>
      page={page}
      path="/v1/disputes"
      columns={DISPUTE_COLUMNS}
      empty="No disputes."
      open={paymentOf}
    />
  )
}

export function Payments() {
  const { status = '' } = useListQuery()
  return (
    <ListFrame page="payments" tabs={TABS}>
      {status === 'disputed' ? <DisputeList page="payments" /> : null}
      {status === 'refunded' ? (
        <Listed<Stripe.Refund>
          page="payments"
          path="/v1/refunds"
          columns={REFUND_COLUMNS}
          empty="No refunds."
          open={paymentOf}
        />
      ) : null}
      {status === '' ? (
        <Listed<Stripe.PaymentIntent>
          page="payments"
          path="/v1/payment_intents?expand[]=data.customer&expand[]=data.latest_charge"
          columns={PAYMENT_COLUMNS}
          empty="No payments yet."
          open={({ id }) => ({ page: 'payments', id })}
        />
      ) : null}
    </ListFrame>
  )
}

export function Disputes() {
  return (
    <ListFrame
      page="disputes"
      tools={
        <PlaceLink to={{ page: 'payments', query: { status: 'disputed' } }}>
          See them among the payments
        </PlaceLink>
      }
    >
      <DisputeList page="disputes" />
    </ListFrame>
  )
}
