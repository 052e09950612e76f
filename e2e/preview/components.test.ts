/** The gallery: every component with every prop, in a real browser, without a complaint; and what they call back with. */
import type { Page } from 'playwright-core'
import { seriousFindings } from '../kit/accessibility'
import { eventually } from '../kit/desk'
import { nameless, overflowing } from '../kit/views'
import { GALLERY, startPreview, type Preview } from './kit'

jest.setTimeout(60_000)

let preview: Preview
let page: Page
beforeAll(async () => {
  preview = await startPreview(['stripe.dashboard.fullpage'])
  page = preview.page
})
afterAll(() => preview?.end())

const openGroup = async (group: string) => {
  await preview.open(`/app/${GALLERY}/${group}`)
  await page.locator('.view-slot[data-state=shown]').waitFor()
  await page.locator('.ui-full-page').first().waitFor()
}
/** What the gallery says was called last. */
const heard = (said: string) => page.getByText(said, { exact: true }).waitFor()

const GROUPS = [
  'actions',
  'fields',
  'choices',
  'lists',
  'tables',
  'charts',
  'feedback',
  'layout',
  'overview',
  'views',
  'detail',
]

test.each(GROUPS)(
  '%s: nothing is missing or faulty, nothing overflows, all has a name, nothing serious is found',
  async (group) => {
    await openGroup(group)
    await eventually(async () => (await page.locator('.ui-full-page > *').count()) > 1, 'the group')
    expect(await page.locator('[data-missing-component]').allInnerTexts()).toEqual([])
    expect(await nameless(page)).toEqual([])
    expect(await seriousFindings(page)).toEqual([])
    for (const width of [1280, 420]) {
      await page.setViewportSize({ width, height: 900 })
      await eventually(async () => (await overflowing(page)).length === 0, 'no overflow', 3_000).catch(
        async () =>
          expect({ width, overflowing: await overflowing(page) }).toEqual({ width, overflowing: [] }),
      )
    }
    await page.setViewportSize({ width: 1280, height: 900 })
  },
)

