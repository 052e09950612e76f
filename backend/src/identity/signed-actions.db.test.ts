/** What costs money or gives rights: a view asks for it with Stripe's signature over action and parameters, once. */
import { Type } from 'typebox'
import { startDesk, type Answer, type Desk } from '../../test/harness'
import { newPerson } from '../../test/person'
import { APP_SECRET, signAction, signAppRequest, type AppAction } from '../../test/signing'
import { buildApp } from '../app'
import { AuditEntryModel } from '../audit/model'
import { runInScope } from '../database/scope'
import { object } from '../http'

const USER = 'usr_refunder'
const [SIGNED, STEP_UP, PLAIN] = ['/v1/test_refunds', '/v1/test_keys', '/v1/test_notes']
const BODY = '{"amount": 1200, "charge":"ch_1"}'
const BOTH_SECRETS = `absec_new,${APP_SECRET}`

let desk: Desk
let app: Desk['app']
let token: string
/** What the routes were asked to do. */
let done: unknown[]
beforeAll(async () => {
  desk = await startDesk({ standIn: null, env: { STRIPE_APP_SECRET: BOTH_SECRETS } })
  app = await buildApp({ config: desk.config, services: desk.services })
  for (const [url, config] of [
    [SIGNED, { signed: true }],
    [STEP_UP, { stepUp: true }],
    [PLAIN, {}],
  ] as const)
    app.post(
      url,
      {
        schema: { body: object({ amount: Type.Integer(), charge: Type.String() }) },
        config: { requires: 'settings:read', ...config },
      },
      (request) => done.push(request.body),
    )
  await app.ready()
  token = await enter(USER)
})
beforeEach(() => {
  done = []
})
afterAll(async () => {
  await app.close()
  await desk.close()
})

let nonces = 0
const nonce = () => `nonce-of-an-action-${(nonces += 1)}`
async function enter(user_id: string): Promise<string> {
  const claims = {
    nonce: nonce(),
    mode: 'test',
    stripe_roles: [{ id: 'admin' }],
    user_id,
    account_id: desk.account.accountId,
  }
  const answer = await app.inject({
    method: 'POST',
    url: '/v1/auth/stripe-app',
    ...signAppRequest(claims, desk.clock.seconds()),
  })
  return answer.json<{ access_token: string }>().access_token
}
const asked = (change: Partial<AppAction> = {}): AppAction => ({
  nonce: nonce(),
  mode: 'test',
  action: `POST ${SIGNED}`,
  parameters: BODY,
  user_id: USER,
  account_id: desk.account.accountId,
  ...change,
})
const signed = (change: Partial<AppAction> = {}, secondsAgo = 0, secret = APP_SECRET) =>
  signAction(asked(change), desk.clock.seconds() - secondsAgo, secret)
