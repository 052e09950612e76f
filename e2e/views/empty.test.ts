/** An account in which nothing has happened yet: each view says what will be here, and how it begins. */
import { part, startViews, type Opened } from '../kit/views'

jest.setTimeout(120_000)

let opened: Opened

beforeAll(async () => {
  opened = await startViews({ size: 'empty' })
})
afterAll(() => opened?.end())

test('the home page says what will be here and leads to the first step', async () => {
  const { page, address } = opened
  await page.goto(address.home)
  const home = part(page, 'Recurring revenue')
  await home.getByText('MRR appears here with the first active subscription.').waitFor()
  await home.getByRole('link', { name: 'Create a subscription in Stripe' }).waitFor()
  await home.getByText(/^Synced with Stripe/).waitFor()
})

test('each part of the overview says what it waits for; no chart of nothing is drawn', async () => {
  const { page, address } = opened
  await page.goto(address.overview)
  const figures = part(page, 'Key figures')
  await figures.getByText('MRR appears here with the first active subscription.').waitFor()
  await figures.getByRole('link', { name: 'Create a subscription in Stripe' }).waitFor()
  await part(page, /^MRR trend/)
    .getByText('The trend begins with the first active subscription.')
    .waitFor()
  await part(page, 'MRR movements').getByText('Nothing moved MRR in this range.').waitFor()
  expect(await page.locator('.view-slot').getByRole('img').count()).toBe(0)
})

test('a read-only member is told what a promotion is, and not offered to create one', async () => {
  const { page, address, setRole } = opened
  await page.goto(address.promotions)
  await page.getByRole('button', { name: 'Create promotion' }).first().waitFor()
  await setRole('View only')
  await page.getByText('No promotions yet').waitFor()
  await page.getByText('A promotion is a discount code that customers enter at checkout.').waitFor()
  expect(await page.getByRole('button', { name: 'Create promotion' }).count()).toBe(0)
  await setRole('Administrator')
})

test('the settings are whole, and say that nothing was there to read', async () => {
  const { page, address } = opened
  await page.goto(address.settings)
  await page.getByText('Up to date', { exact: true }).waitFor()
  await page.getByText(/^\d+ rows$/).waitFor()
})

test('the first customer and subscription turn empty into figures by themselves', async () => {
  const { page, address, desk } = opened
  const { stripe } = desk
  await page.goto(address.home)
  const home = part(page, 'Recurring revenue')
  await home.getByText('MRR appears here with the first active subscription.').waitFor()
  const { id: customer } = await stripe.customers.create({ name: 'The First' })
  const card = await stripe.paymentMethods.attach('pm_card_visa', { customer })
  const price = await stripe.prices.create({
    currency: 'usd',
    unit_amount: 2_900,
    recurring: { interval: 'month' },
    product_data: { name: 'Starter' },
  })
  await stripe.subscriptions.create({
    customer,
    items: [{ price: price.id }],
    default_payment_method: card.id,
  })
  await home.getByText('$29.00', { exact: true }).first().waitFor()
  await page.goto(address.customer(customer))
  await part(page, 'Revenue').getByText('$29.00 MRR').waitFor()
})

test('the pages reported no error', () => {
  expect(opened.errors).toEqual([])
})
