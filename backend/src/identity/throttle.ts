/**
 * Slows guessing down, for all instances together: some failures are free, then each doubles the wait for the next try,
 * up to a minute. Nothing is ever locked: a try that has to wait is not counted, and an hour without failures is forgotten.
 */
import { isIPv6 } from 'node:net'
import type { Clock } from '../clock'
import { upserting } from '../database/query'
import { AppError } from '../errors'
import { seconds } from '../http'
import { hashToken, randomSecret, sameHash } from '../secrets/tokens'
import { ThrottleModel } from './model'

const MAX_WAIT_SECONDS = 60
const FORGOTTEN_MS = 3_600_000
const DEVICE_SECONDS = 365 * 86_400
/** Failures that cost nothing, in an hour: of one person, and of all who share a network. */
const FREE = { person: 5, network: 50 }

/** Whose failures are counted together. */
export interface Subject {
  id: string
  free: number
}

/** What a try came to that did not succeed: it was wrong, or had to wait. */
export type Refusal = 'refused' | 'throttled'

/** The network that an address belongs to as far as its owner can choose addresses: /24, or /64 of IPv6. */
export function networkOf(address: string): string {
  const [ipv4] = /\d+\.\d+\.\d+(?=\.\d+$)/.exec(address) ?? []
  if (ipv4 !== undefined) return ipv4
  if (!isIPv6(address)) return address
  const [left = '', right] = address.split('%')[0]?.split('::') ?? []
  const groups = (part = '') => (part === '' ? [] : part.split(':'))
  const [front, back] = [groups(left), groups(right)]
  const zeros = Array.from({ length: 8 - front.length - back.length }, () => '0')
  return [...front, ...zeros, ...back]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}

export function createThrottle({ clock, pepper }: { clock: Clock; pepper: string }) {
  const subject = (kind: string, name: string, free: number): Subject => ({
    id: `${kind}:${hashToken(pepper, name)}`,
    free,
  })
  const seal = (email: string, device: string): string => hashToken(pepper, `device:${email}:${device}`)

  /** @returns the device that the token was made for, or null when it was made for another address or has expired */
  function knownDevice(email: string, token: string): string | null {
    const [expires = '', secret = '', mac = ''] = token.replace(/^dev_/, '').split('.')
    const device = `${expires}.${secret}`
    return sameHash(mac, seal(email, device)) && Number(expires) > seconds(clock.now()) ? device : null
  }

  /** Takes a try. @throws AppError sign_in_throttled while the subject has to wait; `first` tells once of each wait */
  async function take({ id, free }: Subject, first: () => Promise<void>): Promise<void> {
    const now = clock.now()
    const failures = { $add: [{ $cond: [{ $gt: ['$expiresAt', now] }, '$failures', 0] }, 1] }
    const doubling = { $floor: { $pow: [2, { $subtract: [failures, free] }] } }
    const taken = {
      _id: id,
      failures,
      retryAt: { $add: [now, { $multiply: [1000, { $min: [MAX_WAIT_SECONDS, doubling] }] }] },
      expiresAt: new Date(now.getTime() + FORGOTTEN_MS),
      told: false,
    }
    // judged and counted in one step: of many at once no more pass than there are tries
    const before = await upserting(() =>
      ThrottleModel.findOneAndUpdate(
        { _id: id },
        [
          {
            $replaceWith: {
              $cond: [{ $gt: ['$retryAt', now] }, { $mergeObjects: ['$$ROOT', { told: true }] }, taken],
            },
          },
        ],
        { upsert: true, returnDocument: 'before', updatePipeline: true },
      ).lean(),
    )
    const waitMs = (before?.retryAt.getTime() ?? 0) - now.getTime()
    if (!before || waitMs <= 0) return
    if (!before.told) await first()
    throw new AppError('sign_in_throttled', 'Too many tries failed: the next one has to wait', {
      retryAfterSeconds: Math.ceil(waitMs / 1000),
    })
  }

  /** A try that succeeded was none; those that failed stay counted, or whoever signs in would help a guesser on. */
  async function giveBack({ id }: Subject): Promise<void> {
    await ThrottleModel.updateOne({ _id: id }, { $inc: { failures: -1 }, $set: { retryAt: clock.now() } })
  }

  return {
    /**
     * Whose tries a sign-in counts among: those for its address, known or not, and those from its network. A device
     * that signed in before counts for itself, so that nobody keeps its owner out by guessing.
     * @param email lower case
     */
    ofSignIn(email: string, networkAddress: string, deviceToken = ''): Subject[] {
      const device = knownDevice(email, deviceToken)
      if (device !== null) return [subject('device', device, FREE.person)]
      return [
        subject('email', email, FREE.person),
        subject('network', networkOf(networkAddress), FREE.network),
      ]
    },

    ofSession: (sessionId: string): Subject => subject('session', sessionId, FREE.person),

    /** For a device that has signed in: good for a year, for this e-mail address alone, and for nothing but waiting less. */
    deviceToken(email: string): string {
      const device = `${seconds(clock.now()) + DEVICE_SECONDS}.${randomSecret()}`
      return `dev_${device}.${seal(email, device)}`
    },

    /**
     * Runs a check of something that could be guessed; wrong_credentials is a failure.
     * @param note keeps each failure, and one try of each wait
     * @throws AppError sign_in_throttled
     */
    async guard<T>(
      subjects: Subject[],
      note: (refusal: Refusal) => Promise<void>,
      check: () => Promise<T>,
    ): Promise<T> {
      for (const one of subjects) await take(one, () => note('throttled'))
      const result = await check().catch(async (error: unknown) => {
        if (error instanceof AppError && error.code === 'wrong_credentials') await note('refused')
        throw error
      })
      await Promise.all(subjects.map(giveBack))
      return result
    },
  }
}
