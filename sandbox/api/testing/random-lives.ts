import fc from 'fast-check'
import qs from 'qs'
import { DAY } from '../engine/calendar'
import { isObject, parseJson, type Json, type JsonObject } from '../json'
import { createSandbox, type Sandbox } from '../sandbox'
import { TEST_NOW } from './start'

/** One thing that somebody does to an account. Numbers choose among what is there, so that every list of steps can run. */
export type Step =
  | { do: 'customer'; card: number; balance: number }
  | { do: 'card'; customer: number; card: number }
  | { do: 'coupon'; percent: number; amount: number; duration: number }
  | { do: 'subscribe'; customer: number; prices: number[]; quantity: number; trial: number; coupon: number }
  | { do: 'change'; subscription: number; price: number; quantity: number; proration: number }
  | { do: 'add'; subscription: number; price: number; quantity: number }
  | { do: 'discount'; subscription: number; coupon: number }
  | { do: 'cancel'; subscription: number; how: number }
  | { do: 'pause'; subscription: number; how: number }
  | { do: 'refund'; charge: number; share: number }
  | { do: 'delete'; customer: number }
  | { do: 'wait'; hours: number }

const any = fc.nat(1_000)

/** Random lives: what is done to an account, step by step. */
export const lives: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('customer' as const),
        card: any,
        balance: fc.integer({ min: -3_000, max: 2_000 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('card' as const), customer: any, card: any }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('coupon' as const),
        percent: fc.integer({ min: 0, max: 100 }),
        amount: fc.integer({ min: 1, max: 4_000 }),
        duration: any,
      }),
    },
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('subscribe' as const),
        customer: any,
        prices: fc.array(any, { minLength: 1, maxLength: 2 }),
        quantity: fc.integer({ min: 0, max: 30 }),
        trial: any,
        coupon: any,
      }),
    },
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('change' as const),
        subscription: any,
        price: any,
        quantity: fc.integer({ min: 0, max: 40 }),
        proration: any,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('add' as const),
        subscription: any,
        price: any,
        quantity: fc.integer({ min: 1, max: 5 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('discount' as const), subscription: any, coupon: any }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('cancel' as const), subscription: any, how: any }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('pause' as const), subscription: any, how: any }) },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('refund' as const),
        charge: any,
        share: fc.integer({ min: 1, max: 130 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), customer: any }) },
    {
      weight: 8,
      arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 900 }) }),
    },
  ),
  { minLength: 5, maxLength: 40, size: 'max' },
)

const CARDS = ['pm_card_visa', 'pm_card_visa', 'pm_card_mastercard', 'pm_card_chargeCustomerFail']
const DURATIONS = [
  { duration: 'once' },
  { duration: 'forever' },
  { duration: 'repeating', duration_in_months: 2 },
]
const PRORATIONS = ['create_prorations', 'always_invoice', 'none']
const PAUSES = ['', { behavior: 'void' }, { behavior: 'keep_as_draft' }, { behavior: 'mark_uncollectible' }]

/** An account that a random life is led in, over HTTP without a socket. */
export class Life {
  private constructor(
    readonly sandbox: Sandbox,
    /** Every event from the beginning, also those that nobody could list any more. */
    readonly events: JsonObject[],
    private readonly prices: string[],
  ) {}

  /** An account with a few prices and nobody in it. */
  static async begin(): Promise<Life> {
    const errors: unknown[] = []
    const sandbox = createSandbox({
      size: 'empty',
      seed: 'life',
      clock: () => TEST_NOW * 1000,
      reportError: (error) => errors.push(error),
    })
    const events: JsonObject[] = []
    const { main } = sandbox.engine
    const deliver = main.onEvent
    main.onEvent = (event) => {
      events.push({ type: event.type, data: parseJson(event.data) })
      deliver?.(event)
    }
    const life = new Life(sandbox, events, [])
    const product = await life.post('/v1/products', { name: 'Desk' })
    const add = async (form: object) => {
      const price = await life.post('/v1/prices', { product: idOf(product), currency: 'usd', ...form })
      life.prices.push(idOf(price))
    }
    await add({ unit_amount: 1_000, recurring: { interval: 'month' } })
    await add({ unit_amount: 3_333, recurring: { interval: 'month' } })
    await add({ unit_amount: 9_999, recurring: { interval: 'year' } })
    await add({ unit_amount: 250, recurring: { interval: 'week' } })
    await add({
      billing_scheme: 'tiered',
      tiers_mode: 'graduated',
      tiers: [
        { up_to: 5, unit_amount: 700 },
        { up_to: 'inf', unit_amount: 400, flat_amount: 100 },
      ],
      recurring: { interval: 'month' },
    })
    await add({
      unit_amount: 500,
      recurring: { interval: 'month' },
      transform_quantity: { divide_by: 3, round: 'up' },
    })
    return life
  }

