/** Work that is looked at whenever something arrived, and every `idleMs` milliseconds where nothing tells us. */
export function createLoop({
  round,
  idleMs,
  failed,
}: {
  round: () => Promise<void>
  idleMs: number
  failed: (error: unknown) => void
}) {
  let stopped = false
  let wakeUp: (() => void) | null = null
  let awake = false
  let loop: Promise<void> | null = null

  async function run(): Promise<void> {
    while (!stopped) {
      awake = false
      await round().catch(failed)
      if (awake || stopped) continue
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, idleMs)
        wakeUp = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }

  return {
    start(): void {
      loop ??= run()
    },
    /** Something arrived. */
    wake(): void {
      awake = true
      wakeUp?.()
    },
    /** True once it was asked to end: a long round ends at its next step. */
    stopped: () => stopped,
    /** Ends after the round at hand. */
    async stop(): Promise<void> {
      stopped = true
      wakeUp?.()
      await loop
    },
  }
}
