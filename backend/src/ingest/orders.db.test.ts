/** Whatever the order in which events arrive, and however they are worked off: the figures are those of a rebuild. */
import fc from 'fast-check'
import { TEST_NOW, testClock } from '../../test/clock'
import { startDesk, type Desk } from '../../test/harness'
import { signWebhook } from '../../test/signing'
import { FactModel, MovementModel, RollupModel, StandingModel } from '../analytics/model'
import { AppError } from '../errors'
import type { StripeObject } from '../stripe/gateway'
import { SubscriptionModel } from '../subscriptions/model'
import { InboxModel } from '../sync/model'
import { createProjector } from './projector'

jest.setTimeout(3_600_000)

/** Subscriptions as Stripe has them now: where events of one second do not tell their order, they are read again. */
const atStripe = new Map<string, StripeObject>()

let desk: Desk
beforeAll(async () => {
  desk = await startDesk({
    standIn: null,
    // what is believed changes from batch to batch, and back again, as it never does within a millisecond
    clock: testClock(TEST_NOW, true),
    wrapStripe: (stripe) => ({
      ...stripe,
      retrieve(_resource, id) {
        const object = atStripe.get(id)
        return object
          ? Promise.resolve(object)
          : Promise.reject(new AppError('not_found', `No such object: ${id}`))
      },
    }),
  })
})
afterAll(() => desk.close())

const HOUR = 3_600
/** The events lie in days of which the figures know. */
const start = () => desk.clock.seconds() - 25 * 24 * HOUR

interface Step {
  /** Hours after the former one. */
  after: number
  status: string
  unit: number
  quantity: number
  paused: boolean
  ending: boolean
}

const step = fc.record<Step>({
  after: fc.integer({ min: 1, max: 90 }),
  status: fc.constantFrom('active', 'active', 'active', 'past_due', 'unpaid', 'trialing', 'canceled'),
  unit: fc.constantFrom(0, 900, 1900, 3333),
  quantity: fc.integer({ min: 1, max: 4 }),
  paused: fc.boolean(),
  ending: fc.boolean(),
})

const price = (unit: number) => ({
  ...{ id: `price_${unit}`, object: 'price', product: 'prod_1', created: 1, billing_scheme: 'per_unit' },
  ...{ unit_amount: unit, unit_amount_decimal: String(unit), tiers_mode: null, transform_quantity: null },
  tax_behavior: 'unspecified',
  recurring: { interval: 'month', interval_count: 1, usage_type: 'licensed' },
})

type State = StripeObject & { status: string }

function state(id: string, customer: string, created: number, at: number, now: Step): State {
  const { status, unit, quantity, paused, ending } = now
  const item = { id: `si_${id}`, object: 'subscription_item', price: price(unit), quantity }
  const over = status === 'canceled'
  return {
    ...{ id, object: 'subscription', customer, status, currency: 'usd', discounts: [], created },
    items: {
      object: 'list',
      data: [{ ...item, discounts: [], tax_rates: [], current_period_end: at + 720 * HOUR }],
    },
    ...{ default_tax_rates: [], cancel_at: null, start_date: created, trial_start: null, trial_end: null },
    cancel_at_period_end: ending && !over,
    canceled_at: ending || over ? at : null,
    ended_at: over ? at : null,
    cancellation_details: { reason: over ? 'cancellation_requested' : null, feedback: null },
    pause_collection: paused ? { behavior: 'void', resumes_at: null } : null,
  }
}

let count = 0

/** The events of a subscription's life; nothing comes after its end. */
function life(id: string, customer: string, steps: readonly Step[]) {
  let at = start()
  let former: State | null = null
  const events: object[] = []
  for (const one of steps) {
    at += one.after * HOUR
    const object = state(id, customer, former === null ? at : Number(former['created']), at, one)
    const over = one.status === 'canceled' && former !== null
    const previous_attributes =
      former &&
      Object.fromEntries(
        Object.entries(former).filter(
          ([field, value]) => JSON.stringify(value) !== JSON.stringify(object[field]),
        ),
      )
    const what = former === null ? 'created' : over ? 'deleted' : 'updated'
    events.push({
      ...{ id: `evt_${(count += 1)}`, object: 'event', type: `customer.subscription.${what}` },
      ...{ created: at, livemode: false },
      data: { object, ...(previous_attributes ? { previous_attributes } : {}) },
    })
    former = object
    if (over) break
  }
  if (former) atStripe.set(id, former)
  return events
}

/** Two customers, one with two subscriptions. */
const lives = fc
  .tuple(...[0, 1, 2].map(() => fc.array(step, { minLength: 1, maxLength: 5 })))
  .map((all) => all.flatMap((steps, index) => life(`sub_${index}`, `cus_${index % 2}`, steps)))

const forget = () =>
  desk.inAccount(() =>
    Promise.all([
      InboxModel.deleteMany({}),
      FactModel.deleteMany({}),
      MovementModel.deleteMany({}),
      RollupModel.deleteMany({}),
      StandingModel.deleteMany({}),
      SubscriptionModel.deleteMany({}),
    ]),
  )

/** Delivers the events in this order and works them off after every so many. @returns what the figures are made of */
async function worked(events: readonly object[], batch: number) {
  await forget()
  for (let from = 0; from < events.length; from += batch) {
    for (const one of events.slice(from, from + batch)) {
      const { payload, headers } = signWebhook(one, desk.clock.seconds())
      const { statusCode } = await desk.app.inject({
        method: 'POST',
        url: '/webhooks/stripe',
        payload,
        headers,
      })
      expect(statusCode).toBe(200)
    }
    await desk.inAccount(async () => {
      await createProjector(desk.services).apply(await InboxModel.find({ status: 'pending' }).lean())
      await InboxModel.updateMany({}, { $set: { status: 'done' } })
    })
  }
  return desk.inAccount(async () => {
    const movements = await MovementModel.find({ knownTo: null }).sort({ day: 1, customer: 1 }).lean()
    const rollups = await RollupModel.find({}, { days: 1, _id: 0 }).sort({ _id: 1 }).lean()
    return {
      movements: movements.map(({ _id: _, knownFrom: _from, causes: _causes, ...content }) => content),
      rollups: rollups.map(({ days }) => days),
    }
  })
}

test('events in any order, some of them twice, in batches of any size, end as a rebuild would', async () => {
  const numRuns = Number(process.env['SOAK_RUNS'] ?? 12)
  const shuffled = lives.chain((events) =>
    fc.record({
      events: fc.constant(events),
      order: fc.shuffledSubarray(events, { minLength: events.length }),
      twice: fc.subarray(events),
      batch: fc.integer({ min: 1, max: 6 }),
    }),
  )
  let moved = 0
  await fc.assert(
    fc.asyncProperty(shuffled, async ({ events, order, twice, batch }) => {
      const expected = await worked(events, events.length)
      expect(await worked([...order, ...twice], batch)).toEqual(expected)
      moved += expected.movements.length
      const { differing } = await desk.inAccount(() => desk.services.figures.verify(() => Promise.resolve()))
      expect(differing).toBe(0)
    }),
    { numRuns },
  )
  expect(moved).toBeGreaterThan(numRuns)
})
