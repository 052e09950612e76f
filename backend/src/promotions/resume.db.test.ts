import { startDesk, type Caller, type Desk } from '../../test/harness'
import { AppError } from '../errors'
import { PromotionModel } from './model'
import type { Promotion } from './schema'

/** What Stripe answers in place of making a coupon of this name. */
const instead = new Map<string, AppError>()

let desk: Desk
let owner: Caller
beforeAll(async () => {
  desk = await startDesk({
    wrapStripe: (stripe) => ({
      ...stripe,
      async createCoupon(params, options) {
        const error = instead.get(params.name ?? '')
        if (error) throw error
        return stripe.createCoupon(params, options)
      },
    }),
  })
  owner = await desk.as('owner')
})
afterAll(() => desk.close())

const create = (name: string, key?: string) =>
  owner.post(
    '/v1/promotions',
    { name, code: name.toUpperCase(), percent_bp: 500, duration: 'once' },
    key === undefined ? {} : { key },
  )
const statusOf = async (name: string) =>
  (await desk.inAccount(() => PromotionModel.findOne({ name }).lean()))?.status
const resume = () => desk.inAccount(() => desk.services.promotions.resume(60_000))
const codesAtStripe = async (name: string) =>
  (await desk.standIn.stripe.promotionCodes.list({ code: name.toUpperCase() })).data.length

test('one that cannot be finished holds no other up, and is told', async () => {
  const silence = new AppError('stripe_unavailable', 'No answer from Stripe')
  const denied = new AppError('stripe_permission_missing', 'The key may not write coupons')
  for (const name of ['first', 'second', 'third']) {
    instead.set(name, silence)
    expect((await create(name)).statusCode).toBe(504)
    desk.clock.advance(1)
  }
  instead.clear()
  instead.set('first', denied)
  desk.clock.advance(120)
  await expect(resume()).rejects.toMatchObject({ code: 'stripe_permission_missing' })
  expect(await Promise.all(['first', 'second', 'third'].map(statusOf))).toEqual([
    'creating',
    'active',
    'active',
  ])
  instead.clear()
  expect(await resume()).toBe(1)
  expect(await resume()).toBe(0)
  expect(await Promise.all(['first', 'second', 'third'].map(codesAtStripe))).toEqual([1, 1, 1])
})

test('one that a request may still be making is left alone', async () => {
  instead.set('fresh', new AppError('stripe_unavailable', 'No answer from Stripe'))
  await create('fresh')
  instead.clear()
  desk.clock.advance(30)
  expect(await resume()).toBe(0)
  desk.clock.advance(60)
  expect(await resume()).toBe(1)
})

test('what Stripe refused is no failure of the job, and frees its code', async () => {
  instead.set('refused', new AppError('stripe_unavailable', 'No answer from Stripe'))
  await create('refused')
  instead.set('refused', new AppError('stripe_refused', 'Coupons are not for you'))
  desk.clock.advance(120)
  expect(await resume()).toBe(0)
  expect(await statusOf('refused')).toBe('failed')
  instead.clear()
  expect((await create('refused')).statusCode).toBe(201)
})

test('a refused request is refused again under its key, not called made', async () => {
  instead.set('never', new AppError('stripe_refused', 'Coupons are not for you'))
  const refusal = { status: 502, code: 'stripe_refused', detail: 'Coupons are not for you' }
  expect((await create('never', 'never')).json()).toMatchObject(refusal)
  instead.clear()
  expect((await create('never', 'never')).json()).toMatchObject(refusal)
  expect(await codesAtStripe('never')).toBe(0)
  expect((await create('never', 'another')).json<Promotion>().status).toBe('active')
})

test('two requests for one code at the same time: one is made', async () => {
  const answers = await Promise.all([create('race'), create('race'), create('race')])
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409])
  expect(await codesAtStripe('race')).toBe(1)
})
