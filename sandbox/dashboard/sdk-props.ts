import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'

const SOURCES = { v9: 'index.d.ts', v9Next: 'next.d.ts', v9Experimental: 'experimental.d.ts' }

/** The folder of the SDK's component declarations. */
export function sdkUiFolder(): string {
  return join(dirname(require.resolve('@stripe/ui-extension-sdk/package.json')), 'ui')
}

type Aliases = Map<string, ts.TypeNode>

function propNames(node: ts.TypeNode, aliases: Aliases): string[] {
  if (ts.isTypeLiteralNode(node)) {
    return node.members.flatMap(({ name }) =>
      name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? [name.text] : [],
    )
  }
  if (ts.isUnionTypeNode(node) || ts.isIntersectionTypeNode(node)) {
    return node.types.flatMap((part) => propNames(part, aliases))
  }
  if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)) {
    const target = aliases.get(node.typeName.text)
    return target ? propNames(target, aliases) : []
  }
  return []
}

/** `schemaVersion/name` of every SDK component, with the names of its props. */
export function readSdkProps(): Record<string, string[]> {
  const props: Record<string, string[]> = {}
  for (const [version, file] of Object.entries(SOURCES)) {
    const text = readFileSync(join(sdkUiFolder(), file), 'utf8')
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest)
    const aliases: Aliases = new Map()
    for (const statement of source.statements) {
      if (ts.isTypeAliasDeclaration(statement)) aliases.set(statement.name.text, statement.type)
    }
    for (const [alias, node] of aliases) {
      if (!alias.endsWith('Props') || !aliases.has(alias.slice(0, -5))) continue
      props[`${version}/${alias.slice(0, -5)}`] = [...new Set(propNames(node, aliases))]
    }
  }
  return props
}
