import { Badge, Banner, ListItem } from '@stripe/ui-extension-sdk/ui'
import { LineChart } from '@stripe/ui-extension-sdk/ui/next'
import { fullDesk, subscription } from '../testing/answers'
import { refuse } from '../testing/backend'
import { openView } from '../testing/openView'
import SubscriptionDetail from '../views/SubscriptionDetail'

const open = async (answer: unknown = subscription()) => {
  const opened = openView(SubscriptionDetail, {
    answers: { ...fullDesk(), 'GET /v1/subscriptions/sub_1': answer },
    beside: { id: 'sub_1', object: 'subscription' },
  })
  await opened.settle()
  return opened
}

test('what it adds, what comes next, its promotion with its end, and its history up to today', async () => {
  const { screen } = await open()
  expect(screen.text).toContain('Lumen Pro × 5')
  expect(screen.text).toContain('MRR$119.00')
  expect(screen.text).toContain('Ends Dec 11, 2026')
  expect(screen.find(Badge)?.text).toBe('Past due')
  expect(screen.find(ListItem)?.prop('title')).toBe('Autumn')
  expect(screen.find(ListItem)?.prop('secondaryTitle')).toBe('Ends Dec 11, 2026')
  const points = screen.find(LineChart)?.prop('data') as { y: number }[]
  expect(points[0]?.y).toBe(99)
  expect(points.at(-1)?.y).toBe(119)
})

test('its movements, the newest first, with what tells them', async () => {
  const { screen } = await open()
  const rows = screen.findAll(ListItem).slice(1)
  expect(rows.map((row) => [row.prop('title'), row.prop('secondaryTitle')])).toEqual([
    ['Expansion', 'May 2, 2026 · told by evt_2'],
    ['New', 'Jan 15, 2026 · told by in_1 · rebuilt from invoices'],
  ])
  expect(screen.text).toContain('+$20.00')
})

test('a long history is told by its latest movements, and says so', async () => {
  const [first] = subscription().changes
  if (!first) throw new Error('There is no change.')
  const changes = Array.from({ length: 12 }, (_, index) => ({ ...first, day: `2026-01-${10 + index}` }))
  const { screen } = await open(subscription({ changes, discounts: [] }))
  expect(screen.text).toContain('The latest 10 of 12')
  expect(screen.findAll(ListItem)).toHaveLength(10)
  expect(screen.findAll(ListItem)[0]?.prop('secondaryTitle')).toContain('Jan 21, 2026')
})

test('a discount that does not end says so; so does one that is taken once', async () => {
  const discount = { coupon: 'co_1', name: null, ends: null }
  const { screen } = await open(
    subscription({
      discounts: [
        { ...discount, duration: 'forever' },
        { ...discount, duration: 'once' },
      ],
    }),
  )
  const texts = screen.findAll(ListItem).map((row) => [row.prop('title'), row.prop('secondaryTitle')])
  expect(texts.slice(0, 2)).toEqual([
    ['co_1', 'Does not end'],
    ['co_1', 'Once'],
  ])
})

test('empty, partial, unknown and failed are told apart', async () => {
  const empty = await open(subscription({ changes: [], discounts: [] }))
  expect(empty.screen.text).toContain('The history begins with the first paid period.')
  expect(empty.screen.text).toContain('None takes from it now.')
  const partial = await open(subscription({ complete: false }))
  expect(partial.screen.find(Banner)?.prop('title')).toBe('History is still being read')
  expect(partial.screen.text).toContain('MRR$119.00')
  const unknown = await open(refuse(404, 'not_found', 'Unknown.'))
  expect(unknown.screen.find(Banner)?.prop('title')).toBe('Not in Revenue Desk yet')
  const failed = await open(refuse(500, 'internal', 'Broken.'))
  expect(failed.screen.find(Banner)?.prop('title')).toBe('This subscription could not be loaded')
})
