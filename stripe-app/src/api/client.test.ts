import { fakeBackend, refuse, type Asked } from '../testing/backend'
import { createApis } from './client'

const CALLER = { userId: 'usr_1', accountId: 'acct_1', mode: 'test' as const, roles: [] }
const ENDED = { id: 'promo_1', object: 'promotion' }

/** A client over a backend in memory, and what Stripe was asked to sign. */
function setUp(
  answers: Record<string, unknown>,
  backendUrl = 'https://desk.test',
  sign = async () => 't=1,v1=abc',
) {
  const backend = fakeBackend(answers)
  const signed: Record<string, unknown>[] = []
  const fetchStripeSignature = (extra: Record<string, unknown>) => {
    signed.push(extra)
    return sign()
  }
  Object.assign(globalThis, {
    fetch: backend.fetch,
    __StripeExtExports: {
      endpoint: { call: { supportsFetchAppEmbeddedKey: async () => false, fetchStripeSignature } },
    },
  })
  return { backend, signed, api: createApis({ ...CALLER, backendUrl })(null) }
}
const guarded = ({ headers }: Asked) =>
  headers.has('stripe-signature') ? ENDED : refuse(403, 'signature_needed', 'Sign it.')
const create = { name: 'Spring', code: 'SPRING', percent_bp: 1000, duration: 'once' } as const

test('a request that the backend wants signed is sent again with Stripe’s signature over exactly what is sent', async () => {
  const { backend, signed, api } = setUp({ 'POST /v1/promotions': guarded })
  const { data } = await api.POST('/v1/promotions', {
    params: { query: { account: 'acct_1' } },
    body: create,
    headers: { 'Idempotency-Key': 'key-1' },
  })
  expect(data).toEqual(ENDED)
  const [, first, second] = backend.asked
  expect([first?.headers.get('stripe-signature'), second?.headers.get('stripe-signature')]).toEqual([
    null,
    't=1,v1=abc',
  ])
  const [, asked] = signed
  expect(Object.keys(asked ?? {})).toEqual(['nonce', 'mode', 'action', 'parameters'])
  expect(asked).toMatchObject({ action: 'POST /v1/promotions?account=acct_1', parameters: second?.body })
  expect(JSON.parse(second?.body ?? '')).toEqual(create)
  expect(second?.headers.get('desk-nonce')).toBe(asked?.['nonce'])
  expect(String(asked?.['nonce'])).toMatch(/^[0-9a-f]{32}$/)
  expect(second?.headers.get('idempotency-key')).toBe('key-1')
  expect(second?.headers.get('authorization')).toBe('Bearer token-1')
})

test('one without a body is signed with no parameters, under whatever path the backend lies', async () => {
  const { signed, api } = setUp(
    {
      'POST /desk/v1/auth/stripe-app': { access_token: 't', expires_in: 600 },
      'POST /desk/v1/promotions/promo_1/end': guarded,
    },
    'https://host.test:443/desk',
  )
  await api.POST('/v1/promotions/{id}/end', { params: { path: { id: 'promo_1' } } })
  expect(signed[1]).toMatchObject({ action: 'POST /v1/promotions/promo_1/end', parameters: '' })
})

test('a token that was refused is renewed before the request is signed', async () => {
  let asked = 0
  const { signed, api } = setUp({
    'POST /v1/promotions': (one: Asked) =>
      (asked += 1) === 1 ? refuse(401, 'not_signed_in', 'Expired.') : guarded(one),
  })
  await api.POST('/v1/promotions', { body: create })
  expect([asked, signed.length]).toEqual([3, 3])
})

test('other refusals, and one of the signature, are told and not tried again', async () => {
  for (const [status, code] of [
    [403, 'permission_missing'],
    [401, 'signature_invalid'],
  ] as const) {
    const { backend, api } = setUp({
      'POST /v1/promotions': ({ headers }: Asked) =>
        code === 'permission_missing' || headers.has('stripe-signature')
          ? refuse(status, code, 'No.')
          : refuse(403, 'signature_needed', 'Sign it.'),
    })
    await expect(api.POST('/v1/promotions', { body: create })).rejects.toMatchObject({ code })
    expect(backend.asked).toHaveLength(code === 'permission_missing' ? 2 : 3)
  }
})

test('when Stripe signs nothing, the view is told so', async () => {
  let given = 0
  const { api } = setUp({ 'POST /v1/promotions': guarded }, undefined, () =>
    (given += 1) === 1 ? Promise.resolve('t=1,v1=abc') : Promise.reject(new Error('The user said no')),
  )
  await expect(api.POST('/v1/promotions', { body: create })).rejects.toMatchObject({
    phase: 'signing',
    code: 'signature_refused',
  })
})
