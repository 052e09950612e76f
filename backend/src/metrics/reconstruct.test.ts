import type { InvoiceForHistory, SubscriptionForHistory } from './reconstruct'
import { instant, item } from './testing'
import type { Discount } from './types'
import { invoice, line, month, monthly, now, story, versionsOf } from './testing-invoices'

test('renewals without a change are one version, told by the first invoice', () => {
  const versions = versionsOf(now(), monthly(1, 6))
  expect(versions).toHaveLength(1)
  expect(versions[0]).toMatchObject({
    at: instant('2026-01-01'),
    source: 'invoice_line',
    causes: ['in_2026-01-01', 'sub_1'],
    state: {
      id: 'sub_1',
      status: 'active',
      items: [{ id: 'si_1', quantity: 1, price: { id: 'price_1000' } }],
    },
  })
})

test('a renewal at another price or quantity dates the change, whatever the order of the invoices', () => {
  const invoices = [
    ...monthly(5, 6, { unit: 1500, quantity: 2 }),
    ...monthly(3, 4, { unit: 1500 }),
    ...monthly(1, 2),
  ]
  expect(story(now(), invoices)).toEqual([
    ['2026-01-01', 'new', 1000],
    ['2026-03-01', 'expansion', 500],
    ['2026-05-01', 'expansion', 1500],
  ])
})

test('debit prorations date a change within the period; a free price is one too', () => {
  const change = (unit: number, amount: number) => [
    line('2026-02-10', '2026-03-01', { amount: -600, proration: true }),
    line('2026-02-10', '2026-03-01', { unit, amount, proration: true }),
  ]
  const upgraded = [
    ...monthly(1, 2),
    invoice('2026-03-01', [line(month(3), month(4), { unit: 3000 }), ...change(3000, 1900)]),
  ]
  expect(story(now(), upgraded)).toEqual([
    ['2026-01-01', 'new', 1000],
    ['2026-02-10', 'expansion', 2000],
  ])
  expect(versionsOf(now(), upgraded)[1]?.causes).toEqual(['in_2026-03-01', 'sub_1'])
  const freed = [
    ...monthly(1, 2),
    invoice('2026-03-01', [line(month(3), month(4), { unit: 0 }), ...change(0, 0)]),
  ]
  expect(story(now(), freed)[1]).toEqual(['2026-02-10', 'churn', -1000, 'voluntary'])
})

describe('a change in mid-period, whose lines are net of discounts and name none', () => {
  const half = {
    id: 'di_1',
    coupon: { id: 'half', percent_off: 50, duration: 'forever' },
    start: 0,
    end: null,
  }
  const changed = (discounts: Discount[], after: Discount[] = discounts) => [
    ...monthly(1, 2, { discounts }),
    invoice('2026-03-01', [
      line('2026-02-10', '2026-03-01', { amount: -300, proration: true }),
      line('2026-02-10', '2026-03-01', { unit: 3000, amount: 950, proration: true }),
      line(month(3), month(4), { unit: 3000, discounts: after }),
    ]),
  ]

  test('keeps those of the item', () => {
    expect(story(now(), changed([half]))).toEqual([
      ['2026-01-01', 'new', 500],
      ['2026-02-10', 'expansion', 1000],
    ])
  })

  test('but not those that have ended', () => {
    const over = { ...half, end: instant('2026-02-05') }
    expect(story(now(), changed([over], []))).toEqual([
      ['2026-01-01', 'new', 500],
      ['2026-02-05', 'expansion', 500],
      ['2026-02-10', 'expansion', 2000],
    ])
  })

  test('gives a new item what all others have, and nothing else', () => {
    const own = { ...half, id: 'di_2' }
    const added = (...both: Discount[][]) => [
      invoice(month(1), [
        line(month(1), month(2), { discounts: both[0] ?? [] }),
        line(month(1), month(2), { item: 'si_2', unit: 400, discounts: both[1] ?? [] }),
      ]),
      invoice(month(2), [
        line('2026-01-10', month(2), { item: 'si_3', unit: 2000, amount: 700, proration: true }),
        ...['si_1', 'si_2', 'si_3'].map((id, index) =>
          line(month(2), month(3), {
            item: id,
            unit: [1000, 400, 2000][index] ?? 0,
            discounts: both[index] ?? [],
          }),
        ),
      ]),
    ]
    expect(story(now(), added([half], [half], [half]))[1]).toEqual(['2026-01-10', 'expansion', 1000])
    expect(story(now(), added([own], [], []))[1]).toEqual(['2026-01-10', 'expansion', 2000])
  })
})

