import type { RemoteChannel } from '@remote-ui/core'
import { createEndpoint, fromMessagePort, type Endpoint } from '@remote-ui/rpc'
import type { Network } from '../../network'
import type { AppPlace, FrameCalls, HostCalls, ViewRequest } from '../../protocol'
import { currentNetwork } from './current-network'
import type { PlatformCalls } from './platform-calls'

let lastFrameId = 0

export type AppFrame = {
  /** Another frame is another id: what was mounted in the old one is gone. */
  id: number
  /** Resolves when the app's bundle has run; rejects with the reason when it could not. */
  ready: Promise<void>
  mountView(request: ViewRequest, channel: RemoteChannel): Promise<void>
  unmountView(viewId: string): void
  setPlace(place: AppPlace | undefined): void
  setNetwork(network: Network): void
  onViewFailed(viewId: string, listener: (message: string) => void): () => void
  destroy(): void
}

const handedOver = new WeakSet<object>()

addEventListener('unhandledrejection', (event) => {
  const reason: unknown = event.reason
  if (typeof reason === 'object' && reason !== null && handedOver.has(reason)) event.preventDefault()
})

/** What a call fails with is for the view to handle; the endpoint tells it there, and throws it once more here. */
function withoutEcho(calls: PlatformCalls): Record<string, (...args: unknown[]) => Promise<unknown>> {
  return Object.fromEntries(
    Object.entries(calls).map(([name, call]) => [
      name,
      async (...args: unknown[]) => {
        try {
          return (await Reflect.apply(call, null, args)) as unknown
        } catch (error) {
          if (typeof error === 'object' && error !== null) handedOver.add(error)
          throw error
        }
      },
    ]),
  )
}

/** One invisible sandboxed frame per app and identity: its origin is null, so it shares nothing with the page. */
export function openAppFrame(
  calls: PlatformCalls,
  navigation: Pick<HostCalls, 'placeFromView'>,
  timeZone: string,
): AppFrame {
  const iframe = document.createElement('iframe')
  iframe.setAttribute('sandbox', 'allow-scripts')
  iframe.title = 'App code'
  iframe.hidden = true
  iframe.src = '/preview/frame'

  const { port1, port2 } = new MessageChannel()
  const endpoint: Endpoint<FrameCalls> = createEndpoint<FrameCalls>(fromMessagePort(port1))
  const failures = new Map<string, (message: string) => void>()
  const hostCalls: HostCalls = {
    ...navigation,
    registerRoutes: () => undefined,
    viewFailed: (viewId, message) => failures.get(viewId)?.(message),
  }
  endpoint.expose({ ...withoutEcho(calls), ...hostCalls })
  port1.start()

  const loaded = new Promise<void>((resolve) =>
    iframe.addEventListener('load', () => resolve(), { once: true }),
  )
  document.body.append(iframe)
  const ready = loaded.then(async () => {
    iframe.contentWindow?.postMessage('init_extension', '*', [port2])
    await endpoint.call.loadApp({ timeZone, network: currentNetwork() })
  })
  // Each view reports the failure in its own place; nobody else needs to hear it.
  ready.catch(() => undefined)

  lastFrameId += 1
  return {
    id: lastFrameId,
    ready,
    async mountView(request, channel) {
      await ready
      await endpoint.call.mountView(request, channel)
    },
    unmountView(viewId) {
      ready.then(() => endpoint.call.unmountView(viewId)).catch(() => undefined)
    },
    setPlace(place) {
      ready.then(() => endpoint.call.placeFromHost(place)).catch(() => undefined)
    },
    setNetwork(network) {
      ready.then(() => endpoint.call.setNetwork(network)).catch(() => undefined)
    },
    onViewFailed(viewId, listener) {
      failures.set(viewId, listener)
      return () => failures.delete(viewId)
    },
    destroy() {
      endpoint.terminate()
      iframe.remove()
    },
  }
}
