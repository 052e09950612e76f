import mongoose from 'mongoose'
import type Stripe from 'stripe'
import { AccountModel } from '../accounts/model'
import { AnomalyModel } from '../anomalies/model'
import { startDesk, until, type Caller, type Desk } from '../../test/harness'
import { signWebhook } from '../../test/signing'
import { eraseScope } from '../database/model'
import { readVersions, storeVersions, type MirrorDocument } from '../database/mirror'
import { PERSONAL_DATA } from '../database/personal-data'
import { COLLECTIONS, scopedId, type CollectionName, type ScopeKey } from '../database/scope'
import { AppError } from '../errors'
import { InvoiceModel } from '../invoices/model'
import { SubscriptionModel } from '../subscriptions/model'
import { InboxModel, type InboxDocument } from '../sync/model'
import { factsOf } from '../sync/observe'
import { impersonal } from './impersonal'
import { CustomerModel, ErasureModel } from './model'
import type { CustomerExport } from './schema'

/** Ids that Stripe does not answer for, as long as they are here. */
const silent = new Set<string>()
/** What Stripe answers to a deletion, next. */
const answers: AppError[] = []

let desk: Desk
let member: string
let owner: Caller
/** Customers with a subscription in force; the first is erased, the others follow in the tests that need one. */
let customers: string[]
let one: string
beforeAll(async () => {
  desk = await startDesk({
    wrapStripe: (stripe) => ({
      ...stripe,
      retrieve: (resource, id) =>
        silent.has(id)
          ? Promise.reject(new AppError('stripe_unavailable', 'No answer from Stripe'))
          : stripe.retrieve(resource, id),
      deleteCustomer(id) {
        const answer = answers.shift()
        return answer ? Promise.reject(answer) : stripe.deleteCustomer(id)
      },
    }),
  })
  const me = await (await desk.as('owner')).get('/v1/me')
  member = me.json<{ member: { id: string } }>().member.id
  const { data } = await desk.standIn.stripe.subscriptions.list({ status: 'active', limit: 100 })
  customers = [...new Set(data.map(({ customer }) => String(customer)))]
  one = customers[0] ?? ''
  for (const id of customers.slice(0, 4)) await leaveTraces(id)
  // a merchant may slice figures by what was written about people
  await AccountModel.updateOne({ _id: desk.account._id }, { $set: { metadataKeys: ['note'] } })
  await desk.sync()
  desk.services.worker.start()
}, 60_000)
/** The owner, who has just signed in. */
const signIn = async () => {
  owner = desk.with(await desk.tokenOfMember(member))
}
beforeEach(signIn)
afterAll(() => desk.close())

/** In each text that tells who somebody is. */
const canaryOf = (customer: string) => `Kim ${customer.slice(-8)}`

/** Writes the person into all that Stripe lets be written about a customer. */
async function leaveTraces(customer: string): Promise<void> {
  const { stripe } = desk.standIn
  const said = canaryOf(customer)
  const email = `${said.replace(' ', '.')}@example.com`
  const address = { line1: said, city: said, country: 'DE' }
  await stripe.customers.update(customer, {
    ...{ name: said, email, phone: said, description: said, address },
    shipping: { name: said, address },
    metadata: { note: said },
  })
  const { data } = await stripe.subscriptions.list({ customer, status: 'active' })
  const cancellation_details = { comment: said }
  for (const { id } of data)
    await stripe.subscriptions.update(id, {
      description: said,
      metadata: { note: said },
      cancellation_details,
    })
  const draft = await stripe.invoices.create({
    ...{ customer, description: said, footer: said, metadata: { note: said } },
    custom_fields: [{ name: 'Who', value: said }],
  })
  await stripe.invoiceItems.create({
    customer,
    invoice: draft.id,
    amount: 900,
    currency: draft.currency,
    description: said,
  })
  const paid = await stripe.paymentIntents.create({
    ...{ customer, amount: 1_000, currency: 'usd', payment_method: 'pm_card_visa', confirm: true },
    ...{ description: said, receipt_email: email, metadata: { note: said } },
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
    shipping: { name: said, address },
  })
  await stripe.refunds.create({ payment_intent: paid.id, amount: 100, metadata: { note: said } })
  for (const payment_method of ['pm_card_createDispute', 'pm_card_createIssuerFraudRecord'])
    await stripe.paymentIntents.create({
      ...{ customer, amount: 700, currency: 'usd', payment_method, confirm: true },
      automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
    })
  for (const { id } of (await stripe.disputes.list({ limit: 1 })).data)
    await stripe.disputes.update(id, {
      evidence: { customer_name: said, uncategorized_text: said },
      metadata: { note: said },
    })
  const coupon = await stripe.coupons.create({ percent_off: 10, duration: 'once' })
  await stripe.promotionCodes.create({
    ...{ customer, promotion: { type: 'coupon', coupon: coupon.id } },
    metadata: { note: said },
  })
}

