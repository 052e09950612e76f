/** Money that leaves, comes back and waits: disputes, payouts, warnings and the balance, as Stripe's lists have them. */
import type Stripe from 'stripe'
import { startDesk, until, type Desk } from '../../test/harness'
import { signWebhook } from '../../test/signing'
import type { Mirror } from '../database/mirror'
import { BalanceTransactionModel, PayoutModel } from '../ledger/model'
import { funds } from '../ledger/service'
import { ChargeModel, DisputeModel, EarlyFraudWarningModel } from '../payments/model'
import type { Resource } from '../stripe/gateway'
import { InboxModel } from './model'
import { changeSyncState, syncState } from './state'

/** The lists that were read. */
const read = new Set<Resource>()

let desk: Desk
beforeAll(async () => {
  desk = await startDesk({
    wrapStripe: (stripe) => ({
      ...stripe,
      page(resource, after) {
        read.add(resource)
        return stripe.page(resource, after)
      },
    }),
  })
  await desk.sync()
})
afterAll(() => desk.close())

type Owned = { id: string; created: number }
const byId = (a: Owned, b: Owned): number => a.id.localeCompare(b.id)
/** Every object of a list. */
async function listed<T extends Owned>(list: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const one of list) all.push(one)
  return all.sort(byId)
}
const stored = async <T extends Owned>(model: Mirror<T>): Promise<T[]> =>
  (await desk.inAccount(() => model.find().lean())).map(({ object }) => object as T).sort(byId)

const held = () => desk.inAccount(funds)
/** What the balance at Stripe is by now, in the desk's words. */
async function heldAtStripe() {
  const { available, pending } = await desk.standIn.stripe.balance.retrieve()
  const amounts = (of: { currency: string; amount: number }[]) =>
    Object.fromEntries(of.map(({ currency, amount }) => [currency, amount]))
  return { available: amounts(available), pending: amounts(pending) }
}

/** What figures are made of. */
const ofDispute = ({ id, amount, currency, created, charge, reason, status, ...rest }: Stripe.Dispute) => ({
  ...{ id, amount, currency, created, charge, reason, status },
  network: rest.payment_method_details?.card?.brand,
  case: rest.payment_method_details?.card?.case_type,
  moved: rest.balance_transactions.map(({ id: own, amount: net, fee }) => [own, net, fee]),
})

test('disputes and payouts are those of the lists, to the cent and the state', async () => {
  const { stripe } = desk.standIn
  const disputes = await listed(stripe.disputes.list({ limit: 100 }))
  expect(disputes.length).toBeGreaterThan(1)
  expect((await stored(DisputeModel)).map(ofDispute)).toEqual(disputes.map(ofDispute))
  const payouts = await listed(stripe.payouts.list({ limit: 100 }))
  expect(payouts.length).toBeGreaterThan(100)
  expect(await stored(PayoutModel)).toEqual(JSON.parse(JSON.stringify(payouts)))
})

test('the balance is what Stripe holds and what the transactions add up to, as of then', async () => {
  const sums = new Map<string, number>()
  for (const { currency, net } of await stored(BalanceTransactionModel))
    sums.set(currency, (sums.get(currency) ?? 0) + net)
  const own = await held()
  expect(own).toEqual({
    ...(await heldAtStripe()),
    schedule: { interval: 'daily' },
    asOf: expect.any(Number),
  })
  // F5: all that moved is what is left
  for (const [currency, net] of sums)
    expect((own?.available[currency] ?? 0) + (own?.pending[currency] ?? 0)).toBe(net)
  expect(own?.asOf).toBe(desk.clock.seconds() - 1)
})

test('what a former version did not read is read at the next start, and nothing else', async () => {
  const { sync } = desk.services
  const again = async () => {
    await desk.inAccount(() => sync.resume())
    await sync.drain()
    return desk.inAccount(syncState)
  }
  const { resources } = await desk.inAccount(syncState)
  const former = resources.filter(({ resource }) => !['disputes', 'payouts'].includes(resource))
  expect(former).toHaveLength(resources.length - 2)
  const before = await stored(DisputeModel)
  await desk.inAccount(() => changeSyncState({ resources: former }))
  await desk.inAccount(() => DisputeModel.deleteMany({}))
  read.clear()
  const { operation } = await again()
  expect(await stored(DisputeModel)).toEqual(before)
  expect([...read].sort()).toEqual(['disputes', 'payouts'])
  read.clear()
  expect([(await again()).operation, read.size]).toEqual([operation, 0])
})

