import { DataTable, Select } from '@stripe/ui-extension-sdk/ui'
import { choose, drawer, press } from '../testing/acting'
import { fullDesk } from '../testing/answers'
import { refuse, type Asked } from '../testing/backend'
import { breakdown, evidence, monthlyMovements, reconciliation } from '../testing/metric-answers'
import { openView } from '../testing/openView'
import FullPage from '../views/FullPage'

const answers = () => ({
  ...fullDesk(),
  'GET /v1/analytics/mrr_movements': monthlyMovements(),
  'GET /v1/analytics/breakdown': breakdown(),
  'GET /v1/analytics/reconciliation': reconciliation(),
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
  expect(opened.table(2)?.prop('items')).toMatchObject([
    { id: 'metered', rule: 'Metered use', difference: '+$25.00', subscriptions: '2' },
    { id: 'weeks_days', theirs: 'Not published; as here', difference: '$0.00' },
  ])

  // a rule that touches nothing leads nowhere
  opened.table(2)?.trigger('onRowClick', { id: 'weeks_days' })
  await opened.settle()
  expect(drawer(opened)).toBeNull()
  opened.table(2)?.trigger('onRowClick', { id: 'metered' })
  await opened.settle()
  expect(drawer(opened)).toBe('Metered use')
  expect([asked()?.get('preset'), asked()?.get('rule')]).toEqual(['match_profitwell', 'metered'])
  expect(opened.table(3)?.prop('items')).toMatchObject([
    { customer: 'Jonas Wong', ours: '€40.00', theirs: '€60.00', adds: '+$20.00' },
    { customer: 'cus_2', adds: '+$5.00' },
  ])
  expect(opened.screen.text).toContain('Subscriptions that add up to what this rule changes: 2.')
  opened.table(3)?.trigger('onRowClick', { id: 'acct_1:sub_1' })
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
})
