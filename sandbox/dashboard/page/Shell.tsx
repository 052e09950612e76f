import type { MouseEvent } from 'react'
import type { Place } from './addresses'
import { Glyph } from './components/Glyph'
import { Customer } from './pages/Customer'
import { Customers } from './pages/Customers'
import { FullPage } from './pages/FullPage'
import { Home } from './pages/Home'
import { AppSettings } from './pages/AppSettings'
import { Unknown } from './pages/Unknown'
import { usePreview } from './preview-context'
import { Switches } from './Switches'
import { ToastRegion } from './ToastRegion'
import type { Choose } from './use-choices'

function Page({ place }: { place: Place }) {
  switch (place.page) {
    case 'home':
      return <Home />
    case 'customers':
      return <Customers />
    case 'customer':
      return <Customer key={place.customerId} customerId={place.customerId} />
    case 'app':
      return <FullPage />
    case 'settings':
      return <AppSettings />
    default:
      return <Unknown />
  }
}

type Item = { label: string; glyph: string; place: Place; isCurrent: boolean }

function NavigationLink({ item }: { item: Item }) {
  const { identity, navigate, address } = usePreview()
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey) return
    event.preventDefault()
    navigate(item.place)
  }
  return (
    <a
      className="nav-link"
      href={address(item.place, identity.account.id)}
      aria-current={item.isCurrent ? 'page' : undefined}
      onClick={follow}
    >
      {item.glyph === 'app' ? (
        <img src="/preview/icon.png" alt="" width={16} height={16} />
      ) : (
        <Glyph name={item.glyph} />
      )}
      {item.label}
    </a>
  )
}

function Navigation() {
  const { session, identity, place } = usePreview()
  const { page } = place
  const main: Item[] = [
    { label: 'Home', glyph: 'home', place: { page: 'home' }, isCurrent: page === 'home' },
    {
      label: 'Customers',
      glyph: 'customers',
      place: { page: 'customers' },
      isCurrent: page === 'customers' || page === 'customer',
    },
  ]
  const app: Item[] = [
    {
      label: session.app.name,
      glyph: 'app',
      place: { page: 'app', place: { href: '/', searchParams: {} } },
      isCurrent: page === 'app',
    },
    { label: 'App settings', glyph: 'settings', place: { page: 'settings' }, isCurrent: page === 'settings' },
  ]
  return (
    <nav className="side" aria-label="Main">
      <div className="side-account">
        <span className="side-avatar">{identity.account.name.slice(0, 1).toUpperCase()}</span>
        <span className="side-account-name">{identity.account.name}</span>
      </div>
      {main.map((item) => (
        <NavigationLink key={item.label} item={item} />
      ))}
      <div className="side-heading">Apps</div>
      {app.map((item) => (
        <NavigationLink key={item.label} item={item} />
      ))}
    </nav>
  )
}

/** The page's frame: navigation at the left, switches at the top, one page in the middle. */
export function Shell(props: { choose: Choose; switchAccount: (id: string) => void }) {
  const { place, identity } = usePreview()
  return (
    <div className="shell">
      <Navigation />
      <div className="shell-main">
        <Switches {...props} />
        {identity.mode === 'test' ? <div className="mode-line" aria-hidden="true" /> : null}
        <main className="shell-page">
          <Page place={place} />
        </main>
      </div>
      <ToastRegion />
    </div>
  )
}
