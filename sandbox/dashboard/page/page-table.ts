import type { Viewport } from '../viewports'

export type PageEntry = {
  /** The path after the account, as in the Dashboard's own addresses. */
  path: string
  title: string
  /** Where a view of this page lives; null where only the default drawer can. */
  viewport: Viewport | null
  /** The page of one object below it. */
  detail?: { viewport: Viewport | null; object: string }
}

/** The pages that show the stand-in's objects, each with the viewports that a view of the app can live in. */
export const PAGES = {
  home: { path: 'dashboard', title: 'Home', viewport: 'stripe.dashboard.home.overview' },
  balance: { path: 'balance/overview', title: 'Balances', viewport: 'stripe.dashboard.balance.overview' },
  payments: {
    path: 'payments',
    title: 'Payments',
    viewport: 'stripe.dashboard.payment.list',
    detail: { viewport: 'stripe.dashboard.payment.detail', object: 'payment_intent' },
  },
  customers: {
    path: 'customers',
    title: 'Customers',
    viewport: 'stripe.dashboard.customer.list',
    detail: { viewport: 'stripe.dashboard.customer.detail', object: 'customer' },
  },
  products: {
    path: 'products',
    title: 'Product catalog',
    viewport: 'stripe.dashboard.product.list',
    detail: { viewport: 'stripe.dashboard.product.detail', object: 'product' },
  },
  billing: { path: 'billing', title: 'Billing', viewport: 'stripe.dashboard.billing.overview' },
  subscriptions: {
    path: 'subscriptions',
    title: 'Subscriptions',
    viewport: 'stripe.dashboard.subscription.list',
    detail: { viewport: 'stripe.dashboard.subscription.detail', object: 'subscription' },
  },
  invoices: {
    path: 'invoices',
    title: 'Invoices',
    viewport: 'stripe.dashboard.invoice.list',
    detail: { viewport: 'stripe.dashboard.invoice.detail', object: 'invoice' },
  },
  payouts: {
    path: 'payouts',
    title: 'Payouts',
    viewport: null,
    detail: { viewport: null, object: 'payout' },
  },
  disputes: { path: 'disputes', title: 'Disputes', viewport: null },
  paymentLinks: {
    path: 'payment-links',
    title: 'Payment links',
    viewport: 'stripe.dashboard.payment-link.list',
    detail: { viewport: 'stripe.dashboard.payment-link.detail', object: 'payment_link' },
  },
  shippingRates: {
    path: 'shipping-rates',
    title: 'Shipping rates',
    viewport: 'stripe.dashboard.shipping-rates.list',
    detail: { viewport: 'stripe.dashboard.shipping-rates.detail', object: 'shipping_rate' },
  },
  reports: { path: 'reports/hub', title: 'Reports', viewport: 'stripe.dashboard.report.overview' },
  revenueRecognition: {
    path: 'revenue-recognition',
    title: 'Revenue recognition',
    viewport: 'stripe.dashboard.revenue-recognition.overview',
  },
  tax: { path: 'tax/reporting', title: 'Tax reporting', viewport: 'stripe.dashboard.tax-report.overview' },
} as const satisfies Record<string, PageEntry>

export type PageName = keyof typeof PAGES

export const PAGE_NAMES = Object.keys(PAGES).filter((name): name is PageName => name in PAGES)

/** One page's entry, with the parts that not every page has. */
export function pageEntry(name: PageName): PageEntry {
  return PAGES[name]
}

/** What a view is told about the object that it stands beside. A payment is an intent or a charge, as its id says. */
export function objectContextOf(name: PageName, id: string): { id: string; object: string } | null {
  const { detail } = pageEntry(name)
  if (!detail || detail.viewport === null) return null
  return { id, object: id.startsWith('ch_') || id.startsWith('py_') ? 'charge' : detail.object }
}
