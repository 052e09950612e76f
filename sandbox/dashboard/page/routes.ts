import type { RouteDescriptor } from '@stripe/ui-extension-sdk/ui'
import type { Place } from './addresses'

/** The preview's page for a route descriptor; it has only the pages that the app's views live on. */
export function placeOfRoute(route: RouteDescriptor, appId: string): Place {
  switch (route.name) {
    case 'dashboard':
      return { page: 'home' }
    case 'customers':
      return { page: 'customers' }
    case 'customerDetails':
      return { page: 'customer', customerId: route.params.customerId }
    case 'fullPage':
      return inApp(
        route.params?.appId ?? appId,
        appId,
        route.params?.tabId ? `/${route.params.tabId}` : '/',
        {},
      )
    case 'fullPageGlob': {
      const { glob = [], searchParams = {}, appId: target = appId } = route.params ?? {}
      return inApp(target, appId, `/${glob.map(encodeURIComponent).join('/')}`, searchParams)
    }
    default:
      return { page: 'unknown' }
  }
}

type AppPage = Extract<Place, { page: 'app' }>

function inApp(
  target: string,
  appId: string,
  href: string,
  searchParams: AppPage['place']['searchParams'],
): Place {
  return target === appId ? { page: 'app', place: { href, searchParams } } : { page: 'unknown' }
}
