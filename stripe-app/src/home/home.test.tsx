import { Banner, Link, Spinner } from '@stripe/ui-extension-sdk/ui'
import { SparkLineChart } from '@stripe/ui-extension-sdk/ui/next'
import { emptyOverview, fullDesk, overview, sync } from '../testing/answers'
import { refuse } from '../testing/backend'
import { openView } from '../testing/openView'
import HomeOverview from '../views/HomeOverview'

const open = (change: Record<string, unknown> = {}) =>
  openView(HomeOverview, { answers: { ...fullDesk(), ...change } })

describe('the home overview', () => {
  it('loads', () => {
    const { screen } = open()
    expect(screen.find(Spinner)).not.toBeNull()
  })

  it('shows MRR with its trend, net new MRR, churn, the age of the data, and the way to more', async () => {
    const { screen, settle } = open({
      'GET /v1/sync': sync({ last_synced_at: Math.floor(Date.now() / 1000) - 130 }),
    })
    await settle()
    expect(screen.text).toContain('MRR$12,345.67')
    expect(screen.find(SparkLineChart)?.prop('data')).toHaveLength(3)
    expect(screen.text).toContain('Net new MRR+$1,190.00Upfrom -$50.00')
    expect(screen.text).toContain('Customer churn3.12%')
    expect(screen.text).toContain('Synced with Stripe 2 minutes ago')
    expect(screen.findAll(Link).at(-1)?.prop('href')).toEqual({
      name: 'fullPageGlob',
      params: { glob: ['overview'], searchParams: undefined },
    })
  })

  it('writes in the user’s locale', async () => {
    const { screen, settle } = openView(HomeOverview, { answers: fullDesk(), locale: 'de-DE' })
    await settle()
    expect(screen.text).toContain('12.345,67')
  })

  it('says that history is still being read', async () => {
    const { screen, settle } = open({ 'GET /v1/analytics/overview': overview({ complete: false }) })
    await settle()
    expect(screen.find(Banner)?.prop('title')).toBe('History is still being read')
  })

  it('says what will be here while there is nothing', async () => {
    const { screen, settle } = open({ 'GET /v1/analytics/overview': emptyOverview() })
    await settle()
    expect(screen.text).toContain('MRR appears here with the first active subscription.')
  })

  it('says what failed, and still links to the full page', async () => {
    const { screen, settle } = open({ 'GET /v1/analytics/overview': refuse(500, 'internal', 'Broken.') })
    await settle()
    expect(screen.find(Banner)?.prop('title')).toBe('Your revenue could not be loaded')
    expect(screen.find(Link)).not.toBeNull()
  })
})