describe('what happens later', () => {
  const told = new Set<string>()
  /** Delivers what the stand-in tells of since the last time, and waits until all of it is worked off. */
  async function deliver(wanted: (event: Stripe.Event) => boolean = () => true): Promise<string[]> {
    desk.standIn.tick()
    const fresh: Stripe.Event[] = []
    for await (const event of desk.standIn.stripe.events.list({ limit: 100 })) {
      if (told.has(event.id)) break
      fresh.push(event)
    }
    for (const event of fresh.reverse()) {
      told.add(event.id)
      if (!wanted(event)) continue
      const { payload, headers } = signWebhook(event, desk.clock.seconds())
      const answer = await desk.app.inject({ method: 'POST', url: '/webhooks/stripe', payload, headers })
      expect(answer.statusCode).toBe(200)
    }
    const open = () => desk.inAccount(() => InboxModel.countDocuments({ status: 'pending' }))
    await until(async () => (await open()) === 0)
    expect(await desk.inAccount(() => InboxModel.countDocuments({ status: 'dead' }))).toBe(0)
    return fresh.map(({ type }) => type)
  }
  const pay = async (payment_method: string): Promise<string> => {
    const { latest_charge } = await desk.standIn.stripe.paymentIntents.create({
      ...{ amount: 4_200, currency: 'usd', payment_method, confirm: true },
      automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
    })
    return String(latest_charge)
  }

  beforeAll(async () => {
    for await (const { id } of desk.standIn.stripe.events.list({ limit: 100 })) told.add(id)
    desk.services.worker.start()
  })

  test('a dispute and its end, a warning and what settles it, and the balance after each', async () => {
    const { stripe } = desk.standIn
    desk.clock.advance(60)
    const disputed = await pay('pm_card_createDispute')
    const warned = await pay('pm_card_createIssuerFraudRecord')
    expect(await deliver()).toContain('radar.early_fraud_warning.created')
    const disputes = async () =>
      (await stored(DisputeModel)).filter(({ charge }) => charge === disputed).map(ofDispute)
    const listedDisputes = async () => (await stripe.disputes.list({ charge: disputed })).data.map(ofDispute)
    expect(await disputes()).toMatchObject([
      { status: 'needs_response', moved: [[expect.any(String), -4_200, 1_500]] },
    ])
    expect(await disputes()).toEqual(await listedDisputes())
    const warnings = async () => JSON.parse(JSON.stringify(await stored(EarlyFraudWarningModel))) as unknown
    expect(await warnings()).toMatchObject([{ charge: warned, actionable: true, fraud_type: 'misc' }])
    expect(await held()).toMatchObject(await heldAtStripe())

    desk.clock.advance(60)
    const before = await held()
    const [{ id = '' } = {}] = await disputes()
    await stripe.disputes.close(id)
    await stripe.refunds.create({ charge: warned })
    await deliver()
    expect(await disputes()).toMatchObject([{ status: 'lost' }])
    expect(await warnings()).toMatchObject([{ charge: warned, actionable: false }])
    const after = await held()
    expect(after).toMatchObject(await heldAtStripe())
    const sum = (funds: typeof after) => (funds?.available['usd'] ?? 0) + (funds?.pending['usd'] ?? 0)
    expect([sum(after) - sum(before), after?.asOf]).toEqual([-4_200, desk.clock.seconds() - 1])
  })

  test('money that settles and a payout until it has arrived', async () => {
    const { stripe } = desk.standIn
    desk.clock.advance(4 * 86_400)
    expect(await deliver()).toEqual(
      expect.arrayContaining(['balance.available', 'payout.created', 'payout.paid']),
    )
    const payouts = await listed(stripe.payouts.list({ limit: 100 }))
    expect(await stored(PayoutModel)).toEqual(JSON.parse(JSON.stringify(payouts)))
    expect(new Set(payouts.map(({ status }) => status))).toEqual(new Set(['paid', 'in_transit']))
    expect(await held()).toMatchObject(await heldAtStripe())
  })

  test('that money has settled is told by the balance alone', async () => {
    desk.clock.advance(3 * 86_400)
    await deliver(({ type }) => type === 'balance.available')
    expect(await held()).toMatchObject(await heldAtStripe())
  })

  test('a key that may not read the balance leaves it as it was; the payment is in all the same', async () => {
    const permissions = ['charge_read', 'payment_intent_read', 'connected_account_read', 'event_read']
    const form = Object.fromEntries(permissions.map((one, index) => [`permissions[${index}]`, one]))
    const { secret } = await desk.standIn.act('restricted_keys', form)
    const owner = await desk.as('owner')
    const added = await owner.post('/v1/credentials', { name: 'Without balance', secret_key: String(secret) })
    expect(added.statusCode).toBe(201)
    const before = await held()
    desk.clock.advance(60)
    const paid = await pay('pm_card_visa')
    await deliver()
    const charges = await desk.inAccount(() => ChargeModel.countDocuments({ id: paid }))
    expect([charges, await held()]).toEqual([1, before])
  })
})
