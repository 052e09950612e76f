import fc from 'fast-check'
import { newId } from '../http'
import { mintKey, parseKey } from './key'

const id = newId('key', new Date('2026-05-14T09:30:00Z'))

test('a key says its mode and id, and carries 256 random bits', () => {
  const keys = Array.from({ length: 100 }, () => mintKey('live', id))
  expect(new Set(keys).size).toBe(100)
  for (const key of keys) expect(parseKey(key)).toEqual({ mode: 'live', id })
  expect(keys[0]).toMatch(/^rd_live_[0-9a-z]+_[0-9a-f]{72}$/)
})

test('one wrong character is noticed before anything is looked up', () => {
  const key = mintKey('test', id)
  fc.assert(
    fc.property(fc.nat(key.length - 1), fc.constantFrom(...'0123456789abcdefxyz_'), (at, character) => {
      fc.pre(key[at] !== character)
      expect(parseKey(key.slice(0, at) + character + key.slice(at + 1))).toBeNull()
    }),
  )
})

test.each([
  '',
  'rd_',
  'sk_test_51abc',
  'eyJhbGciOiJIUzI1NiJ9.e30.x',
  `rd_other_${'a'.repeat(20)}_${'0'.repeat(72)}`,
])('%s is no key', (text) => expect(parseKey(text)).toBeNull())
