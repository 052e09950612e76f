import { isObject, type Json, type JsonObject } from '../json'
import { objectById } from '../render/by-id'
import { additions, shapeOf } from '../render/expandable'
import type { Account } from '../store/account'
import { invalid } from './errors'
import type { Params } from './params'

const MAX_LEVELS = 4

/** The paths that a request wants expanded, checked against what the answer can hold. */
export function readExpand(params: Params, answers: string): string[][] {
  const paths = params.words('expand') ?? []
  return paths.map((path) => {
    const parts = path.split('.')
    if (parts.length > MAX_LEVELS) {
      throw invalid(`You cannot expand more than ${MAX_LEVELS} levels of a property. Property: ${path}`, {
        param: 'expand',
      })
    }
    checkPath(parts, answers, path)
    return parts
  })
}

function checkPath(parts: string[], answers: string, path: string): void {
  let kind: string | undefined = answers
  for (const part of parts) {
    const next: string | undefined = kind === undefined ? undefined : shapeOf(kind, part)
    if (next === undefined) {
      const hint =
        answers.startsWith('list of ') && parts[0] !== 'data'
          ? ` You may want to try expanding 'data.${path}' instead.`
          : ''
      throw invalid(`This property cannot be expanded (${part}).${hint}`, { param: 'expand' })
    }
    kind = next
  }
}

/** Puts whole objects in the place of ids along the paths. */
export function expand(account: Account, answer: JsonObject, answers: string, paths: string[][]): JsonObject {
  for (const path of paths) expandAlong(account, answer, answers, path)
  return answer
}

function expandAlong(account: Account, holder: JsonObject, kind: string, path: string[]): void {
  const [field, ...rest] = path
  if (field === undefined) return
  const next = shapeOf(kind, field)
  if (next === undefined) return
  if (!(field in holder)) {
    const added = additions(account, kind, field, holder)
    if (added !== undefined) holder[field] = added
  }
  const resolve = (value: Json): Json =>
    typeof value === 'string' ? (objectById(account, value) ?? value) : value
  const value = holder[field]
  if (value === undefined || value === null) return
  if (Array.isArray(value)) holder[field] = value.map(resolve)
  else holder[field] = resolve(value)
  const now = holder[field]
  const inside = Array.isArray(now) ? now : [now]
  for (const one of inside) if (isObject(one)) expandAlong(account, one, next, rest)
}
