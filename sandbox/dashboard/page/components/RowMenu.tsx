import type { DataTableRowAction, DataTableRowActionGroup } from '@stripe/ui-extension-sdk/ui'
import { DropdownMenu } from 'radix-ui'
import { callRemote } from './events'
import { Glyph } from './Glyph'
import { useAnchor } from './hrefs'

type Action = DataTableRowAction | DataTableRowActionGroup

function Entry({ action, item }: { action: Action; item: { id: string } }) {
  const anchor = useAnchor()
  if ('actions' in action) {
    return (
      <DropdownMenu.Group>
        <DropdownMenu.Label className="ui-menu-title">{action.label}</DropdownMenu.Label>
        {action.actions.map((inner) => (
          <Entry key={inner.id} action={inner} item={item} />
        ))}
      </DropdownMenu.Group>
    )
  }
  const className = `ui-menu-item${action.type === 'destructive' ? ' is-destructive' : ''}`
  if ('href' in action) {
    const link = anchor(action.href)
    return (
      <DropdownMenu.Item asChild className={className}>
        <a href={link?.href} onClick={link?.onClick}>
          {action.label}
        </a>
      </DropdownMenu.Item>
    )
  }
  return (
    <DropdownMenu.Item className={className} onSelect={() => callRemote(action.onPress, item)}>
      {action.label}
    </DropdownMenu.Item>
  )
}

/** The actions at the end of a row, behind one button. */
export function RowMenu({
  actions,
  item,
  label,
}: {
  actions: Action[]
  item: { id: string }
  label: string
}) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className="ui-icon-button" aria-label={`Actions for ${label}`}>
        <Glyph name="overflow" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="ui-menu" align="end" sideOffset={4}>
          {actions.map((action) => (
            <Entry key={action.id} action={action} item={item} />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
