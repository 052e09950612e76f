import type { Tour } from './tour'

/** Payments, refunds, disputes, and the ledger. */
export const moneyTour: Tour = async ({ stripe }) => {
  const intents = await stripe.paymentIntents.list({ limit: 3, created: { gt: 0 } })
  await stripe.paymentIntents.retrieve(intents.data[0]?.id ?? '', { expand: ['latest_charge'] })
  const charges = await stripe.charges.list({ limit: 50, created: { gt: 0 } })
  const charge = charges.data.find((one) => one.status === 'succeeded' && one.amount_refunded === 0)?.id ?? ''
  await stripe.charges.retrieve(charge, { expand: ['balance_transaction', 'refunds'] })
  await stripe.charges.update(charge, { metadata: { tour: 'yes' } })
  const refund = await stripe.refunds.create({
    charge,
    amount: 100,
    reason: 'requested_by_customer',
    metadata: { tour: 'yes' },
  })
  await stripe.refunds.retrieve(refund.id)
  await stripe.refunds.update(refund.id, { metadata: { tour: '' } })
  await stripe.refunds.list({ charge, limit: 1 })
  const disputes = await stripe.disputes.list({ limit: 1, created: { gt: 0 } })
  await stripe.disputes.retrieve(disputes.data[0]?.id ?? '')
  await stripe.balance.retrieve()
  const entries = await stripe.balanceTransactions.list({ limit: 1, type: 'charge', created: { gt: 0 } })
  await stripe.balanceTransactions.retrieve(entries.data[0]?.id ?? '', { expand: ['source'] })
  const payouts = await stripe.payouts.list({ limit: 1, status: 'paid' })
  await stripe.payouts.retrieve(payouts.data[0]?.id ?? '')
  await stripe.balanceTransactions.list({ payout: payouts.data[0]?.id, limit: 1 })
}
