import {
  Box,
  Checkbox,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeaderCell,
  TableRow,
} from '@stripe/ui-extension-sdk/ui'
import type { Me, Permission } from '../api/types'
import { sentence } from '../format/words'
import { may } from '../hooks/useMe'

/** The actions as columns: those that most resources know first. */
export function actionsOf(permissions: Permission[]): string[] {
  const count = new Map<string, number>()
  for (const { action } of permissions) count.set(action, (count.get(action) ?? 0) + 1)
  return Array.from(count.keys()).sort(
    (a, b) => (count.get(b) ?? 0) - (count.get(a) ?? 0) || a.localeCompare(b),
  )
}

type PermissionTableProps = {
  me: Me
  permissions: Permission[]
  held: readonly Permission['id'][]
  /** Null where it is only to be read. */
  onChange: ((held: Permission['id'][]) => void) | null
}

/** What can be allowed: resources as rows, actions as columns. What one lacks oneself cannot be given. */
export function PermissionTable({ me, permissions, held, onChange }: PermissionTableProps) {
  const actions = actionsOf(permissions)
  const resources = Array.from(new Set(permissions.map(({ resource }) => resource)))
  const locked = onChange !== null && permissions.some(({ id }) => !may(me, id))
  const toggle = (id: Permission['id']) =>
    onChange?.(held.includes(id) ? held.filter((one) => one !== id) : [...held, id])
  return (
    <Box css={{ stack: 'y', gapY: 'small' }}>
      {locked ? (
        <Box css={{ color: 'secondary' }}>
          What your own role does not hold cannot be given: those boxes are locked.
        </Box>
      ) : null}
      <Table>
        <TableHead>
          <TableRow>
            <TableHeaderCell width="maximized">Permission</TableHeaderCell>
            {actions.map((action) => (
              <TableHeaderCell key={action}>{sentence(action)}</TableHeaderCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {resources.map((resource) => {
            const own = permissions
              .filter((one) => one.resource === resource)
              .sort((a, b) => actions.indexOf(a.action) - actions.indexOf(b.action))
            return (
              <TableRow key={resource}>
                <TableCell>
                  <Box>{sentence(resource)}</Box>
                  <Box css={{ font: 'caption', color: 'secondary' }}>
                    {own.map(({ label }) => label).join(' · ')}
                  </Box>
                </TableCell>
                {actions.map((action) => {
                  const one = own.find((permission) => permission.action === action)
                  return (
                    <TableCell key={action}>
                      {one ? (
                        <Checkbox
                          label={may(me, one.id) ? one.label : `${one.label} (beyond your role)`}
                          hiddenElements={['label']}
                          checked={held.includes(one.id)}
                          disabled={onChange === null || !may(me, one.id)}
                          onChange={() => toggle(one.id)}
                        />
                      ) : null}
                    </TableCell>
                  )
                })}
              </TableRow>
            )
          })}
        </TableBody>
      </Table>
    </Box>
  )
}
