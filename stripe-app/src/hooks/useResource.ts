import { useCallback, useEffect, useRef, useState } from 'react'
import { toProblem, type ApiProblem } from '../api/problem'
import type { Read } from '../api/reading'
import { useAbout } from './ApiProvider'

/** What a view shows: exactly one of these. `stale` is set while an older answer is shown because reading again failed. */
export type Loadable<T> =
  | { state: 'loading' }
  | { state: 'failed'; problem: ApiProblem; retry: () => void }
  | { state: 'empty'; value: T; stale: ApiProblem | null }
  | { state: 'partial'; value: T; stale: ApiProblem | null }
  | { state: 'ready'; value: T; stale: ApiProblem | null }

export type ResourceOptions<T> = {
  /** Names what is read of the account; another key is another resource and starts with loading. Null: nothing yet. */
  key: string | null
  read: Read<T>
  isEmpty?: (value: T) => boolean
  isPartial?: (value: T) => boolean
  /** Read again this often while the view is open; an unchanged answer costs a 304. */
  pollMs?: number
}

export const POLL_MS = 5000

type Held<T> = { key: string | null; value: T | null; etag: string | null; problem: ApiProblem | null }

const nothing = <T>(key: string | null): Held<T> => ({ key, value: null, etag: null, problem: null })

/** Reads a resource of the backend and keeps it fresh. */
export function useResource<T>(options: ResourceOptions<T>): Loadable<T> & { refresh: () => void } {
  const { read, isEmpty, isPartial, pollMs } = options
  const about = useAbout()
  // figures of one account must never stand under the name of another
  const key = options.key === null ? null : `${about} ${options.key}`
  const [held, setHeld] = useState<Held<T>>(() => nothing(key))
  const [attempt, setAttempt] = useState(0)
  const latest = useRef({ read, held })
  useEffect(() => {
    latest.current = { read, held }
  })

  useEffect(() => {
    if (key === null) return
    let stopped = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const run = async () => {
      const before = latest.current.held
      const etag = before.key === key ? before.etag : null
      try {
        const reading = await latest.current.read(etag)
        if (stopped) return
        if (reading !== 'unchanged') {
          setHeld({ key, value: reading.data, etag: reading.etag, problem: null })
        } else if (before.problem) {
          setHeld({ ...before, problem: null })
        }
      } catch (cause) {
        if (stopped) return
        setHeld((now) => ({ ...(now.key === key ? now : nothing<T>(key)), problem: toProblem(cause) }))
      }
      if (pollMs) timer = setTimeout(() => void run(), pollMs)
    }
    void run()
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }, [key, attempt, pollMs])

  const refresh = useCallback(() => setAttempt((count) => count + 1), [])
  const retry = useCallback(() => {
    setHeld((now) => (now.value === null ? nothing(now.key) : now))
    refresh()
  }, [refresh])

  if (held.key !== key || (held.value === null && !held.problem)) return { state: 'loading', refresh }
  if (held.value === null) {
    return held.problem
      ? { state: 'failed', problem: held.problem, retry, refresh }
      : { state: 'loading', refresh }
  }
  const { value, problem: stale } = held
  if (isPartial?.(value)) return { state: 'partial', value, stale, refresh }
  return { state: isEmpty?.(value) ? 'empty' : 'ready', value, stale, refresh }
}
