/** Writes what is made from the source: API document, the views' types, `.env.example`. `--check` only compares. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'
import { buildApp } from '../backend/src/app'
import { systemClock } from '../backend/src/clock'
import { Environment, loadConfig } from '../backend/src/config'
import { buildServices } from '../backend/src/services'
import { manifestTextForCli } from '../sandbox/dashboard/manifest'

const root = path.resolve(__dirname, '..')

async function openapi(): Promise<OpenAPI3> {
  const key = `k:${Buffer.from(Array.from({ length: 32 }, (_, index) => index)).toString('base64')}`
  const config = loadConfig({
    MONGODB_URI: 'mongodb://unused',
    JWT_KEYS: key,
    ENCRYPTION_KEYS: key,
    API_KEY_PEPPER: key,
  })
  const log = { debug() {}, info() {}, warn() {}, error() {} }
  const app = await buildApp({ config, services: buildServices({ config, clock: systemClock, log }) })
  await app.ready()
  const document = JSON.parse((await app.inject('/openapi.json')).body) as OpenAPI3
  await app.close()
  return document
}

function envExample(): string {
  const lines = Object.entries(Environment.properties).map(([name, schema]) => {
    const { description, default: fallback } = schema as { description?: string; default?: unknown }
    return `# ${description}\n${name}=${String(fallback ?? '')}\n`
  })
  return `# Every variable the desk reads, with its default. Copy to .env and change what you need.\n\n${lines.join('\n')}`
}

async function generated(): Promise<Record<string, string>> {
  const document = await openapi()
  const types = astToString(await openapiTS(structuredClone(document)))
  return {
    'docs/openapi.json': `${JSON.stringify(document, null, 2)}\n`,
    'stripe-app/src/api/schema.d.ts': `/* Generated from docs/openapi.json by \`npm run generate\`. */\n${types}`,
    'stripe-app/stripe-app.json': manifestTextForCli(),
    '.env.example': envExample(),
  }
}

async function main(): Promise<void> {
  const check = process.argv.includes('--check')
  const stale = Object.entries(await generated()).filter(([file, content]) => {
    const target = path.join(root, file)
    if (!check) writeFileSync(target, content)
    try {
      return readFileSync(target, 'utf8') !== content
    } catch {
      return true
    }
  })
  if (stale.length === 0) return
  console.error(
    `Out of date: ${stale.map(([file]) => file).join(', ')}. Run npm run generate and commit the result.`,
  )
  process.exitCode = 1
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
