/** What the SDK's types ask of a value, as far as it can be seen at run time. Numbers point into the table of shapes. */
export type Shape =
  | 'any'
  | 'string'
  | 'number'
  | 'boolean'
  | 'function'
  | 'date'
  | 'null'
  | 'undefined'
  | { is: (string | number | boolean)[] }
  | { list: number }
  | { anyOf: number[] }
  | { props: Record<string, number>; optional: string[]; rest?: number }

export type SdkProps = { shapes: Shape[]; components: Record<string, number> }

type Fields = Record<string, unknown>

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

/** A value in a few words. */
function brief(value: unknown): string {
  if (typeof value === 'function') return 'a function'
  if (value instanceof Date) return 'a date'
  if (Array.isArray(value)) return 'a list'
  return isObject(value) ? 'an object' : JSON.stringify(value)
}

const SIMPLE: Record<string, (value: unknown) => boolean> = {
  any: () => true,
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  function: (value) => typeof value === 'function',
  date: (value) => value instanceof Date,
  null: (value) => value === null,
  undefined: (value) => value === undefined,
}

/** Holds values against the SDK's types. */
export function createPropCheck({ shapes, components }: SdkProps) {
  const shapeAt = (index: number): Shape => shapes[index] ?? 'any'

  function fieldFault(shape: Extract<Shape, { props: unknown }>, value: Fields, path: string): string | null {
    for (const [name, inner] of Object.entries(value)) {
      const at = path ? `${path}.${name}` : name
      const index = Object.hasOwn(shape.props, name) ? shape.props[name] : shape.rest
      if (index === undefined) return `there is no ${at}`
      if (inner === undefined && (shape.optional.includes(name) || !(name in shape.props))) continue
      const fault = faultAt(shapeAt(index), inner, at)
      if (fault) return fault
    }
    // Content is asked for by most, and given by none while it loads.
    const missing = Object.keys(shape.props).find(
      (name) => name !== 'children' && !shape.optional.includes(name) && !(name in value),
    )
    return missing === undefined ? null : `${path ? `${path}.` : ''}${missing} is missing`
  }

  /** None of several fits: the one of the value's own kind says best why. */
  function unionFault(anyOf: number[], value: unknown, path: string): string | null {
    const faults: string[] = []
    for (const index of anyOf) {
      const shape = shapeAt(index)
      const fault = faultAt(shape, value, path)
      if (!fault) return null
      const sameKind =
        typeof shape === 'object' &&
        (('props' in shape && isObject(value)) || ('list' in shape && Array.isArray(value)))
      if (sameKind) faults.push(fault)
    }
    return faults.length === 1 ? (faults[0] ?? null) : `${path} cannot be ${brief(value)}`
  }

  function faultAt(shape: Shape, value: unknown, path: string): string | null {
    const wrong = `${path} cannot be ${brief(value)}`
    if (typeof shape === 'string') return SIMPLE[shape]?.(value) ? null : wrong
    if ('is' in shape) return shape.is.some((allowed) => allowed === value) ? null : wrong
    if ('anyOf' in shape) return unionFault(shape.anyOf, value, path)
    if ('props' in shape) return isObject(value) ? fieldFault(shape, value, path) : wrong
    if (!Array.isArray(value)) return wrong
    for (const [index, one] of value.entries()) {
      const fault = faultAt(shapeAt(shape.list), one, `${path}[${index}]`)
      if (fault) return fault
    }
    return null
  }

  /** Why a component (`schemaVersion/name`) cannot have these props; null when it can, or is not of the SDK. */
  return (component: string, props: Fields): string | null => {
    const index = components[component]
    return index === undefined ? null : faultAt(shapeAt(index), props, '')
  }
}
