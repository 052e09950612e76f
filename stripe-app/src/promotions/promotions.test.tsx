import {
  Banner,
  Button,
  CurrencyField,
  DataTable,
  FocusView,
  FullPageView,
  Select,
  TextField,
} from '@stripe/ui-extension-sdk/ui'
import { READER, fullDesk, me } from '../testing/answers'
import { refuse } from '../testing/backend'
import { openView } from '../testing/openView'
import { promotion, promotions } from '../testing/promotion-answers'
import FullPage from '../views/FullPage'

const open = (change: Record<string, unknown> = {}) =>
  openView(FullPage, { answers: { ...fullDesk(), ...change }, href: '/promotions' })

type Opened = ReturnType<typeof open>

async function openForm(view: Opened): Promise<void> {
  await view.settle()
  view.screen.find(FullPageView)?.trigger('pageAction.onPress')
  await view.settle()
}

async function type({ screen, settle }: Opened, values: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(values)) {
    screen.find(TextField, { label })?.trigger('onChange', { target: { value } })
    await settle()
  }
}

async function press({ screen, settle }: Opened, label: string): Promise<void> {
  const button = screen.findAll(Button).find((candidate) => candidate.text === label)
  button?.trigger('onPress', {})
  await settle()
}

describe('the list of promotions', () => {
  it('shows state, discount and redemptions', async () => {
    const { screen, settle } = open()
    await settle()
    expect(screen.find(DataTable)?.prop('items')).toEqual([
      {
        id: 'promo_1',
        name: 'Spring launch',
        code: 'SPRING25',
        status: 'Active',
        discount: '25% off for 3 months',
        redemptions: '57 of 200',
        ends: 'Never',
        created: 'May 28, 2026',
      },
    ])
  })

  it('offers the first step while it is empty', async () => {
    const { screen, settle } = open({ 'GET /v1/promotions': promotions([]) })
    await settle()
    expect(screen.find(Banner)?.prop('title')).toBe('No promotions yet')
    expect(screen.findAll(Button).map(({ text }) => text)).toContain('Create promotion')
  })

  it('says what failed', async () => {
    const { screen, settle } = open({ 'GET /v1/promotions': refuse(500, 'internal', 'Broken.') })
    await settle()
    expect(screen.find(Banner)?.prop('title')).toBe('Your promotions could not be loaded')
  })

  it('shows no way to create or end one to a read-only member', async () => {
    const { screen, settle } = open({ 'GET /v1/me': me(READER) })
    await settle()
    expect(screen.find(FullPageView)?.prop('pageAction')).toBeUndefined()
    expect(screen.find(DataTable)?.prop('rowActions')).toBeUndefined()
    expect(screen.find(DataTable)?.prop('items')).toHaveLength(1)
  })

  it('turns pages by the last id', async () => {
    const answer = ({ query }: { query: URLSearchParams }) =>
      query.get('starting_after') === 'promo_1'
        ? promotions([promotion({ id: 'promo_2', name: 'Second page' })])
        : { ...promotions(), has_more: true }
    const { screen, settle } = open({ 'GET /v1/promotions': answer })
    await settle()
    screen.find(DataTable)?.trigger('pagination.onPageChange', 2)
    await settle()
    expect(screen.find(DataTable)?.prop('items')).toMatchObject([{ name: 'Second page' }])
    screen.find(DataTable)?.trigger('pagination.onPageChange', 1)
    await settle()
    expect(screen.find(DataTable)?.prop('items')).toMatchObject([{ name: 'Spring launch' }])
  })
})

