import { useEffect, useState } from 'react'
import { messageOf, stripeFetch } from './host/stripe-fetch'
import { usePreview } from './preview-context'

export type Answer<T> =
  { state: 'loading' } | { state: 'failed'; message: string } | { state: 'ready'; value: T }

const LOADING = { state: 'loading' } as const

/** Reads one address of the stand-in for the page itself; the views have their own way. */
export function useStripe<T>(path: string): Answer<T> {
  const { session, identity, dataVersion } = usePreview()
  const [known, setKnown] = useState<{ path: string; answer: Answer<T> }>({ path, answer: LOADING })
  useEffect(() => {
    let stopped = false
    const tell = (answer: Answer<T>) => (stopped ? undefined : setKnown({ path, answer }))
    stripeFetch(session, identity, path).then(
      (answer) =>
        tell(
          answer.ok
            ? { state: 'ready', value: answer.json as T }
            : { state: 'failed', message: messageOf(answer) },
        ),
      () => tell({ state: 'failed', message: 'The preview’s server does not answer.' }),
    )
    return () => {
      stopped = true
    }
  }, [path, session, identity, dataVersion])
  // What another address answered is not what this one does.
  return known.path === path ? known.answer : LOADING
}
