import type { StripeFileUploaderProps } from '@stripe/ui-extension-sdk/ui'
import { useId, useState, type ChangeEvent } from 'react'
import { messageOf, stripeFetch } from '../host/stripe-fetch'
import { usePreview } from '../preview-context'
import { report } from '../report'
import { callRemote } from './events'

type State =
  | { step: 'empty' }
  | { step: 'sending'; name: string }
  | { step: 'sent'; name: string }
  | { step: 'failed'; message: string }

/** Sends a file to Stripe on the user's behalf; the view hears of the file object, or of the failure. */
export function StripeFileUploader({ label, purpose, onComplete, onError }: StripeFileUploaderProps) {
  const id = useId()
  const { session, identity } = usePreview()
  const [state, setState] = useState<State>({ step: 'empty' })

  const fail = (message: string, error: unknown) => {
    report(`a file could not be uploaded: ${message}`)
    setState({ step: 'failed', message })
    callRemote(onError, error)
  }
  const send = async (file: File) => {
    setState({ step: 'sending', name: file.name })
    const body = new FormData()
    body.set('purpose', purpose)
    body.set('file', file)
    const answer = await stripeFetch(session, identity, '/v1/files', { method: 'POST', body })
    if (!answer.ok) return fail(messageOf(answer), answer.json)
    setState({ step: 'sent', name: file.name })
    callRemote(onComplete, answer.json)
  }
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? []
    if (!file) return
    send(file).catch((error: unknown) => {
      const message = 'The preview’s server does not answer.'
      fail(message, { message: error instanceof Error ? error.message : message })
    })
    event.target.value = ''
  }
  return (
    <div className="ui-field">
      <label className="ui-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="file"
        className="ui-file"
        disabled={state.step === 'sending'}
        aria-describedby={`${id}-state`}
        onChange={choose}
      />
      <div
        id={`${id}-state`}
        className={state.step === 'failed' ? 'ui-error' : 'ui-description'}
        role="status"
      >
        {state.step === 'sending' ? `Uploading ${state.name}` : null}
        {state.step === 'sent' ? `Uploaded ${state.name}` : null}
        {state.step === 'failed' ? `Not uploaded. ${state.message}` : null}
      </div>
    </div>
  )
}
