import { refusal, startPayments, type Payments } from './testing/payments'

let payments: Payments
let stripe: Payments['stripe']
beforeAll(async () => {
  payments = await startPayments()
  ;({ stripe } = payments)
})
afterAll(() => payments.sandbox.close())

test('a customer has everything that was said of it, and each change is told with what was before', async () => {
  const customer = await stripe.customers.create({
    name: 'Ana',
    business_name: 'Ana Limited',
    invoice_prefix: 'ANA',
    next_invoice_sequence: 40,
    invoice_settings: { footer: 'Thank you', custom_fields: [{ name: 'Order', value: '7' }] },
    tax_id_data: [{ type: 'gb_vat', value: 'GB123456789' }],
    expand: ['tax_ids'],
  })
  expect(customer).toMatchObject({
    business_name: 'Ana Limited',
    invoice_prefix: 'ANA',
    next_invoice_sequence: 40,
    invoice_settings: { footer: 'Thank you', custom_fields: [{ name: 'Order', value: '7' }] },
    tax_ids: { data: [{ type: 'gb_vat', country: 'GB', verification: { status: 'verified' } }] },
  })
  const address = { line1: 'Rua 1', city: 'Lisbon' }
  await stripe.customers.update(customer.id, { shipping: { name: 'Ana', address }, phone: '+351' })
  const cleared = await stripe.customers.update(customer.id, {
    name: '',
    shipping: '',
    business_name: '',
    invoice_settings: { custom_fields: '', footer: '' },
  })
  expect(cleared).toMatchObject({
    name: null,
    shipping: null,
    phone: '+351',
    invoice_settings: { custom_fields: null, footer: null },
  })
  expect(cleared.business_name).toBeUndefined()
  const [created, , second] = await payments.eventsAbout(customer.id)
  expect(created?.type).toBe('customer.created')
  expect(second).toMatchObject({
    type: 'customer.updated',
    data: {
      previous_attributes: {
        name: 'Ana',
        business_name: 'Ana Limited',
        shipping: { name: 'Ana' },
        invoice_settings: { custom_fields: [{ name: 'Order', value: '7' }], footer: 'Thank you' },
      },
    },
  })
})

test.each([
  [{ email: 'ana' }, 'email_invalid', 'email'],
  [{ invoice_prefix: 'a' }, undefined, 'invoice_prefix'],
  [{ next_invoice_sequence: 0 }, 'parameter_invalid_integer', 'next_invoice_sequence'],
  [{ tax_exempt: 'sometimes' }, undefined, 'tax_exempt'],
  [{ tax_id_data: [{ type: 'eu_vat', value: '12' }] }, 'tax_id_invalid', 'tax_id_data[0][value]'],
  [{ cash_balance: { settings: { reconciliation_mode: 'manual' } } }, 'parameter_unknown', 'cash_balance'],
  [{ source: 'tok_visa' }, 'parameter_unknown', 'source'],
  [
    { invoice_settings: { default_payment_method: 'pm_card_visa' } },
    'resource_missing',
    'invoice_settings[default_payment_method]',
  ],
  [
    { invoice_settings: { custom_fields: Array(5).fill({ name: 'a', value: 'b' }) } },
    undefined,
    'invoice_settings[custom_fields]',
  ],
])('%j is refused', async (params, code, param) => {
  const error = await refusal(stripe.customers.create(params as object))
  expect({ code: error['code'], param: error['param'] }).toEqual({ code, param })
})

test('invoice numbers cannot go back', async () => {
  const customer = await stripe.customers.create({ next_invoice_sequence: 9 })
  const back = stripe.customers.update(customer.id, { next_invoice_sequence: 8 })
  expect(await refusal(back)).toMatchObject({ param: 'next_invoice_sequence' })
})

test('a deleted customer says so, has no cards left and cannot be changed', async () => {
  const customer = await stripe.customers.create({ payment_method: 'pm_card_visa' })
  const [card] = (await stripe.customers.listPaymentMethods(customer.id)).data
  await stripe.customers.del(customer.id)
  expect(await stripe.customers.retrieve(customer.id)).toMatchObject({ id: customer.id, deleted: true })
  expect((await stripe.paymentMethods.retrieve(card?.id ?? '')).customer).toBeNull()
  for (const request of [
    () => stripe.customers.update(customer.id, { name: 'x' }),
    () => stripe.customers.del(customer.id),
    () => stripe.customers.listPaymentMethods(customer.id),
  ]) {
    expect(await refusal(request())).toMatchObject({ code: 'resource_missing', statusCode: 404 })
  }
  const pays = stripe.paymentIntents.create({ amount: 100, currency: 'usd', customer: customer.id })
  expect(await refusal(pays)).toMatchObject({ code: 'resource_missing', param: 'customer' })
})

test('tax ids come and go', async () => {
  const [one, other] = [await stripe.customers.create({}), await stripe.customers.create({})]
  const taxId = await stripe.customers.createTaxId(one.id, { type: 'us_ein', value: '12-3456789' })
  expect(taxId).toMatchObject({ country: 'US', customer: one.id, verification: { status: 'unavailable' } })
  const vat = await stripe.customers.createTaxId(one.id, { type: 'eu_vat', value: 'DE123456789' })
  expect(vat.country).toBe('DE')
  expect((await stripe.customers.listTaxIds(one.id)).data.map(({ id }) => id)).toEqual([vat.id, taxId.id])
  expect(await refusal(stripe.customers.retrieveTaxId(other.id, taxId.id))).toMatchObject({ statusCode: 404 })
  expect(await stripe.customers.deleteTaxId(one.id, taxId.id)).toMatchObject({ deleted: true })
  expect((await stripe.customers.listTaxIds(one.id)).data).toHaveLength(1)
  expect((await payments.eventsAbout(taxId.id)).map(({ type }) => type)).toEqual([
    'customer.tax_id.created',
    'customer.tax_id.deleted',
  ])
})
