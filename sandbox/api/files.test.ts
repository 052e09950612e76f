import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { refusal, startPayments, type Payments } from './testing/payments'
import { startSandbox } from './testing/start'

let payments: Payments
let stripe: Payments['stripe']
beforeAll(async () => {
  payments = await startPayments()
  ;({ stripe } = payments)
})
afterAll(() => payments.sandbox.close())

/** A picture of all bytes that there are, with the beginning of a PNG. */
const PNG = Buffer.concat([
  Buffer.from('89504e470d0a1a0a', 'hex'),
  Buffer.from(Array.from({ length: 1_024 }, (_, index) => index % 256)),
])
const upload = (data: Buffer, purpose = 'dispute_evidence', more = {}) =>
  stripe.files.create({ purpose, file: { data, name: 'Beleg "é".png', type: 'image/png' }, ...more })

test('a file comes back byte by byte to who has the key, and to nobody else', async () => {
  const file = await upload(PNG)
  expect(file).toMatchObject({ type: 'png', size: PNG.length, purpose: 'dispute_evidence' })
  const headers = { authorization: `Bearer ${payments.sandbox.secretKey}` }
  const contents = await fetch(file.url ?? '', { headers })
  expect(contents.headers.get('content-type')).toBe('image/png')
  expect(Buffer.from(await contents.arrayBuffer()).equals(PNG)).toBe(true)
  expect((await fetch(file.url ?? '')).status).toBe(401)
  const missing = (file.url ?? '').replace(file.id, 'file_none')
  expect((await fetch(missing, { headers })).status).toBe(404)
  expect((await payments.eventsAbout(file.id)).map(({ type }) => type)).toEqual(['file.created'])
  expect((await stripe.files.list({ purpose: 'customer_signature' })).data).toEqual([])
})

test('a link shows a file to anybody, until it expires', async () => {
  const file = await upload(PNG, 'dispute_evidence', {
    file_link_data: { create: true, metadata: { a: 'b' } },
  })
  const [link] = file.links?.data ?? []
  expect(link).toMatchObject({ file: file.id, expired: false, metadata: { a: 'b' } })
  const shown = await fetch(link?.url ?? '')
  expect(Buffer.from(await shown.arrayBuffer()).equals(PNG)).toBe(true)
  const short = await stripe.fileLinks.create({
    file: file.id,
    expires_at: payments.sandbox.engine.main.now + 60,
  })
  await payments.advance(61)
  expect(await stripe.fileLinks.retrieve(short.id)).toMatchObject({ expired: true, url: null })
  expect((await fetch(short.url ?? '')).status).toBe(404)
  const gone = await stripe.fileLinks.update(link?.id ?? '', { expires_at: 'now' })
  expect(gone.expired).toBe(true)
  expect((await stripe.fileLinks.list({ file: file.id, expired: false })).data).toEqual([])
  const again = stripe.fileLinks.update(short.id, { expires_at: payments.sandbox.engine.main.now + 60 })
  expect(await refusal(again)).toMatchObject({ param: 'expires_at' })
})

test.each([
  ['a text', Buffer.from('hello'), 'dispute_evidence', 'file'],
  ['nothing', Buffer.alloc(0), 'dispute_evidence', 'file'],
  ['a picture where a PDF is wanted', PNG, 'pci_document', 'file'],
  ['more than the purpose allows', Buffer.concat([PNG, Buffer.alloc(512_000)]), 'business_icon', 'file'],
  ['an unknown purpose', PNG, 'selfie', 'purpose'],
])('%s is refused', async (_what, data, purpose, param) => {
  expect(await refusal(upload(data, purpose))).toMatchObject({ param, statusCode: 400 })
})

test('evidence takes files of its purpose, up to 4.5 MB in all', async () => {
  const big = Buffer.concat([PNG, Buffer.alloc(2_400_000)])
  const [one, other, signature] = await Promise.all([
    upload(big),
    upload(big),
    upload(PNG, 'customer_signature'),
  ])
  const { id: charge } = await payments.charge('pm_card_createDispute')
  const [dispute] = (await stripe.disputes.list({ charge })).data
  const id = dispute?.id ?? ''
  const both = stripe.disputes.update(id, { evidence: { receipt: one.id, uncategorized_file: other.id } })
  expect(await refusal(both)).toMatchObject({ param: 'evidence' })
  const wrong = stripe.disputes.update(id, { evidence: { receipt: signature.id } })
  expect(await refusal(wrong)).toMatchObject({ param: 'evidence[receipt]' })
  const sent = await stripe.disputes.update(id, {
    evidence: { receipt: one.id },
    expand: ['evidence.receipt'],
  })
  expect(sent.evidence.receipt).toMatchObject({ id: one.id, object: 'file' })
})

test('a file survives a restart', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'files-'))
  try {
    const options = { size: 'empty', seed: 'files', dataDir: directory } as const
    const first = await startSandbox(options)
    const file = await first.stripe.files.create({
      purpose: 'dispute_evidence',
      file: { data: PNG, name: 'a.png', type: 'image/png' },
    })
    await first.close()
    const second = await startSandbox(options)
    const headers = { authorization: `Bearer ${second.secretKey}` }
    const contents = await fetch(`${second.url}/v1/files/${file.id}/contents`, { headers })
    expect(Buffer.from(await contents.arrayBuffer()).equals(PNG)).toBe(true)
    await second.close()
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
})
