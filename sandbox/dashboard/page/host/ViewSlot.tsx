import { RemoteRenderer, createRemoteReceiver } from '@remote-ui/react/host'
import { useEffect, useState } from 'react'
import { createHostController } from '../components/HostedComponent'
import { usePreview } from '../preview-context'
import { viewContext } from './view-context'

const controller = createHostController()
let lastViewId = 0

type ObjectContext = { id: string; object: string }
type Status = { state: 'loading' } | { state: 'shown' } | { state: 'failed'; message: string }

function Failed({ message }: { message: string }) {
  return (
    <div className="view-failed" role="alert">
      <h2>This view stopped working</h2>
      <p>{message}</p>
    </div>
  )
}

type MountedViewProps = { component: string; viewport: string; objectContext: ObjectContext | null }

/** One mounting of a view. Its place, object and identity never change: another one is another key. */
function MountedView({ component, viewport, objectContext }: MountedViewProps) {
  const { session, identity, frame } = usePreview()
  const [receiver] = useState(() => createRemoteReceiver())
  const [status, setStatus] = useState<Status>({ state: 'loading' })
  const [objectId, objectName] = [objectContext?.id, objectContext?.object]

  useEffect(() => {
    lastViewId += 1
    const viewId = `view-${lastViewId}`
    const fail = (message: string) => setStatus({ state: 'failed', message })
    const stopListening = frame.onViewFailed(viewId, fail)
    const stopMount = receiver.on('mount', () => setStatus({ state: 'shown' }))
    const object = objectId && objectName ? { id: objectId, object: objectName } : null
    const context = viewContext(session, identity, { viewport, objectContext: object })
    frame.mountView({ viewId, component, context }, receiver.receive).catch((error: unknown) => {
      fail(error instanceof Error ? error.message : String(error))
    })
    return () => {
      stopMount()
      stopListening()
      frame.unmountView(viewId)
    }
  }, [component, frame, identity, objectId, objectName, receiver, session, viewport])

  return (
    <div className="view-slot" data-view={component} data-state={status.state}>
      {status.state === 'failed' ? <Failed message={status.message} /> : null}
      {status.state === 'loading' ? (
        <div className="view-loading" role="status" aria-label="Loading" />
      ) : null}
      {status.state === 'shown' ? <RemoteRenderer receiver={receiver} controller={controller} /> : null}
    </div>
  )
}

type ViewSlotProps = { viewport: string; objectContext?: ObjectContext | null }

/** Where one view of the app is shown; empty when the app has none for this place. */
export function ViewSlot({ viewport, objectContext = null }: ViewSlotProps) {
  const { session, frame } = usePreview()
  const view = session.app.views.find((candidate) => candidate.viewport === viewport)
  if (!view) return null
  const key = [frame.id, view.component, objectContext?.id].join(' ')
  return (
    <MountedView key={key} component={view.component} viewport={viewport} objectContext={objectContext} />
  )
}
