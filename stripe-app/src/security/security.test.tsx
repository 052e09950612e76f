import { Banner, Button, DataTable, FocusView, TextArea, TextField } from '@stripe/ui-extension-sdk/ui'
import { Tab } from '@stripe/ui-extension-sdk/ui/next'
import type { Me, SecondFactor, Session } from '../api/types'
import { drawer, openTab, press, sentTo, type as typeIn, type Opened } from '../testing/acting'
import { fullDesk, me } from '../testing/answers'
import { refuse } from '../testing/backend'
import { openView } from '../testing/openView'
import { ADMINS, ALL, list, teamDesk } from '../testing/team-answers'
import AppSettings from '../views/AppSettings'
import { deviceText } from './device'

const factor = (change: Partial<SecondFactor> = {}): SecondFactor => ({
  object: 'second_factor',
  active: false,
  required: false,
  confirmed: null,
  recovery_codes_left: 0,
  ...change,
})
const ACTIVE = factor({ active: true, confirmed: 1_790_000_000, recovery_codes_left: 9 })

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'
const session = (change: Partial<Session> = {}): Session => ({
  id: 'ses_1',
  object: 'session',
  created: 1_790_000_000,
  last_used: Math.floor(Date.now() / 1000) - 7200,
  expires: 1_800_000_000,
  address: '203.0.113.7',
  user_agent: FIREFOX,
  current: false,
  ...change,
})

/** A Stripe user who is tied to a member with a password. */
const tied = (held: Me['permissions'] = ADMINS, change: Partial<Me> = {}): Me => {
  const one = me(held)
  return {
    ...one,
    signs_in_here: true,
    member: { ...one.member, email: 'amara@example.com' },
    ...change,
  }
}
const rule = (require_second_factor: boolean) => ({ object: 'security', require_second_factor })

async function open(change: Record<string, unknown> = {}, tab = 'security'): Promise<Opened> {
  const view = openView(AppSettings, {
    answers: {
      ...fullDesk(),
      ...teamDesk(),
      'GET /v1/me': tied(),
      'GET /v1/api_keys': list([]),
      'GET /v1/security': rule(false),
      'GET /v1/auth/second_factor': factor(),
      'GET /v1/auth/sessions': list([session(), session({ id: 'ses_2', user_agent: 'curl/8.5.0' })]),
      ...change,
    },
  })
  await openTab(view, tab)
  return view
}
const button = ({ screen }: Opened, label: string) =>
  screen.findAll(Button).find(({ text }) => text === label)
const shown = ({ screen }: Opened, label: string) => screen.find(TextArea, { label })?.prop('defaultValue')

describe('the sessions', () => {
  const endFirst = async (view: Opened) => {
    const actions = view.screen.find(DataTable)?.prop('rowActions') as { onPress: (row: object) => void }[]
    actions[0]?.onPress({ id: 'ses_1' })
    await view.settle()
  }

  it('are listed by device, address and last use', async () => {
    const view = await open()
    expect(view.screen.find(DataTable)?.prop('items')).toMatchObject([
      { device: 'Firefox on Windows', address: '203.0.113.7', used: '2 hours ago' },
      { device: 'curl/8.5.0' },
    ])
  })

  it('are ended one by one, after one question that names it', async () => {
    const view = await open({ 'POST /v1/auth/sessions/ses_1/revoke': {} })
    await endFirst(view)
    expect(drawer(view)).toBe('End session')
    expect(view.screen.text).toContain('Firefox on Windows, signed in from 203.0.113.7')
    expect(sentTo(view, 'POST /v1/auth/sessions/ses_1/revoke')).toEqual([])
    await press(view, 'End session')
    expect(sentTo(view, 'POST /v1/auth/sessions/ses_1/revoke')).toHaveLength(1)
    expect(view.toasts).toEqual(['Session ended'])
    expect(drawer(view)).toBeNull()
  })

  it('are ended all at once, and a refusal is told where it was asked', async () => {
    const view = await open({
      'POST /v1/auth/sessions/revoke_others': refuse(403, 'permission_missing', 'You are not tied.'),
    })
    await press(view, 'End all sessions')
    await press(view, 'End all sessions')
    expect(view.screen.find(Banner)?.prop('description')).toBe('You are not tied.')
    expect(drawer(view)).toBe('End all sessions')
  })

  it('say that there are none', async () => {
    const view = await open({ 'GET /v1/auth/sessions': list([]) })
    expect(view.screen.text).toContain('You are signed in with your password nowhere.')
    expect(button(view, 'End all sessions')).toBeUndefined()
  })

  it('say what failed', async () => {
    const view = await open({ 'GET /v1/auth/sessions': refuse(500, 'internal', 'Broken.') })
    expect(view.screen.findAll(Banner).at(-1)?.prop('title')).toBe('Your sessions could not be loaded')
  })
})

