import http from 'node:http'
import https from 'node:https'

const TIMEOUT_MS = 20_000

/** Sends event bodies over connections that stay open. */
export class Poster {
  private readonly plain: http.Agent
  private readonly secure: https.Agent

  constructor(connections: number) {
    this.plain = new http.Agent({ keepAlive: true, maxSockets: connections })
    this.secure = new https.Agent({ keepAlive: true, maxSockets: connections })
  }

  /** Posts a body; the status of the answer, 0 when there was none. */
  post(url: string, body: string, headers: Record<string, string>): Promise<number> {
    return new Promise((resolve) => {
      const secure = url.startsWith('https:')
      const options = {
        method: 'POST',
        agent: secure ? this.secure : this.plain,
        timeout: TIMEOUT_MS,
        headers: {
          ...headers,
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(body),
        },
      }
      const request = (secure ? https : http).request(url, options, (response) => {
        response.on('end', () => resolve(response.statusCode ?? 0))
        response.on('error', () => resolve(0))
        response.resume()
      })
      request.on('timeout', () => request.destroy())
      request.on('error', () => resolve(0))
      request.end(body)
    })
  }

  close(): void {
    this.plain.destroy()
    this.secure.destroy()
  }
}
