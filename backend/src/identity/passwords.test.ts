import fc from 'fast-check'
import { hash } from '@node-rs/argon2'
import common from './common-passwords.json'
import { createHashing, isGuessable, isOutdated } from './passwords'

const ABOUT = ['anna.smith', 'Anna Smith', 'Blue Harbour Ltd']

test.each([
  ['one of the commonest', '1qaz2wsx3edc4rfv'],
  ['in another case', 'QwertyUiop123'],
  ['a common one with digits and signs around it', '**Password2026!!'],
  ['a common one twice', 'passwordpassword'],
  ['a few characters over and over', 'abcabcabcabcabc'],
  ['one character over and over', '💥'.repeat(12)],
  ['the product', 'Revenue-Desk!'],
  ['the e-mail address', 'anna.smith2026'],
  ['the name', 'AnnaSmith1234'],
  ['the workspace', 'blueharbour01'],
])('%s is refused', (_name, password) => {
  expect(password.length).toBeGreaterThanOrEqual(12)
  expect(isGuessable(password, ABOUT)).toBe(true)
})

test.each([
  'correct horse battery staple',
  'my sister anna has two left feet',
  'kahvi ja pulla joka aamu',
  'Пять зелёных чайников',
  'x7#kQ2!vLp0z',
  '482957103846205',
])('%s is taken', (password) => {
  expect(isGuessable(password, ABOUT)).toBe(false)
})

test('each of the list is refused, whatever case it is written in and whatever signs are put around', () => {
  expect(common.length).toBeGreaterThanOrEqual(3_000)
  const signs = fc.string({ unit: fc.constantFrom(...'0123456789!?.-_ '), maxLength: 12 })
  fc.assert(
    fc.property(fc.constantFrom(...common), fc.boolean(), signs, signs, (word, upper, before, after) => {
      expect(isGuessable(upper ? word.toUpperCase() : word, [])).toBe(true)
      if (/^\p{L}.*\p{L}$/su.test(word)) expect(isGuessable(before + word + after, [])).toBe(true)
    }),
  )
})

test('random passwords of any characters are taken', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 20, maxLength: 128 }), (password) => {
      fc.pre(new Set(password).size > 10)
      expect(isGuessable(password, ABOUT)).toBe(false)
    }),
  )
})

test('a hash says with which parameters it was made', async () => {
  const hashing = createHashing()
  const made = await hashing.hash('correct horse battery staple')
  expect(isOutdated(made)).toBe(false)
  expect(await hashing.verify(made, 'correct horse battery staple')).toBe(true)
  expect(await hashing.verify(made, 'correct horse battery stapl')).toBe(false)
  expect(isOutdated(await hash('x', { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 }))).toBe(true)
})

test('the line of those who wait for a hash has an end', async () => {
  const hashing = createHashing()
  const waiting = Array.from({ length: 60 }, () => hashing.hash('correct horse battery staple'))
  const settled = await Promise.allSettled(waiting)
  const refused = settled.filter(({ status }) => status === 'rejected')
  expect(refused).toHaveLength(9)
  expect(refused[0]).toMatchObject({ reason: { code: 'too_many_requests' } })
  // fifty-one hashes, one after the other, on a machine that may have other work
}, 60_000)
