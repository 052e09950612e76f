import type { Tour } from './tour'

/** The account itself, its events and its webhook endpoints. */
export const accountTour: Tour = async ({ sandbox, stripe }) => {
  await stripe.accounts.retrieveCurrent()
  await stripe.accounts.retrieve(sandbox.engine.main.id)
  const { data } = await stripe.events.list({
    type: 'invoice.*',
    created: { gte: 0 },
    delivery_success: true,
    limit: 3,
  })
  await stripe.events.list({ types: ['invoice.paid'], limit: 1, ending_before: data[0]?.id })
  await stripe.events.retrieve(data[0]?.id ?? '')
  const endpoint = await stripe.webhookEndpoints.create({
    url: 'http://127.0.0.1:9/none',
    enabled_events: ['invoice.sent'],
    api_version: '2026-10-28.endive',
    description: 'Tour',
    metadata: { tour: 'yes' },
    connect: false,
  })
  await stripe.webhookEndpoints.retrieve(endpoint.id)
  await stripe.webhookEndpoints.update(endpoint.id, {
    url: 'http://127.0.0.1:9/other',
    enabled_events: ['*'],
    disabled: true,
    description: '',
    metadata: { tour: '' },
  })
  await stripe.webhookEndpoints.list({ limit: 1 })
  await stripe.webhookEndpoints.del(endpoint.id)
}
