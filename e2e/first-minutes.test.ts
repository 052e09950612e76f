/** A stranger's first minutes, from `npm start` in an empty folder to a promotion that exists at Stripe. */
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from './kit/browser'
import { eventually, startDesk, type Desk } from './kit/desk'
import { ownMrr, reportedMrr } from './kit/own-mrr'
import { flush, makeSecrets, standing } from './kit/secrets'
import { appSecret, signature, signInView, viewBody } from './kit/view-signature'

jest.setTimeout(240_000)

interface Overview {
  currency: string
  complete: boolean
  figures: Record<'mrr' | 'active_customers', { value: number }>
}

let desk: Desk
let browser: Browser
let page: Page
const errors: string[] = []

const money = (minor: number) =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency: 'usd' }).format(minor / 100)
const overview = async () => (await desk.api<Overview>('/analytics/overview')).body
const app = () => `http://localhost:${desk.ports.preview}`

async function openTab(tab: 'overview' | 'promotions'): Promise<void> {
  const { body } = await desk.api<{ account: { id: string } }>('/me')
  await page.goto(`${app()}/${body.account.id}/app/com.example.revenue-desk/${tab}`)
}

beforeAll(async () => {
  ;[desk, browser] = await Promise.all([startDesk(), openBrowser()])
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-US' })
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
})

afterAll(async () => {
  await browser.close()
  expect(await desk.stop()).toBe(0)
})

test('the MRR on screen is the API’s, and that of a script that does not know the engine, and the scenario’s own', async () => {
  const { figures, complete, currency } = await overview()
  expect(complete).toBe(true)
  await openTab('overview')
  await page.getByText(money(figures.mrr.value), { exact: true }).first().waitFor()

  const now = Math.floor(Date.now() / 1000)
  const own = await ownMrr(desk.stripe, now)
  const truth: Record<string, number> = {}
  const log = await (await fetch(`http://localhost:${desk.ports.standIn}/_sandbox/truth`)).text()
  const last = new Map(
    log
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { customer: string; currency: string; value: number })
      .map((row) => [row.customer, row]),
  )
  for (const { currency: code, value } of last.values()) truth[code] = (truth[code] ?? 0) + value
  expect(own).toEqual(truth)

  // per currency, then at the day's rates, as the API does (C5)
  const { body: rates } = await desk.api<{ data: { per_euro: Record<string, string> }[] }>(
    '/fx_rates?limit=1',
  )
  const reported = reportedMrr(own, rates.data[0]?.per_euro ?? {}, currency)
  expect(figures.mrr.value).toBe(reported)
})

test('a subscription changed at Stripe shows on screen by itself', async () => {
  await openTab('overview')
  const before = (await overview()).figures.mrr.value
  await page.getByText(money(before), { exact: true }).first().waitFor()
  const { data } = await desk.stripe.subscriptions.list({ limit: 100, status: 'active' })
  const plain = data.find(
    ({ currency, discounts, items: { data: items } }) =>
      currency === 'usd' &&
      discounts.length === 0 &&
      items.length === 1 &&
      items[0]?.price.billing_scheme === 'per_unit' &&
      items[0].price.recurring?.interval === 'month',
  )
  const item = plain?.items.data[0]
  if (!plain || !item) throw new Error('The sample history has no plain monthly subscription')
  await desk.stripe.subscriptions.update(plain.id, {
    items: [{ id: item.id, quantity: (item.quantity ?? 1) + 3 }],
  })
  const after = before + 3 * (item.price.unit_amount ?? 0)
  await page.getByText(money(after), { exact: true }).first().waitFor({ timeout: 15_000 })
  expect((await overview()).figures.mrr.value).toBe(after)
})

test('a promotion created by clicking exists at Stripe', async () => {
  await openTab('promotions')
  await page
    .getByRole('button', { name: /create promotion/i })
    .first()
    .click()
  await page.getByLabel(/^name/i).fill('Winter offer')
  await page.getByLabel(/^code/i).fill('WINTER30')
  await page
    .getByLabel(/percent off|percentage/i)
    .first()
    .fill('30')
  await page
    .getByRole('button', { name: /^create/i })
    .last()
    .click()
  await page.getByText('WINTER30').first().waitFor()
  await eventually(
    async () => (await desk.stripe.promotionCodes.list({ code: 'WINTER30' })).data.length === 1,
    'the code at Stripe',
  )
  const [code] = (
    await desk.stripe.promotionCodes.list({ code: 'WINTER30', expand: ['data.promotion.coupon'] })
  ).data
  expect(code?.active).toBe(true)
  expect(code?.promotion.coupon).toMatchObject({ percent_off: 30 })
})

