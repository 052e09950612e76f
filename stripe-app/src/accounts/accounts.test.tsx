/** Settings, Accounts: what is connected, by which keys, what is missing, and every way to change that. */
import {
  Badge,
  Banner,
  Button,
  Checkbox,
  DataTable,
  FocusView,
  Link,
  ListItem,
  PropertyListItem,
  Radio,
  Select,
  TextField,
} from '@stripe/ui-extension-sdk/ui'
import { Tabs } from '@stripe/ui-extension-sdk/ui/next'
import { account, accounts, credential, credentials, SUDWIND } from '../testing/account-answers'
import { fullDesk, me } from '../testing/answers'
import { refuse, type Asked } from '../testing/backend'
import { openView } from '../testing/openView'
import AppSettings from '../views/AppSettings'

type Change = Record<string, unknown>

const OWNER = me([
  ...me().permissions,
  'accounts:write',
  'accounts:disconnect',
  'credentials:read',
  'credentials:write',
])
const ASKED = {
  details_submitted: false,
  charges_enabled: false,
  payouts_enabled: false,
  currently_due: ['external_account', 'individual.first_name'],
  past_due: ['external_account'],
  disabled_reason: 'requirements.past_due',
}
const SHOP = account({
  id: 'acct_3',
  name: 'Shop',
  via: 'connect',
  platform: 'acct_1',
  onboarding: ASKED,
})

async function open(change: Change = {}) {
  const view = openView(AppSettings, {
    answers: {
      ...fullDesk(),
      'GET /v1/me': OWNER,
      'GET /v1/accounts': accounts([account(), SUDWIND, SHOP]),
      'GET /v1/credentials': credentials(),
      ...change,
    },
  })
  await view.settle()
  view.screen.find(Tabs)?.trigger('onSelectionChange', 'accounts')
  await view.settle()

  const press = async (text: string) => {
    // the last one: that of the form, where its name is also on the page
    const button = view.screen.findAll(Button).findLast((one) => one.text === text)
    if (!button) throw new Error(`There is no button ${text}`)
    expect(button.prop('disabled')).not.toBe(true)
    button.trigger('onPress', {})
    await view.settle()
  }
  return {
    ...view,
    press,
    enter: async (label: string, value: string) => {
      const field = view.screen.find(TextField, { label }) ?? view.screen.find(Select, { label })
      field?.trigger('onChange', { target: { value } })
      await view.settle()
    },
    openRow: async (id: string) => {
      view.screen.find(DataTable)?.trigger('onRowClick', { id })
      await view.settle()
    },
    sent: (method: string, path: string): Asked[] =>
      view.backend.asked.filter((one) => one.method === method && one.path === path),
    property: (label: string) => view.screen.find(PropertyListItem, { label })?.prop('value'),
    errorOf: (label: string) => view.screen.find(TextField, { label })?.prop('error'),
    isDisabled: (text: string) =>
      view.screen
        .findAll(Button)
        .find((one) => one.text === text)
        ?.prop('disabled'),
  }
}
type View = Awaited<ReturnType<typeof open>>
const bodyOf = ([asked]: Asked[]): unknown => JSON.parse(asked?.body ?? 'null')

const KEY = 'Restricted or secret key'

describe('the list', () => {
  it('says of each account how it came, and what it needs', async () => {
    const { screen } = await open()
    expect(screen.text).toContain('The accounts of Lumen in test mode.')
    expect(screen.find(DataTable)?.prop('items')).toEqual([
      {
        id: 'acct_1',
        name: 'Lumen Software',
        account: 'acct_1',
        via: 'Its own key',
        state: 'Current',
        reason: 'Synced 2 minutes ago',
      },
      expect.objectContaining({ id: 'acct_2', via: 'App installation' }),
      expect.objectContaining({
        via: 'Connect',
        state: 'Needs attention',
        reason: 'Stripe asks for 2 details',
      }),
    ])
  })

  it('shows who may only read what others may do, and why they may not', async () => {
    const { isDisabled, screen, openRow } = await open({ 'GET /v1/me': me() })
    for (const text of ['Connect by key', 'Create through Connect', 'Invite to install'])
      expect(isDisabled(text)).toBe(true)
    expect(screen.text).toContain('needs the permission accounts:write; your role is Admin')
    await openRow('acct_1')
    expect(isDisabled('Disconnect account')).toBe(true)
    expect(screen.text).toContain('needs the permission credentials:read')
    expect(screen.text).not.toContain('rk_test_')
  })

  it('offers no account reached through another where none has a key of its own', async () => {
    const { screen } = await open({ 'GET /v1/accounts': accounts([SUDWIND]) })
    expect(screen.text).toContain('Connect by key')
    expect(screen.text).not.toContain('Create through Connect')
    expect(screen.text).not.toContain('Invite to install')
  })

  it('is absent for whom it is not', async () => {
    const { screen } = await open({ 'GET /v1/me': me(['settings:read']) })
    expect(screen.find(DataTable)).toBeNull()
    expect(screen.text).not.toContain('Accounts')
  })
})

