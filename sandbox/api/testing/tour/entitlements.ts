import type { Tour } from './tour'

/** Features, the products that have them, and who is entitled to them. */
export const entitlementTour: Tour = async ({ stripe }) => {
  const feature = await stripe.entitlements.features.create({
    name: 'Priority support',
    lookup_key: 'priority-support',
    metadata: { tour: 'yes' },
  })
  await stripe.entitlements.features.retrieve(feature.id)
  await stripe.entitlements.features.update(feature.id, {
    name: 'Support',
    active: true,
    metadata: { tour: '' },
  })
  await stripe.entitlements.features.list({ archived: false, lookup_key: 'priority-support', limit: 1 })
  const product = await stripe.products.create({ name: 'With support' })
  const attached = await stripe.products.createFeature(product.id, { entitlement_feature: feature.id })
  await stripe.products.retrieveFeature(product.id, attached.id)
  await stripe.products.listFeatures(product.id, { limit: 1 })
  const price = await stripe.prices.create({
    product: product.id,
    currency: 'usd',
    unit_amount: 500,
    recurring: { interval: 'month' },
  })
  const customer = await stripe.customers.create({
    payment_method: 'pm_card_visa',
    invoice_settings: { default_payment_method: 'pm_card_visa' },
  })
  await stripe.subscriptions.create({ customer: customer.id, items: [{ price: price.id }] })
  const held = await stripe.entitlements.activeEntitlements.list({ customer: customer.id, limit: 1 })
  await stripe.entitlements.activeEntitlements.retrieve(held.data[0]?.id ?? '', { expand: ['feature'] })
  await stripe.products.deleteFeature(product.id, attached.id)
}
