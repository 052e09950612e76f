import { Button, FocusView, Select, TextField } from '@stripe/ui-extension-sdk/ui'
import { Tabs } from '@stripe/ui-extension-sdk/ui/next'
import type { openView } from './openView'

export type Opened = ReturnType<typeof openView>

/** Presses the last button with this label: those of a drawer come after those of the page. */
export async function press({ screen, settle }: Opened, label: string): Promise<void> {
  const button = screen.findAll(Button).filter(({ text }) => text === label)
  const last = button.at(-1)
  if (!last) throw new Error(`There is no button ${label}.`)
  last.trigger('onPress', {})
  await settle()
}

export async function openTab({ screen, settle }: Opened, id: string): Promise<void> {
  await settle()
  screen.find(Tabs)?.trigger('onSelectionChange', id)
  await settle()
}

export async function type({ screen, settle }: Opened, values: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(values)) {
    const field = screen.find(TextField, { label })
    if (!field) throw new Error(`There is no field ${label}.`)
    field.trigger('onChange', { target: { value } })
    await settle()
  }
}

export async function choose({ screen, settle }: Opened, label: string, value: string): Promise<void> {
  const field = screen.findAll(Select, { label }).at(-1)
  if (!field) throw new Error(`There is nothing to choose ${label}.`)
  field.trigger('onChange', { target: { value } })
  await settle()
}

/** The bodies that were sent to an address. */
export const sentTo = ({ backend }: Opened, key: string): unknown[] =>
  backend.asked
    .filter(({ method, path }) => `${method} ${path}` === key)
    .map(({ body }) => (body === '' ? null : (JSON.parse(body) as unknown)))

/** The title of the drawer that is open, or null. */
export const drawer = ({ screen }: Opened): unknown => screen.find(FocusView)?.prop('title') ?? null
