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
  await stripe.subscriptions.deleteDiscount(subscription.id)
  await stripe.subscriptions.cancel(subscription.id, {
    invoice_now: true,
    prorate: true,
    cancellation_details: { comment: 'Tour', feedback: 'other' },
  })
}

/** Subscriptions with every parameter that they have, and what can be done with them. */
export const subscriptionTour: Tour = async ({ sandbox, stripe }) => {
  const { now } = sandbox.engine.main
  const coupon = await stripe.coupons.create({ percent_off: 10, duration: 'forever' })
  const rate = await stripe.taxRates.create({ display_name: 'Sales', percentage: 5, inclusive: false })
  const customer = await stripe.customers.create({
    email: 'tour@example.com',
    payment_method: 'pm_card_visa',
    invoice_settings: { default_payment_method: 'pm_card_visa' },
  })
  const method = String(customer.invoice_settings.default_payment_method)
  const recurring = { interval: 'month' as const, interval_count: 1 }
  const price_data = {
    currency: 'usd',
    product: 'prod_tour',
    unit_amount: 2_000,
    tax_behavior: 'exclusive' as const,
    recurring,
  }
  const classic = await stripe.subscriptions.create({
    customer: customer.id,
    currency: 'usd',
    items: [{ price_data, quantity: 2, tax_rates: [rate.id], discounts: [{ coupon: coupon.id }] }],
    add_invoice_items: [
      {
        price_data: { currency: 'usd', product: 'prod_tour', unit_amount: 500 },
        quantity: 1,
        discountable: true,
        metadata: { tour: 'yes' },
        tax_rates: [rate.id],
        discounts: [{ coupon: coupon.id }],
      },
    ],
    billing_mode: { type: 'classic' },
    billing_cycle_anchor_config: { day_of_month: 1, hour: 0, minute: 0, second: 0 },
    backdate_start_date: now - 86_400,
    cancel_at: now + 90 * 86_400,
    default_payment_method: method,
    default_tax_rates: [rate.id],
    off_session: true,
    payment_behavior: 'allow_incomplete',
    payment_settings: { save_default_payment_method: 'on_subscription' },
    proration_behavior: 'create_prorations',
  })
  await stripe.subscriptions.migrate(classic.id, {
    billing_mode: { type: 'flexible', flexible: { proration_discounts: 'included' } },
  })
  await stripe.subscriptions.update(classic.id, {
    billing_cycle_anchor: { type: 'now' },
    cancel_at: '',
    default_payment_method: method,
    default_tax_rates: '',
    description: 'Tour',
    metadata: { tour: 'yes' },
    off_session: false,
    payment_behavior: 'default_incomplete',
    trial_settings: { end_behavior: { missing_payment_method: 'pause' } },
  })
  const added = await stripe.subscriptionItems.create({
    subscription: classic.id,
    price_data: { ...price_data, unit_amount: 700 },
    quantity: 1,
    metadata: { tour: 'yes' },
    proration_behavior: 'create_prorations',
    proration_date: now,
    payment_behavior: 'allow_incomplete',
    tax_rates: [rate.id],
    discounts: [{ coupon: coupon.id }],
  })
  await stripe.subscriptionItems.retrieve(added.id, { expand: ['discounts'] })
  await stripe.subscriptionItems.update(added.id, { quantity: 3, tax_rates: '', discounts: '' })
  await stripe.subscriptionItems.del(added.id, { proration_behavior: 'none' })
  const [open] = (await stripe.invoices.list({ subscription: classic.id, status: 'open' })).data
  if (open) await stripe.invoices.pay(open.id, { payment_method: method })
  await stripe.subscriptions.pause(classic.id, {
    bill_for: { unused_time_from: { type: 'now' }, outstanding_usage_through: { type: 'now' } },
    invoicing_behavior: 'invoice',
    type: 'subscription',
  })
  await stripe.subscriptions.resume(classic.id, {
    billing_cycle_anchor: { type: 'unchanged' },
    payment_behavior: 'resume_on_payment_success',
    proration_behavior: 'always_invoice',
    proration_date: now,
  })
  const price = await stripe.prices.create({
    currency: 'usd',
    unit_amount: 900,
    product: 'prod_tour',
    recurring,
  })
  await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: price.id }],
    collection_method: 'send_invoice',
    days_until_due: 14,
    trial_from_plan: true,
  })
  await stripe.subscriptions.list({ collection_method: 'send_invoice', limit: 1 })
}
