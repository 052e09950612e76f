import { instant, item } from './testing'
import { day, invoice, line, month, monthly, now, story, versionsOf } from './testing-invoices'
import type { Discount } from './types'

test('trials, by their dates and by lines that bill nothing for a price', () => {
  const trial = line('2026-01-01', '2026-01-15', { amount: 0 })
  const paid = line('2026-01-15', '2026-02-15')
  const invoices = [invoice('2026-01-01', [trial]), invoice('2026-01-15', [paid])]
  const dated = now({ trial_start: instant('2026-01-01'), trial_end: instant('2026-01-15') })
  const billed = [invoice('2026-01-01', [{ ...trial, amount: 1000 }]), ...invoices.slice(1)]
  expect(story(dated, billed)).toEqual([['2026-01-15', 'new', 1000]])
  for (const one of [dated, now()]) {
    expect(versionsOf(one, invoices).map(({ state }) => state.status)).toEqual(['trialing', 'active'])
    expect(story(one, invoices)).toEqual([['2026-01-15', 'new', 1000]])
  }
  expect(story(now(), invoices.slice(0, 1))).toEqual([['2026-01-15', 'new', 1000]])
})

test('C6: nothing is dated before the subscription was created, or at and after the events', () => {
  const created = instant('2026-02-20')
  expect(story(now({ created }), monthly(1, 6))).toEqual([['2026-02-20', 'new', 1000]])
  const invoices = [...monthly(1, 3), ...monthly(4, 6, { unit: 2000 })]
  expect(versionsOf(now(), invoices, instant('2026-04-01')).map(({ at }) => day(at))).toEqual(['2026-01-01'])
  expect(versionsOf(now(), invoices, instant('2026-01-01'))).toEqual([])
})

test('an end asked for ahead is dated by canceled_at', () => {
  const request = instant('2026-03-10')
  const canceled = now({
    status: 'canceled',
    canceled_at: request,
    ended_at: instant('2026-04-01'),
    cancel_at_period_end: true,
  })
  expect(story(canceled, monthly(1, 3))[1]).toEqual(['2026-04-01', 'churn', -1000, 'voluntary'])
  expect(story(canceled, monthly(1, 3), { churnRecognition: 'at_request' })[1]).toEqual([
    '2026-03-10',
    'churn',
    -1000,
    'voluntary',
  ])
  const failed = { ...canceled, cancellation_details: { reason: 'payment_failed' } }
  expect(versionsOf(failed, monthly(1, 3)).map(({ at }) => day(at))).toEqual(['2026-01-01', '2026-04-01'])
  const alive = now({ canceled_at: request, cancel_at_period_end: true })
  expect(versionsOf(alive, monthly(1, 6)).map(({ state }) => state.cancel_at_period_end ?? false)).toEqual([
    false,
    true,
  ])
})

test('a discount on every line belongs to the subscription and is taken once', () => {
  const amount: Discount = { id: 'di_1', coupon: { amount_off: 300, currency: 'usd', duration: 'forever' } }
  const half: Discount = { id: 'di_2', coupon: { percent_off: 50, duration: 'forever' } }
  const both = (discounts: Discount[], others: Discount[]) => [
    invoice(month(1), [
      line(month(1), '2027-01-01', { discounts }),
      line(month(1), '2027-01-01', { item: 'si_2', discounts: others }),
    ]),
  ]
  expect(story(now(), both([amount], [amount]))).toEqual([['2026-01-01', 'new', 1700]])
  expect(story(now(), both([half], []))).toEqual([['2026-01-01', 'new', 1500]])
  const states = versionsOf(now(), both([half, amount], [amount])).map(({ state }) => state)
  expect(states[0]).toMatchObject({ discounts: [amount], items: [{ discounts: [half] }, {}] })
  const own = now({ items: [{ ...item(1000), id: 'si_1', discounts: [half] }] })
  const [first] = versionsOf(own, monthly(1, 1, { discounts: [half] }))
  expect(first?.state).toMatchObject({ items: [{ discounts: [half] }] })
  expect(first?.state.discounts).toBeUndefined()
})

test('metered lines tell nothing; tiers of one price are one item', () => {
  const metered = line('2025-12-01', month(1), { item: 'si_9' })
  metered.price.recurring.usage_type = 'metered'
  const tiers = [
    { up_to: 10, unit_amount: 100 },
    { up_to: null, unit_amount: 50 },
  ]
  const price = {
    id: 'price_t',
    billing_scheme: 'tiered',
    tiers_mode: 'graduated',
    tiers,
    recurring: { interval: 'month' },
  }
  const slices = [10, 4].map((quantity) => ({ ...line(month(1), month(2), { quantity }), price }))
  expect(story(now(), [invoice(month(1), [metered, ...slices])])).toEqual([['2026-01-01', 'new', 1200]])
})

test('inclusive tax comes from the last line', () => {
  const taxed = { ...line(month(1), month(2)), tax_inclusive: { tax: 160, net: 840 } }
  taxed.price.tax_behavior = 'inclusive'
  expect(story(now(), [invoice(month(1), [taxed])])).toEqual([['2026-01-01', 'new', 840]])
})

test('without any invoice the subscription stands in since its creation; one that never began does not', () => {
  expect(story(now(), [])).toEqual([['2026-01-01', 'new', 1000]])
  for (const status of ['incomplete', 'incomplete_expired']) {
    expect(versionsOf(now({ status }), monthly(1, 3))).toEqual([])
  }
  expect(versionsOf(now(), [invoice(month(1), [line(month(1), month(2))], 'void')])).toEqual([])
})
