import { report } from '../report'

/** Component by `schemaVersion/name` to the names of its props, read from the SDK's declarations at build time. */
declare const ALLOWED_PROPS: Record<string, string[]>

const ALWAYS = ['children', 'key', 'ref', 'wrappedComponentName', 'sdkVersion', 'schemaVersion']
const told = new Set<string>()

/** Names a prop that the SDK does not declare, once, in the console: the real Dashboard would ignore or refuse it. */
export function checkProps(name: string, props: Record<string, unknown>): void {
  const component = `${String(props['schemaVersion'] ?? 'host')}/${name}`
  const allowed = ALLOWED_PROPS[component]
  if (!allowed) return
  for (const prop of Object.keys(props)) {
    const fault = `${component}.${prop}`
    if (allowed.includes(prop) || ALWAYS.includes(prop) || told.has(fault)) continue
    told.add(fault)
    report(`${name} has no prop "${prop}"`)
  }
}
