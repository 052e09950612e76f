import { Banner, Button, Chip, DataTable, Select, TableRow, TextArea } from '@stripe/ui-extension-sdk/ui'
import { Tab } from '@stripe/ui-extension-sdk/ui/next'
import type { Me } from '../api/types'
import { choose, drawer, openTab, press, type as typeIn, type Opened } from '../testing/acting'
import { fullDesk, me } from '../testing/answers'
import { refuse } from '../testing/backend'
import { openView } from '../testing/openView'
import { ADMINS, auditEntry, list, member, verification } from '../testing/team-answers'
import AppSettings from '../views/AppSettings'

async function open(change: Record<string, unknown> = {}, held: Me['permissions'] = ADMINS): Promise<Opened> {
  const view = openView(AppSettings, {
    answers: {
      ...fullDesk(),
      'GET /v1/me': me(held),
      'GET /v1/audit_entries': list([auditEntry()]),
      'GET /v1/audit_entries/verification': verification(),
      'GET /v1/members': list([member()]),
      ...change,
    },
  })
  await openTab(view, 'audit')
  return view
}

const lastQuery = ({ backend }: Opened) =>
  backend.asked.filter(({ path }) => path === '/v1/audit_entries').at(-1)?.query
const chip = ({ screen }: Opened, label: string) => screen.find(Chip, { label })
const openEntry = async ({ screen, settle }: Opened) => {
  screen.find(DataTable)?.trigger('onRowClick', { id: 'aud_1' })
  await settle()
}
const openFilter = async (view: Opened) => {
  chip(view, 'Who')?.trigger('onAddSuggestion')
  await view.settle()
}

describe('the audit trail', () => {
  it('says who did what to what, in words and names', async () => {
    const view = await open({
      'GET /v1/audit_entries': list([
        auditEntry(),
        auditEntry({
          id: 'aud_2',
          actor: { kind: 'job', id: 'churn-daily' },
          action: 'api_key.created',
          target: { type: 'api_key', id: 'key_0mwqoxbjz1d90eed34f2e0' },
        }),
        auditEntry({
          id: 'aud_3',
          actor: { kind: 'command_line', id: 'desk' },
          action: 'member.added',
          target: { type: 'member', id: 'mem_2' },
        }),
      ]),
    })
    expect(view.screen.find(DataTable)?.prop('items')).toMatchObject([
      { actor: 'Robin Hale', action: 'Role changed', target: 'role_1' },
      { actor: 'Scheduled work churn-daily', action: 'API key created', target: 'key_…34f2e0' },
      { actor: 'Command line', action: 'Member added', target: 'Robin Hale' },
    ])
  })

  it('is no tab for those who may not read it', async () => {
    const view = await open({}, ['settings:read'])
    expect(view.screen.findAll(Tab).map((tab) => tab.prop('id'))).toEqual(['general', 'security'])
  })

  it('says what failed, and the verification stands by itself', async () => {
    const view = await open({ 'GET /v1/audit_entries': refuse(500, 'internal', 'Broken.') })
    expect(view.screen.findAll(Banner).at(-1)?.prop('title')).toBe('The audit trail could not be loaded')
    expect(view.screen.text).toContain('Entries up to 1,234 hold')
  })

  it('turns pages by the last id', async () => {
    const view = await open({
      'GET /v1/audit_entries': ({ query }: { query: URLSearchParams }) =>
        query.get('starting_after') === 'aud_1'
          ? list([auditEntry({ id: 'aud_0' })])
          : { ...list([auditEntry()]), has_more: true },
    })
    view.screen.find(DataTable)?.trigger('pagination.onPageChange', 2)
    await view.settle()
    expect(view.screen.find(DataTable)?.prop('items')).toMatchObject([{ id: 'aud_0' }])
  })
})

