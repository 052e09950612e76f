/** What moved on the balance by day: the same whatever way the copies came, and what a question gets of it. */
import fc from 'fast-check'
import { startDesk, type Caller, type Desk } from '../../test/harness'
import type { AccountDocument } from '../accounts/model'
import type { Overview } from '../analytics/schema'
import { storeVersions } from '../database/mirror'
import { foldMoney, type BalanceTransaction } from '../metrics'
import { emptyResources } from '../sync/backfill'
import { followBalance } from '../sync/balance'
import { changeSyncState, syncState } from '../sync/state'
import { BalanceTransactionModel, MoneyRollupModel } from './model'
import { moneyRollups } from './rollups'

const EVER = { from: '2020-01-01', to: '2030-12-31' }
const ZONES = ['UTC', 'America/New_York', 'Pacific/Auckland']

/** Rows that a page of balance transactions holds; null: as many as Stripe gives. */
let pageSize: number | null = null
/** How often a page of them was read. */
let pagesRead = 0

let desk: Desk
let owner: Caller
/** Has no Stripe behind it: copies are stored by the tests. */
let other: AccountDocument
beforeAll(async () => {
  desk = await startDesk({
    wrapStripe: (stripe) => ({
      ...stripe,
      async page(resource, after) {
        const page = await stripe.page(resource, after)
        if (resource !== 'balance_transactions') return page
        pagesRead += 1
        if (pageSize === null || page.data.length <= pageSize) return page
        return { ...page, data: page.data.slice(0, pageSize), hasMore: true }
      },
    }),
  })
  owner = await desk.as('owner')
  other = await desk.connect('acct_other')
  await desk.importRates()
  await desk.sync()
})
afterAll(() => desk.close())

type Moved = BalanceTransaction & { id: string }
const inOther = <T>(work: () => Promise<T>) => desk.inAccount(work, other)
const write = (some: Moved[]) =>
  storeVersions(
    'balance_transactions',
    some.map((object) => ({ id: object.id, version: 1, deleted: false, object })),
    false,
  )
const storeIn = (some: Moved[]) =>
  desk.services.figures.storeMoney(
    some.map(({ created }) => created),
    () => write(some),
  )
const none = () => Promise.resolve()
const differing = async () => (await desk.services.figures.verify(none)).differences
const bytes = async (zone: string) => JSON.stringify(await moneyRollups(EVER, zone))

async function useZone(account: AccountDocument, time_zone: string): Promise<void> {
  const answer = await owner.patch(`/v1/settings?account=${account.accountId}`, { time_zone })
  expect(answer.statusCode).toBe(200)
  await desk.services.sync.drain()
}

const SEPTEMBER_END = Date.parse('2026-09-25T00:00:00Z') / 1000
/** Six weeks in which the clocks change in two of the zones, and a month ends in each. */
const moved = fc.record({
  created: fc.nat({ max: 42 * 86_400 }).map((seconds) => SEPTEMBER_END + seconds),
  currency: fc.constantFrom('usd', 'eur', 'jpy'),
  reporting_category: fc.constantFrom('charge', 'refund', 'fee', 'payout', 'dispute'),
  amount: fc.integer({ min: -100_000, max: 100_000 }),
  fee: fc.nat({ max: 900 }),
  balance_type: fc.constantFrom('payments', null, 'issuing'),
})
const history = fc
  .array(moved, { maxLength: 30 })
  .map((rows) => rows.map((row, index): Moved => ({ ...row, net: row.amount - row.fee, id: `txn_${index}` })))

test('page by page in any order, some twice: what a rebuild gives, what the copies give, to the byte', async () => {
  for (const zone of ZONES) {
    await useZone(other, zone)
    await fc.assert(
      fc.asyncProperty(
        history.chain((rows) =>
          fc.tuple(
            fc.constant(rows),
            fc.array(fc.subarray(rows, { minLength: Math.min(1, rows.length) }), { maxLength: 4 }),
            fc.shuffledSubarray(rows, { minLength: rows.length }),
            fc.integer({ min: 1, max: 8 }),
          ),
        ),
        async ([rows, early, shuffled, size]) =>
          inOther(async () => {
            for (const page of early) await storeIn(page)
            for (let start = 0; start < shuffled.length; start += size)
              await storeIn(shuffled.slice(start, start + size))
            const stored = await bytes(zone)
            expect(stored).toBe(JSON.stringify(foldMoney(rows, zone)))
            expect(await differing()).toEqual([])
            await desk.services.figures.rebuild(none)
            expect(await bytes(zone)).toBe(stored)
            await BalanceTransactionModel.deleteMany({})
            await MoneyRollupModel.deleteMany({})
          }),
      ),
      { numRuns: 12 },
    )
  }
})

