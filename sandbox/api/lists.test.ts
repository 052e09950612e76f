import { startSandbox, type TestSandbox } from './testing/start'

let sandbox: TestSandbox
beforeAll(async () => {
  sandbox = await startSandbox({ seed: 'lists' })
})
afterAll(() => sandbox.close())

interface Page {
  data: { id: string; created?: number }[]
  has_more: boolean
}
interface Paging {
  limit: number
  starting_after?: string
  ending_before?: string
}

async function forwards(list: (paging: Paging) => Promise<Page>, limit: number): Promise<string[]> {
  const ids: string[] = []
  for (;;) {
    const last = ids.at(-1)
    const page = await list({ limit, ...(last === undefined ? {} : { starting_after: last }) })
    ids.push(...page.data.map(({ id }) => id))
    if (!page.has_more) return ids
  }
}

async function backwards(
  list: (paging: Paging) => Promise<Page>,
  limit: number,
  last: string,
): Promise<string[]> {
  const ids = [last]
  for (;;) {
    const page = await list({ limit, ending_before: ids[0] ?? '' })
    ids.unshift(...page.data.map(({ id }) => id))
    if (!page.has_more) return ids
  }
}

describe('paging', () => {
  test.each(['prices', 'customers', 'subscriptions', 'invoices', 'balanceTransactions', 'events'] as const)(
    '%s by 1, 7 and 100 in both directions are the same set, newest first',
    async (name) => {
      const { stripe } = sandbox
      const after = Math.floor(
        sandbox.engine.main.now - (name === 'customers' || name === 'prices' ? 400 : 20) * 86_400,
      )
      const created = { gte: after }
      const list = (paging: Paging): Promise<Page> => stripe[name].list({ ...paging, created })
      const whole = await forwards(list, 100)
      expect(new Set(whole).size).toBe(whole.length)
      expect(whole.length).toBeGreaterThan(3)
      const some = await list({ limit: 100 })
      const times = some.data.map((one) => one.created ?? 0)
      expect(times).toEqual([...times].sort((one, other) => other - one))
      expect(await forwards(list, 7)).toEqual(whole)
      expect(await backwards(list, 7, whole.at(-1) ?? '')).toEqual(whole)
      expect(await backwards(list, 100, whole.at(-1) ?? '')).toEqual(whole)
      if (whole.length < 150) {
        expect(await forwards(list, 1)).toEqual(whole)
        expect(await backwards(list, 1, whole.at(-1) ?? '')).toEqual(whole)
      }
    },
  )

  test('the client pages by itself', async () => {
    const ids = await sandbox.stripe.customers.list({ limit: 30 }).autoPagingToArray({ limit: 1_000 })
    expect(ids).toHaveLength(100)
  })

  test('lines of an invoice and items of a subscription page too', async () => {
    const { stripe } = sandbox
    const customer = await stripe.customers.create({
      payment_method: 'pm_card_visa',
      invoice_settings: { default_payment_method: 'pm_card_visa' },
    })
    const product = await stripe.products.create({ name: 'Parts' })
    const items = []
    for (let part = 1; part <= 14; part += 1) {
      const price = await stripe.prices.create({
        product: product.id,
        currency: 'usd',
        unit_amount: part * 100,
        recurring: { interval: 'month' },
      })
      items.push({ price: price.id })
    }
    const subscription = await stripe.subscriptions.create({ customer: customer.id, items })
    const invoice = await stripe.invoices.retrieve(String(subscription.latest_invoice))
    expect(invoice.lines).toMatchObject({ has_more: true, url: `/v1/invoices/${invoice.id}/lines` })
    expect(invoice.lines.data).toHaveLength(10)
    const lines = (paging: Paging): Promise<Page> => stripe.invoices.listLineItems(invoice.id, paging)
    const whole = await forwards(lines, 5)
    expect(whole).toHaveLength(14)
    expect(whole.slice(0, 10)).toEqual(invoice.lines.data.map(({ id }) => id))
    expect(await backwards(lines, 3, whole.at(-1) ?? '')).toEqual(whole)
    const listed = await stripe.subscriptionItems.list({ subscription: subscription.id, limit: 100 })
    expect(listed.data.map(({ id }) => id)).toEqual(subscription.items.data.map(({ id }) => id))
  })
})

describe('filters', () => {
  test('by customer, subscription, payment intent, charge, status and time', async () => {
    const { stripe } = sandbox
    const paid = (await stripe.invoices.list({ status: 'paid', limit: 100 })).data
    expect(paid.every(({ status }) => status === 'paid')).toBe(true)
    const invoice = paid.find(({ amount_paid }) => amount_paid > 0)
    const customer = String(invoice?.customer)
    const subscription = String(invoice?.parent?.subscription_details?.subscription)
    for (const one of (await stripe.invoices.list({ customer, limit: 100 })).data)
      expect(one.customer).toBe(customer)
    const ofSubscription = await stripe.invoices.list({ subscription, status: 'paid', limit: 100 })
    expect(ofSubscription.data.map(({ id }) => id)).toContain(invoice?.id)
    const payments = await stripe.invoicePayments.list({ invoice: invoice?.id ?? '' })
    const intent = String(payments.data[0]?.payment.payment_intent)
    const back = await stripe.invoicePayments.list({
      payment: { type: 'payment_intent', payment_intent: intent },
    })
    expect(back.data[0]?.invoice).toBe(invoice?.id)
    const charges = await stripe.charges.list({ payment_intent: intent })
    expect(charges.data.map(({ status }) => status)).toContain('succeeded')
    const from = sandbox.engine.main.now - 100 * 86_400
    const recent = await stripe.charges.list({ created: { gte: from, lt: from + 86_400 * 50 }, limit: 100 })
    for (const one of recent.data) expect(one.created >= from && one.created < from + 86_400 * 50).toBe(true)
  })

  test('canceled subscriptions are left out unless they are asked for', async () => {
    const { stripe } = sandbox
    const count = async (status?: 'all' | 'canceled' | 'active') =>
      (
        await stripe.subscriptions
          .list({ limit: 100, ...(status ? { status } : {}) })
          .autoPagingToArray({ limit: 9_000 })
      ).length
    const [live, all, canceled] = [await count(), await count('all'), await count('canceled')]
    expect(canceled).toBeGreaterThan(0)
    expect(live + canceled).toBe(all)
  })

  test('prices, codes, balance transactions and events by their own filters', async () => {
    const { stripe } = sandbox
    const eur = await stripe.prices.list({ currency: 'eur', recurring: { interval: 'year' }, limit: 100 })
    expect(eur.data.every((one) => one.currency === 'eur' && one.recurring?.interval === 'year')).toBe(true)
    expect((await stripe.promotionCodes.list({ code: 'hello20' })).data[0]?.code).toBe('HELLO20')
    const refunds = await stripe.balanceTransactions.list({ type: 'refund', limit: 100 })
    expect(refunds.data.every(({ type }) => type === 'refund')).toBe(true)
    const payout = (await stripe.payouts.list({ limit: 1 })).data[0]
    const held = await stripe.balanceTransactions.list({ payout: payout?.id ?? '', limit: 100 })
    expect(held.data.reduce((sum, one) => sum + one.net, 0)).toBe(0)
    const events = await stripe.events.list({ types: ['invoice.paid', 'charge.failed'], limit: 100 })
    expect(new Set(events.data.map(({ type }) => type))).toEqual(new Set(['invoice.paid', 'charge.failed']))
    expect(
      (await stripe.events.list({ type: 'customer.subscription.*', limit: 5 })).data.length,
    ).toBeGreaterThan(0)
  })
})
