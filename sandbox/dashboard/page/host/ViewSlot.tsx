import { RemoteRenderer, createRemoteReceiver } from '@remote-ui/react/host'
import { Component, useEffect, useState, type ReactNode } from 'react'
import type { Viewport } from '../../viewports'
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

/** What the preview itself cannot draw takes its own place down, not the page. */
class DrawingBoundary extends Component<{ children: ReactNode }, { message: string | null }> {
  override state = { message: null }
  static getDerivedStateFromError(error: unknown) {
    return { message: error instanceof Error ? error.message : String(error) }
  }
  override render() {
    return this.state.message === null ? this.props.children : <Failed message={this.state.message} />
  }
}

type MountedViewProps = { component: string; viewport: Viewport; objectContext: ObjectContext | null }

/** One mounting of a view. Its place, object and identity never change: another one is another key. */
function MountedView({ component, viewport, objectContext }: MountedViewProps) {
  const { session, identity, frame, place } = usePreview()
  const [queryParams] = useState(place.env ?? {})
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
    const context = viewContext(session, identity, { viewport, objectContext: object, queryParams })
    frame.mountView({ viewId, component, context }, receiver.receive).catch((error: unknown) => {
      fail(error instanceof Error ? error.message : String(error))
    })
    return () => {
      stopMount()
      stopListening()
      frame.unmountView(viewId)
    }
  }, [component, frame, identity, objectId, objectName, queryParams, receiver, session, viewport])

  return (
    <div className="view-slot" data-view={component} data-state={status.state}>
      {status.state === 'failed' ? <Failed message={status.message} /> : null}
      {status.state === 'loading' ? (
        <div className="view-loading" role="status" aria-label="Loading" />
      ) : null}
      {status.state === 'shown' ? (
        <DrawingBoundary>
          <RemoteRenderer receiver={receiver} controller={controller} />
        </DrawingBoundary>
      ) : null}
    </div>
  )
}

type ViewSlotProps = { viewport: Viewport; objectContext?: ObjectContext | null }

/** Where one view of the app is shown; empty when the app has none for this place. */
export function ViewSlot({ viewport, objectContext = null }: ViewSlotProps) {
  const { session, frame, place } = usePreview()
  const view = session.app.views.find((candidate) => candidate.viewport === viewport)
  if (!view) return null
  const key = [frame.id, viewport, objectContext?.id, JSON.stringify(place.env)].join(' ')
  return (
    <MountedView key={key} component={view.component} viewport={viewport} objectContext={objectContext} />
  )
}
