import type { MenuGroupProps, MenuItemProps, MenuProps } from '@stripe/ui-extension-sdk/ui'
import { DropdownMenu } from 'radix-ui'
import { createContext, useContext } from 'react'
import { callRemote } from './events'
import { TriggerSlot } from './trigger'

const MenuAction = createContext<MenuProps['onAction']>(undefined)

export function Menu({ children, onAction, trigger }: MenuProps) {
  return (
    <MenuAction.Provider value={onAction}>
      <DropdownMenu.Root>
        <DropdownMenu.Trigger asChild>
          <TriggerSlot>{trigger}</TriggerSlot>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className="ui-menu" align="start" sideOffset={4}>
            {children}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
    </MenuAction.Provider>
  )
}

export function MenuGroup({ children, title }: MenuGroupProps) {
  return (
    <DropdownMenu.Group>
      {title ? <DropdownMenu.Label className="ui-menu-title">{title}</DropdownMenu.Label> : null}
      {children}
    </DropdownMenu.Group>
  )
}

export function MenuItem({ children, disabled = false, id, onAction }: MenuItemProps) {
  const onMenuAction = useContext(MenuAction)
  const choose = () => {
    callRemote(onAction, id)
    callRemote(onMenuAction, id)
  }
  return (
    <DropdownMenu.Item className="ui-menu-item" disabled={disabled} onSelect={choose}>
      {children}
    </DropdownMenu.Item>
  )
}
