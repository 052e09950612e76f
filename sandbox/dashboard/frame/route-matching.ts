/** How a path finds its route: by specificity, not by order of declaration. No globals here. */

export type RouteParams = Record<string, string | undefined>

type Segment = { kind: 'static' | 'required' | 'optional' | 'wildcard' | 'optionalWildcard'; name: string }

/** A pattern that ends where the path ends beats one that still has an optional part. */
const END_RANK = 3.5
const RANK: Record<Segment['kind'], number> = {
  static: 4,
  required: 3,
  optional: 2,
  wildcard: 1,
  optionalWildcard: 0,
}

function parseSegment(text: string): Segment {
  if (text === '*') return { kind: 'wildcard', name: '*' }
  if (text === '*?') return { kind: 'optionalWildcard', name: '*' }
  const param = /^:(\w+)(\?)?$/.exec(text)
  if (!param) return { kind: 'static', name: text }
  return { kind: param[2] ? 'optional' : 'required', name: param[1] ?? '' }
}

function parsePattern(pattern: string): Segment[] {
  return pattern.split('/').filter(Boolean).map(parseSegment)
}

/** The parts of a path, decoded. */
export function pathParts(href: string): string[] {
  const path = href.split(/[?#]/)[0] ?? ''
  return path.split('/').filter(Boolean).map(decodeURIComponent)
}

function matchSegments(segments: Segment[], parts: string[]): RouteParams | null {
  const params: RouteParams = {}
  let taken = 0
  for (const { kind, name } of segments) {
    const rest = parts.slice(taken)
    if (kind === 'wildcard' || kind === 'optionalWildcard') {
      if (kind === 'wildcard' && rest.length === 0) return null
      return { ...params, [name]: rest.join('/') }
    }
    const part = parts[taken]
    if (part === undefined) {
      if (kind !== 'optional') return null
      continue
    }
    if (kind === 'static' && part !== name) return null
    if (kind !== 'static') params[name] = part
    taken += 1
  }
  return taken === parts.length ? params : null
}

function isMoreSpecific(a: Segment[], b: Segment[]): boolean {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const [left, right] = [a[index], b[index]]
    const difference = (left ? RANK[left.kind] : END_RANK) - (right ? RANK[right.kind] : END_RANK)
    if (difference !== 0) return difference > 0
  }
  return false
}

/** The most specific pattern that a path fits, with the parameters read from it. */
export function matchRoute(
  patterns: Record<string, string>,
  href: string,
): { key: string; params: RouteParams } | null {
  const parts = pathParts(href)
  let best: { key: string; params: RouteParams; segments: Segment[] } | null = null
  for (const [key, pattern] of Object.entries(patterns)) {
    const segments = parsePattern(pattern)
    const params = matchSegments(segments, parts)
    if (params && (!best || isMoreSpecific(segments, best.segments))) best = { key, params, segments }
  }
  return best && { key: best.key, params: best.params }
}

/** Fills a pattern's parameters in; a missing required one is a fault of the caller. */
export function fillPattern(pattern: string, params: RouteParams = {}): string[] {
  return parsePattern(pattern).flatMap(({ kind, name }) => {
    if (kind === 'static') return [name]
    const value = params[name]
    if (kind === 'wildcard' || kind === 'optionalWildcard') return value?.split('/').filter(Boolean) ?? []
    if (value !== undefined) return [value]
    if (kind === 'optional') return []
    throw new Error(`The route ${pattern} needs the parameter ${name}.`)
  })
}

/** Why a pattern cannot be used, or null. */
export function patternFault(pattern: string): string | null {
  if (!pattern.startsWith('/')) return `The route ${pattern} must start with "/".`
  if (pattern.includes('//')) return `The route ${pattern} has an empty segment.`
  return null
}
