import { createContext, useContext } from 'react'
import type { Account, Person, Role, Session } from '../protocol'
import type { Place } from './addresses'
import type { AppFrame } from './host/app-frame'
import type { Origin } from './place-store'

export type Mode = 'live' | 'test'

/** Who the preview acts as: the four switches of the top bar. */
export type Identity = { person: Person; role: Role; account: Account; mode: Mode }

export type Preview = {
  session: Session
  identity: Identity
  place: Place
  frame: AppFrame
  /** Grows when a view asks the page to read its own data again. */
  dataVersion: number
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
