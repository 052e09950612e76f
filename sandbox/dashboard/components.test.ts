import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { APP_ROOT, ROOT } from './manifest'
import { SWITCHES } from './page/choices'
import { findImplementation } from './page/components/registry'
import { readSdkProps } from './sdk-props'
import { VIEWPORTS } from './viewports'

const VERSIONS: Record<string, string> = {
  '@stripe/ui-extension-sdk/ui': 'v9',
  '@stripe/ui-extension-sdk/ui/next': 'v9Next',
  '@stripe/ui-extension-sdk/ui/experimental': 'v9Experimental',
}

/** What the preview leaves out: its own placeholder tells of them, and no view may use them. */
const LEFT_OUT = ['v9/PlatformConfigurationView', 'v9Experimental/ListPage']

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\.d\.ts$/.test(file))
    .map((file) => join(folder, file))
}

/** The SDK components that a file imports as values, as `schemaVersion/name`. */
function importedComponents(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return []
    const version = VERSIONS[statement.moduleSpecifier.text]
    const bindings = statement.importClause?.namedBindings
    if (!version || statement.importClause?.isTypeOnly || !bindings || !ts.isNamedImports(bindings)) return []
    return bindings.elements
      .filter((element) => !element.isTypeOnly)
      .map((element) => `${version}/${(element.propertyName ?? element.name).text}`)
  })
}

const has = (component: string) => {
  const [version, name = ''] = component.split('/')
  return findImplementation(name, version) !== undefined
}

describe('the components of the preview', () => {
  const sdk = Object.keys(readSdkProps().components)
  const used = [...new Set(sources(join(APP_ROOT, 'src')).flatMap(importedComponents))].sort()

  it('are all that the views import', () => {
    expect(used.length).toBeGreaterThan(15)
    // A type shares its import with the components it belongs to.
    expect(used.filter((component) => sdk.includes(component) && !has(component))).toEqual([])
  })

  it('cover the option element, which a view writes as a host element', () => {
    expect(findImplementation('option', undefined)).toBeDefined()
  })

  it('are all of the SDK but the few that no view may use', () => {
    expect(sdk.filter((component) => !has(component)).sort()).toEqual(LEFT_OUT)
    expect(used.filter((component) => LEFT_OUT.includes(component))).toEqual([])
  })

  it('are as many as the README says', () => {
    const count = (version: string, all: boolean) =>
      sdk.filter((name) => name.startsWith(`${version}/`) && (all || has(name))).length
    const readme = readFileSync(join(ROOT, 'sandbox', 'README.md'), 'utf8')
    expect(readme).toContain(`${count('v9', false)} of the ${count('v9', true)} components of \`ui\``)
    expect(readme).toContain(`all ${count('v9Next', false)} of \`ui/next\``)
    expect(readme).toContain(`All ${VIEWPORTS.length} viewports`)
    for (const name of SWITCHES) expect(readme).toContain(`\`preview_${name}\``)
  })

  it('choose by schema version where two contracts share a name', () => {
    for (const name of ['Tabs', 'Tab', 'LineChart', 'BarChart']) {
      expect(findImplementation(name, 'v9')).not.toBe(findImplementation(name, 'v9Next'))
    }
  })
})
