import { Banner, Button, DataTable, Select, TextArea, TextField } from '@stripe/ui-extension-sdk/ui'
import { Tab } from '@stripe/ui-extension-sdk/ui/next'
import type { Me } from '../api/types'
import { fullDesk, READER } from '../testing/answers'
import { choose, drawer, openTab, press, sentTo, type as typeIn, type Opened } from '../testing/acting'
import { refuse } from '../testing/backend'
import { openView } from '../testing/openView'
import {
  ADMINS,
  ALL,
  invitation,
  list,
  member,
  stripeUser,
  teamDesk,
  workspace,
} from '../testing/team-answers'
import AppSettings from '../views/AppSettings'

async function open(change: Record<string, unknown> = {}, held: Me['permissions'] = ADMINS): Promise<Opened> {
  const view = openView(AppSettings, { answers: { ...fullDesk(), ...teamDesk(held), ...change } })
  await openTab(view, 'team')
  return view
}

const table = ({ screen }: Opened, index = 0) => screen.findAll(DataTable)[index]
async function openRow(view: Opened, id: string): Promise<void> {
  table(view)?.trigger('onRowClick', { id })
  await view.settle()
}
const optionsOf = ({ screen }: Opened) =>
  screen
    .findAll(Select, { label: 'Role' })
    .at(-1)
    ?.inside.map((option) => option.text.slice(String(option.prop('value')).length))

describe('the members', () => {
  it('are shown with how they sign in, what they may do and when they were here', async () => {
    const view = await open({
      'GET /v1/members': list([
        member(),
        stripeUser(),
        stripeUser({ id: 'mem_4', name: 'usr_mei', role: null, role_name: null }),
        stripeUser({ id: 'mem_5', name: 'usr_amara', role: null, mapped: true, tied_to: 'mem_2' }),
        member({ id: 'mem_6', name: 'Kim', active: false, second_factor: false }),
        member({ id: 'mem_7', name: 'Sam', password_reset_requested: 1_790_000_000 }),
      ]),
    })
    const rows = table(view)?.prop('items') as Record<string, unknown>[]
    expect(
      rows.map(({ signIn, role, status, secondFactor }) => [signIn, role, status, secondFactor]),
    ).toEqual([
      ['robin@example.com', 'Read-only', 'Active', 'On'],
      ['Stripe Dashboard user', 'Read-only', 'Active', 'By Stripe'],
      ['Stripe Dashboard user', 'None', 'No access', 'By Stripe'],
      ['Stripe Dashboard user', 'As Robin Hale', 'Active', 'By Stripe'],
      ['robin@example.com', 'Read-only', 'Deactivated', 'Off'],
      ['robin@example.com', 'Read-only', 'Wants a new password', 'On'],
    ])
    expect(rows[1]).toMatchObject({ lastSeen: 'Never' })
  })

  it('are no tab for those who may not read the team', async () => {
    const view = openView(AppSettings, { answers: { ...fullDesk(), ...teamDesk(READER) } })
    await view.settle()
    expect(view.screen.findAll(Tab).map((tab) => tab.prop('id'))).not.toContain('team')
  })

  it('say what failed', async () => {
    const view = await open({ 'GET /v1/members': refuse(500, 'internal', 'Broken.') })
    expect(view.screen.find(Banner)?.prop('title')).toBe('The members could not be loaded')
  })

  it('are read, not changed, by those who may only read: the reason is said', async () => {
    const view = await open({}, ['settings:read', 'team:read'])
    expect(view.screen.findAll(Button).map(({ text }) => text)).not.toContain('Invite member')
    await openRow(view, 'mem_2')
    expect(drawer(view)).toBe('Robin Hale')
    expect(view.screen.findAll(Banner).at(-1)?.prop('title')).toBe(
      'Only those who may change the team change this.',
    )
    expect(view.screen.findAll(Button).map(({ text }) => text)).toEqual(['Close', 'Change rules'])
  })
})

