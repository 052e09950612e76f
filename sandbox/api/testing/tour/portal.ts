import type { Tour } from './tour'

/** The customer portal: what it allows, and a way in. */
export const portalTour: Tour = async ({ stripe }) => {
  const customer = await stripe.customers.create({
    payment_method: 'pm_card_visa',
    invoice_settings: { default_payment_method: 'pm_card_visa' },
  })
  const prices = await stripe.prices.list({ lookup_keys: ['team_monthly_usd'] })
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: prices.data[0]?.id ?? '' }],
  })
  const configuration = await stripe.billingPortal.configurations.create({
    name: 'Tour',
    business_profile: {
      headline: 'Northwind',
      privacy_policy_url: 'https://northwind.example.com/privacy',
      terms_of_service_url: 'https://northwind.example.com/terms',
    },
    default_return_url: 'https://northwind.example.com',
    features: {
      customer_update: { enabled: true, allowed_updates: ['email', 'tax_id'] },
      invoice_history: { enabled: true },
      payment_method_update: { enabled: true },
      subscription_cancel: {
        enabled: true,
        mode: 'at_period_end',
        proration_behavior: 'none',
        cancellation_reason: { enabled: true, options: ['too_expensive', 'unused'] },
      },
      subscription_pause: { enabled: false },
      subscription_update: { enabled: false },
    },
    login_page: { enabled: false },
    metadata: { tour: 'yes' },
  })
  await stripe.billingPortal.configurations.retrieve(configuration.id)
  await stripe.billingPortal.configurations.update(configuration.id, {
    active: true,
    business_profile: { headline: 'Northwind Metrics' },
    features: { customer_update: { enabled: false } },
    metadata: { tour: '' },
    name: 'Tour 2',
  })
  await stripe.billingPortal.configurations.list({ active: true, is_default: false, limit: 1 })
  const session = await stripe.billingPortal.sessions.create({
    customer: customer.id,
    configuration: configuration.id,
    locale: 'auto',
    return_url: 'https://northwind.example.com/account',
    flow_data: {
      type: 'subscription_cancel',
      subscription_cancel: { subscription: subscription.id },
      after_completion: {
        type: 'redirect',
        redirect: { return_url: 'https://northwind.example.com/bye' },
        hosted_confirmation: { custom_message: 'Bye' },
      },
    },
    expand: ['configuration'],
  })
  await fetch(session.url)
}