const send = (headers: Record<string, string>, url = SIGNED, payload = BODY, as = token) =>
  app.inject({
    method: 'POST',
    url,
    payload,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${as}`, ...headers },
  })
const codeOf = (answer: Answer) => (answer.statusCode < 300 ? 'done' : answer.json<{ code: string }>().code)

test.each([SIGNED, STEP_UP])('%s: a view asks with a signature over exactly what it sends', async (url) => {
  expect(codeOf(await send(signed({ action: `POST ${url}` }), url))).toBe('done')
  expect(done).toEqual([{ amount: 1200, charge: 'ch_1' }])
})

test('the address is signed with its query', async () => {
  const url = `${SIGNED}?account=${desk.account.accountId}`
  expect(codeOf(await send(signed({ action: `POST ${url}` }), url))).toBe('done')
  expect(codeOf(await send(signed(), url))).toBe('signature_invalid')
})

test('both secrets hold while one is rolled, at either edge of the window', async () => {
  for (const headers of [signed({}, 0, 'absec_new'), signed({}, 300), signed({}, -300)])
    expect(codeOf(await send(headers))).toBe('done')
})

test('a captured request has one effect: sent again, at once or later, with another key or nonce', async () => {
  const headers = signed()
  const answers = await Promise.all(Array.from({ length: 5 }, () => send(headers)))
  expect(answers.map(codeOf).sort()).toEqual([
    'done',
    ...Array.from({ length: 4 }, () => 'signature_replayed'),
  ])
  desk.clock.advance(299)
  expect(codeOf(await send({ ...headers, 'idempotency-key': 'another' }))).toBe('signature_replayed')
  expect(codeOf(await send({ ...headers, 'desk-nonce': nonce() }))).toBe('signature_invalid')
  desk.clock.advance(2)
  expect(codeOf(await send(headers))).toBe('signature_invalid')
  expect(done).toHaveLength(1)
})

/** Each with the code of its refusal. */
const REFUSED: [string, () => Promise<Answer>, string][] = [
  ['without a signature', () => send({}), 'signature_needed'],
  ['without a nonce', () => send({ ...signed(), 'desk-nonce': '' }), 'signature_invalid'],
  [
    'with an amount altered after signing',
    () => send(signed(), SIGNED, BODY.replace('1200', '9900')),
    'signature_invalid',
  ],
  ['with another charge', () => send(signed(), SIGNED, BODY.replace('ch_1', 'ch_2')), 'signature_invalid'],
  ['with a space more', () => send(signed(), SIGNED, `${BODY} `), 'signature_invalid'],
  [
    'with the same fields in another order',
    () => send(signed(), SIGNED, '{"charge":"ch_1","amount":1200}'),
    'signature_invalid',
  ],
  ['signed for another action', () => send(signed({ action: `POST ${STEP_UP}` })), 'signature_invalid'],
  ['signed for another method', () => send(signed({ action: `PATCH ${SIGNED}` })), 'signature_invalid'],
  ['signed by another user', () => send(signed({ user_id: 'usr_other' })), 'signature_invalid'],
  [
    'sent with another user’s token',
    async () => send(signed(), SIGNED, BODY, await enter('usr_other')),
    'signature_invalid',
  ],
  ['signed for another account', () => send(signed({ account_id: 'acct_other' })), 'signature_invalid'],
  ['signed for another mode', () => send(signed({ mode: 'live' })), 'signature_invalid'],
  ['signed for no parameters', () => send(signed({ parameters: '' })), 'signature_invalid'],
  [
    'with another nonce than was signed',
    () => send({ ...signed(), 'desk-nonce': nonce() }),
    'signature_invalid',
  ],
  ['with a nonce too short', () => send(signed({ nonce: 'short' })), 'signature_invalid'],
  ['with a nonce too long', () => send(signed({ nonce: 'x'.repeat(65) })), 'signature_invalid'],
  ['with another secret', () => send(signed({}, 0, 'absec_other')), 'signature_invalid'],
  ['stale', () => send(signed({}, 301)), 'signature_invalid'],
  ['from the future', () => send(signed({}, -301)), 'signature_invalid'],
  [
    'with a later stamp than was signed',
    () => {
      const headers = signed({}, 301)
      const later = headers['stripe-signature']?.replace(/t=\d+/, `t=${desk.clock.seconds()}`) ?? ''
      return send({ ...headers, 'stripe-signature': later })
    },
    'signature_invalid',
  ],
  [
    'with no stamp',
    () => {
      const headers = signed()
      return send({
        ...headers,
        'stripe-signature': headers['stripe-signature']?.replace(/t=\d+,/, '') ?? '',
      })
    },
    'signature_invalid',
  ],
  [
    'with half a signature',
    () => {
      const headers = signed()
      return send({ ...headers, 'stripe-signature': headers['stripe-signature']?.slice(0, -32) ?? '' })
    },
    'signature_invalid',
  ],
  [
    'with another scheme',
    () => {
      const headers = signed()
      return send({
        ...headers,
        'stripe-signature': headers['stripe-signature']?.replace('v1=', 'v0=') ?? '',
      })
    },
    'signature_invalid',
  ],
  [
    'with nonsense for a signature',
    () => send({ ...signed(), 'stripe-signature': 'nonsense' }),
    'signature_invalid',
  ],
  [
    'with the signature of a sign-in',
    () => {
      const claims = {
        nonce: nonce(),
        mode: 'test',
        stripe_roles: [{ id: 'admin' }],
        user_id: USER,
        account_id: desk.account.accountId,
      }
      return send({ ...signAppRequest(claims, desk.clock.seconds()).headers, 'desk-nonce': claims.nonce })
    },
    'signature_invalid',
  ],
]

test.each(REFUSED)('%s: refused, and nothing is done', async (_name, request, code) => {
  const answer = await request()
  expect([codeOf(answer), answer.statusCode]).toEqual([code, code === 'signature_needed' ? 403 : 401])
  expect(done).toEqual([])
})

test('a signature that is wrong or comes again is in the trail; one that is only missing is not', async () => {
  const headers = signed()
  for (const request of [headers, headers, signed({ user_id: 'usr_forged' }), {}]) await send(request)
  const denied = await runInScope({ workspaceId: desk.workspaceId }, () =>
    AuditEntryModel.find({ action: 'access.denied', 'target.id': `POST ${SIGNED}` })
      .lean()
      .exec(),
  )
  const codes = new Set(denied.map(({ after }) => after?.['code']))
  expect(codes).toEqual(new Set(['signature_invalid', 'signature_replayed']))
})

test('a refused signature spends no nonce', async () => {
  const one = nonce()
  expect(codeOf(await send(signed({ nonce: one }), SIGNED, `${BODY} `))).toBe('signature_invalid')
  expect(codeOf(await send(signed({ nonce: one })))).toBe('done')
})

test('other routes ask views for none; members give a fresh proof where one is asked, and never a signature', async () => {
  expect(codeOf(await send({}, PLAIN))).toBe('done')
  const { signIn } = await newPerson(desk)
  const { access_token } = await signIn()
  const as = (url: string) => send({}, url, BODY, access_token)
  expect([codeOf(await as(SIGNED)), codeOf(await as(STEP_UP))]).toEqual(['done', 'done'])
  desk.clock.advance(601)
  expect([codeOf(await as(SIGNED)), codeOf(await as(STEP_UP))]).toEqual(['done', 'step_up_needed'])
})

test('the API document says which', async () => {
  const { paths } = (await app.inject('/openapi.json')).json<{
    paths: Record<string, { post: { 'x-signed'?: boolean } }>
  }>()
  expect([SIGNED, STEP_UP, PLAIN].map((url) => paths[url]?.post['x-signed'])).toEqual([true, true, undefined])
})
