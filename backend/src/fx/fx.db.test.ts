/** Rates as an owner sets and imports them and as a job takes them, and what they make of the stored figures. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { TEST_NOW, testClock } from '../../test/clock'
import { startDesk, type Caller, type Desk } from '../../test/harness'
import { AuditEntryModel } from '../audit/model'
import { FactModel, MovementModel, type MovementDocument } from '../analytics/model'
import { BATCH } from '../analytics/recompute'
import { trusted } from '../database/query'
import { runInScope } from '../database/scope'
import { addDays } from '../metrics'
import type { Operation } from '../operations/schema'
import { ratesChanged, syncState } from '../sync/state'
import { FxDayModel } from './model'
import type { FxLatestRate, FxRateDay, FxRateEntry, FxRatesChange } from './schema'

jest.setTimeout(60_000)

let desk: Desk
let owner: Caller
let bank: Server
/** What the source answers, and what it was asked for. */
let published = { status: 200, text: '' }
const asked: string[] = []
beforeAll(async () => {
  bank = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.writeHead(published.status).end(published.text)
  })
  await new Promise<void>((resolve) => bank.listen(0, '127.0.0.1', resolve))
  const { port } = bank.address() as AddressInfo
  // whoever changes his mind does so at another time
  const clock = testClock(TEST_NOW, true)
  desk = await startDesk({ clock, env: { FX_RATES_URL: `http://127.0.0.1:${port}/rates` } })
  owner = await desk.as('finance_analyst')
  await desk.sync()
})
afterAll(async () => {
  await desk.close()
  bank.close()
})

const believed = (filter: object = {}) =>
  desk.inAccount(() =>
    MovementModel.find({ knownTo: null, ...filter })
      .sort({ customer: 1, day: 1 })
      .lean(),
  )
const contents = (rows: MovementDocument[]) =>
  rows.map(({ _id: _, knownFrom: _from, knownTo: _to, ...content }) => content)
const isAbroad = ({ changes }: MovementDocument) => changes.some(({ currency }) => currency !== 'usd')
const isRight = async () => {
  const { differing } = await desk.inAccount(() => desk.services.figures.verify(() => Promise.resolve()))
  return differing === 0
}

async function told(answer: ReturnType<Caller['post']>): Promise<FxRatesChange & { ran: Operation | null }> {
  const { statusCode, payload } = await answer
  expect([statusCode, payload]).toEqual([200, expect.any(String)])
  const change = JSON.parse(payload) as FxRatesChange
  await desk.services.sync.drain()
  const { operation } = change
  const admin = await desk.as('admin')
  const ran = operation === null ? null : (await admin.get(`/v1/operations/${operation}`)).json<Operation>()
  return { ...change, ran }
}
const enter = (entry: FxRateEntry) => told(owner.post('/v1/fx_rates', entry))
const bring = (file: string) => told(owner.post('/v1/fx_rates/import', { file }))
const latest = async () => (await owner.get('/v1/fx_rates/latest')).json<{ data: FxLatestRate[] }>().data
const entries = (action: string) =>
  runInScope({ workspaceId: desk.workspaceId }, () =>
    AuditEntryModel.find({ action }).sort({ _id: -1 }).lean(),
  )
const run = async () => {
  const done = await desk.inAccount(async () =>
    (await desk.services.jobs.run('fx-rates')).done.catch(() => null),
  )
  const { data } = await desk.inAccount(() => desk.services.jobs.runs('fx-rates', 1))
  return { done, ...data[0] }
}

