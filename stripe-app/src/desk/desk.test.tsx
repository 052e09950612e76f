/** One account, another one, or all of them: what the tabs show, and what the address keeps. */
import {
  Banner,
  Button,
  DataTable,
  FocusView,
  FullPageView,
  Select,
  Spinner,
} from '@stripe/ui-extension-sdk/ui'
import { Tabs } from '@stripe/ui-extension-sdk/ui/next'
import type { AccountFigures } from '../api/types'
import { account, accountFigures, accounts, SUDWIND } from '../testing/account-answers'
import { fullDesk, me, minor, overview } from '../testing/answers'
import { refuse, type Asked } from '../testing/backend'
import { openView } from '../testing/openView'
import { promotion, promotions } from '../testing/promotion-answers'
import FullPage from '../views/FullPage'

const mrr = (value: number) => ({
  figures: { ...overview().figures, mrr: minor(value, null) },
})

/** Each account has an MRR of its own. */
const OVERVIEWS: Record<string, object> = {
  own: overview(),
  acct_2: overview({ currency: 'eur', ...mrr(222_200) }),
  all: overview(mrr(3_333_300)),
}

function figuresOf(id: string, change: Partial<AccountFigures>): AccountFigures {
  const { object: _object, ...figures } = overview()
  return { ...figures, object: 'analytics.account_figures', account: id, name: id, mode: 'test', ...change }
}

const twoAccounts = (): Record<string, unknown> => ({
  ...fullDesk(),
  'GET /v1/accounts': accounts([account(), SUDWIND]),
  'GET /v1/analytics/overview': ({ query }: Asked) => OVERVIEWS[query.get('account') ?? 'own'],
  'GET /v1/analytics/accounts': accountFigures([figuresOf('acct_1', {}), figuresOf('acct_2', mrr(222_200))]),
})

type Change = Record<string, unknown>
const open = (change: Change = {}, href = '/overview', searchParams: Record<string, string> = {}) =>
  openView(FullPage, { answers: { ...twoAccounts(), ...change }, href, searchParams })

const chooseIn = ({ screen }: ReturnType<typeof open>, value: string) =>
  screen.find(Select, { label: 'Account' })?.trigger('onChange', { target: { value } })

describe('the account switcher', () => {
  it('offers each account by name, and all of them; the own one needs no place in the address', async () => {
    const view = open()
    await view.settle()
    const select = view.screen.find(Select, { label: 'Account' })
    expect(select?.prop('value')).toBe('acct_1')
    expect(select?.text).toBe('Accountacct_1allAll accountsacct_1Lumen Softwareacct_2Sudwind Metrics')
    expect(view.backend.asked.some(({ query }) => query.has('account'))).toBe(false)
  })

  it('tells two accounts of one name apart', async () => {
    const view = open({ 'GET /v1/accounts': accounts([account(), { ...SUDWIND, name: 'Lumen Software' }]) })
    await view.settle()
    expect(view.screen.find(Select, { label: 'Account' })?.text).toBe(
      'Accountacct_1allAll accountsacct_1Lumen Software (acct_1)acct_2Lumen Software (acct_2)',
    )
  })

  it.each([
    ['who sees one account', { 'GET /v1/accounts': accounts() }],
    ['whose role may not see accounts', { 'GET /v1/me': me(['analytics:read', 'sync:read']) }],
    ['who cannot be told the accounts', { 'GET /v1/accounts': refuse(500, 'internal', 'Broken.') }],
  ])('is absent for one %s', async (_who, change: Change) => {
    const view = open(change)
    await view.settle()
    expect(view.screen.find(Select, { label: 'Account' })).toBeNull()
    expect(view.screen.text).toContain('MRR$12,345.67')
    if ('GET /v1/me' in change)
      expect(view.backend.asked.map(({ path }) => path)).not.toContain('/v1/accounts')
  })

  it('keeps the choice in the address over another tab, and everything asked is about it', async () => {
    const view = open()
    await view.settle()
    chooseIn(view, 'acct_2')
    await view.settle()
    expect(view.place().searchParams).toEqual({ account: 'acct_2' })
    expect(view.screen.text).toContain('MRR€2,222.00')
    const before = view.backend.asked.length
    view.screen.find(Tabs)?.trigger('onSelectionChange', 'promotions')
    await view.settle()
    expect(view.place()).toEqual({ href: '/promotions', searchParams: { account: 'acct_2' } })
    const asked = view.backend.asked.slice(before).filter(({ path }) => path !== '/v1/accounts')
    expect(asked.map(({ path, query }) => [path, query.get('account')])).toContainEqual([
      '/v1/promotions',
      'acct_2',
    ])
    chooseIn(view, 'acct_1')
    await view.settle()
    expect(view.place().searchParams).toEqual({})
  })

  it('never shows the figures of one account under the name of another', async () => {
    let answer = (_value: unknown): void => undefined
    const held = new Promise((resolve) => (answer = resolve))
    const view = open({
      'GET /v1/analytics/overview': ({ query }: Asked) =>
        query.get('account') === 'acct_2' ? held : OVERVIEWS['own'],
    })
    await view.settle()
    chooseIn(view, 'acct_2')
    await view.settle()
    expect(view.screen.find(Spinner)).not.toBeNull()
    expect(view.screen.text).not.toContain('$12,345.67Up')
    // the answer comes after the user has gone back
    chooseIn(view, 'acct_1')
    await view.settle()
    answer(OVERVIEWS['acct_2'])
    await view.settle()
    expect(view.screen.find(Select, { label: 'Account' })?.prop('value')).toBe('acct_1')
    expect(view.screen.text).toContain('MRR$12,345.67')
    expect(view.screen.text).not.toContain('2,222.00')
  })

  it.each([
    ['acct_gone', twoAccounts(), 'The account acct_gone cannot be shown'],
    ['acct_2', { 'GET /v1/accounts': accounts() }, 'The account acct_2 cannot be shown'],
    ['all', { 'GET /v1/accounts': accounts() }, 'You see Lumen Software only'],
  ])('shows the own account where the address names %s, and says so', async (named, change, title) => {
    const view = open(change, '/promotions', { account: named })
    await view.settle()
    expect(view.screen.find(Banner)?.prop('title')).toBe(title)
    expect(view.screen.find(DataTable)?.prop('items')).toHaveLength(1)
    expect(view.backend.asked.some(({ query }) => query.has('account'))).toBe(false)
    view.screen.find(Banner)?.trigger('onDismiss')
    await view.settle()
    expect(view.place().searchParams).toEqual({})
    expect(view.screen.find(Banner)).toBeNull()
  })

  it('shows nothing instead of the wrong account while it cannot know which there are', async () => {
    const view = open({ 'GET /v1/accounts': refuse(500, 'internal', 'Broken.') }, '/overview', {
      account: 'acct_2',
    })
    await view.settle()
    expect(view.screen.find(Banner)?.prop('title')).toBe('Your account could not be loaded')
    expect(view.screen.text).not.toContain('12,345')
  })
})

