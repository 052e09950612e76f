import type { ChangeEvent, KeyboardEvent, MouseEvent } from 'react'
import { report } from '../report'

/** Events as the SDK documents them, flattened: only plain values cross into the frame. */

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const target = (field: Field) => ({
  value: field.value,
  name: field.name,
  checked: field instanceof HTMLInputElement ? field.checked : false,
})

export type RemoteHandler = ((event: never) => unknown) | undefined

/** Calls a handler that lives in the frame; what it throws is told there, and must not break the page. */
export function callRemote(handler: RemoteHandler, argument?: unknown): void {
  if (!handler) return
  const call = handler as (...event: unknown[]) => unknown
  Promise.resolve(argument === undefined ? call() : call(argument)).catch((error: unknown) =>
    report('a handler failed', error),
  )
}

export function changed(handler: RemoteHandler) {
  return (event: ChangeEvent<Field>) => {
    const plain = target(event.target)
    callRemote(handler, { type: 'change', target: plain, currentTarget: plain })
  }
}

export function keyed(handler: RemoteHandler) {
  if (!handler) return undefined
  return (event: KeyboardEvent<Field>) => {
    const plain = target(event.currentTarget)
    const { key, code, altKey, ctrlKey, metaKey, shiftKey } = event
    callRemote(handler, { type: event.type, key, code, altKey, ctrlKey, metaKey, shiftKey, target: plain })
  }
}

/** A click without a pointer (detail 0) came from the keyboard or an assistive tool. */
export function pressed(handler: RemoteHandler) {
  return (event: MouseEvent) => {
    const { altKey, ctrlKey, metaKey, shiftKey, detail } = event
    const pointerType = detail === 0 ? 'keyboard' : 'mouse'
    callRemote(handler, { type: 'press', pointerType, altKey, ctrlKey, metaKey, shiftKey, target: {} })
  }
}
