import { showToast, type ToastType } from '@stripe/ui-extension-sdk/utils'

/** Stripe rejects longer toasts without a word: docs.stripe.com/stripe-apps/reference/extensions-sdk-api */
export const TOAST_LIMIT = 30

/** Shows a short result. A text that is too long is shortened at a word rather than lost. */
export function toast(message: string, type: ToastType = 'success'): void {
  const short = message.length <= TOAST_LIMIT ? message : `${message.slice(0, TOAST_LIMIT - 1)}…`
  // A toast that cannot be shown must not undo what it tells of.
  showToast(short, { type }).catch(() => undefined)
}
