import {
  Badge,
  Box,
  Button,
  PropertyList,
  PropertyListItem,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeaderCell,
  TableRow,
} from '@stripe/ui-extension-sdk/ui'
import type { AuditEntry } from '../api/types'
import { Dialog } from '../components/Dialog'
import { momentText } from '../format/dates'
import { sentence } from '../format/words'
import { useLocale } from '../hooks/LocaleProvider'
import { diffOf } from './diff'
import { actionText, actorText, targetText } from './entry-text'
import type { AuditFilter } from './filter'

function Diff({ entry }: { entry: AuditEntry }) {
  const rows = diffOf(entry)
  if (rows.length === 0) return <Box css={{ color: 'secondary' }}>It names no values.</Box>
  return (
    <Table>
      <TableHead>
        <TableRow>
          <TableHeaderCell>Field</TableHeaderCell>
          <TableHeaderCell>Before</TableHeaderCell>
          <TableHeaderCell>After</TableHeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map(({ field, before, after, changed }) => (
          <TableRow key={field}>
            <TableCell>
              <Box css={{ stack: 'x', gapX: 'xsmall' }}>
                {sentence(field)}
                {changed && entry.before && entry.after ? <Badge type="info">Changed</Badge> : null}
              </Box>
            </TableCell>
            <TableCell>
              <Box css={{ wordBreak: 'break-word' }}>{before || '—'}</Box>
            </TableCell>
            <TableCell>
              <Box css={{ wordBreak: 'break-word' }}>{after || '—'}</Box>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}

type EntryDialogProps = {
  entry: AuditEntry
  nameOf: (id: string) => string
  onClose: () => void
  onFilter: (part: Partial<AuditFilter>) => void
}

/** One entry: who did what, from where, what it was before and after, and its seal. */
export function EntryDialog({ entry, nameOf, onClose, onFilter }: EntryDialogProps) {
  const locale = useLocale()
  const { actor, target, account, mode, address, user_agent, request_id, seal } = entry
  const named = targetText(entry, nameOf)
  const rows: [string, string | null][] = [
    ['When', momentText(entry.created, locale)],
    ['Who', `${actorText(entry, nameOf)} (${actor.id})`],
    ['About', named === target.id ? target.id : `${named} (${target.id})`],
    ['Account', account === null ? 'The workspace' : [account, mode].filter(Boolean).join(', ')],
    ['From address', address],
    ['With', user_agent],
    ['Request', request_id],
    ['Entry', entry.id],
    ['Sealed as', seal === null ? 'Within a second' : `Number ${seal.seq}`],
    ['Hash', seal?.hash ?? null],
  ]
  const only = (part: Partial<AuditFilter>) => {
    onFilter(part)
    onClose()
  }
  return (
    <Dialog title={actionText(entry.action)} size="large" onClose={onClose}>
      <Diff entry={entry} />
      <PropertyList>
        {rows.map(([label, value]) =>
          value === null ? null : (
            <PropertyListItem
              key={label}
              label={label}
              value={<Box css={{ wordBreak: 'break-all' }}>{value}</Box>}
            />
          ),
        )}
      </PropertyList>
      <Box css={{ stack: 'x', gapX: 'small', wrap: 'wrap' }}>
        <Button onPress={() => only({ target: target.id })}>All about this</Button>
        <Button onPress={() => only({ actor: actor.id })}>All by the same</Button>
        <Button onPress={() => only({ action: entry.action })}>All of this kind</Button>
      </Box>
    </Dialog>
  )
}
