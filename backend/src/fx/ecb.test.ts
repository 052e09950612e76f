import { AppError } from '../errors'
import { parseEcb } from './ecb'

const CSV = `Date,USD,JPY,GBP,
2026-03-03,1.1000,160.50,N/A,
2026-03-02,1.0500,159.00,0.8500,
`
const DAYS = [
  { day: '2026-03-03', perEuro: { usd: '1.1', jpy: '160.5' } },
  { day: '2026-03-02', perEuro: { usd: '1.05', jpy: '159', gbp: '0.85' } },
]
const envelope = (days: string) => `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
	<gesmes:subject>Reference rates</gesmes:subject>
	<Cube>${days}</Cube>
</gesmes:Envelope>`

test('the history as CSV is read, days as they come, missing rates left out', () => {
  expect(parseEcb(CSV)).toEqual(DAYS)
})

test('the file of one day as CSV is read, as it writes its day', () => {
  expect(parseEcb('Date, USD, JPY, \n3 March 2026, 1.1000, 160.50, \n')).toEqual([DAYS[0]])
})

test('XML says the same, in either kind of quotes', () => {
  const days = `<Cube time="2026-03-03"><Cube currency="USD" rate="1.1000"/><Cube currency="JPY" rate="160.50"/></Cube>
    <Cube time='2026-03-02'>
			<Cube currency='USD' rate='1.0500'/>
			<Cube currency='JPY' rate='159'/>
			<Cube currency='GBP' rate='0.85'/>
		</Cube>`
  expect(parseEcb(envelope(days))).toEqual(DAYS)
})

test('of a day that is there twice the last line counts', () => {
  expect(parseEcb('Date,USD\n2026-03-03,1.1\n2026-03-03,1.2')).toEqual([
    { day: '2026-03-03', perEuro: { usd: '1.2' } },
  ])
})

test.each([
  ['a page in place of the file', '<html></html>'],
  ['an empty envelope', envelope('')],
  ['another header', 'Day,USD\n2026-03-03,1.1'],
  ['a column that is no currency', 'Date,USD,$where\n2026-03-03,1.1,1'],
  ['a line without a date', 'Date,USD\nyesterday,1.1'],
  ['a day that does not exist', 'Date,USD\n2026-02-30,1.1'],
  ['one that does not exist, in words', 'Date,USD\n31 Brumaire 2026,1.1'],
  ['nothing', ''],
])('%s is refused', (_name, csv) => {
  expect(() => parseEcb(csv)).toThrow(AppError)
})

test.each(['0', '0.000', '-1', '1e9', '1234567890', '1.0000000000001', 'N/A', ''])(
  'as a rate, "%s" is none',
  (rate) => {
    expect(parseEcb(`Date,USD\n2026-03-03,${rate}`)).toEqual([{ day: '2026-03-03', perEuro: {} }])
  },
)
