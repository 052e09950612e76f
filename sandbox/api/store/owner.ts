import type { Account } from './account'
import type { SubscriptionRecord } from './records'

type Owner = (account: Account, id: string) => string | null | undefined

/** For each prefix of an id: the customer that the object belongs to. */
const OWNERS: Record<string, Owner> = {
  cus: (_account, id) => id,
  pm: ({ store }, id) => store.paymentMethods.get(id)?.customer,
  sub: ({ store }, id) => (store.subscriptions.get(id) ?? store.schedules.get(id))?.customer,
  in: ({ store }, id) => store.invoices.get(id)?.customer,
  ii: ({ store }, id) => store.invoiceItems.get(id)?.customer,
  cbtxn: ({ store }, id) => store.customerBalanceTransactions.get(id)?.customer,
  si: (account, id) => subscriptionOfItem(account, id)?.customer,
  cn: ({ store }, id) => store.creditNotes.get(id)?.customer,
  pi: ({ store }, id) => store.paymentIntents.get(id)?.customer,
  ch: ({ store }, id) => store.charges.get(id)?.customer,
  seti: ({ store }, id) => store.setupIntents.get(id)?.customer,
  txi: ({ store }, id) => store.taxIds.get(id)?.customer,
  re: ({ store }, id) => store.refunds.get(id)?.customer,
  ent: ({ store }, id) => store.activeEntitlements.get(id)?.customer,
  du: (account, id) => ownerOf(account, account.store.disputes.get(id)?.charge ?? ''),
}

/** The customer that an object belongs to; undefined where it belongs to none. */
export function ownerOf(account: Account, id: string): string | undefined {
  return OWNERS[id.slice(0, Math.max(id.indexOf('_'), 0))]?.(account, id) ?? undefined
}

/** The subscription that has an item now. */
export function subscriptionOfItem({ store }: Account, id: string): SubscriptionRecord | undefined {
  for (const one of store.subscriptions.all()) if (one.items.some((item) => item.id === id)) return one
  return undefined
}
