import type { Account } from './account'

type Owner = (account: Account, id: string) => string | null | undefined

/** For each prefix of an id: the customer that the object belongs to. */
const OWNERS: Record<string, Owner> = {
  cus: (_account, id) => id,
  pm: ({ store }, id) => store.paymentMethods.get(id)?.customer,
  sub: ({ store }, id) => store.subscriptions.get(id)?.customer,
  in: ({ store }, id) => store.invoices.get(id)?.customer,
  pi: ({ store }, id) => store.paymentIntents.get(id)?.customer,
  ch: ({ store }, id) => store.charges.get(id)?.customer,
  re: ({ store }, id) => store.refunds.get(id)?.customer,
  ent: ({ store }, id) => store.activeEntitlements.get(id)?.customer,
  dp: (account, id) => ownerOf(account, account.store.disputes.get(id)?.charge ?? ''),
}

/** The customer that an object belongs to; undefined where it belongs to none. */
export function ownerOf(account: Account, id: string): string | undefined {
  return OWNERS[id.slice(0, Math.max(id.indexOf('_'), 0))]?.(account, id) ?? undefined
}