describe('the own second factor', () => {
  const ENROLMENT = {
    object: 'second_factor_enrolment',
    secret: 'JBSWY3DPEHPK3PXP',
    otpauth_uri: 'otpauth://totp/Revenue%20Desk:amara@example.com?secret=JBSWY3DPEHPK3PXP',
  }
  const CODES = ['aaaa-bbbb-cccc-dddd', 'eeee-ffff-gggg-hhhh']
  const URL = '/v1/auth/second_factor'

  it('is set up: key, address and a code; the recovery codes are shown once, and gone when closed', async () => {
    const view = await open({
      [`POST ${URL}`]: ENROLMENT,
      [`POST ${URL}/confirm`]: { object: 'recovery_codes', codes: CODES },
    })
    await press(view, 'Set up')
    expect(sentTo(view, `POST ${URL}`)).toEqual([])
    await press(view, 'Continue')
    expect([shown(view, 'Key'), shown(view, 'Address')]).toEqual([ENROLMENT.secret, ENROLMENT.otpauth_uri])
    await press(view, 'Copy key')
    expect(view.copied).toEqual([ENROLMENT.secret])
    await typeIn(view, { Code: '123 456' })
    await press(view, 'Turn on')
    expect(sentTo(view, `POST ${URL}/confirm`)).toEqual([{ totp: '123456' }])
    expect(view.toasts).toContain('Second factor is on')
    expect(view.screen.text).not.toContain(ENROLMENT.secret)
    expect(shown(view, 'Recovery codes')).toBe(CODES.join('\n'))
    await press(view, 'Copy codes')
    expect(view.copied.at(-1)).toBe(CODES.join('\n'))
    await press(view, 'Close')
    expect([drawer(view), shown(view, 'Recovery codes')]).toEqual([null, undefined])
  })

  it('is not confirmed by what is no code, nor by another one: both are said at the field', async () => {
    const errors = [{ pointer: '/body/totp', message: 'must be the current code' }]
    const view = await open({
      [`POST ${URL}`]: ENROLMENT,
      [`POST ${URL}/confirm`]: refuse(400, 'invalid_request', 'Another code.', { errors }),
    })
    const error = () => view.screen.find(TextField, { label: 'Code' })?.prop('error')
    await press(view, 'Set up')
    await press(view, 'Continue')
    await typeIn(view, { Code: '12345' })
    await press(view, 'Turn on')
    expect(error()).toBe('Enter the six digits that the app shows.')
    expect(sentTo(view, `POST ${URL}/confirm`)).toEqual([])
    await typeIn(view, { Code: '123456' })
    await press(view, 'Turn on')
    expect(error()).toBe('must be the current code')
    expect(shown(view, 'Key')).toBe(ENROLMENT.secret)
  })

  it('that is on says since when, how many codes are left, and where it is removed', async () => {
    const view = await open({ [`GET ${URL}`]: ACTIVE })
    expect(button(view, 'Set up')).toBeUndefined()
    expect(view.screen.text).toContain('Second factorOn')
    expect(view.screen.text).toContain('Recovery codes left9')
    expect(view.screen.findAll(TextArea).map((field) => field.prop('defaultValue'))).toEqual([
      'npm run desk -- users reset-password --email amara@example.com',
      'npm run desk -- users remove-second-factor --email amara@example.com',
    ])
  })
})