test('a read-only member sees no way to create, and the backend refuses the call', async () => {
  await page.getByLabel('Role').selectOption({ label: 'View only' })
  await openTab('promotions')
  await page.getByText('WINTER30').first().waitFor()
  expect(await page.getByRole('button', { name: /create promotion/i }).count()).toBe(0)

  const { body: me } = await desk.api<{ account: { id: string } }>('/me')
  const text = viewBody({ role: 'view_only', accountId: me.account.id })
  const { body } = await signInView(
    desk.ports.backend,
    text,
    signature(text, appSecret(desk.folder), Math.floor(Date.now() / 1000)),
  )
  const refused = await desk.api<{ code: string }>('/promotions', {
    method: 'POST',
    headers: { authorization: `Bearer ${body.access_token}` },
    body: JSON.stringify({ name: 'No', code: 'NONONO', percent_bp: 1000, duration: 'once' }),
  })
  expect(refused).toMatchObject({ status: 403, body: { code: 'permission_missing' } })
  expect((await desk.stripe.promotionCodes.list({ code: 'NONONO' })).data).toEqual([])
})

test('a forged, altered, stale, future or replayed signature is refused', async () => {
  const { body: me } = await desk.api<{ account: { id: string } }>('/me')
  const accountId = me.account.id
  const secret = appSecret(desk.folder)
  const now = Math.floor(Date.now() / 1000)
  const tries = {
    good: (text: string) => [text, signature(text, secret, now)],
    forged: (text: string) => [text, signature(text, 'absec_somebody_else', now)],
    altered: (text: string) => [text.replace('usr_e2e', 'usr_boss'), signature(text, secret, now)],
    stale: (text: string) => [text, signature(text, secret, now - 302)],
    future: (text: string) => [text, signature(text, secret, now + 330)],
  }
  const answers: Record<string, unknown> = {}
  for (const [name, make] of Object.entries(tries)) {
    const [text = '', header = ''] = make(viewBody({ accountId }))
    const { status, body } = await signInView(desk.ports.backend, text, header)
    answers[name] = body.code ?? status
  }
  const text = viewBody({ accountId })
  const header = signature(text, secret, now)
  await signInView(desk.ports.backend, text, header)
  answers['replayed'] = (await signInView(desk.ports.backend, text, header)).body.code
  expect(answers).toEqual({
    good: 201,
    forged: 'signature_invalid',
    altered: 'signature_invalid',
    stale: 'signature_invalid',
    future: 'signature_invalid',
    replayed: 'signature_replayed',
  })
})

test('no secret of these minutes stands on the disk, and none is told again', async () => {
  const secrets = await makeSecrets(desk)
  for (const [kind, secret] of Object.entries(secrets))
    expect([kind, secret.length > 15]).toEqual([kind, true])
  await flush(desk.folder)
  // what is no secret is found: the search is not blind
  expect(standing(desk.folder, { name: 'Known to all', address: 'kim@example.com' }).length).toBeGreaterThan(
    1,
  )
  expect(standing(desk.folder, secrets)).toEqual([])

  const { paths } = (await (await fetch(`http://localhost:${desk.ports.backend}/openapi.json`)).json()) as {
    paths: Record<string, object>
  }
  for (const pathname of Object.keys(paths).filter((one) => one.startsWith('/v1/') && !one.includes('{'))) {
    if (pathname.endsWith('/export') || !('get' in (paths[pathname] ?? {}))) continue
    const { body } = await desk.api(pathname.replace('/v1', ''))
    const told = Object.entries(secrets).filter(([, secret]) => JSON.stringify(body).includes(secret))
    expect([pathname, told.map(([kind]) => kind)]).toEqual([pathname, []])
  }
})

test('the page reported no error', () => {
  expect(errors).toEqual([])
})
