import fc from 'fast-check'
import { rateOn, rational, type Rates } from '../metrics'
import { parseEcb } from './ecb'
import { ratesFrom } from './rates'

const CSV = `Date,USD,JPY,GBP,
2026-03-03,1.1000,160.50,N/A,
2026-03-02,1.0500,159.00,0.8500,
`
const ascending = () => parseEcb(CSV).reverse()

test('rates are units of the reporting currency per unit, ascending', () => {
  const rates = ratesFrom(ascending(), 'usd')
  expect(rates['eur']).toEqual([
    { day: '2026-03-02', rate: '1.05' },
    { day: '2026-03-03', rate: '1.1' },
  ])
  expect(rates['gbp']).toEqual([{ day: '2026-03-02', rate: '1.235294117647' }])
  expect(rates['usd']).toBeUndefined()
})

test('a day without the reporting currency gives no rate: 1 is never assumed', () => {
  expect(ratesFrom([{ day: '2026-03-03', perEuro: { usd: '1.1' } }], 'chf')).toEqual({})
})

test('into the euro, a rate is one over the euro’s', () => {
  expect(ratesFrom([{ day: '2026-03-03', perEuro: { usd: '1.25' } }], 'eur')).toEqual({
    usd: [{ day: '2026-03-03', rate: '0.8' }],
  })
})

test('what was entered counts for its day in place of what was published, and nothing else moves', () => {
  const published = ascending()
  const entered = { gbp: { rate: '1.30', into: 'usd' } }
  const days = published.map((day) => (day.day === '2026-03-02' ? { ...day, entered } : day))
  const { gbp, ...others } = ratesFrom(days, 'usd')
  expect(gbp).toEqual([{ day: '2026-03-02', rate: '1.3' }])
  const { gbp: _gbp, ...before } = ratesFrom(published, 'usd')
  expect(others).toEqual(before)
})

test('a rate that was entered for a day without published ones counts, and needs no euro', () => {
  const days = [{ day: '2026-03-01', perEuro: {}, entered: { gbp: { rate: '1.3', into: 'usd' } } }]
  expect(ratesFrom(days, 'usd')).toEqual({ gbp: [{ day: '2026-03-01', rate: '1.3' }] })
})

test('entered into another currency, it goes on by that one’s rate of the day, or its latest before', () => {
  const entered = { gbp: { rate: '1.3', into: 'usd' } }
  const [second, third] = ascending().map((day) => ({ ...day, entered }))
  const sunday = { day: '2026-03-08', perEuro: {}, entered }
  const { gbp } = ratesFrom([...(second && third ? [second, third] : []), sunday], 'eur')
  expect(gbp).toEqual([
    { day: '2026-03-02', rate: '1.238095238095' },
    { day: '2026-03-03', rate: '1.181818181818' },
    { day: '2026-03-08', rate: '1.181818181818' },
  ])
})

test('asked in the currency that it was entered for, it counts the other way round', () => {
  const days = [
    {
      day: '2026-03-01',
      perEuro: { usd: '1.1', gbp: '0.85' },
      entered: { gbp: { rate: '1.25', into: 'usd' } },
    },
  ]
  const rates = ratesFrom(days, 'gbp')
  expect(rates['usd']).toEqual([{ day: '2026-03-01', rate: '0.8' }])
  expect(rates['eur']).toEqual([{ day: '2026-03-01', rate: '0.85' }])
})

const CURRENCIES = ['usd', 'gbp', 'jpy', 'chf']
const rateText = fc
  .tuple(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 4 }))
  .map(([digits, places]) => String(digits / 10 ** places))
const days = fc
  .array(
    fc.record({
      perEuro: fc.dictionary(fc.constantFrom(...CURRENCIES), rateText),
      entered: fc.dictionary(
        fc.constantFrom('gbp', 'jpy', 'eur'),
        rateText.map((rate) => ({ rate, into: 'usd' })),
      ),
    }),
    { maxLength: 8 },
  )
  .map((all) => all.map((one, index) => ({ day: `2026-01-${String(index + 1).padStart(2, '0')}`, ...one })))

const on = (rates: Rates, currency: string, day: string) =>
  rates[currency]?.find((one) => one.day === day)?.rate

test('law: on each day a currency has what was entered, else what the published ones make, else nothing new', () => {
  fc.assert(
    fc.property(days, fc.constantFrom('gbp', 'jpy', 'eur'), (all, currency) => {
      const rates = ratesFrom(all, 'usd')
      const without = ratesFrom(
        all.map(({ day, perEuro }) => ({ day, perEuro })),
        'usd',
      )
      for (const { day, entered } of all) {
        const set = entered[currency]
        const expected = set ? rational.decimal(set.rate) : undefined
        const got = rateOn(rates, currency, day, 'usd')
        if (expected) expect(got && rational.compare(got, expected)).toBe(0)
        else expect(on(rates, currency, day)).toBe(on(without, currency, day))
      }
      const order = (rates[currency] ?? []).map(({ day }) => day)
      expect(order).toEqual([...new Set(order)].sort())
    }),
  )
})
