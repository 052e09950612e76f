/** The Stripe stand-in for tests of the backend: started here, reached by its address alone. */
import Stripe from 'stripe'
import { createSandbox } from '../../sandbox/api/sandbox'
import type { TestClock } from './clock'

export interface Fault {
  match: string
  status: number
  times: number
  when?: 'before' | 'after'
}

export interface StandIn {
  url: string
  secretKey: string
  accountId: string
  /** The official client of it. */
  stripe: Stripe
  /** Brings it to the clock's present, as the next request would. */
  tick(): void
  /** What shall go wrong from now on; nothing given ends it. */
  fail(...faults: Fault[]): Promise<void>
  /** Gives one of its control commands. @returns its answer */
  act(command: string, form?: Record<string, string>): Promise<Record<string, unknown>>
  /** The secret key of its live mode. */
  liveKey: string
  /** What each customer was worth from the end of a day on, in the scenario's own log, in its order. */
  truthRows(): Promise<{ customer: string; day: string; value: number; currency: string }[]>
  /** The last of them of each customer. */
  truth(): Promise<Map<string, { value: number; currency: string }>>
  /** What its customers decided, and how likely they were to leave just then. */
  decisions(): Promise<{ turn: string; risk_bp: number }[]>
  rates(): Promise<string>
  /** How many objects of each collection it holds. */
  counts(): Promise<Record<string, number>>
  close(): Promise<void>
}

async function text(url: string, init?: RequestInit): Promise<string> {
  const answer = await fetch(url, init)
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}: ${await answer.text()}`)
  return answer.text()
}

/** A business's history that ends at the clock's time; from then on both move together. */
export async function startStandIn(
  clock: TestClock,
  seed = 'desk',
  size: 'small' | 'demo' = 'small',
): Promise<StandIn> {
  const sandbox = createSandbox({
    size,
    seed,
    clock: clock.ms,
    reportError: (error) => process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`),
  })
  const url = await sandbox.app.listen({ port: 0, host: '127.0.0.1' })
  sandbox.engine.main.site.url = url
  const stripe = new Stripe(sandbox.secretKey, {
    host: '127.0.0.1',
    port: Number(new URL(url).port),
    protocol: 'http',
    maxNetworkRetries: 0,
    telemetry: false,
  })
  const health = async () =>
    JSON.parse(await text(`${url}/_sandbox/health`)) as { account: string; counts: Record<string, number> }
  const truthRows = async () =>
    (await text(`${url}/_sandbox/truth`))
      .trim()
      .split('\n')
      .map((row) => JSON.parse(row) as { customer: string; day: string; value: number; currency: string })
  return {
    url,
    stripe,
    secretKey: sandbox.secretKey,
    accountId: (await health()).account,
    tick: () => sandbox.tick(),
    async fail(...faults) {
      await text(`${url}/_sandbox/faults`, { method: 'POST', body: JSON.stringify({ fail: faults }) })
    },
    async act(command, form = {}) {
      const answer = await text(`${url}/_sandbox/${command}`, {
        method: 'POST',
        body: new URLSearchParams(form),
      })
      return JSON.parse(answer) as Record<string, unknown>
    },
    liveKey: sandbox.engine.live.secretKey,
    truthRows,
    truth: async () => new Map((await truthRows()).map(({ customer, ...row }) => [customer, row])),
    async decisions() {
      const rows = (await text(`${url}/_sandbox/decisions`)).trim().split('\n')
      return rows.map((row) => JSON.parse(row) as { turn: string; risk_bp: number })
    },
    rates: () => text(`${url}/_sandbox/eurofxref-hist.csv`),
    counts: async () => (await health()).counts,
    close: () => sandbox.close(),
  }
}
