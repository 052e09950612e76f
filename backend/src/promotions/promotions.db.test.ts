import type Stripe from 'stripe'
import { startDesk, type Caller, type Desk } from '../../test/harness'
import { signWebhook } from '../../test/signing'
import { AppError } from '../errors'
import { AuditEntryModel } from '../audit/model'
import { runInScope } from '../database/scope'
import type { Promotion } from './schema'

let desk: Desk
let owner: Caller
/** Thrown once, in place of the answer to the named call. */
let breaks: { call: 'createCoupon' | 'createPromotionCode'; with: AppError } | null = null

beforeAll(async () => {
  desk = await startDesk({
    wrapStripe: (stripe) => {
      const breaking =
        <A extends unknown[], R>(
          call: NonNullable<typeof breaks>['call'],
          real: (...args: A) => Promise<R>,
        ) =>
        async (...args: A): Promise<R> => {
          const answer = await real(...args)
          if (breaks?.call !== call) return answer
          const error = breaks.with
          breaks = null
          throw error
        }
      return {
        ...stripe,
        createCoupon: breaking('createCoupon', stripe.createCoupon),
        createPromotionCode: breaking('createPromotionCode', stripe.createPromotionCode),
      }
    },
  })
  owner = await desk.as('owner')
})
afterAll(() => desk.close())

const codes = async (code: string): Promise<Stripe.PromotionCode[]> =>
  (await desk.standIn.stripe.promotionCodes.list({ code, expand: ['data.promotion.coupon'] })).data

const ownCoupons = async (promotion: string): Promise<Stripe.Coupon[]> => {
  const coupons: Stripe.Coupon[] = []
  for await (const coupon of desk.standIn.stripe.coupons.list({ limit: 100 })) coupons.push(coupon)
  return coupons.filter(({ metadata }) => metadata?.['revenue_desk_promotion'] === promotion)
}

const silence = () => new AppError('stripe_unavailable', 'No answer from Stripe')

test('becomes a coupon and a promotion code with its terms', async () => {
  const expires_at = desk.clock.seconds() + 86_400
  const made = await owner.post('/v1/promotions', {
    name: 'Spring offer',
    code: 'spring-20',
    percent_bp: 2050,
    duration: 'repeating',
    duration_in_months: 3,
    max_redemptions: 50,
    expires_at,
  })
  expect(made.statusCode).toBe(201)
  const promotion = made.json<Promotion>()
  expect(promotion).toMatchObject({ status: 'active', code: 'SPRING-20', times_redeemed: 0, expires_at })
  const [code] = await codes('SPRING-20')
  expect(code).toMatchObject({
    active: true,
    max_redemptions: 50,
    expires_at,
    id: promotion.stripe_promotion_code,
  })
  expect(code?.promotion.coupon).toMatchObject({
    percent_off: 20.5,
    duration: 'repeating',
    duration_in_months: 3,
    name: 'Spring offer',
  })
  const entries = await runInScope({ workspaceId: desk.workspaceId }, () =>
    AuditEntryModel.find({ 'target.id': promotion.id }).lean(),
  )
  expect(entries.map(({ action }) => action).sort()).toEqual(['promotion.activated', 'promotion.created'])
})

test('an amount off keeps its currency', async () => {
  await owner.post('/v1/promotions', {
    name: 'Ten',
    code: 'TEN',
    amount: 1000,
    currency: 'eur',
    duration: 'once',
  })
  expect((await codes('TEN'))[0]?.promotion.coupon).toMatchObject({
    amount_off: 1000,
    currency: 'eur',
    percent_off: null,
  })
})

test.each([
  ['neither percent nor amount', {}, 'percent_bp'],
  ['both percent and amount', { percent_bp: 100, amount: 100, currency: 'usd' }, 'percent_bp'],
  ['an amount without currency', { amount: 100 }, 'currency'],
  ['a currency without amount', { percent_bp: 100, currency: 'usd' }, 'currency'],
  ['repeating without months', { percent_bp: 100, duration: 'repeating' }, 'duration_in_months'],
  ['months without repeating', { percent_bp: 100, duration_in_months: 2 }, 'duration_in_months'],
  ['an end in the past', { percent_bp: 100, expires_at: 1_000_000_000 }, 'expires_at'],
  ['more than everything off', { percent_bp: 10_001 }, 'percent_bp'],
  ['a code with spaces', { percent_bp: 100, code: 'NO WAY' }, 'code'],
  ['a text for a number', { percent_bp: '100' }, 'percent_bp'],
  ['an unknown field', { percent_bp: 100, free: true }, 'free'],
])('refuses %s and names the field', async (_name, change, field) => {
  const answer = await owner.post('/v1/promotions', { name: 'Bad', code: 'BAD', duration: 'once', ...change })
  expect(answer.json()).toMatchObject({
    status: 400,
    code: 'invalid_request',
    errors: [{ pointer: `/body/${field}` }],
  })
  expect(await codes('BAD')).toEqual([])
})

test('a code in use by an active promotion is taken, in any case', async () => {
  const body = { name: 'Once', code: 'TAKEN', percent_bp: 500, duration: 'once' }
  await owner.post('/v1/promotions', body)
  const second = await owner.post('/v1/promotions', { ...body, code: 'taken' })
  expect(second.json()).toMatchObject({
    status: 409,
    code: 'promotion_code_taken',
    errors: [{ pointer: '/body/code' }],
  })
  expect(await codes('TAKEN')).toHaveLength(1)
})

