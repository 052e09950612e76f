import { useState } from 'react'
import type { Person, Role, Session } from '../protocol'
import type { Mode } from './preview-context'

export type Choices = { person: Person; role: Role; mode: Mode }
export type Choose = (change: { person?: string; role?: string; mode?: string }) => void

type Stored = { person?: string; role?: string; mode?: string }

const KEY = 'preview-choices'

function readStored(): Stored {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Stored
  } catch {
    return {}
  }
}

function resolve(session: Session, stored: Stored): Choices {
  const person = session.people.find(({ id }) => id === stored.person) ?? session.people[0]
  const role = session.roles.find(({ id }) => id === (stored.role ?? person?.role)) ?? session.roles[0]
  if (!person || !role) throw new Error('The preview has no users.')
  const mode = stored.mode === 'live' || stored.mode === 'test' ? stored.mode : session.keyMode
  return { person, role, mode }
}

/** User, role and mode, kept over reloads of this tab. Another user starts with their own role. */
export function useChoices(session: Session): { choices: Choices; choose: Choose } {
  const [choices, setChoices] = useState(() => resolve(session, readStored()))
  const choose: Choose = (change) => {
    const before: Stored = { person: choices.person.id, role: choices.role.id, mode: choices.mode }
    const next: Stored = { ...before, ...change }
    if (change.person && !change.role) delete next.role
    sessionStorage.setItem(KEY, JSON.stringify(next))
    setChoices(resolve(session, next))
  }
  return { choices, choose }
}
