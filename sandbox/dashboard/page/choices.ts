import type { Network } from '../network'
import type { Person, Role, Session } from '../protocol'
import type { Mode } from './preview-context'

/** What the switches of the preview can be set to. The account is not among them: the address leads with it. */
export type Choices = {
  person: Person
  role: Role
  mode: Mode
  locale: string
  timeZone: string
  /** Permissions of the manifest that are taken away. */
  without: string[]
  network: Network
  windowSize: 'large' | 'small'
  drawer: 'open' | 'closed'
}

/** Each switch by the name it has in the address, after `preview_`. */
export const SWITCHES = [
  'user',
  'role',
  'mode',
  'locale',
  'time_zone',
  'without',
  'offline',
  'latency',
  'window',
  'drawer',
] as const

export type SwitchName = (typeof SWITCHES)[number]
/** Every switch as text; one that is not set is at its default. */
export type Stored = Partial<Record<SwitchName, string>>

const PREFIX = 'preview_'

function isSwitch(name: string): name is SwitchName {
  return SWITCHES.some((known) => known === name)
}

/** What an address sets, and its query without that. A deep link into the app opens the drawer. */
export function readFromAddress(
  search: string,
  appId: string,
): { stored: Stored; unknown: string[]; rest: string } {
  const stored: Stored = {}
  const unknown: string[] = []
  const kept: string[] = []
  for (const part of search.replace(/^\?/, '').split('&').filter(Boolean)) {
    const [[key = '', value = ''] = []] = new URLSearchParams(part)
    if (key.startsWith(`apps[${appId}]`) || (key === 'open_drawer_app' && value === appId))
      stored.drawer = 'open'
    else if (!key.startsWith(PREFIX)) kept.push(part)
    else if (isSwitch(key.slice(PREFIX.length))) stored[key.slice(PREFIX.length) as SwitchName] = value
    else unknown.push(key)
  }
  return { stored, unknown, rest: kept.length > 0 ? `?${kept.join('&')}` : '' }
}

/** A locale as `Intl` writes it, or null; some systems name one that it refuses, such as `en-US@posix`. */
export function usableLocale(locale: string): string | null {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? null
  } catch {
    return null
  }
}

export function usableTimeZone(timeZone: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone
  } catch {
    return null
  }
}

type Defaults = { locale: string; timeZone: string }

/** What the switches stand at, and which of them were set to something that there is not. */
export function resolveChoices(
  session: Session,
  stored: Stored,
  defaults: Defaults,
): { choices: Choices; faults: string[] } {
  const faults: string[] = []
  /** The first that was asked for, or the default: `find` gives null for what there is not. */
  function pick<T>(name: SwitchName, find: (text: string) => T | null | undefined, otherwise: T): T {
    const text = stored[name]
    if (text === undefined) return otherwise
    const found = find(text)
    if (found === null || found === undefined) faults.push(`${PREFIX}${name} cannot be ${text}`)
    return found ?? otherwise
  }
  const [firstPerson] = session.people
  const [firstRole] = session.roles
  if (!firstPerson || !firstRole) throw new Error('The preview has no users.')
  const person = pick('user', (text) => session.people.find(({ id }) => id === text), firstPerson)
  const ownRole = session.roles.find(({ id }) => id === person.role) ?? firstRole
  const without = (stored.without ?? '').split(',').filter(Boolean)
  for (const permission of without)
    if (!session.app.permissions.includes(permission)) faults.push(`the app has no permission ${permission}`)
  const choices: Choices = {
    person,
    role: pick('role', (text) => session.roles.find(({ id }) => id === text), ownRole),
    mode: pick<Mode>('mode', (text) => (text === 'live' || text === 'test' ? text : null), session.keyMode),
    locale: pick('locale', usableLocale, usableLocale(defaults.locale) ?? 'en-US'),
    timeZone: pick('time_zone', usableTimeZone, defaults.timeZone),
    without,
    network: {
      offline: pick('offline', (text) => ({ '1': true, '0': false })[text], false),
      latencyMs: pick('latency', (text) => (/^\d{1,5}$/.test(text) ? Number(text) : null), 0),
    },
    windowSize: pick<Choices['windowSize']>(
      'window',
      (text) => (text === 'large' || text === 'small' ? text : null),
      'large',
    ),
    drawer: pick<Choices['drawer']>(
      'drawer',
      (text) => (text === 'open' || text === 'closed' ? text : null),
      'open',
    ),
  }
  return { choices, faults }
}