const txn = (id: string, at: string, amount: number): Moved => ({
  ...{ id, amount, fee: 0, net: amount, currency: 'usd', reporting_category: 'charge' },
  created: Date.parse(at) / 1000,
})

test('pages of the same days stored at once, while all is rebuilt: none is lost', async () => {
  await useZone(other, 'UTC')
  const rows = Array.from({ length: 24 }, (_, index) =>
    txn(`txn_${index}`, `2026-0${1 + (index % 2)}-10T00:00:00Z`, index + 1),
  )
  await inOther(async () => {
    const pages = [0, 1, 2, 3, 4, 5].map((page) => rows.slice(page * 4, page * 4 + 4))
    await Promise.all([...pages.map(storeIn), desk.services.figures.rebuild(none)])
    expect(await bytes('UTC')).toBe(JSON.stringify(foldMoney(rows, 'UTC')))
  })
})

test('a page is stored with its days, or not at all', async () => {
  await inOther(async () => {
    const before = await bytes('UTC')
    const late = txn('txn_late', '2026-02-10T12:00:00Z', 5)
    const broken = desk.services.figures.storeMoney([late.created], async () => {
      await write([late])
      throw new Error('The process ended')
    })
    await expect(broken).rejects.toThrow('The process ended')
    expect(await BalanceTransactionModel.countDocuments({ id: late.id })).toBe(0)
    expect(await bytes('UTC')).toBe(before)
  })
})

test('roll-ups that are not those of the copies are named by their day', async () => {
  await inOther(async () => {
    const found = await MoneyRollupModel.updateOne(
      { month: '2026-01' },
      { $set: { 'days.d10.currencies.usd.charge.fee': 7 }, $unset: { 'days.d11': 1 } },
    )
    expect(found.modifiedCount).toBe(1)
    await MoneyRollupModel.updateOne({ month: '2026-02' }, { $unset: { 'days.d10': 1 } })
    expect(await differing()).toEqual(
      ['2026-01-10', '2026-02-10'].map((id) => ({ kind: 'money', id, problem: 'differs' })),
    )
    await desk.services.figures.rebuild(none)
    expect(await differing()).toEqual([])
  })
})

test('another time zone: what moved is on the days there, months that are over hold nothing any more', async () => {
  await inOther(() => storeIn([txn('txn_eve', '2027-03-31T13:30:00Z', 9)]))
  const copies = await inOther(() => BalanceTransactionModel.find().lean())
  await useZone(other, 'Pacific/Auckland')
  await inOther(async () => {
    const there = foldMoney(
      copies.map(({ object }) => object),
      'Pacific/Auckland',
    )
    expect(there.map(({ day }) => day)).toContain('2027-04-01')
    expect(await bytes('')).toBe(JSON.stringify(there))
    expect(await differing()).toEqual([])
  })
})

const overview = async (query = '') => (await owner.get(`/v1/analytics/overview?${query}`)).json<Overview>()

