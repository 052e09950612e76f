import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import type { Shape, SdkProps } from './prop-shapes'

const SOURCES = { v9: 'index.d.ts', v9Next: 'next.d.ts', v9Experimental: 'experimental.d.ts' }

/** The folder of the SDK's component declarations. */
export function sdkUiFolder(): string {
  return join(dirname(require.resolve('@stripe/ui-extension-sdk/package.json')), 'ui')
}

const KEYWORDS: Partial<Record<ts.SyntaxKind, Shape>> = {
  [ts.SyntaxKind.StringKeyword]: 'string',
  [ts.SyntaxKind.NumberKeyword]: 'number',
  [ts.SyntaxKind.BooleanKeyword]: 'boolean',
  [ts.SyntaxKind.UndefinedKeyword]: 'undefined',
}

/** What a global's values look like. Whatever else is not declared beside the components, such as React's nodes, is free. */
const GLOBALS: Record<string, Shape> = { Date: 'date', Function: 'function' }

function literalOf(node: ts.LiteralTypeNode): Shape {
  const { literal } = node
  if (ts.isStringLiteral(literal)) return { is: [literal.text] }
  if (ts.isNumericLiteral(literal)) return { is: [Number(literal.text)] }
  if (literal.kind === ts.SyntaxKind.NullKeyword) return 'null'
  return literal.kind === ts.SyntaxKind.TrueKeyword ? { is: [true] } : { is: [false] }
}

const nameOf = (name: ts.PropertyName | undefined): string | null =>
  name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : null

/** Turns the types of one declaration file into shapes, each once in a table that all components share. */
function createReader(aliases: Map<string, ts.TypeNode>, shapes: Shape[], known: Map<string, number>) {
  const named = new Map<string, number>()

  function intern(shape: Shape): number {
    const text = JSON.stringify(shape)
    const index = known.get(text) ?? shapes.push(shape) - 1
    known.set(text, index)
    return index
  }

  function objectOf(members: readonly ts.TypeElement[]): Shape {
    const props: Record<string, number> = {}
    const optional: string[] = []
    let rest: number | undefined
    for (const member of members) {
      if (ts.isIndexSignatureDeclaration(member)) rest = read(member.type)
      const name = nameOf(member.name)
      if (name === null) continue
      if (ts.isMethodSignature(member)) props[name] = intern('function')
      if (ts.isPropertySignature(member) && member.type) props[name] = read(member.type)
      if (member.questionToken) optional.push(name)
    }
    return { props, optional, ...(rest === undefined ? {} : { rest }) }
  }

  function unionOf(types: readonly ts.TypeNode[]): Shape {
    const parts = [...new Set(types.map(read))]
    const values = parts.flatMap((index) => valuesOf(shapes[index]))
    const others = parts.filter((index) => valuesOf(shapes[index]).length === 0)
    const whole = values.length > 0 ? [...others, intern({ is: values })] : others
    return whole.length === 1 ? (shapes[whole[0] ?? 0] ?? 'any') : { anyOf: whole }
  }

  function intersectionOf(types: readonly ts.TypeNode[]): Shape {
    return types
      .map((type) => shapes[read(type)])
      .reduce<Shape>(
        (left, right) => {
          if (typeof left === 'string' || !('props' in left)) return left
          if (typeof right !== 'object' || !('props' in right)) return left
          const rest = left.rest ?? right.rest
          const props = { ...left.props, ...right.props }
          const optional = [...left.optional, ...right.optional]
          return { props, optional, ...(rest === undefined ? {} : { rest }) }
        },
        { props: {}, optional: [] },
      )
  }

  function referenceOf(node: ts.TypeReferenceNode): number {
    if (!ts.isIdentifier(node.typeName)) return intern('any')
    const name = node.typeName.text
    const [first, second] = node.typeArguments ?? []
    if (name === 'Record' && first && second) return intern({ props: {}, optional: [], rest: read(second) })
    const target = aliases.get(name)
    if (!target) return intern(GLOBALS[name] ?? 'any')
    const before = named.get(name)
    if (before !== undefined) return before
    // Reserved first: a type may speak of itself.
    const index = shapes.push('any') - 1
    named.set(name, index)
    shapes[index] = shapes[read(target)] ?? 'any'
    return index
  }

  function read(node: ts.TypeNode): number {
    if (ts.isParenthesizedTypeNode(node)) return read(node.type)
    if (ts.isTypeReferenceNode(node)) return referenceOf(node)
    if (ts.isTypeLiteralNode(node)) return intern(objectOf(node.members))
    if (ts.isUnionTypeNode(node)) return intern(unionOf(node.types))
    if (ts.isIntersectionTypeNode(node)) return intern(intersectionOf(node.types))
    if (ts.isArrayTypeNode(node)) return intern({ list: read(node.elementType) })
    if (ts.isLiteralTypeNode(node)) return intern(literalOf(node))
    if (ts.isFunctionTypeNode(node)) return intern('function')
    if (ts.isTemplateLiteralTypeNode(node)) return intern('string')
    return intern(KEYWORDS[node.kind] ?? 'any')
  }

  return read
}

function valuesOf(shape: Shape | undefined): (string | number | boolean)[] {
  return typeof shape === 'object' && 'is' in shape ? shape.is : []
}

/** Every component of the SDK as `schemaVersion/name`, with the shape of its props. */
export function readSdkProps(): SdkProps {
  const shapes: Shape[] = []
  const components: Record<string, number> = {}
  const known = new Map<string, number>()
  for (const [version, file] of Object.entries(SOURCES)) {
    const text = readFileSync(join(sdkUiFolder(), file), 'utf8')
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest)
    const aliases = new Map<string, ts.TypeNode>()
    for (const statement of source.statements) {
      if (ts.isTypeAliasDeclaration(statement)) aliases.set(statement.name.text, statement.type)
    }
    const read = createReader(aliases, shapes, known)
    for (const [alias, node] of aliases) {
      const name = alias.replace(/Props$/, '')
      if (name !== alias && aliases.has(name)) components[`${version}/${name}`] = read(node)
    }
  }
  return { shapes, components }
}
