/** The preview as a merchant has it open: a page, what it asked for and what it complained of. */
import type { Browser, Locator, Page, Response } from 'playwright-core'
import { openBrowser } from './browser'
import { startSmallDesk, type SmallDesk, type SmallDeskOptions } from './small-desk'

const APP = 'com.example.revenue-desk'

export interface Views {
  page: Page
  /** Errors of the console and of the page. */
  errors: string[]
  /** Answers of the backend since the page was opened. */
  answers: Response[]
  /** The addresses of the views. */
  address: {
    home: string
    overview: string
    promotions: string
    settings: string
    tab(name: string): string
    customer(id: string): string
    subscription(id: string): string
  }
  /** The role that the next views are opened with. */
  setRole(name: string): Promise<void>
  close(): Promise<void>
}

export async function openViews(browser: Browser, desk: SmallDesk, width = 1280): Promise<Views> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'en-US' })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(String(error)))
  const answers: Response[] = []
  page.on('response', (response) => {
    if (new URL(response.url()).port === String(desk.ports.backend)) answers.push(response)
  })
  const base = `http://localhost:${desk.ports.preview}/${desk.account}`
  return {
    page,
    errors,
    answers,
    address: {
      home: `${base}/dashboard`,
      overview: `${base}/app/${APP}/overview`,
      promotions: `${base}/app/${APP}/promotions`,
      tab: (name) => `${base}/app/${APP}/${name}`,
      settings: `${base}/settings/apps/${APP}`,
      customer: (id) => `${base}/customers/${id}`,
      subscription: (id) => `${base}/subscriptions/${id}`,
    },
    async setRole(name) {
      await page.getByLabel('Role', { exact: true }).selectOption({ label: name })
    },
    close: () => context.close(),
  }
}

export interface Opened extends Views {
  desk: SmallDesk
  browser: Browser
  /** Ends the browser and the desk. */
  end(): Promise<void>
}

/** A small desk with a browser on its preview, for the tests of one file. */
export async function startViews(options: SmallDeskOptions = {}): Promise<Opened> {
  const [starting, opening] = await Promise.allSettled([startSmallDesk(options), openBrowser()])
  const desk = starting.status === 'fulfilled' ? starting.value : null
  const browser = opening.status === 'fulfilled' ? opening.value : null
  const end = async () => {
    await browser?.close()
    await desk?.end()
  }
  if (!desk || !browser) {
    await end()
    throw starting.status === 'rejected' ? starting.reason : opening.status === 'rejected' && opening.reason
  }
  return { ...(await openViews(browser, desk)), desk, browser, end }
}

/** A part of a view by its heading. */
export const part = (page: Page, name: string | RegExp): Locator => page.getByRole('region', { name })

/** What a part says, line by line. */
export async function linesOf(one: Locator): Promise<string[]> {
  const text = await one.innerText()
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

/** The lines that follow one, as many as asked for. */
export function after(lines: string[], line: string, count: number): string[] {
  const index = lines.indexOf(line)
  return index < 0 ? [] : lines.slice(index + 1, index + 1 + count)
}

/** Elements that are wider inside than outside and can neither be scrolled nor cut their text short on purpose. */
export async function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { overflowX, textOverflow, display } = getComputedStyle(element)
        if (display === 'inline' || element.closest('svg, select, .ui-hidden, label')) return false
        if (textOverflow === 'ellipsis' || overflowX === 'auto' || overflowX === 'scroll') return false
        return element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1
      })
      .map(({ className, tagName, scrollWidth, clientWidth }) =>
        [tagName.toLowerCase(), String(className), `${scrollWidth} > ${clientWidth}`].join(' '),
      ),
  )
}

/** Controls that a screen reader could not name. */
export async function nameless(page: Page): Promise<string[]> {
  const CONTROL = /^\s*- (button|link|textbox|combobox|checkbox|radio|tab|switch|spinbutton|menuitem)\b(?! ")/
  const snapshot = await page.locator('body').ariaSnapshot()
  return snapshot.split('\n').filter((line) => CONTROL.test(line))
}
