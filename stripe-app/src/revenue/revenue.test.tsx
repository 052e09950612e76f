import { DataTable, Select } from '@stripe/ui-extension-sdk/ui'
import { choose, drawer, press } from '../testing/acting'
import { fullDesk } from '../testing/answers'
import { refuse, type Asked } from '../testing/backend'
import {
  breakdown,
  evidence,
  fees,
  monthlyMovements,
  receivables,
  reconciliation,
  revenue,
} from '../testing/metric-answers'
import { openView } from '../testing/openView'
import FullPage from '../views/FullPage'

const answers = () => ({
  ...fullDesk(),
  'GET /v1/analytics/mrr_movements': monthlyMovements(),
  'GET /v1/analytics/breakdown': breakdown(),
  'GET /v1/analytics/reconciliation': reconciliation(),
  'GET /v1/analytics/revenue': revenue(),
  'GET /v1/analytics/fees': fees({ estimated_fees: 700 }),
  'GET /v1/analytics/receivables': receivables(),
  'GET /v1/analytics/evidence': ({ query }: Asked) => evidence(query.get('figure')),
})
const open = async (change: Record<string, unknown> = {}, searchParams: Record<string, string> = {}) => {
  const opened = openView(FullPage, { answers: { ...answers(), ...change }, href: '/revenue', searchParams })
  await opened.settle()
  const table = (index: number) => opened.screen.findAll(DataTable)[index]
  return { ...opened, table }
}

test('the movements by month, the newest first, what was lost below 0', async () => {
  const { table, screen } = await open()
  const [running, october] = (table(0)?.prop('items') ?? []) as Record<string, unknown>[]
  expect(running).toMatchObject({ id: '2026-11-01', month: 'Nov\u00a02026,\u00a0so\u00a0far' })
  expect(october).toMatchObject({
    start: 1_000_000,
    new: 200_000,
    contraction: -20_000,
    churn: -50_000,
    fx: -4_433,
  })
  const labels = (table(0)?.prop('columns') as { label: string }[]).map(({ label }) => label)
  expect(labels).toEqual([
    'Month',
    'Start',
    'New',
    'Expansion',
    'Reactivation',
    'Contraction',
    'Churn',
    'Currency',
    'End',
  ])
  expect(screen.text).toContain('Quick ratio4')
})

test('a month and a part lead to what they are made of', async () => {
  const opened = await open()
  opened.table(0)?.trigger('onRowClick', { id: '2026-10-01' })
  await opened.settle()
  expect(drawer(opened)).toBe('Lost customers')
  const asked = () =>
    opened.backend.asked.filter(({ path }) => path === '/v1/analytics/evidence').at(-1)?.query
  expect([asked()?.get('figure'), asked()?.get('from'), asked()?.get('to')]).toEqual([
    'mrr_change',
    '2026-10-01',
    '2026-10-31',
  ])
  opened.table(1)?.trigger('onRowClick', { id: 'prod_2' })
  await opened.settle()
  expect(asked()?.getAll('slice')).toEqual(['product:prod_2'])
})

test('the parts, cut by what is chosen', async () => {
  const opened = await open()
  expect(opened.table(1)?.prop('items')).toMatchObject([
    { id: 'prod_1', name: 'Team', mrr: 30_000, share: '75%', growth: '50%', churned: -1_000 },
    { id: 'prod_2', name: 'Starter', share: '25%' },
  ])
  await choose(opened, 'Cut by', 'country')
  const asked = opened.backend.asked.filter(({ path }) => path === '/v1/analytics/breakdown')
  expect(asked.map(({ query }) => query.get('by'))).toEqual(['product', 'country'])
})

