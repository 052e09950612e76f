import { NoView } from '../AppDrawer'
import { ViewSlot } from '../host/ViewSlot'
import { usePreview } from '../preview-context'

export function AppSettings() {
  const { session } = usePreview()
  const { name, views } = session.app
  return (
    <div className="page page-narrow">
      <header className="ui-full-page-header">
        <img src="/preview/icon.png" alt="" width={32} height={32} />
        <h1>{name} settings</h1>
      </header>
      {views.some(({ viewport }) => viewport === 'settings') ? <ViewSlot viewport="settings" /> : <NoView />}
    </div>
  )
}
