import mongoose from 'mongoose'
import type Stripe from 'stripe'
import { startDesk, until, type Caller, type Desk } from '../../test/harness'
import { signWebhook } from '../../test/signing'
import { bulkWrite, sealedFields } from '../database/model'
import { PERSONAL_DATA } from '../database/personal-data'
import { COLLECTIONS, scopedId, type CollectionName, type ScopeKey } from '../database/scope'
import type { StripeObject } from '../stripe/gateway'
import { InboxModel } from '../sync/model'
import { CustomerModel } from './model'
import type { CustomerExport } from './schema'

/** What Stripe lists; it answers for nothing else. */
let listed: StripeObject[] = []
const reads: string[] = []

let desk: Desk
let owner: Caller
beforeEach(async () => {
  ;[listed, reads.length] = [[], 0]
  desk = await startDesk({
    standIn: null,
    wrapStripe: (stripe) => ({
      ...stripe,
      page: (resource) =>
        Promise.resolve({
          data: resource === 'customers' ? listed : [],
          hasMore: false,
          readAt: desk.clock.seconds(),
        }),
      eventPage: () => Promise.resolve({ data: [], hasMore: false, readAt: desk.clock.seconds() }),
      retrieve(_resource, id) {
        reads.push(id)
        return Promise.resolve({ id, object: 'customer', name: 'as it is now' })
      },
    }),
  })
  owner = await desk.as('owner')
})
afterEach(() => desk.close())

const address = { city: '', country: '', line1: '', line2: '', postal_code: '', state: '' }
/** Every field that a customer can have, one that Stripe may add, and of texts only that there is one. */
const FIELDS: Record<keyof Stripe.Customer | 'of_tomorrow', unknown> = {
  id: null,
  object: null,
  address,
  balance: 7,
  business_name: '',
  cash_balance: { settings: { reconciliation_mode: '' } },
  created: 1,
  currency: '',
  customer_account: '',
  default_source: '',
  deleted: undefined,
  delinquent: false,
  description: '',
  discount: null,
  email: '',
  individual_name: '',
  invoice_credit_balance: { usd: 1 },
  invoice_prefix: '',
  invoice_settings: {
    custom_fields: [{ name: '', value: '' }],
    default_payment_method: '',
    footer: '',
    rendering_options: { amount_tax_display: '', template: '' },
  },
  livemode: false,
  metadata: { note: '' },
  name: '',
  next_invoice_sequence: 1,
  of_tomorrow: [{ nickname: '' }],
  phone: '',
  preferred_locales: [''],
  shipping: { address, carrier: '', name: '', phone: '', tracking_number: '' },
  sources: { object: '', data: [{ owner: { name: '' } }] },
  subscriptions: null,
  tax: { automatic_tax: '', ip_address: '', location: { country: '', state: '' } },
  tax_exempt: '',
  tax_ids: { data: [{ value: '', verification: { verified_name: '' } }] },
  test_clock: '',
}

/** Names each text by where it stands. */
function named(value: unknown, at: string): unknown {
  if (typeof value === 'string') return `canary ${at}`
  if (Array.isArray(value)) return value.map((one) => named(one, at))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, named(inner, `${at}.${name}`)]),
  )
}
const person = (id: string): StripeObject => ({
  ...(JSON.parse(JSON.stringify(named(FIELDS, id))) as object),
  id,
  object: 'customer',
})

/** Where in the database canaries stand that anybody can read. */
async function inPlain(): Promise<string[]> {
  const found = new Set<string>()
  const look = (value: unknown, at: string): void => {
    if (typeof value === 'string' && value.includes('canary')) found.add(at)
    else if (Array.isArray(value)) for (const one of value) look(one, at)
    else if (typeof value === 'object' && value !== null && !(value instanceof Date))
      for (const [name, inner] of Object.entries(value)) look(inner, `${at}.${name}`)
  }
  const { accountId, mode } = desk.account
  const owned: Record<ScopeKey, object> = {
    account: { accountId, mode },
    workspace: { workspaceId: desk.workspaceId },
    none: {},
  }
  for (const [name, key] of Object.entries(COLLECTIONS))
    for await (const row of mongoose.connection.collection(name).find(owned[key])) look(row, name)
  return [...found].sort()
}
/** What is searched or listed. */
const SEARCHED = ['address.country', 'currency', 'email', 'metadata.note', 'name'].map(
  (field) => `customers.object.${field}`,
)

let count = 0
const told = (object: object | null, created = desk.clock.seconds()) => ({
  id: `evt_sealed_${(count += 1)}`,
  object: 'event',
  type: 'customer.updated',
  created,
  livemode: false,
  data: { object },
})
async function deliver(event: object): Promise<void> {
  const sent = {
    method: 'POST' as const,
    url: '/webhooks/stripe',
    ...signWebhook(event, desk.clock.seconds()),
  }
  expect((await desk.app.inject(sent)).statusCode).toBe(200)
}
const row = (eventId: string) => desk.inAccount(() => InboxModel.findOne({ eventId }).lean().exec())
const workedOff = (eventId: string) => until(async () => (await row(eventId))?.status === 'processed')
const exported = async (id: string) => (await owner.get(`/v1/customers/${id}/export`)).json<CustomerExport>()

