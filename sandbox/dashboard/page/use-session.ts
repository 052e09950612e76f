import { useEffect, useState } from 'react'
import type { Session } from '../protocol'

const RETRY_MS = 1000

/** Reads the session; while the stand-in is still starting, says so and asks again. */
export function useSession(): { session: Session | null; problem: string | null } {
  const [session, setSession] = useState<Session | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    let stopped = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = async () => {
      const response = await fetch('/host/session').catch(() => null)
      if (stopped) return
      if (response?.ok) {
        setSession((await response.json()) as Session)
        return
      }
      setProblem(response ? 'Waiting for the Stripe stand-in' : 'The preview’s server does not answer')
      timer = setTimeout(() => void read(), RETRY_MS)
    }
    void read()
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }, [])
  return { session, problem }
}
