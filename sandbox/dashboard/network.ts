/** How the network of the views is, by the preview's switches. */
export type Network = { offline: boolean; latencyMs: number }

export const GOOD_NETWORK: Network = { offline: false, latencyMs: 0 }

function wait(ms: number, signal: AbortSignal | null | undefined): Promise<void> {
  if (ms === 0 || signal?.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

/** A request over such a network: late, or failed as a browser without network fails it. */
export async function throughNetwork<T>(
  network: () => Network,
  request: () => Promise<T>,
  signal?: AbortSignal | null,
): Promise<T> {
  if (!network().offline) await wait(network().latencyMs, signal)
  if (network().offline) throw new TypeError('Failed to fetch')
  return request()
}