/** A document as it is for the desk, which opens what is sealed about customers. */
const opened = (name: string, row: object): object => {
  const { inbox, copies } = desk.services
  if (name === 'inbox') return { ...row, event: inbox.open(row as InboxDocument) }
  return name === 'customers' ? { ...row, sealed: copies.whole(row as MirrorDocument<object>) } : row
}
/** Everything in the database, whoever's it is, as text. */
async function documents(): Promise<{ collection: CollectionName; id: string; text: string }[]> {
  const { workspaceId } = desk
  const { accountId, mode } = desk.account
  const owned: Record<ScopeKey, object> = {
    account: { accountId, mode },
    workspace: { workspaceId },
    none: {},
  }
  const all: { collection: CollectionName; id: string; text: string }[] = []
  for (const [name, key] of Object.entries(COLLECTIONS))
    for await (const row of mongoose.connection.collection(name).find(owned[key]))
      all.push({
        collection: name as CollectionName,
        id: String(row._id),
        text: JSON.stringify(await desk.inAccount(() => opened(name, row))),
      })
  return all
}
/** Where a customer's name, or a part of the e-mail address made of it, stands. */
const traces = async (customer: string): Promise<CollectionName[]> => {
  const words = [canaryOf(customer), canaryOf(customer).replace(' ', '.')]
  const found = (await documents()).filter(({ text }) => words.some((word) => text.includes(word)))
  return [...new Set(found.map(({ collection }) => collection))].sort()
}

const erase = (customer: string, stripe: 'keep' | 'delete' = 'keep', caller = owner) =>
  caller.post(`/v1/customers/${customer}/erase`, { reason: 'person_asked', stripe })
const settle = () => desk.inAccount(() => desk.services.erasures.settle())
const erasures = (filter = {}) => desk.inAccount(() => ErasureModel.find(filter).lean().exec())
const figures = async () =>
  (
    await Promise.all(
      ['overview', 'mrr?interval=month', 'mrr_movements?interval=month', 'churn'].map((name) =>
        owner.get(`/v1/analytics/${name}`),
      ),
    )
  ).map(({ payload }) => payload.replaceAll(/"as_of":\d+/g, ''))

let count = 0
const event = (type: string, object: object) => ({
  id: `evt_erasure_${(count += 1)}`,
  object: 'event',
  type,
  created: desk.clock.seconds(),
  livemode: false,
  data: { object: JSON.parse(JSON.stringify(object)) as object },
})
/** What is kept of an event, its body opened. */
const inbox = (eventId: string) =>
  desk.inAccount(async () => {
    const row = await InboxModel.findOne({ eventId }).lean()
    return row && { ...row, event: desk.services.inbox.open(row) }
  })
