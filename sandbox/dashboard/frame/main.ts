import * as remoteReact from '@remote-ui/react'
import { createEndpoint, fromMessagePort, type Endpoint } from '@remote-ui/rpc'
import * as React from 'react'
import * as jsxRuntime from 'react/jsx-runtime'
import type { FrameCalls, HostCalls } from '../protocol'
import { createMemoryStorage } from './memory-storage'
import { createMountedViews } from './mounted-views'
import { installNetwork } from './network'
import { createRouter } from './router'
import { setTimeZone } from './time-zone'

type AppExports = Record<string, unknown> & { endpoint?: unknown }
type FrameGlobals = { __StripeExtExports?: AppExports }

const globals = globalThis as FrameGlobals

/** The modules that the bundle leaves out: one React for the page's frame and every view in it. */
const PROVIDED: Record<string, unknown> = {
  react: React,
  'react/jsx-runtime': jsxRuntime,
  '@remote-ui/react': remoteReact,
}

function requireProvided(id: string): unknown {
  if (!(id in PROVIDED)) throw new Error(`The bundle asks for ${id}, which the Dashboard does not provide.`)
  return PROVIDED[id]
}

function loadScript(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = src
    script.onload = () => resolve()
    script.onerror = () => reject(new Error(`${src} could not be loaded.`))
    document.head.append(script)
  })
}

function start(port: MessagePort): void {
  const endpoint: Endpoint<HostCalls> = createEndpoint<HostCalls>(fromMessagePort(port))
  // The frame's calls into the page need no answer; a page that is going away must not raise errors here.
  const ignore = () => undefined
  const host: HostCalls = {
    placeFromView: (place, replace) => void endpoint.call.placeFromView(place, replace).catch(ignore),
    registerRoutes: (routes) => void endpoint.call.registerRoutes(routes).catch(ignore),
    viewFailed: (viewId, message) => void endpoint.call.viewFailed(viewId, message).catch(ignore),
  }
  const { router, receivePlace } = createRouter(() => host)
  const views = createMountedViews((viewId, error) => host.viewFailed(viewId, error.message))
  Object.assign(globalThis, {
    require: requireProvided,
    __memoryStorage: createMemoryStorage(),
    __extRouter: router,
  })

  const setNetwork = installNetwork()
  const calls: FrameCalls = {
    async loadApp({ timeZone, network }) {
      setTimeZone(timeZone)
      setNetwork(network)
      await loadScript('/preview/app.js')
      if (!globals.__StripeExtExports) throw new Error('The bundle defines no views.')
      globals.__StripeExtExports.endpoint = endpoint
      return Object.keys(globals.__StripeExtExports)
    },
    async setNetwork(network) {
      setNetwork(network)
    },
    async mountView(request, channel) {
      const view = globals.__StripeExtExports?.[request.component]
      if (typeof view !== 'function') throw new Error(`The bundle has no view ${request.component}.`)
      views.mount(request, view as React.ComponentType<Record<string, unknown>>, channel)
    },
    async unmountView(viewId) {
      views.unmount(viewId)
    },
    async placeFromHost(place) {
      receivePlace(place)
    },
  }
  endpoint.expose(calls)
  port.start()
}

globalThis.addEventListener('message', (event: MessageEvent<unknown>) => {
  const [port] = event.ports
  if (event.data === 'init_extension' && event.source === globalThis.parent && port) start(port)
})
