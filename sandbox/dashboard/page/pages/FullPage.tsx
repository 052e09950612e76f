import { NoView } from '../AppDrawer'
import { ViewSlot } from '../host/ViewSlot'
import { usePreview } from '../preview-context'

export function FullPage() {
  const { session } = usePreview()
  const { name, views } = session.app
  return (
    <div className="page page-wide">
      {views.some(({ viewport }) => viewport === 'stripe.dashboard.fullpage') ? (
        <ViewSlot viewport="stripe.dashboard.fullpage" />
      ) : (
        <>
          <h1>{name}</h1>
          <NoView />
        </>
      )}
    </div>
  )
}
