import type { FastifyInstance, FastifyReply } from 'fastify'
import { contentType } from '../domain/files'
import type { Engine } from '../engine/engine'
import { authenticate } from '../http/auth'
import { StripeProblem } from '../http/errors'
import { checkPermission } from '../http/permissions'
import type { FileRecord } from '../store/records'
import { FILE_LINK_PAGE } from './addresses'
import { sendPage } from './html'

function sendFile(reply: FastifyReply, file: FileRecord): FastifyReply {
  return reply
    .type(contentType(file))
    .header('x-content-type-options', 'nosniff')
    .send(Buffer.from(file.content, 'base64'))
}

/** The bytes of files: for who has a key, and for anybody who knows a file link. */
export function serveFiles(app: FastifyInstance, engine: Engine): void {
  app.get<{ Params: { id: string } }>('/v1/files/:id/contents', (request, reply) => {
    try {
      const { account, key, permissions } = authenticate(engine, request.headers)
      if (permissions) checkPermission(account, key, permissions, { method: 'GET', path: '/v1/files/:id' })
      const file = account.store.files.get(request.params.id)
      if (file) return sendFile(reply, file)
      return reply.code(404).send({
        error: {
          code: 'resource_missing',
          message: `No such file upload: '${request.params.id}'`,
          param: 'file',
          type: 'invalid_request_error',
        },
      })
    } catch (error) {
      if (!(error instanceof StripeProblem)) throw error
      return reply.code(error.status).send(error.body(String(request.id)))
    }
  })

  app.get<{ Params: { account: string; secret: string } }>(
    `${FILE_LINK_PAGE}/:account/:secret`,
    (request, reply) => {
      const { account: id, secret } = request.params
      for (const account of engine.accounts()) {
        const link = account.id === id ? account.store.fileLinks.lastWithKey('secret', secret) : undefined
        const file = link && account.store.files.get(link.file)
        if (!link || !file) continue
        if (link.expires_at === null || link.expires_at > account.clock.now) return sendFile(reply, file)
      }
      return sendPage(reply, 'This file link does not exist or has expired', '', { status: 404 })
    },
  )
}