describe('an unpaid subscription', () => {
  const [january, february, march] = monthly(1, 3)
  const tried = (day: string) => ({ status: 'open' as const, last_failure: instant(day) })
  const unpaid = now({ status: 'unpaid' })

  test('counts up to the last try of the first invoice that nobody paid', () => {
    if (!january || !february || !march) throw new Error('three months')
    const invoices = [january, { ...february, ...tried('2026-02-20') }, { ...march, ...tried('2026-03-20') }]
    const left = ['2026-02-20', 'churn', -1000, 'involuntary']
    expect(story(unpaid, invoices)).toEqual([['2026-01-01', 'new', 1000], left])
    expect(story(unpaid, [{ ...january, ...tried('2026-01-20') }, ...invoices.slice(1)])[1]?.[0]).toBe(
      '2026-01-20',
    )
    expect(story(now(), invoices)).toEqual([['2026-01-01', 'new', 1000]])
    // paid in between: what had failed before does not count
    expect(
      story(unpaid, [
        { ...january, ...tried('2026-01-20') },
        february,
        { ...march, ...tried('2026-03-20') },
      ])[1]?.[0],
    ).toBe('2026-03-20')
  })

  test('counts up to the end of the period where no try is known', () => {
    if (!january || !february) throw new Error('two months')
    expect(story(unpaid, [january, { ...february, status: 'open' }])[1]?.[0]).toBe('2026-03-01')
  })
})

test('a credit alone takes the item out', () => {
  const seat = { item: 'si_2', unit: 400 }
  const two = (number: number) =>
    invoice(month(number), [
      line(month(number), month(number + 1)),
      line(month(number), month(number + 1), seat),
    ])
  const credit = line('2026-02-15', '2026-03-01', { ...seat, amount: -200, proration: true })
  const invoices = [two(1), two(2), invoice(month(3), [line(month(3), month(4)), credit])]
  expect(story(now(), invoices)).toEqual([
    ['2026-01-01', 'new', 1400],
    ['2026-02-15', 'contraction', -400],
  ])
  expect(versionsOf(now(), invoices)[1]?.causes).toContain('in_2026-03-01')
})

test('a new interval in mid-year ends the old one for good', () => {
  const yearly = line('2026-01-01', '2027-01-01', { unit: 12_000, interval: 'year' })
  const back = line('2026-03-10', '2027-01-01', {
    unit: 12_000,
    interval: 'year',
    amount: -9700,
    proration: true,
  })
  const invoices = [
    invoice('2026-01-01', [yearly]),
    invoice('2026-03-10', [line('2026-03-10', '2026-04-10', { unit: 2000 }), back]),
  ]
  expect(story(now(), invoices)).toEqual([
    ['2026-01-01', 'new', 1000],
    ['2026-03-10', 'expansion', 1000],
  ])
  const ended = now({ status: 'canceled', ended_at: instant('2026-04-10') })
  expect(story(ended, invoices)[2]).toEqual(['2026-04-10', 'churn', -2000, 'voluntary'])
})

