import { Banner, Button, Checkbox, DataTable, Select, TextArea, TextField } from '@stripe/ui-extension-sdk/ui'
import { Tab } from '@stripe/ui-extension-sdk/ui/next'
import type { Me } from '../api/types'
import { choose, drawer, openTab, press, sentTo, type as typeIn, type Opened } from '../testing/acting'
import { account } from '../testing/account-answers'
import { fullDesk, me } from '../testing/answers'
import { refuse } from '../testing/backend'
import { openView } from '../testing/openView'
import { ADMINS, apiKey, list, member, permissions } from '../testing/team-answers'
import AppSettings from '../views/AppSettings'

const KEY = 'rd_test_0mwp_0123456789abcdef'
const DAY = 86_400

async function open(change: Record<string, unknown> = {}, held: Me['permissions'] = ADMINS): Promise<Opened> {
  const view = openView(AppSettings, {
    answers: {
      ...fullDesk(),
      'GET /v1/me': me(held),
      'GET /v1/api_keys': list([apiKey()]),
      'GET /v1/permissions': list(permissions()),
      'GET /v1/accounts': list([account(), account({ id: 'acct_live', name: 'Live one', mode: 'live' })]),
      'GET /v1/members': list([member()]),
      ...change,
    },
  })
  await openTab(view, 'api-keys')
  return view
}

const items = ({ screen }: Opened) => screen.find(DataTable)?.prop('items')
async function openKey(view: Opened): Promise<void> {
  view.screen.find(DataTable)?.trigger('onRowClick', { id: 'key_1' })
  await view.settle()
}
const tick = async ({ screen, settle }: Opened, label: string) => {
  screen.findAll(Checkbox, { label }).at(0)?.trigger('onChange', {})
  await settle()
}
const setAddresses = async ({ screen, settle }: Opened, value: string) => {
  screen.find(TextArea)?.trigger('onChange', { target: { value } })
  await settle()
}
const button = ({ screen }: Opened, label: string) =>
  screen.findAll(Button).find(({ text }) => text === label)

describe('the API keys', () => {
  it('are shown with what they may do, until when, and when they were used', async () => {
    const now = Math.floor(Date.now() / 1000)
    const view = await open({
      'GET /v1/api_keys': list([
        apiKey(),
        apiKey({ id: 'key_2', expires: now + 5 * DAY, expires_soon: true, last_used: now - 7200 }),
        apiKey({ id: 'key_3', expires: now - DAY, expires_soon: true }),
        apiKey({ id: 'key_4', effective_scopes: [] }),
      ]),
    })
    expect(items(view)).toMatchObject([
      { name: 'Nightly export', hint: 'rd_test_…3f2a', scopes: 2, status: 'Active', used: 'Never' },
      { status: 'Expires soon', used: '2 hours ago' },
      { status: 'Expired' },
      { status: 'May do nothing', scopes: 0 },
    ])
  })

  it('are no tab for those who may not see them', async () => {
    const view = await open({}, ['settings:read'])
    expect(view.screen.findAll(Tab).map((tab) => tab.prop('id'))).not.toContain('api-keys')
  })

  it('say what they are for while there is none', async () => {
    const view = await open({ 'GET /v1/api_keys': list([]) })
    expect(view.screen.findAll(Banner).at(-1)?.prop('title')).toBe('No API keys yet')
  })

  it('say what failed', async () => {
    const view = await open({ 'GET /v1/api_keys': refuse(500, 'internal', 'Broken.') })
    expect(view.screen.findAll(Banner).at(-1)?.prop('title')).toBe('The API keys could not be loaded')
  })

  it('are only read by those who may not make any, and the reason is said', async () => {
    const view = await open({}, ['settings:read', 'keys:read'])
    expect(button(view, 'Create key')).toBeUndefined()
    await openKey(view)
    expect(view.screen.findAll(Banner).at(-1)?.prop('title')).toBe(
      'Only those who may make keys change this.',
    )
    expect(button(view, 'Revoke')).toBeUndefined()
  })
})

