import {
  BarChart,
  Banner,
  Button,
  OverviewPage,
  PageModule,
  Select,
  Spinner,
} from '@stripe/ui-extension-sdk/ui'
import { LineChart, Tabs } from '@stripe/ui-extension-sdk/ui/next'
import { emptyOverview, fullDesk, lackingSync, minor, overview, sync } from '../testing/answers'
import { refuse } from '../testing/backend'
import { openView } from '../testing/openView'
import FullPage from '../views/FullPage'

describe('the overview', () => {
  it('keeps the frame while it loads', async () => {
    const { screen } = openView(FullPage, { answers: { 'GET /v1/me': () => new Promise(() => undefined) } })
    expect(screen.find(Tabs)).not.toBeNull()
    expect(screen.find(OverviewPage)?.prop('pending')).toBe(true)
  })

  it('shows the figures with their change in words', async () => {
    const { screen, settle } = openView(FullPage, { answers: fullDesk() })
    await settle()
    const { text } = screen
    expect(text).toContain('MRR$12,345.67Up 23.5%from $10,000.00')
    expect(text).toContain('Active customers1,284Up 2.6%from 1,251')
    expect(text).toContain('Customer churn3.12%Up 0.25 pointsfrom 2.87%')
    expect(text).not.toContain('ARR')
    expect(text).toContain('Net revenue$98,765.43No change')
    expect(text).toContain('Net MRR churn—No comparison yet')
    expect(text).toContain('Compared with Nov 21, 2024')
  })

  it('draws the trend over the period before, and the walk of MRR', async () => {
    const { screen, settle } = openView(FullPage, { answers: fullDesk() })
    await settle()
    const trend = screen.find(LineChart)?.prop('data')
    expect(trend).toContainEqual({ x: new Date(2026, 10, 20), y: 12_345.67, compare: 'current' })
    expect(trend).toContainEqual({ x: new Date(2026, 8, 30), y: 11_000, compare: 'previous' })
    const walk = screen.find(BarChart)?.prop('data')
    expect(walk).toContainEqual({ step: 'Churn', series: 'Lost', amount: 500 })
    expect(screen.text).toContain('Churn-$500.00')
    expect(screen.text).toContain('MRR at end$12,345.67')
  })

  it('says that history is still being read, and shows what is true already', async () => {
    const answers = {
      ...fullDesk(),
      'GET /v1/analytics/overview': overview({ complete: false }),
      'GET /v1/sync': sync({ status: 'running', complete: false, percent: 43 }),
    }
    const { screen, settle } = openView(FullPage, { answers })
    await settle()
    expect(screen.find(Banner)?.prop('title')).toBe('History is still being read')
    expect(screen.find(Banner)?.prop('description')).toContain('43% is done')
    expect(screen.text).toContain('$12,345.67')
  })

  it('names what the key may not read instead of promising that it comes', async () => {
    const answers = {
      ...fullDesk(),
      'GET /v1/analytics/overview': overview({ complete: false }),
      'GET /v1/sync': lackingSync(),
    }
    const { screen, settle } = openView(FullPage, { answers })
    await settle()
    expect(screen.find(Banner)?.prop('title')).toBe('Some data cannot be read')
    expect(screen.find(Banner)?.prop('description')).toContain('lacks charge_read for charges, refunds.')
    expect(screen.text).not.toContain('still being read')
  })

  it('still promises what is being read beside what cannot be', async () => {
    const answers = {
      ...fullDesk(),
      'GET /v1/analytics/overview': overview({ complete: false }),
      'GET /v1/sync': { ...lackingSync(), status: 'running', percent: 43 },
    }
    const { screen, settle } = openView(FullPage, { answers })
    await settle()
    expect(screen.find(Banner)?.prop('title')).toBe('History is still being read')
  })

  it('promises nothing while it does not know how far the history is', async () => {
    const answers = {
      ...fullDesk(),
      'GET /v1/analytics/overview': overview({ complete: false }),
      'GET /v1/sync': refuse(503, 'database_unavailable', 'The database did not answer.'),
    }
    const { screen, settle } = openView(FullPage, { answers })
    await settle()
    expect(screen.find(Banner)?.prop('title')).toBe('Not all of the history is read')
  })

  it('says what will be here while there is nothing', async () => {
    const answers = { ...fullDesk(), 'GET /v1/analytics/overview': emptyOverview() }
    const { screen, settle } = openView(FullPage, { answers })
    await settle()
    expect(screen.text).toContain('MRR appears here with the first active subscription.')
  })

  it('says what failed and where, keeps the other modules, and tries again', async () => {
    const answers = {
      ...fullDesk(),
      'GET /v1/analytics/mrr_movements': refuse(503, 'database_unavailable', 'The database did not answer.'),
    }
    const { screen, settle } = openView(FullPage, { answers })
    await settle()
    const banner = screen.find(Banner)
    expect(banner?.prop('title')).toBe('The MRR movements could not be loaded')
    expect(banner?.prop('description')).toContain('Stopped in the backend (database_unavailable)')
    expect(screen.findAll(PageModule)).toHaveLength(6)
    expect(screen.text).toContain('$12,345.67')
  })

  it('asks again every 5 seconds, and an unchanged answer changes nothing', async () => {
    const answers = fullDesk()
    const { screen, settle, pass, backend } = openView(FullPage, { answers })
    await settle()
    await pass(5000)
    const polls = backend.asked.filter(({ path }) => path === '/v1/analytics/overview')
    expect(polls).toHaveLength(2)
    expect(polls[1]?.headers.get('if-none-match')).toBeTruthy()
    answers['GET /v1/analytics/overview'] = overview({
      figures: { ...overview().figures, mrr: minor(2_000_000, 1_000_000) },
    })
    await pass(5000)
    expect(screen.text).toContain('$20,000.00')
  })

  it('keeps the last answer when reading it again fails, and says so', async () => {
    const { screen, settle, pass, backend } = openView(FullPage, { answers: fullDesk() })
    await settle()
    backend.state.down = true
    await pass(5000)
    expect(screen.find(Banner)?.prop('title')).toContain('may be out of date')
    expect(screen.text).toContain('$12,345.67')
    backend.state.down = false
    await pass(5000)
    expect(screen.find(Banner)).toBeNull()
  })

  it('keeps the range in the address and asks for it', async () => {
    const { screen, settle, place, backend } = openView(FullPage, { answers: fullDesk() })
    await settle()
    screen.find(Select)?.trigger('onChange', { target: { value: 'previous_month' } })
    await settle()
    expect(place().searchParams).toEqual({ range: 'previous_month' })
    const last = backend.asked.filter(({ path }) => path === '/v1/analytics/overview').at(-1)
    expect(last?.query.get('from')).toMatch(/-01$/)
    screen.find(Tabs)?.trigger('onSelectionChange', 'promotions')
    await settle()
    expect(place()).toEqual({ href: '/promotions', searchParams: { range: 'previous_month' } })
  })

  it('goes to the overview from an address without a tab', async () => {
    const { settle, place } = openView(FullPage, { answers: fullDesk(), href: '/' })
    await settle()
    expect(place().href).toBe('/overview')
  })
})