describe('connecting by key', () => {
  const start = async (change: Change = {}) => {
    const view = await open(change)
    await view.press('Connect by key')
    return view
  }

  it('hides the key while it is typed, and asks for nothing that it can tell is wrong', async () => {
    const { screen, enter, press, errorOf, sent } = await start()
    expect(screen.find(TextField, { label: KEY })?.prop('type')).toBe('password')
    await enter(KEY, 'rk_live_12345678')
    await enter('Publishable key (optional)', 'pk_live_12345678')
    await enter('Webhook signing secret (optional)', 'secret')
    await enter('Name', ' ')
    await press('Connect account')
    expect(errorOf(KEY)).toContain('begins with rk_test_ or sk_test_: you are in test mode')
    expect(errorOf('Publishable key (optional)')).toContain('pk_test_')
    expect(errorOf('Webhook signing secret (optional)')).toContain('whsec_')
    expect(errorOf('Name')).toBe('Enter a name.')
    expect(sent('POST', '/v1/accounts')).toEqual([])
    await enter(KEY, 'rk_test_12345678')
    expect(errorOf(KEY)).toBeUndefined()
  })

  it('sends what was entered, then shows the account', async () => {
    let list = accounts()
    const view = await start({
      'GET /v1/accounts': () => list,
      'POST /v1/accounts': () => {
        list = accounts([account(), account({ id: 'acct_9', name: 'Nine' })])
        return list.data[1]
      },
    })
    await view.enter(KEY, ' rk_test_12345678 ')
    await view.press('Connect account')
    const asked = view.sent('POST', '/v1/accounts')
    expect(bodyOf(asked)).toEqual({ via: 'key', name: 'Stripe key', secret_key: 'rk_test_12345678' })
    expect(asked[0]?.headers.get('idempotency-key')).toMatch(/^[0-9a-f]{32}$/)
    expect(view.toasts).toEqual(['Account connected'])
    expect(view.property('Account')).toBe('acct_9')
    expect(view.screen.find(FocusView)).toBeNull()
  })

  it('says that an account is connected which the member does not see', async () => {
    const view = await start({
      'GET /v1/accounts': accounts(),
      'POST /v1/accounts': account({ id: 'acct_9', name: 'Nine' }),
    })
    await view.enter(KEY, 'rk_test_12345678')
    await view.press('Connect account')
    expect(view.screen.find(Banner)?.prop('title')).toBe('Nine is connected')
    expect(view.screen.find(DataTable)?.prop('items')).toHaveLength(1)
  })

  it('shows a refusal with its remedy, and at its field; the next try is a new one', async () => {
    const view = await start({
      'POST /v1/accounts': refuse(400, 'stripe_key_refused', 'Stripe does not accept secret_key', {
        title: 'Stripe does not know this key',
        remedy: 'Check the key.',
        errors: [{ pointer: '/body/secret_key', message: 'must be a key that is in force' }],
      }),
    })
    await view.enter(KEY, 'rk_test_12345678')
    await view.press('Connect account')
    expect(view.errorOf(KEY)).toBe('must be a key that is in force')
    expect(view.screen.find(Banner)?.prop('title')).toBe('Stripe does not know this key')
    expect(view.screen.find(Banner)?.prop('description')).toBe(
      'Stripe does not accept secret_key. Check the key.',
    )
    await view.press('Connect account')
    const keys = view.sent('POST', '/v1/accounts').map(({ headers }) => headers.get('idempotency-key'))
    expect(new Set(keys).size).toBe(2)
  })

  it('sends again under the same key what may have been done', async () => {
    const view = await start({ 'POST /v1/accounts': refuse(502, 'stripe_unavailable', 'Gone.') })
    await view.enter(KEY, 'rk_test_12345678')
    await view.press('Connect account')
    await view.press('Connect account')
    await view.enter(KEY, 'rk_test_87654321')
    await view.press('Connect account')
    const keys = view.sent('POST', '/v1/accounts').map(({ headers }) => headers.get('idempotency-key'))
    expect(keys).toHaveLength(3)
    expect(keys[0]).toBe(keys[1])
    expect(keys[2]).not.toBe(keys[1])
  })

  it('says of a sandbox that it is one', async () => {
    const sandbox = { ...OWNER, account: { ...OWNER.account, mode: 'sandbox' as const } }
    const view = await start({ 'GET /v1/me': sandbox, 'POST /v1/accounts': account() })
    await view.enter(KEY, 'rk_test_12345678')
    await view.press('Connect account')
    expect(bodyOf(view.sent('POST', '/v1/accounts'))).toMatchObject({ sandbox: true })
  })
})

