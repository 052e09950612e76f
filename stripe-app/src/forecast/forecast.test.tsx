import { DataTable } from '@stripe/ui-extension-sdk/ui'
import { LineChart } from '@stripe/ui-extension-sdk/ui/next'
import { choose } from '../testing/acting'
import { fullDesk } from '../testing/answers'
import { forecast } from '../testing/metric-answers'
import { openView } from '../testing/openView'
import FullPage from '../views/FullPage'
import { HIDDEN } from './forecast-text'

const open = async (answer: object = forecast()) => {
  const opened = openView(FullPage, {
    answers: { ...fullDesk(), 'GET /v1/analytics/forecasts': answer },
    href: '/forecast',
  })
  await opened.settle()
  return opened
}

test('what was and what is expected meet in one chart; the months stand below as amounts', async () => {
  const { screen } = await open()
  const points = screen.find(LineChart)?.prop('data') as { x: Date; y: number; name: string }[]
  expect(points.filter(({ name }) => name === 'Actual').map(({ y }) => y)).toEqual([1_000, 1_200])
  expect(points.filter(({ name }) => name === 'Forecast').map(({ y }) => y)).toEqual([1_200, 1_300])
  expect(points.filter(({ name }) => name === 'Low').map(({ y }) => y)).toEqual([1_200, 1_200])
  expect(screen.find(DataTable)?.prop('items')).toEqual([
    { id: '2026-11', month: 'Nov\u00a02026', value: 130_000, lower: 120_000, upper: 140_000, known: -500 },
  ])
  expect(screen.text).toContain('its error was 21% of that of "the same as last month"')
})

test('how good it is stands beside it, and what is known to change', async () => {
  const { screen } = await open()
  const [, known, tests] = screen.findAll(DataTable)
  expect(known?.prop('items')).toMatchObject([
    { scheduled_cancellation: '-$9.00', coupon_end: '+$4.00', trial: '—' },
  ])
  expect(tests?.prop('items')).toMatchObject([
    { method: 'The same as last month', error: '100%', one: '9%' },
    { method: 'Average change carried on (used)', error: '21%', one: '2.5%', held: '75%' },
  ])
})

test.each(['pending', 'too_short', 'no_better_than_naive'] as const)(
  'where it is hidden it says why: %s',
  async (hidden) => {
    const { screen } = await open(forecast({ hidden, method: null, data: [] }))
    expect(screen.find(LineChart)).toBeNull()
    expect(screen.text).toContain(HIDDEN[hidden])
  },
)

test('another series is asked for', async () => {
  const opened = await open()
  await choose(opened, 'What to forecast', 'cash')
  const asked = opened.backend.asked.filter(({ path }) => path === '/v1/analytics/forecasts')
  expect(asked.map(({ query }) => query.get('series'))).toEqual(['mrr', 'cash'])
  expect(opened.screen.text).toContain('Cash in forecast in USD')
})
