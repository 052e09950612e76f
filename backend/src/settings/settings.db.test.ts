/** Settings that change what figures mean, and what a change of each makes anew. */
import { startDesk, type Caller, type Desk } from '../../test/harness'
import { testClock } from '../../test/clock'
import type { AccountDocument } from '../accounts/model'
import { MovementModel, type MovementDocument } from '../analytics/model'
import type { Overview } from '../analytics/schema'
import { AuditEntryModel } from '../audit/model'
import { CustomerModel } from '../customers/model'
import { storeVersions } from '../database/mirror'
import { bulkWrite } from '../database/model'
import { runInScope } from '../database/scope'
import { inTransaction } from '../database/transaction'
import type { Operation } from '../operations/schema'
import { syncState } from '../sync/state'
import { MAX_METADATA_VALUES, type Settings, type SettingsChange, type SettingsChanged } from './schema'

jest.setTimeout(120_000)

let desk: Desk
let owner: Caller
beforeAll(async () => {
  desk = await startDesk({ clock: testClock() })
  owner = await desk.as('owner')
  await desk.importRates()
  await desk.sync()
})
afterAll(() => desk.close())

const get = async <T>(url: string) => (await owner.get(`/v1/${url}`)).json<T>()
/** Changes settings and waits for what that starts. */
async function change(body: SettingsChange): Promise<{ settings: Settings; ran: Operation | null }> {
  const answer = await owner.patch('/v1/settings', body)
  expect([answer.statusCode, answer.payload]).toEqual([200, expect.any(String)])
  const { settings, operation } = answer.json<SettingsChanged>()
  expect(await get('settings')).toEqual(settings)
  await desk.services.sync.drain()
  return { settings, ran: operation === null ? null : await get<Operation>(`operations/${operation}`) }
}
const differing = async () =>
  (await desk.inAccount(() => desk.services.figures.verify(() => Promise.resolve()))).differing
const believed = () =>
  desk.inAccount(() => MovementModel.find({ knownTo: null }).sort({ customer: 1, day: 1 }).lean())
const contents = (rows: MovementDocument[]) =>
  rows.map(({ _id: _, knownFrom: _from, knownTo: _to, ...content }) => content)
const mrr = async (query = '') => {
  const { figures } = await get<Overview>(`analytics/overview${query}`)
  return figures.mrr.value ?? NaN
}
const entries = () =>
  runInScope({ workspaceId: desk.workspaceId }, () =>
    AuditEntryModel.find({ action: 'settings.changed' }).lean(),
  )
const RECOMPUTED = { kind: 'recompute', status: 'succeeded', percent: 100 }

test('to begin with everything is as the reference recommends', async () => {
  expect(await get('settings')).toMatchObject({
    ...{ discount_policy: 'recurring', churn_recognition: 'at_end', past_due_grace_days: null },
    ...{ fiscal_year_start: 1, metadata_keys: [], fee_rates: [], preset: 'default' },
  })
})

test('a definition makes history anew; what was believed stays readable as known; back is back', async () => {
  const before = await believed()
  const plain = await mrr()
  const asked = desk.clock.seconds()
  desk.clock.advance(60)

  const { ran, settings } = await change({ discount_policy: 'list' })
  expect(ran).toMatchObject(RECOMPUTED)
  expect(ran?.done).toBeGreaterThan(0)
  expect(settings.preset).toBeNull()
  const listed = await mrr()
  expect(listed).toBeGreaterThan(plain)
  expect(await differing()).toBe(0)
  expect(await mrr(`?known_at=${asked}`)).toBe(plain)
  expect(await entries()).toMatchObject([
    {
      before: { discount_policy: 'recurring', preset: 'default' },
      after: { discount_policy: 'list', preset: null },
    },
  ])

  expect((await change({ churn_recognition: 'at_request' })).ran).toMatchObject(RECOMPUTED)
  expect(await mrr()).toBeLessThan(listed)
  expect((await change({ past_due_grace_days: 0 })).ran).toMatchObject(RECOMPUTED)
  expect(await differing()).toBe(0)

  expect((await change({ preset: 'default' })).ran).toMatchObject(RECOMPUTED)
  expect(contents(await believed())).toEqual(contents(before))
  expect((await change({ preset: 'default' })).ran).toBeNull()
})

