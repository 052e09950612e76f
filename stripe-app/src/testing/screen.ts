import { isRemoteComponent, isRemoteFragment, isRemoteText, type RemoteRoot } from '@remote-ui/core'

/** What a view shows, as a merchant would find it: with what stands in props, not only in children. */

export type Shown = {
  type: string
  text: string
  /** All that stands inside of it, a select's options for one. */
  inside: Shown[]
  prop(name: string): unknown
  /** Calls a handler; a path reaches into objects, as in `pageAction.onPress`. */
  trigger(path: string, ...args: unknown[]): void
}

/** Props that a component writes on the page when they are plain text. */
const WRITTEN = ['title', 'label', 'secondaryTitle', 'value', 'subtitle', 'statusMessage']

/** Components of the SDK carry their name; without it they could not be told apart. */
type SdkComponent = { readonly wrappedComponentName?: string } | object

function nameOf(component: SdkComponent): string {
  const name = 'wrappedComponentName' in component ? component.wrappedComponentName : undefined
  if (typeof name !== 'string') throw new Error('Only components of the SDK can be found.')
  return name
}

function reach(props: Record<string, unknown>, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (Object(value) as Record<string, unknown>)[key], props)
}

function writtenProp(name: string, value: unknown): string {
  if (isRemoteFragment(value)) return value.children.map(textOf).join('')
  return WRITTEN.includes(name) && typeof value === 'string' ? value : ''
}

function textOf(node: unknown): string {
  if (isRemoteText(node)) return node.text
  if (!isRemoteComponent(node)) return ''
  const props = Object.entries(Object(node.props) as Record<string, unknown>)
  const written = props.map(([name, value]) => writtenProp(name, value)).join('')
  return written + node.children.map(textOf).join('')
}

function shownIn(node: unknown): Shown[] {
  if (!isRemoteComponent(node)) return []
  const props = Object(node.props) as Record<string, unknown>
  const inProps = Object.values(props).flatMap((value) =>
    isRemoteFragment(value) ? value.children.flatMap(shownIn) : [],
  )
  const inside = [...inProps, ...node.children.flatMap(shownIn)]
  const self: Shown = {
    type: String(node.type),
    text: textOf(node),
    inside,
    prop: (name) => props[name],
    trigger: (path, ...args) => {
      const handler = reach(props, path)
      if (typeof handler !== 'function') throw new Error(`${String(node.type)} has no handler ${path}.`)
      handler(...args)
    },
  }
  return [self, ...inside]
}

/** Reads a mounted view anew at each question. */
export function createScreen(root: () => RemoteRoot) {
  const all = () => root().children.flatMap(shownIn)
  const findAll = (component: SdkComponent, props: Record<string, unknown> = {}) =>
    all().filter(
      (shown) =>
        shown.type === nameOf(component) &&
        Object.entries(props).every(([name, value]) => shown.prop(name) === value),
    )
  return {
    get text() {
      return root().children.map(textOf).join('')
    },
    findAll,
    find: (component: SdkComponent, props?: Record<string, unknown>) => findAll(component, props)[0] ?? null,
  }
}
