import { useEffect, useRef, useState, type RefObject } from 'react'
import type { Place } from './addresses'
import type { Choices } from './choices'
import { Glyph } from './components/Glyph'
import { Navigation } from './Navigation'
import { pageEntry } from './page-table'
import { AppSettings } from './pages/AppSettings'
import { Balance } from './pages/Balance'
import { Billing } from './pages/Billing'
import { Customer } from './pages/Customer'
import { Customers } from './pages/Customers'
import { Elsewhere } from './pages/Elsewhere'
import { FullPage } from './pages/FullPage'
import { Home } from './pages/Home'
import { Invoice } from './pages/Invoice'
import { Invoices } from './pages/Invoices'
import { Onboarding } from './pages/Onboarding'
import { Payment } from './pages/Payment'
import { Disputes, Payments } from './pages/Payments'
import { Payout, Payouts } from './pages/Payouts'
import { Product } from './pages/Product'
import { Products } from './pages/Products'
import { Subscription } from './pages/Subscription'
import { Subscriptions } from './pages/Subscriptions'
import { Unknown } from './pages/Unknown'
import { usePreview } from './preview-context'
import { SwitchBar } from './SwitchBar'
import { ToastRegion } from './ToastRegion'
import type { Choose } from './use-choices'
import { useNarrow } from './use-narrow'

function Page({ place }: { place: Place }) {
  switch (place.page) {
    case 'home':
      return <Home />
    case 'balance':
      return <Balance />
    case 'payments':
      return place.id ? <Payment key={place.id} id={place.id} /> : <Payments />
    case 'customers':
      return place.id ? <Customer key={place.id} id={place.id} /> : <Customers />
    case 'products':
      return place.id ? <Product key={place.id} id={place.id} /> : <Products />
    case 'billing':
      return <Billing />
    case 'subscriptions':
      return place.id ? <Subscription key={place.id} id={place.id} /> : <Subscriptions />
    case 'invoices':
      return place.id ? <Invoice key={place.id} id={place.id} /> : <Invoices />
    case 'payouts':
      return place.id ? <Payout key={place.id} id={place.id} /> : <Payouts />
    case 'disputes':
      return <Disputes />
    case 'settings':
      return <AppSettings />
    case 'onboarding':
      return <Onboarding />
    case 'app':
      return <FullPage />
    case 'unknown':
      return <Unknown path={place.path} />
    default:
      return <Elsewhere page={place.page} id={place.id} />
  }
}

function titleOf(place: Place, appName: string): string {
  if (place.page === 'app') return appName
  if (place.page === 'settings') return 'App settings'
  if (place.page === 'onboarding') return 'App setup'
  if (place.page === 'unknown') return 'Not part of the preview'
  return place.id ? `${place.id} · ${pageEntry(place.page).title}` : pageEntry(place.page).title
}

/** Another page is told to screen readers: by the window's title, and by the focus on what is new. */
function useAnnounced(place: Place): RefObject<HTMLElement> {
  const main = useRef<HTMLElement>(null)
  const { session } = usePreview()
  const title = titleOf(place, session.app.name)
  const before = useRef(title)
  useEffect(() => {
    document.title = `${title} · ${session.app.name} · Preview`
    if (before.current !== title) {
      main.current?.focus({ preventScroll: true })
      main.current?.scrollTo(0, 0)
    }
    before.current = title
  }, [title, session.app.name])
  return main
}

type Props = { choices: Choices; choose: Choose; switchAccount: (id: string) => void }

/** The page's frame: navigation at the left, switches at the top, one page in the middle. */
export function Shell({ choices, choose, switchAccount }: Props) {
  const { place, identity } = usePreview()
  const narrow = useNarrow(choices.windowSize)
  const [menuOpenAt, setMenuOpenAt] = useState<Place | null>(null)
  const main = useAnnounced(place)
  // Whoever has gone somewhere needs the menu no more.
  const menuOpen = menuOpenAt === place
  return (
    <div className="shell" data-width={narrow ? 'narrow' : 'wide'}>
      <a className="skip-link" href="#content" onClick={() => main.current?.focus()}>
        Skip to content
      </a>
      {!narrow || menuOpen ? <Navigation /> : null}
      <div className="shell-main">
        <header className="top">
          {narrow ? (
            <button
              type="button"
              className="ui-icon-button"
              aria-label="Menu"
              aria-expanded={menuOpen}
              aria-controls="navigation"
              onClick={() => setMenuOpenAt(menuOpen ? null : place)}
            >
              <Glyph name={menuOpen ? 'cancel' : 'menu'} />
            </button>
          ) : null}
          <span className="preview-badge">Preview</span>
          <SwitchBar narrow={narrow} {...{ choices, choose, switchAccount }} />
        </header>
        {identity.mode === 'test' ? <div className="mode-line" aria-hidden="true" /> : null}
        <main className="shell-page" id="content" tabIndex={-1} ref={main}>
          <Page place={place} />
        </main>
      </div>
      <ToastRegion />
    </div>
  )
}
