import type Stripe from 'stripe'
import { startDesk, until, type Desk } from '../../test/harness'
import { signWebhook } from '../../test/signing'
import { MovementModel } from '../analytics/model'
import { CustomerModel } from '../customers/model'
import { AppError } from '../errors'
import type { Overview } from '../analytics/schema'
import { InboxModel } from '../sync/model'

/** Ids that Stripe does not answer for, as long as they are here. */
const silent = new Set<string>()

let desk: Desk
beforeAll(async () => {
  desk = await startDesk({
    wrapStripe: (stripe) => ({
      ...stripe,
      retrieve: (resource, id) =>
        silent.has(id)
          ? Promise.reject(new AppError('stripe_unavailable', 'No answer from Stripe'))
          : stripe.retrieve(resource, id),
    }),
  })
  await desk.sync()
  desk.services.worker.start()
})
afterAll(() => desk.close())

let count = 0
const customerEvent = (id: string, object: object = {}) => ({
  id: `evt_poison_${(count += 1)}`,
  object: 'event',
  type: 'customer.updated',
  created: desk.clock.seconds(),
  livemode: false,
  data: { object: { id, object: 'customer', created: 1, email: null, name: id, ...object } },
})

async function deliver(...events: object[]): Promise<number[]> {
  const answers = await Promise.all(
    events.map((event) =>
      desk.app.inject({
        method: 'POST',
        url: '/webhooks/stripe',
        ...signWebhook(event, desk.clock.seconds()),
      }),
    ),
  )
  return answers.map(({ statusCode }) => statusCode)
}

const row = (eventId: string) => desk.inAccount(() => InboxModel.findOne({ eventId }).lean())
const mirrored = (id: string) => desk.inAccount(() => CustomerModel.exists({ id }))

/** Lets time pass until the event was tried once more. */
async function triedAgain(eventId: string): Promise<void> {
  const before = (await row(eventId))?.attempts ?? 0
  desk.clock.advance(2 ** (before + 1))
  desk.services.worker.wake()
  await until(async () => ((await row(eventId))?.attempts ?? 0) > before)
}

test('a poison event holds nobody up, is tried eight times and then set aside with its reason', async () => {
  const poison = { ...customerEvent('cus_poison'), data: { object: null } }
  const good = Array.from({ length: 12 }, (_, index) => customerEvent(`cus_good_${index}`))
  expect(await deliver(...good.slice(0, 6), poison, ...good.slice(6))).toEqual(Array(13).fill(200))
  await until(async () => (await mirrored('cus_good_11')) !== null && (await mirrored('cus_good_0')) !== null)
  await until(async () => (await row(poison.id))?.attempts === 1)
  // the copy is there a moment before its event is marked
  for (const { id } of good) await until(async () => (await row(id))?.status === 'processed')
  for (const { id } of good) expect(await row(id)).toMatchObject({ status: 'processed', error: null })
  for (let attempt = 2; attempt <= 8; attempt++) {
    expect(await row(poison.id)).toMatchObject({ status: 'pending', attempts: attempt - 1 })
    await triedAgain(poison.id)
  }
  expect(await row(poison.id)).toMatchObject({
    status: 'dead',
    attempts: 8,
    error: 'An unexpected failure; the log tells more',
  })
  const left = await row(poison.id)
  expect(await desk.inAccount(() => left && desk.services.inbox.open(left))).toEqual(poison)
  desk.clock.advance(3_600)
  await deliver(customerEvent('cus_after'))
  await until(async () => (await mirrored('cus_after')) !== null)
  expect((await row(poison.id))?.attempts).toBe(8)
})

