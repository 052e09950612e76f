/** axe-core on a page as it stands: what WCAG 2.2 AA calls serious or critical. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

const OPTIONS = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
  // the app's code runs in a frame that shows nothing
  iframes: false,
}

interface Violation {
  id: string
  impact: string | null
  nodes: { html: string; failureSummary?: string }[]
}

/** The findings that must not be there, each with the elements it was found on. */
export async function seriousFindings(page: Page): Promise<string[]> {
  // through the debugger: the page's own policy lets in no script but its own
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(AXE)
  const { violations } = await page.evaluate<{ violations: Violation[] }>(
    `axe.run(document, ${JSON.stringify(OPTIONS)})`,
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    )
}
