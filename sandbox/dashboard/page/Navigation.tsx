import { Glyph } from './components/Glyph'
import { pageEntry, type PageName } from './page-table'
import { PlaceLink } from './parts/PlaceLink'
import { usePreview } from './preview-context'

const MAIN: [PageName, glyph: string][] = [
  ['home', 'home'],
  ['balance', 'balance'],
  ['payments', 'payments'],
  ['customers', 'customers'],
  ['products', 'products'],
]
const BILLING: [PageName, glyph: string][] = [
  ['billing', 'billing'],
  ['subscriptions', 'recurring'],
  ['invoices', 'invoice'],
]
const MORE: PageName[] = [
  'payouts',
  'disputes',
  'paymentLinks',
  'shippingRates',
  'reports',
  'revenueRecognition',
  'tax',
]

function PageLink({ page, glyph }: { page: PageName; glyph?: string }) {
  const { place } = usePreview()
  return (
    <PlaceLink className="nav-link" to={{ page }} current={place.page === page}>
      {glyph ? <Glyph name={glyph} /> : null}
      {pageEntry(page).title}
    </PlaceLink>
  )
}

/** The pages at the left; those that a merchant of subscriptions seldom opens are folded away. */
export function Navigation() {
  const { session, identity, place } = usePreview()
  const inMore = MORE.some((page) => page === place.page)
  return (
    <nav className="side" id="navigation" aria-label="Main">
      <div className="side-account">
        <span className="side-avatar" aria-hidden="true">
          {identity.account.name.slice(0, 1).toUpperCase()}
        </span>
        <span className="side-account-name">{identity.account.name}</span>
      </div>
      {MAIN.map(([page, glyph]) => (
        <PageLink key={page} page={page} glyph={glyph} />
      ))}
      <div className="side-heading">Recurring</div>
      {BILLING.map(([page, glyph]) => (
        <PageLink key={page} page={page} glyph={glyph} />
      ))}
      <div className="side-heading">Apps</div>
      <PlaceLink
        className="nav-link"
        to={{ page: 'app', place: { href: '/', searchParams: {} } }}
        current={place.page === 'app'}
      >
        <img src="/preview/icon.png" alt="" width={16} height={16} />
        {session.app.name}
      </PlaceLink>
      <PlaceLink className="nav-link" to={{ page: 'settings' }} current={place.page === 'settings'}>
        <Glyph name="settings" />
        App settings
      </PlaceLink>
      <PlaceLink className="nav-link" to={{ page: 'onboarding' }} current={place.page === 'onboarding'}>
        <Glyph name="check" />
        App setup
      </PlaceLink>
      <details className="side-more" open={inMore || undefined}>
        <summary className="nav-link">
          <Glyph name="more" />
          More
        </summary>
        {MORE.map((page) => (
          <PageLink key={page} page={page} />
        ))}
      </details>
    </nav>
  )
}
