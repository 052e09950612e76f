import { Box, Button, DataTable, Divider, Inline, Link, List, ListItem } from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import type { Evidence } from '../api/types'
import { CoverageLine } from '../components/Coverage'
import { Dialog } from '../components/Dialog'
import { Loaded } from '../components/Loaded'
import { dayText, rangeText } from '../format/dates'
import { figureText, NOTHING } from '../format/figures'
import { money } from '../format/money'
import { useLocale } from '../hooks/LocaleProvider'
import { ROWS, useEvidencePages } from './useEvidencePages'

type Row = Evidence['data'][number]

const TYPES: Record<string, string> = {
  new: 'New',
  expansion: 'Expansion',
  contraction: 'Contraction',
  churn: 'Churn',
  reactivation: 'Reactivation',
  transfer: 'Moved between parts',
}

const SIGNS = { plus: '', minus: 'Less: ', over: 'Divided by: ' }

function Parts({ evidence, onOpen }: { evidence: Evidence; onOpen: (link: string) => void }) {
  const locale = useLocale()
  return (
    <List
      onAction={(id) => {
        const part = evidence.parts[Number(id)]
        if (part) onOpen(part.evidence)
      }}
    >
      {evidence.parts.map((part, index) => (
        <ListItem
          key={index}
          id={String(index)}
          title={`${SIGNS[part.sign]}${part.title}`}
          value={figureText(part.value, part.unit, evidence.currency, locale)}
        />
      ))}
    </List>
  )
}

/** What stands behind one row: its subscriptions, and the events and objects of Stripe that tell it. */
function RowDetail({ row, onBack }: { row: Row; onBack: () => void }) {
  const locale = useLocale()
  return (
    <Box css={{ stack: 'y', gapY: 'small' }}>
      <Box css={{ stack: 'x' }}>
        <Button onPress={onBack}>Back to the rows</Button>
      </Box>
      <Inline css={{ font: 'heading' }}>
        {[
          row.type === null ? '' : (TYPES[row.type] ?? row.type),
          row.day === null ? '' : dayText(row.day, locale),
        ]
          .filter(Boolean)
          .join(', ')}
      </Inline>
      {row.customer === null ? null : (
        <Box>
          {'Customer '}
          <Link href={{ name: 'customerDetails', params: { customerId: row.customer } }}>
            {row.customer_name ?? row.customer}
          </Link>
        </Box>
      )}
      {row.amounts.map(({ currency, amount }) => (
        <Box key={currency}>{`${money(amount, currency, locale)} in ${currency.toUpperCase()}`}</Box>
      ))}
      {row.subscriptions.map((id) => (
        <Box key={id}>
          {'Subscription '}
          <Link href={{ name: 'subscriptionDetails', params: { subscriptionId: id } }}>{id}</Link>
        </Box>
      ))}
      {row.objects.length === 0 ? null : (
        <Box css={{ color: 'secondary', font: 'caption' }}>{`Told by ${row.objects.join(', ')}`}</Box>
      )}
    </Box>
  )
}

type RowsProps = {
  evidence: Evidence
  page: number
  turn: (number: number, lastId: string | undefined) => void
}

function Rows({ evidence, page, turn }: RowsProps) {
  const locale = useLocale()
  const [open, setOpen] = useState<string | null>(null)
  const { data, unit, currency, rows, has_more } = evidence
  const chosen = data.find(({ id }) => id === open)
  if (chosen) return <RowDetail row={chosen} onBack={() => setOpen(null)} />
  const moved = data.some(({ type }) => type !== null)
  return (
    <Box css={{ stack: 'y', gapY: 'small' }}>
      <Inline css={{ color: 'secondary' }}>
        {rows === 1 ? 'One row; it is the figure.' : `${rows} rows add up to the figure.`}
      </Inline>
      <DataTable
        columns={[
          { key: 'customer', label: 'Customer' },
          { key: 'day', label: moved ? 'Day' : 'Last changed' },
          ...(moved ? [{ key: 'type', label: 'What' }] : []),
          { key: 'value', label: 'Adds' },
        ]}
        items={data.map((row) => ({
          id: row.id,
          customer: row.customer_name ?? row.customer ?? NOTHING,
          day: row.day === null ? NOTHING : dayText(row.day, locale),
          type: row.type === null ? NOTHING : (TYPES[row.type] ?? row.type),
          value: figureText(row.value, unit, currency, locale),
        }))}
        emptyMessage="No rows: nothing of this kind happened"
        pagination={{
          pageSize: ROWS,
          currentPage: page,
          hasMore: has_more,
          onPageChange: (number: number) => turn(number, data.at(-1)?.id),
        }}
        onRowClick={({ id }) => setOpen(id)}
      />
    </Box>
  )
}

type EvidenceDialogProps = {
  link: string
  onOpen: (link: string) => void
  /** Null where nothing was open before. */
  onBack: (() => void) | null
  onClose: () => void
}

/** Where a figure comes from: the figures it is made of, or the rows it is the sum of, down to Stripe's events. */
export function EvidenceDialog({ link, onOpen, onBack, onClose }: EvidenceDialogProps) {
  const locale = useLocale()
  const { evidence, page, turn } = useEvidencePages(link)
  const title = 'value' in evidence ? evidence.value.title : 'What it is made of'
  return (
    <Dialog title={title} onClose={onClose} size="large">
      {onBack ? (
        <Box css={{ stack: 'x' }}>
          <Button onPress={onBack}>Back</Button>
        </Box>
      ) : null}
      <Loaded from={evidence} what="What the figure is made of">
        {(value) => (
          <Box css={{ stack: 'y', gapY: 'medium' }}>
            <Box css={{ stack: 'y', gapY: 'xsmall' }}>
              <Inline css={{ font: 'title' }}>
                {figureText(value.value, value.unit, value.currency, locale)}
              </Inline>
              <Inline css={{ color: 'secondary' }}>
                {rangeText(value.period.from, value.period.to, locale)}
              </Inline>
              <Box>{value.definition}</Box>
              <CoverageLine of={value} />
            </Box>
            <Divider />
            {value.made === 'rows' ? (
              <Rows evidence={value} page={page} turn={turn} />
            ) : (
              <Parts evidence={value} onOpen={onOpen} />
            )}
          </Box>
        )}
      </Loaded>
    </Dialog>
  )
}
