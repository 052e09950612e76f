import type { Tour } from './tour'

/** Schedules of subscriptions, meters with what they count, credit notes and previews. */
export const scheduleTour: Tour = async ({ sandbox, stripe }) => {
  const { now } = sandbox.engine.main
  const coupon = await stripe.coupons.create({ percent_off: 10, duration: 'forever' })
  const rate = await stripe.taxRates.create({ display_name: 'Sales', percentage: 5, inclusive: false })
  const customer = await stripe.customers.create({
    payment_method: 'pm_card_visa',
    invoice_settings: { default_payment_method: 'pm_card_visa' },
  })
  const meter = await stripe.billing.meters.create({
    display_name: 'Tour',
    event_name: 'tour',
    default_aggregation: { formula: 'sum' },
    customer_mapping: { type: 'by_id', event_payload_key: 'customer' },
    value_settings: { event_payload_key: 'units' },
    event_time_window: 'day',
  })
  await stripe.billing.meters.retrieve(meter.id)
  await stripe.billing.meters.update(meter.id, { display_name: 'Tour 2' })
  await stripe.billing.meterEvents.create({
    event_name: 'tour',
    payload: { customer: customer.id, units: '3' },
    identifier: 'tour-1',
    timestamp: now,
  })
  const day = Math.floor(now / 86_400) * 86_400
  await stripe.billing.meters.listEventSummaries(meter.id, {
    customer: customer.id,
    start_time: day,
    end_time: day + 86_400,
    value_grouping_window: 'day',
    limit: 1,
  })
  await stripe.billing.meterEventAdjustments.create({
    event_name: 'tour',
    type: 'cancel',
    cancel: { identifier: 'tour-1' },
  })
  await stripe.billing.meters.deactivate(meter.id)
  await stripe.billing.meters.reactivate(meter.id)
  await stripe.billing.meters.list({ status: 'active', limit: 1 })
  const price = await stripe.prices.create({
    product: 'prod_tour',
    currency: 'usd',
    unit_amount: 1_000,
    recurring: { interval: 'month' },
  })
  const method = String(customer.invoice_settings.default_payment_method)
  const schedule = await stripe.subscriptionSchedules.create({
    customer: customer.id,
    start_date: 'now',
    end_behavior: 'release',
    metadata: { tour: 'yes' },
    billing_mode: { type: 'flexible' },
    default_settings: {
      billing_cycle_anchor: 'automatic',
      collection_method: 'charge_automatically',
      default_payment_method: method,
      description: 'Tour',
      invoice_settings: { days_until_due: 7 },
    },
    phases: [
      {
        items: [
          {
            price: price.id,
            quantity: 1,
            metadata: { tour: 'yes' },
            tax_rates: [rate.id],
            discounts: [{ coupon: coupon.id }],
          },
        ],
        duration: { interval: 'month', interval_count: 1 },
        currency: 'usd',
        discounts: [{ coupon: coupon.id }],
        default_tax_rates: [rate.id],
        default_payment_method: method,
        collection_method: 'charge_automatically',
        invoice_settings: { days_until_due: 7 },
        description: 'Tour',
        metadata: { tour: 'yes' },
        proration_behavior: 'none',
        billing_cycle_anchor: 'phase_start',
      },
      { items: [{ price: price.id, quantity: 2 }], duration: { interval: 'month' }, trial: false },
    ],
    expand: ['subscription', 'phases.items.price'],
  })
  await stripe.subscriptionSchedules.retrieve(schedule.id)
  await stripe.subscriptionSchedules.update(schedule.id, {
    metadata: { tour: '' },
    end_behavior: 'cancel',
    proration_behavior: 'none',
    phases: [
      {
        items: [{ price: price.id }],
        start_date: schedule.phases[0]?.start_date,
        end_date: schedule.phases[0]?.end_date,
        trial_end: schedule.phases[0]?.end_date,
      },
    ],
  })
  await stripe.subscriptionSchedules.list({
    customer: customer.id,
    scheduled: false,
    created: { gt: 0 },
    limit: 1,
  })
  const subscription = typeof schedule.subscription === 'string' ? '' : (schedule.subscription?.id ?? '')
  await stripe.subscriptionSchedules.release(schedule.id)
  const second = await stripe.subscriptionSchedules.create({ from_subscription: subscription })
  await stripe.subscriptionSchedules.list({ released_at: { gt: 0 }, canceled_at: 0, completed_at: 0 })
  await stripe.subscriptionSchedules.cancel(second.id, { invoice_now: true, prorate: true })
  await stripe.invoices.createPreview({
    customer: customer.id,
    currency: 'usd',
    preview_mode: 'next',
    discounts: [{ coupon: coupon.id }],
    invoice_items: [{ amount: 500, currency: 'usd', description: 'Tour', tax_rates: [rate.id] }],
    subscription_details: {
      items: [{ price: price.id, quantity: 2 }],
      billing_cycle_anchor: { type: 'timestamp', timestamp: now + 86_400 },
      billing_mode: { type: 'flexible' },
      cancel_at: now + 40 * 86_400,
      default_tax_rates: [rate.id],
      proration_behavior: 'create_prorations',
    },
    expand: ['discounts'],
  })
  const running = await stripe.subscriptions.create({ customer: customer.id, items: [{ price: price.id }] })
  await stripe.invoices.createPreview({
    subscription: running.id,
    subscription_details: {
      items: [{ id: running.items.data[0]?.id, quantity: 3 }],
      billing_cycle_anchor: { type: 'unchanged' },
      cancel_at_period_end: false,
      cancel_now: false,
      metadata: { tour: 'yes' },
      proration_behavior: 'always_invoice',
      proration_date: now,
    },
  })
  const draft = await stripe.invoices.create({ customer: customer.id, default_tax_rates: [rate.id] })
  await stripe.invoices.addLines(draft.id, { lines: [{ amount: 1_000 }] })
  const open = await stripe.invoices.finalizeInvoice(draft.id)
  const line = open.lines.data[0]?.id ?? ''
  const note = {
    invoice: open.id,
    lines: [
      { type: 'invoice_line_item' as const, invoice_line_item: line, amount: 400, metadata: { tour: 'yes' } },
      {
        type: 'custom_line_item' as const,
        description: 'Tour',
        quantity: 1,
        unit_amount: 50,
        tax_rates: [rate.id],
      },
    ],
    memo: 'Tour',
    reason: 'duplicate' as const,
    email_type: 'none' as const,
    effective_at: now,
    metadata: { tour: 'yes' },
  }
  await stripe.creditNotes.preview(note)
  await stripe.creditNotes.listPreviewLineItems({ ...note, limit: 1 })
  const issued = await stripe.creditNotes.create({
    ...note,
    expand: ['lines.data.discount_amounts', 'invoice'],
  })
  await stripe.creditNotes.retrieve(issued.id)
  await stripe.creditNotes.listLineItems(issued.id, { limit: 1 })
  await stripe.creditNotes.update(issued.id, { memo: '', metadata: { tour: '' } })
  await stripe.creditNotes.voidCreditNote(issued.id)
  const part = await stripe.paymentIntents.create({
    amount: 100,
    currency: 'usd',
    customer: customer.id,
    payment_method: method,
    confirm: true,
    off_session: true,
  })
  await stripe.invoices.attachPayment(open.id, { payment_intent: part.id })
  await stripe.invoices.pay(open.id)
  await stripe.creditNotes.create({
    invoice: open.id,
    amount: 300,
    credit_amount: 100,
    refund_amount: 150,
    out_of_band_amount: 50,
  })
  await stripe.creditNotes.list({ customer: customer.id, invoice: open.id, created: { gt: 0 }, limit: 1 })
}
