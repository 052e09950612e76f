/** The preview on a stand-in of its own, with the gallery as its app: every component, and a view for every place. */
import type { FastifyInstance } from 'fastify'
import type { Browser, Locator, Page } from 'playwright-core'
import { startSandbox, type TestSandbox } from '../../sandbox/api/testing/start'
import { galleryApp } from '../../sandbox/dashboard/gallery/app'
import { buildPreview } from '../../sandbox/dashboard/server'
import type { Viewport } from '../../sandbox/dashboard/viewports'
import { openBrowser } from '../kit/browser'

export const GALLERY = 'com.example.gallery'

export interface Preview {
  page: Page
  browser: Browser
  standIn: TestSandbox
  account: string
  /** What the page complained of. */
  errors: string[]
  /** Opens a path below the account. */
  open(path: string): Promise<void>
  /** The address of a path below the account. */
  address(path: string): string
  /** A tab of its own, with switches of its own. */
  openTab(options?: { width?: number; height?: number; timezoneId?: string }): Promise<Page>
  end(): Promise<void>
}

async function serve(standIn: TestSandbox, viewports?: readonly Viewport[]): Promise<FastifyInstance> {
  const config = {
    port: 0,
    backendUrl: 'http://localhost:1',
    stripeApiBase: standIn.url,
    stripeSecretKey: standIn.secretKey,
    appSecret: 'absec_test',
  }
  const server = await buildPreview(config, galleryApp(viewports))
  await server.listen({ port: 0, host: '127.0.0.1' })
  return server
}

/** Starts all of it in this process. Without `viewports` the app has a view for each that there is. */
export async function startPreview(viewports?: readonly Viewport[]): Promise<Preview> {
  const [standIn, browser] = await Promise.all([startSandbox(), openBrowser()])
  const server = await serve(standIn, viewports)
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const { id: account } = await standIn.stripe.accounts.retrieveCurrent()
  const errors: string[] = []
  const openTab: Preview['openTab'] = async ({ width = 1280, height = 900, timezoneId = 'UTC' } = {}) => {
    const context = await browser.newContext({ viewport: { width, height }, locale: 'en-US', timezoneId })
    const page = await context.newPage()
    page.setDefaultTimeout(10_000)
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text())
    })
    page.on('pageerror', (error) => errors.push(String(error)))
    return page
  }
  const page = await openTab()
  const addressOf = (path: string) => `http://localhost:${port}/${account}${path}`
  return {
    page,
    browser,
    standIn,
    account,
    errors,
    openTab,
    address: addressOf,
    open: async (path) => void (await page.goto(addressOf(path))),
    async end() {
      await browser.close()
      await server.close()
      await standIn.app.close()
    },
  }
}

/** What the test view in the drawer says it was told. */
export async function told(page: Page, label: string): Promise<string> {
  const value = page.locator('.view-slot dt', { hasText: new RegExp(`^${label}$`) }).locator('xpath=../dd')
  return (await value.innerText()).trim()
}

/** The rows of the page's first table. */
export const rows = (page: Page): Locator =>
  page.locator('main .page table').first().locator('tbody tr[data-row]')

export const idsOf = (page: Page): Promise<string[]> =>
  rows(page).evaluateAll((all) => all.map((row) => row.getAttribute('data-row') ?? ''))