test('without rates a currency is left out; once they are imported its history is there, and nothing else moved', async () => {
  const before = await believed()
  expect(before.some(isAbroad)).toBe(false)
  expect((await latest()).map(({ currency, rate }) => [currency, rate])).toEqual([
    ['eur', null],
    ['jpy', null],
  ])
  const { days, ran } = await bring(await desk.standIn.rates())
  expect(days).toBeGreaterThan(300)
  expect(ran).toMatchObject({ kind: 'revaluation', status: 'succeeded', percent: 100 })
  const after = await believed()
  expect(after.some(isAbroad)).toBe(true)
  const known = new Set(before.map(({ _id }) => _id))
  const abroad = new Set(after.filter(isAbroad).map(({ customer }) => customer))
  for (const row of after) expect(known.has(row._id) || abroad.has(row.customer)).toBe(true)
  expect(await isRight()).toBe(true)
  expect(await entries('fx_rates.imported')).toMatchObject([{ after: { days } }])

  expect(await bring(await desk.standIn.rates())).toMatchObject({ days: 0, operation: null })
  expect(await entries('fx_rates.imported')).toHaveLength(1)
})

test('a rate that is set wins over the published one, also when that comes again, until it is taken back', async () => {
  const before = await believed()
  const one = before.find(({ changes: [first, second] }) => first?.currency === 'eur' && !second)
  const { currency = '', before: from = 0, after: to = 0 } = one?.changes[0] ?? {}
  const day = one?.day ?? ''
  const { ran } = await enter({ day, currency, rate: '2.500' })
  expect(ran).toMatchObject({ status: 'succeeded' })

  const changed = await believed()
  expect(changed.find(({ customer, day: on }) => customer === one?.customer && on === day)).toMatchObject({
    amount: (to - from) * 2.5,
  })
  const known = new Set(before.map(({ _id }) => _id))
  const next = await desk.inAccount(() =>
    FxDayModel.findOne({ day: trusted({ $gt: day }) })
      .sort({ day: 1 })
      .lean(),
  )
  // what differs is of that currency and of the days that the rate holds for
  const differing = changed.filter(({ _id }) => !known.has(_id))
  for (const row of differing) {
    expect(row.changes.map((change) => change.currency)).toContain(currency)
    expect(row.day >= day && row.day < (next?.day ?? addDays(day, 1))).toBe(true)
  }
  const gone = new Set(changed.map(({ _id }) => _id))
  const ids = before.filter(({ _id }) => !gone.has(_id)).map(({ _id }) => _id)
  expect(ids).toHaveLength(differing.length)
  const closed = await desk.inAccount(() => MovementModel.find({ _id: trusted({ $in: ids }) }).lean())
  for (const { knownTo } of closed) expect(knownTo).not.toBeNull()
  expect(await isRight()).toBe(true)

  expect(await bring(await desk.standIn.rates())).toMatchObject({ days: 0, operation: null })
  const file = `Date,${currency.toUpperCase()}\n${day},1.77\n`
  expect(await bring(file)).toMatchObject({ days: 1 })
  expect(contents(await believed())).toEqual(contents(changed))
  await bring(await desk.standIn.rates())

  const { data } = (await owner.get('/v1/fx_rates?limit=100')).json<{ data: FxRateDay[] }>()
  const shown = await desk.inAccount(() => FxDayModel.findOne({ day }).lean())
  expect(shown?.entered).toEqual({ [currency]: { rate: '2.5', into: 'usd' } })
  for (const row of data)
    expect(row.entered).toEqual(row.day === day ? [{ currency, rate: '2.5', into: 'usd' }] : [])
  expect(await enter({ day, currency, rate: '2.5' })).toMatchObject({ days: 0, operation: null })

  expect(await enter({ day, currency, rate: null })).toMatchObject({ days: 1 })
  expect(contents(await believed())).toEqual(contents(before))
  expect(await isRight()).toBe(true)
  expect(await entries('fx_rate.set')).toMatchObject([
    { target: { type: 'fx_rate', id: `${day}:${currency}` }, after: { rate: '2.5', into: 'usd' } },
  ])
  expect(await entries('fx_rate.taken_back')).toMatchObject([{ before: { rate: '2.5', into: 'usd' } }])
})

