import type { AppPlace, SearchParamValue, SearchParams } from '../protocol'

/** Where the page is: what the address bar says, and nothing else. */
export type Place =
  | { page: 'home' }
  | { page: 'customers' }
  | { page: 'customer'; customerId: string }
  | { page: 'app'; place: AppPlace }
  | { page: 'settings' }
  | { page: 'unknown' }

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

/** The address of a place; the account leads, as in the Dashboard. */
export function addressOf(place: Place, accountId: string, appId: string): string {
  const base = `/${accountId}`
  switch (place.page) {
    case 'customers':
      return `${base}/customers`
    case 'customer':
      return `${base}/customers/${encodeURIComponent(place.customerId)}`
    case 'settings':
      return `${base}/settings/apps/${appId}`
    case 'app': {
      const query: string[] = []
      for (const [name, value] of Object.entries(place.place.searchParams))
        writeParam(query, `app[${name}]`, value)
      const path = place.place.href === '/' ? '' : place.place.href
      return `${base}/app/${appId}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`
    }
    default:
      return `${base}/dashboard`
  }
}

/** The account and the place that an address names; a bare address is the home page. */
export function readAddress(pathname: string, search: string): { accountId: string | null; place: Place } {
  const [accountId, section, ...rest] = pathname.split('/').filter(Boolean)
  if (!accountId) return { accountId: null, place: { page: 'home' } }
  if (!section || section === 'dashboard') return { accountId, place: { page: 'home' } }
  if (section === 'customers') {
    const [customerId] = rest
    return {
      accountId,
      place: customerId
        ? { page: 'customer', customerId: decodeURIComponent(customerId) }
        : { page: 'customers' },
    }
  }
  if (section === 'app') {
    const href = `/${rest.slice(1).join('/')}`
    return { accountId, place: { page: 'app', place: { href, searchParams: readSearchParams(search) } } }
  }
  if (section === 'settings') return { accountId, place: { page: 'settings' } }
  return { accountId, place: { page: 'unknown' } }
}
