import { useRef, useState } from 'react'
import { toProblem, type ApiProblem } from '../api/problem'
import { randomKey } from '../api/session'

export type KeyHeader = { 'Idempotency-Key': string }

/** Something that a person sends to the backend: `pending` until it is answered, `problem` when it was refused. */
export type Action = {
  pending: boolean
  problem: ApiProblem | null
  /** @param content what is sent; the same sent again does nothing twice */
  run: (content: unknown, work: (headers: KeyHeader) => Promise<void>) => Promise<void>
}

/** Whether it may have been done all the same: then it is sent again as the same request. */
const isUnsure = ({ status, code }: ApiProblem) =>
  status === null || status >= 500 || code === 'idempotency_key_in_use'

export function useAction(): Action {
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const sent = useRef({ text: '', key: '' })
  const run: Action['run'] = async (content, work) => {
    const text = JSON.stringify(content)
    if (sent.current.text !== text) sent.current = { text, key: randomKey() }
    setPending(true)
    setProblem(null)
    try {
      await work({ 'Idempotency-Key': sent.current.key })
      // the same once more is another wish
      sent.current = { text: '', key: '' }
    } catch (cause) {
      const refused = toProblem(cause)
      if (!isUnsure(refused)) sent.current = { text: '', key: '' }
      setProblem(refused)
    }
    setPending(false)
  }
  return { pending, problem, run }
}