test.each([
  ['the reporting currency', { day: '2026-03-02', currency: 'usd', rate: '1' }, 'currency'],
  ['a day to come', { day: '2031-03-02', currency: 'eur', rate: '1' }, 'day'],
  ['a day that does not exist', { day: '2026-02-31', currency: 'eur', rate: '1' }, 'day'],
  ['nothing at all', { day: '2026-03-02', currency: 'eur', rate: '0.00' }, 'rate'],
  ['more than there can be', { day: '2026-03-02', currency: 'eur', rate: '1e9' }, 'rate'],
])('%s is refused as a rate', async (_name, body, field) => {
  const answer = await owner.post('/v1/fx_rates', body)
  const { errors } = answer.json<{ errors: { pointer: string }[] }>()
  expect([answer.statusCode, errors[0]?.pointer]).toEqual([400, `/body/${field}`])
  expect((await owner.post('/v1/fx_rates/import', { file: 'nonsense' })).statusCode).toBe(400)
})

test('who may only read sees the rates and changes none', async () => {
  const reader = await desk.as('read_only')
  expect((await reader.get('/v1/fx_rates/latest')).statusCode).toBe(200)
  expect(
    (await reader.post('/v1/fx_rates', { day: '2026-03-02', currency: 'eur', rate: '1' })).statusCode,
  ).toBe(403)
  expect((await reader.post('/v1/fx_rates/import', { file: 'Date,USD\n2026-03-02,1' })).statusCode).toBe(403)
})

test('a change that an outage cut off takes effect with the next hour', async () => {
  const before = await believed()
  await desk.inAccount(async () => {
    const { perEuro = {}, day = '' } = (await FxDayModel.findOne().sort({ day: 1 }).lean()) ?? {}
    await FxDayModel.updateMany({ day: trusted({ $gt: day }) }, { $set: { 'perEuro.jpy': perEuro['jpy'] } })
    await ratesChanged(desk.clock, [])
  })
  expect(contents(await believed())).toEqual(contents(before))
  const hour = () => desk.inAccount(() => desk.services.figures.bringUpToDate(desk.clock.now()))
  await hour()
  expect(await isRight()).toBe(true)
  expect(contents(await believed())).not.toEqual(contents(before))
  const { valuedBy, ratesVersion } = await desk.inAccount(() => syncState())
  expect(valuedBy).toBe(ratesVersion)
  await bring(await desk.standIn.rates())
  expect(contents(await believed())).toEqual(contents(before))
})

test('rates that change while figures are computed anew leave none that is valued by the former', async () => {
  // customers who never paid, as many as are computed at once, come first
  const at = desk.clock.now()
  const idle = Array.from({ length: BATCH }, (_, index) => ({
    _id: `idle_${index}`,
    customer: `cus_${String(index).padStart(8, '0')}`,
    object: 'customer_discount' as const,
    objectId: `idle_${index}`,
    effectiveAt: at,
    recordedAt: at,
    source: 'event' as const,
    causes: [],
    data: { discount: null },
  }))
  await desk.inAccount(() => FactModel.create(idle))
  const day = (await believed()).find(({ changes: [one] }) => one?.currency === 'eur')?.day ?? ''
  let changed = false
  const meanwhile = async () => {
    if (changed) return
    changed = true
    await enter({ day, currency: 'eur', rate: '2' })
  }
  await desk.inAccount(() => desk.services.figures.rebuild(meanwhile))
  expect(await isRight()).toBe(true)
  await enter({ day, currency: 'eur', rate: null })
  expect(await isRight()).toBe(true)
})

test('of many who write at once, rates and figures, the last rate holds everywhere', async () => {
  const rows = (await believed()).filter(isAbroad)
  const abroad = [...new Set(rows.map(({ customer }) => customer))]
  const rates = ['1.5', '1.6', '1.7', '1.8', '1.9']
  const { figures } = desk.services
  const day = rows[0]?.day ?? ''
  await Promise.all([
    ...rates.map((rate) => enter({ day, currency: 'eur', rate })),
    ...rates.map(() => desk.inAccount(() => figures.recompute(abroad))),
  ])
  expect(await isRight()).toBe(true)
  await enter({ day, currency: 'eur', rate: null })
  expect(await isRight()).toBe(true)
})

