import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The checkout's root: the folder that holds `stripe-app.json`. */
export const ROOT = join(__dirname, '..', '..')
/** Root of the Stripe CLI, see docs: it takes view components only from `src/views` beside its manifest. */
export const APP_ROOT = join(ROOT, 'stripe-app')

export type Manifest = {
  id: string
  version: string
  name: string
  icon: string
  distribution_type?: string
  stripe_api_access_type?: string
  sandbox_install_compatible?: boolean
  permissions: { permission: string; purpose: string }[]
  ui_extension: {
    views: { viewport: string; component: string }[]
    content_security_policy: {
      'connect-src': string[] | null
      'image-src': string[] | null
      purpose: string
    }
  }
  post_install_action?: { type: string; url?: string } | null
  constants?: Record<string, unknown>
}

/** What a development manifest may override; `extends` names the manifest that it is laid over. */
export type DevManifest = { extends: string } & Partial<Omit<Manifest, 'ui_extension'>> & {
    ui_extension?: Partial<Manifest['ui_extension']>
  }

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T
}

/** The one source: the manifest at the root of the repository. */
export function readManifest(): Manifest {
  return readJson<Manifest>(join(ROOT, 'stripe-app.json'))
}

/** The manifest for `stripe apps start` against a backend on this machine. */
export function readDevManifest(): DevManifest {
  return readJson<DevManifest>(join(APP_ROOT, 'stripe-app.dev.json'))
}

/** The manifest as the Stripe CLI wants it inside `stripe-app/`: the same text, only the icon's path differs. */
export function manifestTextForCli(): string {
  return readFileSync(join(ROOT, 'stripe-app.json'), 'utf8').replace('"./stripe-app/', '"./')
}

/** What `manifestTextForCli` says. */
export function manifestForCli(): Manifest {
  return JSON.parse(manifestTextForCli()) as Manifest
}

export type PreviewApp = {
  id: string
  name: string
  version: string
  views: Manifest['ui_extension']['views']
  permissions: string[]
  connectSrc: string[]
  imageSrc: string[]
  constants: Record<string, unknown>
}

/** The app as the preview runs it: the manifest, laid over by the development manifest, pointed at one backend. */
export function previewApp(
  backendUrl: string,
  manifest = readManifest(),
  dev = readDevManifest(),
): PreviewApp {
  const released = manifest.ui_extension.content_security_policy
  const local = dev.ui_extension?.content_security_policy
  const connectSrc = [
    ...(released['connect-src'] ?? []),
    ...(local?.['connect-src'] ?? []),
    `${backendUrl}/v1/`,
  ]
  return {
    id: manifest.id,
    name: manifest.name,
    version: manifest.version,
    views: manifest.ui_extension.views,
    permissions: manifest.permissions.map(({ permission }) => permission),
    connectSrc: [...new Set(connectSrc)],
    imageSrc: [...(released['image-src'] ?? []), ...(local?.['image-src'] ?? [])],
    constants: { ...manifest.constants, ...dev.constants, backend_url: backendUrl },
  }
}