async function deliver(...events: { id: string }[]): Promise<void> {
  const send = (one: object) => ({
    method: 'POST' as const,
    url: '/webhooks/stripe',
    ...signWebhook(one, desk.clock.seconds()),
  })
  const sent = await Promise.all(events.map((one) => desk.app.inject(send(one))))
  expect(sent.map(({ statusCode }) => statusCode)).toEqual(events.map(() => 200))
}
const processed = (...ids: string[]) =>
  until(async () => (await Promise.all(ids.map(inbox))).every((row) => row?.status === 'processed'))
/** An event that was tried eight times. */
async function setAside(type: string, object: object): Promise<string> {
  const { id: eventId, created, ...body } = event(type, object)
  const at = desk.clock.now()
  const state = { status: 'dead' as const, attempts: 8, nextAttemptAt: at, error: 'No answer from Stripe' }
  await desk.inAccount(() =>
    InboxModel.create([
      {
        _id: scopedId(eventId),
        eventId,
        type,
        created,
        receivedAt: at,
        ...state,
        event: desk.services.inbox.seal(scopedId(eventId), { id: eventId, ...body }),
      },
    ]),
  )
  return eventId
}
const customerAtStripe = (id: string) => desk.standIn.stripe.customers.retrieve(id)

test('an event loses its body as it is worked off', async () => {
  const told = event('customer.updated', await customerAtStripe(one))
  await deliver(told)
  await processed(told.id)
  expect(await inbox(told.id)).toMatchObject({ eventId: told.id, type: 'customer.updated', event: null })
})

test('personal data are where the table says, and nowhere else', async () => {
  await setAside('customer.updated', await customerAtStripe(one))
  const listed = Object.entries(PERSONAL_DATA).flatMap(([name, data]) =>
    data?.of === 'customers' ? [name] : [],
  )
  // pseudonyms are no names
  const pseudonyms = ['anomalies', 'erasures', 'facts', 'movements', 'risks', 'standings', 'sync_states']
  expect(await traces(one)).toEqual(listed.filter((name) => !pseudonyms.includes(name)).sort())
})

test('an export holds every document about the customer, and is in the trail', async () => {
  await desk.inAccount(() => desk.services.risk.compute(desk.clock.now()))
  const drivers = customers.map((key) => ({ by: 'customer', key, change: 450, share_bp: 5000 }) as const)
  const range = { expected: 100, lower: 0, upper: 200, distance_milli: 9000 }
  const odd = { series: 'churned_mrr', day: '2026-05-01', departure: 'high', currency: 'usd' } as const
  await desk.inAccount(() =>
    AnomalyModel.create([{ _id: scopedId('odd'), ...odd, ...range, actual: 900, drivers }]),
  )
  const answer = await owner.get(`/v1/customers/${one}/export`)
  expect([answer.statusCode, answer.headers['content-disposition']]).toEqual([
    200,
    'attachment; filename="customer.json"',
  ])
  const told = answer.json<CustomerExport>()
  expect(told).toMatchObject({
    object: 'customer_export',
    customer: one,
    account: desk.account.accountId,
    mode: 'test',
    exported: desk.clock.seconds(),
    audit_entries: [{ action: 'customer.exported', created: desk.clock.seconds() }],
  })
  const charges = told.charges as Stripe.Charge[]
  const refunds = told.refunds as Stripe.Refund[]
  const disputes = told.disputes as Stripe.Dispute[]
  const names = [one, ...[...charges, ...refunds, ...disputes].map(({ id }) => id)].map((id) => `"${id}"`)
  const held = new Map<string, number>()
  for (const { collection, text } of await documents())
    // the cursor of a list is any id
    if (collection !== 'sync_states' && names.some((name) => text.includes(name)))
      held.set(collection, (held.get(collection) ?? 0) + 1)
  const exported = Object.entries(told).flatMap(([name, rows]) =>
    Array.isArray(rows) ? [[name, rows.length]] : [],
  )
  expect(exported.sort()).toEqual([...held].sort())
  expect([...held.keys()].sort()).toEqual(exported.map(([name]) => name).sort())
  expect(JSON.stringify(told)).not.toContain(customers[1])
})