describe('the job', () => {
  test('takes what was published, values what happened since, and is due before the snapshots', async () => {
    const day = addDays(desk.clock.now().toISOString().slice(0, 10), -1)
    published = { status: 200, text: `Date,USD,JPY\n${day},1.2,160\n` }
    const first = await run()
    expect(first).toMatchObject({ status: 'succeeded', counts: { days: 1, days_since_latest: 1 } })
    expect(await isRight()).toBe(true)
    desk.clock.advance(60)
    expect(await run()).toMatchObject({ status: 'succeeded', counts: { days: 0, customers: 0 } })
    expect(asked).toEqual(['/rates', '/rates'])
    const { data } = (await (await desk.as('admin')).get('/v1/jobs')).json<{
      data: { id: string; schedule: { at_minute: number } }[]
    }>()
    const minutes = new Map(data.map(({ id, schedule }) => [id, schedule.at_minute]))
    expect(minutes.get('fx-rates')).toBeLessThan(minutes.get('revenue-snapshot') ?? 0)
  })

  test('says where nobody answers, and keeps what there is', async () => {
    const [before, rates] = [contents(await believed()), await latest()]
    for (const [status, text, error] of [
      [503, 'out of order', /^127\.0\.0\.1:\d+ answers 503; the stored rates stay in force$/],
      [200, '<html>sign in</html>', /not in the format/],
    ] as const) {
      desk.clock.advance(60)
      published = { status, text }
      expect(await run()).toMatchObject({ status: 'failed', error: expect.stringMatching(error) as string })
    }
    bank.closeAllConnections()
    await new Promise((resolve) => bank.close(resolve))
    desk.clock.advance(60)
    expect(await run()).toMatchObject({
      status: 'failed',
      error: expect.stringMatching(/does not answer; the stored rates stay in force$/) as string,
    })
    expect(await latest()).toEqual(rates)
    expect(contents(await believed())).toEqual(before)
  })

  test('rates that nobody renews are named stale, with their age; a weekend is none', async () => {
    const ages = async () => (await latest()).map(({ days_old, stale }) => [days_old, stale])
    expect(await ages()).toEqual([
      [1, false],
      [1, false],
    ])
    desk.clock.advance(4 * 86_400)
    expect(await ages()).toEqual([
      [5, false],
      [5, false],
    ])
    desk.clock.advance(86_400)
    expect(await ages()).toEqual([
      [6, true],
      [6, true],
    ])
  })
})

test('a desk that no published rates reach lives by those that were set; with the last one a currency goes', async () => {
  const account = await desk.connect('acct_alone')
  await desk.inAccount(async () => {
    expect((await desk.services.fx.latest()).data).toEqual([])
    const entry = { day: '2026-03-02', currency: 'eur', rate: '1.1' }
    expect(await desk.services.fx.set(entry)).toMatchObject({ days: 1, operation: null })
    await desk.services.fx.set({ ...entry, rate: null })
    expect(await FxDayModel.countDocuments()).toBe(0)
  }, account)
  // in the account with customers abroad: everything published goes, then one entered rate comes
  await desk.inAccount(async () => {
    await FxDayModel.deleteMany({})
    await ratesChanged(desk.clock, ['eur', 'jpy'])
    await desk.services.figures.bringUpToDate(desk.clock.now())
  })
  expect((await believed()).some(isAbroad)).toBe(false)
  expect(await isRight()).toBe(true)
  const day = '2024-01-01'
  await enter({ day, currency: 'eur', rate: '1.1' })
  expect(
    new Set((await believed()).flatMap(({ changes }) => changes.map(({ currency }) => currency))),
  ).toEqual(new Set(['usd', 'eur']))
  expect(await isRight()).toBe(true)
  await enter({ day, currency: 'eur', rate: null })
  expect((await believed()).some(isAbroad)).toBe(false)
  expect(await isRight()).toBe(true)
})
