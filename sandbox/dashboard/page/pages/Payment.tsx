import type Stripe from 'stripe'
import { money } from '../components/formats'
import { Detail, Facts, Metadata, Section } from '../parts/Detail'
import { ObjectTable, type Column } from '../parts/ObjectTable'
import { PlaceLink } from '../parts/PlaceLink'
import { paymentStatus, statusWords, StatusBadge } from '../parts/statuses'
import { cardWords, customerName, idOf, moment, shortMoment } from '../parts/words'
import { useStripe, type Answer } from '../use-stripe'

const ATTEMPT_COLUMNS: Column<Stripe.Charge>[] = [
  { label: 'Attempt', cell: ({ id }) => <code>{id}</code> },
  { label: 'Status', cell: ({ status }) => <StatusBadge status={status} /> },
  { label: 'Reason', cell: ({ failure_message: message, outcome }) => message ?? outcome?.seller_message },
  { label: 'Date', kind: 'date', cell: ({ created }) => shortMoment(created) },
]

const REFUND_COLUMNS: Column<Stripe.Refund>[] = [
  { label: 'Refund', cell: ({ id }) => <code>{id}</code> },
  { label: 'Status', cell: ({ status }) => (status ? <StatusBadge status={status} /> : null) },
  { label: 'Reason', cell: ({ reason }) => (reason ? statusWords(reason) : null) },
  { label: 'Amount', kind: 'number', cell: ({ amount, currency }) => money(amount, currency) },
  { label: 'Date', kind: 'date', cell: ({ created }) => shortMoment(created) },
]

const DISPUTE_COLUMNS: Column<Stripe.Dispute>[] = [
  { label: 'Dispute', cell: ({ id }) => <code>{id}</code> },
  { label: 'Status', cell: ({ status }) => <StatusBadge status={status} /> },
  { label: 'Reason', cell: ({ reason }) => statusWords(reason) },
  { label: 'Amount', kind: 'number', cell: ({ amount, currency }) => money(amount, currency) },
  {
    label: 'Respond by',
    kind: 'date',
    cell: ({ evidence_details: { due_by } }) => (due_by ? shortMoment(due_by) : null),
  },
]

/** A payment as both an intent and a charge without one can tell it. */
type Known = {
  amount: number
  currency: string
  status: string
  created: number
  description: string | null
  customer: string | Stripe.Customer | Stripe.DeletedCustomer | null
  charge: Stripe.Charge | null
  metadata: Record<string, string>
}

function fromIntent(intent: Stripe.PaymentIntent): Known {
  const charge = typeof intent.latest_charge === 'object' ? intent.latest_charge : null
  return { ...intent, status: paymentStatus(intent), charge }
}

function known(answer: Answer<Stripe.PaymentIntent | Stripe.Charge>): Answer<Known> {
  if (answer.state !== 'ready') return answer
  const { value } = answer
  return {
    state: 'ready',
    value: value.object === 'charge' ? { ...value, charge: value } : fromIntent(value),
  }
}

function Money({ charge }: { charge: Stripe.Charge | null }) {
  const entry = charge?.balance_transaction
  if (!entry || typeof entry === 'string') return null
  return (
    <Section title="Balance">
      <Facts
        facts={[
          ['Gross', money(entry.amount, entry.currency)],
          ['Fee', money(entry.fee, entry.currency)],
          ['Net', money(entry.net, entry.currency)],
          ['Available', moment(entry.available_on)],
          ['Balance transaction', <code key="id">{entry.id}</code>],
        ]}
      />
    </Section>
  )
}

function Related({ id }: { id: string }) {
  const isCharge = !id.startsWith('pi_')
  const query = `${isCharge ? 'charge' : 'payment_intent'}=${encodeURIComponent(id)}&limit=10`
  const refunds = useStripe<Stripe.ApiList<Stripe.Refund>>(`/v1/refunds?${query}`)
  const disputes = useStripe<Stripe.ApiList<Stripe.Dispute>>(`/v1/disputes?${query}`)
  return (
    <>
      {isCharge ? null : <Attempts id={id} />}
      <Section title="Refunds">
        <ObjectTable
          label="Refunds"
          columns={REFUND_COLUMNS}
          answer={refunds}
          empty="Nothing was refunded."
        />
      </Section>
      <Section title="Disputes">
        <ObjectTable
          label="Disputes"
          columns={DISPUTE_COLUMNS}
          answer={disputes}
          empty="Nothing is disputed."
        />
      </Section>
    </>
  )
}

function Attempts({ id }: { id: string }) {
  const charges = useStripe<Stripe.ApiList<Stripe.Charge>>(`/v1/charges?payment_intent=${id}&limit=10`)
  return (
    <Section title="Attempts">
      <ObjectTable
        label="Attempts"
        columns={ATTEMPT_COLUMNS}
        answer={charges}
        empty="Nothing was tried yet."
      />
    </Section>
  )
}

/** The invoice that a payment paid, where it paid one. */
function InvoiceLink({ intent }: { intent: string }) {
  const payments = useStripe<Stripe.ApiList<Stripe.InvoicePayment>>(
    `/v1/invoice_payments?payment[type]=payment_intent&payment[payment_intent]=${intent}&limit=1`,
  )
  const id = payments.state === 'ready' ? idOf(payments.value.data[0]?.invoice) : null
  if (!id) return <span className="ui-none">—</span>
  return (
    <PlaceLink to={{ page: 'invoices', id }}>
      <code>{id}</code>
    </PlaceLink>
  )
}

export function Payment({ id }: { id: string }) {
  const isIntent = id.startsWith('pi_')
  const payment = useStripe<Stripe.PaymentIntent | Stripe.Charge>(
    isIntent
      ? `/v1/payment_intents/${encodeURIComponent(id)}?expand[]=customer&expand[]=latest_charge.balance_transaction`
      : `/v1/charges/${encodeURIComponent(id)}?expand[]=customer&expand[]=balance_transaction`,
  )
  return (
    <Detail
      page="payments"
      id={id}
      answer={known(payment)}
      title={({ amount, currency }) => money(amount, currency)}
      badge={({ status }) => <StatusBadge status={status} />}
    >
      {({ charge, created, customer, description, metadata }) => (
        <>
          <Section title="Details">
            <Facts
              facts={[
                ['Payment ID', <code key="id">{id}</code>],
                [
                  'Customer',
                  customer ? (
                    <PlaceLink key="customer" to={{ page: 'customers', id: idOf(customer) ?? '' }}>
                      {customerName(customer)}
                    </PlaceLink>
                  ) : null,
                ],
                ['Invoice', isIntent ? <InvoiceLink key="invoice" intent={id} /> : null],
                ['Description', description],
                ['Payment method', cardWords(charge?.payment_method_details?.card)],
                ['Date', moment(created)],
              ]}
            />
          </Section>
          <Money charge={charge} />
          <Related id={id} />
          <Metadata of={metadata} />
        </>
      )}
    </Detail>
  )
}
