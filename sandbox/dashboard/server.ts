import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastify, { type FastifyInstance } from 'fastify'
import { listAccounts } from './accounts'
import { buildExtension, ownApp, type AppSource } from './build-extension'
import { buildPage } from './build-page'
import type { PreviewConfig } from './config'
import { FRAME_HTML, PAGE_CSP, frameCsp, pageHtml } from './documents'
import { APP_ROOT, previewApp } from './manifest'
import { PEOPLE, ROLES, findHolder } from './people'
import type { Session, SignatureRequest } from './protocol'
import { SignatureRefused, checkRoles, signatureHeader, signedPayload } from './signature'
import { forwardToStripe } from './stripe-forward'

/** Stripe takes 16 MB for the purposes that allow most; the rest is the form around it. */
const LARGEST_FILE_BYTES = 17_000_000

/** Only this machine, by name or number, and only from the preview's own page: a foreign site gets 403. */
function guardHost(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    const hostname = request.headers.host?.replace(/:\d+$/, '')
    if (hostname !== 'localhost' && hostname !== '127.0.0.1') {
      return reply.code(403).send({ error: 'The preview answers on this machine only.' })
    }
    const { origin } = request.headers
    const own = origin === undefined || origin === `http://${request.headers.host}`
    if (request.url.startsWith('/host/') && !own) {
      return reply.code(403).send({ error: 'Only the preview page may ask this.' })
    }
    return undefined
  })
}

function serveFiles(
  server: FastifyInstance,
  files: { path: string; type: string; body: string | Buffer }[],
): void {
  for (const { path, type, body } of files) {
    server.get(path, (_request, reply) => {
      // A frame of null origin loads its scripts across origins.
      void reply.header('cross-origin-resource-policy', 'cross-origin').header('cache-control', 'no-cache')
      return reply.type(type).send(body)
    })
  }
}

function serveSignatures(server: FastifyInstance, config: PreviewConfig): void {
  server.post<{ Body: SignatureRequest }>('/host/signature', async (request, reply) => {
    const { extra = {}, user, role, account } = request.body
    const holder = findHolder(user, role)
    if (!holder || typeof account !== 'string') {
      return reply.code(400).send({ error: 'Unknown user, role or account.' })
    }
    try {
      checkRoles(extra, [holder.role])
    } catch (error) {
      if (error instanceof SignatureRefused) return reply.code(400).send({ error: error.message })
      throw error
    }
    const payload = signedPayload(extra, holder.person.id, account)
    return { signature: signatureHeader(payload, config.appSecret, Math.floor(Date.now() / 1000)) }
  })
}

/** Forms and files go on to the stand-in as they come. */
function parseNothing(server: FastifyInstance): void {
  const form = 'application/x-www-form-urlencoded'
  server.addContentTypeParser(form, { parseAs: 'string' }, (_request, body, done) => done(null, body))
  const files = 'multipart/form-data'
  const options = { parseAs: 'buffer', bodyLimit: LARGEST_FILE_BYTES } as const
  server.addContentTypeParser(files, options, (_request, body, done) => done(null, body))
}

/** Builds the bundles and the server that hosts them; listening is the caller's. */
export async function buildPreview(
  config: PreviewConfig,
  source: AppSource = ownApp(),
): Promise<FastifyInstance> {
  const app = previewApp(config.backendUrl, source.manifest)
  const [bundle, page] = await Promise.all([buildExtension(source), buildPage()])
  const server = fastify({ forceCloseConnections: true, bodyLimit: 1_000_000 })
  parseNothing(server)

  guardHost(server)
  serveSignatures(server, config)
  forwardToStripe(server, config)
  server.get('/host/session', async (_request, reply) => {
    const accounts = await listAccounts(config).catch(() => null)
    if (!accounts) return reply.code(502).send({ error: 'The Stripe stand-in does not answer yet.' })
    const keyMode = /^[a-z]+_live_/.test(config.stripeSecretKey) ? 'live' : 'test'
    return {
      app,
      backendUrl: config.backendUrl,
      keyMode,
      accounts,
      people: PEOPLE,
      roles: ROLES,
    } satisfies Session
  })
  const script = 'text/javascript; charset=utf-8'
  serveFiles(server, [
    { path: '/preview/app.js', type: script, body: bundle },
    { path: '/preview/page.js', type: script, body: page.page },
    { path: '/preview/frame.js', type: script, body: page.frame },
    { path: '/preview/page.css', type: 'text/css; charset=utf-8', body: page.style },
    { path: '/preview/icon.png', type: 'image/png', body: readFileSync(join(APP_ROOT, 'icon.png')) },
  ])
  server.get('/preview/frame', (request, reply) => {
    void reply.header('content-security-policy', frameCsp(app, `http://${request.headers.host ?? ''}`))
    return reply.type('text/html; charset=utf-8').send(FRAME_HTML)
  })
  server.get('/*', (_request, reply) => {
    void reply.header('content-security-policy', PAGE_CSP).header('cache-control', 'no-cache')
    return reply.type('text/html; charset=utf-8').send(pageHtml(app.name))
  })
  return server
}
