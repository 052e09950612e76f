/** Revenue, fees and what customers owe: against the copies themselves. */
import { startDesk, type Caller, type Desk } from '../../test/harness'
import { storeVersions } from '../database/mirror'
import { InvoiceModel } from '../invoices/model'
import { BalanceTransactionModel } from '../ledger/model'
import { convert } from '../metrics'
import { ChargeModel } from '../payments/model'
import { loadRates } from '../fx/rates'
import type { Evidence, Figure } from './schema'

let desk: Desk
let owner: Caller
beforeAll(async () => {
  desk = await startDesk()
  owner = await desk.as('owner')
  await desk.importRates()
  const { data } = await desk.standIn.stripe.charges.list({ limit: 10 })
  const charge = data.find(({ paid, customer }) => paid && customer !== null)
  await desk.standIn.stripe.refunds.create({ charge: charge?.id, amount: 150 })
  await desk.sync()
}, 120_000)
afterAll(() => desk.close())

const get = async <T>(path: string) => {
  const answer = await owner.get(path.startsWith('/') ? path : `/v1/analytics/${path}`)
  expect([path, answer.statusCode]).toEqual([path, 200])
  return answer.json<T>()
}
type Row = Record<string, number | null> & { date: never; end_date: never; complete: never }
interface Series {
  data: Row[]
  total: Row
  figures: Record<string, { evidence: string }>
  estimated: boolean
  fx_missing: string[]
}
const figuresOf = async (query: string) =>
  (await get<{ figures: Record<string, Figure> }>(`receivables?${query}`)).figures
const startOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / 1000

const KINDS: Record<string, [field: string, fee: string]> = {
  charge: ['gross_volume', 'processing_fees'],
  payment: ['gross_volume', 'processing_fees'],
  refund: ['refunds', 'refund_fees'],
  dispute: ['disputes', 'dispute_fees'],
  fee: ['service_fees', 'service_fees'],
}

test('months add up to the range, and the range to what is on the balance', async () => {
  const range = 'from=2026-01-01&to=2026-05-31&interval=month'
  const [revenue, fees] = [await get<Series>(`revenue?${range}`), await get<Series>(`fees?${range}`)]
  const rows = await desk.inAccount(() => BalanceTransactionModel.find().lean())
  const sums: Record<string, number> = {}
  const add = (field: string, value: number) => (sums[field] = (sums[field] ?? 0) + value)
  for (const { object } of rows) {
    if (object.created < startOf('2026-01-01') || object.created >= startOf('2026-06-01')) continue
    expect(object.currency).toBe('usd')
    const [field, fee] = KINDS[object.reporting_category] ?? []
    if (!field || !fee) continue
    add(field, field === 'gross_volume' ? object.amount : -object.amount)
    add(fee, object.fee)
    add('net_volume', object.net)
    if (field === 'gross_volume') add('payments', 1)
  }
  expect(sums['payments']).toBeGreaterThan(50)
  const parts = ['processing_fees', 'refund_fees', 'dispute_fees', 'service_fees']
  const feesInAll = parts.reduce((total, part) => total + (sums[part] ?? 0), 0)
  expect(revenue.total).toMatchObject({ fees: feesInAll, net_volume: sums['net_volume'] })
  for (const field of ['gross_volume', 'refunds', 'disputes', 'payments'])
    expect([field, revenue.total[field]]).toEqual([field, sums[field] ?? 0])
  for (const field of parts) expect([field, fees.total[field]]).toEqual([field, sums[field] ?? 0])
  for (const { data, total } of [revenue, fees])
    for (const field of ['gross_volume', 'fees'])
      expect(data.reduce((sum, row) => sum + Number(row[field]), 0)).toBe(total[field])
  expect(revenue.data.map(({ complete }) => complete)).toEqual([true, true, true, true, false])
  expect(fees).toMatchObject({ estimated: false, total: { estimated_fees: 0 } })
})

test('every transaction says who paid; a refund and a dispute are of the payment that they are about', async () => {
  const { figures } = await get<Series>('revenue?from=2025-06-01&to=2026-05-31')
  for (const figure of ['gross_volume', 'refunds', 'disputes']) {
    const link = figures[figure]?.evidence.replace('{date}', '2025-06-01').replace('{end_date}', '2026-05-31')
    const { data } = await get<Evidence>(`${link}&limit=100`)
    expect([figure, data.length > 0]).toEqual([figure, true])
    for (const { customer, objects, kind } of data) {
      expect(kind).toBe('balance_transaction')
      expect([objects, customer]).toEqual([objects, expect.stringMatching(/^cus_/)])
    }
  }
})

