import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { Session } from '../protocol'
import { openAppFrame } from './host/app-frame'
import { createPlatformCalls } from './host/platform-calls'
import { createPlaceStore, type PlaceStore } from './place-store'
import { PreviewContext, type Identity, type Preview } from './preview-context'
import { Shell } from './Shell'
import { useChoices } from './use-choices'
import { useSession } from './use-session'

function Starting({ problem }: { problem: string | null }) {
  return (
    <main className="starting" role="status">
      <img src="/preview/icon.png" alt="" width={48} height={48} />
      <p>{problem ?? 'Opening the preview'}</p>
    </main>
  )
}

function Running({ session, store }: { session: Session; store: PlaceStore }) {
  const { accountId, place, origin } = useSyncExternalStore(store.subscribe, store.read)
  const { choices, choose } = useChoices(session)
  const [dataVersion, setDataVersion] = useState(0)
  const account = session.accounts.find(({ id }) => id === accountId) ?? session.accounts[0]
  if (!account) throw new Error('The Stripe stand-in has no account.')
  const { person, role, mode } = choices

  // A new identity is a new object, and a new frame with it: no token may outlive a switch.
  const identity = useMemo<Identity>(() => ({ person, role, account, mode }), [person, role, account, mode])
  const frame = useMemo(() => {
    const navigate: Preview['navigate'] = (next) => store.go(next, identity.account.id)
    const refresh = () => setDataVersion((version) => version + 1)
    const calls = createPlatformCalls({ session, identity, navigate, refresh })
    return openAppFrame(calls, {
      placeFromView: (next, replace) =>
        store.go({ page: 'app', place: next }, identity.account.id, { replace, origin: 'view' }),
    })
  }, [session, identity, store])
  useEffect(() => () => frame.destroy(), [frame])
  useFramePlace(frame, place, origin)

  useEffect(() => {
    if (accountId !== account.id) store.go(place, account.id, { replace: true })
  }, [accountId, account.id, place, store])

  const preview = useMemo<Preview>(
    () => ({
      session,
      identity,
      place,
      frame,
      dataVersion,
      navigate: (next, options) => store.go(next, identity.account.id, options),
      address: store.address,
    }),
    [session, identity, place, frame, dataVersion, store],
  )
  return (
    <PreviewContext.Provider value={preview}>
      <Shell choose={choose} switchAccount={(id) => store.go(place, id)} />
    </PreviewContext.Provider>
  )
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

export function App() {
  const { session, problem } = useSession()
  const store = useMemo(() => (session ? createPlaceStore(session.app.id) : null), [session])
  return session && store ? <Running session={session} store={store} /> : <Starting problem={problem} />
}
