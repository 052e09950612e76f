import { useEffect, useState } from 'react'
import { stripeFetch } from './host/stripe-fetch'
import { usePreview } from './preview-context'

export type Answer<T> =
  { state: 'loading' } | { state: 'failed'; message: string } | { state: 'ready'; value: T }

function messageOf(json: unknown, status: number): string {
  const error = typeof json === 'object' && json !== null && 'error' in json ? json.error : null
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : null
  return typeof message === 'string' ? message : `The Stripe stand-in answered ${status}.`
}

/** Reads one address of the stand-in for the page itself; the views have their own way. */
export function useStripe<T>(path: string): Answer<T> {
  const { session, identity, dataVersion } = usePreview()
  const [answer, setAnswer] = useState<Answer<T>>({ state: 'loading' })
  useEffect(() => {
    let stopped = false
    const tell = (next: Answer<T>) => (stopped ? undefined : setAnswer(next))
    if (identity.mode !== session.keyMode) {
      tell({ state: 'failed', message: `The Stripe stand-in holds ${session.keyMode} data only.` })
      return undefined
    }
    stripeFetch(session, identity, path).then(
      ({ ok, json, status }) =>
        tell(
          ok ? { state: 'ready', value: json as T } : { state: 'failed', message: messageOf(json, status) },
        ),
      () => tell({ state: 'failed', message: 'The preview’s server does not answer.' }),
    )
    return () => {
      stopped = true
    }
  }, [path, session, identity, dataVersion])
  return answer
}
