import { Box, Spinner } from '@stripe/ui-extension-sdk/ui'
import type { ReactNode } from 'react'
import type { Loadable } from '../hooks/useResource'
import { Failed } from './Failed'
import { Stale } from './Stale'

type LoadedProps<T> = {
  from: Loadable<T>
  /** What is loaded, to begin a sentence with: 'The MRR trend'. */
  what: string
  /** Shown while there is nothing yet; without it, what is empty is shown like what is ready. */
  empty?: ReactNode
  /** Shown above a value that is true but not whole yet. */
  partial?: ReactNode
  /** Shown while loading; a spinner unless the view has its own skeleton. */
  loading?: ReactNode
  children: (value: T) => ReactNode
}

/** Shows exactly one state of what a hook loads; the views below see ready values only. */
export function Loaded<T>({ from, what, empty, partial, loading, children }: LoadedProps<T>) {
  switch (from.state) {
    case 'loading':
      return (
        <>
          {loading ?? (
            <Box css={{ stack: 'x', alignX: 'center', padding: 'large' }}>
              <Spinner />
            </Box>
          )}
        </>
      )
    case 'failed':
      return <Failed what={what} problem={from.problem} retry={from.retry} />
    case 'empty':
      return <>{empty ?? children(from.value)}</>
    default:
      return (
        <>
          {from.stale ? <Stale what={what} problem={from.stale} /> : null}
          {from.state === 'partial' ? partial : null}
          {children(from.value)}
        </>
      )
  }
}
