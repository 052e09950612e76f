import { DataDirError } from './data-dir/files'
import { OptionError, readOptions } from './options'
import { createSandbox } from './sandbox'

const TICK_MS = 1_000

async function main(): Promise<void> {
  const began = performance.now()
  const { port, host, ...options } = readOptions(process.argv.slice(2), process.env)
  const sandbox = createSandbox({
    ...options,
    url: `http://localhost:${port}`,
    clock: Date.now,
    reportError: (error) => console.error(error),
  })
  const address = await sandbox.app.listen({ port, host })
  const at = new URL(address)
  sandbox.engine.main.site.url = `http://localhost:${at.port}`
  const ticking = setInterval(() => sandbox.tick(), TICK_MS)
  const stop = () => {
    clearInterval(ticking)
    void sandbox.close().then(() => process.exit(0))
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  const objects = Object.values(sandbox.engine.main.store).reduce((sum, { size }) => sum + size, 0)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`ready http://localhost:${at.port} (${objects} objects in ${seconds} s)`)
}

main().catch((error: unknown) => {
  console.error(`Stripe stand-in: ${explain(error)}`)
  process.exit(1)
})

function explain(error: unknown): string {
  if (error instanceof OptionError || error instanceof DataDirError) return error.message
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return 'the port is in use. Stop what listens there, or choose another with --port or SANDBOX_PORT.'
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
