/** Promotions by clicking: created, refused, redeemed and ended, here and at Stripe. */
import type Stripe from 'stripe'
import type { Locator } from 'playwright-core'
import { eventually } from '../kit/desk'
import { dayOf, daysText } from '../kit/figures'
import { startViews, type Opened } from '../kit/views'

jest.setTimeout(120_000)

let opened: Opened

beforeAll(async () => {
  opened = await startViews()
  await opened.page.goto(opened.address.promotions)
})
afterAll(() => opened?.end())

const dialog = (name: string | RegExp): Locator => opened.page.getByRole('dialog', { name })
const form = (): Locator => dialog('Create promotion')
const submit = () => form().getByRole('button', { name: 'Create promotion' }).click()
const toast = (text: string): Promise<void> =>
  opened.page.locator('.toasts').getByText(text, { exact: true }).waitFor()

/** The cells of a promotion's row. */
async function row(code: string): Promise<string[]> {
  const one = opened.page.getByRole('row').filter({ hasText: code })
  await one.waitFor()
  return one.getByRole('cell').allInnerTexts()
}

async function openForm(): Promise<void> {
  await opened.page.getByRole('button', { name: 'Create promotion' }).first().click()
  await form().waitFor()
}

async function codesAtStripe(code: string): Promise<Stripe.PromotionCode[]> {
  const found = await opened.desk.stripe.promotionCodes.list({ code, expand: ['data.promotion.coupon'] })
  return found.data
}

/** What is said to be wrong with a field, beside it and to a screen reader. */
async function faultOf(label: string): Promise<string> {
  const field = form().getByLabel(label, { exact: true })
  expect(await field.getAttribute('aria-invalid')).toBe('true')
  const ids = (await field.getAttribute('aria-describedby'))?.split(' ') ?? []
  return form()
    .locator(`[id="${ids.at(-1)}"]`)
    .innerText()
}

test('nothing yet: says what a promotion is and offers the first one', async () => {
  const { page } = opened
  const empty = page.getByRole('status').filter({ hasText: 'No promotions yet' })
  await empty.getByText('A promotion is a discount code that customers enter at checkout.').waitFor()
  await empty.getByRole('button', { name: 'Create promotion' }).click()
  await form().waitFor()
  await page.keyboard.press('Escape')
  await form().waitFor({ state: 'detached' })
  const opener = empty.getByRole('button', { name: 'Create promotion' })
  await eventually(() => opener.evaluate((button) => button === document.activeElement), 'the focus back')
})

test('what is wrong is said at its field, and nothing is sent', async () => {
  const { page, answers } = opened
  const before = answers.length
  await openForm()
  await submit()
  await form().getByText('Enter a name.').waitFor()
  expect(await faultOf('Name')).toBe('Enter a name.')
  expect(await faultOf('Code')).toBe('Use 3 to 40 letters, digits or dashes.')
  expect(await faultOf('Percentage off')).toBe('Enter a percentage from 0.01 to 100.')
  await form().getByLabel('Type of discount').selectOption({ label: 'Fixed amount' })
  await form().getByLabel('Duration').selectOption({ label: 'Several months' })
  await form().getByLabel('Months').fill('99')
  await form().getByLabel('Redemption limit (optional)').fill('0')
  await form().getByLabel('Last day (optional)').fill('2026-01-01')
  await submit()
  await form().getByText('Enter an amount above 0.').waitFor()
  expect(await faultOf('Months')).toBe('Enter a number of months from 1 to 36.')
  expect(await faultOf('Redemption limit (optional)')).toBe(
    'Enter a whole number above 0, or leave it empty.',
  )
  expect(await faultOf('Last day (optional)')).toBe('Choose today or a later day.')
  expect(answers.slice(before).filter((answer) => answer.request().method() === 'POST')).toEqual([])

  await form().getByLabel('Last day (optional)').focus()
  await page.keyboard.press('Escape')
  const asked = page.getByRole('alertdialog', { name: 'Discard this promotion?' })
  await asked.getByRole('button', { name: 'Keep editing' }).click()
  const kept = form().getByLabel('Last day (optional)')
  await eventually(() => kept.evaluate((field) => field === document.activeElement), 'the focus back')
  expect(await form().getByLabel('Months').inputValue()).toBe('99')
  await page.keyboard.press('Escape')
  await asked.getByRole('button', { name: 'Discard' }).click()
  await form().waitFor({ state: 'detached' })
})

