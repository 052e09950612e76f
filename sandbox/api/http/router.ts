import type { Route } from './route'

export interface Match {
  route: Route
  ids: string[]
}

interface Pattern {
  route: Route
  parts: string[]
}

/** Finds the route of a request by its method and path. */
export function createRouter(routes: readonly Route[]): (method: string, path: string) => Match | undefined {
  const patterns = new Map<string, Pattern[]>()
  const keyOf = (method: string, parts: string[]) => `${method} ${parts[2] ?? ''} ${parts.length}`
  for (const route of routes) {
    const parts = route.path.split('/')
    const key = keyOf(route.method, parts)
    patterns.set(key, [...(patterns.get(key) ?? []), { route, parts }])
  }
  return (method, path) => {
    const parts = path.split('/')
    for (const { route, parts: pattern } of patterns.get(keyOf(method, parts)) ?? []) {
      const ids: string[] = []
      const fits = pattern.every((part, index) => {
        const given = parts[index] ?? ''
        if (!part.startsWith(':')) return part === given
        ids.push(decodeURIComponent(given))
        return given !== ''
      })
      if (fits) return { route, ids }
    }
    return undefined
  }
}
