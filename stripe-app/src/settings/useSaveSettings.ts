import { useState } from 'react'
import { toProblem, type ApiProblem } from '../api/problem'
import { useApi } from '../hooks/ApiProvider'

/** Saves the fields of the general settings, and tells how it went. */
export function useSaveSettings() {
  const api = useApi()
  const [status, setStatus] = useState('')
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const save = async ({ time_zone, reporting_currency }: { [field: string]: string }) => {
    if (!time_zone || !reporting_currency) return
    setStatus('Saving')
    setProblem(null)
    try {
      await api.PATCH('/v1/settings', { body: { time_zone, reporting_currency } })
      setStatus('Saved. Figures are being computed again.')
    } catch (cause) {
      setStatus('')
      setProblem(toProblem(cause))
    }
  }
  return { save, status, problem }
}
