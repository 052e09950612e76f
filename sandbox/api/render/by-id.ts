import type { JsonObject } from '../json'
import type { Account } from '../store/account'
import { renderCoupon, renderDiscount, renderPrice, renderProduct, renderPromotionCode } from './catalogue'
import { renderCharge } from './charge'
import { renderCustomer } from './customer'
import { renderDispute } from './dispute'
import { renderTransfer, renderTransferReversal } from './transfer'
import { renderFeature } from './entitlements'
import { renderFile } from './file'
import { renderCreditNote } from './credit-note'
import { renderCustomerBalanceTransaction } from './customer-balance'
import { renderInvoice } from './invoice'
import { renderInvoiceItem } from './invoice-line'
import { renderBalanceTransaction, renderPayout } from './ledger'
import { renderTestClock } from './platform'
import { renderMeter } from './meter'
import { renderSchedule } from './schedule'
import { renderPaymentIntent } from './payment-intent'
import { renderPaymentMethod } from './payment-method'
import { renderPortalConfiguration } from './portal'
import { renderRefund } from './refund'
import { renderSetupIntent } from './setup-intent'
import { renderTaxId } from './tax-id'
import { renderSubscription } from './subscription'
import { renderTaxRate } from './tax'

type Finder = (account: Account, id: string) => JsonObject | undefined

/** Renders what a lookup found. */
function found<T>(record: T | undefined, render: (record: T) => JsonObject): JsonObject | undefined {
  return record === undefined ? undefined : render(record)
}

const BY_PREFIX: Record<string, Finder> = {
  cus: ({ store }, id) => found(store.customers.get(id), renderCustomer),
  pm: ({ store }, id) => found(store.paymentMethods.get(id), renderPaymentMethod),
  prod: ({ store }, id) => found(store.products.get(id), renderProduct),
  price: ({ store }, id) => found(store.prices.get(id), renderPrice),
  promo: ({ store, now }, id) =>
    found(store.promotionCodes.get(id), (one) =>
      renderPromotionCode(one, store.coupons.get(one.coupon), now),
    ),
  di: ({ store }, id) => found(store.discounts.get(id), renderDiscount),
  sub: (account, id) =>
    found(account.store.subscriptions.get(id), (one) => renderSubscription(account, one)) ??
    found(account.store.schedules.get(id), (one) => renderSchedule(account, one)),
  in: (account, id) => found(account.store.invoices.get(id), (one) => renderInvoice(account, one)),
  ii: (account, id) => found(account.store.invoiceItems.get(id), (one) => renderInvoiceItem(account, one)),
  mtr: ({ store }, id) => found(store.meters.get(id), renderMeter),
  txr: ({ store }, id) => found(store.taxRates.get(id), renderTaxRate),
  cn: (account, id) => found(account.store.creditNotes.get(id), (one) => renderCreditNote(account, one)),
  cbtxn: ({ store }, id) =>
    found(store.customerBalanceTransactions.get(id), renderCustomerBalanceTransaction),
  pi: (account, id) =>
    found(account.store.paymentIntents.get(id), (one) => renderPaymentIntent(account, one)),
  ch: (account, id) => found(account.store.charges.get(id), (one) => renderCharge(account, one)),
  re: ({ store }, id) => found(store.refunds.get(id), renderRefund),
  seti: (account, id) => found(account.store.setupIntents.get(id), (one) => renderSetupIntent(account, one)),
  file: (account, id) => found(account.store.files.get(id), (one) => renderFile(account, one)),
  txi: ({ store }, id) => found(store.taxIds.get(id), renderTaxId),
  bpc: ({ store }, id) => found(store.portalConfigurations.get(id), renderPortalConfiguration),
  du: (account, id) => found(account.store.disputes.get(id), (one) => renderDispute(account, one)),
  po: ({ store }, id) => found(store.payouts.get(id), renderPayout),
  feat: ({ store }, id) => found(store.features.get(id), renderFeature),
  py: (account, id) => found(account.store.charges.get(id), (one) => renderCharge(account, one)),
  pyr: ({ store }, id) => found(store.refunds.get(id), renderRefund),
  tr: (account, id) => found(account.store.transfers.get(id), (one) => renderTransfer(account, one)),
  trr: ({ store }, id) => found(store.transferReversals.get(id), renderTransferReversal),
  clock: ({ store }, id) => found(store.testClocks.get(id), renderTestClock),
  txn: (account, id) =>
    found(account.store.balanceTransactions.get(id), (one) => renderBalanceTransaction(account, one)),
}

/** The object that an id names, whatever its kind; coupons have ids of any form and are asked for last. */
export function objectById(account: Account, id: string): JsonObject | undefined {
  const prefix = id.slice(0, Math.max(id.indexOf('_'), 0))
  const object = BY_PREFIX[prefix]?.(account, id)
  if (object) return object
  return found(account.store.coupons.get(id), (coupon) => renderCoupon(coupon, account.now))
}
