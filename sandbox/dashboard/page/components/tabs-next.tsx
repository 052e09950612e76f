import type { TabProps, TabsProps } from '@stripe/ui-extension-sdk/ui/next'
import { Tabs as RadixTabs } from 'radix-ui'
import { createContext, useContext, useLayoutEffect, useMemo, useState } from 'react'
import { callRemote } from './events'

/** `ui/next`: each `Tab` carries its label and content, and tells them to `Tabs`, since children arrive remotely. */
type Register = (id: string, label: string) => () => void
const TabsContext = createContext<Register>(() => () => undefined)

export function NextTabs({ children, onSelectionChange, selectedKey }: TabsProps) {
  const [tabs, setTabs] = useState<{ id: string; label: string }[]>([])
  const [chosen, setChosen] = useState<string>()
  const register = useMemo<Register>(
    () => (id, label) => {
      setTabs((all) =>
        all.some((tab) => tab.id === id)
          ? all.map((tab) => (tab.id === id ? { id, label } : tab))
          : [...all, { id, label }],
      )
      return () => setTabs((all) => all.filter((tab) => tab.id !== id))
    },
    [],
  )
  const select = (key: string) => {
    setChosen(key)
    callRemote(onSelectionChange, key)
  }
  return (
    <RadixTabs.Root
      // Automatic activation would choose the focused tab again whenever the window gets its focus back.
      activationMode="manual"
      className="ui-tabs"
      value={selectedKey ?? chosen ?? tabs[0]?.id ?? ''}
      onValueChange={select}
    >
      <RadixTabs.List className="ui-tab-list">
        {tabs.map(({ id, label }) => (
          <RadixTabs.Trigger key={id} value={id} className="ui-tab">
            {label}
          </RadixTabs.Trigger>
        ))}
      </RadixTabs.List>
      <TabsContext.Provider value={register}>{children}</TabsContext.Provider>
    </RadixTabs.Root>
  )
}

export function NextTab({ children, id, label }: TabProps) {
  const register = useContext(TabsContext)
  useLayoutEffect(() => register(id, label), [register, id, label])
  return (
    <RadixTabs.Content value={id} className="ui-tab-panel" tabIndex={-1}>
      {children}
    </RadixTabs.Content>
  )
}
