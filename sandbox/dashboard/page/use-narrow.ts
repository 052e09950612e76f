import { useEffect, useSyncExternalStore } from 'react'
import type { Choices } from './choices'

const NARROW = '(max-width: 760px)'

function subscribe(listener: () => void): () => void {
  const query = matchMedia(NARROW)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** Whether there is room for one column only: the window is small, or the switch says that it shall be. */
export function useNarrow(windowSize: Choices['windowSize']): boolean {
  const narrow = useSyncExternalStore(subscribe, () => matchMedia(NARROW).matches)
  useEffect(() => {
    document.body.dataset['window'] = windowSize
  }, [windowSize])
  return narrow || windowSize === 'small'
}
