import { release, retain } from '@remote-ui/rpc'
import { report } from './report'

export const TOAST_LIMIT = 30
const SHOWN_MS = 5000

export type ToastType = 'success' | 'caution' | 'pending' | undefined
export type ToastOptions = { type?: ToastType; action?: string; onAction?: () => void }
export type Toast = { id: number; message: string; options: ToastOptions }

let toasts: readonly Toast[] = []
let nextId = 1
const listeners = new Set<() => void>()

function set(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

/** Stripe refuses a longer message without a word; here the refusal is heard. */
function checkLength(message: string): void {
  if (message.length <= TOAST_LIMIT) return
  const problem = `A toast holds at most ${TOAST_LIMIT} characters, and this has ${message.length}: ${message}`
  report(`${problem}`)
  throw new Error(problem)
}

function dismiss(id: number): void {
  const toast = toasts.find((known) => known.id === id)
  if (!toast) return
  release(toast.options)
  set(toasts.filter((known) => known.id !== id))
}

export const toastStore = {
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  read: () => toasts,
  dismiss,
}

/** The SDK's `showToast`: what it returns stays callable from the frame. */
export function showToast(message: string, options: ToastOptions = {}) {
  checkLength(message)
  retain(options)
  const id = nextId
  nextId += 1
  set([...toasts, { id, message, options }])
  const timer = () => setTimeout(() => dismiss(id), SHOWN_MS)
  if (options.type !== 'pending') timer()
  return {
    update(nextMessage: string, nextOptions: ToastOptions = {}) {
      checkLength(nextMessage)
      retain(nextOptions)
      set(
        toasts.map((toast) => (toast.id === id ? { id, message: nextMessage, options: nextOptions } : toast)),
      )
      if (nextOptions.type !== 'pending') timer()
    },
    dismiss: () => dismiss(id),
  }
}
