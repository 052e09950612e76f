import { NoView } from '../AppDrawer'
import { ViewSlot } from '../host/ViewSlot'
import { usePreview } from '../preview-context'

/** What a merchant sees after the app was installed. */
export function Onboarding() {
  const { session } = usePreview()
  const { name, views } = session.app
  return (
    <div className="page page-narrow">
      {views.some(({ viewport }) => viewport === 'onboarding') ? (
        <ViewSlot viewport="onboarding" />
      ) : (
        <>
          <h1>{name} setup</h1>
          <NoView />
        </>
      )}
    </div>
  )
}
