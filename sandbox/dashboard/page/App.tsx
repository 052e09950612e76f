import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { HostCalls, Session } from '../protocol'
import type { Place } from './addresses'
import type { Choices } from './choices'
import { setRegion } from './components/formats'
import { openAppFrame } from './host/app-frame'
import { setCurrentNetwork } from './host/current-network'
import { createPlatformCalls } from './host/platform-calls'
import { createPlaceStore, type PlaceStore } from './place-store'
import { PreviewContext, type Identity, type Preview } from './preview-context'
import { Shell } from './Shell'
import { adoptAddress, useChoices } from './use-choices'
import { useSession } from './use-session'

function Starting({ problem }: { problem: string | null }) {
  return (
    <main className="starting" role="status">
      <img src="/preview/icon.png" alt="" width={48} height={48} />
      <p>{problem ?? 'Opening the preview'}</p>
    </main>
  )
}

/** A new identity is a new object, and a new frame with it: no token may outlive a switch. */
function useIdentity({ app }: Session, account: Identity['account'], choices: Choices): Identity {
  const { person, role, mode, locale, timeZone } = choices
  const without = choices.without.join()
  return useMemo(() => {
    setRegion({ locale, timeZone })
    const permissions = app.permissions.filter((permission) => !without.split(',').includes(permission))
    return { person, role, account, mode, locale, timeZone, permissions }
  }, [app, person, role, account, mode, locale, timeZone, without])
}

function Running({ session, store }: { session: Session; store: PlaceStore }) {
  const { accountId, place, origin } = useSyncExternalStore(store.subscribe, store.read)
  const { choices, choose } = useChoices(session)
  const [dataVersion, setDataVersion] = useState(0)
  const account = session.accounts.find(({ id }) => id === accountId) ?? session.accounts[0]
  if (!account) throw new Error('The Stripe stand-in has no account.')
  const identity = useIdentity(session, account, choices)
  const { network, drawer } = choices

  const frame = useMemo(() => {
    const navigate: Preview['navigate'] = (next) => store.go(next, identity.account.id)
    const refresh = () => setDataVersion((version) => version + 1)
    const calls = createPlatformCalls({ session, identity, navigate, refresh })
    const placeFromView: HostCalls['placeFromView'] = (next, replace) =>
      store.go({ page: 'app', place: next }, identity.account.id, { replace, origin: 'view' })
    return openAppFrame(calls, { placeFromView }, identity.timeZone)
  }, [session, identity, store])
  useEffect(() => () => frame.destroy(), [frame])
  useEffect(() => {
    setCurrentNetwork(network)
    frame.setNetwork(network)
  }, [frame, network])
  useFramePlace(frame, place, origin)

  useEffect(() => {
    if (accountId !== account.id) store.go(place, account.id, { replace: true })
  }, [accountId, account.id, place, store])

  const preview: Preview = {
    session,
    identity,
    place,
    frame,
    drawer,
    dataVersion,
    setDrawer: (next) => choose({ drawer: next }),
    navigate: (next, options) => store.go(next, identity.account.id, options),
    address: store.address,
  }
  return (
    <PreviewContext.Provider value={preview}>
      <Shell choices={choices} choose={choose} switchAccount={(id) => store.go(inOtherAccount(place), id)} />
    </PreviewContext.Provider>
  )
}

/** No object of one account exists in another: its list does. */
function inOtherAccount(place: Place): Place {
  return 'id' in place || 'query' in place ? { page: place.page } : place
}

/** Tells the frame's router where the address bar is, except for what the router itself has just done. */
function useFramePlace(frame: Preview['frame'], place: Preview['place'], origin: 'page' | 'view'): void {
  const before = useRef<{ frame: Preview['frame']; inApp: boolean } | null>(null)
  useEffect(() => {
    const inApp = place.page === 'app'
    const known = before.current?.frame === frame && before.current.inApp
    before.current = { frame, inApp }
    if (origin === 'view' && known && inApp) return
    frame.setPlace(place.page === 'app' ? place.place : undefined)
  }, [frame, place, origin])
}

function open(session: Session): PlaceStore {
  adoptAddress(session.app.id)
  return createPlaceStore(session.app.id)
}

export function App() {
  const { session, problem } = useSession()
  const store = useMemo(() => (session ? open(session) : null), [session])
  return session && store ? <Running session={session} store={store} /> : <Starting problem={problem} />
}
