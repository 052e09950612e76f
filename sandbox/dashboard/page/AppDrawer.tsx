import { useState } from 'react'
import type { Viewport } from '../viewports'
import { Glyph } from './components/Glyph'
import { ViewSlot } from './host/ViewSlot'
import { PAGE_NAMES, pageEntry } from './page-table'
import { PlaceLink } from './parts/PlaceLink'
import { usePreview } from './preview-context'

type Props = { viewport: Viewport | null; objectContext?: { id: string; object: string } | null }

/** A page without a view says so, and where there are some. */
export function NoView() {
  const { session } = usePreview()
  const has = (viewport: Viewport | null | undefined) =>
    session.app.views.some((view) => view.viewport === viewport)
  const pages = PAGE_NAMES.filter((name) => {
    const { viewport, detail } = pageEntry(name)
    return has(viewport) || has(detail?.viewport)
  })
  return (
    <div className="no-view">
      <p>{session.app.name} has no view for this page.</p>
      {pages.length > 0 ? <p>It has some here:</p> : null}
      <ul>
        {pages.map((page) => (
          <li key={page}>
            <PlaceLink to={{ page }}>{pageEntry(page).title}</PlaceLink>
            {has(pageEntry(page).viewport) ? null : ' (each one’s page)'}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The app's narrow column at the right of a page: its view for the page, else its default view, else a note. */
export function AppDrawer({ viewport, objectContext = null }: Props) {
  const { session, drawer, setDrawer } = usePreview()
  const { name, views } = session.app
  // Either button takes the place, and the focus, of the other.
  const [toggled, setToggled] = useState(false)
  const toggle = (next: 'open' | 'closed') => {
    setToggled(true)
    setDrawer(next)
  }
  if (drawer === 'closed') {
    return (
      <button
        type="button"
        className="drawer-opener"
        aria-label={`Open ${name}`}
        autoFocus={toggled}
        onClick={() => toggle('open')}
      >
        <img src="/preview/icon.png" alt="" width={24} height={24} />
      </button>
    )
  }
  const has = (wanted: Viewport) => views.some((view) => view.viewport === wanted)
  const own = viewport !== null && has(viewport)
  return (
    <aside className="drawer" aria-label={name}>
      <header className="drawer-header">
        <img src="/preview/icon.png" alt="" width={20} height={20} />
        <span>{name}</span>
        <button
          type="button"
          className="ui-icon-button"
          aria-label="Close app"
          autoFocus={toggled}
          onClick={() => toggle('closed')}
        >
          <Glyph name="cancel" />
        </button>
      </header>
      {own ? <ViewSlot viewport={viewport} objectContext={objectContext} /> : null}
      {!own && has('stripe.dashboard.drawer.default') ? (
        <ViewSlot viewport="stripe.dashboard.drawer.default" />
      ) : null}
      {!own && !has('stripe.dashboard.drawer.default') ? <NoView /> : null}
    </aside>
  )
}