test('created with all its terms: a toast, a row, and the same at Stripe', async () => {
  const day = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10)
  await openForm()
  await form().getByLabel('Name').fill('Winter offer')
  await form().getByLabel('Code', { exact: true }).fill('winter-50')
  await form().getByLabel('Type of discount').selectOption({ label: 'Fixed amount' })
  await form().getByLabel('Amount off').fill('12.5')
  await form().getByLabel('Duration').selectOption({ label: 'Several months' })
  await form().getByLabel('Months').fill('6')
  await form().getByLabel('Redemption limit (optional)').fill('50')
  await form().getByLabel('Last day (optional)').fill(day)
  await submit()
  await toast('Promotion created')
  await form().waitFor({ state: 'detached' })
  const [code] = await codesAtStripe('WINTER-50')
  const ends = daysText(day, day)
  expect((await row('WINTER-50')).slice(0, 7)).toEqual([
    'Winter offer',
    'WINTER-50',
    'Active',
    '$12.50 off for 6 months',
    '0 of 50',
    ends,
    dayOf(Date.now() / 1000),
  ])
  expect(code).toMatchObject({ active: true, max_redemptions: 50 })
  expect(dayOf(code?.expires_at ?? 0)).toBe(ends)
  expect(code?.promotion.coupon).toMatchObject({
    name: 'Winter offer',
    amount_off: 1250,
    currency: 'usd',
    duration: 'repeating',
    duration_in_months: 6,
  })
})

test('a redemption at Stripe is counted in its row by itself', async () => {
  const { stripe } = opened.desk
  const [code] = await codesAtStripe('WINTER-50')
  const { data } = await stripe.subscriptions.list({ status: 'active', limit: 100 })
  const one = data.find(({ currency, discounts }) => currency === 'usd' && discounts.length === 0)
  if (!one || !code) throw new Error('The sample history has no subscription in dollars without a discount')
  await stripe.subscriptions.update(one.id, { discounts: [{ promotion_code: code.id }] })
  await eventually(async () => (await row('WINTER-50'))[4] === '1 of 50', 'the redemption')
})

test('a code in use is refused at its field, and nothing is made twice', async () => {
  const { page } = opened
  await openForm()
  await form().getByLabel('Name').fill('The same again')
  await form().getByLabel('Code', { exact: true }).fill('Winter-50')
  await form().getByLabel('Percentage off').fill('10')
  const answered = page.waitForResponse(
    (response) => response.request().method() === 'POST' && response.url().endsWith('/v1/promotions'),
  )
  await submit()
  expect((await answered).status()).toBe(409)
  await form().getByText('already has the code WINTER-50').waitFor()
  expect(await faultOf('Code')).toMatch(/^An active promotion already has the code WINTER-50/)
  expect(await codesAtStripe('WINTER-50')).toHaveLength(1)

  // put right in the same form, it goes through
  await form().getByLabel('Code', { exact: true }).fill('WINTER-10')
  await submit()
  await form().waitFor({ state: 'detached' })
  expect((await row('WINTER-10'))[3]).toBe('10% off once')
})

test('a Stripe that fails is told in the form; sending again makes one promotion, not two', async () => {
  const { desk } = opened
  await openForm()
  await form().getByLabel('Name').fill('Patience')
  await form().getByLabel('Code', { exact: true }).fill('PATIENCE')
  await form().getByLabel('Percentage off').fill('33.5')
  await desk.faults({ fail: [{ match: 'POST /v1/promotion_codes', status: 500, times: 100 }] })
  await submit()
  const alert = form().getByRole('alert')
  await alert.waitFor({ timeout: 30_000 })
  expect(await alert.innerText()).toContain('Send the same again: it is created only once.')
  await desk.faults({})
  await submit()
  await form().waitFor({ state: 'detached' })
  expect((await row('PATIENCE')).slice(2, 4)).toEqual(['Active', '33.5% off once'])
  expect(await codesAtStripe('PATIENCE')).toHaveLength(1)
  const coupons = await desk.stripe.coupons.list({ limit: 100 })
  expect(coupons.data.filter(({ name }) => name === 'Patience')).toHaveLength(1)
})

test('ending asks once, naming code and discount; then it is inactive at Stripe', async () => {
  const { page } = opened
  const ask = async () => {
    await page.getByRole('button', { name: 'Actions for Winter offer' }).click()
    await page.getByRole('menuitem', { name: 'End promotion' }).click()
    await dialog('End Winter offer')
      .getByText('Nobody can redeem WINTER-50 after this. It gives $12.50 off for 6 months.')
      .waitFor()
  }
  await ask()
  await dialog('End Winter offer').getByText('Redeemed so far: 1 of 50.').waitFor()
  await dialog('End Winter offer').getByRole('button', { name: 'Cancel' }).click()
  await dialog('End Winter offer').waitFor({ state: 'detached' })
  expect((await codesAtStripe('WINTER-50'))[0]?.active).toBe(true)

  await ask()
  await dialog('End Winter offer').getByRole('button', { name: 'End promotion' }).click()
  await toast('Promotion ended')
  await eventually(async () => (await row('WINTER-50'))[2] === 'Ended', 'the row')
  expect((await codesAtStripe('WINTER-50'))[0]?.active).toBe(false)
})

test('a read-only member and an analyst see the list and no way to change it', async () => {
  const { page, setRole } = opened
  for (const role of ['View only', 'Analyst']) {
    await setRole(role)
    expect((await row('WINTER-10'))[2]).toBe('Active')
    expect(await page.locator('.view-slot').getByRole('button').count()).toBe(0)
    expect(await row('WINTER-10')).toHaveLength(7)
  }
})

test('the pages reported nothing but the refusals that were asked for', () => {
  const refusals = /status of (409|5\d\d)/
  expect(opened.errors.filter((text) => !refusals.test(text))).toEqual([])
})
