import {
  Banner,
  Button,
  Checkbox,
  CurrencyField,
  DataTable,
  Select,
  Switch,
  TextField,
} from '@stripe/ui-extension-sdk/ui'
import type { Me } from '../api/types'
import { fullDesk, me } from '../testing/answers'
import { choose, drawer, openTab, press, sentTo, type as typeIn, type Opened } from '../testing/acting'
import { refuse } from '../testing/backend'
import { openView } from '../testing/openView'
import {
  ADMINS,
  ALL,
  approval,
  list,
  member,
  NO_LIMITS,
  role,
  teamDesk,
  workspace,
} from '../testing/team-answers'
import AppSettings from '../views/AppSettings'

async function open(change: Record<string, unknown> = {}, held: Me['permissions'] = ADMINS): Promise<Opened> {
  const view = openView(AppSettings, { answers: { ...fullDesk(), ...teamDesk(held), ...change } })
  await openTab(view, 'team')
  return view
}

/** The table of a part, by a column that only it has. */
const table = ({ screen }: Opened, label: string) =>
  screen
    .findAll(DataTable)
    .find((one) => (one.prop('columns') as { label: string }[]).some((column) => column.label === label))
async function openRow(view: Opened, label: string, id: string): Promise<void> {
  table(view, label)?.trigger('onRowClick', { id })
  await view.settle()
}
const box = ({ screen }: Opened, label: RegExp) =>
  screen.findAll(Checkbox).find((one) => label.test(String(one.prop('label'))))
const button = ({ screen }: Opened, label: string) =>
  screen.findAll(Button).find(({ text }) => text === label)
const lastBanner = ({ screen }: Opened) => screen.findAll(Banner).at(-1)

describe('the roles', () => {
  it('are listed with what they hold', async () => {
    const view = await open()
    expect(table(view, 'Refunds alone')?.prop('items')).toEqual([
      { id: 'owner', name: 'Owner', kind: 'Built-in', permissions: '15 of 15', refunds: 'Any amount' },
      { id: 'admin', name: 'Admin', kind: 'Built-in', permissions: '14 of 15', refunds: 'Any amount' },
      { id: 'read_only', name: 'Read-only', kind: 'Built-in', permissions: '2 of 15', refunds: 'None' },
      { id: 'role_1', name: 'Refunds EU', kind: 'Custom', permissions: '2 of 15', refunds: 'Up to €100.00' },
    ])
  })

  it('that are built in are shown locked, with the reason', async () => {
    const view = await open()
    await openRow(view, 'Refunds alone', 'read_only')
    expect(lastBanner(view)?.prop('title')).toContain('Built-in roles do not change')
    expect(view.screen.findAll(Checkbox)).toHaveLength(ALL.length)
    expect(view.screen.findAll(Checkbox).every((one) => one.prop('disabled'))).toBe(true)
    expect(box(view, /^See promotions/)?.prop('checked')).toBe(true)
    expect(box(view, /^Refund payments/)?.prop('checked')).toBe(false)
    expect(button(view, 'Delete role')).toBeUndefined()
  })

  it('are not changed by those who may only read them, nor by those who hold less', async () => {
    const reading: Me['permissions'] = ['settings:read', 'team:read']
    const view = await open({}, reading)
    expect(button(view, 'Create role')).toBeUndefined()
    await openRow(view, 'Refunds alone', 'role_1')
    expect(lastBanner(view)?.prop('title')).toBe('Only those who may change roles change this.')
    const weaker = await open({}, [...reading, 'roles:write'])
    await openRow(weaker, 'Refunds alone', 'role_1')
    expect(lastBanner(weaker)?.prop('title')).toBe('This role holds more than yours does.')
  })
})

