import type { Observation } from '../http/execute'
import { routeTable } from '../routes/table'

const BEGIN = '<!-- routes: begin (node --import tsx sandbox/api/testing/write-readme.ts) -->'
const END = '<!-- routes: end -->'

/** The covered routes as the README shows them, with the parameters that each of them reads. */
export function routeList(seen: Observation[]): string {
  const lines = routeTable({ pending: () => 0, failed: () => false })
    .map(({ method, path }) => ({ method, path }))
    .sort((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : 0))
    .map(({ method, path }) => {
      const asked = seen.filter(({ route }) => route.method === method && route.path === path)
      const names = new Set(asked.flatMap(({ parameters }) => parameters))
      // What holds nested parameters is told by them.
      const leaves = [...names].filter((name) => ![...names].some((other) => other.startsWith(`${name}[`)))
      const words = leaves.filter((name) => name !== 'expand').sort()
      return `${method} ${path}${words.length > 0 ? `\n    ${words.join(' ')}` : ''}`
    })
  return `${BEGIN}\n\n\`\`\`text\n${lines.join('\n')}\n\`\`\`\n\n${END}`
}

/** The README's text with its list of routes brought up to date. */
export function withRouteList(readme: string, seen: Observation[]): string {
  const begin = readme.indexOf(BEGIN)
  const end = readme.indexOf(END)
  if (begin < 0 || end < begin)
    throw new Error('sandbox/README.md has lost the marks around its list of routes')
  return `${readme.slice(0, begin)}${routeList(seen)}${readme.slice(end + END.length)}`
}
