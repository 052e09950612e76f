/** Answers about revenue on the demo account, beside an answer that reads nothing. */
import { benchDesk } from './desk'
import { load, megabytes, print } from './measure'

const REQUESTS = 400
const CONCURRENCY = 4
const ROUTES = [
  '/health/live',
  '/v1/analytics/overview',
  '/v1/analytics/mrr?from=2025-01-01&to=2026-10-31&interval=month',
  '/v1/analytics/mrr_movements?from=2025-01-01&to=2026-10-31&interval=month',
  '/v1/analytics/churn',
]

export async function analytics(): Promise<void> {
  const desk = await benchDesk('demo')
  try {
    await desk.inAccount(async () => {
      await desk.services.sync.resume()
      await desk.services.sync.drain()
    })
    const headers = { authorization: `Bearer ${desk.token}` }
    for (const path of ROUTES) {
      const calls = Array.from({ length: REQUESTS }, () => ({ method: 'GET', path, headers }))
      await load(desk.port, calls.slice(0, 50), CONCURRENCY)
      print(path.split('?')[0] ?? path, await load(desk.port, calls, CONCURRENCY))
    }
    console.log(`memory of this process, load included, ${megabytes()}`)
  } finally {
    await desk.close()
  }
}
