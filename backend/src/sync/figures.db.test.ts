/** The figures against what they are made of: Stripe's lists counted another way, and the scenario's own log. */
import { trusted } from 'mongoose'
import type Stripe from 'stripe'
import { TEST_NOW, testClock } from '../../test/clock'
import { startDesk, until, type Caller, type Desk } from '../../test/harness'
import { independentMrr, sumByCurrency } from '../../test/independent-mrr'
import { rollupsOf, WHOLE } from '../analytics/rollups'
import { signWebhook } from '../../test/signing'
import { FactModel, MovementModel, RollupModel, SnapshotModel } from '../analytics/model'
import type { Overview } from '../analytics/schema'
import { InboxModel, SyncStateModel } from './model'
import { SubscriptionModel } from '../subscriptions/model'

/** Runs before a page of subscriptions is handed on. */
let meanwhile: (() => Promise<void>) | null = null

let desk: Desk
let owner: Caller
let plain: Stripe.Subscription[]
beforeAll(async () => {
  desk = await startDesk({
    // of two facts about one instant the one recorded later holds: no two are recorded at the same time
    clock: testClock(TEST_NOW, true),
    wrapStripe: (stripe) => ({
      ...stripe,
      async page(resource, after) {
        const page = await stripe.page(resource, after)
        const work = resource === 'subscriptions' ? meanwhile : null
        if (work) meanwhile = null
        await work?.()
        return page
      },
    }),
  })
  owner = await desk.as('owner')
  await desk.importRates()
  plain = (await desk.standIn.stripe.subscriptions.list({ status: 'active', limit: 100 })).data.filter(
    ({ discounts, currency, items, cancel_at_period_end }) =>
      currency === 'usd' &&
      !cancel_at_period_end &&
      discounts.length === 0 &&
      items.data.length === 1 &&
      items.data[0]?.price.billing_scheme === 'per_unit' &&
      items.data[0].price.recurring?.interval === 'month',
  )
  desk.services.worker.start()
})
afterAll(() => desk.close())

const take = (): Stripe.Subscription => {
  const one = plain.pop()
  if (!one) throw new Error('The sample has too few plain subscriptions')
  return one
}

let told = new Set<string>()
/** Delivers every event that the stand-in made since the last time, and waits until all are worked off. */
async function deliver(): Promise<void> {
  const fresh: Stripe.Event[] = []
  for await (const event of desk.standIn.stripe.events.list({ limit: 100 })) {
    if (told.has(event.id)) break
    fresh.push(event)
  }
  for (const event of fresh.reverse()) {
    told.add(event.id)
    const { payload, headers } = signWebhook(event, desk.clock.seconds())
    const answer = await desk.app.inject({ method: 'POST', url: '/webhooks/stripe', payload, headers })
    expect(answer.statusCode).toBe(200)
  }
  await until(
    async () => (await desk.inAccount(() => InboxModel.countDocuments({ status: 'pending' }))) === 0,
  )
}

/** Everything that happened so far is history, not news. */
async function heard(): Promise<void> {
  const ids: string[] = []
  for await (const { id } of desk.standIn.stripe.events.list({ limit: 100 })) ids.push(id)
  told = new Set(ids)
}

const movements = () =>
  desk.inAccount(() => MovementModel.find({ knownTo: null }).sort({ customer: 1, day: 1, type: 1 }).lean())
const byCustomer = async () => {
  const sums = new Map<string, Record<string, number>>()
  for (const { customer, changes } of await movements())
    for (const { currency, before, after } of changes) {
      const own = sums.get(customer) ?? {}
      own[currency] = (own[currency] ?? 0) + after - before
      sums.set(customer, own)
    }
  return new Map(
    [...sums].flatMap(([customer, own]) =>
      Object.entries(own).flatMap(([currency, value]) =>
        value === 0 ? [] : [[customer, { value, currency }] as const],
      ),
    ),
  )
}
const sorted = <T>(map: Map<string, T>) => [...map].sort(([a], [b]) => a.localeCompare(b))
const whatHappened = async () =>
  (await movements()).map(({ customer, day, type, amount, reason }) => ({
    customer,
    day,
    type,
    amount,
    reason,
  }))
