import { useState } from 'react'
import type { Session } from '../protocol'
import { readFromAddress, resolveChoices, type Choices, type Stored } from './choices'
import { report } from './report'

export type Choose = (change: Stored) => void

const KEY = 'preview-choices'

function readStored(): Stored {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Stored
  } catch {
    return {}
  }
}

/** Takes what the address sets out of it, so that it holds for this tab and not for one place. */
export function adoptAddress(appId: string): void {
  const { stored, unknown, rest } = readFromAddress(location.search, appId)
  for (const name of unknown) report(`there is no switch ${name}`)
  if (rest === location.search) return
  const before = readStored()
  if (stored.user && !stored.role) delete before.role
  sessionStorage.setItem(KEY, JSON.stringify({ ...before, ...stored }))
  history.replaceState(history.state, '', location.pathname + rest)
}

function resolve(session: Session, stored: Stored): Choices {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const { choices, faults } = resolveChoices(session, stored, { locale: navigator.language, timeZone })
  for (const fault of faults) report(fault)
  return choices
}

/** The switches, kept over reloads of this tab. Another user starts with their own role. */
export function useChoices(session: Session): { choices: Choices; choose: Choose } {
  const [choices, setChoices] = useState(() => resolve(session, readStored()))
  const choose: Choose = (change) => {
    const next: Stored = { ...readStored(), ...change }
    if (change.user && !change.role) delete next.role
    sessionStorage.setItem(KEY, JSON.stringify(next))
    setChoices(resolve(session, next))
  }
  return { choices, choose }
}