describe('through Connect', () => {
  it('makes an account by the chosen platform', async () => {
    const other = account({ id: 'acct_5', name: 'Other', country: 'FR' })
    const view = await open({
      'GET /v1/accounts': accounts([account(), other, SHOP]),
      'POST /v1/accounts': SHOP,
    })
    await view.press('Create through Connect')
    expect(view.screen.find(Select, { label: 'Country' })?.prop('value')).toBe('US')
    await view.enter('Platform', 'acct_5')
    await view.enter('Country', 'DE')
    await view.enter('Business name (optional)', 'Shop')
    await view.press('Create account')
    const asked = view.sent('POST', '/v1/accounts')
    expect(bodyOf(asked)).toEqual({ via: 'connect', country: 'DE', name: 'Shop' })
    expect(asked[0]?.query.get('account')).toBe('acct_5')
    expect(view.property('Connected by')).toBe('Connect, by the key of Lumen Software')
  })

  it('shows what Stripe asks for, and gives a link to it as often as it is needed', async () => {
    let links = 0
    const view = await open({
      'POST /v1/accounts/acct_3/onboarding_links': () => ({
        object: 'onboarding_link',
        url: `https://connect.stripe.test/${(links += 1)}`,
        expires: 1_795_000_000,
      }),
    })
    await view.openRow('acct_3')
    expect(view.screen.findAll(ListItem).map(({ text }) => text)).toEqual([
      'External accountOverdue',
      'Individual: first nameDue',
    ])
    expect(view.screen.text).toContain('Payments and payouts are not possible yet.')
    expect(view.screen.text).toContain('It is reached by the key of Lumen Software.')
    await view.press('Create onboarding link')
    expect(view.screen.find(Link)?.prop('href')).toBe('https://connect.stripe.test/1')
    expect(view.screen.find(Link)?.prop('target')).toBe('_blank')
    await view.press('Create another link')
    expect(view.screen.find(Link)?.prop('href')).toBe('https://connect.stripe.test/2')
    await view.press('Open Lumen Software')
    expect(view.property('Account')).toBe('acct_1')
  })

  it('says when Stripe asks for nothing more', async () => {
    const onboarding = { ...ASKED, charges_enabled: true, currently_due: [], past_due: [] }
    const view = await open({ 'GET /v1/accounts': accounts([account(), { ...SHOP, onboarding }]) })
    await view.openRow('acct_3')
    expect(view.screen.text).toContain('Payments are possible, payouts are not yet.')
    expect(view.screen.text).toContain('Stripe asks for nothing now.')
  })
})

