import { AppError } from '../errors'
import type { Logger } from '../log'
import type { Figures } from './figures'

/** Milliseconds that the source of the rates may take. */
const TIMEOUT_MS = 15_000

/**
 * Takes the daily rates for the account in scope where an address is known (FX_RATES_URL); without an answer the
 * stored ones stay in force.
 */
export function createRatesFetcher({
  figures,
  url,
  log,
}: {
  figures: Figures
  url: string | null
  log: Logger
}) {
  return async (): Promise<void> => {
    if (url === null) return
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' })
      if (!answer.ok) throw new AppError('invalid_request', `The rates answer ${answer.status}`)
      await figures.importRates(await answer.text())
    } catch (error) {
      log.warn({ err: error }, 'exchange rates could not be read; the stored ones stay in force')
    }
  }
}
