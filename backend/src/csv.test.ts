import fc from 'fast-check'
import { csvLine, type Cell } from './csv'

/** A reader of RFC 4180 of its own. A field that stood in quotes is a text, any other is not. */
function read(text: string): { text: string; quoted: boolean }[][] {
  const lines: { text: string; quoted: boolean }[][] = []
  let rest = text
  while (rest !== '') {
    const line: { text: string; quoted: boolean }[] = []
    for (let end = ','; end === ',';) {
      const [field, quoted, bare = '', found = ''] =
        /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest) ?? []
      if (field === undefined) throw new Error(`No CSV: ${rest}`)
      line.push({ text: quoted?.replaceAll('""', '"') ?? bare, quoted: quoted !== undefined })
      rest = rest.slice(field.length)
      end = found
    }
    lines.push(line)
  }
  return lines
}

const LIVE = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠']
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .tuple(fc.constantFrom(...LIVE, '"', ',', "'"), fc.string({ unit: 'grapheme' }))
    .map((parts) => parts.join('')),
)

test('any text comes back as it was, and none can be taken for a formula', () => {
  const row = fc.array(texts, { minLength: 5, maxLength: 5 })
  fc.assert(
    fc.property(row, row, (...rows) => {
      const inert = (given: string) => (LIVE.includes(given.slice(0, 1)) ? `'${given}` : given)
      expect(read(rows.map(csvLine).join(''))).toEqual(
        rows.map((given) => given.map((text) => ({ text: inert(text), quoted: true }))),
      )
    }),
    { numRuns: 1_000 },
  )
})

test('numbers stay numbers, also below zero', () => {
  const cells: Cell[] = [-5, 0, 2 ** 53 - 1, 1.5, true, null, '', '-5', '007']
  expect(csvLine(cells)).toBe(`-5,0,9007199254740991,1.5,true,,"","'-5","007"\r\n`)
})
