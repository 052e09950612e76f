import { startDesk, type Desk } from '../../test/harness'
import { AuditEntryModel } from '../audit/model'
import type { AccountDocument } from '../accounts/model'
import { trusted } from '../database/query'
import { CUSTOMERS, MARK } from './plan'

let desk: Desk
beforeAll(async () => {
  desk = await startDesk()
})
afterAll(() => desk.close())

const own = async () => {
  const { stripe } = desk.standIn
  const kept = <T extends { metadata: Record<string, string> | null }>(all: T[]) =>
    all.filter(({ metadata }) => metadata !== null && MARK in metadata)
  const limit = { limit: 1_000 }
  return {
    customers: kept(await stripe.customers.list({ limit: 100 }).autoPagingToArray(limit)),
    subscriptions: kept(await stripe.subscriptions.list({ limit: 100 }).autoPagingToArray(limit)),
    coupons: kept(await stripe.coupons.list({ limit: 100 }).autoPagingToArray(limit)),
    products: kept(await stripe.products.list({ active: true, limit: 100 }).autoPagingToArray(limit)),
    prices: kept(await stripe.prices.list({ active: true, limit: 100 }).autoPagingToArray(limit)),
  }
}

test('is made, is cleared without touching anything else, and is made again', async () => {
  const before = await desk.standIn.counts()
  const { sampleData } = desk.services
  expect(await desk.inAccount(() => sampleData.create())).toEqual({
    products: 2,
    prices: 3,
    coupons: 1,
    customers: CUSTOMERS.length,
  })
  const made = await own()
  expect(made.customers.map(({ name }) => name).sort()).toEqual(CUSTOMERS.map(({ name }) => name).sort())
  const statuses = made.subscriptions.map(({ status }) => status)
  expect(new Set(statuses)).toEqual(new Set(['active', 'trialing']))
  expect(made.subscriptions.filter((one) => one.discounts.length > 0)).toHaveLength(2)
  expect(made.subscriptions.filter((one) => one.cancel_at_period_end)).toHaveLength(1)
  const after = await desk.standIn.counts()
  expect((after['refunds'] ?? 0) - (before['refunds'] ?? 0)).toBe(1)

  expect(await desk.inAccount(() => sampleData.clear())).toEqual({
    products: 2,
    prices: 3,
    coupons: 1,
    customers: CUSTOMERS.length,
  })
  expect(await own()).toEqual({ customers: [], subscriptions: [], coupons: [], products: [], prices: [] })
  const { stripe } = desk.standIn
  const left = await stripe.customers.list({ limit: 100 }).autoPagingToArray({ limit: 1_000 })
  expect(left).toHaveLength(before['customers'] ?? NaN)
  await desk.inAccount(() => sampleData.create())
  expect((await own()).customers).toHaveLength(CUSTOMERS.length)
})

test('leaves an entry in the audit trail, with counts and no names', async () => {
  const entries = await desk.inAccount(() =>
    AuditEntryModel.find({ action: trusted({ $in: ['sample_data.created', 'sample_data.cleared'] }) }).lean(),
  )
  expect(entries.map(({ action }) => action).sort()).toEqual([
    'sample_data.cleared',
    'sample_data.created',
    'sample_data.created',
  ])
  expect(JSON.stringify(entries)).not.toContain('@example.com')
})

test('is refused in live mode, before anything is asked of Stripe', async () => {
  const live: AccountDocument = { ...desk.account, mode: 'live' }
  const before = await desk.standIn.counts()
  for (const work of [desk.services.sampleData.create, desk.services.sampleData.clear]) {
    await expect(desk.inAccount(() => work(), live)).rejects.toMatchObject({ code: 'live_mode_refused' })
  }
  expect(await desk.standIn.counts()).toEqual(before)
})
