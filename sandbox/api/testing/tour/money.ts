import type { Tour } from './tour'

/** The ledger: balance, payouts, and when they are made. */
export const moneyTour: Tour = async ({ stripe }) => {
  await stripe.balance.retrieve()
  const entries = await stripe.balanceTransactions.list({
    limit: 1,
    type: 'charge',
    currency: 'usd',
    created: { gt: 0 },
  })
  const entry = await stripe.balanceTransactions.retrieve(entries.data[0]?.id ?? '', { expand: ['source'] })
  if (typeof entry.source === 'object') await stripe.balanceTransactions.list({ source: entry.source?.id })
  const payouts = await stripe.payouts.list({
    limit: 1,
    status: 'paid',
    created: { gt: 0 },
    arrival_date: { gt: 0 },
  })
  const paid = payouts.data[0]?.id ?? ''
  await stripe.payouts.retrieve(paid, { expand: ['balance_transaction'] })
  await stripe.balanceTransactions.list({ payout: paid, limit: 1 })
  await stripe.paymentIntents.create({
    amount: 5_000,
    currency: 'usd',
    payment_method: 'pm_card_bypassPending',
    confirm: true,
  })
  const payout = await stripe.payouts.create({
    amount: 1_000,
    currency: 'usd',
    method: 'standard',
    source_type: 'card',
    description: 'By hand',
    statement_descriptor: 'TOUR',
    metadata: { tour: 'yes' },
  })
  await stripe.payouts.update(payout.id, { metadata: { tour: '' } })
  await stripe.payouts.cancel(payout.id)
  await stripe.balanceSettings.retrieve()
  await stripe.balanceSettings.update({
    payments: {
      debit_negative_balances: true,
      payouts: {
        schedule: { interval: 'weekly', weekly_payout_days: ['friday'] },
        statement_descriptor: 'NORTHWIND',
      },
      settlement_timing: { delay_days_override: 3 },
    },
  })
  await stripe.balanceSettings.update({
    payments: { payouts: { schedule: { interval: 'monthly', monthly_payout_days: [1, 15] } } },
  })
  await stripe.balanceSettings.update({
    payments: {
      payouts: { schedule: { interval: 'daily' } },
      settlement_timing: { delay_days_override: '' },
    },
  })
}
