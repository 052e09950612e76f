import { recordFacts } from '../analytics/facts'
import { testClock } from '../../test/clock'
import { runDesk } from '../../test/command-line'
import { startDesk, type Desk } from '../../test/harness'
import { AccountModel } from '../accounts/model'
import { FactModel, MovementModel, RollupModel } from '../analytics/model'
import type { SubscriptionFact } from '../analytics/from-stripe'
import type { Verification } from '../analytics/verify'

let desk: Desk
beforeAll(async () => {
  // the command line lives in the present
  desk = await startDesk({ clock: testClock(new Date()) })
  await desk.sync()
})
afterAll(() => desk.close())

const verify = async () => {
  const { status, text } = await runDesk(desk, 'metrics', 'verify', '--json')
  return { status, ...(JSON.parse(text) as Verification) }
}

test('figures that were tampered with are named, and made anew', async () => {
  expect(await verify()).toMatchObject({ status: 0, differing: 0, differences: [] })
  const gone = await desk.inAccount(() =>
    MovementModel.findOneAndDelete({ knownTo: null, type: 'churn' }).lean(),
  )
  const bucket = await desk.inAccount(() =>
    RollupModel.findOneAndDelete({ dimension: 'interval', value: 'month' }).lean(),
  )
  const found = await verify()
  expect(found.status).toBe(1)
  expect(found.differences).toContainEqual({
    kind: 'movement',
    id: `${gone?.customer} ${gone?.day}`,
    problem: 'missing',
  })
  const days = Object.values(bucket?.days ?? {})
  expect(days.length).toBeGreaterThan(0)
  for (const { day } of days)
    expect(found.differences.map(({ id }) => id)).toContain(`["interval","month"] ${day}`)
  const told = await runDesk(desk, 'metrics', 'verify')
  expect(told.text).toContain('desk metrics rebuild makes them anew')
  expect(await runDesk(desk, 'metrics', 'rebuild')).toMatchObject({ status: 0 })
  const after = await runDesk(desk, 'metrics', 'verify')
  expect(after).toMatchObject({ status: 0, text: expect.stringContaining('are what the facts give') })
}, 120_000)

test('a grace that ends without an event is churn at the next look, however late that is', async () => {
  await desk.inAccount(async () => {
    const { figures } = desk.services
    await AccountModel.updateOne({ _id: desk.account._id }, { $set: { 'definitions.pastDueGraceDays': 2 } })
    await figures.rebuild(() => Promise.resolve())
    const active = await MovementModel.distinct('customer', { knownTo: null, type: 'new' })
    const gone = new Set(await MovementModel.distinct('customer', { knownTo: null, type: 'churn' }))
    const customer = active.find((one) => !gone.has(one)) ?? ''
    const facts = await FactModel.find({ customer, object: 'subscription' }).sort({ effectiveAt: -1 }).lean()
    const at = desk.clock.seconds()
    const late = facts
      .filter((fact, index) => facts.findIndex(({ objectId }) => objectId === fact.objectId) === index)
      .map(({ objectId, data }) => ({
        object: 'subscription' as const,
        objectId,
        customer,
        effectiveAt: at,
        source: 'event' as const,
        causes: ['evt_late'],
        data: { ...(data as SubscriptionFact), status: 'past_due' },
      }))
    await recordFacts(late, desk.clock)
    await figures.recompute([customer])
    const churned = () => MovementModel.findOne({ customer, knownTo: null, type: 'churn' }).lean()
    expect(await churned()).toBeNull()
    desk.clock.advance(20 * 86_400)
    await figures.bringUpToDate(desk.clock.now())
    expect(await churned()).toMatchObject({ reason: 'involuntary', causes: ['evt_late'] })
    expect((await figures.verify(() => Promise.resolve())).differing).toBe(0)
  })
})
