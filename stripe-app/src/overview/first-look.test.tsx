/** What needs somebody, who moved MRR most, what came last, and what can be begun. */
import { Banner, Button, FocusView, Link } from '@stripe/ui-extension-sdk/ui'
import { drawer } from '../testing/acting'
import { account, accountFigures, accounts, SUDWIND } from '../testing/account-answers'
import { fullDesk, me, READER } from '../testing/answers'
import { refuse, type Asked } from '../testing/backend'
import { evidence } from '../testing/metric-answers'
import { openView } from '../testing/openView'
import { activity, needs } from '../testing/overview-answers'
import FullPage from '../views/FullPage'
import HomeOverview from '../views/HomeOverview'

const open = async (
  change: Record<string, unknown> = {},
  { view = FullPage, ...options }: { view?: typeof FullPage; searchParams?: Record<string, string> } = {},
) => {
  const opened = openView(view, { answers: { ...fullDesk(), ...change }, ...options })
  await opened.settle()
  return opened
}
const links = ({ screen }: Awaited<ReturnType<typeof open>>) =>
  screen.findAll(Link).flatMap((link) => (link.prop('href') ? [[link.text, link.prop('href')]] : []))

describe('what needs somebody', () => {
  it('says each kind in words with the money, and leads to where one acts', async () => {
    const opened = await open()
    const { text } = opened.screen
    expect(text).toContain('1 dispute to answer$500.00 disputed, the first by ')
    expect(text).toContain('12 failed payments$3,456.00 at risk')
    expect(text).toContain('2 approvals waitDecide in the app settings, under Team.')
    expect(text).toContain('1 card expires before its next charge$29.00 of MRR')
    expect(text).toContain('€99.00')
    expect(links(opened)).toEqual(
      expect.arrayContaining([
        ['Acme Labs', { name: 'paymentDetails', params: { paymentId: 'pi_1' } }],
        ['12 failed payments', { name: 'invoices' }],
        ['Acme Labs', { name: 'invoiceDetails', params: { invoiceId: 'in_1' } }],
        ['Acme Labs', { name: 'customerDetails', params: { customerId: 'cus_1' } }],
      ]),
    )
  })

  it('says that figures are not whole, or that a rate is missing', async () => {
    const partial = needs({ data: [], complete: false, fx_missing: ['xaf', 'cdf'] })
    const { screen } = await open({ 'GET /v1/analytics/needs_attention': partial })
    expect(screen.text).toContain('Figures are not whole')
    expect(screen.text).toContain('No exchange rate for XAF, CDF')
  })

  it('says that nothing does', async () => {
    const { screen } = await open({ 'GET /v1/analytics/needs_attention': needs({ data: [] }) })
    expect(screen.text).toContain('Nothing needs you now.')
  })

  it('is told by itself when it fails, and the other modules stay', async () => {
    const { screen } = await open({
      'GET /v1/analytics/needs_attention': refuse(500, 'internal', 'Broken.'),
    })
    expect(screen.find(Banner)?.prop('title')).toBe('What needs you could not be loaded')
    expect(screen.text).toContain('Top movers')
    expect(screen.text).toContain('$12,345.67')
  })

  it('stands on the home page in three rows, with the money at risk', async () => {
    const opened = await open({}, { view: HomeOverview })
    const { text } = opened.screen
    expect(text).toContain('Money at risk$3,456.00')
    expect(text).toContain('1 dispute to answer')
    expect(text).toContain('2 approvals wait')
    expect(text).not.toContain('card expires')
    expect(links(opened)).toContainEqual([
      '1 dispute to answer',
      { name: 'paymentDetails', params: { paymentId: 'pi_1' } },
    ])
  })
})

