import { ViewSlot } from '../host/ViewSlot'
import { usePreview } from '../preview-context'

export function AppSettings() {
  const { session } = usePreview()
  return (
    <div className="page page-narrow">
      <header className="ui-full-page-header">
        <img src="/preview/icon.png" alt="" width={32} height={32} />
        <h1>{session.app.name} settings</h1>
      </header>
      <ViewSlot viewport="settings" />
    </div>
  )
}