describe('creating a promotion', () => {
  it('names each field that must be put right, and sends nothing', async () => {
    const view = open()
    await openForm(view)
    await press(view, 'Create promotion')
    const errors = view.screen.findAll(TextField).map((field) => field.prop('error'))
    expect(errors).toEqual([
      'Enter a name.',
      'Use 3 to 40 letters, digits or dashes.',
      'Enter a percentage from 0.01 to 100.',
      undefined,
    ])
    expect(
      view.backend.asked.some(({ method, path }) => method === 'POST' && path === '/v1/promotions'),
    ).toBe(false)
  })

  it('sends it once, says so in a toast of at most 30 characters, and closes', async () => {
    const view = open({ 'POST /v1/promotions': promotion({ id: 'promo_2' }) })
    await openForm(view)
    await type(view, { Name: 'Black Friday', Code: 'bf2026', 'Percentage off': '12.5' })
    expect(view.screen.find(FocusView)?.prop('confirmCloseMessages')).toBeDefined()
    await press(view, 'Create promotion')
    const sent = view.backend.asked.filter(
      ({ method, path }) => method === 'POST' && path === '/v1/promotions',
    )
    expect(sent).toHaveLength(1)
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual({
      name: 'Black Friday',
      code: 'BF2026',
      percent_bp: 1250,
      duration: 'once',
    })
    expect(sent[0]?.headers.get('idempotency-key')).toMatch(/^[0-9a-f]{32}$/)
    expect(view.toasts).toEqual(['Promotion created'])
    expect(view.screen.find(FocusView)).toBeNull()
    expect(view.backend.asked.at(-1)).toMatchObject({ method: 'GET', path: '/v1/promotions' })
  })

  it('sends an amount in the account’s currency and smallest unit', async () => {
    const view = open({ 'POST /v1/promotions': promotion() })
    await openForm(view)
    await type(view, { Name: 'Ten off', Code: 'TENOFF' })
    view.screen
      .find(Select, { label: 'Type of discount' })
      ?.trigger('onChange', { target: { value: 'amount' } })
    await view.settle()
    view.screen.find(CurrencyField)?.trigger('onChange', 1000)
    await view.settle()
    await press(view, 'Create promotion')
    const sent = view.backend.asked.find(({ method, path }) => method === 'POST' && path === '/v1/promotions')
    expect(JSON.parse(sent?.body ?? '')).toMatchObject({ amount: 1000, currency: 'usd' })
  })

  it('shows a taken code at its field, and uses the same key for the same content only', async () => {
    const view = open({ 'POST /v1/promotions': refuse(409, 'promotion_code_taken', 'BF2026 is in use.') })
    await openForm(view)
    await type(view, { Name: 'Black Friday', Code: 'BF2026', 'Percentage off': '10' })
    await press(view, 'Create promotion')
    expect(view.screen.find(TextField, { label: 'Code' })?.prop('error')).toBe('BF2026 is in use.')
    await press(view, 'Create promotion')
    await type(view, { Code: 'BF2027' })
    await press(view, 'Create promotion')
    const keys = view.backend.asked
      .filter(({ method, path }) => method === 'POST' && path === '/v1/promotions')
      .map(({ headers }) => headers.get('idempotency-key'))
    expect(keys[0]).toBe(keys[1])
    expect(keys[2]).not.toBe(keys[1])
  })

  it('says why it was refused, and that nothing was created', async () => {
    const view = open({ 'POST /v1/promotions': refuse(403, 'permission_missing', 'Your role may not.') })
    await openForm(view)
    await type(view, { Name: 'Black Friday', Code: 'BF2026', 'Percentage off': '10' })
    await press(view, 'Create promotion')
    expect(view.screen.find(Banner)?.prop('description')).toBe('Your role may not. Nothing was created.')
  })
})

describe('ending a promotion', () => {
  it('asks once, then ends it and reads the list again', async () => {
    const view = open({ 'POST /v1/promotions/promo_1/end': promotion({ status: 'ended' }) })
    await view.settle()
    view.screen.find(DataTable)?.trigger('rowActions.0.onPress', { id: 'promo_1' })
    await view.settle()
    expect(view.screen.find(FocusView)?.prop('title')).toBe('End Spring launch')
    expect(view.screen.text).toContain('Nobody can redeem SPRING25 after this.')
    await press(view, 'End promotion')
    expect(view.toasts).toEqual(['Promotion ended'])
    expect(view.screen.find(FocusView)).toBeNull()
  })

  it('does not ask about one that has ended', async () => {
    const view = open({ 'GET /v1/promotions': promotions([promotion({ status: 'ended' })]) })
    await view.settle()
    view.screen.find(DataTable)?.trigger('rowActions.0.onPress', { id: 'promo_1' })
    await view.settle()
    expect(view.toasts).toEqual(['Promotion has already ended'])
    expect(view.screen.find(FocusView)).toBeNull()
  })
})
