import { Badge, Banner, Spinner } from '@stripe/ui-extension-sdk/ui'
import { LineChart } from '@stripe/ui-extension-sdk/ui/next'
import { customer, customerMrr, fullDesk } from '../testing/answers'
import { refuse } from '../testing/backend'
import { openView } from '../testing/openView'
import CustomerDetail from '../views/CustomerDetail'
import { evenHistory } from './history'

const open = (change: Record<string, unknown> = {}) =>
  openView(CustomerDetail, { answers: { ...fullDesk(), ...change } })

describe('the customer view', () => {
  it('loads', () => {
    expect(open().screen.find(Spinner)).not.toBeNull()
  })

  it('shows MRR, lifetime revenue, history and subscriptions', async () => {
    const { screen, settle } = open()
    await settle()
    expect(screen.text).toContain('MRR$119.00')
    expect(screen.text).toContain('Lifetime revenue$1,432.80')
    expect(screen.text).toContain('MRR history in USD')
    expect(screen.find(LineChart)?.prop('data')).toHaveLength(11)
    expect(screen.find(Badge)?.text).toBe('Past due')
    expect(screen.text).toContain('Lumen Pro × 5')
  })

  it('says so when there are no subscriptions and no history', async () => {
    const { screen, settle } = open({
      'GET /v1/customers/cus_1': { ...customer(), subscriptions: [] },
      'GET /v1/customers/cus_1/mrr': { ...customerMrr(), data: [] },
    })
    await settle()
    expect(screen.text).toContain('No subscriptions yet.')
    expect(screen.text).toContain('The history begins with the first paid subscription.')
  })

  it('says that history is still being read, and shows what is known', async () => {
    const { screen, settle } = open({ 'GET /v1/customers/cus_1': { ...customer(), complete: false } })
    await settle()
    expect(screen.find(Banner)?.prop('title')).toBe('History is still being read')
    expect(screen.text).toContain('MRR$119.00')
  })

  it('says that a customer is not known yet', async () => {
    const { screen, settle } = open({
      'GET /v1/customers/cus_1': refuse(404, 'customer_not_found', 'Unknown.'),
    })
    await settle()
    expect(screen.find(Banner)?.prop('title')).toBe('Not in Revenue Desk yet')
  })

  it('says what failed', async () => {
    const { screen, settle } = open({ 'GET /v1/customers/cus_1': refuse(500, 'internal', 'Broken.') })
    await settle()
    expect(screen.find(Banner)?.prop('title')).toBe('This customer could not be loaded')
  })
})

describe('the history of a customer', () => {
  it('is drawn at even distances from the days of change', () => {
    const steps = [
      { date: '2026-01-15', value: 100 },
      { date: '2026-03-31', value: 300 },
      { date: '2026-05-02', value: 300 },
    ]
    expect(evenHistory(steps)).toEqual([
      { date: '2026-01-31', value: 100 },
      { date: '2026-02-28', value: 100 },
      { date: '2026-03-31', value: 300 },
      { date: '2026-04-30', value: 300 },
      { date: '2026-05-02', value: 300 },
    ])
  })

  it('is drawn day by day while it is short', () => {
    expect(
      evenHistory([
        { date: '2026-01-30', value: 1 },
        { date: '2026-02-01', value: 2 },
      ]),
    ).toEqual([
      { date: '2026-01-30', value: 1 },
      { date: '2026-01-31', value: 1 },
      { date: '2026-02-01', value: 2 },
    ])
    expect(evenHistory([])).toEqual([])
  })
})
