import { openBrowser } from '../kit/browser'
import { startSmallDesk } from '../kit/small-desk'
import { openViews, linesOf, overflowing, nameless } from '../kit/views'
jest.setTimeout(240_000)
test('explore', async () => {
  const t = Date.now()
  const [desk, browser] = await Promise.all([startSmallDesk(), openBrowser()])
  console.log('up', Date.now() - t)
  const views = await openViews(browser, desk)
  const { page, address } = views
  const [c] = (await desk.stripe.subscriptions.list({ limit: 1, status: 'active' })).data
  for (const [name, url] of Object.entries({ home: address.home, overview: address.overview, promotions: address.promotions, settings: address.settings, customer: address.customer(String(c?.customer)) })) {
    await page.goto(url)
    await page.waitForTimeout(2500)
    console.log(name, await linesOf(page.locator('.view-slot')), await overflowing(page), await nameless(page))
    console.log(await page.locator('.view-slot').ariaSnapshot())
    for (const w of [900, 1600, 1280]) { await page.setViewportSize({ width: w, height: 900 }); await page.waitForTimeout(300); await page.screenshot({ path: `/tmp/v-${name}-${w}.png` }); console.log(w, await overflowing(page)) }
  }
  console.log(views.errors, views.answers.map((a) => `${a.status()} ${a.url()}`))
  await browser.close()
  await desk.end()
})
