/** A real Chromium: the one named, one on the system, or the one that comes with the packages. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * The packaged browser is unpacked by its own ES module, in a process of its own. Its own arguments are left aside: they
 * switch web security off, which the views' frame is to be tested with.
 */
const UNPACK = `
process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x'
const { default: chromium } = await import('@sparticuz/chromium')
const executablePath = await chromium.executablePath()
console.log(JSON.stringify({ executablePath, libraries: process.env.LD_LIBRARY_PATH ?? '' }))`

function packaged(): { executablePath: string; libraries: string } {
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', UNPACK], { encoding: 'utf8' })
  return JSON.parse(out) as { executablePath: string; libraries: string }
}

// no sandbox: tests run in containers and as root; quiet: nothing but what the page asks for leaves the browser
const ARGS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function openBrowser(): Promise<Browser> {
  const candidates = [process.env['CHROMIUM_PATH'], ...(process.env['CI'] ? [] : SYSTEM)]
  const installed = candidates.find((path) => path && existsSync(path))
  if (installed) return chromium.launch({ executablePath: installed, args: ARGS })
  const { executablePath, libraries } = packaged()
  const env = { ...(process.env as Record<string, string>), LD_LIBRARY_PATH: libraries }
  return chromium.launch({ executablePath, args: ARGS, env })
}