test('of a customer only what is searched or listed is in plain, whether a list or an event told of it', async () => {
  listed = [person('cus_listed')]
  await desk.sync()
  expect(await inPlain()).toEqual(SEARCHED)
  const [event, other] = [told(person('cus_told')), told(person('cus_listed'))]
  await deliver(event)
  await deliver(other)
  // while they wait nothing of them can be read
  expect(await inPlain()).toEqual(SEARCHED)
  expect((await exported('cus_listed')).inbox).toEqual([other])
  desk.services.worker.start()
  await workedOff(event.id)
  expect(await inPlain()).toEqual(SEARCHED)
  const ids = ['cus_told', 'cus_listed']
  for (const id of ids) expect((await exported(id)).customers).toEqual([person(id)])
  const shown = await desk.inAccount(() => desk.services.customers.list({ limit: 10 }))
  expect(shown.data).toEqual(
    ids.map((id) => {
      const country = `canary ${id}.address.country`
      const [name, email, currency] = ['name', 'email', 'currency'].map((field) => `canary ${id}.${field}`)
      return { id, object: 'customer', name, email, country, currency, created: 1 }
    }),
  )
  // of one second and alike: nothing to ask Stripe
  const again = told(person('cus_told'), event.created)
  await deliver(again)
  await workedOff(again.id)
  expect(reads).toEqual([])
})

test('what the table calls sealed is declared so, and what is declared is in the table', () => {
  for (const [name, data] of Object.entries(PERSONAL_DATA))
    if (data) {
      const said = [...(data.sealed ?? '').matchAll(/`(\w+)`/g)].map(([, field]) => field)
      expect([name, said]).toEqual([name, sealedFields(name as CollectionName)])
    }
})

test('an event that fails stays sealed, with its whole body', async () => {
  const event = { ...told(null), note: 'canary' }
  desk.services.worker.start()
  await deliver(event)
  await until(async () => (await row(event.id))?.attempts === 1)
  expect(await inPlain()).toEqual([])
  const left = await row(event.id)
  expect(await desk.inAccount(() => left && desk.services.inbox.open(left))).toEqual(event)
})

test('rows of before are read as they are, until the next sync or attempt seals them', async () => {
  const [waiting, failing] = [told(person('cus_told')), { ...told(null), note: 'canary' }]
  await desk.inAccount(async () => {
    const at = desk.clock.now()
    const state = { status: 'pending', attempts: 0, nextAttemptAt: at, error: null, processedAt: null }
    await bulkWrite(
      'inbox',
      [waiting, failing].map((event) => ({
        insertOne: {
          document: {
            ...{ _id: scopedId(event.id), eventId: event.id, type: event.type, created: event.created },
            ...{ receivedAt: at, ...state, event },
          },
        },
      })),
    )
    await bulkWrite(
      'customers',
      ['cus_listed', 'cus_told'].map((id) => ({
        insertOne: {
          document: { _id: scopedId(id), id, version: 1, deleted: false, object: person(id) },
        },
      })),
    )
  })
  expect((await exported('cus_listed')).customers).toEqual([person('cus_listed')])
  expect((await exported('cus_told')).inbox).toEqual([waiting])
  desk.services.worker.start()
  await workedOff(waiting.id)
  await until(async () => (await row(failing.id))?.attempts === 1)
  expect(typeof (await row(failing.id))?.event).toBe('string')
  listed = [person('cus_listed')]
  await desk.sync()
  expect(await inPlain()).toEqual(SEARCHED)
  expect((await exported('cus_listed')).customers).toEqual([person('cus_listed')])
})

test('an event whose body does not open is set aside with the reason, and holds nobody up', async () => {
  const [broken, sound] = [told(person('cus_broken')), told(person('cus_sound'))]
  await deliver(broken)
  await deliver(sound)
  const altered = (await row(sound.id))?.event as string
  // sealed for another place
  await desk.inAccount(() =>
    InboxModel.updateOne({ eventId: broken.id }, { $set: { event: altered, attempts: 7 } }),
  )
  desk.services.worker.start()
  await workedOff(sound.id)
  await until(async () => (await row(broken.id))?.status === 'dead')
  expect(await row(broken.id)).toMatchObject({ error: expect.stringContaining('altered'), event: altered })
  expect((await exported('cus_sound')).inbox).toEqual([])
  const erased = await owner.post('/v1/customers/cus_sound/erase', { reason: 'person_asked', stripe: 'keep' })
  expect(erased.statusCode).toBe(200)
  expect(await desk.inAccount(() => CustomerModel.exists({ id: 'cus_sound' }))).toBeNull()
})
