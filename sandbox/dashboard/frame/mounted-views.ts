import { createRemoteRoot, type RemoteChannel } from '@remote-ui/core'
import { createRoot, type Root } from '@remote-ui/react'
import { release, retain } from '@remote-ui/rpc'
import { Component, createElement, type ComponentType, type ReactNode } from 'react'
import type { ViewRequest } from '../protocol'

type BoundaryProps = { onError: (error: Error) => void; children?: ReactNode }

/** A view that throws empties only itself; the page says so in its place. */
class ViewBoundary extends Component<BoundaryProps, { failed: boolean }> {
  override state = { failed: false }
  static getDerivedStateFromError() {
    return { failed: true }
  }
  override componentDidCatch(error: Error) {
    this.props.onError(error)
  }
  override render() {
    return this.state.failed ? null : this.props.children
  }
}

type ViewComponent = ComponentType<Record<string, unknown>>
type Mounted = { root: Root; channel: RemoteChannel }

/** The views that are open now, all in the one frame of their app. */
export function createMountedViews(onError: (viewId: string, error: Error) => void) {
  const mounted = new Map<string, Mounted>()
  return {
    mount({ viewId, context }: ViewRequest, view: ViewComponent, channel: RemoteChannel): void {
      retain(channel)
      const remoteRoot = createRemoteRoot(channel, { strict: false })
      const root = createRoot(remoteRoot)
      const boundary = { onError: (error: Error) => onError(viewId, error) }
      root.render(createElement(ViewBoundary, boundary, createElement(view, context)))
      void remoteRoot.mount()
      mounted.set(viewId, { root, channel })
    },
    unmount(viewId: string): void {
      const view = mounted.get(viewId)
      if (!view) return
      mounted.delete(viewId)
      view.root.unmount()
      release(view.channel)
    },
  }
}
