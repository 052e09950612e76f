import type { RemoteChannel } from '@remote-ui/core'
import type { Network } from './network'

/** What the preview's server, page and frame say to each other. Types only: each side bundles its own code. */

export type Role = { id: string; name: string; type: 'builtIn' }
export type Person = { id: string; name: string; email: string; role: string }
export type Account = { id: string; name: string; country: string; currency: string }

/** What the page needs to know at start, from `GET /host/session`. */
export type Session = {
  app: {
    id: string
    name: string
    version: string
    views: { viewport: string; component: string }[]
    permissions: string[]
    connectSrc: string[]
    imageSrc: string[]
    constants: Record<string, unknown>
  }
  backendUrl: string
  /** The one mode that the stand-in's key reads. */
  keyMode: 'live' | 'test'
  accounts: Account[]
  people: Person[]
  roles: Role[]
}

export type SignatureRequest = {
  extra?: Record<string, unknown>
  user: string
  role: string
  account: string
}

export type SearchParams = Readonly<Record<string, SearchParamValue>>
export type SearchParamValue =
  string | null | undefined | readonly SearchParamValue[] | { readonly [name: string]: SearchParamValue }

/** A place inside the full-page app: the path after the app's id, and the `app[…]` search parameters. */
export type AppPlace = { href: string; searchParams: SearchParams }

export type ViewRequest = {
  viewId: string
  component: string
  context: Record<string, unknown>
}

/** Own calls of the page into the frame. */
export type FrameCalls = {
  /** What the app finds when its bundle runs. */
  loadApp(surroundings: { timeZone: string; network: Network }): Promise<string[]>
  setNetwork(network: Network): Promise<void>
  /** The frame keeps the channel until the view is unmounted. */
  mountView(request: ViewRequest, channel: RemoteChannel): Promise<void>
  unmountView(viewId: string): Promise<void>
  placeFromHost(place: AppPlace | undefined): Promise<void>
}

/** Own calls of the frame into the page, beside Stripe's. */
export type HostCalls = {
  placeFromView(place: AppPlace, replace: boolean): void
  registerRoutes(routes: Record<string, string>): void
  viewFailed(viewId: string, message: string): void
}