describe('a role of one’s own', () => {
  it('is made of boxes; what one lacks oneself is locked and says so', async () => {
    const view = await open({ 'POST /v1/roles': role({ id: 'role_2' }) })
    await press(view, 'Create role')
    expect(box(view, /^Set four-eyes rules \(beyond your role\)$/)?.prop('disabled')).toBe(true)
    expect(view.screen.text).toContain('What your own role does not hold cannot be given')
    expect(button(view, 'Create role')).toBeDefined()
    await press(view, 'Create role')
    expect(sentTo(view, 'POST /v1/roles')).toEqual([])
    await typeIn(view, { Name: 'Helpers' })
    for (const label of [/^See promotions/, /^See members/, /^See members/, /^See API keys/]) {
      box(view, label)?.trigger('onChange', {})
      await view.settle()
    }
    await press(view, 'Create role')
    expect(sentTo(view, 'POST /v1/roles')).toEqual([
      { name: 'Helpers', permissions: ['promotions:read', 'keys:read'], limits: NO_LIMITS },
    ])
    expect(view.toasts).toEqual(['Role created'])
    expect(drawer(view)).toBeNull()
  })

  it('has limits in a currency; an amount is asked for, and another currency asks for another', async () => {
    const view = await open({ 'PATCH /v1/roles/role_1': role() })
    await openRow(view, 'Refunds alone', 'role_1')
    expect(view.screen.find(CurrencyField)?.prop('defaultValue')).toBe(10_000)
    await choose(view, 'Currency', 'jpy')
    await press(view, 'Save role')
    expect(view.screen.find(CurrencyField)?.prop('error')).toBe('Enter an amount.')
    expect(sentTo(view, 'PATCH /v1/roles/role_1')).toEqual([])
    view.screen.find(CurrencyField)?.trigger('onChange', 5000)
    await view.settle()
    await choose(view, 'Transfers', 'unlimited')
    await press(view, 'Save role')
    expect(sentTo(view, 'PATCH /v1/roles/role_1')).toEqual([
      {
        name: 'Refunds EU',
        permissions: ['refunds:write', 'settings:read'],
        limits: {
          refund: { type: 'up_to', amount: 5000, currency: 'jpy' },
          transfer: { type: 'unlimited' },
          credit_note: { type: 'none' },
        },
      },
    ])
  })

  it('has no amounts beyond one’s own', async () => {
    const view = await open({ 'GET /v1/me': { ...me(ADMINS), limits: NO_LIMITS } })
    await press(view, 'Create role')
    const options = view.screen.find(Select, { label: 'Refunds' })?.inside ?? []
    expect(options.map((option) => option.prop('disabled'))).toEqual([false, true, true])
  })

  it('says a taken name at its field', async () => {
    const errors = [{ pointer: '/body/name', message: 'must be free' }]
    const view = await open({ 'POST /v1/roles': refuse(409, 'role_name_taken', 'Taken.', { errors }) })
    await press(view, 'Create role')
    await typeIn(view, { Name: 'Owner' })
    await press(view, 'Create role')
    expect(view.screen.find(TextField, { label: 'Name' })?.prop('error')).toBe('must be free')
  })

  it('gets no right that gives rights by one person alone where a second is wanted', async () => {
    const view = await open({ 'GET /v1/workspace': workspace({ role_grant: true }) })
    await openRow(view, 'Refunds alone', 'role_1')
    box(view, /^Change members/)?.trigger('onChange', {})
    await view.settle()
    expect(lastBanner(view)?.prop('title')).toBe('One person alone cannot add this right')
    expect(button(view, 'Save role')?.prop('disabled')).toBe(true)
  })

  it('is deleted after one question; where somebody holds it the reason is said', async () => {
    const view = await open({
      'DELETE /v1/roles/role_1': refuse(409, 'role_in_use', '1 members and 0 invitations hold the role.'),
    })
    await openRow(view, 'Refunds alone', 'role_1')
    await press(view, 'Delete role')
    expect(drawer(view)).toBe('Delete Refunds EU')
    await press(view, 'Delete role')
    expect(lastBanner(view)?.prop('description')).toContain('1 members')
    expect(view.toasts).toEqual([])
  })
})

