/** What one customer is worth, and how the desk is set: true, changeable, and read-only for those who may not. */
import type { Locator } from 'playwright-core'
import { eventually } from '../kit/desk'
import { dayOf, money, type Figure } from '../kit/figures'
import { after, linesOf, part, startViews, type Opened } from '../kit/views'

jest.setTimeout(120_000)

interface Amount {
  value: number
  currency: string
}
interface Customer {
  mrr: Amount
  lifetime_revenue: Amount
  subscriptions: {
    status: string
    mrr: number
    currency: string
    items: { product: string; quantity: number | null }[]
    current_period_end: number | null
    cancel_at_period_end: boolean
  }[]
}
interface Overview {
  currency: string
  complete: boolean
  figures: { mrr: Figure }
}

let opened: Opened
let customerId: string

beforeAll(async () => {
  opened = await startViews()
  const { data } = await opened.desk.stripe.subscriptions.list({ status: 'active', limit: 100 })
  customerId = String(data.find(({ currency }) => currency === 'eur')?.customer)
})
afterAll(() => opened?.end())

const revenue = (): Locator => part(opened.page, 'Revenue')
const toast = (text: string): Promise<void> =>
  opened.page.locator('.toasts').getByText(text, { exact: true }).waitFor()
const customerOf = async (id: string) => (await opened.desk.api<Customer>(`/customers/${id}`)).body
const overviewNow = async () => (await opened.desk.api<Overview>('/analytics/overview')).body

/** What a settings row says. */
const property = (label: string): Locator =>
  opened.page
    .locator('.view-slot')
    .locator('dt', { hasText: label })
    .locator('xpath=following-sibling::dd[1]')

async function expectCustomer(): Promise<void> {
  const { mrr, lifetime_revenue: lifetime, subscriptions } = await customerOf(customerId)
  const view = revenue()
  await view.getByText('Subscriptions', { exact: true }).waitFor()
  const lines = await linesOf(view)
  expect(after(lines, 'MRR', 1)).toEqual([money(mrr.value, mrr.currency)])
  expect(after(lines, 'Lifetime revenue', 1)).toEqual([money(lifetime.value, lifetime.currency)])
  expect(lines.find((line) => line.includes('updated'))).toMatch(
    /^USD · updated (just now|\d+ minutes? ago)$/,
  )
  expect(subscriptions.length).toBeGreaterThan(0)
  for (const [index, one] of subscriptions.entries()) {
    const item = view.getByRole('listitem').nth(index)
    const said = await item.innerText()
    for (const { product, quantity } of one.items)
      expect(said).toContain((quantity ?? 1) > 1 ? `${product} × ${quantity}` : product)
    expect(said).toContain(`${money(one.mrr, one.currency)} MRR`)
    if (one.status !== 'active') continue
    expect(said).toContain('Active')
    const verb = one.cancel_at_period_end ? 'Ends' : 'Renews'
    expect(said).toContain(`${verb} ${dayOf(one.current_period_end ?? 0)}`)
  }
}

test('a customer’s MRR, lifetime revenue and subscriptions are the API’s', async () => {
  await opened.page.goto(opened.address.customer(customerId))
  await expectCustomer()
})

test('the MRR history names its unit and ends on the current MRR', async () => {
  const { mrr } = await customerOf(customerId)
  const view = revenue()
  await view.getByText(`MRR history in ${mrr.currency.toUpperCase()}`, { exact: true }).waitFor()
  const end = money(mrr.value, mrr.currency)
    .replace('$', '')
    .replace(/\.?0+$/, '')
  await view.getByRole('img', { name: new RegExp(`MRR: .+, ${end}0? at `) }).waitFor()
})

test('a change at Stripe reaches the open view by itself', async () => {
  const { stripe } = opened.desk
  const [one] = (await stripe.subscriptions.list({ customer: customerId, status: 'active' })).data
  const item = one?.items.data[0]
  if (!one || !item) throw new Error('The customer has no active subscription')
  const quantity = (item.quantity ?? 1) + 5
  await stripe.subscriptions.update(one.id, { items: [{ id: item.id, quantity }] })
  await revenue().getByText(`× ${quantity}`).waitFor()
  await eventually(async () => {
    const { mrr } = await customerOf(customerId)
    return after(await linesOf(revenue()), 'MRR', 1)[0] === money(mrr.value, mrr.currency)
  }, 'the new MRR')
})

