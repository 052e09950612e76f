import { join } from 'node:path'
import { build } from 'esbuild'
import { readSdkProps } from './sdk-props'

export type PageFiles = { page: string; style: string; frame: string }

/** Builds the preview's own two scripts: the page around the views, and what runs in the sandboxed frame. */
export async function buildPage(): Promise<PageFiles> {
  const { outputFiles } = await build({
    entryPoints: { page: join(__dirname, 'page', 'main.tsx'), frame: join(__dirname, 'frame', 'main.ts') },
    bundle: true,
    write: false,
    outdir: 'built',
    format: 'iife',
    jsx: 'automatic',
    target: 'es2022',
    minify: true,
    define: {
      'process.env.NODE_ENV': '"production"',
      SDK_PROPS: JSON.stringify(readSdkProps()),
    },
    logLevel: 'silent',
  })
  const text = (name: string) => {
    const file = outputFiles.find(({ path }) => path.endsWith(name))
    if (!file) throw new Error(`esbuild wrote no ${name}`)
    return file.text
  }
  return { page: text('page.js'), style: text('page.css'), frame: text('frame.js') }
}
