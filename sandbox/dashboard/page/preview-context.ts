import { createContext, useContext } from 'react'
import type { Account, Person, Role, Session } from '../protocol'
import type { Place } from './addresses'
import type { AppFrame } from './host/app-frame'
import type { Origin } from './place-store'

export type Mode = 'live' | 'test'

/** Who the views run for, and what they are allowed; another one is a new frame. */
export type Identity = {
  person: Person
  role: Role
  account: Account
  mode: Mode
  locale: string
  timeZone: string
  /** The manifest's permissions, less those that the switches take away. */
  permissions: string[]
}

export type Preview = {
  session: Session
  identity: Identity
  place: Place
  frame: AppFrame
  drawer: 'open' | 'closed'
  /** Grows when a view asks the page to read its own data again. */
  dataVersion: number
  setDrawer(drawer: 'open' | 'closed'): void
  navigate(place: Place, options?: { replace?: boolean; origin?: Origin }): void
  address(place: Place, accountId: string): string
}

export const PreviewContext = createContext<Preview | null>(null)

/** What every part of the page may know and do. */
export function usePreview(): Preview {
  const preview = useContext(PreviewContext)
  if (!preview) throw new Error('usePreview is used outside of the page.')
  return preview
}
