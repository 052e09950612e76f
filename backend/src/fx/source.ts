/** Where published rates come from: the European Central Bank, or whatever address FX_RATES_URL names. */
import type { Clock } from '../clock'
import type { RatesAddresses } from '../config'
import { AppError } from '../errors'
import { parseEcb, type PublishedDay } from './ecb'

/** Milliseconds that the source may take. */
const TIMEOUT_MS = 15_000
/** The whole history since 1999 has 9 MB. */
const MAX_BYTES = 32 * 1024 * 1024
/** Milliseconds that an answer is good for: accounts whose jobs run one after the other share it, a failure too. */
const SHARED_MS = 20_000

async function read(url: string): Promise<PublishedDay[]> {
  const { host } = new URL(url)
  const refuse = (why: string, cause?: unknown) =>
    new AppError('rates_unreachable', `${host} ${why}; the stored rates stay in force`, { cause })
  let answer: Response
  let text = ''
  try {
    answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' })
    const decoder = new TextDecoder()
    let size = 0
    for await (const chunk of answer.body ?? []) {
      size += chunk.length
      if (size > MAX_BYTES) throw new Error('too large')
      text += decoder.decode(chunk, { stream: true })
    }
  } catch (error) {
    throw refuse('does not answer', error)
  }
  if (!answer.ok) throw refuse(`answers ${answer.status}`)
  return parseEcb(text)
}

/** `null` as addresses: none are asked, and every answer is empty. */
export function createRatesSource({ addresses, clock }: { addresses: RatesAddresses | null; clock: Clock }) {
  const shared = new Map<string, { at: number; days: Promise<PublishedDay[]> }>()

  return {
    /** @throws AppError rates_unreachable, invalid_request where the answer is something else */
    async days(which: keyof RatesAddresses): Promise<PublishedDay[]> {
      if (addresses === null) return []
      const url = addresses[which]
      const now = clock.now().getTime()
      const known = shared.get(url)
      if (known && now - known.at < SHARED_MS) return known.days
      const days = read(url)
      shared.set(url, { at: now, days })
      return days
    },
  }
}
export type RatesSource = ReturnType<typeof createRatesSource>
