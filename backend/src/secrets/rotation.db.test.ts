import { randomBytes } from 'node:crypto'
import mongoose from 'mongoose'
import { loadConfig, type Config } from '../config'
import { CredentialModel } from '../credentials/model'
import { bulkWrite, sealedCollections, sealedFields } from '../database/model'
import { COLLECTIONS, runInScope, type ScopeKey } from '../database/scope'
import { replaceSealed, sealedBatches, sealedPlace } from '../database/sealed'
import { buildServices, type Services } from '../services'
import { BASE_ENV, silent, startDesk, type Desk } from '../../test/harness'
import { newPerson } from '../../test/person'
import { createVault } from './vault'

const master = (id: string) => `${id}:${randomBytes(32).toString('base64')}`
const [oldest, older, newest] = [master('k1'), master('k2'), master('k3')]

let desk: Desk
beforeAll(async () => {
  desk = await startDesk({ env: { ENCRYPTION_KEYS: `${older},${oldest}` } })
})
afterAll(() => desk.close())

/** An instance of the desk with other keys, on the same database. */
function instance(env: Record<string, string>): { config: Config; services: Services } {
  const config = loadConfig({ ...BASE_ENV, STRIPE_API_BASE: desk.standIn.url, ...env })
  return { config, services: buildServices({ config, clock: desk.clock, log: silent }) }
}
const asOperator = <T>(work: () => Promise<T>): Promise<T> =>
  runInScope({ workspaceId: desk.workspaceId, actor: { kind: 'command_line', id: 'desk' } }, work)
const rotate = ({ services }: { services: Services }) =>
  asOperator(() => services.secrets.rotate(() => undefined))
const check = ({ services }: { services: Services }) => asOperator(() => services.secrets.check())

/** Everything in the database that is written like a sealed value, as `collection.field`. */
async function sealedLooking(): Promise<Set<string>> {
  const vault = createVault(desk.config.encryptionKeys)
  const found = new Set<string>()
  const look = (value: unknown, at: string): void => {
    if (typeof value === 'string') {
      try {
        if (vault.keyIdOf(value).startsWith('k')) found.add(at)
      } catch {
        // not sealed
      }
    } else if (typeof value === 'object' && value !== null && !(value instanceof Date))
      for (const [name, inner] of Object.entries(value)) look(inner, `${at}.${name}`)
  }
  const { workspaceId, account } = desk
  const { accountId, mode } = account
  const owned: Record<ScopeKey, object> = {
    account: { accountId, mode },
    workspace: { workspaceId },
    none: {},
  }
  for (const [name, key] of Object.entries(COLLECTIONS))
    for await (const row of mongoose.connection.collection(name).find(owned[key])) look(row, name)
  return found
}

test('every sealed value that a desk stores stands in a field that is declared; no other can be sealed', async () => {
  const me = await (await newPerson(desk)).enter()
  await me.post('/v1/auth/second_factor')
  const customer = { id: 'cus_1', object: 'customer', phone: '1' }
  await desk.inAccount(async () => {
    const event = { id: 'evt_1', object: 'event', type: 'x', created: 1, data: { object: customer } }
    await desk.services.inbox.receive(event)
    const version = { id: 'cus_1', version: 1, deleted: false, object: customer }
    await desk.services.copies.store('customers', [version], false)
  })
  const declared = sealedCollections().flatMap((name) =>
    sealedFields(name).map((field) => `${name}.${field}`),
  )
  expect([...(await sealedLooking())].sort()).toEqual(declared.sort())
  await desk.inAccount(() => {
    expect(() => sealedPlace('credentials', 'cred_1', 'name')).toThrow('not declared as SEALED')
  })
})

test('a new key takes over while other instances work; then the old ones can go', async () => {
  await desk.services.sealer.seal()
  const both = instance({ ENCRYPTION_KEYS: `${newest},${older},${oldest}` })
  const before = await check(both)
  expect(before).toMatchObject({
    sound: true,
    ring: [
      { key: 'k3', needed: true },
      { key: 'k2', needed: true },
      { key: 'k1', needed: false },
    ],
  })
  // an instance that knows the new key already, though it seals with the former one, reads on throughout
  const running = instance({ ENCRYPTION_KEYS: `${older},${newest}` })
  const stop = new AbortController()
  let reads = 0
  const reading = (async () => {
    while (!stop.signal.aborted) {
      await desk.inAccount(() => running.services.credentials.list({ limit: 10 }))
      reads += 1
    }
  })()
  const after = await rotate(both)
  stop.abort()
  await reading
  expect(reads).toBeGreaterThan(0)
  expect(after.ring).toEqual([
    { key: 'k3', needed: true },
    { key: 'k2', needed: false },
    { key: 'k1', needed: false },
  ])
  expect(after.uses.map(({ field, key, unreadable }) => [field, key, unreadable]).sort()).toEqual([
    ['audit_heads.signature', 'k3', 0],
    ['credentials.secretKey', 'k3', 0],
    ['credentials.webhookSecrets', 'k3', 0],
    ['customers.sealed', 'k3', 0],
    ['inbox.event', 'k3', 0],
    ['second_factors.seed', 'k3', 0],
  ])
  const alone = instance({ ENCRYPTION_KEYS: newest })
  expect((await check(alone)).sound).toBe(true)
  // what was read by the former key is what is read by the new one: Stripe still takes it
  const account = await desk.inAccount(() => alone.services.stripe.account())
  expect(account.id).toBe(desk.account.accountId)
  await asOperator(async () => expect(await alone.services.verifier.verify()).toMatchObject({ fault: null }))
  const trail = await (await desk.as('owner')).get('/v1/audit_entries?action=secrets.&limit=100')
  const actions = trail.json<{ data: { action: string; after: unknown }[] }>().data
  expect(actions).toContainEqual(expect.objectContaining({ action: 'secrets.rotated', after: { key: 'k3' } }))
})

