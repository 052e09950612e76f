import { startBilling, type Billing } from './testing/billing'

let billing: Billing
beforeAll(async () => {
  billing = await startBilling()
})
afterAll(() => billing.sandbox.close())

test('who is subscribed to a product has its features, until the subscription or the feature goes', async () => {
  const { stripe, monthly, payer } = billing
  const feature = await stripe.entitlements.features.create({ name: 'Export', lookup_key: 'export' })
  const customer = await payer()
  const entitled = async () =>
    (await stripe.entitlements.activeEntitlements.list({ customer: customer.id })).data.map(
      (one) => one.lookup_key,
    )
  const early = await stripe.subscriptions.create({ customer: customer.id, items: [{ price: monthly.id }] })
  expect(await entitled()).toEqual([])
  const product = String(monthly.product)
  const attached = await stripe.products.createFeature(product, { entitlement_feature: feature.id })
  expect(await entitled()).toEqual(['export'])
  await stripe.subscriptions.cancel(early.id)
  expect(await entitled()).toEqual([])
  await stripe.subscriptions.create({ customer: customer.id, items: [{ price: monthly.id }] })
  expect(await entitled()).toEqual(['export'])
  await stripe.products.deleteFeature(product, attached.id)
  expect(await entitled()).toEqual([])
  const events = await stripe.events.list({ type: 'entitlements.active_entitlement_summary.updated' })
  expect(events.data).toHaveLength(4)
  expect(events.data[3]?.data.object).toMatchObject({
    customer: customer.id,
    entitlements: { data: [{ feature: feature.id, lookup_key: 'export' }] },
  })
})

test('a key names one feature, and a product has it once', async () => {
  const { stripe, yearly } = billing
  const feature = await stripe.entitlements.features.create({ name: 'API', lookup_key: 'api' })
  await expect(
    stripe.entitlements.features.create({ name: 'Other', lookup_key: 'api' }),
  ).rejects.toMatchObject({ param: 'lookup_key' })
  const product = String(yearly.product)
  await stripe.products.createFeature(product, { entitlement_feature: feature.id })
  await expect(
    stripe.products.createFeature(product, { entitlement_feature: feature.id }),
  ).rejects.toMatchObject({ param: 'entitlement_feature' })
  await expect(
    stripe.products.createFeature(product, { entitlement_feature: 'feat_none' }),
  ).rejects.toMatchObject({ code: 'resource_missing' })
})

test('a product that was never priced can be deleted, one with prices cannot', async () => {
  const { stripe, monthly, eventsAbout } = billing
  const product = await stripe.products.create({ name: 'Unsold' })
  expect(await stripe.products.del(product.id)).toEqual(
    expect.objectContaining({ id: product.id, deleted: true }),
  )
  await expect(stripe.products.retrieve(product.id)).rejects.toMatchObject({ statusCode: 404 })
  expect(await eventsAbout(product.id)).toEqual(['product.created', 'product.deleted'])
  await expect(stripe.products.del(String(monthly.product))).rejects.toMatchObject({ statusCode: 400 })
})
