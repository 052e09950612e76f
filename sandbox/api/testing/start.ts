import Stripe from 'stripe'
import { createSandbox, type Sandbox, type SandboxOptions } from '../sandbox'

/** The instant at which tests begin, unless they say otherwise. */
export const TEST_NOW = Date.UTC(2026, 4, 14, 9, 30) / 1000

export interface TestSandbox extends Sandbox {
  stripe: Stripe
  url: string
  port: number
  /** A further client of the same server. */
  client(key: string, config?: Stripe.StripeConfig): Stripe
  /** Moves all accounts' clocks ahead. */
  advance(seconds: number): Promise<void>
}

/** A small stand-in on a free port with a clock that stands still, and the official client for it. */
export async function startSandbox(options: Partial<SandboxOptions> = {}): Promise<TestSandbox> {
  const sandbox = createSandbox({
    size: 'small',
    seed: 'test',
    clock: () => (options.now ?? TEST_NOW) * 1000,
    reportError: (error) => process.stderr.write(`${String(error instanceof Error ? error.stack : error)}\n`),
    ...options,
  })
  const url = await sandbox.app.listen({ port: 0, host: '127.0.0.1' })
  const port = Number(new URL(url).port)
  sandbox.engine.main.site.url = url
  const client = (key: string, config: Stripe.StripeConfig = {}) =>
    new Stripe(key, {
      host: '127.0.0.1',
      port,
      protocol: 'http',
      maxNetworkRetries: 0,
      telemetry: false,
      ...config,
    })
  const advance = async (seconds: number) => {
    const body = JSON.stringify({ seconds })
    const { status } = await fetch(`${url}/_sandbox/advance`, { method: 'POST', body })
    if (status !== 200) throw new Error(`advance answered ${status}`)
  }
  return { ...sandbox, url, port, client, advance, stripe: client(sandbox.secretKey) }
}

/** Gets JSON from the server as it goes over the wire, without the client's conversions. */
export async function rawGet(
  sandbox: TestSandbox,
  path: string,
): Promise<{ status: number; text: string; headers: Headers }> {
  const response = await fetch(`${sandbox.url}${path}`, {
    headers: { authorization: `Bearer ${sandbox.secretKey}` },
  })
  return { status: response.status, text: await response.text(), headers: response.headers }
}

/** Posts a form as text. */
export async function rawPost(
  sandbox: TestSandbox,
  path: string,
  form: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string; headers: Headers }> {
  const response = await fetch(`${sandbox.url}${path}`, {
    method: 'POST',
    body: form,
    headers: {
      authorization: `Bearer ${sandbox.secretKey}`,
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
  })
  return { status: response.status, text: await response.text(), headers: response.headers }
}
