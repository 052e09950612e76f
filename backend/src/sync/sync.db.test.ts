import { rollupsOf, WHOLE } from '../analytics/rollups'
import { startDesk, until, type Desk } from '../../test/harness'
import { FactModel, MovementModel, RollupModel } from '../analytics/model'
import {
  ChargeModel,
  DisputeModel,
  EarlyFraudWarningModel,
  PaymentIntentModel,
  RefundModel,
} from '../payments/model'
import { CustomerModel } from '../customers/model'
import { InvoiceModel } from '../invoices/model'
import { BalanceTransactionModel, MoneyRollupModel, PayoutModel } from '../ledger/model'
import { moneyRollups } from '../ledger/rollups'
import { SubscriptionModel } from '../subscriptions/model'
import { AppError } from '../errors'
import type { Resource, StripePage } from '../stripe/gateway'
import type { Sync } from './schema'

/** What may go wrong with a page, once; set by a test. */
let fault: ((resource: Resource) => AppError | null) | null = null

const wrapped = () =>
  startDesk({
    wrapStripe: (stripe) => ({
      ...stripe,
      async page(resource, after): Promise<StripePage> {
        const page = await stripe.page(resource, after)
        const error = fault?.(resource)
        if (error) throw error
        return page
      },
    }),
  })

let desk: Desk
beforeAll(async () => {
  desk = await wrapped()
  await desk.importRates()
  await desk.sync()
})
afterAll(() => desk.close())
afterEach(() => (fault = null))

const state = () => desk.inAccount(() => desk.services.sync.state())
const resource = (sync: Sync, name: string) => sync.resources.find((one) => one.resource === name)

/** MRR per currency as the roll-ups add up to. */
async function mrr(one = desk): Promise<Record<string, number>> {
  const sums: Record<string, number> = {}
  for (const { currencies } of await one.inAccount(() => rollupsOf(WHOLE, '')))
    for (const [currency, day] of Object.entries(currencies))
      sums[currency] =
        (sums[currency] ?? 0) + day.new + day.expansion + day.reactivation - day.contraction - day.churn
  return Object.fromEntries(Object.entries(sums).filter(([, value]) => value !== 0))
}

/** The figures without when they were known. */
async function figures(one = desk) {
  return one.inAccount(async () => {
    const movements = await MovementModel.find({ knownTo: null }).sort({ customer: 1, day: 1 }).lean()
    const rollups = (await RollupModel.find().sort({ _id: 1 }).lean()).flatMap(({ _id, days }) =>
      Object.keys(days)
        .sort()
        .map((day) => ({ _id, rollup: days[day] })),
    )
    const money = await moneyRollups({ from: '2020-01-01', to: '2030-12-31' }, 'UTC')
    return JSON.stringify({
      movements: movements.map(({ _id, knownFrom, knownTo, ...movement }) => movement),
      rollups,
      money,
    })
  })
}

test('every copy has as many objects as Stripe', async () => {
  const counts = await desk.standIn.counts()
  const stored = await desk.inAccount(async () => ({
    customers: await CustomerModel.countDocuments({ deleted: false }),
    subscriptions: await SubscriptionModel.countDocuments({}),
    invoices: await InvoiceModel.countDocuments({}),
    paymentIntents: await PaymentIntentModel.countDocuments({}),
    charges: await ChargeModel.countDocuments({}),
    refunds: await RefundModel.countDocuments({}),
    disputes: await DisputeModel.countDocuments({}),
    earlyFraudWarnings: await EarlyFraudWarningModel.countDocuments({}),
    payouts: await PayoutModel.countDocuments({}),
    balanceTransactions: await BalanceTransactionModel.countDocuments({}),
  }))
  expect(counts).toMatchObject(stored)
  expect(await state()).toMatchObject({ status: 'complete', complete: true, percent: 100 })
})

test('MRR per currency is the scenario’s own, to the cent', async () => {
  const truth: Record<string, number> = {}
  for (const { value, currency } of (await desk.standIn.truth()).values())
    if (value !== 0) truth[currency] = (truth[currency] ?? 0) + value
  expect(await mrr()).toEqual(truth)
})

test('no card number, fingerprint or client secret is kept', async () => {
  const charge = await desk.inAccount(() => ChargeModel.findOne({ 'object.status': 'succeeded' }).lean())
  const intent = await desk.inAccount(() => PaymentIntentModel.findOne({}).lean())
  expect(JSON.stringify([charge, intent])).not.toMatch(/fingerprint|last4|client_secret/)
})

test('facts carry nothing personal', async () => {
  const facts = await desk.inAccount(() => FactModel.find().lean())
  expect(facts.length).toBeGreaterThan(100)
  expect(JSON.stringify(facts)).not.toMatch(/@example|"email"|"name"|address/)
})