describe('what a dying process left undone', () => {
  /** Stores settings as `change` does, and does no more. */
  const left = (fresh: Partial<AccountDocument>) =>
    desk.inAccount(async () => {
      const { accounts } = desk.services
      const account = await accounts.current()
      await inTransaction(() => accounts.define({ ...account, ...fresh }))
    })
  const hour = () => desk.inAccount(() => desk.services.figures.bringUpToDate(desk.clock.now()))
  const complete = async (route: string) => (await get<{ complete: boolean }>(`analytics/${route}`)).complete

  test('by a definition makes figures incomplete, until the next hour makes it up', async () => {
    desk.clock.advance(60)
    const before = await mrr()
    const { definitions } = desk.account
    await left({ definitions: { ...definitions, discountPolicy: 'list' } })
    expect(await complete('overview')).toBe(false)
    await hour()
    expect(await complete('overview')).toBe(true)
    expect(await mrr()).toBeGreaterThan(before)
    expect(await differing()).toBe(0)

    // in another order the definitions are the same
    await change({ preset: 'default' })
    const reversed = Object.fromEntries(Object.entries(definitions).reverse()) as typeof definitions
    await left({ definitions: reversed })
    expect(await complete('overview')).toBe(true)
  })

  test('by keys of metadata, only what is sliced by them', async () => {
    await left({ metadataKeys: ['sold.by'] })
    const sliced = ['breakdown?by=metadata.sold.by', 'mrr?slice=metadata.sold.by:x']
    expect(await Promise.all(sliced.map(complete))).toEqual([false, false])
    expect(await complete('breakdown?by=product')).toBe(true)
    await hour()
    expect(await Promise.all(sliced.map(complete))).toEqual([true, true])
    expect(await differing()).toBe(0)
    await change({ metadata_keys: [] })
  })
})

test.each([
  ['match_stripe_classic', 'forever_only', 'at_request', null],
  ['match_chartmogul', 'all', 'at_end', null],
  ['match_profitwell', 'all', 'at_end', 15],
  ['default', 'recurring', 'at_end', null],
] as const)('%s sets its fields at once (M16)', async (preset, ...fields) => {
  const [discount_policy, churn_recognition, past_due_grace_days] = fields
  const { settings } = await change({ preset })
  expect(settings).toMatchObject({ preset, discount_policy, churn_recognition, past_due_grace_days })
})

test('what is given beside a preset wins', async () => {
  const { settings } = await change({ preset: 'match_profitwell', past_due_grace_days: null })
  expect(settings).toMatchObject({ preset: 'match_chartmogul', past_due_grace_days: null })
  await change({ preset: 'default' })
})

test('the fiscal year and fees change no movement', async () => {
  const { figuresVersion } = await desk.inAccount(() => syncState())
  const price = { percent_bp: 140, fixed: 25, international_bp: 150, conversion_bp: 100 }
  const later = { ...price, from: '2026-05-01', percent_bp: 120 }
  const fee_rates = [later, { ...price, from: '2026-01-01' }]
  const { settings, ran } = await change({ fiscal_year_start: 4, fee_rates })
  expect(settings).toMatchObject({ fiscal_year_start: 4, fee_rates: [...fee_rates].reverse() })
  expect(ran).toBeNull()
  expect((await desk.inAccount(() => syncState())).figuresVersion).toBe(figuresVersion)
  expect(await entries()).toContainEqual(
    expect.objectContaining({ after: { fiscal_year_start: 4, fee_rates: settings.fee_rates } }),
  )
  expect((await change({ fee_rates: [] })).settings.fee_rates).toEqual([])
})

