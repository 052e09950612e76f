import { addressOf, readAddress, type Place } from './addresses'

/** Who moved: a view moves its own router first and must not hear of it again. */
export type Origin = 'page' | 'view'
export type PlaceState = { accountId: string | null; place: Place; origin: Origin }

/** The address bar as a store: back, forward and reload keep the place because it is written nowhere else. */
export function createPlaceStore(appId: string) {
  const listeners = new Set<() => void>()
  let state: PlaceState = { ...readAddress(location.pathname, location.search), origin: 'page' }
  const change = (next: PlaceState) => {
    state = next
    for (const listener of listeners) listener()
  }
  addEventListener('popstate', () =>
    change({ ...readAddress(location.pathname, location.search), origin: 'page' }),
  )
  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    read: () => state,
    address: (place: Place, accountId: string) => addressOf(place, accountId, appId),
    go(place: Place, accountId: string, { replace = false, origin = 'page' as Origin } = {}) {
      const address = addressOf(place, accountId, appId)
      if (replace) history.replaceState(null, '', address)
      else history.pushState(null, '', address)
      change({ accountId, place, origin })
    },
  }
}

export type PlaceStore = ReturnType<typeof createPlaceStore>
