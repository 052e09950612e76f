/** Who may come in: admins by password, the views by Stripe's signature. */
import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import PQueue from 'p-queue'
import type { AccountService } from '../accounts/service'
import type { AuditService } from '../audit/service'
import type { Clock } from '../clock'
import { isDuplicateKey } from '../database/query'
import { runInScope } from '../database/scope'
import { inTransaction } from '../database/transaction'
import { AppError } from '../errors'
import { newId } from '../http'
import type { AccessToken } from '../plugins/principal'
import { hashToken, randomSecret, sameHash } from '../secrets/tokens'
import { verifySignature } from '../stripe/signature'
import type { TeamService } from '../team/service'
import { IdentityModel, NonceModel, SessionModel } from './model'
import type { AppSignIn, SessionTokens } from './schema'

const ACCESS_SECONDS = 15 * 60
const VIEW_SECONDS = 10 * 60
const REFRESH_DAYS = 30
/** Spent refresh tokens that a session remembers. */
const MAX_SPENT = 50
/** OWASP's argon2id with more memory: about 200 ms on a small machine. The algorithm is the library's default. */
const ARGON2 = { memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 }
/** A nonce is remembered for as long as its signature could pass, both ways. */
const NONCE_SECONDS = 2 * 300

export interface IdentityDeps {
  clock: Clock
  audit: AuditService
  accounts: AccountService
  team: TeamService
  pepper: string
  appSecrets: string[]
}

/** Signs a token; given by the HTTP layer, which owns the keys. */
export type SignToken = (token: AccessToken, options: { expiresIn: number; jti: string }) => string