test('an invitation to install says what the link carries, and until when', async () => {
  const view = await open({
    'POST /v1/installations': {
      object: 'installation_state',
      state: 'sealed',
      return_url: 'https://desk.test/connect/installed',
      expires: 1_795_000_000,
    },
  })
  await view.press('Invite to install')
  await view.press('Create parameters')
  expect(view.sent('POST', '/v1/installations')[0]?.query.get('account')).toBe('acct_1')
  expect(view.screen.text).toContain('It is shown only now')
  await view.press('Copy parameters')
  await view.press('Copy return address')
  expect(view.copied).toEqual([
    '?redirect_uri=https%3A%2F%2Fdesk.test%2Fconnect%2Finstalled&state=sealed',
    'https://desk.test/connect/installed',
  ])
  await view.press('Close')
  expect(view.screen.find(FocusView)).toBeNull()
})

describe('the keys of an account', () => {
  const LACKING = credential({
    permissions: [
      { permission: 'customer_read', needed_for: 'customers', granted: true },
      { permission: 'charge_read', needed_for: 'charges, refunds', granted: false },
    ],
  })
  const OLD = credential({ id: 'cred_0', name: 'Old key', active: false, last_used: null })
  const detail = async (change: Change = {}, id = 'acct_1') => {
    const view = await open(change)
    await view.openRow(id)
    return view
  }
  const at = (view: View, text: string) => view.screen.findAll(Button).filter((one) => one.text === text)

  it('show where each is used, when last, and what it lacks', async () => {
    const view = await detail({ 'GET /v1/credentials': credentials([LACKING]) })
    expect(view.screen.find(Banner)?.prop('title')).toBe('The key lacks 1 permission')
    expect(view.screen.find(Banner)?.prop('description')).toContain('charge_read (charges, refunds).')
    expect(view.property('Key')).toBe('rk_test_…4f2a')
    expect(view.property('Permissions')).toBe('1 of 2 granted, checked 2 minutes ago')
    expect(view.property('Webhook address')).toBe('https://desk.test/webhooks/stripe/acct_1/test')
    expect(view.property('Last used')).toBe('2 minutes ago')
    expect(view.property('Publishable key')).toBe('Not given')
    expect(view.sent('GET', '/v1/credentials')[0]?.query.get('account')).toBe('acct_1')
  })

  it('are of the account that is open', async () => {
    const other = account({ id: 'acct_5', name: 'Other' })
    const view = await detail({ 'GET /v1/accounts': accounts([account(), other]) }, 'acct_5')
    expect(view.sent('GET', '/v1/credentials')[0]?.query.get('account')).toBe('acct_5')
    await view.press('Back to all accounts')
    expect(view.screen.find(DataTable)?.prop('items')).toHaveLength(2)
  })

  it('are asked again, and say how that went', async () => {
    const view = await detail({ 'POST /v1/credentials/cred_1/probe': LACKING })
    await view.press('Check permissions')
    expect(view.toasts).toEqual(['Permissions checked'])
    expect(view.sent('GET', '/v1/credentials')).toHaveLength(2)
  })

  it('say beside the key what failed', async () => {
    const view = await detail({
      'POST /v1/credentials/cred_1/probe': refuse(503, 'stripe_unavailable', 'Stripe does not answer.'),
    })
    await view.press('Check permissions')
    expect(view.screen.find(Banner)?.prop('description')).toBe('Stripe does not answer.')
  })

  it('are put in force; the one in force is not deleted, another asks once', async () => {
    const view = await detail({
      'GET /v1/credentials': credentials([credential(), OLD]),
      'PATCH /v1/credentials/cred_0': { ...OLD, active: true },
      'DELETE /v1/credentials/cred_0': null,
    })
    expect(at(view, 'Delete').map((one) => one.prop('disabled'))).toEqual([true, false])
    await view.press('Activate')
    expect(bodyOf(view.sent('PATCH', '/v1/credentials/cred_0'))).toEqual({ active: true })
    await view.press('Delete')
    expect(view.screen.find(FocusView)?.prop('title')).toBe('Delete Old key')
    expect(view.sent('DELETE', '/v1/credentials/cred_0')).toEqual([])
    await view.press('Delete key')
    expect(view.sent('DELETE', '/v1/credentials/cred_0')).toHaveLength(1)
    expect(view.toasts).toEqual(['Key is active', 'Key deleted'])
    expect(view.screen.find(FocusView)).toBeNull()
  })

  it('are added, in force or not', async () => {
    const view = await detail({ 'POST /v1/credentials': credential() })
    await view.press('Add key')
    await view.enter(KEY, 'rk_test_12345678')
    await view.enter('Webhook signing secret (optional)', 'whsec_12345678')
    view.screen.find(Checkbox)?.trigger('onChange', { target: { checked: false } })
    await view.settle()
    await view.press('Add key')
    const asked = view.sent('POST', '/v1/credentials')
    expect(bodyOf(asked)).toEqual({
      name: 'Stripe key',
      secret_key: 'rk_test_12345678',
      webhook_secret: 'whsec_12345678',
      active: false,
    })
    expect(asked[0]?.query.get('account')).toBe('acct_1')
  })

  it('get another name or a webhook secret, and keep what is not changed', async () => {
    const view = await detail({
      'GET /v1/credentials': credentials([credential({ publishable_key: 'pk_test_12345678' })]),
      'PATCH /v1/credentials/cred_1': credential(),
    })
    await view.press('Edit')
    expect(view.screen.find(TextField, { label: KEY })).toBeNull()
    await view.enter('New webhook signing secret (optional)', 'whsec_12345678')
    await view.press('Save')
    expect(bodyOf(view.sent('PATCH', '/v1/credentials/cred_1'))).toEqual({
      name: 'Rolled in May',
      publishable_key: 'pk_test_12345678',
      webhook_secret: 'whsec_12345678',
    })
  })

  it('say what to restore where one cannot be read; it can be deleted once another is in force', async () => {
    const problem = {
      code: 'credential_unreadable' as const,
      title: 'The stored Stripe credential cannot be read',
      remedy: 'Restore the master key.',
    }
    const view = await detail({
      'GET /v1/accounts': accounts([account({ problem }), SUDWIND]),
      'GET /v1/credentials': credentials([credential({ readable: false, active: false })]),
    })
    expect(view.screen.find(Banner)?.prop('title')).toBe(problem.title)
    expect(view.screen.find(Banner)?.prop('description')).toBe(problem.remedy)
    expect(view.screen.findAll(Badge).map(({ text }) => text)).toContain('Cannot be read')
    expect(view.isDisabled('Check permissions')).toBe(true)
    expect(view.isDisabled('Activate')).toBe(true)
    expect(view.isDisabled('Delete')).toBe(false)
  })
})

