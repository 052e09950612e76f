import type { RouteDescriptor } from '@stripe/ui-extension-sdk/ui'
import type { Place } from './addresses'

/** The page for a route descriptor, as the address bar names it. */
export function placeOfRoute(route: RouteDescriptor, appId: string): Place {
  const place = targetOf(route, appId)
  return route.envParams && Object.keys(route.envParams).length > 0
    ? { ...place, env: route.envParams }
    : place
}

function targetOf(route: RouteDescriptor, appId: string): Place {
  switch (route.name) {
    case 'dashboard':
      return { page: 'home' }
    case 'balanceOverview':
      return { page: 'balance' }
    case 'billing':
    case 'customers':
    case 'invoices':
    case 'payments':
    case 'products':
    case 'revenueRecognition':
    case 'shippingRates':
    case 'subscriptions':
      return { page: route.name }
    case 'reportsHub':
      return { page: 'reports' }
    case 'taxReporting':
      return { page: 'tax' }
    case 'taxReportingLocations':
      return { page: 'unknown', path: 'tax/reporting/locations' }
    case 'customerDetails':
      return { page: 'customers', id: route.params.customerId }
    case 'invoiceDetails':
      return { page: 'invoices', id: route.params.invoiceId }
    case 'paymentDetails':
    case 'paymentReviewDetails':
      return { page: 'payments', id: route.params.paymentId }
    case 'productDetails':
      return { page: 'products', id: route.params.productId }
    case 'shippingRateDetails':
      return { page: 'shippingRates', id: route.params.shippingRateId }
    case 'subscriptionDetails':
      return { page: 'subscriptions', id: route.params.subscriptionId }
    case 'onboarding':
      return ownApp(route.params?.appId, appId, { page: 'onboarding' })
    case 'fullPage': {
      const href = route.params?.tabId ? `/${route.params.tabId}` : '/'
      return ownApp(route.params?.appId, appId, { page: 'app', place: { href, searchParams: {} } })
    }
    case 'fullPageGlob': {
      const { glob = [], searchParams = {}, appId: target } = route.params ?? {}
      const href = `/${glob.map(encodeURIComponent).join('/')}`
      return ownApp(target, appId, { page: 'app', place: { href, searchParams } })
    }
  }
}

/** Only the one app is installed in the preview. */
function ownApp(target: string | undefined, appId: string, place: Place): Place {
  return target === undefined || target === appId ? place : { page: 'unknown', path: `apps/${target}` }
}
