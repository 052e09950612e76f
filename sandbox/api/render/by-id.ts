import type { JsonObject } from '../json'
import type { Account } from '../store/account'
import { renderCoupon, renderDiscount, renderPrice, renderProduct, renderPromotionCode } from './catalogue'
import { renderCustomer, renderPaymentMethod } from './customer'
import { renderFeature } from './entitlements'
import { renderInvoice } from './invoice'
import { renderBalanceTransaction, renderDispute, renderPayout } from './ledger'
import { renderTestClock } from './platform'
import { renderCharge, renderPaymentIntent, renderRefund } from './payment'
import { renderSubscription } from './subscription'

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
  sub: (account, id) => found(account.store.subscriptions.get(id), (one) => renderSubscription(account, one)),
  in: (account, id) => found(account.store.invoices.get(id), (one) => renderInvoice(account, one)),
  pi: (account, id) =>
    found(account.store.paymentIntents.get(id), (one) => renderPaymentIntent(account, one)),
  ch: (account, id) => found(account.store.charges.get(id), (one) => renderCharge(account, one)),
  re: ({ store }, id) => found(store.refunds.get(id), renderRefund),
  dp: (account, id) => found(account.store.disputes.get(id), (one) => renderDispute(account, one)),
  po: ({ store }, id) => found(store.payouts.get(id), renderPayout),
  feat: ({ store }, id) => found(store.features.get(id), renderFeature),
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
