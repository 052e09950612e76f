import { useRef, useState } from 'react'
import { toProblem, type ApiProblem } from '../api/problem'
import { randomKey } from '../api/session'
import { useApi } from '../hooks/ApiProvider'
import { draftErrors, EMPTY_DRAFT, toNewPromotion, type Draft, type DraftErrors } from './draft'

/** The form's field for each field of the request. */
const FIELD_OF: Record<string, keyof DraftErrors> = {
  name: 'name',
  code: 'code',
  percent_bp: 'percent',
  amount: 'amountMinor',
  duration_in_months: 'months',
  max_redemptions: 'maxRedemptions',
  expires_at: 'expiresOn',
}

function faultsOf(problem: ApiProblem): DraftErrors {
  const faults: DraftErrors = {}
  for (const { pointer, message } of problem.fields) {
    const field = FIELD_OF[pointer.split('/').at(-1) ?? '']
    if (field) faults[field] = message
  }
  return faults
}

/** The form of a new promotion: its draft, what is wrong with it, and sending it once. */
export function useCreatePromotion(currency: string, onCreated: () => void) {
  const api = useApi()
  const [draft, setDraft] = useState<Draft>(EMPTY_DRAFT)
  const [errors, setErrors] = useState<DraftErrors>({})
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [pending, setPending] = useState(false)
  // One key for one content: sending the same again cannot create a second promotion.
  const sent = useRef({ content: '', key: '' })

  const change = (part: Partial<Draft>) => {
    setDraft((now) => ({ ...now, ...part }))
    const changed = Object.keys(part)
    setErrors((now) => Object.fromEntries(Object.entries(now).filter(([field]) => !changed.includes(field))))
  }

  const send = async () => {
    const found = draftErrors(draft, Date.now())
    setErrors(found)
    setProblem(null)
    if (Object.keys(found).length > 0) return
    const body = toNewPromotion(draft, currency)
    const content = JSON.stringify(body)
    if (sent.current.content !== content) sent.current = { content, key: randomKey() }
    setPending(true)
    try {
      await api.POST('/v1/promotions', { body, headers: { 'Idempotency-Key': sent.current.key } })
      onCreated()
    } catch (cause) {
      const failure = toProblem(cause)
      const faults = failure.code === 'promotion_code_taken' ? { code: failure.detail } : faultsOf(failure)
      setErrors(faults)
      if (Object.keys(faults).length === 0) setProblem(failure)
      setPending(false)
    }
  }
  return { draft, errors, problem, pending, change, send }
}
