/** Who may do what, from the settings: an owner invites, makes a role and a key, finds all of it in the trail, and looks after their own sign-in. */
import { generateSync } from 'otplib'
import type { Locator } from 'playwright-core'
import { seriousFindings } from '../kit/accessibility'
import { apiAs, eventually } from '../kit/desk'
import { nameless, overflowing, startViews, type Opened } from '../kit/views'

jest.setTimeout(120_000)

interface Member {
  id: string
  role: string | null
  stripe_user: string | null
}

let opened: Opened
beforeAll(async () => {
  opened = await startViews()
}, 120_000)
afterAll(() => opened?.end())

/** Ties the preview's first user to the owner that the desk was made with. */
async function becomeOwner(): Promise<void> {
  const { api } = opened.desk
  const { data } = (await api<{ data: Member[] }>('/members?limit=100')).body
  const amara = data.find(({ stripe_user }) => stripe_user === 'usr_preview_amara')
  const owner = data.find(({ role }) => role === 'owner')
  const init = { method: 'POST', body: JSON.stringify({ member_id: owner?.id }) }
  expect(await api(`/members/${amara?.id}/map`, init)).toMatchObject({ status: 200 })
}

async function openSettings(): Promise<void> {
  await opened.page.goto(opened.address.settings)
  await opened.page.getByLabel('Time zone').waitFor()
}
const tab = (name: string): Promise<void> => opened.page.getByRole('tab', { name, exact: true }).click()
const tabs = (): Promise<string[]> => opened.page.getByRole('tab').allInnerTexts()
const dialog = (name: string): Locator => opened.page.getByRole('dialog', { name, exact: true })
const row = (text: string): Locator => opened.page.getByRole('row').filter({ hasText: text })
const press = (name: string, within: Locator = opened.page.locator('.view-slot')): Promise<void> =>
  within.getByRole('button', { name, exact: true }).last().click()

/** Ticks a box; the view, in its frame, says when it is. */
async function tick(box: Locator): Promise<void> {
  await box.click()
  await eventually(() => box.isChecked(), 'the tick')
}

/** Closes a dialog with a secret, which is nowhere on the page from then on. */
async function takeSecret(name: string, label: string): Promise<string> {
  const secret = await dialog(name).getByLabel(label).inputValue()
  await press('Close', dialog(name))
  await dialog(name).waitFor({ state: 'detached' })
  expect(await opened.page.content()).not.toContain(secret)
  return secret
}

/** Waits for the tab's own content, then looks at it as everybody does, and at 1280 and 1600 pixels. */
async function looksRight(content: Locator): Promise<void> {
  const { page } = opened
  await content.first().waitFor()
  for (const width of [1600, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await eventually(async () => (await overflowing(page)).length === 0, `no overflow at ${width}`, 5_000)
  }
  expect(await nameless(page)).toEqual([])
  expect(await page.locator('[data-missing-component]').count()).toBe(0)
  expect(await seriousFindings(page)).toEqual([])
}

test('a read-only user sees the tabs that they may read, and no other', async () => {
  await openSettings()
  await opened.setRole('View only')
  await opened.page.getByText('Only administrators can change these settings.').waitFor()
  expect(await tabs()).toEqual(['General', 'Accounts', 'Security'])
  await tab('Security')
  await looksRight(opened.page.getByText('You sign in through Stripe'))
  await opened.setRole('Administrator')
  await eventually(async () => (await tabs()).length > 3, 'the tabs of an administrator')
  expect(await tabs()).toEqual(['General', 'Accounts', 'Team', 'API keys', 'Security', 'Audit'])
})

test('an owner invites somebody: the link is shown once, and leads to the page where they come in', async () => {
  await becomeOwner()
  await openSettings()
  await tab('Team')
  await press('Invite member')
  const form = dialog('Invite member')
  await form.getByLabel('E-mail address').fill('kim@example.com')
  await form.getByLabel('Role').selectOption({ label: 'Sales' })
  await press('Make invitation', form)
  const url = await takeSecret('Invitation for kim@example.com', 'Invitation link')
  expect((await fetch(url)).status).toBe(200)
  await row('kim@example.com').getByText('Pending').waitFor()
})

test('the owner makes a role of permissions', async () => {
  const { page } = opened
  await press('Create role')
  const form = dialog('Create role')
  await form.getByLabel('Name').fill('Promotions team')
  for (const label of ['See promotions', 'Create and end promotions'])
    await tick(form.getByLabel(label, { exact: true }))
  await press('Create role', form)
  await form.waitFor({ state: 'detached' })
  await row('Promotions team').getByText('Custom').waitFor()
  await looksRight(page.getByText('What needs a second person'))
})

test('the owner makes a key: shown once, it may what was ticked and no more', async () => {
  const { desk, page } = opened
  await tab('API keys')
  await press('Create key')
  const form = dialog('Create API key')
  await form.getByLabel('Name').fill('Nightly export')
  await tick(form.getByLabel('See promotions', { exact: true }))
  await press('Create key', form)
  const api = apiAs(desk.ports.backend, await takeSecret('Key for Nightly export', 'API key'))
  expect((await api('/promotions')).status).toBe(200)
  expect((await api('/members')).status).toBe(403)
  await looksRight(page.getByRole('cell', { name: 'Nightly export' }))
})

test('the trail tells all three, by the member who they are', async () => {
  const { page } = opened
  await tab('Audit')
  for (const action of ['Invitation created', 'Role created', 'API key created'])
    await row(action).getByText('Owner', { exact: true }).waitFor()
  await looksRight(page.getByText('Verification'))
  await row('Role created').click()
  const entry = page.getByRole('dialog')
  await entry.getByText('Promotions team').waitFor()
  await entry.getByText('promotions:write').waitFor()
  await press('Close', entry)
})

test('who is tied to a member ends their sessions, and sets a second factor up', async () => {
  const { page, desk } = opened
  await tab('Security')
  await looksRight(page.getByRole('cell', { name: 'node' }))
  await press('Set up')
  const form = dialog('Set up second factor')
  await press('Continue', form)
  const secret = await form.getByLabel('Key', { exact: true }).inputValue()
  const address = new URL(await form.getByLabel('Address', { exact: true }).inputValue())
  expect([address.protocol, address.searchParams.get('secret')]).toEqual(['otpauth:', secret])
  await form.getByLabel('Code').fill(generateSync({ secret }))
  await press('Turn on', form)
  const codes = await takeSecret('Recovery codes', 'Recovery codes')
  expect(codes.split('\n')).toHaveLength(10)
  await page.getByLabel('Removes the second factor').waitFor()
  await page.getByText('You are signed in with your password nowhere.').waitFor()
  expect((await desk.api('/me')).status).toBe(401)
})

test('the pages reported nothing but requests that are then sent again with a signature', () => {
  expect(opened.errors.filter((text) => !text.includes('status of 403'))).toEqual([])
})
