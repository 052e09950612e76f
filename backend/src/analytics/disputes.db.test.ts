/** Disputes and the card networks' limits: against Stripe's own lists. */
import type Stripe from 'stripe'
import { startDesk, type Caller, type Desk } from '../../test/harness'
import { storeVersions } from '../database/mirror'
import { loadRates } from '../fx/rates'
import { convert, dayOf } from '../metrics'
import { DisputeModel } from '../payments/model'
import type { Evidence, Figure } from './schema'

let desk: Desk
let owner: Caller
beforeAll(async () => {
  desk = await startDesk()
  owner = await desk.as('owner')
  for (const payment_method of [
    'pm_card_createDispute',
    'pm_card_createDisputeInquiry',
    'pm_card_createIssuerFraudRecord',
  ])
    await desk.standIn.stripe.paymentIntents.create({
      ...{ amount: 4_200, currency: 'usd', confirm: true, payment_method },
      automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
    })
  await desk.importRates()
  await desk.sync()
}, 120_000)
afterAll(() => desk.close())

interface Standing {
  programme: string
  count: number
  payments: number
  ratio_bp: number | null
  tier: string | null
  limits: { tier: string; rule: string; light: string; further: number; reached: boolean }[]
  evidence: { count: string; payments: string }
}
interface Disputes {
  figures: Record<string, Figure>
  networks: Standing[]
  open: { id: string; amount: number; due_by: number | null; status: string; charge: string }[]
  estimated: boolean
}
const disputes = async (query = '') => {
  const answer = await owner.get(`/v1/analytics/disputes?${query}`)
  expect([query, answer.statusCode]).toEqual([query, 200])
  return answer.json<Disputes>()
}
const all = async <T>(list: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = []
  for await (const one of list) found.push(one)
  return found
}
const startOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / 1000
/** Each converted for itself. */
async function worth(some: Stripe.Dispute[], day: (one: Stripe.Dispute) => string): Promise<number> {
  const rates = await desk.inAccount(() => loadRates('usd'))
  const values = some.map((one) => convert(one.amount, one.currency, day(one), rates, 'usd') ?? NaN)
  return values.reduce((sum, value) => sum + value, 0)
}
const bp = (part: number, whole: number) => (whole === 0 ? null : Math.round((part * 10_000) / whole))

test('X1, X2: counts and rates of a range are those of the lists', async () => {
  const { stripe } = desk.standIn
  const [from, to] = ['2025-06-01', '2026-05-14']
  const inside = ({ created }: { created: number }) =>
    created >= startOf(from) && created < startOf(to) + 86_400
  const charges = await all(stripe.charges.list({ limit: 100 }))
  const listed = await all(stripe.disputes.list({ limit: 100 }))
  const warnings = await all(stripe.radar.earlyFraudWarnings.list({ limit: 100 }))
  const paid = charges.filter((one) => inside(one) && one.status === 'succeeded' && one.captured)
  const real = listed.filter(({ status }) => !status.startsWith('warning_'))
  const opened = real.filter(inside)
  const [won, lost] = (['won', 'lost'] as const).map(
    (status) => opened.filter((one) => one.status === status).length,
  ) as [number, number]
  const ids = new Set(paid.map(({ id }) => id))
  const disputed = new Set(real.map(({ charge }) => String(charge)).filter((id) => ids.has(id))).size
  const undecided = real.filter(({ status }) => !['won', 'lost'].includes(status))
  expect(opened.length).toBeGreaterThan(1)
  const { figures, estimated } = await disputes(`from=${from}&to=${to}`)
  expect(Object.fromEntries(Object.entries(figures).map(([name, { value }]) => [name, value]))).toEqual({
    opened_disputes: opened.length,
    disputed_amount: await worth(opened, ({ created }) => dayOf(created, 'UTC')),
    card_payments: paid.length,
    dispute_activity: bp(opened.length, paid.length),
    disputed_payments: disputed,
    dispute_rate: bp(disputed, paid.length),
    won_disputes: won,
    lost_disputes: lost,
    decided_disputes: won + lost,
    win_rate: bp(won, won + lost),
    open_disputes: undecided.length,
    open_disputes_amount: await worth(undecided, () => dayOf(desk.clock.seconds(), 'UTC')),
    inquiries: listed.filter((one) => inside(one) && one.status.startsWith('warning_')).length,
    fraud_warnings: warnings.filter(inside).length,
  })
  expect(figures['inquiries']?.value).toBeGreaterThan(0)
  expect(estimated).toBe(true)
})

