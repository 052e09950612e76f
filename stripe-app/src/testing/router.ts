import type {
  ExtensionRouter,
  HrefListener,
  SearchParams,
} from '@stripe/ui-extension-sdk/types/global.navigation'

type Place = { href: string; searchParams: SearchParams }

/** The router that the Dashboard injects, as far as these views use it: static routes only. */
export function fakeRouter(start: string, searchParams: SearchParams = {}) {
  let place: Place = { href: start, searchParams }
  const listeners = new Set<HrefListener>()
  const go = (next: Place) => {
    place = next
    for (const listener of Array.from(listeners)) listener(next)
  }
  const router: ExtensionRouter = {
    getHref: () => place.href,
    getSearchParams: () => place.searchParams,
    setHref: (href, options) => go({ href, searchParams: options?.searchParams ?? {} }),
    listenToHref: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    setRoute: (config, { key, searchParams = {} }) => go({ href: config[key]?.path ?? '/', searchParams }),
    createPathSegments: (config, { key }) => (config[key]?.path ?? '/').split('/').filter(Boolean),
    getMatchedRoute: (config, href) => {
      const match = Object.entries(config).find(([, { path }]) => path === href)
      return match ? { key: match[0], routeDefinition: match[1], routeParams: {} } : null
    },
    registerRoutes: () => undefined,
    validateRoutes: (config) => config,
  }
  return { router, read: () => place }
}