describe('signing in', () => {
  it('sends exactly the signed text, and the token with each request', async () => {
    const { settle, backend, signed } = openView(FullPage, { answers: fullDesk() })
    await settle()
    const signIns = backend.asked.filter(({ path }) => path === '/v1/auth/stripe-app')
    expect(signIns).toHaveLength(1)
    const [extra] = signed
    const { user_id, account_id } = JSON.parse(signIns[0]?.body ?? '{}')
    expect(signIns[0]?.body).toBe(JSON.stringify({ ...Object(extra), user_id, account_id }))
    expect(Object.keys(Object(extra))).toEqual(['nonce', 'mode', 'stripe_roles'])
    expect(signIns[0]?.headers.get('stripe-signature')).toBe('t=1,v1=abc')
    expect(backend.asked.at(-1)?.headers.get('authorization')).toBe('Bearer token-1')
  })

  it('renews a refused token once', async () => {
    const answers = fullDesk()
    const me = answers['GET /v1/me']
    answers['GET /v1/me'] = ({ headers }: { headers: Headers }) =>
      headers.get('authorization') === 'Bearer token-2' ? me : refuse(401, 'token_expired', 'Sign in again.')
    const { screen, settle, backend } = openView(FullPage, { answers })
    await settle()
    expect(backend.state.tokens).toBe(2)
    expect(screen.text).toContain('$12,345.67')
  })

  it.each([
    [
      'signing',
      { sign: () => Promise.reject(new Error('No such app')) },
      /No such app.*Stopped while signing in/,
    ],
    [
      'the backend',
      { answers: { 'POST /v1/auth/stripe-app': refuse(403, 'role_unknown', 'Ask an owner.') } },
      /Ask an owner.*Stopped in the backend \(role_unknown\)/,
    ],
  ])('names %s as the phase that failed', async (_phase, options, expected) => {
    const { screen, settle } = openView(FullPage, { answers: fullDesk(), ...options })
    await settle()
    expect(screen.find(Banner)?.prop('description')).toMatch(expected)
  })

  it('names the network as the phase that failed, and recovers by trying again', async () => {
    const { screen, settle, backend } = openView(FullPage, { answers: fullDesk() })
    backend.state.down = true
    await settle()
    expect(screen.find(Banner)?.prop('description')).toMatch(/desk\.test.*Stopped on the way to the backend/)
    backend.state.down = false
    screen.find(Button)?.trigger('onPress', {})
    await settle()
    expect(screen.find(Spinner)).toBeNull()
    expect(screen.text).toContain('$12,345.67')
  })
})