describe('a member', () => {
  it('gets another role; those beyond one’s own cannot be chosen', async () => {
    const view = await open({ 'PATCH /v1/members/mem_2': member({ role: 'role_1' }) })
    await openRow(view, 'mem_2')
    expect(optionsOf(view)).toEqual(['Owner – beyond your role', 'Admin', 'Read-only', 'Refunds EU'])
    await choose(view, 'Role', 'admin')
    await press(view, 'Save')
    expect(sentTo(view, 'PATCH /v1/members/mem_2')).toEqual([{ role: 'admin' }])
    expect(view.toasts).toEqual(['Member changed'])
    expect(drawer(view)).toBeNull()
  })

  it('waits for a second person where the workspace wants one, and says so before', async () => {
    const view = await open({
      'GET /v1/workspace': workspace({ role_grant: true }),
      'PATCH /v1/members/mem_2': { object: 'approval', id: 'apr_1' },
    })
    await openRow(view, 'mem_2')
    expect(view.screen.findAll(Banner)).toEqual([])
    await choose(view, 'Role', 'admin')
    expect(view.screen.find(Banner)?.prop('title')).toBe('A second person approves this')
    await press(view, 'Save')
    expect(view.toasts).toEqual(['Waits for approval'])
  })

  it('who holds more than oneself is not touched, and the reason is said', async () => {
    const view = await open({
      'GET /v1/members': list([member({ role: 'owner', role_name: 'Owner' })]),
    })
    await openRow(view, 'mem_2')
    expect(view.screen.find(Banner)?.prop('title')).toContain('holds more than your role')
    expect(
      view.screen
        .findAll(Button)
        .filter(({ text }) => ['Deactivate', 'Make a link for a new password'].includes(text))
        .map((button) => button.prop('disabled')),
    ).toEqual([true, true])
  })

  it('is refused with the reason, and the drawer stays', async () => {
    const view = await open(
      {
        'GET /v1/members': list([member({ role: 'owner' })]),
        'PATCH /v1/members/mem_2': refuse(409, 'last_owner', 'This is the last active owner.'),
      },
      ALL,
    )
    await openRow(view, 'mem_2')
    await choose(view, 'Role', 'admin')
    await press(view, 'Save')
    expect(view.screen.find(Banner)?.prop('description')).toBe('This is the last active owner.')
    expect(drawer(view)).toBe('Robin Hale')
  })

  it('is deactivated after one question that names them', async () => {
    const view = await open({ 'POST /v1/members/mem_2/deactivate': member({ active: false }) })
    await openRow(view, 'mem_2')
    await press(view, 'Deactivate')
    expect(drawer(view)).toBe('Deactivate Robin Hale')
    expect(sentTo(view, 'POST /v1/members/mem_2/deactivate')).toEqual([])
    await press(view, 'Deactivate')
    expect(sentTo(view, 'POST /v1/members/mem_2/deactivate')).toHaveLength(1)
    expect(view.toasts).toEqual(['Member deactivated'])
  })

  it('gets a link for a new password: shown once, gone with the drawer', async () => {
    const url = 'https://desk.test/reset?token=secret-token'
    const view = await open({
      'POST /v1/members/mem_2/password_reset': { object: 'password_reset', url, expires: 1_790_003_600 },
    })
    await openRow(view, 'mem_2')
    await press(view, 'Make a link for a new password')
    expect(view.screen.find(TextArea)?.prop('defaultValue')).toBe(url)
    await press(view, 'Copy link')
    expect(view.copied).toEqual([url])
    await press(view, 'Cancel')
    await openRow(view, 'mem_2')
    expect(view.screen.find(TextArea)).toBeNull()
  })
})

describe('a Stripe Dashboard user', () => {
  const answers = {
    'GET /v1/members': ({ query }: { query: URLSearchParams }) =>
      query.get('kind') === 'member' ? list([member()]) : list([stripeUser(), member()]),
    'POST /v1/members/mem_3/map': stripeUser({ mapped: true }),
    'POST /v1/members/mem_3/unmap': stripeUser(),
  }

  it('is what their Stripe role gives, a role of their own, or a member', async () => {
    const view = await open(answers)
    await openRow(view, 'mem_3')
    expect(optionsOf(view)).toEqual([
      'What their Stripe role gives',
      'Admin',
      'Read-only',
      'Refunds EU',
      'The same person as Robin Hale',
    ])
    await choose(view, 'Role', 'role_1')
    await press(view, 'Save')
    await openRow(view, 'mem_3')
    await choose(view, 'Role', 'mem_2')
    await press(view, 'Save')
    expect(sentTo(view, 'POST /v1/members/mem_3/map')).toEqual([{ role: 'role_1' }, { member_id: 'mem_2' }])
  })

  it('whose Stripe role gives more than one holds is not touched', async () => {
    const strong = stripeUser({ role: 'admin', role_name: 'Admin' })
    const view = await open({ 'GET /v1/members': list([strong]) }, [
      'settings:read',
      'team:read',
      'team:write',
    ])
    await openRow(view, 'mem_3')
    expect(view.screen.findAll(Banner).at(-1)?.prop('title')).toContain('holds more than your role')
  })

  it('gets a name, which needs no decision about their role', async () => {
    const view = await open({ ...answers, 'PATCH /v1/members/mem_3': stripeUser({ name: 'Jonas' }) })
    await openRow(view, 'mem_3')
    await typeIn(view, { Name: 'Jonas ' })
    await press(view, 'Save')
    expect(sentTo(view, 'PATCH /v1/members/mem_3')).toEqual([{ name: 'Jonas' }])
    expect(sentTo(view, 'POST /v1/members/mem_3/map')).toEqual([])
  })

  it('is let back to what Stripe says', async () => {
    const view = await open({ ...answers, 'GET /v1/members': list([stripeUser({ mapped: true })]) })
    await openRow(view, 'mem_3')
    expect(view.screen.find(Select, { label: 'Role' })?.prop('value')).toBe('read_only')
    await choose(view, 'Role', 'stripe')
    await press(view, 'Save')
    expect(sentTo(view, 'POST /v1/members/mem_3/unmap')).toHaveLength(1)
  })
})