test('buttons, links, chips and menus tell of presses', async () => {
  await openGroup('actions')
  await page.getByRole('button', { name: 'Secondary', exact: true }).click()
  await page.getByText(/^Button\.onPress: \{.*"pointerType":"mouse"/).waitFor()
  await page.getByRole('button', { name: 'Secondary', exact: true }).press('Enter')
  await page.getByText(/^Button\.onPress: \{.*"pointerType":"keyboard"/).waitFor()
  await page.getByRole('button', { name: 'Collapsed' }).click()
  await page.getByRole('button', { name: 'Inside' }).click()
  await page.getByText(/^ButtonGroup\.inner/).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Third' }).click()
  await heard('Menu.onAction: "third"')
  await page.getByRole('button', { name: 'Remove Plan' }).click()
  await heard('Chip.onClose:')
})

test('fields tell of what is typed and chosen', async () => {
  await openGroup('fields')
  await page.getByLabel('Name', { exact: true }).fill('Acme & Co')
  await heard('TextField.onChange: "Acme & Co"')
  await page.getByLabel('Plan', { exact: true }).selectOption('starter')
  await heard('Select.onChange: "starter"')
  await page.getByLabel('Start', { exact: true }).fill('2026-05-01')
  await heard('DateField.onChange: "2026-05-01"')
  await page.getByLabel('Amount', { exact: true }).fill('12.5')
  await heard('CurrencyField.onChange: 1250')
  await page.getByLabel('Amount', { exact: true }).blur()
  expect(await page.getByLabel('Amount', { exact: true }).inputValue()).toBe('12.50')
  expect(await page.getByLabel('Per call').inputValue()).toBe('0.0125')
  await page.getByLabel('Currency', { exact: true }).selectOption('JPY')
  await heard('CurrencyField.onCurrencyChange: "JPY"')
})

test('a search field offers, takes by keyboard, and lets go', async () => {
  await openGroup('fields')
  const one = page.getByRole('combobox', { name: 'Find a plan' })
  expect(await one.inputValue()).toBe('Team')
  await one.fill('s')
  await page.getByRole('option', { name: 'Scale' }).waitFor()
  await one.press('ArrowDown')
  await one.press('Enter')
  await heard('SearchField.onSelectionChange: "scale"')
  const several = page.getByRole('combobox', { name: 'Find plans' })
  await several.fill('tea')
  await several.press('Enter')
  await heard('SearchField.onSelectionChange: Set ["starter","team"]')
  await page.getByRole('button', { name: 'Remove Starter' }).click()
  await heard('SearchField.onSelectionChange: Set ["team"]')
})

test('a range begins and ends with the days of its time zone', async () => {
  await openGroup('fields')
  await page.getByRole('button', { name: /^Range/ }).click()
  await page.getByLabel('Start', { exact: true }).last().fill('2026-03-07')
  await page.getByLabel('End', { exact: true }).fill('2026-03-09')
  await page.getByRole('button', { name: 'Apply' }).click()
  // the clocks of New York change on March 8
  await heard(
    'DateRangePicker.onChange: {"range":{"start":"2026-03-07T05:00:00.000Z","end":"2026-03-09T04:00:00.000Z"},"granularity":"month"}',
  )
})

test('choices tell their state', async () => {
  await openGroup('choices')
  await page.getByLabel('Send mail').uncheck()
  await heard('Checkbox.onChange: false')
  await page.getByLabel('Large').check()
  await heard('Radio.onChange: "l"')
  await page.getByRole('switch', { name: 'Alerts' }).click()
  await heard('Switch.onChange: false')
})

test('a table turns its pages, picks rows and moves columns', async () => {
  await openGroup('tables')
  const table = page.getByRole('table').first()
  await page.getByText('1–3 of 5 results').waitFor()
  await table.getByLabel('Select Birch').check()
  await heard('DataTable.onBatchChange: ["row_1"]')
  await table.getByLabel('Select all').check()
  await heard('DataTable.onBatchChange: ["row_0","row_1","row_2","row_3","row_4"]')
  await table.getByRole('button', { name: 'Site' }).press('ArrowLeft')
  await heard('DataTable.onColumnOrderChange: ["site","name","since","customer","status","mrr","note"]')
  await page.getByRole('button', { name: 'Next' }).first().click()
  await table.getByRole('row', { name: /Elm/ }).click()
  await heard('DataTable.onRowClick: "row_4"')
  await table
    .getByRole('button', { name: /^Actions for/ })
    .last()
    .click()
  await page.getByRole('menuitem', { name: 'End' }).click()
  await heard('DataTable.rowActions: "row_4"')
  await table.getByText('¥5,800').waitFor({ state: 'detached' })
})

test('a meter tells which part was pressed', async () => {
  await openGroup('charts')
  await page.getByRole('button', { name: /^Pending/ }).click()
  await heard(
    'MeterChart.onSegmentClick: {"eventType":"meter.legend.click","data":{"label":"Pending","value":45000}}',
  )
})

test('a drawer holds the focus, asks before it closes, and gives the focus back', async () => {
  await openGroup('views')
  const opener = page.getByRole('button', { name: 'Open the drawer' })
  await opener.click()
  const drawer = page.getByRole('dialog', { name: 'Edit' })
  await drawer.waitFor()
  const inside = () => page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)
  for (let presses = 0; presses < 7; presses += 1) {
    await page.keyboard.press('Tab')
    expect(await inside()).toBe(true)
  }
  await page.keyboard.press('Escape')
  await page.getByRole('alertdialog', { name: 'Discard?' }).getByRole('button', { name: 'Discard' }).click()
  await drawer.waitFor({ state: 'detached' })
  await eventually(() => opener.evaluate((one) => one === document.activeElement), 'the focus on the opener')
})

const EVIDENCE = {
  name: 'receipt.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4 \u00ff paid'),
}

test('a file goes to Stripe in full, and comes back as its object', async () => {
  await openGroup('fields')
  await page.getByLabel('Evidence').setInputFiles(EVIDENCE)
  await heard(`StripeFileUploader.onComplete: "dispute_evidence", ${EVIDENCE.buffer.length}`)
  await page.getByText('Uploaded receipt.pdf').waitFor()
  const { stripe, url, secretKey } = preview.standIn
  const [file] = (await stripe.files.list({ purpose: 'dispute_evidence', limit: 1 })).data
  expect(file).toMatchObject({ filename: 'receipt.pdf', type: 'pdf' })
  const headers = { authorization: `Bearer ${secretKey}` }
  const kept = await fetch(`${url}/v1/files/${file?.id}/contents`, { headers })
  expect(Buffer.from(await kept.arrayBuffer()).equals(EVIDENCE.buffer)).toBe(true)
})

test('a file that is refused is refused loudly', async () => {
  expect(preview.errors).toEqual([])
  await openGroup('fields')
  await page
    .getByLabel('Evidence')
    .setInputFiles({ name: 'notes.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') })
  await page.getByText(/^Not uploaded\. /).waitFor()
  await page.getByText(/^StripeFileUploader\.onError: \{"error"/).waitFor()
  expect(
    preview.errors.filter((one) => one.startsWith('[preview] a file could not be uploaded')),
  ).toHaveLength(1)
})

test('what is missing or faulty stands there loudly, and is an error that fails a test', async () => {
  preview.errors.length = 0
  await preview.open(`/app/${GALLERY}/faulty`)
  await page.locator('[data-missing-component]').nth(2).waitFor()
  const faults = [
    'The preview has no component PlatformConfigurationView (v9).',
    'Badge: type cannot be "good".',
    'Badge: there is no tone.',
  ]
  expect(await page.locator('[data-missing-component] > code').allInnerTexts()).toEqual(faults)
  expect(preview.errors).toEqual(faults.map((fault) => `[preview] ${fault}`))
})