test('a chosen part is asked of every module, and stays in the address', async () => {
  const opened = await open()
  await choose(opened, 'Part of the MRR', 'product')
  await choose(opened, 'Product', 'prod_1')
  const last = (path: string) =>
    opened.backend.asked
      .filter((one) => one.path === path)
      .at(-1)
      ?.query.getAll('slice')
  expect(last('/v1/analytics/overview')).toEqual(['product:prod_1'])
  expect(last('/v1/analytics/mrr_movements')).toEqual(['product:prod_1'])
  const again = await open({}, { slice: 'product:prod_2', compare: 'previous_year' })
  expect(again.screen.find(Select, { label: 'Product' })?.prop('value')).toBe('prod_2')
  const { query } = again.backend.asked.filter(({ path }) => path === '/v1/analytics/overview').at(-1) ?? {}
  expect([query?.get('slice'), query?.get('compare')]).toEqual(['product:prod_2', 'previous_year'])
})

test('why another product shows another MRR: by rule, then by subscription', async () => {
  const opened = await open()
  expect(opened.screen.text).toContain('MRR here$1,000.00MRR at Stripe$1,025.00Difference+$25.00')
  await choose(opened, 'Compare with', 'match_profitwell')
  expect(opened.screen.text).toContain('MRR at ProfitWell$1,025.00')
  const asked = () =>
    opened.backend.asked.filter(({ path }) => path === '/v1/analytics/reconciliation').at(-1)?.query
  expect(asked()?.get('preset')).toBe('match_profitwell')
  expect(opened.table(5)?.prop('items')).toMatchObject([
    { id: 'metered', rule: 'Metered use', difference: '+$25.00', subscriptions: '2' },
    { id: 'weeks_days', theirs: 'Not published; as here', difference: '$0.00' },
  ])

  // a rule that touches nothing leads nowhere
  opened.table(5)?.trigger('onRowClick', { id: 'weeks_days' })
  await opened.settle()
  expect(drawer(opened)).toBeNull()
  opened.table(5)?.trigger('onRowClick', { id: 'metered' })
  await opened.settle()
  expect(drawer(opened)).toBe('Metered use')
  expect([asked()?.get('preset'), asked()?.get('rule')]).toEqual(['match_profitwell', 'metered'])
  expect(opened.table(6)?.prop('items')).toMatchObject([
    { customer: 'Jonas Wong', ours: '€40.00', theirs: '€60.00', adds: '+$20.00' },
    { customer: 'cus_2', adds: '+$5.00' },
  ])
  expect(opened.screen.text).toContain('Subscriptions that add up to what this rule changes: 2.')
  opened.table(6)?.trigger('onRowClick', { id: 'acct_1:sub_1' })
  await opened.settle()
  expect(opened.screen.text).toContain('€40.00 here, €60.00 at ProfitWell')
  expect(opened.screen.text).toContain('Subscription sub_1')
})

test('all subscriptions that differ', async () => {
  const opened = await open()
  await press(opened, 'Subscriptions that differ')
  expect(drawer(opened)).toBe('Difference from Stripe')
  expect(opened.screen.text).toContain('Subscriptions that add up to the difference: 2.')
  const same = await open({
    'GET /v1/analytics/reconciliation': reconciliation({ theirs: 100_000, difference: 0, rows: 0, data: [] }),
  })
  expect(same.screen.text).not.toContain('Subscriptions that differ')
})

test('one module that fails leaves the others', async () => {
  const { screen } = await open({
    'GET /v1/analytics/breakdown': refuse(503, 'database_unavailable', 'The database did not answer.'),
  })
  expect(screen.text).toContain('MRR$12,345.67')
  expect(screen.text).toContain('MRR movements by month in USD')
  expect(screen.text).toContain('Gross to net by month in USD')
})

/** The table that has a column of this name. */
const tableWith = ({ screen }: Awaited<ReturnType<typeof open>>, column: string) =>
  screen
    .findAll(DataTable)
    .find((table) => (table.prop('columns') as { label: string }[]).some(({ label }) => label === column))

const askedOf = ({ backend }: Awaited<ReturnType<typeof open>>, path: string) =>
  backend.asked.filter((one) => one.path === path).at(-1)?.query