describe('an invitation', () => {
  const url = 'https://desk.test/invite?token=secret-token'

  it('is a link that is shown once, to be passed on', async () => {
    const view = await open({ 'POST /v1/invitations': invitation({ url }) })
    await press(view, 'Invite member')
    await press(view, 'Make invitation')
    expect(view.screen.find(TextField, { label: 'E-mail address' })?.prop('error')).toBe(
      'Enter an e-mail address.',
    )
    await typeIn(view, { 'E-mail address': 'new@example.com', 'Name (optional)': 'Robin' })
    await press(view, 'Make invitation')
    expect(sentTo(view, 'POST /v1/invitations')).toEqual([
      { email: 'new@example.com', role: 'read_only', name: 'Robin' },
    ])
    expect(view.screen.find(TextArea)?.prop('defaultValue')).toBe(url)
    expect(view.screen.find(Banner)?.prop('description')).toContain('pass the link on yourself')
    await press(view, 'Copy link')
    expect(view.copied).toEqual([url])
    await press(view, 'Close')
    expect(view.screen.find(TextArea)).toBeNull()
    expect(view.screen.text).not.toContain('secret-token')
  })

  it('shows a taken address at its field', async () => {
    const errors = [{ pointer: '/body/email', message: 'must not sign in yet' }]
    const view = await open({
      'POST /v1/invitations': refuse(409, 'email_taken', 'It signs in already.', { errors }),
    })
    await press(view, 'Invite member')
    await typeIn(view, { 'E-mail address': 'robin@example.com' })
    await press(view, 'Make invitation')
    expect(view.screen.find(TextField, { label: 'E-mail address' })?.prop('error')).toBe(
      'must not sign in yet',
    )
    expect(view.screen.findAll(Banner)).toEqual([])
  })

  it('is not made alone where a second person is wanted for the role', async () => {
    const view = await open({ 'GET /v1/workspace': workspace({ role_grant: true }) })
    await press(view, 'Invite member')
    await choose(view, 'Role', 'admin')
    expect(view.screen.find(Banner)?.prop('title')).toBe('One person alone cannot give this role')
    expect(
      view.screen
        .findAll(Button)
        .find(({ text }) => text === 'Make invitation')
        ?.prop('disabled'),
    ).toBe(true)
  })

  it('is taken back after one question; one that ended is not', async () => {
    const view = await open({
      'GET /v1/invitations': list([invitation(), invitation({ id: 'inv_2', status: 'accepted' })]),
      'POST /v1/invitations/inv_1/revoke': invitation({ status: 'revoked' }),
    })
    const revoke = async (id: string) => {
      table(view, 1)?.trigger('rowActions.0.onPress', { id })
      await view.settle()
    }
    await revoke('inv_2')
    expect(drawer(view)).toBeNull()
    await revoke('inv_1')
    expect(view.screen.text).toContain('The link for new@example.com stops working at once.')
    await press(view, 'Revoke invitation')
    expect(view.toasts).toEqual(['The invitation has ended', 'Invitation revoked'])
  })

  it('never sent anything says what will be here', async () => {
    const view = await open({ 'GET /v1/invitations': list([]) })
    expect(view.screen.text).toContain('Nobody has been invited in the last 30 days.')
  })
})
