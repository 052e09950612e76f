/** The process: configuration, database, application, background work, and an orderly end. */
import closeWithGrace from 'close-with-grace'
import { scopeOf } from './accounts/service'
import { openDesk } from './bootstrap'
import { buildApp } from './app'
import { loadConfig } from './config'
import { runInScope } from './database/scope'
import { SetupError } from './errors'
import { createLogger } from './log'

const SYSTEM = { kind: 'system', id: 'revenue-desk' } as const

async function main(): Promise<void> {
  const config = loadConfig()
  const log = createLogger(config.logLevel)
  const { services, stop } = await openDesk(config, log, (line) => log.info(line))
  let draining = false
  const app = await buildApp({ config, services, loggerInstance: log, draining: () => draining })
  try {
    await app.listen({ port: config.port, host: config.host })
  } catch (error) {
    await stop()
    const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    throw inUse
      ? new SetupError(`Port ${config.port} is in use: stop what listens there, or set PORT to another`)
      : error
  }
  services.sealer.start()
  services.worker.start()
  services.jobs.start()
  closeWithGrace({ delay: 10_000, logger: log }, async ({ err }) => {
    if (err) log.error({ err }, 'ending after an unexpected failure')
    draining = true
    await app.close()
    await Promise.all([services.worker.stop(), services.jobs.stop()])
    await services.sealer.stop()
    await stop()
  })
  for (const account of await services.accounts.all())
    await runInScope({ ...scopeOf(account), actor: SYSTEM }, async () => {
      // later the job does
      if (!(await services.sync.state()).complete) await services.fx.begin()
      await services.sync.resume()
    })
  // what came due while nobody was here
  await services.jobs.tick()
}

main().catch((error: unknown) => {
  if (!(error instanceof SetupError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
