import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { createEngine, type Engine } from './engine/engine'
import { advanceAccount } from './engine/timeline'
import { DAY } from './engine/calendar'
import { isObject, parseJson, sameJson, type Json, type JsonObject } from './json'
import { objectById } from './render/by-id'
import { renderBalance } from './render/ledger'
import { SIZES } from './sample/sizes'
import { digest } from './testing/digest'
import { undo } from './testing/laws'
import { TEST_NOW } from './testing/start'

const SEEDS = ['one', 'two', 'three']

/** A seeded account that has lived on for a while after its history. */
function lived(seed: string, days: number): Engine {
  const engine = createEngine({ seed, now: TEST_NOW, size: SIZES.small })
  engine.advance(engine.main, TEST_NOW + days * DAY)
  return engine
}

describe.each(SEEDS)('money, seed %s', (seed) => {
  const { main } = lived(seed, 40)
  const { store } = main

  test('the balance is the sum of what the ledger wrote', () => {
    const sum = [...store.balanceTransactions.all()].reduce((total, one) => total + one.net, 0)
    const balance = renderBalance(main)
    const amounts = [balance['available'], balance['pending']].map((list) => {
      const first = Array.isArray(list) ? list[0] : undefined
      return isObject(first) ? Number(first['amount']) : NaN
    })
    expect((amounts[0] ?? NaN) + (amounts[1] ?? NaN)).toBe(sum)
    for (const one of store.balanceTransactions.all()) expect(one.net).toBe(one.amount - one.fee)
  })

  test('each charge that succeeded has one balance transaction, a failed one has none', () => {
    for (const charge of store.charges.all()) {
      const entries = store.balanceTransactions.withKey('source', charge.id)
      expect(entries.length).toBe(charge.status === 'succeeded' ? 1 : 0)
      expect(charge.balance_transaction).toBe(entries[0]?.id ?? null)
    }
  })

  test('refunds never exceed their charge', () => {
    for (const charge of store.charges.all()) {
      const refunded = store.refunds.withKey('charge', charge.id).reduce((sum, one) => sum + one.amount, 0)
      expect(refunded).toBe(charge.amount_refunded)
      expect(refunded).toBeLessThanOrEqual(charge.amount)
    }
  })

  test("an invoice's total is that of its lines, and what is paid came through its payment", () => {
    for (const invoice of store.invoices.all()) {
      const lines = invoice.lines.reduce((sum, one) => sum + one.amount, 0)
      const off = invoice.lines
        .flatMap((one) => one.discount_amounts)
        .reduce((sum, one) => sum + one.amount, 0)
      expect(invoice.subtotal).toBe(lines)
      expect(invoice.total).toBe(lines - off)
      expect(off).toBe(invoice.total_discounts.reduce((sum, one) => sum + one.amount, 0))
      if (invoice.status !== 'paid' || invoice.amount_due === 0) continue
      const intent = store.paymentIntents.get(invoice.payment_intent ?? '')
      expect(intent?.status).toBe('succeeded')
      expect(intent?.amount_received).toBe(invoice.amount_paid)
    }
  })

  test("a customer's credit is what the invoices left", () => {
    for (const customer of store.customers.all()) {
      const last = store.invoices
        .withKey('customer', customer.id)
        .filter((one) => one.finalized_at !== null)
        .sort((one, other) => (one.finalized_at ?? 0) - (other.finalized_at ?? 0))
        .at(-1)
      if (last) expect(customer.balance).toBe(last.ending_balance)
    }
  })

  test("a customer's balance is the sum of its balance transactions, each of which says where it led", () => {
    for (const customer of store.customers.all()) {
      let balance = 0
      for (const one of store.customerBalanceTransactions.withKey('customer', customer.id)) {
        balance += one.amount
        expect(one.ending_balance).toBe(balance)
      }
      expect(customer.balance).toBe(balance)
    }
  })

  test('a payout is the sum of the transactions that it holds', () => {
    for (const payout of store.payouts.all()) {
      const held = store.balanceTransactions.withKey('payout', payout.id)
      expect(held.reduce((sum, one) => sum + one.net, 0)).toBe(0)
      expect(held.filter((one) => one.type !== 'payout').reduce((sum, one) => sum + one.net, 0)).toBe(
        payout.amount,
      )
    }
  })

  test('the periods of regular lines of an item touch', () => {
    for (const subscription of store.subscriptions.all()) {
      const ends = new Map<string, number>()
      for (const invoice of store.invoices.withKey('subscription', subscription.id)) {
        if (invoice.billing_reason === 'subscription_update') ends.clear()
        for (const line of invoice.lines) {
          const item = subscription.items.find((one) => one.id === line.subscription_item)
          const metered = store.prices.get(line.price ?? '')?.recurring?.usage_type === 'metered'
          if (line.proration || !item || metered) continue
          const end = ends.get(item.id)
          if (end !== undefined && line.period_end !== end) expect(line.period_start).toBe(end)
          ends.set(item.id, line.period_end)
        }
      }
    }
  })
})