test('what Stripe refuses is failed, with what it said', async () => {
  desk.clock.advance(1)
  const coupon = await desk.standIn.stripe.coupons.create({ percent_off: 5, duration: 'once' })
  await desk.standIn.stripe.promotionCodes.create({
    code: 'OUTSIDE',
    promotion: { type: 'coupon', coupon: coupon.id },
  })
  const answer = await owner.post('/v1/promotions', {
    name: 'Outside',
    code: 'OUTSIDE',
    percent_bp: 500,
    duration: 'once',
  })
  expect(answer.json()).toMatchObject({ status: 502, code: 'stripe_refused' })
  const { data } = (await owner.get('/v1/promotions?limit=1')).json<{ data: Promotion[] }>()
  expect(data[0]).toMatchObject({ code: 'OUTSIDE', status: 'failed' })
  expect(data[0]?.failure).toMatch(/OUTSIDE/)
})

test.each(['createCoupon', 'createPromotionCode'] as const)(
  'the answer of %s lost, the repeated request finishes with one coupon and one code',
  async (call) => {
    const body = { name: 'Lost', code: `LOST-${call.toUpperCase()}`, percent_bp: 500, duration: 'once' }
    breaks = { call, with: silence() }
    const first = await owner.post('/v1/promotions', body, { key: `lost-${call}` })
    expect(first.json()).toMatchObject({ status: 504, code: 'stripe_unavailable' })
    const second = await owner.post('/v1/promotions', body, { key: `lost-${call}` })
    expect(second.statusCode).toBe(201)
    const promotion = second.json<Promotion>()
    expect(promotion.status).toBe('active')
    expect(await codes(body.code)).toHaveLength(1)
    expect(await ownCoupons(promotion.id)).toHaveLength(1)
  },
)

test('a promotion left half made is finished by the job, with one coupon and one code', async () => {
  breaks = { call: 'createCoupon', with: silence() }
  await owner.post('/v1/promotions', { name: 'Half', code: 'HALF', percent_bp: 500, duration: 'once' })
  desk.clock.advance(120)
  expect(await desk.inAccount(() => desk.services.promotions.resume(60_000))).toBe(1)
  const [code] = await codes('HALF')
  const promotion = code?.metadata?.['revenue_desk_promotion'] ?? ''
  expect((await owner.get(`/v1/promotions/${promotion}`)).json()).toMatchObject({ status: 'active' })
  expect(await ownCoupons(promotion)).toHaveLength(1)
})

test('redemptions follow Stripe’s events', async () => {
  const { id } = (
    await owner.post('/v1/promotions', {
      name: 'Redeemed',
      code: 'REDEEMED',
      percent_bp: 500,
      duration: 'once',
    })
  ).json<Promotion>()
  const [code] = await codes('REDEEMED')
  const event = {
    id: 'evt_redeemed',
    object: 'event',
    type: 'promotion_code.updated',
    created: desk.clock.seconds() + 5,
    livemode: false,
    data: { object: { ...code, times_redeemed: 7 }, previous_attributes: { times_redeemed: 6 } },
  }
  desk.clock.advance(10)
  const { payload, headers } = signWebhook(event, desk.clock.seconds())
  expect(
    (await desk.app.inject({ method: 'POST', url: '/webhooks/stripe', payload, headers })).statusCode,
  ).toBe(200)
  desk.services.worker.start()
  const redeemed = async () => (await owner.get(`/v1/promotions/${id}`)).json<Promotion>().times_redeemed
  for (let tries = 0; (await redeemed()) !== 7 && tries < 200; tries++)
    await new Promise((resolve) => setTimeout(resolve, 20))
  expect(await redeemed()).toBe(7)
})

test('ended, its code stops working and it cannot end twice', async () => {
  const { id } = (
    await owner.post('/v1/promotions', { name: 'Ends', code: 'ENDS', percent_bp: 500, duration: 'once' })
  ).json<Promotion>()
  expect((await owner.post(`/v1/promotions/${id}/end`)).json()).toMatchObject({ status: 'ended' })
  expect((await codes('ENDS'))[0]?.active).toBe(false)
  expect((await owner.post(`/v1/promotions/${id}/end`)).json()).toMatchObject({
    status: 409,
    code: 'promotion_ended',
  })
  // and the code is free again
  expect(
    (await owner.post('/v1/promotions', { name: 'Again', code: 'ENDS', percent_bp: 500, duration: 'once' }))
      .statusCode,
  ).toBe(201)
})

test('a read-only member may look and not create; nothing reaches Stripe', async () => {
  const reader = await desk.as('read_only')
  expect((await reader.get('/v1/promotions')).statusCode).toBe(200)
  const refused = await reader.post('/v1/promotions', {
    name: 'No',
    code: 'NONONO',
    percent_bp: 500,
    duration: 'once',
  })
  expect(refused.json()).toMatchObject({ status: 403, code: 'permission_missing' })
  expect(await codes('NONONO')).toEqual([])
})

test('the list is read by cursor, newest first, in both directions, and expands who made it', async () => {
  const page = async (query: string) =>
    (await owner.get(`/v1/promotions?${query}`)).json<{ data: Promotion[]; has_more: boolean }>()
  const all = (await page('limit=100')).data
  const first = await page('limit=3')
  const second = await page(`limit=3&starting_after=${first.data[2]?.id}`)
  expect([...first.data, ...second.data].map(({ id }) => id)).toEqual(all.slice(0, 6).map(({ id }) => id))
  const back = await page(`limit=3&ending_before=${second.data[0]?.id}`)
  expect(back.data.map(({ id }) => id)).toEqual(first.data.map(({ id }) => id))
  expect(back.has_more).toBe(false)
  const expanded = await page('limit=1&expand[]=data.created_by')
  expect(expanded.data[0]?.created_by).toMatchObject({ object: 'member', role: 'owner' })
  expect((await owner.get('/v1/promotions?starting_after=promo_nope')).json()).toMatchObject({ status: 400 })
})
