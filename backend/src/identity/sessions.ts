/** Sessions of members: a session that is stored is alive; whatever ends it deletes it. */
import type { AuditService } from '../audit/service'
import type { Clock } from '../clock'
import { pageOf } from '../database/page'
import { trusted } from '../database/query'
import { currentOrigin, runInScope } from '../database/scope'
import { inTransaction } from '../database/transaction'
import { AppError } from '../errors'
import { found, newId, seconds, type Page } from '../http'
import type { Principal } from '../plugins/principal'
import { hashToken, randomSecret, sameHash } from '../secrets/tokens'
import { SessionModel, type SessionDocument } from './model'
import type { Session } from './schema'
import type { Proof } from './second-factor'

const DAY_MS = 86_400_000
const IDLE_MS = 7 * DAY_MS
const ABSOLUTE_MS = 30 * DAY_MS
/** So long the token before the current one gives the same successor again: tabs race, answers get lost. */
const OVERLAP_MS = 10_000

export interface OpenSession {
  workspaceId: string
  memberId: string
  sessionId: string
  signedInAt: Date
  refreshToken: string
}

interface RefreshToken {
  workspaceId: string
  sessionId: string
  /** The same in all tokens of a session: whoever shows it with a spent secret holds a copy. */
  family: string
  secret: string
}

const writeToken = ({ workspaceId, sessionId, family, secret }: RefreshToken): string =>
  `rt_${workspaceId}.${sessionId}.${family}.${secret}`

function readToken(token: string): RefreshToken {
  const [workspaceId = '', sessionId = '', family = '', secret = ''] = token.replace(/^rt_/, '').split('.')
  return { workspaceId, sessionId, family, secret }
}

