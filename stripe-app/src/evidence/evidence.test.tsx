import { DataTable, Link, List } from '@stripe/ui-extension-sdk/ui'
import type { Overview } from '../api/types'
import { drawer, press } from '../testing/acting'
import { fullDesk, overview } from '../testing/answers'
import type { Asked } from '../testing/backend'
import { evidence } from '../testing/metric-answers'
import { openView } from '../testing/openView'
import FullPage from '../views/FullPage'

const LINK =
  '/v1/analytics/evidence?figure=customer_churn&from=2026-10-01&to=2026-10-31&currency=usd&slice=product%3Aprod_1&slice=country%3ADE&account=acct_9&mode=test'

function withEvidence(): Overview {
  const full = overview()
  return {
    ...full,
    figures: { ...full.figures, customer_churn: { ...full.figures.customer_churn, evidence: LINK } },
  }
}

const open = async () => {
  const opened = openView(FullPage, {
    answers: {
      ...fullDesk(),
      'GET /v1/analytics/overview': withEvidence(),
      'GET /v1/analytics/evidence': ({ query }: Asked) => evidence(query.get('figure')),
    },
  })
  await opened.settle()
  opened.screen
    .findAll(Link)
    .find(({ text }) => text === '3.12%')
    ?.trigger('onPress')
  await opened.settle()
  return opened
}

test('a figure opens what it is made of, with the question as it was', async () => {
  const { screen, backend } = await open()
  expect(drawer({ screen } as never)).toBe('Customer churn')
  expect(screen.text).toContain('Of the customers at the start')
  const { query } = backend.asked.filter(({ path }) => path === '/v1/analytics/evidence')[0] ?? {}
  expect([...(query ?? [])]).toEqual(
    expect.arrayContaining([
      ['figure', 'customer_churn'],
      ['from', '2026-10-01'],
      ['to', '2026-10-31'],
      ['currency', 'usd'],
      ['account', 'acct_9'],
      ['mode', 'test'],
      ['slice', 'product:prod_1'],
      ['slice', 'country:DE'],
    ]),
  )
})

test('it leads down to the rows, the customer and the event, and back', async () => {
  const opened = await open()
  const { screen, settle } = opened
  expect(screen.text).toContain('Divided by: Customers at the start')
  screen
    .findAll(List)
    .find((list) => list.prop('onAction'))
    ?.trigger('onAction', '0')
  await settle()
  expect(drawer(opened)).toBe('Lost customers')
  const rows = () => screen.findAll(DataTable).at(-1)
  expect(rows()?.prop('items')).toEqual([
    { id: 'acct_1:cus_1:2026-10-05', customer: 'Acme Labs', day: 'Oct 5, 2026', type: 'Churn', value: '1' },
  ])
  rows()?.trigger('onRowClick', { id: 'acct_1:cus_1:2026-10-05' })
  await settle()
  expect(screen.text).toContain('Churn, Oct 5, 2026')
  expect(screen.text).toContain('€21.60 in EUR')
  expect(screen.text).toContain('Told by evt_1')
  expect(screen.findAll(Link).map((link) => link.prop('href'))).toContainEqual({
    name: 'customerDetails',
    params: { customerId: 'cus_1' },
  })
  await press(opened, 'Back')
  expect(drawer(opened)).toBe('Customer churn')
  await press(opened, 'Close')
  expect(drawer(opened)).toBeNull()
})
