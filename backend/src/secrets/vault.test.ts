import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import type { Key } from '../config'
import { createVault, SealBroken, type Place } from './vault'

const key = (id: string): Key => ({ id, secret: randomBytes(32) })
const place: Place = { owner: 'acct_1:test', collection: 'credentials', id: 'cred_1', field: 'secretKey' }

test('what was sealed opens in its place, whatever it is', () => {
  const vault = createVault([key('k1')])
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (plain) => {
      expect(vault.open(vault.seal(plain, place), place)).toBe(plain)
    }),
  )
})

test('the same value is never sealed alike', () => {
  const vault = createVault([key('k1')])
  const all = new Set(Array.from({ length: 100 }, () => vault.seal('rk_test_1', place)))
  expect(all.size).toBe(100)
})

test('every bit flip is refused', () => {
  const vault = createVault([key('k1'), key('k2')])
  const bytes = Buffer.from(vault.seal('rk_test_of_some_length', place), 'base64url')
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const flipped = Buffer.from(bytes)
    flipped.writeUInt8((flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7)), bit >> 3)
    expect(() => vault.open(flipped.toString('base64url'), place)).toThrow(SealBroken)
  }
})

test('cut, padded or otherwise written text is refused', () => {
  const vault = createVault([key('k1')])
  const sealed = vault.seal('value', place)
  const last = sealed.at(-1) === 'A' ? 'B' : 'A'
  for (const other of [
    '',
    'nonsense',
    sealed.slice(0, -1),
    `${sealed}=`,
    `${sealed}AAAA`,
    sealed.slice(0, -1) + last,
  ])
    expect(() => vault.open(other, place)).toThrow(SealBroken)
})

test.each(['owner', 'collection', 'id', 'field'] as const)('moved to another %s it is refused', (part) => {
  const vault = createVault([key('k1')])
  const sealed = vault.seal('value', place)
  expect(() => vault.open(sealed, { ...place, [part]: 'other' })).toThrow(SealBroken)
})

test('a new master key takes over without opening the values; then the old one can go', () => {
  const [old, next] = [key('k1'), key('k2')]
  const sealed = createVault([old]).seal('value', place)
  const both = createVault([next, old])
  expect(both.open(sealed, place)).toBe('value')
  const rewrapped = both.rewrap(sealed, place)
  expect([both.keyIdOf(sealed), both.keyIdOf(rewrapped)]).toEqual(['k1', 'k2'])
  const alone = createVault([next])
  expect(alone.open(rewrapped, place)).toBe('value')
  expect(() => alone.open(sealed, place)).toThrow('"k1" is not in ENCRYPTION_KEYS')
})