export function createSessions({
  clock,
  audit,
  pepper,
}: {
  clock: Clock
  audit: AuditService
  pepper: string
}) {
  const living = () => ({ expiresAt: trusted({ $gt: clock.now() }) })
  const expiryOf = (createdAt: Date, now: Date): Date =>
    new Date(Math.min(now.getTime() + IDLE_MS, createdAt.getTime() + ABSOLUTE_MS))

  /** The session that a refresh token, current or spent, was given out for. Its workspace must be in scope. */
  async function sessionOf({ sessionId, family }: RefreshToken): Promise<SessionDocument | null> {
    const session = await SessionModel.findOne({ _id: sessionId, ...living() }).lean()
    return session && sameHash(session.familyHash, hashToken(pepper, family)) ? session : null
  }

  /** Ends a session of the workspace in scope, with its entry in the trail; one that has ended leaves none. */
  async function end(sessionId: string, action: string): Promise<void> {
    await inTransaction(async () => {
      const { deletedCount } = await SessionModel.deleteOne({ _id: sessionId })
      if (deletedCount > 0) await audit.record({ action, target: { type: 'session', id: sessionId } })
    })
  }

  return {
    /** @param proof how the member proved who they are */
    async open(workspaceId: string, memberId: string, proof: Proof): Promise<OpenSession> {
      const createdAt = clock.now()
      const sessionId = newId('ses', createdAt)
      const family = randomSecret()
      const refreshToken = writeToken({ workspaceId, sessionId, family, secret: randomSecret() })
      const { address = '', userAgent } = currentOrigin() ?? {}
      const actor = { kind: 'member' as const, id: memberId }
      await runInScope({ workspaceId, actor }, () =>
        inTransaction(async () => {
          await SessionModel.create([
            {
              _id: sessionId,
              memberId,
              familyHash: hashToken(pepper, family),
              refreshHash: hashToken(pepper, refreshToken),
              previousHash: '',
              createdAt,
              renewedAt: createdAt,
              expiresAt: expiryOf(createdAt, createdAt),
              address,
              userAgent: userAgent ?? '',
            },
          ])
          await audit.record({
            action: 'session.created',
            target: { type: 'session', id: sessionId },
            after: { proof },
          })
        }),
      )
      return { workspaceId, memberId, sessionId, signedInAt: createdAt, refreshToken }
    },

    /**
     * Spends a refresh token for its successor. The successor follows from the token alone, so that whoever spends
     * one twice within the overlap gets the same. One that was spent earlier ends the session: somebody has a copy.
     * @throws AppError session_ended
     */
    async renew(refreshToken: string): Promise<OpenSession> {
      const token = readToken(refreshToken)
      const { workspaceId, sessionId } = token
      return runInScope({ workspaceId }, async () => {
        const now = clock.now()
        const session = await sessionOf(token)
        const ended = new AppError('session_ended', 'It expired, was signed out, or its token was used twice')
        if (!session) throw ended
        const { memberId, createdAt, renewedAt } = session
        const given = hashToken(pepper, refreshToken)
        const next = writeToken({ ...token, secret: hashToken(pepper, `next:${refreshToken}`) })
        const current = sameHash(given, session.refreshHash)
        const previous = sameHash(given, session.previousHash)
        if (!current && !(previous && now.getTime() - renewedAt.getTime() <= OVERLAP_MS)) {
          // an invented token of a known family cannot be told from a spent one: both hold what only we gave out
          await end(sessionId, 'session.reuse_detected')
          throw ended
        }
        if (current)
          // whoever loses this race gives the same answer
          await SessionModel.updateOne(
            { _id: sessionId, refreshHash: given },
            {
              $set: {
                refreshHash: hashToken(pepper, next),
                previousHash: given,
                renewedAt: now,
                expiresAt: expiryOf(createdAt, now),
              },
            },
          )
        return { workspaceId, memberId, sessionId, signedInAt: createdAt, refreshToken: next }
      })
    },

    /** Ends the session a refresh token belongs to; an unknown one changes nothing. */
    async signOut(refreshToken: string): Promise<void> {
      const token = readToken(refreshToken)
      const { workspaceId, sessionId } = token
      const session = await runInScope({ workspaceId }, () => sessionOf(token))
      if (!session) return
      const actor = { kind: 'member' as const, id: session.memberId }
      await runInScope({ workspaceId, actor }, () => end(sessionId, 'session.ended'))
    },

    /** @throws AppError session_ended when there is no such session of the member any more */
    async check(workspaceId: string, memberId: string, sessionId: string): Promise<void> {
      const alive = await runInScope({ workspaceId }, () =>
        SessionModel.exists({ _id: sessionId, memberId, ...living() }),
      )
      if (!alive) throw new AppError('session_ended', 'The session expired, was signed out or revoked')
    },

    /** The member's sessions, newest first. */
    async list({ id: memberId, sessionId: currentId }: Principal, page: Page) {
      const { rows, has_more } = await pageOf(SessionModel, { memberId, ...living() }, page)
      const data = rows.map((row): Session => ({
        id: row._id,
        object: 'session',
        created: seconds(row.createdAt),
        last_used: seconds(row.renewedAt),
        expires: seconds(row.expiresAt),
        address: row.address,
        user_agent: row.userAgent,
        current: row._id === currentId,
      }))
      return { object: 'list' as const, url: '/v1/auth/sessions', has_more, data }
    },

    /** Ends one session of the member. @throws AppError not_found */
    async revoke({ id: memberId }: Principal, sessionId: string): Promise<void> {
      found(await SessionModel.exists({ _id: sessionId, memberId, ...living() }), 'session', sessionId)
      await end(sessionId, 'session.revoked')
    },

    /** Ends the member's sessions but one. @returns how many */
    async revokeOthers({ id: memberId, sessionId }: Principal): Promise<number> {
      return inTransaction(async () => {
        const others = { memberId, _id: trusted({ $ne: sessionId }), ...living() }
        const { deletedCount } = await SessionModel.deleteMany(others)
        if (deletedCount > 0)
          await audit.record({
            action: 'session.others_revoked',
            target: { type: 'member', id: memberId },
            after: { count: deletedCount },
          })
        return deletedCount
      })
    },

    /** Ends the member's sessions, but for one where it is named, as part of a change that leaves its own entry. */
    async endAll(memberId: string, exceptId: string | null): Promise<void> {
      await SessionModel.deleteMany({ memberId, _id: trusted({ $ne: exceptId }) })
    },
  }
}
export type Sessions = ReturnType<typeof createSessions>