export function createIdentityService({ clock, audit, accounts, team, pepper, appSecrets }: IdentityDeps) {
  // a hash takes 64 MiB and a core: one at a time leaves the other core to everyone else
  const hashing = new PQueue({ concurrency: 1 })
  const hashPassword = (password: string): Promise<string> => hashing.add(() => hash(password, ARGON2))
  /** Compared for unknown addresses, so that they take as long as known ones. */
  const nobody = hashPassword(randomBytes(16).toString('hex'))

  const tokens = (
    sign: SignToken,
    memberId: string,
    workspaceId: string,
    refresh: string,
  ): SessionTokens => ({
    access_token: sign(
      { sub: memberId, workspace_id: workspaceId, kind: 'member' },
      { expiresIn: ACCESS_SECONDS, jti: randomBytes(12).toString('hex') },
    ),
    refresh_token: refresh,
    expires_in: ACCESS_SECONDS,
  })

  const newRefresh = (workspaceId: string, sessionId: string): string =>
    `rt_${workspaceId}.${sessionId}.${randomSecret()}`

  return {
    /**
     * Gives a member a password to sign in with. The workspace must be in scope.
     * @throws AppError email_taken: an address signs in to one workspace
     */
    async addPassword(workspaceId: string, memberId: string, email: string, password: string): Promise<void> {
      await IdentityModel.create([
        { _id: email.toLowerCase(), workspaceId, memberId, passwordHash: await hashPassword(password) },
      ]).catch((error: unknown) => {
        if (isDuplicateKey(error)) throw new AppError('email_taken', 'This e-mail address signs in already')
        throw error
      })
    },

    /** @throws AppError wrong_credentials, the same for an unknown address and a wrong password */
    async signIn(email: string, password: string, sign: SignToken): Promise<SessionTokens> {
      const identity = await IdentityModel.findById(email.toLowerCase()).lean()
      const stored = identity?.passwordHash ?? (await nobody)
      const good = await hashing.add(() => verify(stored, password))
      if (!identity || !good)
        throw new AppError('wrong_credentials', 'No member signs in with this e-mail address and password')
      const { workspaceId, memberId } = identity
      const createdAt = clock.now()
      const _id = newId('ses', createdAt)
      const refresh = newRefresh(workspaceId, _id)
      const expiresAt = new Date(createdAt.getTime() + REFRESH_DAYS * 86_400_000)
      await runInScope({ workspaceId, actor: { kind: 'member', id: memberId } }, () =>
        inTransaction(async () => {
          await SessionModel.create([
            {
              _id,
              workspaceId,
              memberId,
              refreshHash: hashToken(pepper, refresh),
              spentHashes: [],
              createdAt,
              expiresAt,
              revokedAt: null,
            },
          ])
          await audit.record({ action: 'session.created', target: { type: 'session', id: _id } })
        }),
      )
      return tokens(sign, memberId, workspaceId, refresh)
    },

    /**
     * Spends a refresh token for new tokens. One that was spent before ends the session: somebody holds a copy.
     * @throws AppError session_ended
     */
    async refresh(refreshToken: string, sign: SignToken): Promise<SessionTokens> {
      const [workspaceId = '', sessionId = ''] = refreshToken.replace(/^rt_/, '').split('.')
      const ended = new AppError(
        'session_ended',
        'The session has expired, was signed out, or its token was used twice',
      )
      return runInScope({ workspaceId }, async () => {
        const session = await SessionModel.findById(sessionId).lean()
        if (!session || session.revokedAt || session.expiresAt <= clock.now()) throw ended
        const given = hashToken(pepper, refreshToken)
        if (session.spentHashes.includes(given))
          await SessionModel.updateOne({ _id: sessionId }, { $set: { revokedAt: clock.now() } })
        if (!sameHash(given, session.refreshHash)) throw ended
        const next = newRefresh(workspaceId, sessionId)
        const spent = await SessionModel.updateOne(
          { _id: sessionId, refreshHash: given },
          {
            $set: { refreshHash: hashToken(pepper, next) },
            $push: { spentHashes: { $each: [given], $slice: -MAX_SPENT } },
          },
        )
        if (spent.modifiedCount === 0) throw ended
        return tokens(sign, session.memberId, workspaceId, next)
      })
    },

    /** Ends all sessions of a member of the workspace in scope. */
    async endSessions(memberId: string): Promise<void> {
      await SessionModel.updateMany({ memberId, revokedAt: null }, { $set: { revokedAt: clock.now() } })
    },

    /** Ends the session a refresh token belongs to; an unknown one changes nothing. */
    async signOut(refreshToken: string): Promise<void> {
      const [workspaceId = '', sessionId = ''] = refreshToken.replace(/^rt_/, '').split('.')
      const mine = { _id: sessionId, refreshHash: hashToken(pepper, refreshToken), revokedAt: null }
      const session = await runInScope({ workspaceId }, () => SessionModel.findOne(mine).lean())
      if (!session) return
      await runInScope({ workspaceId, actor: { kind: 'member', id: session.memberId } }, () =>
        inTransaction(async () => {
          const ended = await SessionModel.updateOne(mine, { $set: { revokedAt: clock.now() } })
          if (ended.modifiedCount > 0)
            await audit.record({ action: 'session.ended', target: { type: 'session', id: sessionId } })
        }),
      )
    },

    /**
     * Lets a Stripe Dashboard user in: identity, account, mode and roles are taken from the signed bytes alone.
     * @throws AppError signature_invalid, signature_replayed, account_unknown, role_unknown, member_deactivated
     */
    async signInView(raw: Buffer, header: string | undefined, claims: AppSignIn, sign: SignToken) {
      const now = clock.now()
      verifySignature(raw, header, appSecrets, now)
      const account = await accounts.find(claims.account_id, claims.mode)
      if (!account)
        throw new AppError(
          'account_unknown',
          `The account ${claims.account_id} is not connected in ${claims.mode} mode`,
        )
      const spent = await NonceModel.updateOne(
        { _id: `${claims.account_id}:${claims.nonce}` },
        { $setOnInsert: { expiresAt: new Date(now.getTime() + NONCE_SECONDS * 1000) } },
        { upsert: true },
      )
      if (spent.upsertedCount === 0)
        throw new AppError('signature_replayed', 'This signature was already used to sign in')
      const { workspaceId } = account
      const actor = { kind: 'stripe_user' as const, id: claims.user_id }
      const roles = claims.stripe_roles.map(({ id }) => id)
      const member = await runInScope({ workspaceId, actor }, () =>
        team.admitStripeUser(claims.user_id, roles),
      )
      return {
        access_token: sign(
          {
            sub: member,
            workspace_id: workspaceId,
            kind: 'stripe_user',
            account_id: account.accountId,
            mode: account.mode,
          },
          { expiresIn: VIEW_SECONDS, jti: randomBytes(12).toString('hex') },
        ),
        expires_in: VIEW_SECONDS,
      }
    },
  }
}
export type IdentityService = ReturnType<typeof createIdentityService>
