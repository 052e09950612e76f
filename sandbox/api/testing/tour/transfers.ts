import { onboarded } from '../onboarded'
import type { Tour } from './tour'

/** Money that goes to a connected account, and comes back. */
export const transferTour: Tour = async ({ stripe }) => {
  const payment = { amount: 50_000, currency: 'usd', confirm: true, payment_method: 'pm_card_bypassPending' }
  const intent = await stripe.paymentIntents.create({
    ...payment,
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
  })
  const account = await onboarded(stripe, 'US')
  const transfer = await stripe.transfers.create({
    amount: 20_000,
    currency: 'usd',
    destination: account.id,
    description: 'Tour',
    metadata: { tour: 'yes' },
    source_transaction: String(intent.latest_charge),
    source_type: 'card',
    transfer_group: 'TOUR',
    expand: ['balance_transaction', 'source_transaction'],
  })
  await stripe.transfers.retrieve(transfer.id)
  await stripe.transfers.update(transfer.id, { description: 'Tour 2', metadata: { tour: '' } })
  await stripe.transfers.list({
    destination: account.id,
    transfer_group: 'TOUR',
    created: { gt: 0 },
    limit: 1,
  })
  const reversal = await stripe.transfers.createReversal(transfer.id, {
    amount: 5_000,
    description: 'Tour',
    metadata: { tour: 'yes' },
  })
  await stripe.transfers.retrieveReversal(transfer.id, reversal.id, { expand: ['transfer'] })
  await stripe.transfers.updateReversal(transfer.id, reversal.id, { metadata: { tour: '' } })
  await stripe.transfers.listReversals(transfer.id, { limit: 1 })
  await stripe.charges.list({}, { stripeAccount: account.id })
  await stripe.refunds.list({}, { stripeAccount: account.id })
}