describe('keys of metadata', () => {
  type Breakdown = { data: { value: string; mrr: number }[] }
  const sliced = async (key: string) => {
    const { data } = await get<Breakdown>(`analytics/breakdown?by=metadata.${key}`)
    return { values: data.map(({ value }) => value).sort(), sum: data.reduce((sum, row) => sum + row.mrr, 0) }
  }

  test('slice all history anew, and movements stay', async () => {
    const rows = await believed()
    await desk.inAccount(async () => {
      const customers = await CustomerModel.find({}, { id: 1 }).sort({ _id: 1 }).lean()
      await bulkWrite(
        'customers',
        customers.map(({ _id }, index) => ({
          updateOne: {
            filter: { _id },
            update: {
              $set: { 'object.metadata': index % 3 === 0 ? {} : { 'sold.by': `team ${index % 3}` } },
            },
          },
        })),
      )
    })
    const { ran, settings } = await change({ metadata_keys: ['sold.by', 'constructor'] })
    expect(settings.metadata_keys).toEqual(['constructor', 'sold.by'])
    expect(ran).toMatchObject({ kind: 'reslicing', status: 'succeeded', percent: 100 })
    expect(ran?.done).toBeGreaterThan(1)
    const { values, sum } = await sliced('sold.by')
    expect(values).toEqual(['(none)', 'team 1', 'team 2'])
    // a conversion is rounded once for each slice
    expect(Math.abs(sum - (await mrr()))).toBeLessThan(10)
    expect((await sliced('constructor')).values).toEqual(['(none)'])
    expect(await believed()).toEqual(rows)
    expect(await differing()).toBe(0)

    expect((await change({ metadata_keys: ['constructor', 'sold.by'] })).ran).toBeNull()
    expect((await change({ metadata_keys: [] })).ran).toMatchObject({ kind: 'reslicing' })
    expect((await owner.get('/v1/analytics/breakdown?by=metadata.sold.by')).statusCode).toBe(400)
    expect(await differing()).toBe(0)
  })

  test('with a value for each customer are refused', async () => {
    const store = (count: number) =>
      desk.inAccount(() =>
        storeVersions(
          'customers',
          Array.from({ length: count }, (_, index) => {
            const id = `cus_apart_${index}`
            const object = { id, object: 'customer', metadata: { apart: `a${index}` } }
            return { id, version: 1, deleted: false, object }
          }),
          true,
        ),
      )
    await store(MAX_METADATA_VALUES)
    expect((await change({ metadata_keys: ['apart'] })).settings.metadata_keys).toEqual(['apart'])
    await change({ metadata_keys: [] })
    await store(MAX_METADATA_VALUES + 1)
    const answer = await owner.patch('/v1/settings', { metadata_keys: ['apart'] })
    expect(answer.json()).toMatchObject({
      status: 400,
      detail: 'Customers have more than 500 values of apart',
      errors: [{ pointer: '/body/metadata_keys' }],
    })
  })
})

const price = { percent_bp: 140, fixed: 25, international_bp: 150, conversion_bp: 100 }
test.each([
  ['no time zone', { time_zone: 'Mars/Base' }, '/body/time_zone'],
  ['a policy that is none', { discount_policy: 'some' }, '/body/discount_policy'],
  ['more keys than five', { metadata_keys: ['a', 'b', 'c', 'd', 'e', 'f'] }, '/body/metadata_keys'],
  ['a key twice', { metadata_keys: ['a', 'a'] }, '/body/metadata_keys'],
  ['a key that no slice could name', { metadata_keys: ['a:b'] }, '/body/metadata_keys/0'],
  ['month 13', { fiscal_year_start: 13 }, '/body/fiscal_year_start'],
  [
    'two prices of one day',
    {
      fee_rates: [
        { from: '2026-01-01', ...price },
        { from: '2026-01-01', ...price },
      ],
    },
    '/body/fee_rates',
  ],
])('%s is refused', async (_name, body, pointer) => {
  const before = await get('settings')
  const answer = await owner.patch('/v1/settings', body)
  const { errors } = answer.json<{ errors: { pointer: string }[] }>()
  expect([answer.statusCode, errors[0]?.pointer]).toEqual([400, pointer])
  expect(await get('settings')).toEqual(before)
})
