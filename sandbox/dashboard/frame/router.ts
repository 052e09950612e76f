import type {
  ExtensionRouter,
  HrefListener,
  RoutesConfig,
} from '@stripe/ui-extension-sdk/types/global.navigation'
import type { AppPlace, HostCalls } from '../protocol'
import { fillPattern, matchRoute, patternFault } from './route-matching'

function patternsOf(config: RoutesConfig): Record<string, string> {
  return Object.fromEntries(Object.entries(config).map(([key, { path }]) => [key, path]))
}

export type FrameRouter = { router: ExtensionRouter; receivePlace(place: AppPlace | undefined): void }

/**
 * The router that the SDK's navigation finds at `globalThis.__extRouter`. The place comes from the page's
 * address bar; while no full page is open there is none, and navigating asks the page to open it.
 */
export function createRouter(host: () => HostCalls): FrameRouter {
  const listeners = new Set<HrefListener>()
  let place: AppPlace | undefined

  const changeTo = (next: AppPlace | undefined, options: { replace: boolean; remote: boolean }) => {
    place = next
    if (!next) return
    for (const listener of [...listeners]) {
      listener({ href: next.href, options, searchParams: next.searchParams })
    }
  }

  const go = (next: AppPlace, replace: boolean) => {
    if (place) changeTo(next, { replace, remote: false })
    host().placeFromView(next, replace)
  }

  const router: ExtensionRouter = {
    getHref: () => place?.href,
    getSearchParams: () => place?.searchParams,
    setHref: (href, options) => {
      const searchParams = options?.searchParams ?? {}
      if (options?.remote) changeTo({ href, searchParams }, { replace: true, remote: true })
      else go({ href, searchParams }, options?.replace ?? false)
    },
    listenToHref: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    setRoute: (config, route, options) => {
      const href = `/${router.createPathSegments(config, route).map(encodeURIComponent).join('/')}`
      go({ href, searchParams: route.searchParams ?? {} }, options?.replace ?? false)
    },
    createPathSegments: (config, { key, params }) => {
      const definition = config[key]
      if (!definition) throw new Error(`Unknown route: ${key}`)
      return fillPattern(definition.path, params)
    },
    getMatchedRoute: (config, href) => {
      const match = matchRoute(patternsOf(config), href)
      const routeDefinition = match && config[match.key]
      return routeDefinition ? { key: match.key, routeDefinition, routeParams: match.params } : null
    },
    registerRoutes: (config) => host().registerRoutes(patternsOf(config)),
    validateRoutes: (config) => {
      for (const { path } of Object.values(config)) {
        const fault = patternFault(path)
        if (fault) throw new Error(fault)
      }
      return config
    },
  }
  return { router, receivePlace: (next) => changeTo(next, { replace: true, remote: true }) }
}
