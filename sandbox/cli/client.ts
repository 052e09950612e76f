/** What was asked for cannot be done; the message says why. */
export class Refusal extends Error {}

/** Speaks to the stand-in that runs, with the key that it tells. */
export class Client {
  private readonly base: string
  private key: string | undefined

  constructor(
    port: string,
    private readonly account: string | undefined,
  ) {
    this.base = `http://127.0.0.1:${port}`
  }

  get(path: string): Promise<unknown> {
    return this.request('GET', path)
  }

  post(path: string, body = ''): Promise<unknown> {
    return this.request('POST', path, body)
  }

  delete(path: string): Promise<unknown> {
    return this.request('DELETE', path)
  }

  private async request(method: string, path: string, body?: string): Promise<unknown> {
    const headers: Record<string, string> = {}
    if (this.account !== undefined) headers['stripe-account'] = this.account
    if (path.startsWith('/v1/')) headers['authorization'] = `Bearer ${await this.secretKey()}`
    const answer = await fetch(`${this.base}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
    }).catch(() => {
      throw new Refusal(`No stand-in answers at ${this.base}. Start it, or set SANDBOX_PORT.`)
    })
    const value: unknown = await answer.json()
    if (answer.ok) return value
    throw new Refusal(messageOf(value) ?? `It answered ${answer.status}.`)
  }

  private async secretKey(): Promise<string> {
    const health: unknown = this.key ?? (await this.request('GET', '/_sandbox/health'))
    if (typeof health === 'string') return health
    if (typeof health !== 'object' || health === null || !('secret_key' in health))
      throw new Refusal('It has no key.')
    this.key = String(health.secret_key)
    return this.key
  }
}

function messageOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('error' in value)) return undefined
  const { error } = value
  if (typeof error === 'string') return error
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : undefined
}