test('a payment of an earlier range that was disputed since counts there alone', async () => {
  const one = await desk.inAccount(() => DisputeModel.findOne().sort({ 'object.created': 1 }).lean())
  if (!one) throw new Error('The sample has no dispute')
  const { created } = await desk.standIn.stripe.charges.retrieve(String(one.object.charge))
  const day = dayOf(created, 'UTC')
  expect(dayOf(one.object.created, 'UTC') > day).toBe(true)
  const { figures } = await disputes(`from=${day}&to=${day}`)
  expect([figures['disputed_payments']?.value, figures['opened_disputes']?.value]).toEqual([1, 0])
})

test('disputes that wait are listed by deadline', async () => {
  const { open, figures } = await disputes()
  expect(open.length).toBe(figures['open_disputes']?.value)
  expect(open.length).toBeGreaterThan(0)
  const deadlines = open.map(({ due_by }) => due_by ?? Infinity)
  expect(deadlines).toEqual(deadlines.toSorted((a, b) => a - b))
  for (const { id, amount, status, due_by } of open) {
    const listed = await desk.standIn.stripe.disputes.retrieve(id)
    const deadline = listed.status === 'needs_response' ? listed.evidence_details.due_by : null
    expect({ amount, status, due_by }).toEqual({
      amount: listed.amount,
      status: listed.status,
      due_by: deadline,
    })
  }
  expect(new Set(open.map(({ status }) => status)).size).toBe(2)
})

/** Copies of a Visa payment's dispute, many of them, in a month without any. */
async function pretend(count: number, brand: string, opened: string, paid: string, payments: number) {
  const { stripe } = desk.standIn
  const [charge] = (await stripe.charges.list({ limit: 100 })).data.filter(
    ({ status }) => status === 'succeeded',
  )
  const [dispute] = (await stripe.disputes.list({ limit: 1 })).data
  const card = { type: 'card', card: { brand, three_d_secure: null } }
  const version = { version: startOf(opened), deleted: false }
  await desk.inAccount(async () => {
    await storeVersions(
      'charges',
      Array.from({ length: payments }, (_, index) => {
        const id = `ch_${brand}_${index}`
        const object = { ...charge, id, created: startOf(paid), amount: 60_000, currency: 'usd' }
        return { ...version, id, object: { ...object, captured: true, payment_method_details: card } }
      }),
      true,
    )
    await storeVersions(
      'disputes',
      Array.from({ length: count }, (_, index) => {
        const told = { charge: `ch_${brand}_${index}`, status: 'lost', reason: 'fraudulent' }
        const about = { created: startOf(opened), amount: 60_000, currency: 'usd', evidence: undefined }
        return { ...version, id: `dp_${brand}_${index}`, object: { ...dispute, ...about, ...told } }
      }),
      true,
    )
  })
}

test('X4 to X6: Mastercard compares with the payments of the month before; lights and what is left to each limit', async () => {
  await pretend(110, 'mastercard', '2024-03-10', '2024-02-20', 5_000)
  const { networks } = await disputes('from=2024-03-01&to=2024-03-20')
  const [visa, ecm, fraud] = networks
  expect(visa).toMatchObject({ programme: 'vamp', month: '2024-03', count: 0, payments: 0, ratio_bp: null })
  expect(ecm).toMatchObject({
    programme: 'mastercard_disputes',
    ...{ count: 110, payments: 5_000, ratio_bp: 220, tier: 'ecm', held_tier: 'ecm' },
    limits: [
      { tier: 'ecm', rule: 'X4', count: 100, ratio_bp: 150, reached: true, light: 'red', further: 0 },
      { tier: 'hecm', rule: 'X4', count: 300, ratio_bp: 300, reached: false, light: 'green', further: 190 },
    ],
  })
  // 110 x 600.00 USD
  expect(fraud).toMatchObject({
    ...{ programme: 'mastercard_fraud', count: 110, tier: 'efm' },
    limits: [{ tier: 'efm', rule: 'X5', amount_usd: 5_000_000, reached: true }],
  })
  const rows = (await owner.get(ecm?.evidence.count ?? '')).json<Evidence>()
  expect([rows.value, rows.rows]).toEqual([110, 110])
  const later = await disputes('from=2024-05-01&to=2024-05-20')
  expect(later.networks[1]).toMatchObject({ month: '2024-05', count: 0, tier: null, held_tier: 'ecm' })
  const after = await disputes('from=2024-06-01&to=2024-06-20')
  expect(after.networks[1]).toMatchObject({ month: '2024-06', tier: null, held_tier: null })
})

test('as of a moment of the past: what had been opened, not how it stood', async () => {
  const at = startOf('2024-03-05')
  const { figures, open } = await disputes(`from=2024-03-01&to=2024-03-20&at=${at}`)
  expect(figures['opened_disputes']?.value).toBe(0)
  expect([figures['won_disputes']?.value, figures['open_disputes']?.value, open]).toEqual([null, null, []])
})