describe('its filter', () => {
  it('narrows by who, area, object, account and days; each is a chip that can be taken off', async () => {
    const view = await open()
    await openFilter(view)
    await choose(view, 'Who', 'mem_2')
    await choose(view, 'Action', 'role.')
    await typeIn(view, { About: ' role_1 ' })
    await choose(view, 'Account', 'acct_1')
    await press(view, 'Show')
    expect(Object.fromEntries(lastQuery(view) ?? [])).toEqual({
      limit: '20',
      actor: 'mem_2',
      action: 'role.',
      target: 'role_1',
      account: 'acct_1',
    })
    expect(['Who', 'Action', 'About', 'Account'].map((label) => chip(view, label)?.prop('value'))).toEqual([
      'Robin Hale',
      'Roles',
      'role_1',
      'Lumen Software',
    ])
    chip(view, 'Action')?.trigger('onClose')
    await view.settle()
    expect(lastQuery(view)?.get('action')).toBeNull()
    expect(lastQuery(view)?.get('actor')).toBe('mem_2')
  })

  it('with no match says so', async () => {
    const view = await open({
      'GET /v1/audit_entries': ({ query }: { query: URLSearchParams }) =>
        list(query.get('target') ? [] : [auditEntry()]),
    })
    await openFilter(view)
    await typeIn(view, { About: 'role_9' })
    await press(view, 'Show')
    expect(view.screen.text).toContain('No entry matches the filter.')
  })

  it('keeps a value that its choices do not hold', async () => {
    const view = await open()
    await openEntry(view)
    await press(view, 'All of this kind')
    expect(lastQuery(view)?.get('action')).toBe('role.changed')
    await openFilter(view)
    const options = view.screen.find(Select, { label: 'Action' })?.inside ?? []
    expect(options.at(-1)?.prop('value')).toBe('role.changed')
  })
})

describe('an entry', () => {
  it('opens before and after side by side, what differs first, and its seal', async () => {
    const view = await open()
    await openEntry(view)
    expect(drawer(view)).toBe('Role changed')
    const rows = view.screen.findAll(TableRow).map(({ text }) => text)
    expect(rows).toEqual([
      'FieldBeforeAfter',
      'PermissionsChangedrefunds:writerefunds:write, team:read',
      'NameRefundsRefunds',
    ])
    expect(view.screen.text).toContain('Number 7')
    expect(view.screen.text).toContain('203.0.113.7')
  })

  it('leads to all about the same object, and all by the same actor', async () => {
    const view = await open()
    await openEntry(view)
    await press(view, 'All about this')
    expect(lastQuery(view)?.get('target')).toBe('role_1')
    await openEntry(view)
    await press(view, 'All by the same')
    expect(lastQuery(view)?.get('actor')).toBe('mem_2')
    expect(lastQuery(view)?.get('target')).toBeNull()
  })
})

describe('the export', () => {
  it('gives a request with the filter and a command, because a view cannot save files', async () => {
    const view = await open()
    await openFilter(view)
    await typeIn(view, { About: 'role_1' })
    await press(view, 'Show')
    await press(view, 'Export')
    const [request, command] = view.screen.findAll(TextArea).map((one) => String(one.prop('defaultValue')))
    expect(request).toContain('https://desk.test/v1/audit_entries/export?format=csv&target=role_1"')
    expect(command).toBe('npm run desk -- audit export --format csv --out audit.csv')
    await press(view, 'Copy command')
    expect(view.copied).toEqual([command])
  })

  it('is locked for those who may not, and the reason is said', async () => {
    const view = await open({}, ['settings:read', 'audit:read'])
    const button = view.screen.findAll(Button).find(({ text }) => text === 'Export')
    expect(button?.prop('disabled')).toBe(true)
    expect(view.screen.text).toContain('Only those who may export the trail export it.')
  })
})

describe('the verification', () => {
  it('follows the trail stretch by stretch, and is made again when asked', async () => {
    const asked: (string | null)[] = []
    const view = await open({
      'GET /v1/audit_entries/verification': ({ query }: { query: URLSearchParams }) => {
        asked.push(query.get('from'))
        return query.get('from') === '1' ? verification({ next_from: 20_001 }) : verification({ to: 20_500 })
      },
    })
    expect(asked).toEqual(['1', '20001'])
    expect(view.screen.text).toContain('HoldsEntries up to 20,500 hold · checked just now')
    await press(view, 'Check again')
    expect(asked).toHaveLength(4)
  })

  it('ends after ten stretches, and says where the rest is checked', async () => {
    let stretches = 0
    const view = await open({
      'GET /v1/audit_entries/verification': () => {
        stretches += 1
        return verification({ to: stretches * 20_000, next_from: stretches * 20_000 + 1 })
      },
    })
    expect(stretches).toBe(10)
    expect(view.screen.text).toContain('goes on at entry 200,001; desk audit verify checks all of it.')
  })

  it('names the first bad entry and what is wrong with it', async () => {
    const fault = { seq: 57, reason: 'altered' as const, detail: 'The entry is not what was sealed' }
    const view = await open({
      'GET /v1/audit_entries/verification': verification({ to: 56, holds: false, fault, vouched: 40 }),
    })
    const banner = view.screen.findAll(Banner).at(-1)
    expect(banner?.prop('title')).toBe('Entry 57 does not hold')
    expect(banner?.prop('description')).toContain('The entry is not what was sealed')
    expect(banner?.prop('description')).toContain('vouches for the trail up to entry 40')
  })
})
