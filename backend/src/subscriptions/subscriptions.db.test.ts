import { startDesk, type Caller, type Desk } from '../../test/harness'
import { MovementModel, StandingModel } from '../analytics/model'
import { loadRates } from '../fx/rates'
import { hasRates } from '../metrics'
import { SubscriptionModel } from './model'
import type { SubscriptionProfile } from './schema'

let desk: Desk
let owner: Caller
beforeAll(async () => {
  desk = await startDesk()
  owner = await desk.as('owner')
  await desk.importRates()
  await desk.sync()
}, 120_000)
afterAll(() => desk.close())

const get = async (id: string) => {
  const answer = await owner.get(`/v1/subscriptions/${id}`)
  expect([id, answer.statusCode]).toEqual([id, 200])
  return answer.json<SubscriptionProfile>()
}

/** Ids of subscriptions by customer, of those whose currency has rates. */
const byCustomer = () =>
  desk.inAccount(async () => {
    const rates = await loadRates('usd')
    const found = new Map<string, string[]>()
    for (const { object } of await SubscriptionModel.find().lean()) {
      const customer = String(object.customer)
      if (hasRates(rates, object.currency, 'usd'))
        found.set(customer, [...(found.get(customer) ?? []), object.id])
    }
    return [...found]
  })

test('an only subscription changed as its customer did, and is told by the same', async () => {
  const only = (await byCustomer()).filter(([, ids]) => ids.length === 1).slice(0, 25)
  expect(only).toHaveLength(25)
  for (const [customer, [id = '']] of only) {
    const { changes, mrr } = await get(id)
    const movements = await desk.inAccount(async () =>
      MovementModel.find({ customer, knownTo: null }).sort({ day: 1 }).lean(),
    )
    expect(changes).toEqual(
      movements.flatMap(({ day, type, causes, reconstructed, changes: moved }) =>
        moved.map(({ before, after }) => ({ day, type, before, after, reconstructed, causes })),
      ),
    )
    expect(changes.at(-1)?.after ?? 0).toBe(mrr)
  }
})

test('of several each has its own part, and together they are what the customer pays', async () => {
  const several = (await byCustomer()).filter(([, ids]) => ids.length > 1).slice(0, 10)
  expect(several.length).toBeGreaterThan(0)
  for (const [customer, ids] of several) {
    const sums: Record<string, number> = {}
    for (const id of ids) {
      const { mrr, currency, changes } = await get(id)
      expect([id, changes.at(-1)?.after ?? 0]).toEqual([id, mrr])
      if (mrr > 0) sums[currency] = (sums[currency] ?? 0) + mrr
    }
    const standing = await desk.inAccount(async () => StandingModel.findOne({ customer }).lean())
    expect(sums).toEqual(standing?.mrr)
  }
})

test('a discount takes from it until it ends, and is named', async () => {
  const { stripe } = desk.standIn
  const { data } = await stripe.subscriptions.list({ status: 'active', limit: 100 })
  const plain = data.find(({ discounts, items }) => discounts.length === 0 && items.data.length === 1)
  const before = await get(plain?.id ?? '')
  const coupon = await stripe.coupons.create({
    name: 'Half',
    percent_off: 50,
    duration: 'repeating',
    duration_in_months: 3,
  })
  await stripe.subscriptions.update(before.id, { discounts: [{ coupon: coupon.id }] })
  await desk.sync()
  const after = await get(before.id)
  const [discount] = after.discounts
  expect(before.discounts).toEqual([])
  expect(discount).toMatchObject({ coupon: coupon.id, name: 'Half', duration: 'repeating' })
  expect(discount?.ends).toBeGreaterThan(desk.clock.seconds() + 80 * 86_400)
  expect(Math.abs(after.mrr * 2 - before.mrr)).toBeLessThanOrEqual(1)
  expect(after.changes.at(-1)).toMatchObject({ type: 'contraction', after: after.mrr, reconstructed: false })
  expect(after.changes.at(-1)?.causes).toEqual([expect.stringMatching(/^evt_/)])
})

test('nobody has what has no name', async () => {
  expect((await owner.get('/v1/subscriptions/sub_none')).json()).toMatchObject({ code: 'not_found' })
})