test('what a figure is made of does not change with the person', async () => {
  const objects = await desk.inAccount(async () => [
    ...(await SubscriptionModel.find().lean()),
    ...(await InvoiceModel.find().lean()),
  ])
  const facts = (change: (object: object) => object) =>
    desk.inAccount(() =>
      factsOf(
        objects.map(({ object }) => ({
          object: change(object) as { object: string },
          at: 1,
          source: 'list',
          causes: [],
        })),
      ),
    )
  const told = await facts((object) => object)
  expect(told.length).toBeGreaterThan(100)
  expect(await facts(impersonal)).toEqual(told)
})

test('an erased customer is nowhere, whatever set-aside events told, and every figure stays', async () => {
  const other = await setAside('customer.updated', await customerAtStripe(customers[1] ?? ''))
  const charge = (await desk.standIn.stripe.charges.list({ customer: one, limit: 1 })).data[0]
  const dispute = {
    id: 'dp_1',
    object: 'dispute',
    charge: charge?.id,
    evidence: { customer_name: canaryOf(one) },
  }
  const disputed = await setAside('charge.dispute.created', dispute)
  const intended = await setAside('refund.failed', {
    ...{ id: 're_1', object: 'refund', charge: null, payment_intent: charge?.payment_intent },
    instructions_email: canaryOf(one),
  })
  const [before, others] = [await figures(), await traces(customers[1] ?? '')]
  const answer = await erase(one)
  expect([answer.statusCode, answer.json()]).toEqual([
    200,
    {
      object: 'customer_erasure',
      customer: one,
      reason: 'person_asked',
      stripe: 'kept',
      failure: null,
      requested: desk.clock.seconds(),
    },
  ])
  expect(await traces(one)).toEqual([])
  expect((await inbox(disputed))?.event).toMatchObject({
    data: { object: { id: 'dp_1', charge: charge?.id } },
  })
  expect((await inbox(intended))?.event).toMatchObject({ data: { object: { instructions_email: null } } })
  // nobody else is touched
  expect(await traces(customers[1] ?? '')).toEqual(others)
  expect(JSON.stringify((await inbox(other))?.event)).toContain(canaryOf(customers[1] ?? ''))
  expect(await figures()).toEqual(before)
  await desk.inAccount(() => desk.services.figures.rebuild(() => Promise.resolve()))
  expect(await figures()).toEqual(before)
  expect((await owner.get(`/v1/customers/${one}`)).json()).toMatchObject({ code: 'not_found' })
})

test('neither events nor a full sync bring the person back, while the figures go on', async () => {
  const { stripe } = desk.standIn
  const { data } = await stripe.subscriptions.list({ customer: one, status: 'active', limit: 1 })
  const [subscription] = data
  const [item] = subscription?.items.data ?? []
  if (!subscription || !item) throw new Error('The sample has no such subscription')
  desk.clock.advance(60)
  await stripe.subscriptions.update(subscription.id, {
    metadata: { note: canaryOf(one) },
    items: [{ id: item.id, quantity: (item.quantity ?? 1) + 3 }],
  })
  const events = [
    event('customer.updated', await customerAtStripe(one)),
    event('customer.subscription.updated', await stripe.subscriptions.retrieve(subscription.id)),
    event('invoice.updated', (await stripe.invoices.list({ customer: one, limit: 1 })).data[0] ?? {}),
    event('charge.updated', (await stripe.charges.list({ customer: one, limit: 1 })).data[0] ?? {}),
    event('payment_method.attached', {
      id: 'pm_1',
      object: 'payment_method',
      customer: one,
      note: canaryOf(one),
    }),
  ]
  const before = (await figures())[0]
  await deliver(...events)
  await processed(...events.map(({ id }) => id))
  expect(await traces(one)).toEqual([])
  expect((await figures())[0]).not.toEqual(before)
  await desk.sync({ full: true })
  expect(await traces(one)).toEqual([])
  expect(await desk.inAccount(() => CustomerModel.exists({ id: one }))).toBeNull()
})