describe('who is not tied to a member with a password', () => {
  it('reads that they sign in through Stripe, and where an admin ties them; nothing is asked for', async () => {
    const view = await open({ 'GET /v1/me': me(ADMINS) })
    expect(view.screen.text).toContain('You sign in through Stripe')
    expect(view.screen.text).toContain('an admin can tie you to that member under Team')
    expect(view.backend.asked.filter(({ path }) => /sessions|second_factor/.test(path))).toEqual([])
  })

  it('sees no rule that they may not read', async () => {
    const view = await open({ 'GET /v1/me': me(['analytics:read']) })
    expect(view.screen.findAll(Tab).map((tab) => tab.prop('id'))).toEqual(['general', 'security'])
    expect(view.screen.text).not.toContain('What the workspace requires')
  })
})

describe('the rule of the workspace', () => {
  it('is made by an owner with a second factor, after one question', async () => {
    const view = await open({
      'GET /v1/me': tied(ALL),
      'GET /v1/auth/second_factor': ACTIVE,
      'PATCH /v1/security': rule(true),
    })
    await press(view, 'Require a second factor')
    expect(sentTo(view, 'PATCH /v1/security')).toEqual([])
    expect(view.screen.text).toContain('can do nothing else until they set one up')
    await press(view, 'Require it')
    expect(sentTo(view, 'PATCH /v1/security')).toEqual([{ require_second_factor: true }])
    expect(view.toasts).toEqual(['Second factor required'])
  })

  it('is lifted also by an owner without one', async () => {
    const view = await open({
      'GET /v1/me': me(ALL),
      'GET /v1/security': rule(true),
      'PATCH /v1/security': rule(false),
    })
    expect(view.screen.text).toContain('Required of all who sign in with a password')
    await press(view, 'Require it no longer')
    await press(view, 'Require it no longer')
    expect(sentTo(view, 'PATCH /v1/security')).toEqual([{ require_second_factor: false }])
  })

  it.each([
    ['an admin', tied(ADMINS), 'Only owners change this rule.'],
    ['an owner without one', tied(ALL), 'Whoever requires it has one: set up your own first.'],
    ['an owner who comes through Stripe', me(ALL), 'an owner who signs in with a password can.'],
  ])('is locked for %s, and the reason is said', async (_who, asker, reason) => {
    const view = await open({ 'GET /v1/me': asker })
    expect(button(view, 'Require a second factor')?.prop('disabled')).toBe(true)
    expect(view.screen.text).toContain(reason)
  })
})

describe('who acts for one of several accounts', () => {
  it.each([
    ['team', ['Invite member', 'Create role']],
    ['api-keys', ['Create key']],
    ['security', ['Require a second factor']],
  ])('reads in %s why it is locked, and who opens it', async (tab, labels) => {
    const bound = { ...me(['settings:read', 'settings:write', 'team:read', 'keys:read']), bound: true }
    const view = await open({ 'GET /v1/me': bound }, tab)
    const notice = view.screen.find(Banner)
    expect(notice?.prop('title')).toBe('You act for Lumen Software only')
    expect(notice?.prop('description')).toContain('Ask an admin to map you')
    expect(labels.map((label) => button(view, label)?.prop('disabled'))).toEqual(labels.map(() => true))
  })

  it('is nobody else', async () => {
    const view = await open({}, 'team')
    expect(view.screen.find(FocusView)).toBeNull()
    expect(view.screen.text).not.toContain('You act for')
    expect(button(view, 'Invite member')?.prop('disabled')).toBe(false)
  })
})

test.each([
  [FIREFOX, 'Firefox on Windows'],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
    'Safari on macOS',
  ],
  [
    'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
    'Chrome on Android',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1',
    'Chrome on iOS',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
    'Edge on Windows',
  ],
  ['node', 'node'],
  ['x'.repeat(200), 'x'.repeat(40)],
  ['', 'Unknown'],
])('%s is %s', (userAgent, text) => {
  expect(deviceText(userAgent)).toBe(text)
})