describe('the top movers', () => {
  it('are named with what they moved, and lead to all movements of their kind', async () => {
    const opened = await open({
      'GET /v1/analytics/evidence': ({ query }: Asked) => evidence(query.get('figure')),
    })
    const { screen, settle, backend } = opened
    expect(screen.text).toContain('NewAll new MRRAcme Labs')
    expect(screen.text).toContain('+$120.00')
    // whoever may not read customers sees their ids
    expect(links(opened)).toContainEqual([
      'cus_1',
      { name: 'customerDetails', params: { customerId: 'cus_1' } },
    ])
    expect(screen.text).toContain('ChurnNone in this range.')
    screen
      .findAll(Link)
      .find(({ text }) => text === 'All expansion')
      ?.trigger('onPress')
    await settle()
    expect(drawer(opened as never)).not.toBeNull()
    const asked = backend.asked.find(({ path }) => path === '/v1/analytics/evidence')
    expect(asked?.query.get('figure')).toBe('expansion_mrr')
  })

  it('are those of the range and the part that are asked about', async () => {
    const { backend } = await open({}, { searchParams: { range: 'last_30_days', slice: 'product:prod_1' } })
    const asked = backend.asked.find(({ path }) => path === '/v1/analytics/movers')
    expect(asked?.query.getAll('slice')).toEqual(['product:prod_1'])
    expect(asked?.query.get('from')).toMatch(/^\d{4}-\d\d-\d\d$/)
  })
})

describe('the activity', () => {
  it('counts what there is, and shows what came last', async () => {
    const opened = await open()
    const { text } = opened.screen
    expect(text).toContain('Active products5Now')
    expect(text).toContain('Customers2,301Now')
    expect(text).toContain('Subscriptions1,402Now')
    expect(text).toContain('Payments in the range1,200Up 20%')
    expect(text).toContain('Partly refunded')
    expect(text).toContain('Past due')
    expect(text).toContain('Team, Seats')
    expect(links(opened)).toContainEqual([
      'Acme Labs',
      { name: 'subscriptionDetails', params: { subscriptionId: 'sub_1' } },
    ])
  })

  it('says what is not there yet', async () => {
    const { screen } = await open({
      'GET /v1/analytics/activity': { ...activity(), payments: [], subscriptions: [] },
    })
    expect(screen.text).toContain('No payments yet.')
    expect(screen.text).toContain('No subscriptions yet.')
  })

  const press = async ({ screen, settle }: Awaited<ReturnType<typeof open>>, label: string) => {
    screen
      .findAll(Button)
      .find(({ text }) => text === label)
      ?.trigger('onPress', {})
    await settle()
  }

  it('begins a promotion, and reads Stripe again', async () => {
    const opened = await open({ 'POST /v1/sync': { id: 'op_1' } })
    await press(opened, 'Sync now')
    expect(opened.toasts).toEqual(['Sync started'])
    await press(opened, 'Create promotion')
    expect(opened.screen.find(FocusView)?.prop('title')).toBe('Create promotion')
  })

  it('says why a sync did not start', async () => {
    const opened = await open({ 'POST /v1/sync': refuse(409, 'sync_running', 'It runs already.') })
    await press(opened, 'Sync now')
    expect(opened.screen.find(Banner)?.prop('description')).toContain('It runs already.')
  })

  it('offers nothing to whoever may only read', async () => {
    const { screen } = await open({ 'GET /v1/me': me(READER) })
    expect(screen.findAll(Button).map(({ text }) => text)).toEqual([])
  })
})

test('of other accounts nothing leads into the Dashboard that is open, and nothing is begun for all', async () => {
  const both = {
    'GET /v1/accounts': accounts([account(), SUDWIND]),
    'GET /v1/analytics/accounts': accountFigures([]),
  }
  const opened = await open(both, { searchParams: { account: 'all' } })
  expect(opened.screen.text).toContain('12 failed payments')
  expect(opened.screen.text).toContain('Latest payments')
  expect(links(opened)).toEqual([])
  expect(opened.screen.findAll(Button).map(({ text }) => text)).toEqual([])
})
