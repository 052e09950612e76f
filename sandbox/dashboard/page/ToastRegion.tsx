import { useSyncExternalStore } from 'react'
import { callRemote } from './components/events'
import { Glyph } from './components/Glyph'
import { toastStore } from './toasts'

const GLYPH = { success: 'checkCircle', caution: 'warning', pending: 'clock' }

export function ToastRegion() {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.read)
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map(({ id, message, options }) => (
        <div key={id} className={`toast toast-${options.type ?? 'plain'}`}>
          {options.type ? <Glyph name={GLYPH[options.type]} /> : null}
          <span>{message}</span>
          {options.action ? (
            <button type="button" onClick={() => callRemote(options.onAction)}>
              {options.action}
            </button>
          ) : null}
          <button type="button" aria-label="Dismiss" onClick={() => toastStore.dismiss(id)}>
            <Glyph name="cancel" size={12} />
          </button>
        </div>
      ))}
    </div>
  )
}
