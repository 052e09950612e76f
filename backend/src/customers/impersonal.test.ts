import fc from 'fast-check'
import { impersonal, KEPT_TEXTS } from './impersonal'

const CANARY = 'Kim Canary'
const KEPT = new Set<string>(KEPT_TEXTS)

/** Objects in which every text says who somebody is, but under the names of texts that stay. */
const field = fc.oneof(fc.constantFrom(...KEPT_TEXTS, 'metadata', 'name', 'email', 'lines'), fc.string())
const { object } = fc.letrec<{ object: object; value: unknown }>((tie) => ({
  object: fc.dictionary(field, tie('value'), { maxKeys: 6 }),
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(CANARY),
    fc.constantFrom(null, true, 7),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('object'),
  ),
}))

function canaries(value: unknown, name: string, found: string[]): string[] {
  if (value === CANARY) found.push(name)
  if (Array.isArray(value)) for (const one of value) canaries(one, name, found)
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) canaries(inner, key, found)
  return found
}

test('a text stays only under a name on the list, at any depth', () => {
  fc.assert(
    fc.property(object, (one) => {
      expect(canaries(impersonal(one), '', []).filter((name) => !KEPT.has(name))).toEqual([])
    }),
  )
})

test('nothing of what the merchant noted down stays, whatever it is called', () => {
  const noted = { id: CANARY, customer: CANARY, status: CANARY }
  expect(impersonal({ id: 'sub_1', metadata: noted, items: [{ metadata: noted }] })).toEqual({
    id: 'sub_1',
    metadata: {},
    items: [{ metadata: {} }],
  })
})

test('numbers, states and ids stay, lists of ids too', () => {
  const kept = {
    id: 'in_1',
    customer: 'cus_1',
    status: 'open',
    total: 900,
    paid: false,
    due_date: null,
    discounts: ['di_1', { id: 'di_2', end: 7 }],
  }
  expect(impersonal({ ...kept, number: 'KIM-1', preferred_locales: ['de'], footer: CANARY })).toEqual({
    ...kept,
    number: null,
    preferred_locales: [],
    footer: null,
  })
})
