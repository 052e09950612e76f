import { PEOPLE, ROLES } from '../people'
import type { Session } from '../protocol'
import { readFromAddress, resolveChoices, type Stored } from './choices'

const APP = 'com.example.app'
const session: Session = {
  app: {
    id: APP,
    name: 'App',
    version: '1',
    views: [],
    permissions: ['customer_read', 'invoice_read'],
    connectSrc: [],
    imageSrc: [],
    constants: {},
  },
  backendUrl: 'http://localhost',
  keyMode: 'test',
  accounts: [],
  people: PEOPLE,
  roles: ROLES,
}
const DEFAULTS = { locale: 'en-US@posix', timeZone: 'Europe/Berlin' }
const resolve = (stored: Stored) => resolveChoices(session, stored, DEFAULTS)

describe('the switches', () => {
  it('begin with the first user in their own role, in the browser’s language and time zone', () => {
    const { choices, faults } = resolve({})
    expect(faults).toEqual([])
    expect(choices).toMatchObject({
      person: { id: 'usr_preview_amara' },
      role: { id: 'admin' },
      mode: 'test',
      locale: 'en-US',
      timeZone: 'Europe/Berlin',
      without: [],
      network: { offline: false, latencyMs: 0 },
      windowSize: 'large',
      drawer: 'open',
    })
    expect(resolve({ user: 'usr_preview_luca' }).choices.role.id).toBe('view_only')
  })

  it('are what was stored', () => {
    const { choices, faults } = resolve({
      user: 'usr_preview_mei',
      role: 'analyst',
      mode: 'live',
      locale: 'ja-jp',
      time_zone: 'Asia/Tokyo',
      without: 'invoice_read',
      offline: '1',
      latency: '2000',
      window: 'small',
      drawer: 'closed',
    })
    expect(faults).toEqual([])
    expect(choices).toMatchObject({
      person: { id: 'usr_preview_mei' },
      role: { id: 'analyst' },
      mode: 'live',
      locale: 'ja-JP',
      timeZone: 'Asia/Tokyo',
      without: ['invoice_read'],
      network: { offline: true, latencyMs: 2000 },
      windowSize: 'small',
      drawer: 'closed',
    })
  })

  it('name what there is not, and stay at their default', () => {
    const { choices, faults } = resolve({
      user: 'usr_x',
      locale: 'x',
      time_zone: 'Mars/One',
      without: 'a_read',
    })
    expect(choices.person.id).toBe('usr_preview_amara')
    expect(faults).toEqual(
      [
        'the app has no permission a_read',
        'preview_user cannot be usr_x',
        'preview_locale cannot be x',
        'preview_time_zone cannot be Mars/One',
      ].sort((a, b) => faults.indexOf(a) - faults.indexOf(b)),
    )
    expect(faults).toHaveLength(4)
  })

  it('are read from an address, which keeps the rest of its query', () => {
    expect(
      readFromAddress('?status=open&preview_role=analyst&app_from=mail&app[a]=b&preview_x=1', APP),
    ).toEqual({
      stored: { role: 'analyst' },
      unknown: ['preview_x'],
      rest: '?status=open&app_from=mail&app[a]=b',
    })
    expect(readFromAddress('', APP)).toEqual({ stored: {}, unknown: [], rest: '' })
  })

  it('open the drawer by a deep link into the app, and by no other', () => {
    expect(readFromAddress(`?apps[${APP}][target]=drawer`, APP).stored).toEqual({ drawer: 'open' })
    expect(readFromAddress(`?open_drawer_app=${APP}`, APP).stored).toEqual({ drawer: 'open' })
    expect(readFromAddress('?open_drawer_app=com.example.other', APP).stored).toEqual({})
  })
})
