import type { RouteDescriptor } from '@stripe/ui-extension-sdk/ui'
import { addressOf, readAddress, type Place } from './addresses'
import { placeOfRoute } from './routes'

const APP = 'com.example.revenue-desk'

describe('an address', () => {
  it.each<[Place, string]>([
    [{ page: 'home' }, '/acct_1/dashboard'],
    [{ page: 'customers' }, '/acct_1/customers'],
    [{ page: 'customers', id: 'cus_1' }, '/acct_1/customers/cus_1'],
    [
      { page: 'invoices', query: { status: 'open', starting_after: 'in_1' } },
      '/acct_1/invoices?status=open&starting_after=in_1',
    ],
    [{ page: 'balance' }, '/acct_1/balance/overview'],
    [
      { page: 'payments', id: 'pi_1', env: { from: 'mail & more' } },
      '/acct_1/payments/pi_1?app_from=mail%20%26%20more',
    ],
    [{ page: 'settings' }, `/acct_1/settings/apps/${APP}`],
    [{ page: 'onboarding' }, `/acct_1/onboarding/${APP}`],
    [{ page: 'unknown', path: 'tax/locations' }, '/acct_1/tax/locations'],
    [{ page: 'app', place: { href: '/', searchParams: {} } }, `/acct_1/app/${APP}`],
    [
      { page: 'app', place: { href: '/overview', searchParams: { range: 'last_30_days' } } },
      `/acct_1/app/${APP}/overview?app[range]=last_30_days`,
    ],
    [
      { page: 'app', place: { href: '/a', searchParams: { list: ['x', 'y'], nested: { deep: 'a&b' } } } },
      `/acct_1/app/${APP}/a?app[list][]=x&app[list][]=y&app[nested][deep]=a%26b`,
    ],
  ])('of %j is %s, and reads back the same', (place, address) => {
    expect(addressOf(place, 'acct_1', APP)).toBe(address)
    const url = new URL(address, 'http://localhost')
    expect(readAddress(url.pathname, url.search)).toEqual({ accountId: 'acct_1', place })
  })

  it('without a page is home', () => {
    expect(readAddress('/', '')).toEqual({ accountId: null, place: { page: 'home' } })
  })

  it('leaves parameters of others alone', () => {
    const { place } = readAddress(`/acct_1/app/${APP}/overview`, '?utm=x&app[range]=y')
    expect(place).toEqual({ page: 'app', place: { href: '/overview', searchParams: { range: 'y' } } })
    expect(readAddress('/acct_1/customers', '?utm=x').place).toEqual({ page: 'customers' })
  })

  it('below a page without objects of its own is unknown', () => {
    const path = 'billing/coupons/x'
    expect(readAddress(`/acct_1/${path}`, '').place).toEqual({ page: 'unknown', path })
  })
})

describe('a route of the SDK', () => {
  /** Each name once: a new one in the SDK is a type error here. */
  const PATHS: Record<RouteDescriptor['name'], [RouteDescriptor, string]> = {
    balanceOverview: [{ name: 'balanceOverview' }, 'balance/overview'],
    billing: [{ name: 'billing' }, 'billing'],
    customers: [{ name: 'customers' }, 'customers'],
    customerDetails: [{ name: 'customerDetails', params: { customerId: 'cus_1' } }, 'customers/cus_1'],
    dashboard: [{ name: 'dashboard' }, 'dashboard'],
    fullPage: [{ name: 'fullPage', params: { tabId: 'retention' } }, `app/${APP}/retention`],
    fullPageGlob: [
      {
        name: 'fullPageGlob',
        params: { appId: APP, glob: ['customers', 'a b'], searchParams: { at: 'now' } },
      },
      `app/${APP}/customers/a%20b?app[at]=now`,
    ],
    invoices: [{ name: 'invoices' }, 'invoices'],
    invoiceDetails: [{ name: 'invoiceDetails', params: { invoiceId: 'in_1' } }, 'invoices/in_1'],
    onboarding: [{ name: 'onboarding' }, `onboarding/${APP}`],
    payments: [{ name: 'payments', envParams: { from: 'home' } }, 'payments?app_from=home'],
    paymentDetails: [{ name: 'paymentDetails', params: { paymentId: 'pi_1' } }, 'payments/pi_1'],
    paymentReviewDetails: [{ name: 'paymentReviewDetails', params: { paymentId: 'pi_1' } }, 'payments/pi_1'],
    products: [{ name: 'products' }, 'products'],
    productDetails: [{ name: 'productDetails', params: { productId: 'prod_1' } }, 'products/prod_1'],
    reportsHub: [{ name: 'reportsHub' }, 'reports/hub'],
    revenueRecognition: [{ name: 'revenueRecognition' }, 'revenue-recognition'],
    shippingRates: [{ name: 'shippingRates' }, 'shipping-rates'],
    shippingRateDetails: [
      { name: 'shippingRateDetails', params: { shippingRateId: 'shr_1' } },
      'shipping-rates/shr_1',
    ],
    subscriptions: [{ name: 'subscriptions' }, 'subscriptions'],
    subscriptionDetails: [
      { name: 'subscriptionDetails', params: { subscriptionId: 'sub_1' } },
      'subscriptions/sub_1',
    ],
    taxReporting: [{ name: 'taxReporting' }, 'tax/reporting'],
    taxReportingLocations: [{ name: 'taxReportingLocations' }, 'tax/reporting/locations'],
  }

  it.each(Object.entries(PATHS))('%s has a page', (_name, [route, path]) => {
    expect(addressOf(placeOfRoute(route, APP), 'acct_1', APP)).toBe(`/acct_1/${path}`)
  })

  it('into another app leads nowhere', () => {
    const place = placeOfRoute({ name: 'fullPage', params: { appId: 'com.example.other' } }, APP)
    expect(place).toEqual({ page: 'unknown', path: 'apps/com.example.other' })
  })
})
