import fc from 'fast-check'
import { BEGINNING, canonical, follow, link, type Link } from './chain'

test('the canonical form sorts keys at every depth and spares no space', () => {
  expect(canonical({ b: [1, 'x', null, true], a: { d: 'ü"\n', c: -0 } })).toBe(
    '{"a":{"c":0,"d":"ü\\"\\n"},"b":[1,"x",null,true]}',
  )
})

test('of plain JSON it is JSON, whatever the order of the keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse())
      expect(canonical(turned)).toBe(canonical(value))
    }),
  )
})

test('what JSON would write alike has another form each', () => {
  const at = new Date(0)
  const alike = [
    at,
    at.toISOString(),
    0,
    {},
    [],
    /x/,
    Buffer.alloc(0),
    null,
    'null',
    NaN,
    undefined,
    '',
    '{}',
  ]
  expect(new Set(alike.map((value) => canonical({ value }))).size).toBe(alike.length)
})

test('the form of an entry is what it was when the first trails were sealed', () => {
  const entry = {
    _id: 'aud_1',
    at: new Date('2026-01-02T03:04:05.678Z'),
    action: 'promotion.created',
    after: { percent_bp: 1000 },
    seq: null,
    previousHash: null,
    hash: null,
  }
  expect(link(entry, BEGINNING)).toEqual({
    seq: 1,
    previousHash: null,
    hash: '08422e04a91e6d803c3e79f9b40fcb15aa8f5bfcc987d40db3aa4afc237ba155',
  })
})

describe('a chain', () => {
  const sealed = (actions: string[]) => {
    let end: Link = BEGINNING
    return actions.map((action) => {
      const entry = { action, seq: null, previousHash: null, hash: null }
      const seal = link(entry, end)
      end = seal
      return { ...entry, ...seal }
    })
  }
  const entries = sealed(['a', 'b', 'c', 'd'])
  const [a, b, c, d] = entries as [
    (typeof entries)[0],
    (typeof entries)[0],
    (typeof entries)[0],
    (typeof entries)[0],
  ]
  const fault = (...some: (typeof entries)[0][]) => follow(BEGINNING, some).fault

  test('as it was sealed holds, also from the middle on', () => {
    expect(follow(BEGINNING, entries)).toEqual({ end: { seq: 4, hash: d.hash }, fault: null })
    expect(follow(b, [c, d])).toEqual({ end: { seq: 4, hash: d.hash }, fault: null })
    expect(follow(BEGINNING, [])).toEqual({ end: BEGINNING, fault: null })
  })

  test('names the first entry that is not', () => {
    expect(fault(a, c, d)).toEqual({ seq: 2, reason: 'missing' })
    expect(fault(b, c)).toEqual({ seq: 1, reason: 'missing' })
    expect(fault(a, { ...b, action: 'x' }, c)).toEqual({ seq: 2, reason: 'altered' })
    expect(fault(a, b, b, c)).toEqual({ seq: 3, reason: 'misplaced' })
    expect(fault(a, { ...b, seq: 1.5 }, b)).toEqual({ seq: 2, reason: 'misplaced' })
    const anew = { ...b, action: 'x' }
    expect(fault(a, { ...anew, ...link(anew, a) }, c)).toEqual({ seq: 2, reason: 'rewritten' })
    expect(follow(a, [{ ...b, hash: c.hash }]).fault).toEqual({ seq: 2, reason: 'altered' })
  })
})
