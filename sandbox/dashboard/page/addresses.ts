import type { AppPlace, SearchParamValue, SearchParams } from '../protocol'
import { PAGE_NAMES, pageEntry, type PageName } from './page-table'

export type Params = Readonly<Record<string, string>>

/** Where the page is: what the address bar says, and nothing else. */
export type Place = {
  /** What a deep link or a route hands to the views, without the prefix `app_`. */
  env?: Params
} & (
  | { page: PageName; id?: string; query?: Params }
  | { page: 'settings' }
  | { page: 'onboarding' }
  | { page: 'app'; place: AppPlace }
  | { page: 'unknown'; path: string }
)

/** How a list remembers its filter and its page. */
const LIST_PARAMS = ['status', 'email', 'starting_after', 'ending_before']

function writeParam(query: string[], key: string, value: SearchParamValue): void {
  if (value === null || value === undefined) return
  if (typeof value === 'string') {
    // Brackets stay readable, as in the Dashboard's own addresses.
    query.push(`${key.replace(/[^\w[\].-]/g, encodeURIComponent)}=${encodeURIComponent(value)}`)
    return
  }
  if (Array.isArray(value)) {
    for (const item of value as readonly SearchParamValue[]) writeParam(query, `${key}[]`, item)
    return
  }
  for (const [name, item] of Object.entries(value)) writeParam(query, `${key}[${name}]`, item)
}

type Tree = { [name: string]: string | string[] | Tree }

function readParam(tree: Tree, path: string[], value: string): void {
  const [name, ...rest] = path
  if (!name || name === '__proto__') return
  if (rest.length === 0) tree[name] = value
  else if (rest.length === 1 && rest[0] === '') {
    const list = tree[name]
    tree[name] = Array.isArray(list) ? [...list, value] : [value]
  } else {
    const branch = tree[name]
    const next: Tree = typeof branch === 'object' && !Array.isArray(branch) ? branch : {}
    tree[name] = next
    readParam(next, rest, value)
  }
}

/** The `app[…]` parameters of an address. */
export function readSearchParams(search: string): SearchParams {
  const tree: Tree = {}
  for (const [key, value] of new URLSearchParams(search)) {
    const inner = /^app((?:\[[^\]]*\])+)$/.exec(key)?.[1]
    if (inner) readParam(tree, inner.slice(1, -1).split(']['), value)
  }
  return tree
}

function pathOf(place: Place, appId: string): string {
  switch (place.page) {
    case 'settings':
      return `settings/apps/${appId}`
    case 'onboarding':
      return `onboarding/${appId}`
    case 'app':
      return `app/${appId}${place.place.href === '/' ? '' : place.place.href}`
    case 'unknown':
      return place.path
    default:
      return pageEntry(place.page).path + (place.id === undefined ? '' : `/${encodeURIComponent(place.id)}`)
  }
}

/** The address of a place; the account leads, as in the Dashboard. */
export function addressOf(place: Place, accountId: string, appId: string): string {
  const query: string[] = []
  if (place.page === 'app') {
    for (const [name, value] of Object.entries(place.place.searchParams))
      writeParam(query, `app[${name}]`, value)
  }
  if ('query' in place)
    for (const [name, value] of Object.entries(place.query ?? {})) writeParam(query, name, value)
  for (const [name, value] of Object.entries(place.env ?? {})) writeParam(query, `app_${name}`, value)
  return `/${accountId}/${pathOf(place, appId)}${query.length > 0 ? `?${query.join('&')}` : ''}`
}

function readPath(path: string, search: string): Place {
  const parts = path.split('/')
  if (parts[0] === 'settings') return { page: 'settings' }
  if (parts[0] === 'onboarding') return { page: 'onboarding' }
  if (parts[0] === 'app') {
    const href = `/${parts.slice(2).join('/')}`
    return { page: 'app', place: { href, searchParams: readSearchParams(search) } }
  }
  for (const page of PAGE_NAMES) {
    const entry = pageEntry(page)
    const inside = path.startsWith(`${entry.path}/`) ? path.slice(entry.path.length + 1) : null
    if (inside && entry.detail && !inside.includes('/')) return { page, id: decodeURIComponent(inside) }
    if (path !== entry.path) continue
    const query = [...new URLSearchParams(search)].filter(([key]) => LIST_PARAMS.includes(key))
    return query.length > 0 ? { page, query: Object.fromEntries(query) } : { page }
  }
  return { page: 'unknown', path }
}

/** The account and the place that an address names; a bare address is the home page. */
export function readAddress(pathname: string, search: string): { accountId: string | null; place: Place } {
  const [accountId, ...rest] = pathname.split('/').filter(Boolean)
  const place: Place = rest.length === 0 ? { page: 'home' } : readPath(rest.join('/'), search)
  const env = [...new URLSearchParams(search)]
    .filter(([key]) => key.startsWith('app_'))
    .map(([key, value]) => [key.slice('app_'.length), value])
  return {
    accountId: accountId ?? null,
    place: env.length > 0 ? { ...place, env: Object.fromEntries(env) } : place,
  }
}
