import type {
  TabListProps,
  TabPanelProps,
  TabPanelsProps,
  TabProps,
  TabsProps,
} from '@stripe/ui-extension-sdk/ui'
import { Tabs as RadixTabs } from 'radix-ui'
import { createContext, useContext, useLayoutEffect, useMemo, useState } from 'react'
import { callRemote } from './events'

/** `ui`: a list of tabs and panels that share ids. The first tab is shown until one is chosen. */
const FirstTab = createContext<(id: string) => void>(() => undefined)

export function Tabs({ children, fitted, onSelectionChange, selectedKey, size = 'medium' }: TabsProps) {
  const [chosen, setChosen] = useState<string>()
  const [first, setFirst] = useState<string>()
  const announce = useMemo(() => (id: string) => setFirst((known) => known ?? id), [])
  const select = (key: string) => {
    setChosen(key)
    callRemote(onSelectionChange, key)
  }
  return (
    <FirstTab.Provider value={announce}>
      <RadixTabs.Root
        activationMode="manual"
        className={`ui-tabs ui-tabs-${size}${fitted ? ' is-fitted' : ''}`}
        value={selectedKey ?? chosen ?? first ?? ''}
        onValueChange={select}
      >
        {children}
      </RadixTabs.Root>
    </FirstTab.Provider>
  )
}

export function TabList({ children }: TabListProps) {
  return <RadixTabs.List className="ui-tab-list">{children}</RadixTabs.List>
}

export function Tab({ children, id, disabled = false }: TabProps) {
  const announce = useContext(FirstTab)
  useLayoutEffect(() => announce(id), [announce, id])
  return (
    <RadixTabs.Trigger value={id} disabled={disabled} className="ui-tab">
      {children}
    </RadixTabs.Trigger>
  )
}

export function TabPanels({ children }: TabPanelsProps) {
  return <>{children}</>
}

export function TabPanel({ children, id }: TabPanelProps) {
  return (
    <RadixTabs.Content value={id} className="ui-tab-panel">
      {children}
    </RadixTabs.Content>
  )
}
