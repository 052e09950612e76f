import { ownApp } from './build-extension'
import { ConfigProblem, readConfig } from './config'
import { galleryApp } from './gallery/app'
import { buildPreview } from './server'

function reason(error: unknown, port: string): string {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return `Port ${port} is in use: stop what listens there, or set PREVIEW_PORT.`
  }
  if (error instanceof ConfigProblem) return error.message
  return `The preview cannot start: ${error instanceof Error ? error.message : String(error)}`
}

async function main(): Promise<void> {
  const config = readConfig(process.env)
  const server = await buildPreview(config, process.argv.includes('--gallery') ? galleryApp() : ownApp())
  const stop = () => {
    void server.close().then(() => process.exit(0))
    // An open connection must not hold the process.
    setTimeout(() => process.exit(0), 250).unref()
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  await server.listen({ port: config.port, host: '127.0.0.1' })
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : config.port
  console.log(`ready http://localhost:${port}`)
}

main().catch((error: unknown) => {
  console.error(reason(error, process.env['PREVIEW_PORT'] ?? '4243'))
  process.exit(1)
})
