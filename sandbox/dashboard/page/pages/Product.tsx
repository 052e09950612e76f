import type Stripe from 'stripe'
import { Detail, Facts, Metadata, Section } from '../parts/Detail'
import { ObjectTable, type Column } from '../parts/ObjectTable'
import { StatusBadge } from '../parts/statuses'
import { day, priceWords } from '../parts/words'
import { useStripe } from '../use-stripe'

const PRICE_COLUMNS: Column<Stripe.Price>[] = [
  { label: 'Price', cell: priceWords },
  { label: 'Nickname', cell: ({ nickname }) => nickname },
  { label: 'Currency', cell: ({ currency }) => currency.toUpperCase() },
  { label: 'Status', cell: ({ active }) => <StatusBadge status={active ? 'active' : 'archived'} /> },
  { label: 'Price ID', cell: ({ id }) => <code>{id}</code> },
]

export function Product({ id }: { id: string }) {
  const product = useStripe<Stripe.Product>(`/v1/products/${encodeURIComponent(id)}`)
  const prices = useStripe<Stripe.ApiList<Stripe.Price>>(
    `/v1/prices?product=${encodeURIComponent(id)}&limit=20`,
  )
  return (
    <Detail
      page="products"
      id={id}
      answer={product}
      title={({ name }) => name}
      badge={({ active }) => <StatusBadge status={active ? 'active' : 'archived'} />}
    >
      {(known) => (
        <>
          <Section title="Details">
            <Facts
              facts={[
                ['Product ID', <code key="id">{known.id}</code>],
                ['Description', known.description],
                ['Created', day(known.created)],
                ['Updated', day(known.updated)],
              ]}
            />
          </Section>
          <Section title="Prices">
            <ObjectTable label="Prices" columns={PRICE_COLUMNS} answer={prices} empty="No prices." />
          </Section>
          <Metadata of={known.metadata} />
        </>
      )}
    </Detail>
  )
}
