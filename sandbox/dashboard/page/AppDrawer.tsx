import { useState } from 'react'
import { Glyph } from './components/Glyph'
import { ViewSlot } from './host/ViewSlot'
import { usePreview } from './preview-context'

/** The app's narrow column at the right of a page. */
export function AppDrawer({
  viewport,
  objectContext = null,
}: {
  viewport: string
  objectContext?: { id: string; object: string } | null
}) {
  const { session } = usePreview()
  const [open, setOpen] = useState(true)
  if (!open) {
    return (
      <button
        type="button"
        className="drawer-opener"
        aria-label={`Open ${session.app.name}`}
        onClick={() => setOpen(true)}
      >
        <img src="/preview/icon.png" alt="" width={24} height={24} />
      </button>
    )
  }
  return (
    <aside className="drawer" aria-label={session.app.name}>
      <header className="drawer-header">
        <img src="/preview/icon.png" alt="" width={20} height={20} />
        <span>{session.app.name}</span>
        <button
          type="button"
          className="ui-icon-button"
          aria-label="Close app"
          onClick={() => setOpen(false)}
        >
          <Glyph name="cancel" />
        </button>
      </header>
      <ViewSlot viewport={viewport} objectContext={objectContext} />
    </aside>
  )
}
