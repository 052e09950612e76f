/** The second factor: six digits from an app that shares a seed with us (TOTP, RFC 6238), or a recovery code. */
import { generateSecret, generateURI, verifySync } from 'otplib'
import type { AuditService } from '../audit/service'
import type { Clock } from '../clock'
import { trusted } from '../database/query'
import { sealedPlace } from '../database/sealed'
import { inTransaction } from '../database/transaction'
import { AppError } from '../errors'
import { seconds } from '../http'
import type { Principal } from '../plugins/principal'
import { hashToken } from '../secrets/tokens'
import type { Vault } from '../secrets/vault'
import { SecondFactorModel, type SecondFactorDocument } from './model'
import type { SecondFactor } from './schema'
import type { Sessions } from './sessions'

const STEP_SECONDS = 30
const RECOVERY_CODES = 10
/** 80 bits: sixteen letters and digits. */
const RECOVERY_BYTES = 10

/** What a member may send beside the password. */
export interface Codes {
  totp?: string
  recovery_code?: string
}

/** How a member proved who they are. */
export type Proof = 'password' | 'totp' | 'recovery_code'

export const wrongCredentials = (): AppError =>
  new AppError('wrong_credentials', 'No member signs in with this e-mail address, password and code')

const placeOf = (memberId: string) => sealedPlace('second_factors', memberId, 'seed')