test('gross to net by month, what was taken below 0, the whole range first', async () => {
  const opened = await open()
  const table = tableWith(opened, 'Net volume')
  expect(table?.prop('items')).toEqual([
    {
      id: 'whole',
      month: 'Whole\u00a0range',
      gross_volume: 100_000,
      refunds: -3_000,
      disputes: 0,
      net_revenue: 97_000,
      fees: -6_400,
      net_volume: 90_600,
      refund_rate: '3%',
    },
    expect.objectContaining({ id: '2026-11-01', month: 'Nov\u00a02026,\u00a0so\u00a0far', refund_rate: '—' }),
    expect.objectContaining({ id: '2026-10-01', net_revenue: 98_000, net_volume: 94_800 }),
  ])
  table?.trigger('onRowClick', { id: 'whole' })
  await opened.settle()
  const asked = askedOf(opened, '/v1/analytics/evidence')
  expect([asked?.get('figure'), asked?.get('from'), asked?.get('to')]).toEqual([
    'net_volume',
    '2026-10-01',
    '2026-11-20',
  ])
})

test('fees by what they were taken for, and those to come apart from them', async () => {
  const opened = await open()
  const labels = tableWith(opened, 'All fees')?.prop('columns') as { label: string }[]
  expect(labels.map(({ label }) => label)).toEqual([
    'Month',
    'Payments',
    'Disputes',
    'Services',
    'All fees',
    'Of gross volume',
  ])
  expect(tableWith(opened, 'All fees')?.prop('items')).toEqual([
    {
      id: '2026-10-01',
      month: 'Oct\u00a02026',
      processing_fees: 1_500,
      refund_fees: 0,
      dispute_fees: 1_500,
      service_fees: 200,
      fees: 3_200,
      rate: '3.2%',
    },
  ])
  expect(opened.screen.text).toContain('Stripe is likely to take $7.00')
})

test('receivables by age, beside those of the range before; an age leads to its invoices', async () => {
  const opened = await open()
  const table = tableWith(opened, 'Owed')
  expect((table?.prop('items') as unknown[]).slice(-2)).toEqual([
    { id: 'receivables_over_90', age: 'Over 90 days late', invoices: '2', owed: 9_000, before: 4_000 },
    { id: 'receivables', age: 'All open invoices', invoices: '2', owed: 9_000, before: 4_000 },
  ])
  expect(table?.prop('columns')).toContainEqual(expect.objectContaining({ label: 'On Nov 20, 2025' }))
  table?.trigger('onRowClick', { id: 'receivables_over_90' })
  await opened.settle()
  expect(askedOf(opened, '/v1/analytics/evidence')?.get('figure')).toBe('receivables_over_90')
})

test('money is of all parts of the MRR, and says so where one is chosen', async () => {
  const opened = await open({}, { slice: 'product:prod_1' })
  for (const name of ['revenue', 'fees', 'receivables'])
    expect(askedOf(opened, `/v1/analytics/${name}`)?.getAll('slice')).toEqual([])
  expect(opened.screen.text).toContain('of all parts of the MRR')
})

test('says so where no money moved and nothing is owed', async () => {
  const nothing = { ...revenue().total, payments: 0, refunds: 0, disputes: 0, fees: 0 }
  const { figures, ...rest } = receivables()
  const none = { ...figures.open_invoices, value: 0, previous: 0 }
  const { screen } = await open({
    'GET /v1/analytics/revenue': { ...revenue(), total: nothing },
    'GET /v1/analytics/fees': fees({ fees: 0 }),
    'GET /v1/analytics/receivables': { ...rest, figures: { ...figures, open_invoices: none } },
  })
  expect(screen.text).toContain('No payment reached the balance in this range.')
  expect(screen.text).toContain('Stripe took no fees in this range.')
  expect(screen.text).toContain('No invoice is open.')
})
