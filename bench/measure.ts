/** Latencies and rates, measured from outside over keep-alive connections. */
import { Agent, request, type RequestOptions } from 'node:http'

export interface Call extends Pick<RequestOptions, 'method' | 'path' | 'headers'> {
  body?: string
}

export interface Outcome {
  perSecond: number
  p50: number
  p95: number
  p99: number
  failed: number
}

function send(port: number, agent: Agent, { body, ...options }: Call): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request({ ...options, port, host: '127.0.0.1', agent }, (answer) => {
      answer.resume()
      answer.once('end', () => resolve(answer.statusCode ?? 0))
    })
    sent.once('error', reject)
    sent.end(body)
  })
}

/** Sends all calls, `concurrency` at a time. Times in milliseconds. */
export async function load(port: number, calls: Call[], concurrency: number): Promise<Outcome> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency })
  const times: number[] = []
  let failed = 0
  let next = 0
  const began = performance.now()
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      for (let call = calls[next++]; call; call = calls[next++]) {
        const start = performance.now()
        const status = await send(port, agent, call)
        times.push(performance.now() - start)
        if (status >= 300) failed++
      }
    }),
  )
  const elapsed = performance.now() - began
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { perSecond: (calls.length * 1000) / elapsed, p50: at(0.5), p95: at(0.95), p99: at(0.99), failed }
}

export function print(title: string, { perSecond, p50, p99, failed }: Outcome): void {
  const ms = (value: number) => `${value.toFixed(1)} ms`.padStart(9)
  console.log(
    `${title.padEnd(44)} ${perSecond.toFixed(0).padStart(7)}/s  p50 ${ms(p50)}  p99 ${ms(p99)}${failed ? `  ${failed} FAILED` : ''}`,
  )
}

export const megabytes = (): string => `${Math.round(process.memoryUsage().rss / 1024 / 1024)} MB`
