import type Stripe from 'stripe'
import { money } from '../components/formats'
import { ViewSlot } from '../host/ViewSlot'
import { Detail, Facts, Metadata, Section } from '../parts/Detail'
import { ObjectTable, type Column } from '../parts/ObjectTable'
import { PlaceLink } from '../parts/PlaceLink'
import { StatusBadge } from '../parts/statuses'
import { customerName, day, idOf, moment, shortMoment } from '../parts/words'
import { useStripe } from '../use-stripe'

const LINE_COLUMNS: Column<Stripe.InvoiceLineItem>[] = [
  { label: 'Description', cell: ({ description }) => description },
  { label: 'Period', kind: 'date', cell: ({ period }) => `${day(period.start)} – ${day(period.end)}` },
  { label: 'Quantity', kind: 'number', cell: ({ quantity }) => quantity },
  { label: 'Amount', kind: 'number', cell: ({ amount, currency }) => money(amount, currency) },
]

const PAYMENT_COLUMNS: Column<Stripe.InvoicePayment>[] = [
  {
    label: 'Payment',
    cell: ({ payment }) => {
      const id = idOf(payment.payment_intent)
      return id ? (
        <PlaceLink to={{ page: 'payments', id }}>
          <code>{id}</code>
        </PlaceLink>
      ) : null
    },
  },
  { label: 'Status', cell: ({ status }) => <StatusBadge status={status} /> },
  {
    label: 'Amount',
    kind: 'number',
    cell: ({ amount_paid: paid, amount_requested: requested, currency }) =>
      money(paid ?? requested, currency),
  },
  { label: 'Date', kind: 'date', cell: ({ created }) => shortMoment(created) },
]

function facts(invoice: Stripe.Invoice) {
  const { currency, customer } = invoice
  const subscription = idOf(invoice.parent?.subscription_details?.subscription)
  const amount = (minor: number) => money(minor, currency)
  return [
    ['Invoice ID', <code key="id">{invoice.id}</code>],
    [
      'Customer',
      <PlaceLink key="customer" to={{ page: 'customers', id: idOf(customer) ?? '' }}>
        {customerName(customer)}
      </PlaceLink>,
    ],
    [
      'Subscription',
      subscription ? (
        <PlaceLink key="subscription" to={{ page: 'subscriptions', id: subscription }}>
          <code>{subscription}</code>
        </PlaceLink>
      ) : null,
    ],
    ['Created', day(invoice.created)],
    ['Due', invoice.due_date ? day(invoice.due_date) : null],
    ['Attempts', String(invoice.attempt_count)],
    ['Next attempt', invoice.next_payment_attempt ? moment(invoice.next_payment_attempt) : null],
    ['Subtotal', amount(invoice.subtotal)],
    ['Total', amount(invoice.total)],
    ['Paid', amount(invoice.amount_paid)],
    ['Remaining', amount(invoice.amount_remaining)],
  ] as const
}

export function Invoice({ id }: { id: string }) {
  const path = `/v1/invoices/${encodeURIComponent(id)}`
  const invoice = useStripe<Stripe.Invoice>(`${path}?expand[]=customer`)
  const lines = useStripe<Stripe.ApiList<Stripe.InvoiceLineItem>>(`${path}/lines?limit=50`)
  const payments = useStripe<Stripe.ApiList<Stripe.InvoicePayment>>(
    `/v1/invoice_payments?invoice=${encodeURIComponent(id)}&limit=10`,
  )
  return (
    <Detail
      page="invoices"
      id={id}
      answer={invoice}
      title={({ number }) => number ?? id}
      badge={({ status }) => (status ? <StatusBadge status={status} /> : null)}
    >
      {(known) => (
        <>
          <Section title="Details">
            <Facts facts={[...facts(known)]} />
          </Section>
          <ViewSlot
            viewport="stripe.dashboard.invoice.detail.page-module"
            objectContext={{ id, object: 'invoice' }}
          />
          <Section title="Lines">
            <ObjectTable label="Lines" columns={LINE_COLUMNS} answer={lines} empty="No lines." />
          </Section>
          <Section title="Payments">
            <ObjectTable
              label="Payments"
              columns={PAYMENT_COLUMNS}
              answer={payments}
              empty="No payment was made for this invoice."
            />
          </Section>
          <Metadata of={known.metadata ?? undefined} />
        </>
      )}
    </Detail>
  )
}