describe('what a question gets', () => {
  /** Counted from the copies, without roll-ups: all of them are in dollars. */
  async function grossVolume(from: number, to: number): Promise<number> {
    const rows = await desk.inAccount(() => BalanceTransactionModel.find().lean())
    return rows
      .filter(({ object }) => object.created >= from && object.created <= to)
      .filter(({ object }) => ['charge', 'payment', 'charge_failure'].includes(object.reporting_category))
      .reduce((sum, { object }) => sum + object.amount, 0)
  }
  const startOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / 1000

  test('as of a moment: whole days before, of its own day what had moved by then, nothing later', async () => {
    const rows = await desk.inAccount(() =>
      BalanceTransactionModel.find({ 'object.reporting_category': 'charge' })
        .sort({ 'object.created': 1 })
        .lean(),
    )
    expect(new Set(rows.map(({ object }) => object.currency))).toEqual(new Set(['usd']))
    const times = rows.map(({ object }) => object.created)
    const dayOf = (at = 0) => new Date(at * 1000).toISOString().slice(0, 10)
    // neither the first nor the last of its day
    const at = times.find(
      (time, index) => dayOf(times[index - 1]) === dayOf(time) && dayOf(times[index + 1]) === dayOf(time),
    )
    if (at === undefined) throw new Error('The sample has no day with three charges')
    const day = dayOf(at)
    const from = dayOf(at - 20 * 86_400)
    const after = dayOf(at + 5 * 86_400)
    const figure = async (query: string) => (await overview(query)).figures.gross_volume.value
    const whole = await figure(`from=${from}&to=${day}`)
    expect(whole).toBe(await grossVolume(startOf(from), startOf(day) + 86_399))
    const then = await figure(`from=${from}&to=${day}&at=${at}`)
    expect(then).toBe(await grossVolume(startOf(from), at))
    expect(then).toBeLessThan(whole ?? 0)
    expect(await figure(`from=${from}&to=${day}&at=${at - 1}`)).toBeLessThan(then ?? 0)
    expect(await figure(`from=${from}&to=${after}&at=${at}`)).toBe(then)
    expect(await figure(`from=${from}&to=${day}&known_at=${at}`)).toBe(then)
    expect(await figure(`from=${from}&to=${day}&at=${startOf(after)}&known_at=${at}`)).toBe(then)
    expect(await figure(`from=${dayOf(at + 86_400)}&to=${after}&at=${at}`)).toBe(0)
    expect(await figure(`from=${from}&to=${day}&at=${startOf(after)}`)).toBe(whole)
  })

  test('of all accounts: the days of each in its own zone', async () => {
    const gross = async (of: string) =>
      (await overview(`from=2027-04-01&to=2027-04-01&${of}`)).figures.gross_volume.value
    expect(await gross('')).toBe(0)
    expect(await gross(`account=${other.accountId}`)).toBe(9)
    expect(await gross('account=all&mode=test')).toBe(9)
  })
})

describe('following the balance', () => {
  const stored = () => desk.inAccount(() => BalanceTransactionModel.countDocuments({}))
  const follow = (storeMoney = desk.services.figures.storeMoney) =>
    desk.inAccount(() => followBalance(desk.stripe, { ...desk.services.figures, storeMoney }))
  beforeAll(() => (pageSize = 2))
  afterAll(() => (pageSize = null))

  test('interrupted after any page and taken up again, nothing in between is missed', async () => {
    for (let round = 0; round < 3; round += 1) {
      const before = await stored()
      const gross = (await overview()).figures.gross_volume.value ?? 0
      desk.clock.advance(60)
      for (let paid = 0; paid < 5; paid += 1)
        await desk.standIn.stripe.paymentIntents.create({
          ...{ amount: 1_000 + paid, currency: 'usd', payment_method: 'pm_card_visa', confirm: true },
          automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
        })
      let left = round
      const failing: typeof desk.services.figures.storeMoney = (...page) => {
        if (left === 0) return Promise.reject(new Error('The process ended'))
        left -= 1
        return desk.services.figures.storeMoney(...page)
      }
      await expect(follow(failing)).rejects.toThrow('The process ended')
      await follow()
      expect(await stored()).toBe(before + 5)
      expect((await overview()).figures.gross_volume.value).toBe(gross + 5_010)
      expect(await desk.inAccount(differing)).toEqual([])
    }
  })

  test('before anything was read there is nothing to follow: the sync reads it all', async () => {
    const { resources } = await desk.inAccount(syncState)
    await desk.inAccount(() => changeSyncState({ resources: emptyResources() }))
    pagesRead = 0
    await follow()
    expect(pagesRead).toBe(0)
    await desk.inAccount(() => changeSyncState({ resources }))
    await follow()
    expect(pagesRead).toBe(1)
  })
})
