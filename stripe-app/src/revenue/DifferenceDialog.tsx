import { Box, Button, DataTable, Inline, Link, List, ListItem } from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import type { Reconciliation } from '../api/types'
import { Dialog } from '../components/Dialog'
import { Loaded } from '../components/Loaded'
import { count } from '../format/figures'
import { money } from '../format/money'
import { useLocale } from '../hooks/LocaleProvider'
import { RULES } from './rules'
import { PRODUCTS, useDifferingSubscriptions, type Product, type Rule } from './useReconciliation'

type Row = Reconciliation['data'][number]

type DetailProps = { row: Row; product: string; currency: string; onBack: () => void }

/** What each rule does to one subscription. */
function Detail({ row, product, currency, onBack }: DetailProps) {
  const locale = useLocale()
  const touching = (Object.keys(RULES) as Rule[]).filter((rule) => row.by_rule[rule] !== 0)
  return (
    <Box css={{ stack: 'y', gapY: 'small' }}>
      <Box css={{ stack: 'x' }}>
        <Button onPress={onBack}>Back to the subscriptions</Button>
      </Box>
      <Box>
        {'Customer '}
        <Link href={{ name: 'customerDetails', params: { customerId: row.customer } }}>
          {row.customer_name ?? row.customer}
        </Link>
      </Box>
      <Box>
        {'Subscription '}
        <Link href={{ name: 'subscriptionDetails', params: { subscriptionId: row.subscription } }}>
          {row.subscription}
        </Link>
      </Box>
      <Box>
        {`${money(row.ours, row.currency, locale)} here, ${money(row.theirs, row.currency, locale)} at ${product}`}
      </Box>
      <List>
        {touching.map((rule) => (
          <ListItem
            key={rule}
            id={rule}
            title={RULES[rule]}
            value={money(row.by_rule[rule], currency, locale, { signed: true })}
          />
        ))}
      </List>
    </Box>
  )
}

/** The subscriptions that a difference is made of; of one rule, those that it touches. */
export function DifferenceDialog({
  preset,
  rule,
  onClose,
}: {
  preset: Product
  rule: Rule | null
  onClose: () => void
}) {
  const locale = useLocale()
  const [open, setOpen] = useState<string | null>(null)
  const { page, paginationOf } = useDifferingSubscriptions(preset, rule)
  const product = PRODUCTS[preset]
  const adds = (row: Row) => (rule ? row.by_rule[rule] : row.difference)
  return (
    <Dialog title={rule ? RULES[rule] : `Difference from ${product}`} onClose={onClose} size="large">
      <Loaded
        from={page}
        what="The subscriptions that differ"
        empty={<Box css={{ color: 'secondary' }}>No subscription differs.</Box>}
      >
        {(value) => {
          const chosen = value.data.find(({ id }) => id === open)
          if (chosen)
            return (
              <Detail row={chosen} product={product} currency={value.currency} onBack={() => setOpen(null)} />
            )
          return (
            <Box css={{ stack: 'y', gapY: 'small' }}>
              <Inline css={{ color: 'secondary' }}>
                {`Subscriptions that add up to ${rule ? 'what this rule changes' : 'the difference'}: ${count(value.rows, locale)}.`}
              </Inline>
              <DataTable
                columns={[
                  { key: 'customer', label: 'Customer' },
                  { key: 'ours', label: 'Here' },
                  { key: 'theirs', label: product },
                  { key: 'adds', label: `Adds in ${value.currency.toUpperCase()}` },
                ]}
                items={value.data.map((row) => ({
                  id: row.id,
                  customer: row.customer_name ?? row.customer,
                  ours: money(row.ours, row.currency, locale),
                  theirs: money(row.theirs, row.currency, locale),
                  adds: money(adds(row), value.currency, locale, { signed: true }),
                }))}
                pagination={paginationOf(value)}
                onRowClick={({ id }) => setOpen(id)}
              />
            </Box>
          )
        }}
      </Loaded>
    </Dialog>
  )
}
