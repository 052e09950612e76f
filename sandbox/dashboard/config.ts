import { isIP } from 'node:net'

export type PreviewConfig = {
  port: number
  backendUrl: string
  stripeApiBase: string
  stripeSecretKey: string
  appSecret: string
}

/** A reason not to start, told in one plain line. */
export class ConfigProblem extends Error {}

/** Whether a host name can only mean this machine. */
export function isLoopback(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').toLowerCase()
  if (host === 'localhost' || host === '::1') return true
  return isIP(host) === 4 && host.startsWith('127.')
}

function readUrl(name: string, text: string): URL {
  try {
    return new URL(text)
  } catch {
    throw new ConfigProblem(`${name} is not an address: ${text}`)
  }
}

function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name]
  if (!value) throw new ConfigProblem(`${name} is missing: the preview needs it to start.`)
  return value
}

/**
 * Reads the preview's settings. The preview signs as any user and role, so it runs for this machine only:
 * any host but 127.0.0.1, and any Stripe address that is not loopback, is refused.
 */
export function readConfig(env: NodeJS.ProcessEnv): PreviewConfig {
  const stripeApiBase = readUrl('STRIPE_API_BASE', env['STRIPE_API_BASE'] ?? 'http://localhost:4244')
  if (!isLoopback(stripeApiBase.hostname)) {
    throw new ConfigProblem(
      `The preview runs only against a Stripe stand-in on this machine, and STRIPE_API_BASE is ${stripeApiBase.origin}.`,
    )
  }
  const host = env['HOST'] ?? '127.0.0.1'
  if (!isLoopback(host)) {
    throw new ConfigProblem(`The preview listens on 127.0.0.1 only, and HOST is ${host}.`)
  }
  const port = Number(env['PREVIEW_PORT'] ?? 4243)
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new ConfigProblem(`PREVIEW_PORT is not a port: ${env['PREVIEW_PORT']}`)
  }
  return {
    port,
    backendUrl: readUrl('BACKEND_URL', env['BACKEND_URL'] ?? 'http://localhost:4242').origin,
    stripeApiBase: stripeApiBase.origin,
    stripeSecretKey: required(env, 'STRIPE_SECRET_KEY'),
    appSecret: required(env, 'STRIPE_APP_SECRET').split(',')[0] ?? '',
  }
}