describe('a new key', () => {
  it('says what is missing at its place, and sends nothing', async () => {
    const view = await open()
    await press(view, 'Create key')
    await typeIn(view, { 'Requests a minute': '0' })
    await choose(view, 'Accounts', 'some')
    await press(view, 'Create key')
    const errorOf = (label: string) => view.screen.find(TextField, { label })?.prop('error')
    expect(errorOf('Name')).toBe('Enter a name.')
    expect(errorOf('Requests a minute')).toBe('Enter a whole number from 1 to 6000.')
    expect(view.screen.find(Select, { label: 'Accounts' })?.prop('error')).toBe(
      'Choose at least one account.',
    )
    expect(view.screen.text).toContain('Choose at least one permission.')
    expect(sentTo(view, 'POST /v1/api_keys')).toEqual([])
  })

  it('is made of one’s own permissions, shown once, and gone when closed', async () => {
    const view = await open({ 'POST /v1/api_keys': { ...apiKey(), key: KEY } })
    await press(view, 'Create key')
    expect(
      view.screen.find(Checkbox, { label: 'Set four-eyes rules (beyond your role)' })?.prop('disabled'),
    ).toBe(true)
    await typeIn(view, { Name: 'Nightly export' })
    await setAddresses(view, '203.0.113.0/24\n 198.51.100.7 ')
    await choose(view, 'Expires after', '30')
    await choose(view, 'Accounts', 'some')
    expect(view.screen.find(Checkbox, { label: 'Live one (acct_live)' })).toBeNull()
    await tick(view, 'Lumen Software (acct_1)')
    await tick(view, 'See promotions')
    await press(view, 'Create key')
    expect(sentTo(view, 'POST /v1/api_keys')).toEqual([
      {
        name: 'Nightly export',
        mode: 'test',
        scopes: ['promotions:read'],
        accounts: ['acct_1'],
        allowed_addresses: ['203.0.113.0/24', '198.51.100.7'],
        rate_limit: 600,
        expires_in_days: 30,
      },
    ])
    expect(view.toasts).toEqual(['Key created'])
    expect(view.screen.find(TextArea)?.prop('defaultValue')).toBe(KEY)
    await press(view, 'Copy key')
    expect(view.copied).toEqual([KEY])
    await press(view, 'Close')
    expect(view.screen.find(TextArea)).toBeNull()
    await press(view, 'Create key')
    expect(view.screen.find(TextArea)?.prop('defaultValue')).toBe('')
  })

  it('of another mode is for accounts of that mode', async () => {
    const view = await open()
    await press(view, 'Create key')
    await choose(view, 'Accounts', 'some')
    await choose(view, 'Mode', 'live')
    expect(view.screen.find(Select, { label: 'Accounts' })?.prop('value')).toBe('all')
    await choose(view, 'Accounts', 'some')
    expect(view.screen.find(Checkbox, { label: 'Live one (acct_live)' })).not.toBeNull()
  })

  it('is refused with the fault at its field', async () => {
    const errors = [{ pointer: '/body/allowed_addresses/0', message: 'must be an address or a network' }]
    const view = await open({ 'POST /v1/api_keys': refuse(400, 'invalid_request', 'x is none.', { errors }) })
    await press(view, 'Create key')
    await typeIn(view, { Name: 'Nightly export' })
    await setAddresses(view, 'x')
    await tick(view, 'See promotions')
    await press(view, 'Create key')
    expect(view.screen.find(TextArea)?.prop('error')).toBe('must be an address or a network')
    expect(drawer(view)).toBe('Create API key')
  })
})

describe('a key', () => {
  it('says what it lost with its maker’s rights', async () => {
    const view = await open({ 'GET /v1/api_keys': list([apiKey({ effective_scopes: ['settings:read'] })]) })
    await openKey(view)
    expect(view.screen.findAll(Banner).at(-1)?.prop('description')).toBe(
      'Whoever made it no longer holds promotions:read.',
    )
    expect(view.screen.text).toContain('Made byRobin Hale')
  })

  it('is renamed and bound to other addresses', async () => {
    const view = await open({ 'PATCH /v1/api_keys/key_1': apiKey() })
    await openKey(view)
    expect(button(view, 'Save')?.prop('disabled')).toBe(true)
    await typeIn(view, { Name: 'Export' })
    await setAddresses(view, '203.0.113.7')
    await press(view, 'Save')
    expect(sentTo(view, 'PATCH /v1/api_keys/key_1')).toEqual([
      { name: 'Export', allowed_addresses: ['203.0.113.7'], rate_limit: 600 },
    ])
    expect(view.toasts).toEqual(['Key changed'])
  })

  it('is rotated: the new one is shown once, the present one stays good for a while', async () => {
    const view = await open({ 'POST /v1/api_keys/key_1/rotate': { ...apiKey(), key: KEY } })
    await openKey(view)
    await press(view, 'Rotate')
    await choose(view, 'The present key stays good', '1')
    await press(view, 'Rotate key')
    expect(sentTo(view, 'POST /v1/api_keys/key_1/rotate')).toEqual([
      { overlap_hours: 1, expires_in_days: 90 },
    ])
    expect(view.screen.find(TextArea)?.prop('defaultValue')).toBe(KEY)
    await press(view, 'Close')
    expect(view.screen.text).not.toContain(KEY)
  })

  it('that may do more than oneself is not rotated, and the reason is said', async () => {
    const view = await open({
      'GET /v1/api_keys': list([apiKey({ scopes: ['security:write'], effective_scopes: [] })]),
    })
    await openKey(view)
    expect(button(view, 'Rotate')?.prop('disabled')).toBe(true)
    expect(view.screen.text).toContain('You cannot rotate it')
  })

  it('is revoked after one question that names it', async () => {
    const view = await open({ 'DELETE /v1/api_keys/key_1': 'gone' })
    await openKey(view)
    await press(view, 'Revoke')
    expect(drawer(view)).toBe('Revoke Nightly export')
    expect(sentTo(view, 'DELETE /v1/api_keys/key_1')).toEqual([])
    await press(view, 'Revoke key')
    expect(sentTo(view, 'DELETE /v1/api_keys/key_1')).toHaveLength(1)
    expect(view.toasts).toEqual(['Key revoked'])
  })
})
