/** What every route owes its callers, beyond the walks of test/walks. */
import Ajv2020 from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { openView, startDesk, until, type Caller, type Desk } from '../../test/harness'
import { buildApp } from '../app'
import type { KeyRing } from '../config'
import type { AccessToken } from './principal'
import { roleNames } from '../team/roles'
import { FxDayModel } from '../fx/model'

let desk: Desk
let owner: Caller
beforeAll(async () => {
  desk = await startDesk({ standIn: null })
  owner = await desk.as('owner')
})
afterAll(() => desk.close())

const claimsOf = (token: string): AccessToken => {
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as AccessToken
  const { sub, sid, kind, workspace_id } = claims
  return { sub, kind, workspace_id, ...(sid ? { sid } : {}) }
}

describe('access tokens outlive the key that signed them by no more than the ring says', () => {
  const RING: KeyRing = [
    { id: 'next', secret: Buffer.from(Array.from({ length: 32 }, (_, index) => index * 5)) },
  ]
  const withRing = async (keys: KeyRing) => {
    const app = await buildApp({ config: { ...desk.config, jwtKeys: keys }, services: desk.services })
    await app.ready()
    return app
  }
  const status = async (app: Desk['app'], token: string) =>
    (await app.inject({ url: '/v1/me', headers: { authorization: `Bearer ${token}` } })).statusCode

  test('the new key signs, the old one still verifies, and once it is gone its tokens are too', async () => {
    const [both, alone] = [await withRing([...RING, ...desk.config.jwtKeys]), await withRing(RING)]
    expect(await status(both, owner.token)).toBe(200)
    expect(await status(alone, owner.token)).toBe(401)
    const fresh = both.signToken(claimsOf(owner.token), 60)
    expect(JSON.parse(Buffer.from(fresh.split('.')[0] ?? '', 'base64url').toString())).toMatchObject({
      kid: 'next',
    })
    expect([await status(both, fresh), await status(alone, fresh), await status(desk.app, fresh)]).toEqual([
      200, 200, 401,
    ])
    await Promise.all([both.close(), alone.close()])
  })

  test('a ring that is rolled over two instances under load costs no request', async () => {
    const [old] = desk.config.jwtKeys
    const [next] = RING
    const rings: KeyRing[] = [[old], [old, next], [next, old]]
    const apps: Desk['app'][] = []
    // one after the other: a busy machine takes its time to start one
    for (const ring of rings) apps.push(await withRing(ring))
    /** Which ring each instance has: at no time are they more than a step apart. */
    const running = [0, 0]
    const claims = claimsOf(owner.token)
    const app = (instance: number) => apps[running[instance] ?? 0] ?? desk.app
    const answers: number[] = []
    let rolling = true
    const load = Array.from({ length: 4 }, async (_, worker) => {
      for (let turn = 0; rolling; turn += 1) {
        const token = app((worker + turn) % 2).signToken(claims, 60)
        answers.push(await status(app(0), token), await status(app(1), token))
      }
    })
    for (const [instance, ring] of [
      [0, 1],
      [1, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      const before = answers.length
      await until(() => answers.length >= before + 20)
      running[instance] = ring
    }
    await until(() => answers.length >= 100)
    rolling = false
    await Promise.all(load)
    expect(new Set(answers)).toEqual(new Set([200]))
    await Promise.all(apps.map((one) => one.close()))
  })
})

describe('what another account owns', () => {
  test('is no cursor of a list', async () => {
    const { account } = await desk.neighbour('acct_cursor')
    const theirs = await desk.inAccount(
      async () => (await desk.services.operations.begin('sync')).operation.id,
      account,
    )
    for (const direction of ['starting_after', 'ending_before'])
      expect((await owner.get(`/v1/operations?${direction}=${theirs}`)).json()).toMatchObject({
        status: 400,
        errors: [{ pointer: `/querystring/${direction}` }],
      })
  })

  test('cannot be asked for by the token of a view, in another mode either', async () => {
    const view = await openView(desk, 'usr_api')
    expect((await view.get(`/v1/me?account=${desk.account.accountId}&mode=test`)).statusCode).toBe(200)
    for (const query of [
      'mode=live',
      'account=acct_cursor',
      `account=${desk.account.accountId}&mode=sandbox`,
    ])
      expect((await view.get(`/v1/me?${query}`)).json()).toMatchObject({
        status: 403,
        code: 'account_unknown',
      })
  })
})

describe('the API document', () => {
  test('names only what it holds, and its schemas are JSON Schema 2020-12', async () => {
    const document = (await desk.app.inject('/openapi.json')).json<{
      openapi: string
      components: { schemas: Record<string, object> }
    }>()
    expect(document.openapi).toMatch(/^3\.1\./)
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref ?? '')
    expect(refs.length).toBeGreaterThan(50)
    for (const ref of new Set(refs)) {
      expect(ref).toMatch(/^#\/components\/schemas\/\w+$/)
      expect(document.components.schemas).toHaveProperty(ref.split('/').pop() ?? '')
    }
    const ajv = addFormats(new Ajv2020({ strict: false }))
    ajv.addSchema(document, 'desk')
    for (const name of Object.keys(document.components.schemas))
      expect(ajv.getSchema(`desk#/components/schemas/${name}`)).toBeInstanceOf(Function)
  })
})

test('lists are read both ways by any role that may read them, a page at a time', async () => {
  const days = ['2026-01-01', '2026-01-02', '2026-01-05', '2026-01-06', '2026-01-07']
  const file = `Date,USD\n${days.map((day) => `${day},1.1`).join('\n')}`
  await desk.inAccount(() => desk.services.fx.importFile(file))
  expect(await desk.inAccount(() => FxDayModel.countDocuments({}))).toBe(5)
  for (const role of roleNames) {
    const caller = await desk.as(role)
    const page = async (query: string) => {
      const { data, has_more } = (await caller.get(`/v1/fx_rates?limit=2${query}`)).json<{
        data: { id: string; day: string }[]
        has_more: boolean
      }>()
      return { ids: data.map(({ id }) => id), days: data.map(({ day }) => day), has_more }
    }
    const first = await page('')
    const second = await page(`&starting_after=${first.ids[1]}`)
    const third = await page(`&starting_after=${second.ids[1]}`)
    expect([...first.days, ...second.days, ...third.days]).toEqual([...days].reverse())
    expect([first.has_more, second.has_more, third.has_more]).toEqual([true, true, false])
    expect(await page(`&ending_before=${third.ids[0]}`)).toEqual({ ...second, has_more: true })
    expect(await page(`&ending_before=${second.ids[0]}`)).toEqual({ ...first, has_more: false })
  }
})
