import type { Route } from '../http/route'
import { couponRoutes } from './coupons'
import { balanceSettingsRoutes } from './balance-settings'
import { chargeRoutes } from './charges'
import { customerRoutes } from './customers'
import { disputeRoutes } from './disputes'
import { fileRoutes } from './files'
import { entitlementRoutes } from './entitlements'
import { installRoutes } from './installs'
import { creditNoteRoutes } from './credit-notes'
import { customerBalanceRoutes } from './customer-balance'
import { invoiceActionRoutes } from './invoice-actions'
import { invoiceItemRoutes } from './invoice-items'
import { invoiceLineRoutes } from './invoice-lines'
import { invoicePaymentRoutes } from './invoice-payments'
import { invoicePreviewRoutes } from './invoice-preview'
import { invoiceRoutes } from './invoices'
import { ledgerRoutes } from './ledger'
import { paymentIntentRoutes } from './payment-intents'
import { paymentMethodRoutes } from './payment-methods'
import { payoutRoutes } from './payouts'
import { portalConfigurationRoutes } from './portal-configurations'
import { portalSessionRoutes } from './portal-sessions'
import { refundRoutes } from './refunds'
import { setupIntentRoutes } from './setup-intents'
import { taxIdRoutes } from './tax-ids'
import { accountLinkRoutes } from './account-links'
import { accountRoutes } from './accounts'
import { meterEventRoutes } from './meter-events'
import { meterRoutes } from './meters'
import { eventRoutes, webhookEndpointRoutes, type DeliveryState } from './platform'
import { priceRoutes } from './prices'
import { productRoutes } from './products'
import { promotionCodeRoutes } from './promotion-codes'
import { scheduleRoutes } from './schedules'
import { subscriptionActionRoutes } from './subscription-actions'
import { subscriptionItemRoutes } from './subscription-items'
import { subscriptionRoutes } from './subscriptions'
import { taxRateRoutes } from './tax-rates'
import { testClockRoutes } from './test-clocks'
import { transferRoutes } from './transfers'

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
    ...subscriptionActionRoutes,
    ...subscriptionItemRoutes,
    // Before the routes of one invoice, whose paths would take its word for an id.
    ...invoicePreviewRoutes,
    ...invoiceRoutes,
    ...taxIdRoutes,
    ...paymentIntentRoutes,
    ...setupIntentRoutes,
    ...chargeRoutes,
    ...refundRoutes,
    ...disputeRoutes,
    ...fileRoutes,
    ...payoutRoutes,
    ...balanceSettingsRoutes,
    ...portalConfigurationRoutes,
    ...portalSessionRoutes,
    ...invoiceActionRoutes,
    ...invoiceLineRoutes,
    ...invoiceItemRoutes,
    ...invoicePaymentRoutes,
    ...creditNoteRoutes,
    ...customerBalanceRoutes,
    ...taxRateRoutes,
    ...meterRoutes,
    ...meterEventRoutes,
    ...scheduleRoutes,
    ...eventRoutes(deliveries),
    ...webhookEndpointRoutes,
    ...testClockRoutes,
    ...transferRoutes,
  ]
}
