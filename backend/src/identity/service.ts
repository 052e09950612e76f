/** Who may come in: admins by password, the views by Stripe's signature. */
import { randomBytes } from 'node:crypto'
import type { AccountService } from '../accounts/service'
import type { AuditService } from '../audit/service'
import type { Clock } from '../clock'
import { isDuplicateKey, upserting } from '../database/query'
import { currentOrigin, currentScope, runInScope } from '../database/scope'
import { inTransaction } from '../database/transaction'
import { AppError } from '../errors'
import { found, newId, seconds } from '../http'
import type { AccessToken, Principal, SignedAction, SignToken, Wanted } from '../plugins/principal'
import type { Vault } from '../secrets/vault'
import { verifySignature } from '../stripe/signature'
import type { Rights } from '../team/roles'
import type { TeamService } from '../team/service'
import { IdentityModel, NonceModel, type IdentityDocument } from './model'
import { createHashing, isOutdated, refuseGuessable } from './passwords'
import type { AppSignIn, SessionTokens, SignIn, StepUp } from './schema'
import { createResets } from './resets'
import { createSecondFactors, wrongCredentials, type Proof } from './second-factor'
import { createSessions, type OpenSession } from './sessions'
import { createThrottle, type Refusal } from './throttle'

const ACCESS_SECONDS = 15 * 60
const VIEW_SECONDS = 10 * 60
const NONCE = /^[\w-]{8,64}$/
/** A nonce is remembered for as long as its signature could pass, both ways. */
const NONCE_SECONDS = 2 * 300

export interface IdentityDeps {
  clock: Clock
  audit: AuditService
  accounts: AccountService
  team: TeamService
  pepper: string
  vault: Vault
  publicUrl: URL
  appSecrets: string[]
}

