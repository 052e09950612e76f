import { DAY } from '../engine/calendar'
import type { Account } from '../store/account'
import { StripeProblem } from './errors'

/** An answer that is ready to send. */
export interface Answer {
  status: number
  body: string
  requestId: string
}

interface Entry {
  fingerprint: string
  at: number
  answer: Answer | null
}

/** Stripe keeps the results of requests for at least a day. */
const KEPT = DAY

/** The results of requests that carry an idempotency key, per account. */
export class IdempotencyStore {
  private readonly entries = new Map<string, Entry>()

  /** The stored answer of a key; undefined when the request is new, in which case the key is now in use. */
  begin(account: Account, key: string, fingerprint: string): Answer | undefined {
    const name = `${account.id}/${key}`
    const entry = this.entries.get(name)
    if (!entry || entry.at < account.now - KEPT) {
      this.entries.set(name, { fingerprint, at: account.now, answer: null })
      return undefined
    }
    if (entry.fingerprint !== fingerprint) {
      throw new StripeProblem({
        status: 400,
        type: 'idempotency_error',
        message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
      })
    }
    if (entry.answer) return entry.answer
    throw new StripeProblem({
      status: 409,
      type: 'invalid_request_error',
      code: 'idempotency_key_in_use',
      message: `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
    })
  }

  /** Keeps the answer of a request that was carried out. */
  finish(account: Account, key: string, answer: Answer): void {
    const entry = this.entries.get(`${account.id}/${key}`)
    if (entry) entry.answer = answer
  }

  /** Frees a key whose request was not carried out. */
  forget(account: Account, key: string): void {
    this.entries.delete(`${account.id}/${key}`)
  }
}