describe('events', () => {
  test.each(SEEDS)('replayed over each other they give the objects as they are, seed %s', (seed) => {
    const { main } = lived(seed, 25)
    const known = new Map<string, JsonObject>()
    for (const event of main.store.events.all()) {
      const data = parseJson(event.data)
      if (!isObject(data) || !isObject(data['object'])) throw new Error('An event without an object')
      const { object, previous_attributes: previous } = data
      const id = String(object['id'])
      const before = known.get(id)
      if (isObject(previous) && before) expect(undo(object, previous)).toEqual(before)
      known.set(id, object)
    }
    expect(known.size).toBeGreaterThan(100)
    for (const [id, object] of known) {
      // A discount lives on in the event of its end; a coupon may be nested in time; invoice items have no event of change.
      if (id.startsWith('di_') || id.startsWith('ii_')) continue
      const now = objectById(main, id)
      if (now && !sameJson(now, object)) expect(timeless(object)).toEqual(timeless(now))
    }
  })

  test('none is older than thirty days before the history ended', () => {
    const { main } = lived('one', 0)
    for (const event of main.store.events.all())
      expect(event.created).toBeGreaterThanOrEqual(TEST_NOW - 30 * DAY)
  })
})

/** An object without what changes by the mere passing of time. */
function timeless(value: Json): Json {
  if (Array.isArray(value)) return value.map(timeless)
  if (!isObject(value)) return value
  const kept: JsonObject = {}
  for (const [key, one] of Object.entries(value)) {
    const passes = value['object'] === 'balance_transaction' ? key === 'status' : key === 'past_due'
    if (!passes) kept[key] = timeless(one)
  }
  return kept
}

describe('the same seed and instant', () => {
  const options = { seed: 'same', now: TEST_NOW, size: SIZES.small }

  test('give the same bytes, however the time passes', () => {
    const one = createEngine(options)
    const other = createEngine(options)
    advanceAccount(one.main, TEST_NOW + 20 * DAY)
    for (let day = 0; day <= 20; day += 1) advanceAccount(other.main, TEST_NOW + day * DAY)
    expect(digest(one)).toBe(digest(other))
    expect(digest(createEngine({ ...options, seed: 'other' }))).not.toBe(digest(createEngine(options)))
  })

  test('give the same bytes in another process and time zone', () => {
    const program = join(__dirname, 'testing', 'print-digest.ts')
    const printed = execFileSync(
      process.execPath,
      ['--import', 'tsx', program, options.seed, String(options.now)],
      {
        env: { ...process.env, TZ: 'Asia/Tokyo' },
        encoding: 'utf8',
      },
    )
    expect(printed.trim()).toBe(digest(createEngine(options)))
  })
})

test('an empty business has an account, and no object and no event in it', () => {
  const { main, sample } = createEngine({ seed: 'one', now: TEST_NOW, size: SIZES.empty })
  expect(Object.entries(main.store).filter(([, { size }]) => size > 0)).toEqual([])
  expect(sample.truth.jsonLines()).toBe('')
})
