import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { readSdkProps } from '../sdk-props'

const VERSIONS: Record<string, string> = {
  '@stripe/ui-extension-sdk/ui': 'v9',
  '@stripe/ui-extension-sdk/ui/next': 'v9Next',
}

/** What the preview leaves out. */
const LEFT_OUT = ['v9/PlatformConfigurationView', 'v9Experimental/ListPage']

/** The props that a file gives to each SDK component, as `schemaVersion/Name`. */
function propsIn(file: string): [component: string, prop: string][] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const components = new Map<string, string>()
  const found: [string, string][] = []
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const version = VERSIONS[node.moduleSpecifier.text]
      const bindings = node.importClause?.namedBindings
      if (version && bindings && ts.isNamedImports(bindings))
        for (const { name, propertyName } of bindings.elements)
          components.set(name.text, `${version}/${(propertyName ?? name).text}`)
    }
    const element = ts.isJsxElement(node)
      ? node.openingElement
      : ts.isJsxSelfClosingElement(node)
        ? node
        : null
    const component = element && components.get(element.tagName.getText())
    if (component) {
      found.push([component, ''])
      if (ts.isJsxElement(node) && node.children.length > 0) found.push([component, 'children'])
      const spread = element.attributes.properties.filter(ts.isJsxSpreadAttribute)
      // A prop that is given or left out as a whole: {...(x ? { prop: x } : {})}.
      for (const { expression } of spread)
        for (const [, prop = ''] of expression.getText().matchAll(/\{ (\w+):/g)) found.push([component, prop])
      for (const attribute of element.attributes.properties)
        if (ts.isJsxAttribute(attribute)) found.push([component, attribute.name.getText()])
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

it('the gallery shows every component of the preview with every prop that the SDK declares', () => {
  const folder = join(__dirname, 'src')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tsx$/.test(file),
  )
  const shown = new Set(files.flatMap((file) => propsIn(join(folder, file))).map((pair) => pair.join('.')))
  const { shapes, components } = readSdkProps()
  const propsOf = (index: number): string[] => {
    const shape = shapes[index]
    if (typeof shape !== 'object') return []
    if ('props' in shape) return Object.keys(shape.props)
    return 'anyOf' in shape ? shape.anyOf.flatMap(propsOf) : []
  }
  const declared = Object.entries(components)
    .filter(([component]) => !LEFT_OUT.includes(component))
    .flatMap(([component, index]) => ['', ...propsOf(index)].map((prop) => `${component}.${prop}`))
  expect(new Set(declared).size).toBeGreaterThan(400)
  expect(declared.filter((pair) => !shown.has(pair))).toEqual([])
})
