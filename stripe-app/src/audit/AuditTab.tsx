import { Box, Button, Chip, ChipList, DataTable, type DataTableColumn } from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import type { Me } from '../api/types'
import { Loaded } from '../components/Loaded'
import { Section } from '../components/Section'
import { dayText, momentText } from '../format/dates'
import { useLocale } from '../hooks/LocaleProvider'
import { may } from '../hooks/useMe'
import { useNames } from '../hooks/useNames'
import { EntryDialog } from './EntryDialog'
import { actionText, actorText, shortId, targetText } from './entry-text'
import { ExportDialog } from './ExportDialog'
import { FilterDialog } from './FilterDialog'
import { AREAS, KEYS, LABELS, NO_FILTER, type AuditFilter } from './filter'
import { useAuditEntries } from './useAudit'
import { Verification } from './Verification'

const COLUMNS: DataTableColumn[] = [
  { key: 'at', label: 'When' },
  { key: 'actor', label: 'Who' },
  { key: 'action', label: 'What' },
  { key: 'target', label: 'About' },
]

type FiltersProps = {
  filter: AuditFilter
  valueOf: (key: keyof AuditFilter) => string
  onRemove: (key: keyof AuditFilter) => void
  onOpen: () => void
}

function Filters({ filter, valueOf, onRemove, onOpen }: FiltersProps) {
  return (
    <ChipList>
      {KEYS.map((key) =>
        filter[key] === '' ? (
          <Chip key={key} label={LABELS[key]} onAddSuggestion={onOpen} />
        ) : (
          <Chip
            key={key}
            label={LABELS[key]}
            value={valueOf(key)}
            onClose={() => onRemove(key)}
            onDropdown={onOpen}
          />
        ),
      )}
    </ChipList>
  )
}

function Trail({ me }: { me: Me }) {
  const locale = useLocale()
  const [filter, setFilter] = useState(NO_FILTER)
  const [doing, setDoing] = useState<'filter' | 'export' | null>(null)
  const [open, setOpen] = useState<string | null>(null)
  const { page, paginationOf } = useAuditEntries(filter)
  const rows = 'value' in page ? page.value.data : []
  const memberOf = useNames(me, [filter.actor, ...rows.flatMap(({ actor, target }) => [actor.id, target.id])])
  const nameOf = (id: string) => (id === me.account.id ? me.account.name : memberOf(id))
  const chosen = rows.find(({ id }) => id === open)
  const actors = Array.from(new Map(rows.map((entry) => [entry.actor.id, actorText(entry, nameOf)])))
  const items = rows.map((entry) => ({
    id: entry.id,
    // a moment stays in one line
    at: momentText(entry.created, locale).replaceAll(/\s/g, '\u00a0'),
    actor: actorText(entry, nameOf),
    action: actionText(entry.action),
    target: shortId(targetText(entry, nameOf)),
  }))
  const valueOf = (key: keyof AuditFilter) => {
    const value = filter[key]
    if (key === 'from' || key === 'to') return dayText(value, locale)
    return key === 'action' ? (AREAS[value] ?? actionText(value)) : nameOf(value)
  }
  const filtered = KEYS.some((key) => filter[key] !== '')
  const close = () => setDoing(null)
  return (
    <Section
      title="Audit trail"
      action={
        <Button disabled={!may(me, 'audit:export')} onPress={() => setDoing('export')}>
          Export
        </Button>
      }
    >
      {may(me, 'audit:export') ? null : (
        <Box css={{ color: 'secondary' }}>Only those who may export the trail export it.</Box>
      )}
      <Filters
        filter={filter}
        valueOf={valueOf}
        onRemove={(key) => setFilter((now) => ({ ...now, [key]: '' }))}
        onOpen={() => setDoing('filter')}
      />
      <Loaded
        from={page}
        what="The audit trail"
        empty={
          <Box css={{ color: 'secondary' }}>
            {filtered ? 'No entry matches the filter.' : 'Nothing has been changed yet.'}
          </Box>
        }
      >
        {(value) => (
          <DataTable
            columns={COLUMNS}
            items={items}
            emptyMessage="No entries on this page"
            pagination={paginationOf(value)}
            onRowClick={({ id }) => setOpen(id)}
          />
        )}
      </Loaded>
      {chosen ? (
        <EntryDialog
          entry={chosen}
          nameOf={nameOf}
          onClose={() => setOpen(null)}
          onFilter={(part) => setFilter({ ...NO_FILTER, ...part })}
        />
      ) : null}
      {doing === 'filter' ? (
        <FilterDialog
          me={me}
          filter={filter}
          actors={actors.map(([id, name]) => ({ id, name }))}
          onClose={close}
          onApply={setFilter}
        />
      ) : null}
      {doing === 'export' ? <ExportDialog filter={filter} onClose={close} /> : null}
    </Section>
  )
}

/** Who did what, and whether the trail is what was written. */
export function AuditTab({ me }: { me: Me }) {
  return (
    <Box css={{ stack: 'y', gapY: 'xlarge' }}>
      <Trail me={me} />
      <Verification />
    </Box>
  )
}