  /** Does one step. What the API refuses is refused; what it cannot do for a fault of its own is an error. */
  async take(step: Step): Promise<void> {
    switch (step.do) {
      case 'customer': {
        const card = choose(CARDS, step.card)
        await this.post('/v1/customers', {
          payment_method: card,
          invoice_settings: { default_payment_method: card },
          ...(step.balance % 3 === 0 ? { balance: step.balance } : {}),
        })
        return
      }
      case 'card': {
        const customer = await this.one('/v1/customers', step.customer)
        const card = choose(CARDS, step.card)
        const method = await this.post(`/v1/payment_methods/${card}/attach`, { customer })
        await this.post(`/v1/customers/${customer}`, {
          invoice_settings: { default_payment_method: idOf(method) },
        })
        return
      }
      case 'coupon': {
        const gift =
          step.percent > 0 ? { percent_off: step.percent } : { amount_off: step.amount, currency: 'usd' }
        await this.post('/v1/coupons', { ...gift, ...choose(DURATIONS, step.duration) })
        return
      }
      case 'subscribe': {
        const coupon = step.coupon % 3 === 0 ? await this.one('/v1/coupons', step.coupon) : ''
        await this.post('/v1/subscriptions', {
          customer: await this.one('/v1/customers', step.customer),
          items: [...new Set(step.prices.map((one) => choose(this.prices, one)))].map((price) => ({
            price,
            quantity: step.quantity,
          })),
          ...(step.trial % 4 === 0 ? { trial_period_days: 1 + (step.trial % 20) } : {}),
          ...(coupon ? { discounts: [{ coupon }] } : {}),
        })
        return
      }
      case 'change': {
        const subscription = await this.one('/v1/subscriptions', step.subscription)
        const items = await this.page(`/v1/subscription_items?subscription=${subscription}`)
        await this.post(`/v1/subscriptions/${subscription}`, {
          items: [
            { id: idOf(items[0] ?? null), price: choose(this.prices, step.price), quantity: step.quantity },
          ],
          proration_behavior: choose(PRORATIONS, step.proration),
        })
        return
      }
      case 'add': {
        const subscription = await this.one('/v1/subscriptions', step.subscription)
        await this.post(`/v1/subscriptions/${subscription}`, {
          items: [{ price: choose(this.prices, step.price), quantity: step.quantity }],
        })
        return
      }
      case 'discount': {
        const coupon = await this.one('/v1/coupons', step.coupon)
        const subscription = await this.one('/v1/subscriptions', step.subscription)
        await this.post(`/v1/subscriptions/${subscription}`, { discounts: coupon ? [{ coupon }] : '' })
        return
      }
      case 'cancel': {
        const path = `/v1/subscriptions/${await this.one('/v1/subscriptions', step.subscription)}`
        if (step.how % 3 === 0) await this.request('DELETE', path, { prorate: true, invoice_now: true })
        else await this.post(path, { cancel_at_period_end: step.how % 3 === 1 })
        return
      }
      case 'pause': {
        const path = `/v1/subscriptions/${await this.one('/v1/subscriptions', step.subscription)}`
        await this.post(path, { pause_collection: choose(PAUSES, step.how) })
        return
      }
      case 'refund': {
        const charges = await this.page('/v1/charges?limit=100')
        const charge = charges[step.charge % Math.max(charges.length, 1)]
        const amount = isObject(charge) ? Math.ceil((Number(charge['amount']) * step.share) / 100) : 1
        await this.post('/v1/refunds', { charge: idOf(charge ?? null), amount })
        return
      }
      case 'delete':
        await this.request('DELETE', `/v1/customers/${await this.one('/v1/customers', step.customer)}`)
        return
      case 'wait':
        await this.sandbox.app.inject({
          method: 'POST',
          url: '/_sandbox/advance',
          payload: JSON.stringify({ seconds: step.hours * (DAY / 24) }),
        })
    }
  }

  /** One object. */
  async read(path: string): Promise<JsonObject> {
    const object = await this.request('GET', path)
    return isObject(object) ? object : {}
  }

  /** A page of a list. */
  async page(path: string): Promise<Json[]> {
    const list = await this.request('GET', path)
    return isObject(list) && Array.isArray(list['data']) ? list['data'] : []
  }

  /** All objects of a list, by pages of a size, forwards from the newest or backwards from the oldest. */
  async all(path: string, limit = 100, from?: string): Promise<JsonObject[]> {
    const found: JsonObject[] = []
    const direction = from === undefined ? 'starting_after' : 'ending_before'
    for (let cursor = from; ;) {
      const query = qs.stringify({ limit, ...(cursor === undefined ? {} : { [direction]: cursor }) })
      const list = await this.request('GET', `${path}${path.includes('?') ? '&' : '?'}${query}`)
      const data = isObject(list) && Array.isArray(list['data']) ? list['data'].filter(isObject) : []
      if (direction === 'starting_after') found.push(...data)
      else found.unshift(...data)
      const next = direction === 'starting_after' ? data.at(-1) : data[0]
      if (!isObject(list) || list['has_more'] !== true || !next) return found
      cursor = idOf(next)
    }
  }

  async close(): Promise<void> {
    await this.sandbox.close()
  }

  private async one(list: string, chosen: number): Promise<string> {
    const data = await this.page(`${list}?limit=100`)
    return idOf(data[chosen % Math.max(data.length, 1)] ?? null)
  }

  private post(path: string, form: object): Promise<Json> {
    return this.request('POST', path, form)
  }

  private async request(method: 'GET' | 'POST' | 'DELETE', url: string, form?: object): Promise<Json> {
    const answer = await this.sandbox.app.inject({
      method,
      url,
      headers: {
        authorization: `Bearer ${this.sandbox.secretKey}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      ...(form === undefined ? {} : { payload: qs.stringify(form) }),
    })
    if (answer.statusCode >= 500)
      throw new Error(`${method} ${url} answered ${answer.statusCode}: ${answer.body}`)
    return parseJson(answer.body)
  }
}

function choose<T>(things: readonly T[], chosen: number): T {
  const thing = things[chosen % things.length]
  if (thing === undefined) throw new Error('There is nothing to choose from')
  return thing
}

/** The id of an object, or one that no object has. */
export function idOf(object: Json): string {
  return isObject(object) && typeof object['id'] === 'string' ? object['id'] : 'none'
}