test('V5: a payment that is not on the balance yet has an estimated fee, which is called one', async () => {
  const paid = await desk.inAccount(() => ChargeModel.findOne({ 'object.status': 'succeeded' }).lean())
  if (!paid) throw new Error('The sample has no payment')
  const created = startOf('2026-05-02')
  const pending = (id: string, changes: object) => ({
    id,
    version: created,
    deleted: false,
    object: {
      ...paid.object,
      id,
      created,
      amount: 10_000,
      currency: 'usd',
      balance_transaction: null,
      ...changes,
    },
  })
  const card = (country: string) => ({ payment_method_details: { type: 'card', card: { country } } })
  await desk.inAccount(() =>
    storeVersions(
      'charges',
      [
        pending('ch_home', card('US')),
        pending('ch_abroad', card('DE')),
        pending('ch_failed', { status: 'failed' }),
        pending('ch_authorized', { captured: false }),
        pending('ch_earlier', { created: created - 86_400 }),
      ],
      true,
    ),
  )
  const { total, estimated } = await get<Series>('fees?from=2026-05-02&to=2026-05-02')
  expect([total['estimated_fees'], estimated]).toEqual([320 + 470, true])
  const then = await get<Series>(`fees?from=2026-05-02&to=2026-05-02&at=${created + 3600}`)
  expect([then.total['estimated_fees'], then.estimated]).toEqual([null, false])
})

describe('receivables', () => {
  const owed = async (at: number) => {
    const rates = await desk.inAccount(() => loadRates('usd'))
    const rows = await desk.inAccount(() => InvoiceModel.find({ deleted: false }).lean())
    return rows.flatMap(({ object }) => {
      const { finalized_at, paid_at, voided_at, marked_uncollectible_at } = object.status_transitions
      if (finalized_at === null || finalized_at > at) return []
      const closed = [paid_at, voided_at, marked_uncollectible_at].filter((one) => one !== null)
      if (closed.some((one) => one <= at)) return []
      const amount = closed.length > 0 ? object.amount_due : object.amount_remaining
      const day = new Date(at * 1000).toISOString().slice(0, 10)
      return amount > 0 ? [convert(amount, object.currency, day, rates, 'usd') ?? NaN] : []
    })
  }

  test.each(['2026-05-14', '2026-04-30', '2026-02-10'])(
    'at the end of %s: what was open then',
    async (day) => {
      const figures = await figuresOf(`from=2026-02-01&to=${day}`)
      const expected = await owed(startOf(day) + 86_399)
      expect(expected.length).toBeGreaterThan(0)
      expect(figures['open_invoices']?.value).toBe(expected.length)
      expect(figures['receivables']?.value).toBe(expected.reduce((sum, amount) => sum + amount, 0))
      const ages = (of: string) =>
        Object.entries(figures)
          .filter(([name]) => name.startsWith(`${of}_`))
          .map(([, { value }]) => Number(value))
      for (const name of ['receivables', 'open_invoices'])
        expect(ages(name).reduce((sum, part) => sum + part, 0)).toBe(figures[name]?.value)
    },
  )

  test('as of a moment: what was paid later on that day was still open', async () => {
    const rows = await desk.inAccount(() => InvoiceModel.find({ 'object.status': 'paid' }).lean())
    const late = rows.find(({ object: { status_transitions: told, amount_due } }) => {
      return amount_due > 0 && (told.paid_at ?? 0) > (told.finalized_at ?? Infinity)
    })
    const at = late?.object.status_transitions.paid_at
    if (!at) throw new Error('The sample has no invoice that was paid late')
    const day = new Date(at * 1000).toISOString().slice(0, 10)
    const open = async (more = '') =>
      (await figuresOf(`from=${day}&to=${day}${more}`))['open_invoices']?.value
    expect(await open(`&at=${at - 1}`)).toBe((await owed(at - 1)).length)
    expect(await open(`&at=${at}`)).toBe((await owed(at)).length)
    expect((await owed(at - 1)).length).toBeGreaterThan((await owed(at)).length)
  })

  test('compared with the end of the period before', async () => {
    const { receivables } = await figuresOf('from=2026-04-01&to=2026-04-30')
    expect(receivables?.previous).toBe((await figuresOf('to=2026-03-31'))['receivables']?.value)
  })
})

test('money belongs to no slice: there is none to ask for', async () => {
  for (const route of ['revenue', 'fees', 'receivables']) {
    const answer = await owner.get(`/v1/analytics/${route}?slice=interval:month`)
    expect([route, answer.statusCode]).toEqual([route, 400])
  }
})