const overview = async (query = '') => (await owner.get(`/v1/analytics/overview${query}`)).json<Overview>()

test('events that arrive while the lists are read win over older pages', async () => {
  await heard()
  const [canceled, grown] = [take(), take()]
  meanwhile = async () => {
    desk.clock.advance(60)
    const { stripe } = desk.standIn
    await stripe.subscriptions.cancel(canceled.id)
    await stripe.subscriptions.update(grown.id, {
      items: [{ id: grown.items.data[0]?.id ?? '', quantity: 11 }],
    })
    await deliver()
  }
  await desk.sync()
  const copies = await desk.inAccount(() => SubscriptionModel.find().lean())
  const copy = (id: string) => copies.find((one) => one.id === id)?.object
  expect(copy(canceled.id)?.status).toBe('canceled')
  expect(copy(grown.id)?.items.data[0]?.quantity).toBe(11)
  expect(sorted(await byCustomer())).toEqual(sorted(await independentMrr(desk.standIn.stripe)))
})

test('each customer’s MRR is what the lists say by another count, and what the scenario meant', async () => {
  const stripe = await independentMrr(desk.standIn.stripe)
  expect(stripe.size).toBeGreaterThan(40)
  const ours = await byCustomer()
  expect(sorted(ours)).toEqual(sorted(stripe))
  // of the two that were changed above the scenario does not know
  const meant = [...(await desk.standIn.truth())].filter(([, { value }]) => value !== 0)
  const differing = meant.filter(([customer, { value }]) => ours.get(customer)?.value !== value)
  expect(differing).toHaveLength(2)
  const rolled: { value: number; currency: string }[] = []
  for (const { currencies } of await desk.inAccount(() => rollupsOf(WHOLE, '')))
    for (const [currency, day] of Object.entries(currencies))
      rolled.push({
        currency,
        value: day.new + day.expansion + day.reactivation - day.contraction - day.churn,
      })
  expect(sumByCurrency(rolled)).toEqual(sumByCurrency(stripe.values()))
})

test('live changes one by one give what a reading from nothing gives', async () => {
  const { stripe } = desk.standIn
  const [grows, leaves, reduced] = [take(), take(), take()]
  desk.clock.advance(60)
  await stripe.subscriptions.update(grows.id, { items: [{ id: grows.items.data[0]?.id ?? '', quantity: 7 }] })
  await deliver()
  desk.clock.advance(60)
  await stripe.subscriptions.cancel(leaves.id)
  const customer = await stripe.customers.create({ email: 'new@example.com' })
  const card = await stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id })
  const begun = await stripe.subscriptions.create({
    customer: customer.id,
    default_payment_method: card.id,
    items: [{ price: grows.items.data[0]?.price.id ?? '', quantity: 2 }],
  })
  expect(begun.status).toBe('active')
  await deliver()
  const coupon = await stripe.coupons.create({ percent_off: 25, duration: 'forever' })
  desk.clock.advance(60)
  await stripe.subscriptions.update(reduced.id, { discounts: [{ coupon: coupon.id }] })
  await deliver()
  desk.clock.advance(3 * 86_400)
  desk.standIn.tick()
  await deliver()
  expect(sorted(await byCustomer())).toEqual(sorted(await independentMrr(stripe)))
  const incremental = await whatHappened()
  await desk.inAccount(() =>
    Promise.all([
      MovementModel.deleteMany({}),
      RollupModel.deleteMany({}),
      FactModel.deleteMany({}),
      SubscriptionModel.deleteMany({}),
      SyncStateModel.deleteMany({}),
    ]),
  )
  await desk.sync()
  // what lies before Stripe's 30 days of events is rebuilt from invoices, and may tell other days
  const since = new Date(desk.clock.ms() - 29 * 86_400_000).toISOString().slice(0, 10)
  const recent = (rows: typeof incremental) => rows.filter(({ day }) => day >= since)
  expect(recent(incremental).length).toBeGreaterThan(8)
  expect(recent(await whatHappened())).toEqual(recent(incremental))
})