export function createSecondFactors({
  clock,
  audit,
  pepper,
  vault,
  sessions,
}: {
  clock: Clock
  audit: AuditService
  pepper: string
  vault: Vault
  sessions: Sessions
}) {
  const activeOf = (memberId: string): Promise<SecondFactorDocument | null> =>
    SecondFactorModel.findOne({ _id: memberId, confirmedAt: trusted({ $ne: null }) })
      .lean()
      .exec()

  /** The 30 seconds that a code belongs to, counted since 1970; null when it is no code of now, or a step around. */
  function stepOf({ _id, seed }: SecondFactorDocument, token: string): number | null {
    const result = verifySync({
      secret: vault.open(seed, placeOf(_id)),
      token,
      epoch: seconds(clock.now()),
      epochTolerance: STEP_SECONDS,
    })
    return result.valid && 'timeStep' in result ? result.timeStep : null
  }

  /** As it is typed, so it is hashed: without case and separators. */
  const hashOf = (memberId: string, code: string): string =>
    hashToken(pepper, `recovery:${memberId}:${code.toLowerCase().replace(/[^a-z0-9]/g, '')}`)

  function newCodes(memberId: string): { codes: string[]; recoveryHashes: string[] } {
    const codes = Array.from({ length: RECOVERY_CODES }, () =>
      generateSecret({ length: RECOVERY_BYTES })
        .toLowerCase()
        .replace(/(.{4})(?!$)/g, '$1-'),
    )
    return { codes, recoveryHashes: codes.map((code) => hashOf(memberId, code)) }
  }

  const record = (action: string, memberId: string): Promise<void> =>
    audit.record({ action: `second_factor.${action}`, target: { type: 'member', id: memberId } })

  const none = (): AppError => new AppError('second_factor_none', 'This member has no second factor')

  return {
    /** Those of the members who have one. */
    async activeAmong(memberIds: string[]): Promise<ReadonlySet<string>> {
      const filter = { _id: trusted({ $in: memberIds }), confirmedAt: trusted({ $ne: null }) }
      const rows = await SecondFactorModel.find(filter).select({ _id: 1 }).lean()
      return new Set(rows.map(({ _id }) => _id))
    },

    isActive: async (memberId: string): Promise<boolean> => (await activeOf(memberId)) !== null,

    /**
     * Spends the code of a member who has a second factor; each is good once, on whichever instance. The workspace must be in scope.
     * @throws AppError second_factor_needed, wrong_credentials
     */
    async prove(memberId: string, { totp, recovery_code }: Codes): Promise<Proof> {
      const factor = await activeOf(memberId)
      if (!factor) return 'password'
      if (totp !== undefined) {
        const step = stepOf(factor, totp)
        if (step === null) throw wrongCredentials()
        const { modifiedCount } = await SecondFactorModel.updateOne(
          { _id: memberId, lastStep: trusted({ $lt: step }) },
          { $set: { lastStep: step } },
        )
        if (modifiedCount === 0) throw wrongCredentials()
        return 'totp'
      }
      if (recovery_code === undefined)
        throw new AppError('second_factor_needed', 'This member signs in with a second factor')
      const hash = hashOf(memberId, recovery_code)
      const { modifiedCount } = await SecondFactorModel.updateOne(
        { _id: memberId, recoveryHashes: hash },
        { $pull: { recoveryHashes: hash } },
      )
      if (modifiedCount === 0) throw wrongCredentials()
      return 'recovery_code'
    },

    async state({ id }: Principal, required: boolean): Promise<SecondFactor> {
      const factor = await activeOf(id)
      return {
        object: 'second_factor',
        active: factor !== null,
        required,
        confirmed: factor?.confirmedAt ? seconds(factor.confirmedAt) : null,
        recovery_codes_left: factor?.recoveryHashes.length ?? 0,
      }
    },

    /** Makes a seed, which counts once a code confirms it. @throws AppError second_factor_active */
    async begin({ id }: Principal, label: string) {
      const secret = generateSecret()
      const seed = vault.seal(secret, placeOf(id))
      await inTransaction(async () => {
        if (await activeOf(id))
          throw new AppError('second_factor_active', 'Remove the second factor before you set up another')
        await SecondFactorModel.updateOne(
          { _id: id },
          { $set: { seed, confirmedAt: null, lastStep: 0, recoveryHashes: [] } },
          { upsert: true },
        )
        await record('begun', id)
      })
      return {
        object: 'second_factor_enrolment' as const,
        secret,
        otpauth_uri: generateURI({ issuer: 'Revenue Desk', label, secret }),
      }
    },

    /**
     * Turns the second factor on, and ends the sessions that began without it.
     * @returns the recovery codes, never to be seen again
     * @throws AppError second_factor_none, invalid_request when the code is another one
     */
    async confirm({ id, sessionId }: Principal, totp: string): Promise<string[]> {
      const { codes, recoveryHashes } = newCodes(id)
      await inTransaction(async () => {
        const pending = await SecondFactorModel.findOne({ _id: id, confirmedAt: null }).lean()
        if (!pending) throw none()
        const step = stepOf(pending, totp)
        if (step === null)
          throw new AppError('invalid_request', 'This is not the code that the app shows now', {
            errors: [{ pointer: '/body/totp', message: 'must be the current code' }],
          })
        await SecondFactorModel.updateOne(
          { _id: id },
          { $set: { confirmedAt: clock.now(), lastStep: step, recoveryHashes } },
        )
        await sessions.endAll(id, sessionId)
        await record('confirmed', id)
      })
      return codes
    },

    /** Ten new recovery codes in place of all earlier ones. @throws AppError second_factor_none */
    async renewCodes({ id }: Principal): Promise<string[]> {
      const { codes, recoveryHashes } = newCodes(id)
      await inTransaction(async () => {
        const { matchedCount } = await SecondFactorModel.updateOne(
          { _id: id, confirmedAt: trusted({ $ne: null }) },
          { $set: { recoveryHashes } },
        )
        if (matchedCount === 0) throw none()
        await record('recovery_codes_renewed', id)
      })
      return codes
    },

    /** @throws AppError second_factor_none */
    async remove({ id, sessionId }: Pick<Principal, 'id' | 'sessionId'>): Promise<void> {
      await inTransaction(async () => {
        const { deletedCount } = await SecondFactorModel.deleteOne({ _id: id })
        if (deletedCount === 0) throw none()
        await sessions.endAll(id, sessionId)
        await record('removed', id)
      })
    },
  }
}
