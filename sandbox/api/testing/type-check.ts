import { join } from 'node:path'
import ts from 'typescript'
import { isObject, type Json } from '../json'

/** Checks JSON answers against the types of the pinned `stripe` package, as the compiler sees them. */
export interface TypeCheck {
  /** What is wrong with a value of a type such as `Stripe.Invoice`; empty when nothing is. */
  problems(typeName: string, value: Json): string[]
}

/** Loads the package's types once; the names are those that will be asked for. */
export function createTypeCheck(typeNames: readonly string[]): TypeCheck {
  const file = join(__dirname, 'checked-types.ts')
  const lines = typeNames.map((name, index) => `export type T${index} = ${name}`)
  const source = `import type Stripe from 'stripe'\n${lines.join('\n')}\n`
  const options: ts.CompilerOptions = {
    strict: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.Node20,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    types: ['node'],
  }
  const host = ts.createCompilerHost(options)
  const read = host.getSourceFile.bind(host)
  host.getSourceFile = (name, version, ...rest) =>
    name === file ? ts.createSourceFile(name, source, version) : read(name, version, ...rest)
  const exists = host.fileExists.bind(host)
  host.fileExists = (name) => name === file || exists(name)
  const program = ts.createProgram([file], options, host)
  const checker = program.getTypeChecker()
  const root = program.getSourceFile(file)
  if (!root) throw new Error('The compiler did not take the file of type names')
  const types = new Map<string, ts.Type>()
  for (const statement of root.statements) {
    if (!ts.isTypeAliasDeclaration(statement)) continue
    const name = typeNames[Number(statement.name.text.slice(1))]
    const type = checker.getTypeAtLocation(statement)
    if (type.flags & ts.TypeFlags.Any) throw new Error(`The stripe package has no type ${name}`)
    if (name !== undefined) types.set(name, type)
  }
  return {
    problems(typeName, value) {
      const type = types.get(typeName)
      if (!type) throw new Error(`${typeName} was not announced`)
      return check({ checker, root }, value, type, typeName)
    },
  }
}

interface Place {
  checker: ts.TypeChecker
  root: ts.SourceFile
}

function check(place: Place, value: Json, type: ts.Type, path: string): string[] {
  if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return []
  if (type.isUnion()) return checkUnion(place, value, type, path)
  if (isDecimal(type))
    return /^-?\d+(\.\d+)?$/.test(String(value)) && typeof value === 'string'
      ? []
      : [`${path}: not a decimal string`]
  if (isText(type)) return typeof value === 'string' ? [] : [`${path}: not a string`]
  if (value === null) return type.flags & ts.TypeFlags.Null ? [] : [`${path}: null`]
  if (type.isLiteral())
    return value === type.value ? [] : [`${path}: ${JSON.stringify(value)} is not ${String(type.value)}`]
  if (type.flags & ts.TypeFlags.NumberLike) return typeof value === 'number' ? [] : [`${path}: not a number`]
  if (type.flags & ts.TypeFlags.BooleanLike) {
    return value === (place.checker.typeToString(type) === 'true') ||
      place.checker.typeToString(type) === typeof value
      ? []
      : [`${path}: not ${place.checker.typeToString(type)}`]
  }
  if (place.checker.isArrayType(type)) return checkArray(place, value, type, path)
  if (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))
    return checkObject(place, value, type, path)
  return [`${path}: ${JSON.stringify(value).slice(0, 60)} is not ${place.checker.typeToString(type)}`]
}

function isDecimal(type: ts.Type): boolean {
  return (type.aliasSymbol ?? type.getSymbol())?.getName().startsWith('Decimal') ?? false
}

/** Text, also the open enumerations that the package writes as an intersection with `string`. */
function isText(type: ts.Type): boolean {
  if (type.flags & ts.TypeFlags.String) return true
  return type.isIntersection() && type.types.some((part) => part.flags & ts.TypeFlags.String)
}

function checkUnion(place: Place, value: Json, type: ts.UnionType, path: string): string[] {
  let fewest: string[] | undefined
  for (const member of candidates(place, value, type)) {
    const found = check(place, value, member, path)
    if (found.length === 0) return []
    if (!fewest || found.length < fewest.length) fewest = found
  }
  return (
    fewest ?? [`${path}: ${JSON.stringify(value).slice(0, 60)} is not ${place.checker.typeToString(type)}`]
  )
}

/** The members of a union that a value may be: for objects those that agree in `object` and in `type`. */
function candidates({ checker, root }: Place, value: Json, type: ts.UnionType): ts.Type[] {
  if (!isObject(value)) return type.types
  const objects = type.types.filter(
    (member) => !isText(member) && member.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection),
  )
  const fitting = objects.filter((member) =>
    ['object', 'type', 'deleted'].every((key) => {
      const property = member.getProperty(key)
      if (!property) return true
      const wanted = checker.getTypeOfSymbolAtLocation(property, root)
      return !wanted.isLiteral() || wanted.value === value[key]
    }),
  )
  return fitting.length > 0 ? fitting : objects
}

function checkArray(place: Place, value: Json, type: ts.Type, path: string): string[] {
  if (!Array.isArray(value)) return [`${path}: not a list`]
  const element = place.checker.getIndexTypeOfType(type, ts.IndexKind.Number)
  return element ? value.flatMap((one, index) => check(place, one, element, `${path}[${index}]`)) : []
}

function checkObject(place: Place, value: Json, type: ts.Type, path: string): string[] {
  if (!isObject(value)) return [`${path}: not an object`]
  const { checker, root } = place
  const problems: string[] = []
  const known = new Set<string>()
  for (const property of checker.getPropertiesOfType(type)) {
    const name = property.getName()
    known.add(name)
    const wanted = checker.getTypeOfSymbolAtLocation(property, root)
    if (wanted.getCallSignatures().length > 0) continue
    const given = value[name]
    if (given !== undefined) problems.push(...check(place, given, wanted, `${path}.${name}`))
    else if (!(property.flags & ts.SymbolFlags.Optional)) problems.push(`${path}.${name}: missing`)
  }
  const rest = checker.getIndexTypeOfType(type, ts.IndexKind.String)
  for (const [name, given] of Object.entries(value)) {
    if (known.has(name)) continue
    if (rest) problems.push(...check(place, given, rest, `${path}.${name}`))
    else problems.push(`${path}.${name}: unknown field`)
  }
  return problems
}