test('a frozen day stays as it was known, when a late event revises it', async () => {
  const late = take()
  desk.clock.advance(2 * 86_400)
  desk.standIn.tick()
  await deliver()
  const day = new Date(desk.clock.ms() - 86_400_000).toISOString().slice(0, 10)
  const asOfDay = () => overview(`?to=${day}&from=${day}`)
  await desk.inAccount(() => desk.services.analytics.freeze('revenue', day))
  const frozen = await desk.inAccount(() => SnapshotModel.findOne({ day }).lean())
  const before = await asOfDay()
  const object = JSON.parse(JSON.stringify(late)) as Stripe.Subscription
  const at = Math.floor(Date.parse(`${day}T12:00:00Z`) / 1000)
  const event = {
    id: 'evt_late',
    object: 'event',
    type: 'customer.subscription.deleted',
    created: at,
    livemode: false,
    data: { object: { ...object, status: 'canceled', ended_at: at, canceled_at: at } },
  }
  const { payload, headers } = signWebhook(event, desk.clock.seconds())
  await desk.app.inject({ method: 'POST', url: '/webhooks/stripe', payload, headers })
  await until(async () => (await asOfDay()).figures.mrr.value !== before.figures.mrr.value)
  expect(await desk.inAccount(() => desk.services.analytics.freeze('revenue', day))).toBe(false)
  expect(await desk.inAccount(() => SnapshotModel.findOne({ day }).lean())).toEqual(frozen)
  const { data } = (await owner.get('/v1/analytics/snapshots?kind=revenue')).json<{
    data: { day: string; figures: Overview }[]
  }>()
  const shown = data.find((one) => one.day === day)
  expect(shown?.figures.figures.mrr.value).toBe(before.figures.mrr.value)
})

describe('changed definitions', () => {
  const change = async (body: object) => {
    const answer = await owner.patch('/v1/settings', body)
    expect(answer.statusCode).toBe(200)
    await desk.services.sync.drain()
  }

  test('another reporting currency: the same MRR at the rate of the day', async () => {
    const inEuro = await overview('?currency=eur')
    const inDollars = await overview()
    expect(inDollars).toMatchObject({ currency: 'usd', fx_missing: [] })
    await change({ reporting_currency: 'eur' })
    const after = await overview()
    expect(after.currency).toBe('eur')
    expect(after.figures.mrr).toEqual(inEuro.figures.mrr)
    expect(after.figures.mrr.value).toBeLessThan(inDollars.figures.mrr.value ?? 0)
    expect((await overview('?currency=usd')).figures.mrr).toEqual(inDollars.figures.mrr)
  })

  test('another time zone: the days move, the sums stay, and what was believed before is kept', async () => {
    const [before, sums] = [await whatHappened(), sorted(await byCustomer())]
    const asKnown = async (at?: number) => {
      const query = `?from=2026-01-01&to=2026-05-10&interval=day${at === undefined ? '' : `&known_at=${at}`}`
      const { data } = (await owner.get(`/v1/analytics/mrr_movements${query}`)).json<{ data: object[] }>()
      return data
    }
    const known = await asKnown()
    const asked = desk.clock.now()
    await change({ time_zone: 'Pacific/Auckland' })
    const after = await whatHappened()
    expect(sorted(await byCustomer())).toEqual(sums)
    expect(after).not.toEqual(before)
    const closed = await desk.inAccount(() => MovementModel.find({ knownTo: trusted({ $gt: asked }) }).lean())
    expect(closed.length).toBeGreaterThan(0)
    expect(await asKnown(Math.floor(asked.getTime() / 1000))).toEqual(known)
    expect(await asKnown()).not.toEqual(known)
    await change({ time_zone: 'UTC' })
    expect(await whatHappened()).toEqual(before)
  })
})