test('an event that needs Stripe waits for it and then counts', async () => {
  const { data } = await desk.standIn.stripe.subscriptions.list({ status: 'active', limit: 1 })
  const one = data[0]
  if (!one) throw new Error('The sample has no active subscription')
  // two events of one second that do not tell which came later: the object must be read again
  const event = (status: string) => ({
    ...customerEvent('unused'),
    type: 'customer.subscription.updated',
    created: desk.clock.seconds(),
    data: { object: { ...(JSON.parse(JSON.stringify(one)) as object), status } },
  })
  silent.add(one.id)
  desk.clock.advance(10)
  const [first, second] = [event('active'), event('past_due')]
  await deliver(first, second)
  await until(
    async () => ((await row(second.id))?.attempts ?? 0) + ((await row(first.id))?.attempts ?? 0) > 0,
  )
  const waiting = (await Promise.all([row(first.id), row(second.id)])).filter(
    (each) => each?.status === 'pending',
  )
  expect(waiting.length).toBeGreaterThan(0)
  for (const each of waiting) if (each?.attempts) expect(each.error).toBe('No answer from Stripe')
  silent.clear()
  await until(async () => {
    desk.clock.advance(4)
    desk.services.worker.wake()
    return (await desk.inAccount(() => InboxModel.countDocuments({ status: 'pending' }))) === 0
  })
  expect(await desk.inAccount(() => InboxModel.countDocuments({ status: 'dead' }))).toBe(1)
})

test('eight arrivals of one event at once are one row and one effect', async () => {
  const event = customerEvent('cus_eight')
  expect(await deliver(...Array<object>(8).fill(event))).toEqual(Array(8).fill(200))
  await until(async () => (await row(event.id))?.status === 'processed')
  expect(await desk.inAccount(() => InboxModel.countDocuments({ eventId: event.id }))).toBe(1)
})

test('an unknown kind of event, and unknown fields of a known one, are kept and do no harm', async () => {
  const unknown = {
    ...customerEvent('x'),
    type: 'moon.landed',
    data: { object: { id: 'moon_1', object: 'moon' } },
  }
  const known = customerEvent('cus_fields', { surprise: { $set: 1, 'dotted.key': [] } })
  await deliver(unknown, known)
  for (const { id } of [unknown, known]) await until(async () => (await row(id))?.status === 'processed')
  const copy = await desk.inAccount(() => CustomerModel.findOne({ id: 'cus_fields' }).lean())
  const whole = await desk.inAccount(() => copy && desk.services.copies.whole(copy))
  expect(whole).toMatchObject({ surprise: { $set: 1, 'dotted.key': [] } })
})

test('a change at Stripe comes by webhook into the copy, the movements and the overview', async () => {
  const owner = await desk.as('owner')
  const overview = async () => {
    const answer = await owner.get('/v1/analytics/overview?currency=usd')
    return { etag: answer.headers.etag, ...answer.json<Overview>() }
  }
  const { stripe } = desk.standIn
  const listed: Stripe.Subscription[] = []
  for await (const each of stripe.subscriptions.list({ status: 'active', limit: 100 })) listed.push(each)
  const leaving = listed.find(
    ({ currency, items }) => currency === 'usd' && (items.data[0]?.price.unit_amount ?? 0) > 0,
  )
  if (!leaving) throw new Error('The sample has no such subscription')
  const before = await overview()
  desk.clock.advance(60)
  await stripe.subscriptions.cancel(leaving.id)
  const { data: told } = await stripe.events.list({ type: 'customer.subscription.deleted', limit: 1 })
  expect(await deliver(JSON.parse(JSON.stringify(told[0])) as object)).toEqual([200])
  await until(async () => (await overview()).figures.mrr.value !== before.figures.mrr.value)
  const after = await overview()
  expect(after.etag).not.toBe(before.etag)
  const [movement] = await desk.inAccount(() =>
    MovementModel.find({ customer: String(leaving.customer), knownTo: null })
      .sort({ day: -1 })
      .limit(1)
      .lean(),
  )
  expect(movement).toMatchObject({ type: 'churn', reason: 'voluntary', causes: [told[0]?.id] })
  const gone = after.figures.mrr.value ?? 0
  expect(gone).toBe((before.figures.mrr.value ?? 0) + (movement?.amount ?? 0))
  expect(after.figures.churned_customers.value).toBe((before.figures.churned_customers.value ?? 0) + 1)
  expect((await owner.get(`/v1/customers/${String(leaving.customer)}`)).json()).toMatchObject({
    subscriptions: expect.arrayContaining([
      expect.objectContaining({ id: leaving.id, status: 'canceled', mrr: 0 }),
    ]),
  })
})