test('a value that somebody changes after it was read is not overwritten', async () => {
  const { config, services } = instance({ ENCRYPTION_KEYS: newest })
  const vault = createVault(config.encryptionKeys)
  const secret = `whsec_${'changed'.repeat(5)}`
  await desk.inAccount(async () => {
    for await (const values of sealedBatches('credentials', 10)) {
      await services.credentials.change(values[0]?.place.id ?? '', { webhook_secret: secret })
      await replaceSealed(
        'credentials',
        values.map((value) => ({ ...value, rewrapped: vault.rewrap(value.sealed, value.place) })),
      )
    }
    expect(await services.credentials.webhookSecrets()).toContain(secret)
  })
})

test('what does not open is named with its reason, is left as it is, and holds nothing else up', async () => {
  const ring = instance({ ENCRYPTION_KEYS: newest })
  const row = await desk.inAccount(() => CredentialModel.findOne().lean())
  const stranger = createVault([{ id: 'k9', secret: randomBytes(32) }])
  const at = (_id: string) => ({ owner: 'x', collection: 'credentials', id: _id, field: 'secretKey' })
  const broken = ['cred_altered', 'cred_stranger', 'cred_plain'].map((_id, index) => ({
    ...row,
    _id,
    active: false,
    keyHash: _id,
    secretKey: [row?.webhookSecrets, stranger.seal('sk', at(_id)), 'sk_test_in_clear'][index],
    webhookSecrets: createVault(ring.config.encryptionKeys).seal('[]', {
      owner: `${desk.account.accountId}:test:`,
      collection: 'credentials',
      id: _id,
      field: 'webhookSecrets',
    }),
  }))
  await desk.inAccount(() =>
    bulkWrite(
      'credentials',
      broken.map((document) => ({ insertOne: { document } })),
    ),
  )
  const next = instance({ ENCRYPTION_KEYS: `${older},${newest}` })
  const report = await rotate(next)
  expect(report.sound).toBe(false)
  expect(report.faults).toEqual([
    {
      collection: 'credentials',
      id: 'cred_altered',
      field: 'secretKey',
      reason: expect.stringContaining('altered'),
    },
    { collection: 'credentials', id: 'cred_plain', field: 'secretKey', reason: 'This is no sealed value' },
    {
      collection: 'credentials',
      id: 'cred_stranger',
      field: 'secretKey',
      reason: expect.stringContaining('"k9" is not in'),
    },
  ])
  expect(report.uses).toContainEqual({
    field: 'credentials.webhookSecrets',
    key: 'k2',
    values: 4,
    unreadable: 0,
  })
  expect(report.uses).toContainEqual({ field: 'credentials.secretKey', key: null, values: 1, unreadable: 1 })
  const left = await desk.inAccount(() => CredentialModel.find({ active: false }).sort({ _id: 1 }).lean())
  expect(left.map(({ secretKey }) => secretKey).sort()).toEqual(
    broken.map(({ secretKey }) => secretKey).sort(),
  )
  await desk.inAccount(() => CredentialModel.deleteMany({ active: false }))
})

test('a head of the trail under a key that is gone, and another pepper, are told', async () => {
  const env = { ENCRYPTION_KEYS: `${newest},${older}`, API_KEY_PEPPER: randomBytes(32).toString('base64') }
  expect(await check(instance(env))).toMatchObject({ sound: false, other_pepper: 1, faults: [] })
  const gone = await check(instance({ ENCRYPTION_KEYS: master('k4') }))
  expect(gone.faults.map(({ collection }) => collection)).toEqual(
    expect.arrayContaining(['credentials', 'second_factors', 'audit_heads']),
  )
  expect(gone.ring).toEqual([{ key: 'k4', needed: true }])
})