test.each([
  ['nothing', [], 'paused'],
  ['void invoices', [invoice(month(3), [line(month(3), month(5))], 'void')], 'paused'],
  ['drafts', [invoice(month(3), [line(month(3), month(5))], 'draft')], 'involuntary'],
] as const)('a gap with %s is worth 0', (_what, uncounted, reason) => {
  expect(story(now(), [...monthly(1, 2), ...uncounted, ...monthly(5, 6)])).toEqual([
    ['2026-01-01', 'new', 1000],
    ['2026-03-01', 'churn', -1000, reason],
    ['2026-05-01', 'reactivation', 1000],
  ])
})

test('open and uncollectible invoices count', () => {
  const [january, february] = [monthly(1, 1), monthly(2, 2)].flat()
  if (!january || !february) throw new Error('no invoices')
  const counted = [
    { ...january, status: 'uncollectible' as const },
    { ...february, status: 'open' as const },
  ]
  expect(story(now(), counted)).toEqual([['2026-01-01', 'new', 1000]])
})

test('after the last line the items go on while the subscription lives', () => {
  expect(story(now(), monthly(1, 3))).toHaveLength(1)
  const canceled = { status: 'canceled', ended_at: instant('2026-04-15') }
  const failed = now({ ...canceled, cancellation_details: { reason: 'payment_failed' } })
  expect(story(failed, monthly(1, 3))[1]).toEqual(['2026-04-15', 'churn', -1000, 'involuntary'])
  expect(versionsOf(failed, monthly(1, 3)).at(-1)).toMatchObject({
    causes: ['sub_1'],
    state: { status: 'canceled', ended_at: instant('2026-04-15') },
  })
  expect(story(now({ ...canceled, ended_at: instant('2026-02-20') }), monthly(1, 6))[1]?.[0]).toBe(
    '2026-02-20',
  )
})

test.each<[string, Partial<SubscriptionForHistory>, string, InvoiceForHistory['status'][]]>([
  ['unpaid', { status: 'unpaid' }, 'involuntary', ['draft']],
  ['paused', { status: 'paused' }, 'paused', []],
  ['collection given up', { pause_collection: { behavior: 'void' } }, 'paused', ['void']],
  ['collection given up just now', { pause_collection: { behavior: 'mark_uncollectible' } }, 'paused', []],
  [
    'canceled after drafts',
    { status: 'canceled', ended_at: instant('2026-05-10') },
    'involuntary',
    ['draft'],
  ],
  [
    'canceled after void invoices',
    { status: 'canceled', ended_at: instant('2026-05-10') },
    'paused',
    ['void'],
  ],
])('%s after the last line: worth 0 from its end on', (_name, changes, reason, statuses) => {
  const uncounted = statuses.map((status) => invoice(month(4), [line(month(4), month(6))], status))
  expect(story(now(changes), [...monthly(1, 3), ...uncounted]).slice(1)).toEqual([
    ['2026-04-01', 'churn', -1000, reason],
  ])
})

test('items that the subscription no longer has end with their last line', () => {
  const two = (number: number) =>
    invoice(month(number), [
      line(month(number), month(number + 1)),
      line(month(number), month(number + 1), { item: 'si_2', unit: 400 }),
    ])
  expect(story(now(), [two(1), two(2)])).toEqual([
    ['2026-01-01', 'new', 1400],
    ['2026-03-01', 'contraction', -400],
  ])
  expect(story(now({ items: [item(1000)] }), [two(1), two(2)])).toHaveLength(1)
})

test('of two invoices for one period the later one counts', () => {
  const again = { ...invoice('2026-02-03', [line(month(2), month(3), { unit: 1200 })]), id: 'in_again' }
  expect(story(now(), [again, ...monthly(1, 2)])[1]).toEqual(['2026-02-01', 'expansion', 200])
})

test('the draft of the next renewal ends nothing', () => {
  const draft = invoice(month(6), [line(month(6), '2026-07-01')], 'draft')
  expect(story(now(), [...monthly(1, 5), draft])).toHaveLength(1)
})