export function createIdentityService(deps: IdentityDeps) {
  const { clock, audit, accounts, team, pepper, vault, publicUrl, appSecrets } = deps
  const sessions = createSessions({ clock, audit, pepper })
  const secondFactors = createSecondFactors({ clock, audit, pepper, vault, sessions })
  const throttle = createThrottle({ clock, pepper })
  const resets = createResets({ clock, pepper, publicUrl })
  const hashing = createHashing()
  /** Compared for unknown addresses, so that they take as long as known ones. */
  const nobody = hashing.hash(randomBytes(16).toString('hex'))

  const accessToken = (
    { workspaceId, memberId, sessionId }: Pick<OpenSession, 'workspaceId' | 'memberId' | 'sessionId'>,
    provenAt: Date,
    sign: SignToken,
  ) => ({
    access_token: sign(
      {
        sub: memberId,
        workspace_id: workspaceId,
        kind: 'member',
        sid: sessionId,
        auth_time: seconds(provenAt),
      },
      ACCESS_SECONDS,
    ),
    expires_in: ACCESS_SECONDS,
  })

  const tokens = (session: OpenSession, sign: SignToken): SessionTokens => ({
    ...accessToken(session, session.signedInAt, sign),
    refresh_token: session.refreshToken,
  })

  const seen = (workspaceId: string, memberId: string): Promise<void> =>
    runInScope({ workspaceId }, () => team.seen(memberId))

  /** How a member signs in. @throws AppError not_found for one of another workspace, and one without a password */
  const identityOf = async (workspaceId: string, memberId: string): Promise<IdentityDocument> =>
    found(await IdentityModel.findOne({ memberId, workspaceId }).lean(), 'member with a password', memberId)

  /** Keeps that somebody who is not known to be the member tried what only the member may. */
  const noteAbout = (memberId: string, what: string) => (refusal: Refusal) =>
    audit.record({ action: `${what}.${refusal}`, target: { type: 'member', id: memberId } })

  /** What is kept of a request about an e-mail address. What is about nobody takes as long, and is forgotten. */
  async function keepOf(
    identity: IdentityDocument | null,
    keep: (memberId: string) => Promise<void>,
  ): Promise<void> {
    if (identity) await runInScope({ workspaceId: identity.workspaceId }, () => keep(identity.memberId))
    else await NonceModel.create([{ _id: newId('nobody', clock.now()), expiresAt: clock.now() }])
  }

  /** Checks the password, then the second factor where there is one. @throws AppError wrong_credentials, second_factor_needed */
  async function prove(
    identity: IdentityDocument | null,
    { password, ...codes }: StepUp,
  ): Promise<{ identity: IdentityDocument; proof: Proof }> {
    const stored = identity?.passwordHash ?? (await nobody)
    const good = await hashing.verify(stored, password)
    if (!identity || !good) throw wrongCredentials()
    const { _id, workspaceId, memberId } = identity
    if (isOutdated(stored))
      await IdentityModel.updateOne(
        { _id, passwordHash: stored },
        { $set: { passwordHash: await hashing.hash(password) } },
      )
    return runInScope({ workspaceId }, async () => {
      const member = (await team.byIds([memberId])).get(memberId)
      if (!member?.active) throw wrongCredentials()
      return { identity, proof: await secondFactors.prove(memberId, codes) }
    })
  }

  /** @throws AppError signature_replayed */
  async function spendNonce(accountId: string, nonce: string): Promise<void> {
    const expiresAt = new Date(clock.now().getTime() + NONCE_SECONDS * 1000)
    const spent = await upserting(() =>
      NonceModel.updateOne(
        { _id: `${accountId}:${nonce}` },
        { $setOnInsert: { expiresAt } },
        { upsert: true },
      ),
    )
    if (spent.upsertedCount === 0) throw new AppError('signature_replayed', 'This signature was used before')
  }

  /** What anybody would try first for this member. The workspace must be in scope. */
  async function wordsAbout(workspaceId: string, memberId: string, email: string): Promise<string[]> {
    const [members, workspaceName] = await Promise.all([
      team.byIds([memberId]),
      accounts.workspaceName(workspaceId),
    ])
    return [email.split('@')[0] ?? '', members.get(memberId)?.name ?? '', workspaceName]
  }

  /**
   * A link by which a member of the workspace in scope sets a new password.
   * @throws AppError not_found for a member without one
   */
  async function resetLink(memberId: string) {
    const { _id: email } = await identityOf(currentScope().workspaceId, memberId)
    return inTransaction(async () => {
      await audit.record({ action: 'password.reset_link_made', target: { type: 'member', id: memberId } })
      return { object: 'password_reset' as const, ...(await resets.issue(email)) }
    })
  }

  return {
    sessions,
    secondFactors,
    resets,

    /**
     * Gives a member a password to sign in with. The workspace must be in scope.
     * @throws AppError password_guessable, email_taken: an address signs in to one workspace
     */
    async addPassword(workspaceId: string, memberId: string, email: string, password: string): Promise<void> {
      refuseGuessable(password, await wordsAbout(workspaceId, memberId, email))
      await IdentityModel.create([
        { _id: email.toLowerCase(), workspaceId, memberId, passwordHash: await hashing.hash(password) },
      ]).catch((error: unknown) => {
        if (isDuplicateKey(error)) throw new AppError('email_taken', 'This e-mail address signs in already')
        throw error
      })
    },

    /** Whether somebody of any workspace signs in with the address. */
    async signsIn(email: string): Promise<boolean> {
      return (await IdentityModel.exists({ _id: email.toLowerCase() })) !== null
    },

    /**
     * @throws AppError wrong_credentials, the same for an unknown address, a wrong password and a wrong code;
     * second_factor_needed where only the code is missing; sign_in_throttled
     */
    async signIn({ email, device_token, ...secrets }: SignIn, sign: SignToken): Promise<SessionTokens> {
      const address = email.toLowerCase()
      const known = await IdentityModel.findById(address).lean()
      const { identity, proof } = await throttle.guard(
        throttle.ofSignIn(address, currentOrigin()?.address ?? '', device_token),
        (refusal) => keepOf(known, (memberId) => noteAbout(memberId, 'sign_in')(refusal)),
        () => prove(known, secrets),
      )
      const session = await sessions.open(identity.workspaceId, identity.memberId, proof)
      await seen(identity.workspaceId, identity.memberId)
      return { ...tokens(session, sign), device_token: throttle.deviceToken(address) }
    },

    /**
     * Proves again who the bearer of a session is, for what must not be done with a stolen token.
     * @throws AppError wrong_credentials, second_factor_needed, sign_in_throttled
     */
    async stepUp(principal: Principal, secrets: StepUp, sign: SignToken) {
      const { id: memberId, workspaceId, sessionId } = principal
      const identity = await identityOf(workspaceId, memberId)
      const { proof } = await throttle.guard(
        [throttle.ofSession(sessionId ?? '')],
        noteAbout(memberId, 'step_up'),
        () => prove(identity, secrets),
      )
      await audit.record({
        action: 'session.stepped_up',
        target: { type: 'session', id: sessionId ?? '' },
        after: { proof },
      })
      return accessToken({ workspaceId, memberId, sessionId: sessionId ?? '' }, clock.now(), sign)
    },

    /**
     * Requires a second factor of every member who signs in here, or no longer.
     * @throws AppError second_factor_none when whoever requires it has none: they would shut themselves out
     */
    async requireSecondFactor({ id }: Principal, required: boolean): Promise<void> {
      if (required && !(await secondFactors.isActive(id)))
        throw new AppError('second_factor_none', 'Set one up yourself before you require it of others')
      await accounts.requireSecondFactor(required)
    },

    /** Makes a seed for the member's app. @throws AppError second_factor_active */
    async beginSecondFactor(principal: Principal) {
      const { _id: email } = await identityOf(principal.workspaceId, principal.id)
      return secondFactors.begin(principal, email)
    },

    /** Opens a session for a member who has proven who they are. */
    async openSession(workspaceId: string, memberId: string, sign: SignToken): Promise<SessionTokens> {
      return tokens(await sessions.open(workspaceId, memberId, 'password'), sign)
    },

    /** @throws AppError session_ended */
    async refresh(refreshToken: string, sign: SignToken): Promise<SessionTokens> {
      const session = await sessions.renew(refreshToken)
      await seen(session.workspaceId, session.memberId)
      return tokens(session, sign)
    },

    /**
     * Who a token's bearer is now: the member as stored, the session alive.
     * @throws AppError not_signed_in, session_ended, account_unknown
     */
    async principal(token: AccessToken, wanted: Wanted): Promise<Principal> {
      const { kind, workspace_id: workspaceId, sub, sid = '', auth_time } = token
      if (kind !== 'member')
        return {
          ...(await team.principal(token, wanted)),
          sessionId: null,
          provenAt: null,
          secondFactorMissing: false,
        }
      const [standing, required] = await Promise.all([
        team.principal(token, wanted),
        accounts.requiresSecondFactor(workspaceId),
        sessions.check(workspaceId, sub, sid),
      ])
      return {
        ...standing,
        sessionId: sid,
        provenAt: auth_time === undefined ? null : new Date(auth_time * 1000),
        secondFactorMissing:
          required && !(await runInScope({ workspaceId }, () => secondFactors.isActive(sub))),
      }
    },

    /**
     * Changes the member's own password and ends their other sessions.
     * @throws AppError wrong_credentials, password_guessable, sign_in_throttled
     */
    async changePassword(principal: Principal, current: string, password: string): Promise<void> {
      const { id: memberId, workspaceId, sessionId } = principal
      const identity = await identityOf(workspaceId, memberId)
      await throttle.guard(
        [throttle.ofSession(sessionId ?? '')],
        noteAbout(memberId, 'password_change'),
        async () => {
          if (!(await hashing.verify(identity.passwordHash, current)))
            throw new AppError('wrong_credentials', 'The current password is another one')
        },
      )
      refuseGuessable(password, await wordsAbout(workspaceId, memberId, identity._id))
      const passwordHash = await hashing.hash(password)
      await inTransaction(async () => {
        await IdentityModel.updateOne({ _id: identity._id }, { $set: { passwordHash } })
        await sessions.endAll(memberId, sessionId)
        await audit.record({ action: 'password.changed', target: { type: 'member', id: memberId } })
      })
    },

    /** Leaves word for those who may make the link. Nobody learns whether the address is somebody's. */
    async requestReset(email: string): Promise<void> {
      const identity = await IdentityModel.findById(email.toLowerCase()).lean()
      await keepOf(identity, team.requestPasswordReset)
    },

    resetLink,

    /** Whose e-mail address signs in to the workspace in scope. @returns the member's id. @throws AppError not_found */
    async memberOf(email: string): Promise<string> {
      const mine = { _id: email.toLowerCase(), workspaceId: currentScope().workspaceId }
      return found(await IdentityModel.findOne(mine).lean(), 'member', email).memberId
    },

    /** A reset link, made by somebody who may do all that the member may. @throws AppError not_found, role_exceeds_yours */
    async resetLinkBy(by: Rights, memberId: string) {
      // or a link would be a way to more than one's own role
      await team.assertReach(by, memberId)
      return resetLink(memberId)
    },

    /**
     * Sets the password that a link was made for, and ends all sessions. The second factor stays.
     * @throws AppError link_ended, password_guessable
     */
    async resetPassword(token: string, password: string): Promise<void> {
      const email = await resets.emailOf(token)
      const { workspaceId, memberId } = found(await IdentityModel.findById(email).lean(), 'member', email)
      const actor = { kind: 'member' as const, id: memberId }
      await runInScope({ workspaceId, actor }, async () => {
        refuseGuessable(password, await wordsAbout(workspaceId, memberId, email))
        const passwordHash = await hashing.hash(password)
        await inTransaction(async () => {
          await resets.spend(token)
          await IdentityModel.updateOne({ _id: email }, { $set: { passwordHash } })
          await sessions.endAll(memberId, null)
          await team.passwordWasReset(memberId)
          await audit.record({ action: 'password.reset', target: { type: 'member', id: memberId } })
        })
      })
    },

    /**
     * Makes sure that Stripe signed this action with these parameters for the user and account of a view's token.
     * @throws AppError signature_invalid, signature_replayed
     */
    async checkSigned(
      { stripe_user_id: user_id, account_id = '', mode }: AccessToken,
      { signature, nonce, action, parameters }: SignedAction,
    ): Promise<void> {
      // made anew from what we know: nothing in the request says who asks, or for what, but the request itself
      const text = JSON.stringify({ nonce, mode, action, parameters, user_id, account_id })
      verifySignature(Buffer.from(text), signature, appSecrets, clock.now())
      if (!NONCE.test(nonce))
        throw new AppError('signature_invalid', 'The nonce must have 8 to 64 characters')
      await spendNonce(account_id, nonce)
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
      await spendNonce(claims.account_id, claims.nonce)
      const { workspaceId } = account
      const actor = { kind: 'stripe_user' as const, id: claims.user_id }
      const roles = claims.stripe_roles.map(({ id }) => id)
      const member = await runInScope({ workspaceId, actor }, () =>
        team.admitStripeUser(claims.user_id, roles),
      )
      await seen(workspaceId, member)
      return {
        access_token: sign(
          {
            sub: member,
            workspace_id: workspaceId,
            kind: 'stripe_user',
            account_id: account.accountId,
            mode: account.mode,
            stripe_user_id: claims.user_id,
          },
          VIEW_SECONDS,
        ),
        expires_in: VIEW_SECONDS,
      }
    },
  }
}
export type IdentityService = ReturnType<typeof createIdentityService>
