import fc from 'fast-check'
import { startDesk, until, type Desk } from '../../test/harness'
import { signWebhook } from '../../test/signing'
import { FactModel, MovementModel, RollupModel } from '../analytics/model'
import { AppError } from '../errors'
import type { StripeObject } from '../stripe/gateway'
import { SubscriptionModel } from '../subscriptions/model'
import { InboxModel } from '../sync/model'
import { createProjector } from './projector'

/** Objects as Stripe has them now, for what is read again. */
const atStripe = new Map<string, StripeObject>()
const reads: string[] = []

let desk: Desk
beforeAll(async () => {
  desk = await startDesk({
    standIn: null,
    wrapStripe: (stripe) => ({
      ...stripe,
      retrieve(_resource, id) {
        reads.push(id)
        const object = atStripe.get(id)
        return object
          ? Promise.resolve(object)
          : Promise.reject(new AppError('not_found', `No such object: ${id}`))
      },
      page: () => Promise.resolve({ data: [], hasMore: false, readAt: desk.clock.seconds() }),
    }),
  })
  desk.services.worker.start()
})
afterAll(() => desk.close())
/** As if no event had ever come. */
const forget = () =>
  desk.inAccount(() =>
    Promise.all([
      InboxModel.deleteMany({}),
      FactModel.deleteMany({}),
      MovementModel.deleteMany({}),
      RollupModel.deleteMany({}),
      SubscriptionModel.deleteMany({}),
    ]),
  )

beforeEach(async () => {
  atStripe.clear()
  reads.length = 0
  await forget()
})

const price = {
  id: 'price_1',
  object: 'price',
  product: 'prod_1',
  created: 1,
  billing_scheme: 'per_unit',
  unit_amount: 1000,
  unit_amount_decimal: '1000',
  tiers_mode: null,
  transform_quantity: null,
  tax_behavior: 'unspecified',
  recurring: { interval: 'month', interval_count: 1, usage_type: 'licensed' },
}

const start = () => desk.clock.seconds() - 20 * 86_400

function subscription(change: Record<string, unknown> = {}, quantity = 1) {
  const item = {
    id: 'si_1',
    object: 'subscription_item',
    price,
    quantity,
    discounts: [],
    tax_rates: [],
    current_period_end: start() + 2_592_000,
  }
  return {
    id: 'sub_1',
    object: 'subscription',
    customer: 'cus_1',
    status: 'active',
    currency: 'usd',
    items: { object: 'list', data: [item] },
    discounts: [],
    default_tax_rates: [],
    cancel_at_period_end: false,
    cancel_at: null,
    canceled_at: null,
    ended_at: null,
    cancellation_details: { reason: null, feedback: null },
    pause_collection: null,
    created: start(),
    start_date: start(),
    trial_start: null,
    trial_end: null,
    ...change,
  }
}

let count = 0
function event(type: string, object: object, created: number, previous?: object) {
  const previous_attributes = previous ? { previous_attributes: previous } : {}
  return {
    id: `evt_${(count += 1)}`,
    object: 'event',
    type: `customer.subscription.${type}`,
    created,
    livemode: false,
    data: { object, ...previous_attributes },
  }
}

async function deliver(body: unknown, secondsAgo = 0, secret?: string) {
  const { payload, headers } = signWebhook(body, desk.clock.seconds() - secondsAgo, secret)
  return desk.app.inject({ method: 'POST', url: '/webhooks/stripe', payload, headers })
}

/** The worker's own tool, driven by hand where a batch must be exactly so. */
const projector = () => createProjector(desk.services)

const drained = () =>
  until(async () => (await desk.inAccount(() => InboxModel.countDocuments({ status: 'pending' }))) === 0)

/** A life in different seconds, as its events tell it. */
function life() {
  const t = start()
  const DAY = 86_400
  return [
    event('created', subscription(), t),
    event('updated', subscription({}, 3), t + DAY, { items: { data: [] } }),
    event('updated', subscription({ status: 'past_due' }, 3), t + 2 * DAY, { status: 'active' }),
    event('updated', subscription({}, 3), t + 3 * DAY, { status: 'past_due' }),
    event('updated', subscription({}, 2), t + 4 * DAY, { items: { data: [] } }),
    event('updated', subscription({ cancel_at_period_end: true }, 2), t + 5 * DAY, {
      cancel_at_period_end: false,
    }),
    event(
      'deleted',
      subscription(
        {
          status: 'canceled',
          ended_at: t + 9 * DAY,
          canceled_at: t + 5 * DAY,
          cancellation_details: { reason: 'cancellation_requested', feedback: 'too_expensive' },
        },
        2,
      ),
      t + 9 * DAY,
    ),
  ]
}