test('an event of an erased customer that fails keeps nothing personal', async () => {
  // two events of one second that do not tell which came later: the object must be read again
  const { data } = await desk.standIn.stripe.subscriptions.list({ customer: one, limit: 1 })
  const said = data[0]
  if (!said) throw new Error('The sample has no such subscription')
  desk.clock.advance(10)
  const [first, second] = [
    event('customer.subscription.updated', said),
    event('customer.subscription.updated', { ...said, status: 'past_due' }),
  ]
  silent.add(said.id)
  await deliver(first, second)
  const rows = () => Promise.all([inbox(first.id), inbox(second.id)])
  await until(async () => (await rows()).every((row) => row?.status === 'processed' || row?.attempts))
  const failed = (await rows()).filter((row) => row?.status === 'pending')
  expect(failed.length).toBeGreaterThan(0)
  for (const row of failed)
    expect(row?.event).toMatchObject({ data: { object: { id: said.id, description: null } } })
  expect(await traces(one)).toEqual([])
  silent.delete(said.id)
  desk.clock.advance(10)
  desk.services.worker.wake()
  await processed(first.id, second.id)
})

test('what was being read during an erasure, or comes back with a backup, is gone within the hour', async () => {
  const id = customers[1] ?? ''
  const lists = ['customers', 'invoices'] as const
  const copies = await desk.inAccount(async () => {
    const invoice = await InvoiceModel.findOne({ 'object.customer': id }).lean()
    return Promise.all(lists.map((name) => readVersions(name, [id, invoice?.id ?? ''])))
  })
  const comeBack = () =>
    desk.inAccount(async () => {
      for (const [index, name] of lists.entries())
        await storeVersions(
          name,
          [...(copies[index]?.values() ?? [])].map((one) => ({ ...one, version: 9e9 })),
          true,
        )
    })
  await erase(id)
  await comeBack()
  expect(await traces(id)).not.toEqual([])
  // the erasure is young: somebody may still be storing what was read before it
  expect(await settle()).toBe(0)
  expect(await traces(id)).toEqual([])
  desk.clock.advance(601)
  expect(await settle()).toBe(2)
  // from now on nothing says whose erasure it was, but whoever has the pepper and the id
  expect(await erasures({ customer: null })).toHaveLength(2)
  expect(JSON.stringify(await erasures())).not.toContain(id)
  await comeBack()
  expect(await settle()).toBe(0)
  expect(await traces(id)).toEqual([])
})

