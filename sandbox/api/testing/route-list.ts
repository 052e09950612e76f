import { routeTable } from '../routes/table'

const BEGIN = '<!-- routes: begin (node --import tsx sandbox/api/testing/write-readme.ts) -->'
const END = '<!-- routes: end -->'

/** The covered routes as the README shows them, a line for each path. */
export function routeList(): string {
  const methods = new Map<string, string[]>()
  for (const { path, method } of routeTable({ pending: () => 0, failed: () => false })) {
    methods.set(path, [...(methods.get(path) ?? []), method])
  }
  const width = Math.max(...[...methods.keys()].map((path) => path.length))
  const lines = [...methods]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, verbs]) => `${path.padEnd(width)}  ${verbs.join(' ')}`)
  return `${BEGIN}\n\n\`\`\`text\n${lines.join('\n')}\n\`\`\`\n\n${END}`
}

/** The README's text with its list of routes brought up to date. */
export function withRouteList(readme: string): string {
  const begin = readme.indexOf(BEGIN)
  const end = readme.indexOf(END)
  if (begin < 0 || end < begin)
    throw new Error('sandbox/README.md has lost the marks around its list of routes')
  return `${readme.slice(0, begin)}${routeList()}${readme.slice(end + END.length)}`
}