describe('all accounts', () => {
  it('are summed up, with a row for each that leads into it', async () => {
    const lacking = { ...SUDWIND, missing_permissions: ['charge_read'] }
    const view = open({ 'GET /v1/accounts': accounts([account(), lacking]) })
    await view.settle()
    chooseIn(view, 'all')
    await view.settle()
    expect(view.screen.text).toContain('MRR$33,333.00')
    const table = view.screen.find(DataTable)
    expect(table?.prop('items')).toEqual([
      {
        id: 'acct_1',
        name: 'Lumen Software',
        mrr: 1_234_567,
        net_new: 119_000,
        churn: '3.12%',
        customers: '1,284',
        state: 'Current',
        reason: 'Synced 2 minutes ago',
      },
      expect.objectContaining({
        id: 'acct_2',
        mrr: 222_200,
        state: 'Needs attention',
        reason: 'The key lacks charge_read',
      }),
    ])
    table?.trigger('onRowClick', { id: 'acct_2' })
    await view.settle()
    expect(view.place().searchParams).toEqual({ account: 'acct_2' })
    expect(view.screen.text).toContain('MRR€2,222.00')
    expect(view.screen.find(DataTable)).toBeNull()
  })

  it('say that some are still being read, without asking for the progress of one', async () => {
    const view = open({ 'GET /v1/analytics/overview': overview({ complete: false }) }, '/overview', {
      account: 'all',
    })
    await view.settle()
    expect(view.screen.find(Banner)?.prop('title')).toBe('Not all accounts are read to the end')
    expect(view.backend.asked.map(({ path }) => path)).not.toContain('/v1/sync')
  })

  it('list their promotions together; one is ended where it is, none is created without an account', async () => {
    const theirs = promotion({ id: 'promo_2', account: 'acct_2', name: 'Herbst' })
    const view = open(
      {
        'GET /v1/promotions': promotions([theirs, promotion()]),
        'POST /v1/promotions/promo_2/end': promotion({ status: 'ended' }),
      },
      '/promotions',
      { account: 'all' },
    )
    await view.settle()
    const { screen, settle, backend } = view
    expect(screen.find(DataTable)?.prop('items')).toMatchObject([
      { name: 'Herbst', account: 'Sudwind Metrics' },
      { name: 'Spring launch', account: 'Lumen Software' },
    ])
    expect(screen.find(FullPageView)?.prop('pageAction')).toBeUndefined()
    expect(screen.find(Button)?.prop('disabled')).toBe(true)
    expect(screen.text).toContain('Choose one account: a code works in that account only.')
    screen.find(DataTable)?.trigger('rowActions.0.onPress', { id: 'promo_2' })
    await settle()
    screen
      .findAll(Button)
      .find(({ text }) => text === 'End promotion')
      ?.trigger('onPress', {})
    await settle()
    const ended = backend.asked.find(({ path }) => path.endsWith('/end'))
    expect(ended?.query.get('account')).toBe('acct_2')
  })

  it('offers those who may not create one nothing that they could never do', async () => {
    const view = open({ 'GET /v1/me': me(['accounts:read', 'promotions:read']) }, '/promotions', {
      account: 'all',
    })
    await view.settle()
    expect(view.screen.find(Button)).toBeNull()
    expect(view.screen.text).not.toContain('Choose one account')
  })
})

test('a promotion is created in the chosen account, in its currency, and the form says where', async () => {
  const view = open({ 'POST /v1/promotions': promotion() }, '/promotions', { account: 'acct_2' })
  await view.settle()
  view.screen.find(FullPageView)?.trigger('pageAction.onPress')
  await view.settle()
  expect(view.screen.find(FocusView)?.text).toContain('The code will work in Sudwind Metrics.')
})
