import { AppError } from '../errors'
import { parseEcbCsv, ratesFrom } from './rates'

const CSV = `Date,USD,JPY,GBP,
2026-03-03,1.1000,160.50,N/A,
2026-03-02,1.0500,159.00,0.8500,
`

test('the file of the European Central Bank is read, days as they come, missing rates left out', () => {
  expect(parseEcbCsv(CSV)).toEqual([
    { day: '2026-03-03', perEuro: { usd: '1.1000', jpy: '160.50' } },
    { day: '2026-03-02', perEuro: { usd: '1.0500', jpy: '159.00', gbp: '0.8500' } },
  ])
})

test.each([
  ['a page in place of the file', '<html></html>'],
  ['another header', 'Day,USD\n2026-03-03,1.1'],
  ['a line without a date', 'Date,USD\nyesterday,1.1'],
  ['nothing', ''],
])('%s is refused', (_name, csv) => {
  expect(() => parseEcbCsv(csv)).toThrow(AppError)
})

test('rates are units of the reporting currency per unit, ascending', () => {
  const rates = ratesFrom(parseEcbCsv(CSV).reverse(), 'usd')
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