describe('disconnecting', () => {
  const GONE = { id: 'acct_2', object: 'account', mode: 'test', disconnected: true }
  const ask = async (id: string, change: Change = {}) => {
    const view = await open(change)
    await view.openRow(id)
    await view.press('Disconnect account')
    return view
  }

  it.each([
    ['keep', 'Disconnect'],
    ['erase', 'Disconnect and erase'],
  ])('asks once, naming the account and what happens to its data: %s', async (data, button) => {
    let list = [account(), SUDWIND]
    const view = await ask('acct_2', {
      'GET /v1/accounts': () => accounts(list),
      'POST /v1/accounts/acct_2/disconnect': () => {
        list = [account()]
        return GONE
      },
    })
    const form = view.screen.find(FocusView)
    expect(form?.prop('title')).toBe('Disconnect Sudwind Metrics')
    expect(form?.text).toContain('Sudwind Metrics (acct_2)')
    expect(form?.text).not.toContain('You are in this account')
    view.screen.findAll(Radio)[data === 'keep' ? 0 : 1]?.trigger('onChange', {})
    await view.settle()
    await view.press(button)
    expect(bodyOf(view.sent('POST', '/v1/accounts/acct_2/disconnect'))).toEqual({ data })
    expect(view.toasts).toEqual(['Account disconnected'])
    expect(view.screen.find(DataTable)?.prop('items')).toHaveLength(1)
  })

  it('says that the own account is the one that one is in, and why it is refused', async () => {
    const view = await ask('acct_1', {
      'POST /v1/accounts/acct_1/disconnect': refuse(409, 'platform_in_use', '1 accounts are reached', {
        title: 'Other accounts are reached through this one',
        remedy: 'Disconnect the named accounts first.',
      }),
    })
    expect(view.screen.find(FocusView)?.text).toContain('You are in this account')
    await view.press('Disconnect')
    expect(view.screen.find(Banner)?.prop('description')).toContain('Disconnect the named accounts first.')
    expect(view.toasts).toEqual([])
  })
})