describe('at Stripe', () => {
  const after = async (answer: AppError) => {
    answers.push(answer)
    return erase(customers[2] ?? '', 'delete')
  }
  const stored = async () => (await erasures({ customer: customers[2] }))[0]

  test('a failure is told once all is erased here, and taken up by the job', async () => {
    const id = customers[2] ?? ''
    const answer = await after(new AppError('stripe_unavailable', 'No answer from Stripe'))
    expect(answer.json()).toMatchObject({
      status: 504,
      code: 'stripe_unavailable',
      detail: 'Erased here, not at Stripe: No answer from Stripe',
    })
    expect(await traces(id)).toEqual([])
    expect(await stored()).toMatchObject({ stripe: 'pending', failure: null })
    answers.push(new AppError('stripe_permission_missing', 'customer_write'))
    await expect(settle()).rejects.toMatchObject({ code: 'stripe_permission_missing' })
    // what is not done is not forgotten, however old
    desk.clock.advance(3_600)
    await settle()
    expect(await customerAtStripe(id)).toMatchObject({ deleted: true })
    const { data } = await desk.standIn.stripe.events.list({ limit: 100 })
    const news = data.filter((told) => JSON.stringify(told.data).includes(id))
    expect(news.map(({ type }) => type)).toContain('customer.deleted')
    await deliver(...(JSON.parse(JSON.stringify(news)) as { id: string }[]))
    await processed(...news.map((told) => told.id))
    expect(await traces(id)).toEqual([])
    await signIn()
    const again = await erase(id, 'delete')
    expect([again.statusCode, again.json()]).toEqual([200, expect.objectContaining({ stripe: 'deleted' })])
  })

  test('a refusal is final until somebody asks again', async () => {
    const id = customers[3] ?? ''
    answers.push(new AppError('stripe_refused', 'Not this one'))
    expect((await erase(id, 'delete')).json()).toMatchObject({
      status: 502,
      detail: 'Erased here, not at Stripe: Not this one',
    })
    expect((await erasures({ customer: id }))[0]).toMatchObject({
      stripe: 'refused',
      failure: 'Not this one',
    })
    await settle()
    expect(await customerAtStripe(id)).not.toMatchObject({ deleted: true })
    expect((await erase(id, 'keep')).json()).toMatchObject({ stripe: 'refused', failure: 'Not this one' })
    expect((await erase(id, 'delete')).json()).toMatchObject({ stripe: 'deleted', failure: null })
    expect(await customerAtStripe(id)).toMatchObject({ deleted: true })
    const trail = (await owner.get(`/v1/audit_entries?target=${id}&limit=100`)).json<{
      data: { action: string; after: object | null }[]
    }>()
    // entries of one millisecond have no order
    expect(trail.data.map(({ action, after }) => [action, after])).toHaveLength(5)
    expect(trail.data.map(({ action, after }) => [action, after])).toEqual(
      expect.arrayContaining([
        ['customer.erased', { reason: 'person_asked', stripe: 'delete' }],
        ['customer.kept_by_stripe', { failure: 'Not this one' }],
        ['customer.erased', { reason: 'person_asked', stripe: 'keep' }],
        ['customer.erased', { reason: 'person_asked', stripe: 'delete' }],
        ['customer.deleted_at_stripe', null],
      ]),
    )
  })
})

test('each needs its permission and a fresh proof, and names what is wrong', async () => {
  const id = customers[4] ?? ''
  const analyst = await desk.as('finance_analyst')
  for (const answer of [await erase(id, 'keep', analyst), await analyst.get(`/v1/customers/${id}/export`)])
    expect(answer.json()).toMatchObject({ code: 'permission_missing' })
  const wrong = await owner.post(`/v1/customers/${id}/erase`, { reason: 'Kim asked', stripe: 'keep' })
  expect(wrong.json()).toMatchObject({ code: 'invalid_request', errors: [{ pointer: '/body/reason' }] })
  for (const answer of [await erase('cus_nobody'), await owner.get('/v1/customers/cus_nobody/export')])
    expect(answer.json()).toMatchObject({ code: 'not_found' })
  desk.clock.advance(601)
  const late = desk.with(owner.token)
  for (const answer of [await erase(id, 'keep', late), await late.get(`/v1/customers/${id}/export`)])
    expect(answer.json()).toMatchObject({ code: 'step_up_needed' })
})

test('asked for several times at once it is one erasure', async () => {
  const id = customers[5] ?? ''
  const answers = await Promise.all(Array.from({ length: 4 }, () => erase(id)))
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200])
  expect(await erasures({ customer: id })).toHaveLength(1)
})

test('an erasure outlives the data of its account, and is about no other account', async () => {
  const seen = { id: one, version: 1, deleted: false, object: { id: one, object: 'customer', name: 'Kim' } }
  await desk.inAccount(async () => {
    await eraseScope()
    expect(await desk.services.erasures.withoutErased([seen])).toEqual([])
  })
  const { account } = await desk.neighbour()
  const theirs = await desk.inAccount(() => desk.services.erasures.withoutErased([seen]), account)
  expect(theirs).toEqual([seen])
})
