import type { Route } from '../http/route'
import { couponRoutes } from './coupons'
import { customerRoutes, paymentMethodRoutes } from './customers'
import { entitlementRoutes } from './entitlements'
import { installRoutes } from './installs'
import { invoiceRoutes } from './invoices'
import { ledgerRoutes } from './ledger'
import { paymentRoutes } from './payments'
import { accountLinkRoutes } from './account-links'
import { accountRoutes } from './accounts'
import { eventRoutes, webhookEndpointRoutes, type DeliveryState } from './platform'
import { priceRoutes } from './prices'
import { productRoutes } from './products'
import { promotionCodeRoutes } from './promotion-codes'
import { subscriptionRoutes } from './subscriptions'
import { testClockRoutes } from './test-clocks'

/** Every route of the API that the stand-in covers; all others answer 501. */
export function routeTable(deliveries: DeliveryState): Route[] {
  return [
    ...accountRoutes,
    ...accountLinkRoutes,
    ...installRoutes,
    ...entitlementRoutes,
    ...ledgerRoutes,
    ...customerRoutes,
    ...paymentMethodRoutes,
    ...productRoutes,
    ...priceRoutes,
    ...couponRoutes,
    ...promotionCodeRoutes,
    ...subscriptionRoutes,
    ...invoiceRoutes,
    ...paymentRoutes,
    ...eventRoutes(deliveries),
    ...webhookEndpointRoutes,
    ...testClockRoutes,
  ]
}
