import { useState } from 'react'
import { toProblem, type ApiProblem } from '../api/problem'
import type { SettingsChange } from '../api/types'
import { useApi } from '../hooks/ApiProvider'
import { isPolicy, isRecognition } from './definitions'

const words = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')

/** The fields of the form as the API takes them; what the form has not is left as it is. */
export function changeOf(values: { [field: string]: string | undefined }): SettingsChange {
  const { time_zone, reporting_currency, discount_policy, churn_recognition } = values
  const { past_due_grace_days: grace, metadata_keys: keys } = values
  return {
    ...(time_zone ? { time_zone } : {}),
    ...(reporting_currency ? { reporting_currency } : {}),
    ...(isPolicy(discount_policy) ? { discount_policy } : {}),
    ...(isRecognition(churn_recognition) ? { churn_recognition } : {}),
    ...(grace === undefined ? {} : { past_due_grace_days: grace.trim() === '' ? null : Number(grace) }),
    ...(keys === undefined ? {} : { metadata_keys: words(keys) }),
  }
}

/** Saves the fields of the general settings, and tells how it went. */
export function useSaveSettings() {
  const api = useApi()
  const [status, setStatus] = useState('')
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const save = async (values: { [field: string]: string }) => {
    setStatus('Saving')
    setProblem(null)
    try {
      const { data } = await api.PATCH('/v1/settings', { body: changeOf(values) })
      setStatus(data?.operation ? 'Saved. Figures are being computed again.' : 'Saved.')
    } catch (cause) {
      setStatus('')
      setProblem(toProblem(cause))
    }
  }
  return { save, status, problem }
}
