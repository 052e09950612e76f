import { Badge, DataTable, Link } from '@stripe/ui-extension-sdk/ui'
import { LineChart } from '@stripe/ui-extension-sdk/ui/next'
import { choose, drawer } from '../testing/acting'
import { fullDesk } from '../testing/answers'
import type { Asked } from '../testing/backend'
import { churn, cohorts, evidence, ltv, retention, risks } from '../testing/metric-answers'
import { openView } from '../testing/openView'
import FullPage from '../views/FullPage'

const open = async (change: Record<string, unknown> = {}) => {
  const answers = {
    ...fullDesk(),
    'GET /v1/analytics/retention': retention(),
    'GET /v1/analytics/cohorts': cohorts(),
    'GET /v1/analytics/churn': churn(),
    'GET /v1/analytics/ltv': ltv(),
    'GET /v1/analytics/risk': ({ query }: Asked) =>
      query.get('show') === 'certain' ? risks({ data: [] }) : risks(),
    'GET /v1/analytics/evidence': ({ query }: Asked) => evidence(query.get('figure')),
    ...change,
  }
  const opened = openView(FullPage, { answers, href: '/retention' })
  await opened.settle()
  return opened
}

test('rates, lifetime value, and whole months alone in the trend; what is not known is no 0', async () => {
  const { screen } = await open()
  expect(screen.text).toContain('Customer churn3.12%')
  expect(screen.text).toContain('Lifetime value$7,538.99Up 18.8%')
  const points = screen.find(LineChart)?.prop('data') as { x: Date; y: number | null; name: string }[]
  expect(points.filter(({ name }) => name === 'Net revenue')).toEqual([
    { x: new Date(2026, 8, 1), y: null, name: 'Net revenue' },
    { x: new Date(2026, 9, 1), y: 101.5, name: 'Net revenue' },
  ])
})

test('cohorts by customers and by revenue, small and running ones grey', async () => {
  const opened = await open()
  const badges = () => opened.screen.findAll(Badge).map((badge) => [badge.text, badge.prop('type')])
  expect(badges()).toEqual([
    ['100%', 'positive'],
    ['49%', 'negative'],
    ['100%', 'neutral'],
  ])
  await choose(opened, 'Measure', 'revenue_bp')
  expect(badges()).toContainEqual(['110%', 'positive'])
  opened.screen
    .findAll(Link)
    .find(({ text }) => text === '$400.00')
    ?.trigger('onPress')
  await opened.settle()
  expect(drawer(opened)).toBe('Lost customers')
})

test('why customers left; a reason leads to who they were', async () => {
  const opened = await open()
  const [reasons] = opened.screen.findAll(DataTable)
  expect(reasons?.prop('items')).toMatchObject([
    { id: 'voluntary', customers: '4', mrr: 40_000, rate: '1.2%' },
    { id: 'involuntary', reason: 'A payment failed' },
    { id: 'paused' },
  ])
  reasons?.trigger('onRowClick', { id: 'involuntary' })
  await opened.settle()
  const asked = opened.backend.asked.filter(({ path }) => path === '/v1/analytics/evidence').at(-1)
  expect(asked?.query.get('figure')).toBe('involuntary_churned_mrr')
})

test('says so where nobody left and nobody began', async () => {
  const { screen } = await open({
    'GET /v1/analytics/churn': { ...churn(), churned_customers: 0 },
    'GET /v1/analytics/cohorts': { ...cohorts(), data: [] },
  })
  expect(screen.text).toContain('Nobody left in this range.')
  expect(screen.text).toContain('No customer began in this range.')
})

test('who may leave, why, and how good the score is', async () => {
  const opened = await open()
  const { screen } = opened
  expect(screen.findAll(DataTable).at(-1)?.prop('items')).toEqual([
    {
      id: 'risk_1',
      customer: 'Jonas Wong',
      mrr: 50_000,
      at_risk: 20_000,
      band: 'High',
      why: 'A payment is past due. The card expires before the next charge.',
    },
  ])
  expect(screen.text).toContain('4 customers at medium or high risk, $290.00 of MRR expected to go')
  expect(screen.text).toContain('ranked above who stayed in 72.27% of cases')
  expect(screen.text).toContain('3.3 times as many left')
  await choose(opened, 'Which customers', 'certain')
  expect(screen.text).toContain('No customer is set to end.')
})

test('too few who left: the score’s quality is not claimed', async () => {
  const { screen } = await open({ 'GET /v1/analytics/risk': risks({ quality: null }) })
  expect(screen.text).toContain('cannot be told yet')
})
