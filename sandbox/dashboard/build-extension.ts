import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { APP_ROOT, manifestForCli, type Manifest } from './manifest'

/** The entry that the Stripe CLI generates: each view by name, the SDK's version, the manifest as default. */
export function entrySource(manifest: Manifest): string {
  const components = [...new Set(manifest.ui_extension.views.map(({ component }) => component))]
  return [
    ...components.map((name) => `import ${name} from '../src/views/${name}'`),
    `export { ${components.join(', ')} }`,
    `export * from '@stripe/ui-extension-sdk/version'`,
    `export default ${JSON.stringify(manifest, null, 2)}`,
    '',
  ].join('\n')
}

export type AppSource = {
  /** The folder that holds `src/views`; what is generated goes to its `.build`. */
  root: string
  manifest: Manifest
}

/** The app of this repository, as the Stripe CLI finds it. */
export const ownApp = (): AppSource => ({ root: APP_ROOT, manifest: manifestForCli() })

/** Builds the views into the one script that the Stripe CLI would upload. */
export async function buildExtension({ root, manifest }: AppSource = ownApp()): Promise<string> {
  const folder = join(root, '.build')
  mkdirSync(folder, { recursive: true })
  const entry = join(folder, 'manifest.js')
  writeFileSync(entry, entrySource(manifest))
  const { outputFiles } = await build({
    entryPoints: [entry],
    absWorkingDir: root,
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    globalName: '__StripeExtExports',
    jsx: 'automatic',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    external: ['react', 'react/jsx-runtime', '@remote-ui/react'],
    loader: { '.png': 'dataurl', '.svg': 'dataurl', '.jpg': 'dataurl' },
    logLevel: 'silent',
  })
  const [bundle] = outputFiles
  if (!bundle) throw new Error('esbuild wrote no bundle')
  return bundle.text
}

async function main(): Promise<void> {
  const bundle = await buildExtension()
  const bytes = Buffer.byteLength(bundle)
  writeFileSync(join(APP_ROOT, '.build', 'app.js'), bundle)
  process.stdout.write(`stripe-app/.build/app.js  ${(bytes / 1000).toFixed(1)} kB minified\n`)
}

if (require.main === module) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  })
}