test('a read-only member reads the same customer', async () => {
  const { page, setRole } = opened
  await setRole('View only')
  await expectCustomer()
  expect(await page.locator('.view-slot').getByRole('button').count()).toBe(0)
  await setRole('Administrator')
})

test('a new customer appears by itself, and a customer without subscriptions says so', async () => {
  const { page, address, desk } = opened
  const { id } = await desk.stripe.customers.create({ name: 'Newly Arrived' })
  await page.goto(address.customer(id))
  await revenue().getByText('No subscriptions yet.').waitFor()
  await revenue().getByText('The history begins with the first paid subscription.').waitFor()
  expect(after(await linesOf(revenue()), 'MRR', 1)).toEqual(['$0.00'])
})

test('a customer whom the desk does not know is told as that, not as a failure', async () => {
  const { page, address } = opened
  await page.goto(address.customer('cus_nobody'))
  await revenue().getByText('Not in Revenue Desk yet').waitFor()
  await revenue().getByText('New customers take a few seconds.').waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
})

test('the settings say whose account it is and how current its data', async () => {
  const { page, address, desk } = opened
  await page.goto(address.settings)
  await page.getByLabel('Time zone').waitFor()
  await eventually(async () => (await property('Status').innerText()) === 'Up to date', 'the sync state')
  expect(await property('Stripe account').innerText()).toBe(`Northwind Metrics (${desk.account})`)
  expect(await property('Mode').innerText()).toBe('Test')
  expect(await property('Signed in as').innerText()).toBe('Amara Okafor, Admin')
  expect(await property('Last synced').innerText()).toMatch(/^(Just now|\d+ minutes? ago)$/)
  expect(await property('Read by the last sync').innerText()).toMatch(/^\d,\d{3} rows$/)
})

test('a sync can be started by hand', async () => {
  const { page, desk } = opened
  await page.getByRole('button', { name: 'Sync now' }).click()
  await toast('Sync started')
  await desk.synced()
  await eventually(async () => (await property('Status').innerText()) === 'Up to date', 'the sync state')
})

test('another reporting currency: every figure follows, and comes back with the old one', async () => {
  const { page, address } = opened
  const before = (await overviewNow()).figures.mrr.value
  for (const [currency, label] of [
    ['jpy', 'JPY – Japanese Yen'],
    ['usd', 'USD – US Dollar'],
  ] as const) {
    await page.goto(address.settings)
    await page.getByLabel('Reporting currency').selectOption({ label })
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved. Figures are being computed again.').waitFor()
    await eventually(async () => {
      const now = await overviewNow()
      return now.currency === currency && now.complete
    }, `figures in ${currency}`)
    await page.goto(`${address.overview}?app[range]=last_30_days`)
    await part(page, `MRR trend in ${currency.toUpperCase()}`).waitFor()
    const now = (await overviewNow()).figures.mrr.value ?? NaN
    await eventually(
      async () => {
        const lines = await linesOf(part(page, 'Key figures'))
        return after(lines, 'MRR', 1)[0] === money(now, currency)
      },
      money(now, currency),
    )
    await page.goto(address.home)
    await part(page, 'Recurring revenue').getByText(money(now, currency), { exact: true }).waitFor()
  }
  expect((await overviewNow()).figures.mrr.value).toBe(before)
})

test('a read-only member sees the settings and why they cannot change them', async () => {
  const { page, address, setRole } = opened
  await page.goto(address.settings)
  await setRole('View only')
  await page.getByText('Only administrators can change these settings.').waitFor()
  for (const label of ['Time zone', 'Reporting currency'])
    expect(await page.getByLabel(label).isDisabled()).toBe(true)
  expect(await property('Signed in as').innerText()).toBe('Amara Okafor, Read-only')
  expect(await page.locator('.view-slot').getByRole('button').count()).toBe(0)
})

test('a change that reaches nobody says that nothing was saved, and keeps what was chosen', async () => {
  const { page, address, desk, setRole } = opened
  await setRole('Administrator')
  await page.goto(address.settings)
  await page.getByLabel('Time zone').selectOption('Europe/Berlin')
  await page.getByRole('button', { name: 'Save' }).waitFor()
  await desk.kill()
  await page.getByRole('button', { name: 'Save' }).click()
  const alert = page.getByRole('alert').filter({ hasText: 'Nothing was saved' })
  await alert.getByText('The Revenue Desk backend does not answer').waitFor()
  expect(await page.getByLabel('Time zone').inputValue()).toBe('Europe/Berlin')
})
