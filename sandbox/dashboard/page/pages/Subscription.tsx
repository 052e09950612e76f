import type Stripe from 'stripe'
import { INVOICE_COLUMNS, renewal, useProductNames } from '../parts/columns'
import { Detail, Facts, Metadata, Section } from '../parts/Detail'
import { ObjectTable, type Column } from '../parts/ObjectTable'
import { PlaceLink } from '../parts/PlaceLink'
import { statusWords, StatusBadge } from '../parts/statuses'
import { customerName, day, idOf, priceWords } from '../parts/words'
import { useStripe } from '../use-stripe'

function itemColumns(productName: ReturnType<typeof useProductNames>): Column<Stripe.SubscriptionItem>[] {
  return [
    {
      label: 'Product',
      cell: ({ price }) => (
        <PlaceLink to={{ page: 'products', id: idOf(price.product) ?? '' }}>
          {productName(price.product)}
        </PlaceLink>
      ),
    },
    { label: 'Price', cell: ({ price }) => priceWords(price) },
    { label: 'Quantity', kind: 'number', cell: ({ quantity }) => quantity },
    {
      label: 'Current period',
      kind: 'date',
      cell: ({ current_period_start: start, current_period_end: end }) => `${day(start)} – ${day(end)}`,
    },
  ]
}

function discountWords({ coupon }: Stripe.Discount.Source): string {
  if (coupon === null || typeof coupon === 'string') return coupon ?? ''
  return coupon.name ?? coupon.id
}

export function Subscription({ id }: { id: string }) {
  const subscription = useStripe<Stripe.Subscription>(
    `/v1/subscriptions/${encodeURIComponent(id)}?expand[]=customer&expand[]=discounts.source.coupon`,
  )
  const invoices = useStripe<Stripe.ApiList<Stripe.Invoice>>(
    `/v1/invoices?subscription=${encodeURIComponent(id)}&limit=10`,
  )
  const productName = useProductNames()
  return (
    <Detail
      page="subscriptions"
      id={id}
      answer={subscription}
      title={({ items }) => items.data.map(({ price }) => productName(price.product)).join(', ')}
      badge={({ status }) => <StatusBadge status={status} />}
    >
      {(known) => (
        <>
          <Section title="Details">
            <Facts
              facts={[
                ['Subscription ID', <code key="id">{known.id}</code>],
                [
                  'Customer',
                  <PlaceLink key="customer" to={{ page: 'customers', id: idOf(known.customer) ?? '' }}>
                    {customerName(known.customer)}
                  </PlaceLink>,
                ],
                ['Started', day(known.start_date)],
                ['Next', renewal(known)],
                ['Trial', known.trial_end ? `Until ${day(known.trial_end)}` : 'None'],
                ['Billing', statusWords(known.collection_method)],
                ['Collection', known.pause_collection ? 'Paused' : 'On'],
                [
                  'Discounts',
                  known.discounts
                    .map((discount) =>
                      typeof discount === 'string' ? discount : discountWords(discount.source),
                    )
                    .join(', '),
                ],
                ['Cancellation reason', known.cancellation_details?.feedback?.replaceAll('_', ' ')],
              ]}
            />
          </Section>
          <Section title="Pricing">
            <ObjectTable
              label="Pricing"
              columns={itemColumns(productName)}
              answer={{ state: 'ready', value: known.items }}
              empty="No items."
            />
          </Section>
          <Section title="Invoices">
            <ObjectTable
              label="Invoices"
              columns={INVOICE_COLUMNS.filter(({ label }) => label !== 'Customer')}
              answer={invoices}
              empty="No invoices."
              open={({ id: invoice }) => ({ page: 'invoices', id: invoice })}
            />
          </Section>
          <Metadata of={known.metadata} />
        </>
      )}
    </Detail>
  )
}