test('a second sync adds no fact and changes no figure', async () => {
  const before = await figures()
  const facts = await desk.inAccount(() => FactModel.countDocuments({}))
  await desk.sync({ full: true })
  expect(await desk.inAccount(() => FactModel.countDocuments({}))).toBe(facts)
  expect(await figures()).toBe(before)
})

test('a resource that cannot be read is named, the rest is read, and nothing is called complete', async () => {
  fault = (name) => (name === 'refunds' ? new AppError('stripe_unavailable', 'No answer from Stripe') : null)
  await desk.sync({ full: true })
  const after = await state()
  expect(after.status).toBe('failed')
  expect(resource(after, 'refunds')).toMatchObject({ status: 'failed', error: 'No answer from Stripe' })
  expect(resource(after, 'charges')).toMatchObject({ status: 'complete' })
  fault = null
  await desk.sync()
  expect(await state()).toMatchObject({ status: 'complete' })
})

test('customers that are computed anew while everything is rebuilt count once', async () => {
  const before = await figures()
  const customers = await desk.inAccount(() => FactModel.distinct('customer', {}))
  await desk.inAccount(async () => {
    const { figures: engine } = desk.services
    for (let round = 0; round < 3; round += 1) {
      await MovementModel.deleteMany({})
      await Promise.all([
        engine.rebuild(() => Promise.resolve()),
        ...[0, 1, 2].map((part) =>
          engine.recompute(customers.map(String).filter((_one, index) => index % 3 === part)),
        ),
      ])
    }
  })
  expect(await figures()).toBe(before)
})

test('interrupted at every kind of page and taken up again, the first sync gives the same figures', async () => {
  const whole = await figures()
  await desk.close()
  desk = await wrapped()
  await desk.importRates()
  const hit = new Set<string>()
  fault = (name) => {
    if (hit.has(name)) return null
    hit.add(name)
    return new AppError('stripe_unavailable', 'No answer from Stripe')
  }
  for (let tries = 0; tries < 12 && !(await state()).complete; tries++) await desk.sync()
  expect(hit.size).toBeGreaterThan(8)
  expect(await state()).toMatchObject({ status: 'complete', complete: true })
  expect(await figures()).toBe(whole)
})

test('what happens at Stripe arrives by event; incremental and rebuilt figures are the same bytes', async () => {
  const { stripe } = desk.standIn
  const port = new URL(await desk.app.listen({ port: 0, host: '127.0.0.1' })).port
  const endpoint = await stripe.webhookEndpoints.create({
    url: `http://127.0.0.1:${port}/webhooks/stripe`,
    enabled_events: ['*'],
  })
  desk.config.stripe.webhookSecrets.splice(0, 1, endpoint.secret ?? '')
  desk.services.worker.start()
  const before = await mrr()
  const { data } = await stripe.subscriptions.list({ status: 'active', limit: 20 })
  const plain = data.filter(
    ({ items, discounts, currency }) =>
      currency === 'usd' && discounts.length === 0 && items.data[0]?.price.billing_scheme === 'per_unit',
  )
  const [grows, leaves] = plain
  if (!grows || !leaves) throw new Error('The sample has too few plain subscriptions')
  desk.clock.advance(60)
  await stripe.subscriptions.update(grows.id, {
    items: [{ id: grows.items.data[0]?.id, quantity: (grows.items.data[0]?.quantity ?? 1) + 2 }],
  })
  await stripe.subscriptions.cancel(leaves.id)
  // two seats more and 30 % less never come to what it was
  const coupon = await stripe.coupons.create({ percent_off: 30, duration: 'forever' })
  desk.clock.advance(60)
  await stripe.subscriptions.update(grows.id, { discounts: [{ coupon: coupon.id }] })
  desk.standIn.tick()
  const told = async () =>
    (await desk.inAccount(() => MovementModel.find({ knownTo: null, day: '2026-05-14' }).lean())).map(
      ({ customer }) => customer,
    )
  await until(async () => {
    const customers = await told()
    return customers.includes(String(leaves.customer)) && customers.includes(String(grows.customer))
  })
  await until(async () => JSON.stringify(await mrr()) !== JSON.stringify(before))
  await desk.services.worker.stop()
  const verified = await desk.inAccount(() => desk.services.figures.verify(() => Promise.resolve()))
  expect(verified).toMatchObject({ differing: 0, differences: [] })
  expect(verified.customers).toBeGreaterThan(40)
  const incremental = await figures()
  await desk.inAccount(async () => {
    await MovementModel.deleteMany({})
    await RollupModel.deleteMany({})
    await MoneyRollupModel.deleteMany({})
    await desk.services.figures.rebuild(() => Promise.resolve())
  })
  expect((await figures()) === incremental).toBe(true)
})
