import { attemptPayment, createPaymentIntent, wouldFail } from '../domain/payments'
import { rehearse } from '../domain/rehearsal'
import type { Account } from '../store/account'
import type { CustomerRecord } from '../store/records'
import { paymentProblem } from './payment-problems'

/**
 * With `payment_behavior=error_if_incomplete` nothing is done if its payment fails: what would be billed is found out
 * first, and a card that will be declined is charged on its own, so that the decline can be told.
 */
export function insistOnPayment(
  account: Account,
  customer: CustomerRecord,
  methodId: string | null,
  act: () => void,
): void {
  const method = account.store.paymentMethods.get(methodId ?? '')
  const draft = rehearse(account, customer, (invoices) => {
    act()
    const last = invoices.at(-1)
    return last ? { ...last } : undefined
  })
  if (!draft || draft.amount_due === 0 || !method || !wouldFail(account, method)) return
  const intent = createPaymentIntent(account, draft)
  attemptPayment(account, intent, method, customer)
  throw paymentProblem(account, intent)
}
