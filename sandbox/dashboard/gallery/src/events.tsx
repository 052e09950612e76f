import { Box, Inline } from '@stripe/ui-extension-sdk/ui'
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'

type Log = (name: string) => (...values: unknown[]) => void

const LogContext = createContext<Log>(() => () => undefined)

function words(value: unknown): string {
  if (value instanceof Set) return `Set ${JSON.stringify([...value])}`
  return JSON.stringify(value) ?? 'nothing'
}

/** Says in words what the last handler was called with. */
export function Events({ children }: { children: ReactNode }) {
  const [last, setLast] = useState('Nothing happened yet')
  const log = useMemo<Log>(
    () =>
      (name) =>
      (...values) =>
        setLast(`${name}: ${values.map(words).join(', ')}`),
    [],
  )
  return (
    <LogContext.Provider value={log}>
      <Box css={{ font: 'caption', color: 'secondary', overflowWrap: 'break-word' }}>
        <Inline>{last}</Inline>
      </Box>
      {children}
    </LogContext.Provider>
  )
}

/** Makes a handler for each event by its name. */
export const useLog = (): Log => useContext(LogContext)
