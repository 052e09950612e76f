/** Passwords: which are refused, and how they are kept. */
import { hash, verify } from '@node-rs/argon2'
import PQueue from 'p-queue'
import { AppError } from '../errors'
// the 3,000 commonest, and all that are long enough for us, of @zxcvbn-ts/language-common 4.1.3 (MIT, see the file beside it)
import common from './common-passwords.json'

const MEMORY_KIB = 64 * 1024
const PASSES = 3
/** OWASP's argon2id with more memory: about 200 ms on a small machine. The algorithm is the library's default. */
const ARGON2 = { memoryCost: MEMORY_KIB, timeCost: PASSES, parallelism: 1 }
/** How a hash begins that was made with these parameters. */
const CURRENT = `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=1$`
/** Hashes that may wait for their turn, about ten seconds' worth. */
const MAX_WAITING = 50

const COMMON = new Set(common)
const PRODUCT = 'revenue desk'
/** Shorter words stand in too many good passwords. */
const WORD_LENGTH = 4
/** What a password must hold besides the words that anybody would try for this person. */
const OWN_LENGTH = 8

/**
 * Whether a password is among the first that anybody would try: a common one, also with signs around it or several
 * times over, or little more than a word about its owner.
 * @param about e-mail address, names: whatever is known of who signs in
 */
export function isGuessable(password: string, about: string[]): boolean {
  const text = password.toLowerCase()
  const bare = text.replace(/^\P{L}+|\P{L}+$/gu, '')
  const repeated = /^(.+?)\1+$/su.exec(text)?.[1] ?? text
  if (repeated.length < WORD_LENGTH || [text, bare, repeated].some((one) => COMMON.has(one))) return true
  const words = [PRODUCT, ...about]
    .flatMap((one) => one.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length >= WORD_LENGTH)
  const own = words.reduce((left, word) => left.replaceAll(word, ''), text)
  return own !== text && own.length < OWN_LENGTH
}

/** @throws AppError password_guessable */
export function refuseGuessable(password: string, about: string[]): void {
  if (isGuessable(password, about))
    throw new AppError('password_guessable', 'This password is among the first that would be tried', {
      errors: [{ pointer: '/body/password', message: 'must be neither common nor made of your name' }],
    })
}

/** True for a hash of weaker parameters than ours today. */
export const isOutdated = (passwordHash: string): boolean => !passwordHash.startsWith(CURRENT)

export function createHashing() {
  // a hash takes 64 MiB and a core: one at a time leaves the other core to everyone else
  const queue = new PQueue({ concurrency: 1 })
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    if (queue.size >= MAX_WAITING)
      throw new AppError('too_many_requests', 'Too many sign-ins are waiting', { retryAfterSeconds: 5 })
    return queue.add(work)
  }
  return {
    /** @returns argon2id, PHC string. @throws AppError too_many_requests */
    hash: async (password: string): Promise<string> => inTurn(() => hash(password, ARGON2)),
    /** @throws AppError too_many_requests */
    verify: async (stored: string, password: string): Promise<boolean> =>
      inTurn(() => verify(stored, password)),
  }
}
