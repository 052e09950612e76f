import type { Tour } from './tour'

/** Customers and what they pay with. */
export const customerTour: Tour = async ({ stripe }) => {
  const address = {
    city: 'Lisbon',
    country: 'PT',
    line1: 'Rua 1',
    line2: '',
    postal_code: '1000-001',
    state: '',
  }
  const customer = await stripe.customers.create({
    name: 'Ana Tour',
    email: 'ana@example.com',
    phone: '+351000000',
    description: 'All that a customer has',
    address,
    shipping: { address, name: 'Ana', phone: '+351000000' },
    metadata: { tour: 'yes' },
    preferred_locales: ['pt'],
    tax_exempt: 'none',
    balance: -500,
    payment_method: 'pm_card_visa',
    invoice_settings: {
      default_payment_method: 'pm_card_visa',
      custom_fields: [{ name: 'Order', value: '12' }],
      footer: 'Thank you',
      rendering_options: { amount_tax_display: 'include_inclusive_tax' },
    },
    business_name: 'Ana Limited',
    individual_name: 'Ana Tour',
    invoice_prefix: 'TOUR',
    next_invoice_sequence: 7,
    tax_id_data: [{ type: 'eu_vat', value: 'PT123456789' }],
  })
  await stripe.customers.retrieve(customer.id, {
    expand: ['subscriptions', 'invoice_settings.default_payment_method', 'tax_ids'],
  })
  const method = await stripe.paymentMethods.attach('pm_card_mastercard', { customer: customer.id })
  await stripe.customers.listPaymentMethods(customer.id, { type: 'card', limit: 1 })
  await stripe.customers.retrievePaymentMethod(customer.id, method.id, { expand: ['customer'] })
  const taxId = await stripe.customers.createTaxId(customer.id, { type: 'us_ein', value: '12-3456789' })
  await stripe.customers.retrieveTaxId(customer.id, taxId.id)
  await stripe.customers.listTaxIds(customer.id, { limit: 1 })
  await stripe.customers.deleteTaxId(customer.id, taxId.id)
  await stripe.customers.update(customer.id, {
    name: 'Ana',
    invoice_settings: { default_payment_method: method.id },
  })
  await stripe.customers.list({ email: 'ana@example.com', created: { gt: 0 }, limit: 1 })
  await stripe.customers.del(customer.id)
}
