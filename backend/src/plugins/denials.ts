/** Refusals of signed-in callers leave an entry in the trail, wherever in the desk they were thrown. */
import type { FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import type { Denial, Denials } from '../audit/denials'
import { enterOrigin } from '../database/scope'
import { AppError, type ProblemCode } from '../errors'
import { originOf } from './principal'

const REFUSALS: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'account_bound',
  'account_unknown',
  'permission_missing',
  'role_exceeds_yours',
  'signature_invalid',
  'signature_replayed',
])

/** @returns null where nobody is signed in */
function caller({
  principal,
  knownKey,
  user,
}: FastifyRequest): Pick<Denial, 'workspaceId' | 'account' | 'actor'> | null {
  if (principal) {
    const { workspaceId, accountId, mode, kind, id } = principal
    const account = accountId === null || mode === null ? null : { accountId, mode }
    return { workspaceId, account, actor: { kind, id } }
  }
  // the key or token is good, and what it asks about is not there
  if (knownKey)
    return { workspaceId: knownKey.workspaceId, account: null, actor: { kind: 'api_key', id: knownKey.id } }
  return user
    ? { workspaceId: user.workspace_id, account: null, actor: { kind: user.kind, id: user.sub } }
    : null
}

export const denialsPlugin = fp<{ denials: Denials }>(async (app, { denials }) => {
  app.addHook('onError', async (request, _reply, error) => {
    const who = error instanceof AppError && REFUSALS.has(error.code) ? caller(request) : null
    if (!who || !(error instanceof AppError)) return
    const { url, config } = request.routeOptions
    const denial = {
      ...who,
      route: `${request.method} ${url}`,
      permission: config.requires ?? null,
      code: error.code,
    }
    // it stays refused, whether or not that can be written
    await enterOrigin(originOf(request), () => denials.record(denial)).catch((failure: unknown) =>
      request.log.error({ err: failure }, 'a refusal left no entry'),
    )
  })
})
