import type { Tour } from './tour'

/** Subscriptions and invoices. */
export const billingTour: Tour = async ({ sandbox, stripe, advance }) => {
  const product = await stripe.products.create({ name: 'Billing tour' })
  const [small, large] = await Promise.all(
    [1_000, 3_000].map((unit_amount) =>
      stripe.prices.create({
        product: product.id,
        currency: 'usd',
        unit_amount,
        recurring: { interval: 'month' },
      }),
    ),
  )
  if (!small || !large) throw new Error('no prices')
  const coupon = await stripe.coupons.create({ percent_off: 10, duration: 'forever' })
  const customer = await stripe.customers.create({
    payment_method: 'pm_card_visa',
    invoice_settings: { default_payment_method: 'pm_card_visa' },
  })
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: small.id, quantity: 2, metadata: { tour: 'yes' } }],
    discounts: [{ coupon: coupon.id }],
    metadata: { tour: 'yes' },
    description: 'All that a subscription has',
    expand: ['latest_invoice.payments'],
  })
  await stripe.subscriptions.retrieve(subscription.id, { expand: ['discounts', 'customer'] })
  await stripe.subscriptions.update(subscription.id, {
    items: [{ id: subscription.items.data[0]?.id, price: large.id }],
    proration_behavior: 'always_invoice',
    proration_date: sandbox.engine.main.now,
    cancel_at_period_end: true,
    cancellation_details: { feedback: 'unused', comment: 'Tour' },
  })
  await stripe.subscriptionItems.list({ subscription: subscription.id, limit: 1 })
  await stripe.subscriptions.list({ customer: customer.id, status: 'all', price: large.id, limit: 1 })
  await advance(86_400)
  const { data } = await stripe.invoices.list({
    customer: customer.id,
    subscription: subscription.id,
    status: 'paid',
    created: { gt: 0 },
    limit: 1,
  })
  const invoice = data[0]?.id ?? ''
  await stripe.invoices.retrieve(invoice, { expand: ['payments', 'confirmation_secret'] })
  await stripe.invoices.listLineItems(invoice, { limit: 1 })
  const payments = await stripe.invoicePayments.list({ invoice, status: 'paid', limit: 1 })
  await stripe.invoicePayments.retrieve(payments.data[0]?.id ?? '')
  await stripe.subscriptions.cancel(subscription.id, {
    invoice_now: true,
    prorate: true,
    cancellation_details: { comment: 'Tour', feedback: 'other' },
  })
}