describe('an approval', () => {
  const waiting = approval({ requested_by: 'mem_2', parameters: { member: 'mem_3', role: 'admin' } })
  const answers = {
    'GET /v1/approvals': list([waiting]),
    'GET /v1/members': list([member(), member({ id: 'mem_3', name: 'Kim Lee' })]),
    'POST /v1/approvals/apr_1/approve': approval({ status: 'executed' }),
    'POST /v1/approvals/apr_1/reject': approval({ status: 'rejected' }),
    'POST /v1/approvals/apr_1/cancel': approval({ status: 'canceled' }),
  }
  const openIt = async (change: Record<string, unknown> = {}, held = ADMINS) => {
    const view = await open({ ...answers, ...change }, held)
    await openRow(view, 'Asked by', 'apr_1')
    return view
  }

  it('says who asks for what, in names', async () => {
    const view = await open(answers)
    expect(table(view, 'Asked by')?.prop('items')).toMatchObject([
      { what: 'Give Kim Lee the role Admin', by: 'Robin Hale', status: 'Pending' },
    ])
    const [query] = view.backend.asked.filter(({ path }) => path === '/v1/approvals')
    expect(query?.query.get('status')).toBe('pending')
    await choose(view, 'Which approvals', 'all')
    expect(view.backend.asked.at(-1)?.query.get('status')).toBeNull()
  })

  it('is given', async () => {
    const view = await openIt()
    await press(view, 'Approve')
    expect(view.toasts).toEqual(['Approved and done'])
    expect(drawer(view)).toBeNull()
  })

  it('is refused with a reason', async () => {
    const view = await openIt()
    await typeIn(view, { 'Reason for rejecting (optional)': ' Not this year. ' })
    await press(view, 'Reject')
    expect(sentTo(view, 'POST /v1/approvals/apr_1/reject')).toEqual([{ reason: 'Not this year.' }])
    expect(view.toasts).toEqual(['Rejected'])
  })

  it('that one asked for oneself is taken back, not given: the reason is said', async () => {
    const view = await openIt({ 'GET /v1/approvals': list([{ ...waiting, requested_by: 'mem_1' }]) })
    expect(lastBanner(view)?.prop('title')).toContain('You asked for this yourself')
    expect(button(view, 'Approve')?.prop('disabled')).toBe(true)
    expect(button(view, 'Reject')).toBeUndefined()
    await press(view, 'Take back')
    expect(view.toasts).toEqual(['Taken back'])
  })

  it('is not decided by those who may only see it', async () => {
    const view = await openIt({}, ['settings:read', 'team:read', 'approvals:read'])
    expect(lastBanner(view)?.prop('title')).toBe('Only those who may decide approvals decide this.')
    expect(button(view, 'Approve')?.prop('disabled')).toBe(true)
    expect(button(view, 'Reject')?.prop('disabled')).toBe(true)
  })

  it('that has been decided says how, and offers nothing', async () => {
    const rejected = approval({
      status: 'rejected',
      decided_by: 'mem_3',
      decided: 1_790_000_000,
      rejection: 'Not this year.',
    })
    const view = await openIt({ 'GET /v1/approvals': list([rejected]) })
    expect(view.screen.text).toContain('Not this year.')
    expect(button(view, 'Approve')).toBeUndefined()
  })

  it('is absent for those who may not see any', async () => {
    const view = await open(answers, ['settings:read', 'team:read'])
    expect(table(view, 'Asked by')).toBeUndefined()
    expect(view.backend.asked.some(({ path }) => path === '/v1/approvals')).toBe(false)
  })
})

describe('what needs a second person', () => {
  it('is shown to all; who may not change it is told who may', async () => {
    const rules = { role_grant: true, refund_above: { amount: 50_000, currency: 'usd' } }
    const view = await open({ 'GET /v1/workspace': workspace(rules) })
    expect(view.screen.text).toContain('Giving rightsAlways')
    expect(view.screen.text).toContain('RefundsAbove $500.00')
    expect(button(view, 'Change rules')?.prop('disabled')).toBe(true)
    expect(view.screen.text).toContain('Only owners change these rules.')
  })

  it('is changed by owners', async () => {
    const view = await open({ 'PATCH /v1/workspace': workspace() }, ALL)
    await press(view, 'Change rules')
    view.screen.find(Switch)?.trigger('onChange', { target: { checked: true } })
    await choose(view, 'Refunds', 'above')
    await press(view, 'Save rules')
    expect(sentTo(view, 'PATCH /v1/workspace')).toEqual([])
    view.screen.find(CurrencyField)?.trigger('onChange', 50_000)
    await view.settle()
    await press(view, 'Save rules')
    expect(sentTo(view, 'PATCH /v1/workspace')).toEqual([
      {
        four_eyes: {
          role_grant: true,
          refund_above: { amount: 50_000, currency: 'usd' },
          transfer_above: null,
          credit_note_above: null,
        },
      },
    ])
    expect(view.toasts).toEqual(['Rules changed'])
  })
})
