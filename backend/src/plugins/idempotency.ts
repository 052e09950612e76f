/** `Idempotency-Key` on every POST of a signed-in caller: one effect, and the same answer again. */
import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import type { Clock } from '../clock'
import { upserting } from '../database/query'
import { runInScope } from '../database/scope'
import { AppError } from '../errors'
import { IdempotencyKeyModel } from './idempotency-model'
import { isGuarded } from './principal'

/** A request that never answered (its process died) holds its key no longer than this. */
const ABANDONED_MS = 60_000
const KEPT_MS = 48 * 3_600_000

declare module 'fastify' {
  interface FastifyRequest {
    /** Id of the key while this request owns it; null without a key. */
    idempotencyId: string | null
  }
}

const sha256 = (...parts: (string | null)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex')

function idOf({ principal, headers }: FastifyRequest): string | null {
  const key = headers['idempotency-key']
  if (typeof key !== 'string' || key === '') return null
  if (key.length > 255)
    throw new AppError('invalid_request', 'The Idempotency-Key is too long', {
      errors: [{ pointer: '/headers/idempotency-key', message: 'must have at most 255 characters' }],
    })
  return sha256(principal.workspaceId, principal.accountId, principal.mode, principal.id, key)
}

export const idempotencyPlugin = fp<{ clock: Clock }>(async (app: FastifyInstance, { clock }) => {
  app.decorateRequest('idempotencyId', null)

  app.addHook('preHandler', async (request, reply) => {
    if (request.method !== 'POST' || !isGuarded(request.routeOptions.config)) return
    const _id = idOf(request)
    if (_id === null) return
    const fingerprint = sha256(request.url, JSON.stringify(request.body ?? null))
    const now = clock.now()
    const mine = {
      fingerprint,
      status: null,
      body: null,
      contentType: null,
      lockedAt: now,
      expiresAt: new Date(now.getTime() + KEPT_MS),
    }
    const inserted = await upserting(() =>
      IdempotencyKeyModel.updateOne({ _id }, { $setOnInsert: mine }, { upsert: true }),
    )
    if (inserted.upsertedCount === 0) {
      const kept = await IdempotencyKeyModel.findById(_id).lean()
      if (kept && kept.fingerprint !== fingerprint)
        throw new AppError(
          'idempotency_key_reused',
          'The request differs from the one this key was first used for',
        )
      if (kept && kept.status !== null) {
        if (kept.body === null)
          throw new AppError('idempotency_reply_secret', 'The first answer held a secret and was not kept')
        reply.header('idempotent-replayed', 'true').status(kept.status)
        return reply
          .type(kept.contentType ?? 'application/json')
          .serializer((body: string) => body)
          .send(kept.body)
      }
      const abandoned = kept && now.getTime() - kept.lockedAt.getTime() > ABANDONED_MS
      const taken =
        abandoned &&
        (await IdempotencyKeyModel.updateOne(
          { _id, status: null, lockedAt: kept.lockedAt },
          { $set: { lockedAt: now } },
        ))
      if (!taken || taken.modifiedCount === 0)
        throw new AppError('idempotency_key_in_use', 'The first request has not been answered yet')
    }
    request.idempotencyId = _id
  })

  app.addHook('onSend', async (request, reply, payload) => {
    const _id = request.idempotencyId
    if (_id === null) return payload
    await runInScope({ workspaceId: request.principal.workspaceId }, async () => {
      // a failure of ours, or a refusal before anything was done, is worth another try with the same key
      if (reply.statusCode >= 500 || reply.statusCode === 429)
        return void (await IdempotencyKeyModel.deleteOne({ _id }))
      const answer = {
        status: reply.statusCode,
        // a secret is not kept; a refusal holds none
        body:
          request.routeOptions.config.secretReply && reply.statusCode < 400 ? null : String(payload ?? ''),
        contentType: String(reply.getHeader('content-type') ?? 'application/json'),
      }
      await IdempotencyKeyModel.updateOne({ _id }, { $set: answer })
    })
    return payload
  })
})