const outcome = () =>
  desk.inAccount(async () => {
    const movements = await MovementModel.find({ knownTo: null }).sort({ day: 1 }).lean()
    const copy = await SubscriptionModel.findOne({}).lean()
    return {
      movements: movements.map(({ day, type, amount, reason, feedback }) => ({
        day,
        type,
        amount,
        reason,
        feedback,
      })),
      status: copy?.object.status,
      version: copy?.version,
    }
  })

test('a signed event is stored before it is acknowledged; a second arrival is one row and one effect', async () => {
  const [created] = life()
  const answers = await Promise.all([deliver(created), deliver(created), deliver(created)])
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
  expect(await desk.inAccount(() => InboxModel.countDocuments({}))).toBe(1)
  await drained()
  await deliver(created)
  await drained()
  expect(await desk.inAccount(() => MovementModel.countDocuments({}))).toBe(1)
})

test.each([
  ['forged', () => deliver(life()[0], 0, 'whsec_somebody_else'), 401, 'signature_invalid'],
  ['too old', () => deliver(life()[0], 301), 401, 'signature_invalid'],
  ['from the future', () => deliver(life()[0], -301), 401, 'signature_invalid'],
  [
    'without a signature',
    () => desk.app.inject({ method: 'POST', url: '/webhooks/stripe', payload: '{}' }),
    401,
    'signature_invalid',
  ],
  [
    'of an account that is not connected',
    () => deliver({ ...life()[0], account: 'acct_foreign' }),
    403,
    'account_unknown',
  ],
  ['of another mode', () => deliver({ ...life()[0], livemode: true }), 403, 'account_unknown'],
  ['no event at all', () => deliver({ hello: 'world' }), 400, 'invalid_request'],
  ['no JSON', () => deliver('not json'), 400, 'invalid_request'],
])('an event %s is refused and not stored', async (_name, send, status, code) => {
  expect((await send()).json()).toMatchObject({ status, code })
  expect(await desk.inAccount(() => InboxModel.countDocuments({}))).toBe(0)
})

test('a life of seven events in any order, some of them twice, ends the same', async () => {
  const events = life()
  const run = async (order: unknown[]) => {
    await forget()
    for (const one of order) await deliver(one)
    await drained()
    return outcome()
  }
  const expected = await run(events)
  expect(expected.movements.map(({ type, amount }) => [type, amount])).toEqual([
    ['new', 1000],
    ['expansion', 2000],
    ['contraction', -1000],
    ['churn', -2000],
  ])
  expect(expected.movements.at(-1)).toMatchObject({ reason: 'voluntary', feedback: 'too_expensive' })
  const numRuns = 8 * Number(process.env['SOAK'] ?? 1)
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(events, { minLength: events.length }),
      fc.subarray(events),
      async (order, twice) => {
        expect(await run([...order, ...twice])).toEqual(expected)
      },
    ),
    { numRuns },
  )
  expect(reads).toEqual([])
})

describe('in one second', () => {
  beforeAll(() => desk.services.worker.stop())

  test('of two events in one second the one whose former values are the other’s came later', async () => {
    const t = start()
    const first = event('created', subscription(), t)
    const second = event('updated', subscription({ status: 'past_due' }), t, { status: 'active' })
    for (const order of [
      [first, second],
      [second, first],
    ]) {
      await desk.inAccount(() =>
        Promise.all([InboxModel.deleteMany({}), SubscriptionModel.deleteMany({}), FactModel.deleteMany({})]),
      )
      for (const one of order) await deliver(one)
      const rows = await desk.inAccount(() => InboxModel.find().lean())
      await desk.inAccount(() => projector().apply(rows))
      expect((await outcome()).status).toBe('past_due')
    }
    expect(reads).toEqual([])
  })

  test('where one second’s events do not tell, the object is read again', async () => {
    const t = start()
    atStripe.set('sub_1', subscription({ status: 'unpaid' }))
    await deliver(event('updated', subscription({ status: 'past_due' }), t))
    await deliver(event('updated', subscription({ status: 'active' }), t))
    const rows = await desk.inAccount(() => InboxModel.find().lean())
    await desk.inAccount(() => projector().apply(rows))
    expect(reads).toContain('sub_1')
    expect((await outcome()).status).toBe('unpaid')
  })
})
